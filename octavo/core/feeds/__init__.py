"""Feeds: bytes to entries, when to poll next, and the feeds and OPML that Octavo writes."""
