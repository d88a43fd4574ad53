"""Claims kept up to date article by article are those of all their figures at once, and no more is asked of the store than what is near."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.compare import making
from tests.compare.making import DAY, entry
from tracker import compare, grouping, history, review
from tracker.model import Article, Claim, Document, Entry, Pair, Query, Reading, Ready, Relation, Verdict, changed
from tracker.store import open_store
from tracker.store.base import Store

TOWNS = ("Ostrow", "Halden")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(making, "POSITION", itertools.count(0, 100))
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


def put(store: Store, one: Entry, pairs: Sequence[Pair] | None = None) -> None:
    """Store an article of one figure, and its pairs with all that are stored; of these pairs alone, where they are given."""
    top = one.heading
    article = Article(f"Text of {top.id}", id=top.id, title=top.title, outlet=top.outlet, published=top.day)
    near = store.entries([figure for article in stored(store) for figure in store.figures_in(article)])
    store.add_new([(Document(article), Ready(Reading(article, figures=(one.figure,)), top, {article.id: ()}))])
    store.save_pairs(compare.relate([one], near) if pairs is None else [pair for pair in pairs if one.figure.id in (pair.a, pair.b)])


def stored(store: Store) -> list[str]:
    return [article.id for article in store.every_article()]


def claims_in(store: Store) -> set[Claim]:
    return {made for article in stored(store) for made in store.claims_of(store.figures_in(article))}


@pytest.mark.parametrize("seed", range(4))
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


def report(source: random.Random, number: int) -> Entry:
    """Of one flood, whose toll goes on; some outlets print one another's words."""
    day = DAY + dt.timedelta(days=source.randrange(40))
    text = source.choice((" ".join(f"mud{at}" for at in range(90)), f"The water rose, said reporter {number}.")) if number % 4 else ""
    flood = {"place": "Halden", "places": ("Halden",), "event_words": ("flood",), "open": True}
    said = {"title": f"Flood in Halden, report {number}", "outlet": f"Courier {number % 30}", "article": f"article {number}"}
    return entry(str(source.choice((20, 36, 55))), day=day, text=text, speaker=source.choice((None, None, "the mayor")), **said, **flood)


