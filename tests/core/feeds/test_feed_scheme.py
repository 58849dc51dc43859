import pytest

from octavo.core.feeds.feed_scheme import web_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("feed://a.example/rss", "http://a.example/rss"),
        ("feed:https://a.example/rss", "https://a.example/rss"),
        (" https://a.example/feed:x ", "https://a.example/feed:x"),
        ("feed", "feed"),
    ],
)
def test_the_web_address_is_taken_out(text: str, address: str) -> None:
    assert web_address(text) == address
