import pytest

from octavo.core.feeds.entry import Enclosure
from octavo.core.feeds.media import MOST, distinct, kind_of, seconds_of, size_of, with_duration
from tests.core.feeds.making import url

FILE = url("https://a.example/1")


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("61", 61),
        ("61.9", 61),
        ("1:01", 61),
        ("01:02:03", 3723),
        ("0", None),
        ("", None),
        ("an hour", None),
        ("9" * 40, None),
    ],
)
def test_durations_are_seconds_or_a_clock(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize(
    ("text", "size"), [("12", 12), ("0", None), ("-5", None), ("12 MB", None), ("٣", None), ("", None)]
)
def test_sizes_are_positive_numbers(text: str, size: int | None) -> None:
    assert size_of(text) == size


def test_the_kind_follows_from_what_is_said_then_from_the_ending() -> None:
    assert kind_of(FILE, media_type="Audio/MPEG") == "audio"
    assert kind_of(FILE, media_type="application/x-shockwave-flash", medium="video") == "video"
    assert kind_of(url("https://a.example/1.MP4?x=.jpg")) == "video"
    assert kind_of(url("https://a.example/1.pdf"), media_type="application/pdf") == "other"


def test_one_address_is_one_enclosure_and_their_number_is_bounded() -> None:
    twice = [Enclosure(FILE, "other", "", None, 5), Enclosure(FILE, "audio", "audio/mpeg", 9)]
    many = [Enclosure(url(f"https://a.example/{n}"), "audio") for n in range(MOST * 2)]

    assert distinct(twice) == (Enclosure(FILE, "audio", "audio/mpeg", 9, 5),)
    assert len(distinct(many)) == MOST


def test_the_entrys_duration_is_that_of_its_first_recording() -> None:
    picture, sound = Enclosure(FILE, "image"), Enclosure(FILE, "audio")

    assert [one.seconds for one in with_duration((picture, sound), 61)] == [None, 61]
    assert with_duration((picture,), 61) == (picture,)
