"""Text that may stand in XML."""

import re
from typing import Final

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def legal(text: str) -> str:
    """Return *text* without the characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", text)
