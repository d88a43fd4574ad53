"""Claims kept up to date article by article are those of all their figures at once, and no more is asked of the store than what is near."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.compare.making import DAY, entry
from tracker import compare, grouping
from tracker.model import Article, Claim, Document, Entry, Reading, Ready
from tracker.store import open_store
from tracker.store.base import Store

TOWNS = ("Ostrow", "Halden")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = open_store(tmp_path / "case.db")
    yield store
    store.close()


def news(source: random.Random, number: int) -> Entry:
    """Of shelling that goes on day after day in two towns, dated or not, now and then looking back."""
    day, town = DAY + dt.timedelta(days=source.randrange(25)), source.choice(TOWNS)
    return entry(
        str(source.choice((13, 20, 27, 140, 150))),
        f"{town} shelled, report {number}",
        f"Courier {number}",
        day,
        article=f"article {number}",
        place=town,
        places=source.choice((TOWNS, (town,))),
        event_words=("shelling",),
        event_day=day if source.random() < 0.2 else None,
    )


def put(store: Store, one: Entry) -> None:
    """Store an article of one figure, and its pairs with all that are stored."""
    top = one.heading
    article = Article(f"Text of {top.id}", id=top.id, title=top.title, outlet=top.outlet, published=top.day)
    near = store.entries([figure for article in stored(store) for figure in store.figures_in(article)])
    store.add_new([(Document(article), Ready(Reading(article, figures=(one.figure,)), top, {article.id: ()}))])
    store.save_pairs(compare.relate([one], near))


def stored(store: Store) -> list[str]:
    return [article.id for article in store.every_article()]


def claims_in(store: Store) -> set[Claim]:
    return {made for article in stored(store) for made in store.claims_of(store.figures_in(article))}


@pytest.mark.parametrize("seed", range(6))
def test_claims_come_to_the_same_one_by_one_some_at_a_time_and_at_once(store: Store, seed: int) -> None:
    source = random.Random(seed)
    told = [news(source, number) for number in range(60)]
    whole = compare.claims(told, compare.relate(told, ()))
    assert 3 < len(whole) < 50 and max(len(made.figures) for made in whole) > 3
    for one in source.sample(told, len(told)):
        put(store, one)
        if source.random() < 0.7:
            grouping.extend(store, store.unclaimed())
    grouping.extend(store, store.unclaimed())
    found = claims_in(store)
    assert found == set(whole)
    assert {made.id: made.holding for made in found} == {made.id: made.holding for made in whole}
