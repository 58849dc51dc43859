import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.fold.represent import READ, Features, represent
from octavo.core.fold.stems import stem
from octavo.core.text.entities import Entity, entities
from octavo.core.text.sentences import Span


def test_title_and_text_are_kept_apart_and_function_words_left_out() -> None:
    made = represent("Flood in Dresden", "The flood reached the town.", entities=(), language="en")

    assert made.title == {"flood": 1, "dresden": 1}
    assert made.body == {"flood": 1, stem("reached", "en"): 1, "town": 1}


def test_only_the_head_of_a_text_counts() -> None:
    made = represent("", "word " * (READ // 5) + "tail", entities=(), language="en")

    assert "tail" not in made.body


def test_numbers_that_may_tell_events_apart_are_keys_and_years_are_not() -> None:
    made = represent("37 dead, 3 missing in 2026", "", entities=(), language="en")

    assert made.keys == {"number:37": 1}


def test_arabic_digits_make_the_same_key() -> None:
    assert "number:37" in represent("مقتل ٣٧ شخصا", "", entities=(), language="ar").keys


def test_arabic_words_are_compared_without_article_conjunction_and_ending() -> None:
    one = represent("الانتخابات", "", entities=(), language="ar")
    other = represent("وانتخابات", "", entities=(), language="ar")

    assert one.title == other.title


def test_names_are_kept_as_they_are_written_and_numbers_have_none() -> None:
    named = (
        Entity("مصر", "place", "place:EG", 2, Span(0, 3), in_title=True),
        Entity("Nil", "other", "name:nil", 1, Span(READ + 1, READ + 4)),
    )

    made = represent("مصر 37", "", entities=named, language="ar")

    assert made.keys["place:EG"] == 2
    assert made.names == {"place:EG": "مصر"}


def test_two_languages_meet_in_the_keys() -> None:
    english = entities("Floods hit Egypt and Cairo.", "Floods in Egypt", "en")
    arabic = entities("فيضانات في مصر والقاهرة", "فيضانات في مصر", "ar")

    one = represent("Floods in Egypt", "Floods hit Egypt and Cairo.", entities=english, language="en")
    other = represent("فيضانات في مصر", "فيضانات في مصر والقاهرة", entities=arabic, language="ar")

    assert {"place:EG", "city:EG/Cairo"} <= one.keys.keys() & other.keys.keys()


def test_what_names_sound_like_meets_across_alphabets() -> None:
    texts = {"en": "He met Guterres.", "ru": "Он встретил Гутерриша.", "ar": "التقى غوتيريش"}

    shared = [set(represent("", text, entities=(), language=lang).sounds) for lang, text in texts.items()]

    assert "KTRS" in set.intersection(*[{sound[:4] for sound in sounds} for sounds in shared])


def test_a_word_that_only_begins_a_sentence_is_no_name() -> None:
    assert represent("", "Merchants met. Merchants left.", entities=(), language="en").sounds == {}


def test_round_ups_are_told_by_their_titles() -> None:
    assert represent("Morning briefing: floods", "", entities=(), language="en").is_roundup


COUNTS = st.dictionaries(st.text(min_size=1, max_size=8), st.integers(1, 99), max_size=5)


@given(
    st.sampled_from(("en", "ar", "und")),
    st.lists(COUNTS, min_size=4, max_size=4),
    st.dictionaries(st.text(max_size=8), st.text(max_size=8)),
    st.booleans(),
)
def test_features_come_back_as_they_were_written(
    language: str, counts: list[dict[str, int]], names: dict[str, str], flag: bool
) -> None:
    title, body, keys, sounds = counts
    made = Features(language, title, body, keys, sounds, names, flag)

    assert Features.decode(made.encode()) == made


def test_what_the_first_version_wrote_is_still_read() -> None:
    old = '[2,"en",{"flooded":3},{"place:DE":1},{"place:DE":"Germany"}]'

    assert Features.decode(old) == Features(
        "en", {}, {stem("flooded", "en"): 3}, {"place:DE": 1}, names={"place:DE": "Germany"}
    )


def test_equal_features_are_written_alike() -> None:
    assert Features("en", {"a": 1, "b": 2}, {}).encode() == Features("en", {"b": 2, "a": 1}, {}).encode()


@pytest.mark.parametrize("text", ["{}", "[]", '[99,"en",{},{},{}]', "null"])
def test_anything_else_is_no_features(text: str) -> None:
    with pytest.raises(ValueError, match="no features"):
        Features.decode(text)
