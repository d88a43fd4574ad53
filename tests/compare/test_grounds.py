"""Which of its pairs a claim's reason is of."""

from __future__ import annotations

import datetime as dt
import itertools
import random

from tests.compare.making import DAY, entry
from tracker import compare
from tracker.compare.grounds import chain, grounds
from tracker.model import Pair, Relation, changed


def order(day: int) -> tuple[str, bool, str, str, int]:
    return (DAY + dt.timedelta(days=day)).isoformat(), True, "", "", 0


ORDERS = {name: order(at) for at, name in enumerate("abcd")}


def shown(*pairs: Pair) -> Pair | None:
    """The same, in whatever order they are."""
    (found,) = {grounds(those, pairs[0].relation, lambda ids: ORDERS) for those in itertools.permutations(pairs)}
    return found


def conflict(a: str, b: str, points: float | None, why: str = "") -> Pair:
    return Pair(a, b, Relation.CONFLICT, why or f"{a} against {b}", points)


def test_of_conflicts_that_for_which_most_speaks_of_these_the_newest() -> None:
    strong = conflict("a", "c", 5.0)
    assert shown(conflict("a", "b", 5.0), conflict("c", "d", 3.0), strong) is strong
    assert shown(conflict("a", "b", None), strong) is strong
    assert shown(conflict("a", "c", 5.0, "an earlier one"), strong) is not None


def test_of_updates_the_newest_however_little_speaks_for_it() -> None:
    late = Pair("c", "d", Relation.REVISION, "late", 2.5)
    assert shown(Pair("a", "b", Relation.REVISION, "early", 9.0), late) is late
    assert shown(Pair("?", "a", Relation.REVISION, "of one that is not known", 9.0), late) is late


def test_pairs_of_other_relations_and_none_at_all() -> None:
    assert grounds([conflict("a", "b", 5.0)], Relation.REVISION, lambda ids: ORDERS) is None
    assert grounds([], None, lambda ids: ORDERS) is None


def test_a_claim_keeps_the_pair_and_passes_it_on() -> None:
    told = [entry(words, article=f"a{at}", outlet=f"Courier {at}", day=DAY) for at, words in enumerate(("20", "35", "50"))]
    (made,) = compare.claims(told, compare.relate(told, ()))
    passed = chain(made)
    assert passed is not None and (passed.a, passed.b) == made.pair
    assert (passed.reason, passed.points) == (made.reason, made.points)
    assert [pair.reason for pair in compare.relate(told, ()) if (pair.a, pair.b) == made.pair] == [made.reason]
    former = changed(made, pair=(), points=None)
    assert chain(former) == Pair(made.figures[0], made.figures[-1], made.relation, made.reason)


def test_one_figure_has_no_pair() -> None:
    (made,) = compare.claims([entry("20")], ())
    assert (made.pair, made.reason, chain(made)) == ((), "one figure only", None)


def test_in_whatever_order_figures_are_told_the_claim_shows_one_reason() -> None:
    told = [entry(str(20 + 9 * at), article=f"a{at}", outlet=f"Courier {at % 3}", day=DAY + dt.timedelta(days=at)) for at in range(8)]
    pairs = compare.relate(told, ())
    found = {compare.claims(random.Random(seed).sample(told, 8), pairs) for seed in range(5)}
    assert len(found) == 1
