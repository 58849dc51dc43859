import re

import pytest
from lxml import etree

from octavo.core.feeds.markup import MOST_ATTRIBUTES, MOST_ENTRIES, MOST_REFERENCES, tame

ROOT = re.compile(r"<rss\b")


def _tamed(text: str) -> str:
    return tame(text, root=ROOT)[0]


def test_what_is_well_formed_stays_as_it_is() -> None:
    text = '<rss xmlns:a="urn:a"><item a:b="&amp;">&#8217;<![CDATA[ & &eacute; <br> ]]></item></rss>'

    assert tame(text, root=ROOT) == (text, ())


def test_what_stands_before_the_root_is_left_out() -> None:
    assert _tamed("<b>Warning</b>: x<br />\n<rss></rss>") == "<rss></rss>"
    assert tame("<html></html>", root=ROOT) == ("", ())


def test_references_are_mended_outside_of_cdata_only() -> None:
    text = "<rss>a & b &c; &eacute; &amp; &#1; &#xFFFF; &#99999999999999; <![CDATA[a & b]]></rss>"

    assert _tamed(text) == "<rss>a &amp; b &amp;c; é &amp;    <![CDATA[a & b]]></rss>"


def test_control_characters_are_taken_out() -> None:
    tamed, problems = tame("<rss>a\x00\x0b\x1b[31mb\x7f\ufffe\t\n</rss>", root=ROOT)

    assert tamed == "<rss>a[31mb\t\n</rss>"
    assert problems == ("Control characters were taken out.",)


def test_short_entities_are_put_in_place_and_no_others() -> None:
    prolog = (
        '<!DOCTYPE rss [<!ENTITY a "A ]> &#38; co"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///x">'
        f'<!ENTITY long "{"x" * 5000}"><!ENTITY tag "<b/>">]>'
    )

    tamed = _tamed(prolog + "<rss>&a; &b; &f; &long; &tag;</rss>")

    assert tamed == "<rss>&amp;a; &amp;b; &amp;f; &amp;long; &amp;tag;</rss>"
    assert _tamed('<!DOCTYPE rss [<!ENTITY a "A, B">]><rss>&a;</rss>') == "<rss>A, B</rss>"


def test_expansion_is_bounded() -> None:
    text = f'<!DOCTYPE rss [<!ENTITY a "{"x" * 900}">]><rss>{"&a;" * 50_000}</rss>'

    assert len(_tamed(text)) < 1_000_000


def test_an_element_with_too_many_attributes_loses_them() -> None:
    crowd = " ".join(f"a{n}='>'" for n in range(MOST_ATTRIBUTES + 1))
    few = " ".join(f'a{n}="1"' for n in range(MOST_ATTRIBUTES))

    assert _tamed(f"<rss><x {crowd}/><y {few}/></rss>") == f"<rss><x/><y {few}/></rss>"


def test_prefixes_without_a_namespace_get_one() -> None:
    tamed = _tamed("<rss><dc:creator foo:bar='1'>x</dc:creator></rss>")

    root = etree.fromstring(tamed)
    assert root[0].tag == "{http://purl.org/dc/elements/1.1/}creator"


def test_entries_beyond_the_bound_are_left_out_and_the_document_stays_whole() -> None:
    tamed, problems = tame(f"<rss>{'<item>x</item>' * (MOST_ENTRIES + 10)}<end/></rss>", root=ROOT)

    root = etree.fromstring(tamed)
    assert len(root) == MOST_ENTRIES + 1
    assert root[-1].tag == "end"
    assert len(problems) == 1


def test_a_last_entry_that_breaks_off_is_left_out() -> None:
    tamed, problems = tame("<rss><item>1</item><item><link>http://a.exam", root=ROOT)

    assert tamed == "<rss><item>1</item>"
    assert problems == ("The feed breaks off in its last entry, which was left out.",)


@pytest.mark.parametrize(
    ("nested", "flat"),
    [
        ("<item>A<x><item>B</item></x>C</item>", "<item>A<x></x>C</item><item>B</item>"),
        ("<item>A<item>B</item><item>C</item></item>", "<item>A</item><item>B</item><item>C</item>"),
        ("<item>A<item>B</item></item>-<item>C<item>D</item>E</item>",
         "<item>A</item><item>B</item>-<item>CE</item><item>D</item>"),
        ("<item><c:item xmlns:c='u'>A</c:item></item>", "<item><c:item xmlns:c='u'>A</c:item></item>"),
    ],
)  # fmt: skip
def test_entries_inside_entries_come_after_them(nested: str, flat: str) -> None:
    assert _tamed(f"<rss>{nested}</rss>") == f"<rss>{flat}</rss>"


def test_much_escaped_html_is_the_same_text_afterwards() -> None:
    escaped = "&lt;p&gt;a ]]&gt; &amp;amp; &#8217; &amp;lt;&lt;/p&gt;" * 5
    text = f"<rss a='> &amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;'><item>{escaped}</item></rss>"

    tamed = _tamed(text)

    assert "<![CDATA[" in tamed
    before, after = etree.fromstring(text), etree.fromstring(tamed)
    assert after[0].text == before[0].text
    assert after.attrib == before.attrib


def test_a_document_of_too_many_tags_or_references_is_cut_there() -> None:
    tags, stated = tame(f"<rss>{'<a/>' * 50}</rss>", root=ROOT, most_tags=10)
    references, _ = tame(
        f"<rss>{'&amp; ' * 3}<b/>{'&amp;<b/>' * (MOST_REFERENCES + 5)}", root=ROOT, most_tags=10**7
    )
    cdata, _ = tame(f"<rss><![CDATA[{'<a/>' * 50}]]></rss>", root=ROOT, most_tags=10)

    assert tags == "<rss>" + "<a/>" * 9
    assert stated == ("Only the first 10 tags or references were read.",)
    assert references.count("&") == MOST_REFERENCES
    assert cdata.count("<a/>") == 50
