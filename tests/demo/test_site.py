from datetime import UTC, datetime, timedelta

from octavo.core.urls import canonical, host_of
from octavo.demo.site import items, page_path, sites
from octavo.demo.world import Outlet, World
from tests.demo.reports import outlet, report

MOMENT = datetime(2020, 1, 1, tzinfo=UTC)


def hosts(*outlets: Outlet) -> list[str]:
    return [site.host for site in sites(outlets)]


def test_host_is_the_true_one_with_what_the_path_says_in_front() -> None:
    assert hosts(
        outlet("https://en.wikipedia.org/"),
        outlet("https://en.wikipedia.org/wiki/Portal:Current_events"),
        outlet("https://www.debian.org/News/index.de.html"),
        outlet("https://go.dev/blog/"),
    ) == [
        "en.wikipedia.org.demo.test",
        "current-events.en.wikipedia.org.demo.test",
        "news-de.debian.org.demo.test",
        "blog.go.dev.demo.test",
    ]


def test_outlets_of_one_home_page_still_differ() -> None:
    assert hosts(outlet("https://a.example/"), outlet("https://a.example/")) == [
        "a.example.demo.test",
        "2.a.example.demo.test",
    ]


def test_every_outlet_of_the_demo_has_a_host_of_its_own(world: World) -> None:
    found = sites(world.outlets)

    assert len({site.host for site in found}) == len(world.outlets)
    assert all(host_of(site.feed) == site.host == host_of(site.home) for site in found)


def test_all_feed_formats_and_all_designs_are_used_and_one_sitemap(world: World) -> None:
    formats = [site.format for site in sites(world.outlets)]

    assert set(formats) == {"rss2", "rss1", "atom", "json", "sitemap"}
    assert formats.count("sitemap") == 1
    assert {site.design for site in sites(world.outlets)} == {"broadsheet", "blog", "wire", "wiki"}


def test_withdrawing_an_outlet_leaves_the_others_as_they_were(world: World) -> None:
    whole = {site.outlet.name: (site.host, site.format, site.design) for site in sites(world.outlets)}

    rest = sites([outlet for outlet in world.outlets if "ar.wikinews" not in outlet.home])

    assert len(rest) == len(whole) - 1
    assert all(whole[site.outlet.name] == (site.host, site.format, site.design) for site in rest)


def test_every_report_has_a_page_of_its_own(world: World) -> None:
    pages = {canonical(site.page(row)) for site in sites(world.outlets) for row in site.outlet.rows}

    assert len(pages) == len(world.rows)


def test_page_path_keeps_the_words_of_a_title_that_has_latin_ones_only() -> None:
    assert page_path(report("abc", [MOMENT], title="Go 1.26 is out!")) == "/news/go-1-26-is-out-abc"
    assert page_path(report("abc", [MOMENT], title="زلزال")) == "/news/abc"


def test_items_show_the_version_of_their_step_the_newest_report_first() -> None:
    hour = timedelta(hours=1)
    old = report("old", [MOMENT, MOMENT + 9 * hour], texts=["One dead.", "Two dead."])
    new = report("new", [MOMENT + hour])
    site = sites([outlet("https://a.example/", old, new)])[0]
    shown = {row.id: tuple(version.at + 100 * hour for version in row.versions) for row in (old, new)}

    before = items(site, shown, step=0)
    after = items(site, shown, step=7)

    assert [item.row.id for item in before] == [item.row.id for item in after] == ["new", "old"]
    assert (before[1].version.paragraphs, before[1].updated) == (("One dead.",), None)
    assert (after[1].version.paragraphs, after[1].updated) == (("Two dead.",), MOMENT + 109 * hour)
    assert (after[0].updated, after[0].changed) == (None, MOMENT + 101 * hour)


def test_summary_is_the_first_paragraph_or_its_beginning(world: World) -> None:
    shown = {row.id: tuple(version.at for version in row.versions) for row in world.rows}

    for site in sites(world.outlets):
        for item in items(site, shown, step=0):
            first = item.version.paragraphs[0]
            assert item.summary == first or first.startswith(item.summary.removesuffix(" …"))
            assert item.summary == first or (item.row.kind == "article" and len(item.summary) <= 302)
