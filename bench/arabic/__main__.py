"""python -m bench.arabic --out FOLDER makes the set: pages.jsonl.zst and html.tar.zst, as `python -m bench.pages` reads them."""

import argparse
import io
import json
import tarfile
from collections.abc import Sequence
from pathlib import Path

import zstandard

from bench.arabic.pages import Page, make_pages
from octavo.demo.world import load_world


def write(pages: Sequence[Page], folder: Path) -> None:
    """Write labels and pages into *folder*; the same pages give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    packer = zstandard.ZstdCompressor(level=9)
    lines = "".join(json.dumps(page.label, ensure_ascii=False) + "\n" for page in pages)
    (folder / "pages.jsonl.zst").write_bytes(packer.compress(lines.encode()))
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for page in pages:
            member = tarfile.TarInfo(f"html/{page.label['id']}.html")
            member.size = len(page.body)
            archive.addfile(member, io.BytesIO(page.body))
    (folder / "html.tar.zst").write_bytes(packer.compress(held.getvalue()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Make the set and say what is in it."""
    parser = argparse.ArgumentParser(prog="python -m bench.arabic", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    folder: Path = parser.parse_args(arguments).out
    pages = list(make_pages(load_world()))
    write(pages, folder)
    designs = sorted({str(page.label["host"]) for page in pages})
    print(f"{len(pages)} Arabic pages in {len(designs)} designs are in {folder}.")
    print(
        "The texts are the demo world's, under the licence that each row names; outlets and writers are invented."
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
