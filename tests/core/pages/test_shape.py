import pytest

from octavo.core.pages import shape


@pytest.mark.parametrize(
    "html",
    [
        "",
        "plain",
        "<div>" * shape.DEEPEST,
        "<p>" * 5_000,
        "<ul>" + "<li>x" * 5_000,
        "<div></div>" * 5_000,
        "<br>" * 5_000,
        "<svg><path/></svg>" * 2_000,
        "<script>" + "'<div>'+" * 5_000 + "</script>",
        "<!-- " + "<div>" * 5_000 + " -->",
        "<!-- " * 5_000,
        '<a title="' + "x " * 5_000 + '">',
    ],
)
def test_what_people_write_is_sane(html: str) -> None:
    assert shape.is_sane(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * (shape.DEEPEST + 1),
        "<b><a href=x><table><tr><td>" * 2_000,
        "<div " + " ".join(f"a{n}=1" for n in range(shape.WIDEST + 1)) + ">",
        "x" * (shape.LARGEST + 1),
    ],
)
def test_what_costs_a_parser_minutes_is_not(html: str) -> None:
    assert not shape.is_sane(html)
