import pytest

from octavo.core.text.categories import cut_from_sentences, names_outlet, says_title

TITLE = "Harbour ferry returns after storm tore ramp from quay"


@pytest.mark.parametrize(
    ("categories", "cut"),
    [
        (["harbour", "ferry", "returns", "storm", "Port Ellery"], {"harbour", "ferry", "returns", "storm"}),
        (["Harbour", "ferry", "returns", "storm"], {"Harbour", "ferry", "returns", "storm"}),
        (["quay", "storm", "tore", "ferry", "ramp", "boats"], {"quay", "storm", "tore", "ferry", "ramp"}),
        (["storm", "ferry"], set()),
        (["Harbour", "Ferry", "Returns", "Storm"], set()),
        (["Port Ellery", "Ines Calder"], set()),
    ],
)
def test_words_that_a_program_took_from_the_title(categories: list[str], cut: set[str]) -> None:
    assert cut_from_sentences(categories, title=TITLE, text="") == cut


def test_words_that_a_program_took_from_the_first_sentence() -> None:
    text = "Wywołujące zapalenie opon mózgowych bakterie"

    assert (
        len(cut_from_sentences(["Wywołujące", "zapalenie", "opon", "mózgowych"], title="Eksperci", text=text))
        == 4
    )


def test_the_title_is_no_category() -> None:
    assert says_title(TITLE.lower(), TITLE)
    assert not says_title("ferry", TITLE)
    assert not says_title("", "")


@pytest.mark.parametrize("category", ["Quay Post", "quaypost", "The Quay Post newsroom"])
def test_names_of_the_outlet(category: str) -> None:
    assert names_outlet(category, "The Quay Post")


@pytest.mark.parametrize("category", ["The", "Ferries", ""])
def test_no_names_of_the_outlet(category: str) -> None:
    assert not names_outlet(category, "The Quay Post")
    assert not names_outlet("Quay", "")
