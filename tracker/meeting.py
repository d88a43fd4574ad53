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
        own = store.entries(store.figures_in(article))
        pairs += related(store, entries, {article: compare.keys(own)}, [entry for entry in own if entry not in entries])
    store.replace_pairs(figures, pairs)
    regroup(store, figures)


def related(
    store: Store, entries: Iterable[Entry | compare.Side], keys: Mapping[str, Sequence[int]], beside: Iterable[Entry] = ()
) -> tuple[Pair, ...]:
    """The pairs of these figures with each other and with those stored. keys — of their articles; beside — stored figures of these."""
    near = compare.meetings(keys, store.filed(compare.ranges(key for own in keys.values() for key in own)))
    days = store.published({number for numbers in near.values() for number in numbers})
    crowd = compare.crowd(entries, near, days, keys, beside)
    while crowd.is_open:
        crowd.hear(store.neighbours(crowd.numbers(), crowd.pick))
    return crowd.pairs()


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
