import pytest

from octavo.core.pages.body.mending import mend


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Trump''s", "Trump's"),
        ('a ""quoted"" word', 'a "quoted" word'),
        ("Food &amp; drink", "Food & drink"),
        ("&quot;Yes&quot; &#39;no&#39; &#x2019;", "\"Yes\" 'no' ’"),
    ],
)
def test_what_went_wrong_is_mended(written: str, meant: str) -> None:
    assert mend(written) == meant


@pytest.mark.parametrize("text", ["AT&T; others", "R&D;", "5'' and 6''", 'said ""', "&nosuchname;", "plain"])
def test_what_may_be_meant_so_stays(text: str) -> None:
    assert mend(text) == text
