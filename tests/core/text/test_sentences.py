import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.sentences import BLIND, Case, cases, measure
from octavo.core.text.sentences import Span, sentences


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["The Elbe rose to 9.4 metres.", "Nobody was hurt!", "Why?"]),
        ("en", ["Mr. J. P. Smith of the U.S. Senate spoke at 5 p.m. on Monday.", "He left."]),
        ("en", ["“We will rebuild.”", "She did not say when."]),
        ("en", ["“Why?” he asked."]),
        ("de", ["Am 3. März tritt Dr. Weber zurück.", "Das sagte er z. B. in Bonn."]),
        ("fr", ["M. Dupont a démissionné.", "« Assez ! » a-t-il dit."]),
        ("ar", ["ارتفع النيل إلى ٩٫٤ أمتار.", "هل أُصيب أحد؟", "لا!"]),
        ("ar", ["قال د. أحمد إن السد آمن.", "وأضاف أن المياه تنحسر."]),
        ("ur", ["دریا بلند ہو گیا۔", "کوئی زخمی نہیں ہوا۔"]),
        ("hi", ["नदी का जल बढ़ा।", "कोई घायल नहीं हुआ।"]),
    ],
)
def test_sentences_of_spaced_scripts(language: str, expected: list[str]) -> None:
    assert cut(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["河水上涨。", "无人受伤！", "为什么？"]),
        ("ja", ["「堤防は持つ。」と述べた。", "市民は帰宅した。"]),
    ],
)
def test_sentences_of_unspaced_scripts(language: str, expected: list[str]) -> None:
    assert cut("".join(expected), language) == expected


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: f"{case.language} {case.sentences[0][:30]}")
def test_hard_cases(case: Case) -> None:
    assert tuple(cut(case.text, case.language)) == case.sentences


def test_cases_that_no_rule_was_made_for_are_mostly_right() -> None:
    for found in measure(cases(BLIND)).values():
        assert found.f1 > 0.95


def test_a_line_ends_a_sentence() -> None:
    assert cut("A heading\n\nA sentence without a stop", "en") == ["A heading", "A sentence without a stop"]


@given(
    st.text(alphabet='aB. ?!\n«»"”؟،1م。「」', max_size=60), st.sampled_from(("en", "ar", "de", "zh", "und"))
)
def test_sentences_leave_out_white_space_only_and_never_overlap(text: str, language: str) -> None:
    found = sentences(text, language)

    at = 0
    for span in found:
        assert text[at : span.start].strip() == ""
        assert span.of(text).strip() == span.of(text) != ""
        assert "\n" not in span.of(text)
        at = span.end
    assert text[at:].strip() == ""


def test_spans_are_ordered_by_their_place() -> None:
    assert Span(1, 5) < Span(2, 3)
