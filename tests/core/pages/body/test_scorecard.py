import pytest

from octavo.core.pages.body import context, evidence, points, second
from octavo.core.pages.body.scorecard import Scale, Sheet, likelihood, read_points, write_points

SHEET = Sheet((Scale("size", (10, 20)), Scale("odd")), (("size", "odd"),), signs=("a", "b"))


def test_values_mark_their_grades_alone_and_in_pairs() -> None:
    grades = SHEET.grades((15, True))

    assert grades == [1, 1]
    assert SHEET.marks(grades) == [1, 3 + 1, 5 + 1 * 2 + 1]
    assert (SHEET.first_sign, SHEET.size) == (11, 13)


def test_points_that_are_written_are_read() -> None:
    given = list(range(-3, SHEET.size - 3))

    assert read_points("\n".join(write_points(given, SHEET, width=12)), SHEET) == given


@pytest.mark.parametrize("table", ["", "size 1 2\nodd 1 2\nsize*odd 1 2 3 4 5 6\nsigns 1 2"])
def test_points_of_another_sheet_are_refused(table: str) -> None:
    with pytest.raises(ValueError, match="grades"):
        read_points(table, SHEET)


def test_likelihood_grows_with_the_points_and_never_overflows() -> None:
    assert likelihood(0) == 0.5
    assert 0 < likelihood(-1e9) < likelihood(-100) < likelihood(100) < likelihood(1e9) < 1.0001


def test_the_points_that_are_shipped_fit_their_sheets() -> None:
    for table, sheet in (
        (points.EVIDENCE, evidence.SHEET),
        (points.CONTEXT, context.SHEET),
        (points.SECOND, second.SHEET),
    ):
        assert len(read_points(table, sheet)) == sheet.size
