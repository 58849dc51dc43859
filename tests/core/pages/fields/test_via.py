from octavo.core.pages.article import Fields
from octavo.core.pages.fields.via import Via, find_via


def test_an_agency_s_report_comes_via_the_outlet() -> None:
    fields = Fields(byline=("Anna Berg",), agencies=("Sport desk",), site_name="The Daily Sheet")

    found = find_via(fields, "DRESDEN (Reuters) - The river rose to nine metres on Monday.")

    assert found == Via(("Anna Berg", "Sport desk", "Reuters"), ("Reuters",), "The Daily Sheet")


def test_an_agency_that_publishes_itself_is_via_nobody() -> None:
    fields = Fields(agencies=("AP",), site_name="AP News")

    assert find_via(fields, "DRESDEN (AP) - The river rose.") == Via(("AP",), ("AP",), "")


def test_an_outlet_s_own_report_is_its_own() -> None:
    assert find_via(Fields(site_name="The Daily Sheet"), "The river rose.") == Via((), (), "The Daily Sheet")
