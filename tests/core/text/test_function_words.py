from octavo.core.text.function_words import function_words
from octavo.core.text.search import fold_word


def test_a_language_without_a_list_has_none() -> None:
    assert function_words("xx") == frozenset()
    assert "the" in function_words("en")


def test_words_are_known_as_they_are_written_and_as_search_tokens() -> None:
    for language, word in (("de", "für"), ("fr", "après"), ("ar", "الثلاثاء"), ("ar", "سوى")):
        assert {word, fold_word(word)} <= function_words(language)
