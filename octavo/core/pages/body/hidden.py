"""What a page hides from those who read it is no text."""

import re
from typing import Final

from lxml.html import HtmlElement

_HIDING: Final = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:\.0*)?(?:px|em|rem|pt|%)?(?:;|!|$)|content-visibility:hidden"
    r"|(?:^|;)opacity:0?(?:\.0+)?(?:;|!|$)|transform:scale\(0\)|clip(?:-path)?:(?:rect\(0|inset\((?:50|100)%)"
)
_FAR_OFF: Final = re.compile(
    r"(?:left|right|top|text-indent|margin-left|margin-top):-\d{4,}(?:px|em|rem|pt)?"
)
_FLAT: Final = re.compile(r"(?:^|;)(?:max-)?(?:height|width):[01](?:px)?(?:;|!|$)")
_FOR_MACHINES: Final = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screen-reader-only)(?:\s|$)"
)


def hides(element: HtmlElement) -> bool:
    """Say whether readers do not see an element: by an attribute, a class that all the web uses for it, or its own style."""
    if element.get("hidden", "until-found") != "until-found":
        return True
    named = element.get("class")
    if named is not None and _FOR_MACHINES.search(named):
        return True
    style = element.get("style")
    if style is None:
        return False
    style = style.replace(" ", "").lower()
    if _HIDING.search(style) or _FAR_OFF.search(style):
        return True
    return "overflow:hidden" in style and _FLAT.search(style) is not None
