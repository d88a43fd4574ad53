"""What is stored that figures and quotations are to be compared with, found by the keys that articles are filed under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tracker import compare
from tracker.grouping import regroup
from tracker.model import Entry, Kind, Pair, Statement
from tracker.store.base import Store

QUOTED = (Kind.DIRECT, Kind.MIXED)


def recompare(store: Store, figures: Sequence[str]) -> None:
    """Compare these figures again with all they may be compared with, and build their claims."""
    figures_by_article: dict[str, list[Entry]] = {}
    for entry in store.entries(figures):
        figures_by_article.setdefault(entry.heading.id, []).append(entry)
    pairs: list[Pair] = []
    for article, entries in figures_by_article.items():
        keys = compare.keys(store.entries(store.figures_in(article)))
        pairs += compare.relate(entries, *neighbours(store, {article: keys}, entries))
    store.replace_pairs(figures, pairs)
    regroup(store, figures)


def neighbours(
    store: Store, keys_by_article: Mapping[str, Sequence[int]], entries: Iterable[Entry | compare.Side]
) -> tuple[list[Entry], dict[str, set[str]], dict[str, set[str]]]:
    """Stored figures that these, of articles filed under these keys, may be compared with; for each article those that it meets; and of
    stored figures those of these that they can be worth a word beside.
    """
    met: dict[str, list[int]] = {}
    worth: dict[str, set[str]] = {}

    def choose(found: Iterable[tuple[int, int]]) -> list[int]:
        met.update(compare.meetings(keys_by_article, found))
        return sorted({other for others in met.values() for other in others})

    def pick(found: Iterable[tuple[int, str]]) -> list[str]:
        worth.update(compare.near(entries, met, found))
        return list(worth)

    ranges = compare.ranges(key for keys in keys_by_article.values() for key in keys)
    held = store.neighbours(ranges, choose, pick)
    ids = {number: near[0].heading.id for number, near in held.items()}
    every = [entry for near in held.values() for entry in near]
    meets = {article: {ids[other] for other in others if other in ids} for article, others in met.items()}
    return every, meets, worth


def compare_quotations(store: Store, article_id: str) -> None:
    """Compare what is quoted in an article with what may be a variant or reprint of it."""
    quoted = [s for s in store.statements_in(article_id) if s.kind in QUOTED]
    alike, _ = quoted_alike(store, article_id, quote_keys(store, article_id, quoted))
    found = compare.quote_variants(quoted, alike, store.days({article_id, *(other.article for other in alike)})) if alike else ()
    store.replace_quote_variants(article_id, found)


def quoted_alike(
    store: Store, article_id: str | None, keys_by_quotation: Mapping[str, Sequence[int]]
) -> tuple[list[Statement], dict[str, list[int]]]:
    """Statements of other articles than this that may be variants of these quotations; and which of them each meets, by number."""
    met: dict[str, list[int]] = {}

    def choose(found: Iterable[tuple[int, int]]) -> list[int]:
        met.update(compare.quote_meetings(keys_by_quotation, found))
        return sorted({other for others in met.values() for other in others})

    ranges = compare.quote_ranges(key for keys in keys_by_quotation.values() for key in keys)
    return store.quoted_alike(article_id, ranges, choose), met


def quote_keys(store: Store, article_id: str, statements: Iterable[Statement]) -> dict[str, tuple[int, ...]]:
    """Of the quotations among an article's statements the keys that each is filed under."""
    day = store.days([article_id]).get(article_id)
    return {s.id: compare.quote_keys(s, day) for s in statements if s.kind in QUOTED}
