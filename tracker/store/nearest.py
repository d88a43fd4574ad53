"""Speakers by a name that may be misspelt: those whose words begin alike, then those alike in letters."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache
from typing import Any

from tracker.model import Speaker
from tracker.store.index import quoted
from tracker.store.rows import folded, speaker_of

NEAREST = 60


def nearest_speakers(ask: Any, name: str) -> list[Speaker]:
    """Speakers by name: those whose words begin with all of these first, then those alike in letters."""
    words = folded(name)
    if not words:
        return []
    sql = f"""SELECT speaker.* FROM name_token JOIN speaker ON speaker.n = name_token.speaker
        WHERE token >= :low AND token < :high ORDER BY speaker.statements DESC LIMIT {NEAREST}"""
    longest = max(words, key=len)
    found = {row["n"]: row for row in ask(sql, low=longest, high=longest + "\uffff")}
    grams = {word[at : at + 3] for word in words for at in range(max(1, len(word) - 2)) if len(word) >= 3}
    if grams and (len(words) > 1 or len(found) < NEAREST):
        sql = f"""SELECT speaker.* FROM alias_grams JOIN speaker ON speaker.n = alias_grams.speaker
            WHERE alias_grams MATCH :grams ORDER BY alias_grams.rank LIMIT {NEAREST}"""
        found.update({row["n"]: row for row in ask(sql, grams=" OR ".join(quoted(gram) for gram in sorted(grams)))})
    if not any(likeness(words, speaker_of(row)) >= CLOSE_ENOUGH for row in found.values()):
        found |= {row["n"]: row for row in begun_alike(ask, longest)}
    scored = [(likeness(words, speaker_of(row)), -row["statements"], row["n"], row) for row in found.values()]
    return [speaker_of(row) for score, _, _, row in sorted(scored, key=lambda s: (-s[0], s[1], s[2])) if score >= CLOSE_ENOUGH]


def begun_alike(ask: Any, word: str) -> Sequence[Any]:
    """Speakers with the word of their names that is nearest, of those that begin with the same letter: letters that changed places leave
    no three of them as they were.
    """
    sql = """SELECT DISTINCT token FROM name_token WHERE token >= :low AND token < :high AND length(token) BETWEEN :short AND :long
        AND token NOT LIKE '% %' LIMIT 5000"""
    known = [row["token"] for row in ask(sql, low=word[:1], high=word[:1] + "\uffff", short=len(word) - 1, long=len(word) + 1)]
    sql = f"""SELECT speaker.* FROM name_token JOIN speaker ON speaker.n = name_token.speaker WHERE token IN :near
        ORDER BY speaker.statements DESC LIMIT {NEAREST}"""
    return ask(sql, near=near) if (near := get_close_matches(word, known, 3, CLOSE_ENOUGH)) else []


CLOSE_ENOUGH = 0.6


def likeness(words: Sequence[str], speaker: Speaker) -> float:
    """0 to 1: how well the words asked for are found among those of the speaker's best name."""
    return max(alike(words, folded(name)) for name in (speaker.name, *speaker.variants))


def alike(words: Sequence[str], name: Sequence[str]) -> float:
    if not name:
        return 0.0
    return sum(max(word_likeness(word, other) for other in name) for word in words) / len(words)


@lru_cache(65536)
def word_likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if b.startswith(a):
        return 0.95
    return SequenceMatcher(None, a, b, autojunk=False).ratio()
