import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.core.text.search import LONGEST_TOKEN, query_tokens, search_text, snippet, tokenized, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zürich's São Paulo", "zurich s sao paulo"),
        ("U.S.-led talks at www.example.org/a-b", "us led talks at www example org a b"),
        ("COVID-19 G20", "covid 19 g20"),
        ("الولايات المتحدة", "ولايات متحده"),
        ("والحكومة بالقاهرة للرئيس", "حكومه قاهره رييس"),
        ("أَحْمَد إيمان آمال مصطفى", "احمد ايمان امال مصطفي"),
        ("مـــصر ٢٠٢٦", "مصر 2026"),
        ("東京タワー", "東京 京タ タワ ワー"),
        ("水", "水"),
        ("น้ำ", "นา"),
        ("서울 시장", "서울 시장"),
    ],
)
def test_tokens_of_all_scripts(text: str, expected: str) -> None:
    assert search_text(text) == expected


def test_spellings_that_readers_take_for_one_are_one() -> None:
    for one, other in (
        ("إسرائيل", "اسرائيل"),
        ("مدرسة", "مدرسه"),
        ("Łódź", "Lodz"),
        ("STRASSE", "straße"),
        ("ﬁn", "fin"),
    ):
        assert search_text(one) == search_text(other)


def test_a_query_asks_for_words_and_for_phrases() -> None:
    assert query_tokens('elbe "old town" "الولايات المتحدة"') == (
        ("elbe",),
        ("old", "town"),
        ("ولايات", "متحده"),
    )


def test_a_hyphenated_word_is_asked_for_as_a_phrase() -> None:
    assert query_tokens("covid-19") == (("covid", "19"),)


@pytest.mark.parametrize("query", ["", "  ", '""', "!!", "AND OR NOT *"])
def test_a_query_never_has_an_operator(query: str) -> None:
    assert all(token.isalnum() for phrase in query_tokens(query) for token in phrase)


def test_a_token_is_never_too_long() -> None:
    assert max(map(len, search_text("a" * 500 + " " + "م" * 500).split())) == LONGEST_TOKEN


@given(st.text(max_size=80))
def test_tokens_are_letters_and_digits_and_point_to_where_they_stand(text: str) -> None:
    at = -1
    for token in tokens(text):
        assert token.text.isalnum()
        assert 0 <= token.start < token.end <= len(text)
        assert token.start > at
        at = token.start
    assert tokenized(text) == tuple(tokens(text))


@given(st.text(max_size=60))
def test_what_is_found_by_its_own_words(text: str) -> None:
    stream = search_text(text).split()

    for phrase in query_tokens(text.replace('"', " ")):
        joined = f" {' '.join(phrase)} "
        assert joined in f" {' '.join(stream)} "


def test_a_snippet_shows_the_densest_place_with_its_marks() -> None:
    text = (
        "Nothing here. " * 30 + "The Elbe flooded the old town of Dresden at dusk. " + "Nothing there. " * 30
    )

    pieces = snippet(text, query_tokens("elbe dresden"), 80)

    assert [piece for piece, found in pieces if found] == ["Elbe", "Dresden"]
    assert pieces[0] == ("…", False)
    assert pieces[-1] == ("…", False)
    assert sum(len(piece) for piece, _ in pieces) < 130


def test_a_snippet_is_the_text_as_it_is() -> None:
    pieces = snippet("قالت الحكومة إن الفيضان انحسر", query_tokens("حكومة"), 200)

    assert "".join(piece for piece, _ in pieces) == "قالت الحكومة إن الفيضان انحسر"
    assert ("الحكومة", True) in pieces


@given(st.text(alphabet="abc مصر.", max_size=200), st.integers(10, 60))
def test_a_snippet_invents_nothing(text: str, width: int) -> None:
    pieces = snippet(text, query_tokens("a مصر"), width)

    assert "".join(piece for piece, _ in pieces if piece != "…") in text
