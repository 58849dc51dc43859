import io
import tarfile
from pathlib import Path

import pytest
import zstandard

from bench import flow


def test_the_bench_runs_small_on_the_demo_s_pages_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert flow.main(["--limit", "4", "--cores", "1"]) == 0

    printed = capsys.readouterr().out
    assert "demo world" in printed
    rows = {line.split("│")[1].strip(): line.split("│")[2:] for line in printed.splitlines() if "│" in line}
    assert rows["line, 1 core"][0].strip() == "4"
    assert set(rows) >= {"extraction alone", "poll", "fetch", "read", "fold"}


def test_a_set_of_pages_is_taken_from_its_archive(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name in ("html/b.html", "html/a.html", "html/c.html"):
            member = tarfile.TarInfo(name)
            member.size = len(name)
            archive.addfile(member, io.BytesIO(name.encode()))
    (tmp_path / "html.tar.zst").write_bytes(zstandard.compress(packed.getvalue()))

    with flow.folder_of_pages(tmp_path, limit=2) as pages:
        bodies = [path.read_text() for path in sorted(pages.iterdir())]

    assert bodies == ["html/b.html", "html/a.html"]
    assert not pages.exists()
