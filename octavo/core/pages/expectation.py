"""Fixture pairs: a page, and what reading it must give, as files that a test takes without code."""

import io
import zipfile
from dataclasses import dataclass
from typing import Final

_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell: the same pair gives the same bytes."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """What reading a page must give; what is empty is not judged."""

    address: str
    content_type: str = ""
    feed_title: str = ""
    title: str = ""
    text: str = ""
    """The whole text; paragraphs parted by an empty line."""
    refused: bool = False
    """The page is no article, and must not pass."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A page beside its expectation."""

    name: str
    page: bytes
    expected: str
    """As TOML."""


def as_toml(expectation: Expectation) -> str:
    """Return *expectation* as the file beside a page says it."""
    told = {
        "address": expectation.address,
        "content_type": expectation.content_type,
        "feed_title": expectation.feed_title,
        "title": "" if expectation.refused else expectation.title,
        "text": "" if expectation.refused else expectation.text,
    }
    lines = [f"{name} = {_quoted(value)}" for name, value in told.items() if value]
    return "".join(f"{line}\n" for line in [*lines, *(["refused = true"] if expectation.refused else [])])


def _quoted(value: str) -> str:
    """Return *value* as a TOML basic string, over several lines where it has some."""
    lines = ["".join(map(_escaped, line)) for line in value.splitlines()]
    if len(lines) < 2:
        return f'"{"".join(lines)}"'
    return '"""\n' + "\n".join(lines) + '\n"""'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    return f"\\u{ord(letter):04X}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter


def as_archive(pair: Pair) -> bytes:
    """Return *pair* as a zip of its two files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (
            (f"{pair.name}.html", pair.page),
            (f"{pair.name}.expected.toml", pair.expected.encode()),
        ):
            archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()
