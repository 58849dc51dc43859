import pytest

from octavo.core.feeds.terms import fewer_terms


@pytest.mark.parametrize(
    ("text", "fewer"),
    [
        ("<item><category>a</category><dc:subject>b</dc:subject></item>", None),
        (
            "<item><category>a</category><category>b</category><category>c</category></item>",
            "<item><category>a</category><category>b</category><surplus>c</surplus></item>",
        ),
        ("<keywords>a,b</keywords><x>,,,</x>", None),
        ("<keywords>a,b,c</keywords>", "<surplus>a,b,c</surplus>"),
        ("<m:keywords>a&#44;b&#44;c</m:keywords>", "<surplus>a&#44;b&#44;c</surplus>"),
        ("<m:keywords><![CDATA[a,b]]>,<![CDATA[c]]></m:keywords>", "<surplus><![CDATA[a,b]]>,<![CDATA[c]]></surplus>"),
        ("<category term='a'/><CATEGORY/><category/>", "<category term='a'/><CATEGORY/><surplus/>"),
        ("<item><tags>a,b</tags></item>" * 3, None),
        ("<category/><item/><category/><item/><category/>", "<category/><item/><category/><item/><surplus/>"),
        ("<category/></item>" * 3, "<category/></item><category/></item><surplus/></item>"),
        ("<categories/>" * 3, None),
        ("<title>a, b, c, d</title>", None),
    ],
)  # fmt: skip
def test_terms_beyond_the_bound_mean_nothing(text: str, fewer: str | None) -> None:
    assert fewer_terms(text, most=2) == (text if fewer is None else fewer)
