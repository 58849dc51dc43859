from collections.abc import Mapping

from octavo.core.urls import Url
from octavo.demo.replay import ReplayFact, outlet_facts, replay_facts
from octavo.demo.world import World


def facts(world: World) -> Mapping[Url, ReplayFact]:
    return {fact.original: fact for fact in replay_facts(world)}


def test_every_report_has_its_truth_under_its_demo_address(world: World) -> None:
    found = facts(world)

    assert found.keys() == {row.url for row in world.rows}
    assert len({fact.address for fact in found.values()}) == len(world.rows)
    for row in world.rows:
        fact = found[row.url]
        assert fact.published == row.versions[0].at
        assert fact.versions == tuple(version.at for version in row.versions)
        assert (fact.attribution, fact.licence, fact.notes) == (row.attribution, row.licence, row.notes)


def test_truth_of_one_report(world: World) -> None:
    fact = facts(world)[Url("https://go.dev/blog/go1.26")]

    assert fact.address == "http://blog.go.dev.demo.test/news/go-1-26-is-released-987371a912b0"
    assert fact.published.isoformat() == "2026-02-10T00:00:00+00:00"
    assert fact.precision == "day"
    assert fact.outlet == "The Go Blog"
    assert fact.outlet_type == "project news"
    assert fact.licence_url == "https://creativecommons.org/licenses/by/4.0/"
    assert (fact.picture_credit, fact.picture_licence_url) == ("", None)


def test_a_picture_has_its_own_credit_and_licence(world: World) -> None:
    pictured = [fact for fact in replay_facts(world) if fact.picture_credit]

    assert len(pictured) == 20
    assert all(fact.picture_licence_url for fact in pictured)


def test_a_state_affiliated_paper_is_named_as_such(world: World) -> None:
    types = {fact.name: fact.outlet_type for fact in outlet_facts(world)}

    assert types["Tehran Times"] == "state-affiliated newspaper"


def test_outlets_say_what_to_follow(world: World) -> None:
    found = {fact.name: fact for fact in outlet_facts(world)}

    paper = found["Tehran Times"]
    assert len(found) == 29
    assert (paper.feed, paper.feed_format) == ("http://tehrantimes.com.demo.test/news-sitemap.xml", "sitemap")
    assert paper.home == "http://tehrantimes.com.demo.test/"
    assert paper.true_home == "https://www.tehrantimes.com/"
    assert paper.language == "en"
