import io
import tomllib
import zipfile

import pytest

from octavo.core.pages.expectation import Expectation, Pair, as_archive, as_toml


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "One.\n\nTwo “quoted” and \"straight\" and 'single'.",
        '"""\n"""\n\\ back \\n',
        "عاجل\n\nخبر ثانٍ",
        "tab\tbell\x07 and \x7f",
    ],
)
def test_an_expectation_is_read_back_as_it_was_written(text: str) -> None:
    told = Expectation('https://a.test/?q="x"', title='A "title"', text=text)

    assert tomllib.loads(as_toml(told)) == {
        "address": 'https://a.test/?q="x"',
        "title": 'A "title"',
        "text": text if "\n" not in text else text.rstrip("\n") + "\n",
    }


def test_a_page_that_is_no_article_expects_nothing_else() -> None:
    assert as_toml(Expectation("https://a.test/", title="A", text="B", refused=True)) == (
        'address = "https://a.test/"\nrefused = true\n'
    )


def test_a_pair_is_two_files_and_the_same_pair_the_same_bytes() -> None:
    pair = Pair("flood", b"<html>\xff", 'title = "A"\n')

    archive = zipfile.ZipFile(io.BytesIO(as_archive(pair)))

    assert {name: archive.read(name) for name in archive.namelist()} == {
        "flood.html": b"<html>\xff",
        "flood.expected.toml": b'title = "A"\n',
    }
    assert as_archive(pair) == as_archive(pair)
