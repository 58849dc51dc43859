"""Build the wheel, install it with the locked libraries into an empty environment, and start `octavo run` from there."""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
UV = str(Path(sys.executable).with_name("uv"))
WANTED = (
    "octavo/py.typed",
    "octavo/demo/data/articles.jsonl.zst",
    "octavo/store/migrations/env.py",
    "octavo/web/templates/base.html",
)


def main(argv: Sequence[str] = ()) -> int:
    """Return 0 when the wheel holds what it must and serves a page on a fresh database."""
    argparse.ArgumentParser(description=__doc__).parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="octavo-wheel-") as folder:
        place = Path(folder)
        wheel = _build(place)
        names = subprocess.run(
            [sys.executable, "-m", "zipfile", "-l", wheel], check=True, capture_output=True, text=True
        ).stdout
        missing = [name for name in WANTED if name not in names]
        if missing or "tests/" in names or "bench/" in names:
            print(f"wheel: missing {missing}, or holds what does not belong there")
            return 1
        octavo = _install(place, wheel)
        return _serves(octavo, place)


def _build(place: Path) -> str:
    source = place / "source"
    files = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    for name in files:
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", place / "dist", source], check=True)
    (wheel,) = (place / "dist").glob("*.whl")
    print(f"wheel: {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB")
    return str(wheel)


def _install(place: Path, wheel: str) -> str:
    environment = place / "environment"
    python = str(environment / "bin" / "python")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    subprocess.run(
        [
            UV,
            "pip",
            "install",
            "--quiet",
            "--python",
            python,
            "--require-hashes",
            "-r",
            ROOT / "requirements.lock",
        ],
        check=True,
    )
    subprocess.run([UV, "pip", "install", "--quiet", "--python", python, "--no-deps", wheel], check=True)
    return str(environment / "bin" / "octavo")


def _serves(octavo: str, place: Path) -> int:
    work = place / "work"
    work.mkdir()
    process = subprocess.Popen([octavo, "run", "--port", "0"], cwd=work, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        found = re.search(r"Octavo is at (http://\S+)", process.stdout.readline())
        if not found:
            print("wheel: octavo run printed no address")
            return 1
        with urllib.request.urlopen(found[1], timeout=30) as answer:
            status = answer.status
        database = work / "octavo-data" / "octavo.sqlite3"
        print(f"wheel: front page {status}, database {'made' if database.exists() else 'missing'}")
        return 0 if status == 200 and database.exists() else 1
    finally:
        process.terminate()
        began = time.monotonic()
        process.wait(timeout=15)
        print(f"wheel: stopped with {process.returncode} after {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
