from collections.abc import Iterator

import pytest

from bench import tags
from bench.corpora import Sample
from octavo.core.text.hashtags import Hashtag

SAMPLES = [
    Sample(
        "Floods in Dresden",
        "The Elbe flooded Dresden. Germany sent boats.",
        "en",
        linked=("Dresden", "Flood"),
    ),
    Sample("Dresden dries", "In Dresden the flood is over, Germany says.", "en"),
]


def one_set() -> Iterator[tuple[str, list[Sample]]]:
    yield "two", SAMPLES


def test_shared_tags_and_links_are_counted() -> None:
    whole, ((name, tally),), crowded = tags.measure(one_set())

    assert (name, crowded) == ("two", [])
    assert tally.articles == whole.articles == 2
    assert tally.uses["dresden"] == 2
    assert tally.linked >= 2
    assert 1 <= tally.exact <= tally.partial <= tally.linked
    assert all(len(labels) == 1 for labels in tally.spellings.values())


@pytest.mark.parametrize(
    ("tag", "linked", "expected"),
    [
        (Hashtag("dresden", "Dresden"), ("Dresden",), (True, True)),
        (Hashtag("us", "US", "place:US"), ("United States",), (True, False)),
        (Hashtag("unitedstates", "UnitedStates", "place:US"), ("USA",), (True, False)),
        (Hashtag("dresden", "Dresden"), ("Dresden Castle",), (False, True)),
        (Hashtag("dresden", "Dresden"), ("Elbe",), (False, False)),
    ],
)
def test_a_tag_matches_a_linked_name_wholly_or_in_part(
    tag: Hashtag, linked: tuple[str, ...], expected: tuple[bool, bool]
) -> None:
    assert tags.matches(tag, linked) == expected


def test_samples_are_taken_at_even_distances() -> None:
    assert list(tags.evenly([Sample(str(n), "", "en") for n in range(10)], 2)) == [
        Sample("0", "", "en"),
        Sample("5", "", "en"),
    ]


def test_without_a_folder_it_reads_the_demo_world_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert tags.main(["--articles", "30", "--read", "2"]) == 0

    printed = capsys.readouterr().out
    assert printed.startswith("No --set was given")
    assert "one spelling" in printed
    assert "    #" in printed
