"""Figures → claims and relations; articles → origins; quotations → variants. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Claim, Comparison, Entry, Heading, Pair, Reading, Speaker


def compare(readings: Sequence[Reading], speakers: Sequence[Speaker] = ()) -> Comparison:
    """The whole set compared: figures of one claim related, origins grouped, quote variants found.

    Readings come resolved (`resolve.across`).
    """
    return Comparison(tuple(readings), tuple(speakers))


def prepare(reading: Reading) -> Reading:
    """The reading with the interval of each figure set; part of reading an article, before it is stored."""
    return reading


def heading(reading: Reading) -> Heading:
    """What comparing needs of the article: its event words, places, days."""
    a = reading.article
    return Heading(a.id, a.title, a.outlet, a.authors, a.published, a.url, a.archive_url)


def block_keys(entry: Entry) -> tuple[str, ...]:
    """Keys under which a figure and those it may be compared with meet; a store indexes them, so that a new article touches its
    neighbours only.
    """
    return ()


def relate(new: Sequence[Entry], neighbours: Iterable[Entry]) -> tuple[Pair, ...]:
    """The pairs of the new entries with each other and with their neighbours (never of two neighbours)."""
    return ()


def claims(entries: Sequence[Entry], pairs: Sequence[Pair]) -> tuple[Claim, ...]:
    """The claims that the linked pairs make of these figures; a figure without a linked pair is a claim of its own."""
    return ()
