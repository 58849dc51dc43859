"""The identifiers that rows are known by; each kind is a type of its own, so that none passes for another."""

from typing import NewType

SourceId = NewType("SourceId", int)
FeedId = NewType("FeedId", int)
RoundId = NewType("RoundId", int)
ArticleId = NewType("ArticleId", int)
RevisionId = NewType("RevisionId", int)
PictureId = NewType("PictureId", int)
HashtagId = NewType("HashtagId", int)
StoryId = NewType("StoryId", int)
