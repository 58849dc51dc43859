import pytest

from tests.core.pages.body.trees import texts_of


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        'style="display: none !important"',
        'style="visibility:collapse"',
        'style="color:red;font-size:0"',
        'style="opacity: 0"',
        'style="position:absolute;left:-10000px"',
        'style="text-indent:-9999em"',
        'style="clip:rect(0,0,0,0)"',
        'style="height:1px;overflow:hidden"',
        'class="visually-hidden"',
        'class="note sr-only"',
    ],
)
def test_what_nobody_sees(attributes: str) -> None:
    assert texts_of(f"<p>a</p><div {attributes}><p>secret</p></div><p>b</p>") == ["a", "b"]


@pytest.mark.parametrize(
    "attributes",
    [
        'hidden="until-found"',
        'style="opacity:0.9"',
        'style="font-size:0.9em"',
        'style="left:-9px"',
        'style="overflow:hidden;height:100px"',
        'class="hidden-gems"',
    ],
)
def test_what_readers_see(attributes: str) -> None:
    assert texts_of(f"<div {attributes}><p>seen</p></div>") == ["seen"]
