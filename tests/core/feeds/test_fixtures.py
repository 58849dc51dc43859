"""Each fixture is a feed and, beside it, what must be read of it; to add one, add the two files."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from octavo.core.feeds.parse import parse_feed
from tests.core.feeds.making import ADDRESS

FIXTURES = Path(__file__).parent / "fixtures"
PAIRS = sorted(FIXTURES.glob("*.expected.json"))


@pytest.mark.parametrize("expected_path", PAIRS, ids=lambda path: path.name.partition(".")[0])
def test_the_feed_is_read_as_stated(expected_path: Path) -> None:
    (feed_path,) = (
        p for p in FIXTURES.glob(expected_path.name.partition(".")[0] + ".*") if p != expected_path
    )
    expected = json.loads(expected_path.read_text())

    parsed = _plain(asdict(parse_feed(feed_path.read_bytes(), content_type="", address=ADDRESS)))

    assert _only(parsed, like=expected) == expected


def test_every_fixture_has_its_pair() -> None:
    assert len(PAIRS) > 10
    assert len(list(FIXTURES.iterdir())) == 2 * len(PAIRS)


def _plain(value: Any) -> Any:
    """Return *value* as JSON would hold it."""
    match value:
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case datetime():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return value


def _only(value: Any, *, like: Any) -> Any:
    """Return of *value* only the fields that *like* states; lists stay whole."""
    if isinstance(value, dict) and isinstance(like, dict):
        return {key: _only(value[key], like=like[key]) for key in like}
    if isinstance(value, list) and isinstance(like, list) and len(value) == len(like):
        return [_only(one, like=other) for one, other in zip(value, like, strict=True)]
    return value
