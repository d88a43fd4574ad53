"""Figures → claims and relations; articles → origins; quotations → variants. Pure: values in, values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from tracker.compare import (
    blocks,
    cues,
    growing,
    headings,
    holding,
    intervals,
    origins,
    outlines,
    quotations,
    sums,
    tables,
)
from tracker.compare import claims as claiming
from tracker.compare.blocks import RULES, meetings, ranges
from tracker.compare.claims import Keep
from tracker.compare.crowds import Crowd
from tracker.compare.grounds import chain
from tracker.compare.holding import Extent
from tracker.compare.origins import Copies
from tracker.compare.parting import Part, Tie, part, read, tie, written
from tracker.compare.sides import Order, Side, order, side
from tracker.model import Claim, Comparison, Entry, Heading, Pair, QuoteVariant, Reading, Speaker, Statement, Voice, changed

T = TypeVar("T")

__all__ = [
    "RULES", "Copies", "Crowd", "Extent", "Keep", "Part", "Side", "Tie", "chain", "claims", "claims_of", "compare", "crowd", "extents",
    "grow", "heading", "keys", "meetings", "outline", "part", "prepare", "quote_keys", "quote_meetings", "quote_ranges", "quote_variants",
    "quotes_acquainted", "ranges", "read", "relate", "sides", "tie", "voices", "written",
]  # fmt: skip


def compare(readings: Sequence[Reading], speakers: Sequence[Speaker] = ()) -> Comparison:
    """The whole set compared: figures of one claim related, origins grouped, quote variants found.

    Readings come resolved (`resolve.across`).
    """
    prepared = tuple(prepare(reading) for reading in readings)
    entries = [Entry(figure, top) for reading in prepared for top in (heading(reading),) for figure in reading.figures]
    pairs = relate(entries, ())
    statements = [statement for reading in prepared for statement in reading.statements]
    variants = quote_variants(statements, (), {reading.article.id: reading.article.day for reading in prepared})
    found = claims(entries, pairs)
    return Comparison(prepared, tuple(speakers), (), found, holding.untied(pairs, found), variants)


def prepare(reading: Reading) -> Reading:
    """The reading with the interval of each figure set, parts told by their sum, and a finding for each impossible sum and where there are
    too many figures to compare; doing it again changes nothing.
    """
    with_intervals = (changed(figure, interval=intervals.interval(figure)) for figure in cues.spread(reading.figures))
    figures = sums.summed(sums.made_up(tables.cut(sums.freed(with_intervals))))
    known = set(reading.findings)
    found = [one for one in (*sums.impossible(reading), *tables.findings(reading.article.id, figures)) if one not in known]
    return changed(reading, figures=figures, findings=(*reading.findings, *found))


def heading(reading: Reading) -> Heading:
    """What comparing needs of the article: its event words, places, days, origin and sketch."""
    return headings.heading(reading)


def sides(entries: Iterable[Entry]) -> list[Side]:
    """The entries made ready for comparing: what is asked of them below then costs less."""
    return [side(entry) for entry in entries]


def ready(entry: Entry | Side) -> Side:
    return entry if isinstance(entry, Side) else side(entry)


def keys(entries: Iterable[Entry | Side]) -> tuple[int, ...]:
    """Keys that the article of these figures is filed under; a store indexes them, so that a new article touches its neighbours only."""
    return blocks.keys(ready(entry) for entry in entries if not entry.figure.uncompared)


def outline(entries: Iterable[Entry | Side]) -> str:
    """What the figures of one article could be tied by, as `near` reads it; empty where none of them can be compared."""
    return outlines.written(outlines.outline(map(ready, entries)))


def quote_keys(statement: Statement, day: dt.date | None) -> tuple[int, ...]:
    """Keys that a quotation is filed under; none for indirect speech. day — its article's."""
    return quotations.keys(statement, day)


def quote_ranges(keys: Iterable[int]) -> list[tuple[int, int]]:
    """First and last key of each stretch of keys under which variants of quotations filed under these are filed; none overlaps another."""
    return quotations.ranges(keys)


def quote_meetings(keys_by_quotation: Mapping[str, Iterable[int]], found: Iterable[tuple[int, int]]) -> dict[str, list[int]]:
    """For each quotation those that may be variants of it. found — others, each with a key that it is filed under."""
    return quotations.meetings(keys_by_quotation, found)


