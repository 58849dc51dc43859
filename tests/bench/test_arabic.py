import io
import json
import tarfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zstandard

from bench.arabic.__main__ import main
from bench.arabic.dates import both, eastern_digits, levant, maghreb
from bench.arabic.pages import Page, make_pages
from octavo.core.pages.extract import extract
from octavo.core.pages.fields.agencies import agencies_in
from octavo.core.pages.fields.clock import read_moment
from octavo.core.urls import Url
from octavo.demo.world import load_world

DAY = datetime(2024, 1, 3, tzinfo=UTC)
PAGES = list(make_pages(load_world()))


def test_the_set_is_24_pages_in_ten_designs_and_is_the_same_each_time() -> None:
    assert len(PAGES) == 24
    assert len({page.label["host"] for page in PAGES}) == 10
    assert len({page.label["source"] for page in PAGES}) == 24
    assert list(make_pages(load_world())) == PAGES


def test_each_page_shows_its_label_and_names_its_licence() -> None:
    for page in PAGES:
        html = page.body.decode(page.label["charset"])

        assert all(paragraph.strip() for paragraph in page.label["text"].split("\n"))
        assert page.label["licence"]
        assert page.label["attribution"]
        assert all(part in html for part in page.label["must_not"])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.label["id"]))
def test_the_fields_of_each_page_are_read_right(page: Page) -> None:
    made = extract(page.body, content_type="text/html", address=Url(page.label["url"]))
    fields = made.fields

    assert fields.title == page.label["title"]
    assert list(fields.signed) == page.label.get("author", [])
    assert fields.published is not None
    assert fields.published.day.isoformat() == page.label["date"][:10]
    assert fields.genre == page.label.get("genre", "")
    assert list(agencies_in(f"{made.text}\n{made.body.credit}")) == page.label.get("agencies", [])
    assert not fields.walled


@pytest.mark.parametrize("write", [levant, both, maghreb, eastern_digits])
def test_every_month_is_read_as_it_is_written(write: Callable[[datetime], str]) -> None:
    for month in range(1, 13):
        day = DAY.replace(month=month)
        read = read_moment(write(day))

        assert read is not None
        assert read.day == day.date()


def test_the_command_writes_a_folder_of_the_known_shape(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--out", str(tmp_path)]) == 0

    rows = zstandard.ZstdDecompressor().decompress((tmp_path / "pages.jsonl.zst").read_bytes(), 1 << 26)
    archive = zstandard.ZstdDecompressor().decompress((tmp_path / "html.tar.zst").read_bytes(), 1 << 26)
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        names = opened.getnames()
    assert [f"html/{json.loads(row)['id']}.html" for row in rows.splitlines()] == names
    assert "24 Arabic pages in 10 designs" in capsys.readouterr().out
