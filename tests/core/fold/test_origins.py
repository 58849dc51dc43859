from random import Random

import pytest

from octavo.core.fold.origins import COMMON, SHORTEST, Origins, origin_key
from octavo.core.ids import ArticleId

ENGLISH = "The Elbe rose to nine metres in Dresden on Monday, the city said. " * 3
ARABIC = "ارتفع منسوب نهر النيل في أسوان يوم الاثنين إلى مستوى قياسي، بحسب ما قالت الوزارة. " * 3
WIRE = [f"word{n}" for n in range(200)]
CHANGED = Random(1).sample(range(200), 40)
OTHER = [f"other{n}" for n in range(200)]


def is_copy(text: str, of: str) -> bool:
    origins = Origins()
    origins.add(ArticleId(1), origin_key(of), origin=ArticleId(1))
    return origins.find(origin_key(text)) is not None


def test_copies_share_a_key_whatever_their_spacing_case_and_punctuation() -> None:
    copy = ENGLISH.upper().replace(" ", "\n").replace(",", " –").replace("metres", "me\u00adtres")

    assert origin_key(copy) == origin_key(ENGLISH) != ""


def test_arabic_copies_share_a_key_whatever_their_vowel_signs() -> None:
    copy = ARABIC.replace("نهر", "نَهْر").replace("،", "")

    assert origin_key(copy) == origin_key(ARABIC) != ""


def test_a_short_text_has_no_key_and_no_copies() -> None:
    assert origin_key("Read more on our site.") == ""
    assert origin_key("") == ""
    assert origin_key("a" * SHORTEST) != ""
    assert Origins().find("") is None


def test_text_that_no_encoding_knows_has_a_key_too() -> None:
    assert origin_key("\ud800" + "a" * 200)


@pytest.mark.parametrize(
    "copy",
    [
        WIRE,
        WIRE[:60],
        WIRE[140:],
        ["byline", "and", "dateline", *WIRE],
        [*WIRE, *OTHER],
        [*OTHER, *WIRE],
        [f"new{n}" if n in CHANGED else word for n, word in enumerate(WIRE)],
    ],
    ids=["whole", "its head", "its end", "another head", "joined before", "joined after", "a fifth reworded"],
)
def test_an_edited_copy_is_a_copy(copy: list[str]) -> None:
    assert is_copy(" ".join(copy), of=" ".join(WIRE))


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        [*OTHER[:100], *WIRE[50:70], *OTHER[100:]],
        WIRE[::-1],
        [f"new{n}" if n % 2 else w for n, w in enumerate(WIRE)],
    ],
    ids=["another text", "a quotation", "the same words", "half reworded"],
)
def test_a_look_alike_is_none(text: list[str]) -> None:
    assert not is_copy(" ".join(text), of=" ".join(WIRE))


def test_a_script_that_parts_no_words_is_compared_by_its_letters() -> None:
    text = "".join(chr(0x4E00 + 7 * n) for n in range(300))

    assert is_copy(text[:150], of=text)
    assert not is_copy("".join(chr(0x4E00 + 11 * n) for n in range(300)), of=text)


def test_a_copy_of_a_copy_has_the_origin_of_the_first() -> None:
    origins = Origins()
    key = origin_key(" ".join(WIRE))
    origins.add(ArticleId(1), key, origin=ArticleId(1))
    origins.add(ArticleId(2), key, origin=ArticleId(1))
    origins.remove(ArticleId(1))

    copy = origins.find(key)

    assert copy is not None
    assert (copy.of, copy.share, origins.origin_of(copy)) == (2, 1, 1)


def test_of_two_texts_the_one_that_more_is_copied_of_is_told() -> None:
    origins = Origins()
    origins.add(ArticleId(1), origin_key(" ".join([*WIRE[:130], *OTHER[:70]])), origin=ArticleId(1))
    origins.add(ArticleId(2), origin_key(" ".join(WIRE)), origin=ArticleId(2))

    copy = origins.find(origin_key(" ".join(WIRE)))

    assert copy is not None
    assert copy.of == 2


def test_a_flood_of_one_text_has_one_origin() -> None:
    origins = Origins()
    key = origin_key(ENGLISH)
    for number in range(3 * COMMON):
        copy = origins.find(key)
        origin = origins.origin_of(copy) if copy else ArticleId(number)
        origins.add(ArticleId(number), key, origin=origin)

    copy = origins.find(key)

    assert copy is not None
    assert origins.origin_of(copy) == 0


def test_what_is_forgotten_is_found_no_more() -> None:
    origins = Origins()
    origins.add(ArticleId(1), origin_key(ENGLISH), origin=ArticleId(1))

    origins.remove(ArticleId(1))
    origins.remove(ArticleId(2))

    assert origins.find(origin_key(ENGLISH)) is None


def test_digests_of_the_first_version_still_tell_exact_copies() -> None:
    origins = Origins()
    origins.add(ArticleId(1), "0123456789abcdef" * 2, origin=ArticleId(1))

    assert origins.find("0123456789abcdef" * 2) is not None
    assert origins.find("fedcba9876543210" * 2) is None
