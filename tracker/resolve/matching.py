"""How alike two names are, as score, verdict and reason: the one scale that pairs of names are judged on."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tracker.model import Match, Sameness
from tracker.resolve import bodies, persons
from tracker.text.body_names import looks_like_body
from tracker.text.canonical import canonical

SAME: Final = 0.8
MAYBE: Final = 0.65
"""From which score on two names are taken for one, and shown to a person. Set on tests/gold/name_pairs.jsonl."""


def match(a: str, b: str, kind: str | None = None) -> Match:
    """How alike two names are; the same function joins mentions across articles.

    kind — "person", "organisation" or None, where the names' own form tells which. The score is 1 for one name in two printings and
    falls with the weakest pair of words and with words that only one name has. A name without letters is like nothing, itself included.
    """
    found = bodies.score(a, b) if are_bodies(a, b, kind) else persons.score(a, b)
    score = round(min(1.0, max(0.0, found.score)), 4)
    verdict = Sameness.SAME if score >= SAME else Sameness.MAYBE if score >= MAYBE else Sameness.DIFFERENT
    same_printing = score == 1 and canonical(a) == canonical(b)
    return Match(score, verdict, "one name but for title, accent, particle or case" if same_printing else found.reason)


def are_bodies(a: str, b: str, kind: str | None) -> bool:
    return kind in ("organisation", "group") or (kind != "person" and (looks_like_body(a) or looks_like_body(b)))


@lru_cache(maxsize=65536)
def are_unlike(a: str, b: str, least: float, kind: str | None = None) -> bool:
    """The score is below the least for certain; False where only `match` can tell. Most of the names that share a key are unlike."""
    return bodies.is_below(a, b, least) if are_bodies(a, b, kind) else persons.is_below(a, b, least)
