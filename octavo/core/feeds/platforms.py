"""Hosts that many publish on: there the host says nothing about who the source is."""

from typing import Final

from octavo.core.urls import Url, host_of
from octavo.core.words import word_set

_PLATFORMS: Final = word_set(
    "youtube.com medium.com reddit.com old.reddit.com vimeo.com github.com gitlab.com bsky.app t.me telegram.me",
    "feeds.feedburner.com feedburner.com feeds.megaphone.fm anchor.fm feeds.buzzsprout.com feeds.simplecast.com",
    "feeds.libsyn.com feeds.acast.com feeds.transistor.fm feeds.soundcloud.com soundcloud.com omnycontent.com",
    "podcasts.apple.com rss.art19.com spreaker.com podigee.io news.google.com mastodon.social rsshub.app",
    "dailymotion.com odysee.com rumble.com archive.org sites.google.com livejournal.com dev.to ghost.io",
)


def is_platform(url: Url) -> bool:
    """Say whether feeds on the host of *url* belong to many sources."""
    return host_of(url).removeprefix("www.").removeprefix("m.") in _PLATFORMS
