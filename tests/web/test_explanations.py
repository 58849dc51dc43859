import inspect
import re

import pytest

from octavo.core import errors
from octavo.core.pages.gate import verdict
from octavo.web.explanations import explain

OF_FETCHING = [
    kind.code
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.FetchError | errors.FeedError | errors.PageError)
    and kind is not errors.FetchError
]
OF_THE_GATE = re.findall(r'Refused\(\s*"(\w+)"', inspect.getsource(verdict))


@pytest.mark.parametrize("code", sorted({*OF_FETCHING, *OF_THE_GATE}))
def test_every_failure_of_a_feed_or_page_is_explained_with_what_can_be_done(code: str) -> None:
    explanation = explain(code, "said")

    assert explanation.what
    assert explanation.advice


def test_a_code_without_words_says_what_the_failure_said_itself() -> None:
    assert explain("new_code", "It hailed.").said == "It hailed."
    assert explain("new_code").said == "new_code"
