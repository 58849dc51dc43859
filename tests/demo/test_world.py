from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from octavo.core.errors import NotFound
from octavo.demo.licences import licences
from octavo.demo.world import DATA, World, load_world


def test_whole_world_is_there(world: World) -> None:
    assert len(world.rows) == 395
    assert len({row.id for row in world.rows}) == 395
    assert len({row.url for row in world.rows}) == 395
    assert len(world.outlets) == 29
    assert len({outlet.language for outlet in world.outlets}) == 11
    assert sum(row.picture is not None for row in world.rows) == 20
    assert world.last_step == 8


def test_dates_are_true_and_carry_their_zone(world: World) -> None:
    for row in world.rows:
        times = [version.at for version in row.versions]

        assert all(time.tzinfo is not None for time in times)
        assert times == sorted(times)


def test_every_text_states_its_rights(world: World) -> None:
    for row in world.rows:
        assert row.attribution
        assert licences(row.licence)
        assert row.picture is None or (row.picture.credit and licences(row.picture.licence))


def test_a_brief_of_several_versions_has_the_sentence_of_each_as_its_headline(world: World) -> None:
    briefs = [row for row in world.rows if row.kind == "brief" and len(row.versions) > 1]

    assert briefs
    for row in briefs:
        for version in row.versions:
            assert version.title == version.paragraphs[0].rstrip(".")


def test_step_shows_as_many_later_versions_as_there_are(world: World) -> None:
    row = max(world.rows, key=lambda row: len(row.versions))

    assert row.version(0) == row.versions[0]
    assert row.version(3) == row.versions[3]
    assert row.version(99) == row.versions[-1]


def test_arabic_wikinews_can_be_withdrawn(tmp_path: Path, world: World) -> None:
    rest = copytree(DATA, tmp_path / "data", ignore=ignore_patterns("wikinews_ar*"))

    found = load_world(rest)

    gone = {row.url for row in world.rows} - {row.url for row in found.rows}
    assert len(gone) == 40
    assert all(url.startswith("https://ar.wikinews.org/") for url in gone)
    assert len(found.outlets) == 28


def test_a_missing_picture_costs_only_the_picture(tmp_path: Path, world: World) -> None:
    rest = copytree(DATA, tmp_path / "data", ignore=ignore_patterns("*.jpg"))

    found = load_world(rest)

    assert len(found.rows) == len(world.rows)
    assert all(row.picture is None for row in found.rows)


def test_a_world_without_any_article_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"install Octavo again"):
        load_world(tmp_path)


def test_data_carries_its_notice_and_licence_texts() -> None:
    notice = (DATA / "NOTICE").read_text()
    texts = {file.name for file in (DATA / "LICENSES").iterdir()}

    assert "each row keeps its own licence" in " ".join(notice.split())
    assert {"MIT.txt", "Apache-2.0.txt"} <= texts
    assert max(file.stat().st_size for file in DATA.rglob("*") if file.is_file()) < 1_000_000
