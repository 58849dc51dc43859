import pytest

from octavo.demo.licences import licence_url, licences


def test_expression_names_each_choice_in_order() -> None:
    found = licences("MIT OR GPL-2.0-or-later")

    assert [licence.name for licence in found] == ["MIT", "GPL 2.0 or later"]


def test_link_leads_to_the_first_choice() -> None:
    assert licence_url("CC-BY-SA-4.0") == "https://creativecommons.org/licenses/by-sa/4.0/"
    assert licence_url("MIT OR Apache-2.0") == "https://spdx.org/licenses/MIT.html"


def test_unknown_licence_is_an_error() -> None:
    with pytest.raises(KeyError):
        licence_url("Unheard-Of-1.0")
