import pytest

from octavo.core.packing import pack, unpack


@pytest.mark.parametrize("content", [b"bytes", "Größe", "x" * 100_000])
def test_what_is_packed_can_be_unpacked(content: bytes | str) -> None:
    packed = pack(content)

    assert unpack(packed) == (content.encode() if isinstance(content, str) else content)


def test_nothing_stays_nothing() -> None:
    assert pack("") is None
    assert unpack(None) == b""


def test_what_repeats_itself_becomes_small() -> None:
    assert len(pack(b"x" * 100_000) or b"") < 100