def quotes_acquainted(articles: Iterable[Mapping[str, Iterable[int]]]) -> set[str]:
    """The quotations that may be variants of one of another of these articles. articles — of each its quotations with their keys."""
    return quotations.acquainted(articles)


def crowd(
    new: Iterable[Entry | Side],
    near: Mapping[str, Iterable[int]],
    days: Mapping[int, dt.date | None] = MappingProxyType({}),
    keys: Mapping[str, Sequence[int]] = MappingProxyType({}),
    beside: Iterable[Entry] = (),
) -> Crowd:
    """See `crowds.Crowd`: it asks for the figures that the new ones are to be weighed against, and has the pairs."""
    return Crowd(map(ready, new), near, days, keys, map(side, beside))


def relate(new: Sequence[Entry | Side], neighbours: Iterable[Entry]) -> tuple[Pair, ...]:
    """The pairs of the new entries with each other and with their neighbours (never of two neighbours), in order of the new entries.

    New entries of two articles are compared where these meet, neighbours always.
    """
    by_article: dict[str, list[Entry]] = {}
    for entry in neighbours:
        by_article.setdefault(entry.heading.id, []).append(entry)
    own = {entry.heading.id for entry in new}
    stored = dict(enumerate(entries for article, entries in by_article.items() if article not in own))
    beside = [entry for article in own for entry in by_article.get(article, ())]
    days = {number: entries[0].heading.day for number, entries in stored.items()}
    made = crowd(new, dict.fromkeys(own, stored), days, beside=beside)
    while made.is_open:
        made.hear({number: stored[number] for number in made.numbers()})
    return made.pairs()


def quote_variants(
    new: Sequence[Statement], neighbours: Iterable[Statement], days: Mapping[str, dt.date | None]
) -> tuple[QuoteVariant, ...]:
    """Variants among the new statements and between them and their neighbours, the closest first. days — article id → publication."""
    return quotations.variants(new, neighbours, days)


def grow(
    old: Sequence[Claim],
    told: Sequence[Entry],
    new: Sequence[Entry],
    pairs: Iterable[Pair],
    voices: Mapping[str, Voice],
    copies: Sequence[tuple[str, str]],
    look: Callable[[Sequence[str]], Mapping[str, Entry]],
) -> Claim:
    """What `claims` makes of the figures of some claims and of new ones that are of one part with them, but for how they hold together.

    old — the longest first; told — their witnesses; pairs — those of the new ones, or what stands for them; voices, copies — see
    `growing.grouped`; look — figures of some ids, of which no more is asked than what tells their order.
    """
    fresh = sides(new)
    few = sorted([*sides(told), *fresh], key=claiming.when_told)
    known = {one.id: one.order for one in few}

    def orders(ids: Sequence[str]) -> dict[str, Order]:
        late = look([key for key in ids if key not in known]).items()
        return {key: known[key] for key in ids if key in known} | {key: order(one.figure, one.heading) for key, one in late}

    figures = growing.placed(old, fresh, orders)
    groups = growing.grouped(old, voices, fresh, copies)
    return growing.grown(claiming.claim(few, [*pairs, *filter(None, map(chain, old))], orders), figures, groups)


def voices(entries: Iterable[Entry]) -> list[Voice]:
    """Whom each comes from."""
    return list(map(origins.voice, sides(entries)))


def extents(entries: Iterable[Entry | Side]) -> dict[str, Extent]:
    """What each figure says of the days and the size of its event, by id."""
    return {one.id: holding.extent(one) for one in map(ready, entries)}


def claims(
    entries: Sequence[Entry | Side], pairs: Sequence[Pair], sure: Container[frozenset[str]] = (), keep: Keep | None = None
) -> tuple[Claim, ...]:
    """The claims that the linked pairs make of these figures; a figure without a linked pair is a claim of its own. sure — pairs that a
    person tied; keep — of pairs those that may stand in one claim.
    """
    return claiming.claims([ready(entry) for entry in entries], pairs, sure, keep)


def claims_of(
    parts: Sequence[Part], entries: Iterable[Entry | Side], pairs: Iterable[Pair], sure: Container[frozenset[str]], keep: Keep
) -> tuple[Claim, ...]:
    """The claims of figures that `part` found to be one. pairs — linked ones among them, or what stands for these."""
    return tuple(claiming.of_parts(parts, {one.id: one for one in map(ready, entries)}, pairs, sure, keep))
