from pathlib import Path

import pytest

from bench import pages_fit
from octavo.core.pages.body import context, evidence, second
from octavo.core.pages.body.scorecard import read_points


def test_points_are_worked_out_and_written_so_that_the_cards_can_read_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "points.py"

    assert pages_fit.main(["--limit", "25", "--out", str(out)]) == 0

    written: dict[str, str] = {}
    exec(compile(out.read_text(), str(out), "exec"), written)
    for name, sheet in (("EVIDENCE", evidence.SHEET), ("CONTEXT", context.SHEET), ("SECOND", second.SHEET)):
        assert len(read_points(written[name], sheet)) == sheet.size
    told = capsys.readouterr().out
    assert float(told.rpartition(":")[2]) > 0.5
