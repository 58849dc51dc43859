"""Language tags as feeds state them."""

import re
from typing import Final

_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def language_tag(text: str) -> str:
    """Return *text* as a BCP 47 tag (`de_AT` becomes `de-AT`), or empty where it is none."""
    tag = text.strip().replace("_", "-")
    return tag if len(tag) <= 35 and _TAG.fullmatch(tag) else ""
