"""Origins: texts that are one and the same, by an exact digest of their letters."""

import hashlib
import unicodedata
from typing import Final

SHORTEST: Final = 120
"""Letters and digits; two texts that are shorter may be equal by chance, so each is its own origin."""


def origin_key(text: str) -> str:
    """Return a key that only texts of the same letters and digits share; empty for a text that is too short to tell."""
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
    if len(letters) < SHORTEST:
        return ""
    return hashlib.blake2b(letters.encode("utf-8", "replace"), digest_size=16).hexdigest()
