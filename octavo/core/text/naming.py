"""Keys of names that no table knows: one key for the spellings in which outlets write one name."""

import re
from functools import lru_cache
from typing import Final

from octavo.core.text.search import tokens

# Endings and given names that are written into Latin letters in several ways.
_ENDINGS: Final = re.compile(r"(?<=\w\w)(?:skyy|skiy|skii|skyi|skyj|skij|ski)\b")
_SOFT: Final = re.compile(r"(?<=\w[a-z])(?:iy|yy|ii|ij)\b")
_EI: Final = re.compile(r"(?<=\w\w)ei\b")
_MUHAMMAD: Final = re.compile(r"\b(?:mohamm?[ae]d|muhamm?[ae]d|mehmed)\b")
_ARTICLE: Final = re.compile(r"\b(?:el|al) (?=\w{3})")
_LEADING: Final = re.compile(r"\A(?:the|la|le|les|el|los|las|der|die|das|il|lo|o|os) (?=\w)")
_INITIAL: Final = re.compile(r"(?<= )[a-z] (?=\w)")


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Return `name:` and the folded *name*; equal for what differs only in marks, initials or the way of transcription."""
    folded = " ".join(token.text for token in tokens(name))
    if folded.isascii():
        folded = _LEADING.sub("", folded)
        if " " in folded:
            folded = _INITIAL.sub("", _ARTICLE.sub("al ", folded))
        folded = _EI.sub("ey", _SOFT.sub("y", _ENDINGS.sub("sky", _MUHAMMAD.sub("mohammed", folded))))
    return f"name:{folded}"
