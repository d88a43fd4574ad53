"""What a candidate cue was read to report: on which side its content lies, where that begins and ends, and how sure this is.

The questions are asked in turn, each answered by the best of a few candidates with its share of probability: does the cue report
speech and on which side (`sides`), where does the content begin and end (`borders`). Their shares multiplied are the confidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final, NamedTuple

from tracker.extract import borders, sides
from tracker.extract.comments import aside, comment, credit_within, goes_on, inserted, is_judged, speaks
from tracker.extract.openings import calls, is_opened
from tracker.extract.passages import BREAKS, FINITE, NOUNS, Passage
from tracker.extract.reporting import Cue
from tracker.extract.sides import SIDES, Row
from tracker.extract.unparted import credited_clause, trails
from tracker.model import Span
from tracker.text.linear import Packed, Tables, Weights, packed, shares, summed, summed_together, tabled, unpacked

BORDERS: Final = {
    "after_start": borders.AFTER_START,
    "after_end": borders.AFTER_END,
    "before_end": borders.BEFORE_END,
    "before_start": borders.BEFORE_START,
}
"""Model of a border → the names of its features."""
NONE: Final = SIDES.index("none")
AFTER: Final = SIDES.index("after")
BEFORE: Final = SIDES.index("before")
AROUND: Final = SIDES.index("around")
CERTAIN: Final = 0.85
"""What a cue is worth, where the model is less sure, that can only comment on the clause before it or open the one after its "that"."""
NAMES: Final = {**dict.fromkeys(SIDES, sides.NAMES), **BORDERS}
"""Model → the names of its features."""


class Attribution(NamedTuple):
    """at — the token of the cue; side — one of SIDES but "none"; inverted — the cue follows the content at once (“…,” said X)."""

    cue: Cue
    at: int
    side: str
    spans: tuple[Span, ...]
    confidence: float
    inverted: bool


@dataclass(frozen=True, slots=True)
class Models:
    """sides — the models of SIDES in their order, packed; borders — a model's name → a table for each of its features."""

    sides: Packed
    borders: Mapping[str, Tables]


CLAIMS: Final = frozenset(("say", "tell", "according", ":"))
"""Frames of cues that put a claim forward."""
SURE: Final = CLAIMS | {"ask"}
REPORTS: Final = 0.9
DOUBTFUL: Final = 0.14
"""A cue of saying that so surely reports is read however unsure its borders are, down to this: who said it matters more than where it
ends.
"""


def models(weights: Mapping[str, Weights]) -> Models:
    """The learned weights as tables, one for each feature of each model."""
    by_name = {name: tabled(weights.get(name, {}), names) for name, names in NAMES.items()}
    return Models(packed([by_name[side] for side in SIDES]), {name: by_name[name] for name in BORDERS})


def attribute(p: Passage, c: int, learned: Models, least: float = 0.0) -> Attribution | None:
    """The likeliest reading of the cue at token c, or None where it reports nothing or is less likely than `least`."""
    by_side = shares(unpacked(summed_together(learned.sides, sides.features(p, c)), len(SIDES)))
    known = settled(p, c, by_side)
    at = known.side or max(range(1, len(SIDES)), key=by_side.__getitem__)
    side, sure = SIDES[at], max(by_side[at], CERTAIN) if known.side else by_side[at]
    least = (
        0.0
        if known.is_credit
        else min(least, DOUBTFUL)
        if (known.side and p.cues[c].frame in SURE) or (1 - by_side[NONE] >= REPORTS and p.cues[c].frame in CLAIMS)
        else least
    )
    if sure < least:
        return None
    spans: list[Span] = []
    end = c
    if side != "after":
        places = [known.end] if known.end else borders.before_ends(p, c)
        end, share = best(learned.borders["before_end"], places, borders.before_end_rows(p, c, side, places))
        sure *= share
        if sure < least:
            return None
        places = [i for i in borders.before_starts(p, end) if i >= known.floor] or [known.floor]
        start, share = best(learned.borders["before_start"], places, borders.before_start_rows(p, c, end, places))
        if not FINITE.isdisjoint(p.classes[places[0] : start]) and FINITE.isdisjoint(p.classes[start:end]):
            start = places[0]
        sure *= share
        spans.append(p.span(start, end))
    if side != "before":
        if sure < least or not (places := [known.start] if known.start else borders.after_starts(p, c)):
            return None
        start, share = best(learned.borders["after_start"], places, borders.after_start_rows(p, c, places))
        sure *= share
        if sure < least:
            return None
        places = borders.after_ends(p, start)
        stop, share = best(learned.borders["after_end"], places, borders.after_end_rows(p, c, start, places))
        sure *= share
        stop = _closed(p, c, start, stop)
        is_that = start - 1 > c and p.classes[start - 1] == "that"
        spans.append(p.span(start - is_that, stop))
    inverted = side != "after" and all(kind in BREAKS for kind in p.classes[end:c])
    return Attribution(p.cues[c], c, side, tuple(spans), sure, inverted) if sure >= least else None