@pytest.mark.parametrize("seed", range(2))
def test_long_claims_that_late_news_ties_together_are_one_claim_as_if_built_at_once(
    store: Store, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of neither are all figures read. Two desks told of one flood; the last report is tied to both."""
    source = random.Random(seed)
    told = [report(source, number) for number in range(61)]
    desk = {one.figure.id: number % 2 for number, one in enumerate(told)}
    late = told[-1].figure.id
    pairs = [pair for pair in compare.relate(told, ()) if desk[pair.a] == desk[pair.b] or late in (pair.a, pair.b)]
    (whole,) = compare.claims(told, pairs)
    joined: list[list[int]] = []
    widen = store.widen_claim

    def spied(claim: Claim, new: Sequence[str], old: Sequence[str]) -> None:
        joined.append([len(made.figures) for figure in old for made in store.claims_of([figure])])
        widen(claim, new, old)

    monkeypatch.setattr(store, "widen_claim", spied)
    for one in (*source.sample(told[:-1], 60), told[-1]):
        put(store, one, pairs)
        grouping.extend(store, store.unclaimed())
    assert joined[-1] == [30, 30]
    found = claims_in(store)
    assert found == {whole}
    assert {made.holding for made in found} == {whole.holding}
    before = store.facets(Query())
    grouping.regroup(store, list(whole.figures), is_ruled=True)
    assert (claims_in(store), store.facets(Query())) == (found, before)


def kept(store: Store) -> set[tuple[object, ...]]:
    return {(made.figures, made.relation, made.reason, made.origins, made.name, made.best, made.holding) for made in claims_in(store)}


@pytest.mark.parametrize(("seed", "begins", "step"), [(0, 0, 100), (1, 0, 100), (1, 2000, 1), (1, 3000, 1), (1, 1000, 1)])
def test_what_people_decide_while_news_comes_moves_no_more_than_building_all_anew(
    store: Store, seed: int, begins: int, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """begins, step — where figures stand in their articles, and so their ids and the order of ties as strong as each other."""
    monkeypatch.setattr(making, "POSITION", itertools.count(begins, step))
    source = random.Random(seed)
    told = [news(source, number) for number in range(40)]
    for at, one in enumerate(source.sample(told, len(told))):
        put(store, one)
        grouping.extend(store, store.unclaimed())
        if at % 6 == 5:
            made = max(claims_in(store), key=lambda made: (len(made.figures), made.id))
            verdict = source.choice((Verdict.DISTINCT, Verdict.SPLIT_CLAIM, Verdict.JOIN_CLAIMS, Verdict.PREFER, Verdict.REVISION))
            other = source.choice(told[: at // 2]).figure.id if verdict is Verdict.JOIN_CLAIMS else made.figures[-1]
            figures = [figure for figure in (made.figures[0], other) if store.claim_of(figure)]
            review.judge(store, verdict, figures[: 1 if verdict in (Verdict.SPLIT_CLAIM, Verdict.PREFER) else 2], "ana")
        if at % 10 == 9:
            review.delete(store, store.entries(made.figures)[1].figure, "ana")
        if at % 20 == 19:
            history.undo(store, "ana")
    before = kept(store)
    grouping.regroup(store, [figure for article in stored(store) for figure in store.figures_in(article)], is_ruled=True)
    assert kept(store) == before
    assert len(before) > 3


def test_of_two_that_were_told_apart_and_then_joined_the_last_word_counts_whoever_is_near(store: Store) -> None:
    """A far figure that stands in the first decision on them, and in none after it, does not bring that one back."""
    quake, rain = ({"title": f"{what} in Halden", "event_words": (what.lower(),), "event_day": DAY} for what in ("Quake", "Rain"))
    counted = (("killed", quake), ("killed", quake), ("rescued", rain), ("rescued", rain), ("trapped", rain))
    told = [entry("20", article=f"a{at}", outlet=f"Courier {at}", metric=of, **event) for at, (of, event) in enumerate(counted)]
    for one in told:
        put(store, one)
    grouping.extend(store, store.unclaimed())
    first, second, near, far, struck = (one.figure for one in told)
    parted = review.figure_anchors(store, [first.id, second.id, near.id])
    review.decide(store, Verdict.SPLIT_CLAIM, parted, "ana", value="1")
    review.judge(store, Verdict.JOIN_CLAIMS, [first.id, second.id], "ana")
    review.judge(store, Verdict.DISTINCT, [struck.id, far.id], "ana")
    review.delete(store, struck, "ana")
    assert [pair.relation for pair in store.pairs_of([first.id]) if second.id in (pair.a, pair.b)] == [Relation.CORROBORATES]


def test_a_figure_struck_out_of_a_claim_that_people_parted_is_gone_for_good(store: Store) -> None:
    quake = {"title": "Quake in Halden", "event_words": ("quake",), "event_day": DAY}
    told = [entry(words, article=f"a{at}", outlet=f"Courier {at}", **quake) for at, words in enumerate(("20", "64", "20", "64", "64"))]
    for one in told:
        put(store, one)
    grouping.extend(store, store.unclaimed())
    first, second, third, *others = (one.figure for one in told)
    review.judge(store, Verdict.DISTINCT, [first.id, second.id], "ana")
    review.judge(store, Verdict.DISTINCT, [third.id, others[0].id], "ana")
    review.delete(store, second, "ana")
    assert {made.figures for made in claims_in(store)} == {(first.id, third.id), tuple(other.id for other in others)}
    history.undo(store, "ana")
    assert store.claim_of(second.id) is not None


def test_news_of_a_few_figures_asks_for_the_ties_of_no_others(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many are tied to them through others: a quake whose toll holds together takes in one count more."""
    quake = {"title": "Quake in Halden", "place": "Halden", "places": ("Halden",), "event_words": ("quake",), "event_day": DAY}
    for number in range(12):
        put(store, entry(str(20 + number), article=f"a{number}", outlet=f"Courier {number}", **quake))
    grouping.extend(store, store.unclaimed())
    late = entry("41", article="late", outlet="Herald", **quake)
    put(store, late)
    asked: list[str] = []
    pairs_of = store.pairs_of
    monkeypatch.setattr(store, "pairs_of", lambda figures, is_linked=False: asked.extend(figures) or pairs_of(figures, is_linked))
    grouping.extend(store, store.unclaimed())
    assert asked == [late.figure.id]
    (made,) = store.claims_of([late.figure.id])
    assert len(made.figures) == 13


def test_a_claim_of_a_version_before_learns_which_pair_its_reason_is_of(store: Store) -> None:
    quake = {"title": "Quake in Halden", "place": "Halden", "places": ("Halden",), "event_words": ("quake",), "event_day": DAY}
    for number in range(3):
        put(store, entry(str(20 + 30 * number), article=f"a{number}", outlet=f"Courier {number}", **quake))
    grouping.extend(store, store.unclaimed())
    (made,) = claims_in(store)
    assert set(made.pair) <= set(made.figures) and made.points
    store.save_claims([changed(made, pair=(), points=None)])
    (former,) = claims_in(store)
    assert (former.pair, former.reason) == ((), made.reason)
    put(store, entry("300", article="late", outlet="Herald", **quake))
    grouping.extend(store, store.unclaimed())
    (grown,) = claims_in(store)
    assert [pair.reason for pair in store.pairs_of(grown.pair) if (pair.a, pair.b) == grown.pair] == [grown.reason]
