import json

import pytest

from octavo.core.urls import Url
from tests.core.pages.fields.pages import fields, linked, meta


def link(href: str) -> str:
    return f'<link rel="canonical" href="{href}">'


@pytest.mark.parametrize(
    "href",
    ["https://outlet.test/flood", "https://m.outlet.test/1", "https://www.outlet.test/1", "/2026/flood"],
)
def test_the_outlet_s_own_address_is_believed(href: str) -> None:
    found = fields(link(href)).canonical

    assert found is not None
    assert found.endswith(href.rpartition("test")[2])


def test_another_host_is_believed_only_when_a_second_statement_agrees() -> None:
    other = "https://other.test/2026/flood"

    assert fields(link(other)).canonical is None
    assert fields(link(other) + meta("og:url", "https://outlet.test/2026/03/flood")).canonical is None
    assert fields(link(other) + meta("og:url", other)).canonical == other
    assert fields(link(other) + linked(mainEntityOfPage={"@id": other})).canonical == other


@pytest.mark.parametrize(
    "href", ["https://outlet.test/", "https://outlet.test/index.html", "", "javascript:x"]
)
def test_a_home_page_or_no_address_is_none(href: str) -> None:
    assert fields(link(href)).canonical is None


def test_the_root_is_canonical_only_for_itself() -> None:
    root = "https://outlet.test/"

    assert fields(link(root), address=Url(root)).canonical == root
    assert fields(link(root), address=Url("https://outlet.test/?p=7")).canonical is None


def test_sections_are_read_where_they_are_stated_or_shown() -> None:
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"name": "Home"}, {"item": {"name": "World"}}, {"name": "Elbe"}],
    }
    script = f'<script type="application/ld+json">{json.dumps(trail)}</script>'
    shown = '<nav class="breadcrumb"><a href="/">الرئيسية</a> / <a href="/w">العالم</a></nav>'

    assert fields(linked(articleSection=["Climate", "World"])).section == "Climate"
    assert fields(meta("article:section", "Politics &amp; law")).section == "Politics & law"
    assert fields(script).section == "World"
    assert fields("", shown).section == "العالم"
    assert fields(meta("og:site_name", "The Sheet") + meta("section", "The Sheet")).section == ""


def test_the_language_is_what_most_statements_say() -> None:
    assert fields(lang="ar").language == "ar"
    assert fields(meta("og:locale", "ar_EG") + linked(inLanguage="ar"), lang="en").language == "ar"
    assert fields(meta("og:locale", "pt_BR"), lang="pt").language == "pt"
    assert (
        fields(
            linked(inLanguage={"@type": "Language", "name": "German", "alternateName": "de"}), lang="x"
        ).language
        == "de"
    )
    assert fields(meta("og:locale", "en_US"), lang="ar").language == "ar"
    assert fields(lang="'not a tag'").language == ""
