"""How large texts are kept: zstd, which costs little and makes pages a fifth."""

from typing import Final

import zstandard

_LEVEL: Final = 3


def pack(content: bytes | str) -> bytes | None:
    """Return *content* packed for keeping; None for nothing."""
    raw = content.encode() if isinstance(content, str) else content
    return zstandard.compress(raw, _LEVEL) if raw else None


def unpack(packed: bytes | None) -> bytes:
    """Return what `pack` was given."""
    return zstandard.decompress(packed) if packed else b""
