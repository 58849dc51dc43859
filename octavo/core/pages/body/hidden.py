"""What a page hides from those who read it is no text."""

import re
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

_MAY_HIDE: Final = XPath("//template | //noscript | //dialog | //*[@hidden] | //*[@style]")
_HIDING: Final = re.compile(r"display:none|visibility:hidden|font-size:0(?:px)?(?:;|$)")
_FAR_OFF: Final = "-9999"


def drop_hidden(tree: HtmlElement) -> None:
    """Take out of *tree* what its readers do not see."""
    for element in _MAY_HIDE(tree):
        if element.getparent() is not None and _is_hidden(element):
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    """Say whether readers do not see an element: by its tag, by an attribute, or by a style of its own."""
    if "hidden" in element.attrib or element.tag in ("template", "noscript", "dialog"):
        return True
    style = element.get("style").replace(" ", "").lower()
    far_off = element.get("aria-hidden") == "true" and _FAR_OFF in style
    return far_off or _HIDING.search(style) is not None
