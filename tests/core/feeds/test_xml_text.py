from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from octavo.core.feeds.xml_text import legal


@given(st.text())
def test_what_is_legal_can_be_written(text: str) -> None:
    element = etree.Element("x")
    element.text = legal(text)

    assert etree.fromstring(etree.tostring(element)).text in (
        None,
        legal(text).replace("\r", "\n"),
        legal(text),
    )
