"""Figures → claims and relations; articles → origins; quotations → variants. Pure: values in, values out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from tracker.compare import blocks, cues, headings, intervals, quotations, relations, sums
from tracker.compare import claims as claiming
from tracker.compare.sides import Side, side
from tracker.model import Claim, Comparison, Entry, Heading, Pair, QuoteVariant, Reading, Speaker, Statement, changed


def compare(readings: Sequence[Reading], speakers: Sequence[Speaker] = ()) -> Comparison:
    """The whole set compared: figures of one claim related, origins grouped, quote variants found.

    Readings come resolved (`resolve.across`).
    """
    prepared = tuple(prepare(reading) for reading in readings)
    entries = [Entry(figure, top) for reading in prepared for top in (heading(reading),) for figure in reading.figures]
    pairs = relate(entries, ())
    statements = [statement for reading in prepared for statement in reading.statements]
    variants = quote_variants(statements, (), {reading.article.id: reading.article.day for reading in prepared})
    return Comparison(prepared, tuple(speakers), (), claims(entries, pairs), pairs, variants)


def prepare(reading: Reading) -> Reading:
    """The reading with the interval of each figure set, parts told by their sum, and a finding for each impossible sum; doing it again
    changes nothing.
    """
    figures = sums.made_up([changed(figure, interval=intervals.interval(figure)) for figure in cues.spread(reading.figures)])
    found = [finding for finding in sums.impossible(reading) if finding not in reading.findings]
    return changed(reading, figures=figures, findings=(*reading.findings, *found))


def heading(reading: Reading) -> Heading:
    """What comparing needs of the article: its event words, places, days, origin and sketch."""
    return headings.heading(reading)


def sides(entries: Iterable[Entry]) -> list[Side]:
    """The entries made ready for comparing: what is asked of them below then costs less."""
    return [side(entry) for entry in entries]


def ready(entry: Entry | Side) -> Side:
    return entry if isinstance(entry, Side) else side(entry)


def block_keys(entry: Entry | Side) -> tuple[int, ...]:
    """Keys that a figure is filed under; a store indexes them, so that a new article touches its neighbours only."""
    return blocks.keys(ready(entry))


def wanted_keys(entry: Entry | Side) -> tuple[int, ...]:
    """Keys under which those are filed that a figure may be compared with; who looks up whom makes no difference."""
    return blocks.wanted(ready(entry))


def quote_keys(statement: Statement, day: dt.date | None) -> tuple[int, ...]:
    """Keys that a quotation is filed under; none for indirect speech. day — its article's."""
    return quotations.keys(statement, day)


def wanted_quote_keys(statement: Statement, day: dt.date | None) -> tuple[int, ...]:
    """Keys under which variants of it are filed; one has two of them at least."""
    return quotations.wanted(statement, day)


def relate(new: Sequence[Entry | Side], neighbours: Iterable[Entry]) -> tuple[Pair, ...]:
    """The pairs of the new entries with each other and with their neighbours (never of two neighbours), in order of the new entries.

    Only entries filed under a key that the new one wants are looked at, so that the result does not depend on which others came along.
    """
    fresh = [ready(entry) for entry in new]
    ids = {one.id for one in fresh}
    old = [one for entry in neighbours if (one := side(entry)).id not in ids]
    wanted = [blocks.wanted(one) for one in fresh]
    filed: dict[int, list[Side]] = {key: [] for keys in wanted for key in keys}
    place(old, filed)
    pairs: list[Pair] = []
    for one, keys in zip(fresh, wanted, strict=True):
        met = {other.id: other for key in keys for other in filed[key]}
        pairs += [pair for _, other in sorted(met.items()) if (pair := relations.relation(other, one))]
        place([one], filed)
    return tuple(pairs)


def place(sides: Iterable[Side], filed: Mapping[int, list[Side]]) -> None:
    """Put each under those of its keys that anyone wants."""
    for one in sides:
        for key in filed.keys() & blocks.keys(one):
            filed[key].append(one)


def quote_variants(
    new: Sequence[Statement], neighbours: Iterable[Statement], days: Mapping[str, dt.date | None]
) -> tuple[QuoteVariant, ...]:
    """Variants among the new statements and between them and their neighbours, the closest first. days — article id → publication."""
    return quotations.variants(new, neighbours, days)


def claims(entries: Sequence[Entry], pairs: Sequence[Pair]) -> tuple[Claim, ...]:
    """The claims that the linked pairs make of these figures; a figure without a linked pair is a claim of its own."""
    return claiming.claims([side(entry) for entry in entries], pairs)
