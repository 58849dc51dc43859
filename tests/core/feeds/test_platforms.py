import pytest

from octavo.core.feeds.platforms import is_platform
from octavo.core.urls import Url


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/feeds/videos.xml?channel_id=x",
        "https://m.youtube.com/",
        "https://medium.com/feed/x",
    ],
)
def test_on_a_platform_the_host_does_not_say_who_publishes(url: str) -> None:
    assert is_platform(Url(url))


@pytest.mark.parametrize(
    "url",
    [
        "https://www.bbc.co.uk/news",
        "https://notyoutube.com/",
        "https://youtube.com.evil.example/",
        "https://x.blogspot.com/",
    ],
)
def test_everywhere_else_it_does(url: str) -> None:
    assert not is_platform(Url(url))
