"""Origins: which texts are copies of one another: the same, cut short, joined with another, or with some words changed.

A text is kept as the row of its words, two bytes each. Runs of four words lead to the texts that may be its copies; those
few are then compared word by word.
"""

from __future__ import annotations

import base64
import re
import unicodedata
import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
from typing import Final

from octavo.core.ids import ArticleId

SHORTEST: Final = 120
"""Letters and digits; two texts that are shorter may be equal by chance, so each is its own origin."""
LONGEST: Final = 600
"""Words of a text that are kept."""
RUN: Final = 4
"""Words of a run that two copies have in common."""
ANCHORS: Final = 10
"""Runs of a text by which it is found again: always those whose digests are smallest, so that copies choose the same."""
COMMON: Final = 60
"""A run in more texts than this is a formula: it leads nowhere."""
COMPARED: Final = 5

WHOLE: Final = 0.6
"""A copy has this part of the shorter text's runs, and ALIKE of all runs of both."""
ALIKE: Final = 0.35
WITHIN: Final = 0.85
"""A text that has so much of another is its copy, however much longer that is."""
REWORDED: Final = 0.57
"""A text that has so many of another's pairs of words is its copy with words changed here and there."""

_MARK: Final = "w:"
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """A text that an article copies, at least in part."""

    of: ArticleId
    share: float
    """The part of the shorter text's runs of words that both have."""


def origin_key(text: str) -> str:
    """Return what is compared of a text to find its copies; empty for a text that is too short to tell."""
    plain = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    if not plain.isascii():
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = _WORD.findall(plain)
    if sum(map(len, words)) < SHORTEST:
        return ""
    if len(words) * 20 < len(plain):
        # A script that does not part its words: letters stand for them.
        words = list("".join(words))
    row = array("H", (zlib.crc32(w.encode("utf-8", "replace")) & 0xFFFF for w in words[:LONGEST]))
    return _MARK + base64.b85encode(row.tobytes()).decode()


def _row(key: str) -> array[int]:
    if not key.startswith(_MARK):
        # The first version wrote a digest of the whole text: its letters are alike in exact copies only.
        return array("H", map(ord, key))
    row = array("H")
    row.frombytes(base64.b85decode(key[len(_MARK) :]))
    return row


def _runs(row: Sequence[int]) -> frozenset[int]:
    """Return a digest of each run of words. They are not stored: a digest of whole numbers is the same in every process."""
    return frozenset(map(hash, zip(row, row[1:], row[2:], row[3:], strict=False)))


@dataclass(frozen=True, slots=True)
class _Text:
    origin: ArticleId
    row: array[int]
    anchors: tuple[int, ...]


class Origins:
    """The texts of the last articles; what is taken away leaves no trace."""

    def __init__(self) -> None:
        self._texts: dict[ArticleId, _Text] = {}
        self._found_by: dict[int, ArticleId | list[ArticleId]] = {}

    def origin_of(self, copy: Copy) -> ArticleId:
        """Return the first article of the origin that *copy* belongs to."""
        return self._texts[copy.of].origin

    def add(self, article_id: ArticleId, key: str, *, origin: ArticleId) -> None:
        """Remember a text; one without a key is nothing to remember."""
        if not key:
            return
        row = _row(key)
        text = _Text(origin, row, _anchors(_runs(row)))
        self._texts[article_id] = text
        for anchor in text.anchors:
            known = self._found_by.get(anchor)
            if known is None:
                self._found_by[anchor] = article_id
            elif isinstance(known, list):
                known.append(article_id)
            else:
                self._found_by[anchor] = [known, article_id]

    def remove(self, article_id: ArticleId) -> None:
        """Forget a text, if there is one."""
        text = self._texts.pop(article_id, None)
        for anchor in text.anchors if text else ():
            known = self._found_by[anchor]
            if not isinstance(known, list):
                del self._found_by[anchor]
                continue
            known.remove(article_id)
            if len(known) == 1:
                self._found_by[anchor] = known[0]

    def find(self, key: str) -> Copy | None:
        """Return the text that *key* copies most of, the earliest of equals; None: it is new."""
        if not key:
            return None
        row = _row(key)
        best: Copy | None = None
        runs = _runs(row)
        for article_id in self._near(_anchors(runs)):
            share = _share(row, runs, self._texts[article_id].row)
            if share and (best is None or share > best.share):
                best = Copy(article_id, share)
        return best

    def _near(self, anchors: Sequence[int]) -> list[ArticleId]:
        """Return the texts that have most of *anchors*; one in many texts says less."""
        votes: dict[ArticleId, float] = {}
        for anchor in anchors:
            known = self._found_by.get(anchor)
            if known is None:
                continue
            latest = known[-COMMON:] if isinstance(known, list) else (known,)
            for article_id in latest:
                votes[article_id] = votes.get(article_id, 0.0) + 1 / len(latest)
        nearest = nsmallest(COMPARED, ((-vote, article_id) for article_id, vote in votes.items()))
        return [article_id for _, article_id in nearest]


def _anchors(runs: frozenset[int]) -> tuple[int, ...]:
    return tuple(nsmallest(ANCHORS, runs))


def _share(row: array[int], runs: frozenset[int], other: array[int]) -> float:
    """Return which part of the shorter text's runs both have, if one is a copy of the other; else 0."""
    others = _runs(other)
    both, least = len(runs & others), min(len(runs), len(others))
    if not least:
        return 1.0 if row == other else 0.0
    share = both / least
    alike = both / (len(runs) + len(others) - both)
    if share >= WITHIN or (share >= WHOLE and alike >= ALIKE):
        return share
    if share < REWORDED / 4:
        return 0.0
    pairs, other_pairs = set(pairwise(row)), set(pairwise(other))
    shorter = min(len(pairs), len(other_pairs))
    return share if len(pairs & other_pairs) >= REWORDED * shorter else 0.0