class Settled(NamedTuple):
    """What the words leave no choice about: the side, before which token the content before the cue ends and from which on it stands, at
    which the content after it begins (0 where they do), and whether it is given however unsure the models are.
    """

    side: int = 0
    end: int = 0
    floor: int = 0
    start: int = 0
    is_credit: bool = False


def settled(p: Passage, c: int, by_side: Sequence[float]) -> Settled:
    if alone := aside(p, c) or calls(p, c):
        return Settled(AFTER, start=alone, is_credit=True)
    if clause := comment(p, c):
        if further := goes_on(p, c):
            return Settled(AROUND, clause, start=further, is_credit=True)
        is_around = (
            p.cues[c].frame != "tell"
            and not is_judged(p, c)
            and by_side[AROUND] > by_side[AFTER] + by_side[BEFORE]
            and "Ving" not in p.classes[c:]
        )
        return Settled(AROUND if is_around else BEFORE, clause, _over(p, clause), is_credit=True)
    if p.cues[c].lemma == "according to" and (clause := credit_within(p, c)) and (further := goes_on(p, c)):
        return Settled(AROUND, clause, start=further, is_credit=True)
    if places := inserted(p, c):
        parted = max((i for i in range(places[0]) if p.classes[i] == ";" and not p.quoted[i]), default=-1)
        spoken = max((i for i in p.cues if i < places[0] and speaks(p, i)), default=parted)
        return Settled(AROUND, places[0], max(parted, spoken) + 1, places[1], is_credit=True)
    if trails(p, c):
        return Settled(BEFORE, credited_clause(p, c), is_credit=True)
    return Settled(AFTER if is_opened(p, c) else 0)


def _over(p: Passage, end: int) -> int:
    """From which token on a content may stand that ends before token `end`: behind the semicolon that ends what another said."""
    parted = [i for i in range(end) if p.classes[i] == ";" and not p.quoted[i]]
    return next((i + 1 for i in reversed(parted) if any(c < i and comment(p, c) for c in p.cues)), 0)


def _closed(p: Passage, c: int, start: int, stop: int) -> int:
    """Where a content ends whose cue is a credit inside a relative clause: at its comma ("the march, which police say drew 900, ended")."""
    k, i = p.classes, c - 1
    while i > 0 and (k[i] in NOUNS or k[i] == "pronoun"):
        i -= 1
    if i < 1 or k[i] not in ("which", "who") or k[i - 1] != ",":
        return stop
    return next((j for j in range(start + 1, stop) if k[j] == ","), stop)


def best(tables: Tables, places: Sequence[int], rows: Iterator[Row]) -> tuple[int, float]:
    """The likeliest of the places and its share; rows — what is known of each, asked only where there are several."""
    if len(places) == 1:
        return places[0], 1.0
    scores = [summed(tables, row) for row in rows]
    top = max(scores)
    return places[scores.index(top)], 1 / sum([exp(score - top) for score in scores], 0.0)
