import pytest

from octavo.core.fold.roundups import is_roundup


@pytest.mark.parametrize(
    "title",
    [
        "Morning briefing: what happened overnight",
        "Coronavirus live updates: cases pass six million",
        "Ukraine war: what we know so far on day 104",
        "Market wrap: stocks slip as oil climbs",
        "In pictures: floods across Europe",
        "Your weekly horoscope",
        "2020/06/02 02:00 GMT",
        "Elections en direct : les résultats",
        "أبرز عناوين الصحف",
    ],
)
def test_what_has_no_one_event_is_a_round_up(title: str) -> None:
    assert is_roundup(title, "")


@pytest.mark.parametrize(
    "title",
    [
        "Floods kill 37 in Dresden",
        "Residents of Elbe valley live in fear of the dam",
        "Briefing room closed after fire at the White House",
        "",
    ],
)
def test_a_report_of_an_event_is_none(title: str) -> None:
    assert not is_roundup(title, "Rescue went on in the morning.")


def test_a_report_without_a_title_is_told_by_how_it_begins() -> None:
    assert is_roundup("", "Live updates: the vote count")
