import pytest

from octavo import VERSION
from octavo.core.errors import BadInput
from octavo.fetch.policy import FetchPolicy


def test_the_user_agent_says_who_asks() -> None:
    assert FetchPolicy().user_agent == f"Octavo/{VERSION}"
    assert FetchPolicy(owner="https://desk.example").user_agent == f"Octavo/{VERSION} (+https://desk.example)"


@pytest.mark.parametrize("owner", ["a\r\nX-Evil: 1", "a\x00b", "m\u00fcller@example.org"])
def test_an_owner_who_does_not_fit_into_a_header_is_refused(owner: str) -> None:
    with pytest.raises(BadInput):
        FetchPolicy(owner=owner)
