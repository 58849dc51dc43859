import json
from importlib.resources import files

import pytest

from octavo.core.fold.decision import FILE, Found, Join, Model, parse_model, shipped_model
from octavo.core.fold.represent import Features
from octavo.core.fold.window import Candidate, Evidence
from octavo.core.ids import StoryId
from tests.core.fold.reports import features, simple_model

FAR = Evidence(*[0.0] * len(Evidence._fields))
NEAR = FAR._replace(nearest=0.9)
REPORT = features("elbe", "flood")


def test_the_likeliest_candidate_takes_the_article() -> None:
    decision = simple_model().decide(REPORT, [Candidate(StoryId(1), FAR), Candidate(StoryId(2), NEAR)])

    assert isinstance(decision, Join)
    assert decision.story == 2


def test_of_equal_candidates_the_first_stands() -> None:
    decision = simple_model().decide(REPORT, [Candidate(StoryId(5), NEAR), Candidate(StoryId(2), NEAR)])

    assert isinstance(decision, Join)
    assert decision.story == 5


def test_a_founder_names_the_story_that_came_nearest() -> None:
    decision = simple_model().decide(REPORT, [Candidate(StoryId(3), FAR)])

    assert isinstance(decision, Found)
    assert decision.nearest == 3
    assert 0 < decision.chance < 0.5


def test_a_round_up_joins_nothing() -> None:
    wrap = Features("en", {"elbe": 1}, {}, is_roundup=True)

    assert simple_model().decide(wrap, [Candidate(StoryId(1), NEAR)]) == Found()


@pytest.mark.parametrize(
    ("article", "joins"),
    [
        (Features("en", {"flood": 1}, {"elbe": 1}), False),
        (Features("en", {"flood": 1}, {}), True),
        (Features("en", {}, {"flood": 1}), True),
    ],
)
def test_a_short_report_has_a_bar_of_its_own(article: Features, joins: bool) -> None:
    model = Model(0.0, [], bar=0.6, bar_of_short=0.4)

    assert isinstance(model.decide(article, [Candidate(StoryId(1), FAR)]), Join) is joins


def test_a_model_for_other_features_is_refused() -> None:
    stored = json.loads(files("octavo.core.fold").joinpath(FILE).read_bytes())

    with pytest.raises(ValueError, match="other features"):
        parse_model(stored | {"features": stored["features"][1:]})


def test_the_shipped_model_says_what_it_reached_and_tells_like_from_unlike() -> None:
    stored = json.loads(files("octavo.core.fold").joinpath(FILE).read_bytes())
    model = shipped_model()

    alike = FAR._replace(
        nearest=0.8, near=0.8, core=0.8, titles=0.8, texts=0.8, told=0.9, pointing=0.8, keyword=4, keywords=0.5,
        mass=30, rarest=7, lead=0.6, pointing_lead=0.5, same_language=1, silence=1, apart=1,
    )  # fmt: skip
    assert all(0 < figure <= 100 for figure in stored["reached"].values())
    assert model.chance(alike) > 0.8
    assert model.chance(FAR._replace(silence=50, apart=50)) < 0.2
