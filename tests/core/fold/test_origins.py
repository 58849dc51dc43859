from octavo.core.fold.origins import SHORTEST, origin_key

ENGLISH = "The Elbe rose to nine metres in Dresden on Monday, the city said. " * 3
ARABIC = "ارتفع منسوب نهر النيل في أسوان يوم الاثنين إلى مستوى قياسي، بحسب ما قالت الوزارة. " * 3


def test_copies_share_a_key_whatever_their_spacing_case_and_punctuation() -> None:
    copy = ENGLISH.upper().replace(" ", "\n").replace(",", " –").replace("metres", "me\u00adtres")

    assert origin_key(copy) == origin_key(ENGLISH) != ""


def test_arabic_copies_share_a_key_whatever_their_vowel_signs() -> None:
    copy = ARABIC.replace("نهر", "نَهْر").replace("،", "")

    assert origin_key(copy) == origin_key(ARABIC) != ""


def test_one_changed_word_is_another_text() -> None:
    assert origin_key(ENGLISH) != origin_key(ENGLISH.replace("nine", "ten", 1))


def test_a_short_text_has_no_key() -> None:
    assert origin_key("Read more on our site.") == ""
    assert origin_key("") == ""
    assert origin_key("a" * SHORTEST) != ""


def test_text_that_no_encoding_knows_has_a_key_too() -> None:
    assert origin_key("\ud800" + "a" * 200)
