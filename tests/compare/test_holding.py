"""Claims hold together as a whole: a chain of undated news is parted, and the same in whatever order it comes."""

from __future__ import annotations

import datetime as dt
import itertools
import random

from tests.compare.making import DAY, entry
from tracker.compare import Extent, claims, compare, extents, relate
from tracker.compare.sides import side
from tracker.model import Article, Entry, Reading, Relation


def shelling(days: int, words: str = "14", outlet: str = "Courier", **more: object) -> Entry:
    """Undated news of shelling in one town, tied to that of the day before and after."""
    day, place = DAY + dt.timedelta(days=days), "Ostrow"
    return entry(words, f"Ostrow on day {days}", f"{outlet} {words}", day, place=place, places=(place,), event_words=("shelling",), **more)


CHAIN = [shelling(days, str(13 + 7 * days % 40)) for days in range(12)]


def hold(entries: list[Entry]) -> bool:
    whole = Extent()
    for one in extents(entries).values():
        whole = whole.with_(one)
    return whole.holds


def groups(entries: list[Entry]) -> set[frozenset[str]]:
    return {frozenset(claim.figures) for claim in claims(entries, relate(entries, ()))}


def test_a_chain_of_undated_attacks_is_not_one_claim() -> None:
    pairs = relate(CHAIN, ())
    assert {(pair.a, pair.b) for pair in pairs if pair.relation.is_linked} >= {
        (a.figure.id, b.figure.id) for a, b in itertools.pairwise(CHAIN)
    }
    assert not hold(CHAIN) and hold(CHAIN[:5])
    day = {each.figure.id: each.heading.day for each in CHAIN}
    for group in groups(CHAIN):
        days = sorted(one for figure in group if (one := day[figure]))
        assert (days[-1] - days[0]).days <= 4


def test_what_looks_back_with_the_same_number_belongs_to_its_event_and_draws_nothing_along() -> None:
    back = shelling(20, CHAIN[0].figure.words, outlet="Herald")
    assert any({CHAIN[0].figure.id, back.figure.id} <= group for group in groups([*CHAIN, back]))
    assert max(map(len, groups([*CHAIN, back]))) <= 6


def test_the_order_of_coming_changes_no_claim() -> None:
    whole = groups(CHAIN)
    for seed in range(4):
        assert groups(random.Random(seed).sample(CHAIN, len(CHAIN))) == whole


def test_a_quake_told_for_five_weeks_stays_one_claim() -> None:
    told = [
        entry(
            str(400 + days),
            "Quake at Port Elm",
            day=DAY + dt.timedelta(days=days),
            place="Port Elm",
            places=("Port Elm",),
            event_words=("quake",),
        )
        for days in range(0, 36, 5)
    ]
    assert len(groups(told)) == 1


def test_two_days_of_events_are_two_claims_though_undated_news_is_tied_to_both() -> None:
    first, second = shelling(0, "40", event_day=DAY), shelling(1, "60", event_day=DAY + dt.timedelta(days=1))
    between = shelling(1, "41")
    assert side(first).happened != side(second).happened
    found = groups([first, between, second])
    assert frozenset((first.figure.id, second.figure.id)) not in {frozenset(group & {first.figure.id, second.figure.id}) for group in found}


def test_the_toll_of_a_war_and_that_of_one_attack_in_it_are_two_claims() -> None:
    war = entry("40,000", "War", open=True, event_words=("war",), place="Ostrow", places=("Ostrow",))
    assert hold([war]) and hold([CHAIN[0]]) and not hold([war, CHAIN[0]])


def test_what_a_person_tied_stays_tied() -> None:
    a, b = CHAIN[0], CHAIN[-1]
    pairs = relate(CHAIN, ())
    tie = pairs[0].__class__(a.figure.id, b.figure.id, Relation.CONFLICT, "joined by ana")
    found = claims(CHAIN, [*pairs, tie], {frozenset((a.figure.id, b.figure.id))})
    assert any({a.figure.id, b.figure.id} <= set(claim.figures) for claim in found)


def test_a_pair_of_two_claims_is_possible_and_no_alarm() -> None:
    readings = [
        Reading(
            Article(
                f"Text {each.heading.id}",
                id=each.heading.id,
                title=each.heading.title,
                outlet=each.heading.outlet,
                published=each.heading.day,
            ),
            figures=(each.figure,),
        )
        for each in CHAIN
    ]
    found = compare(readings)
    claim = {figure: one.id for one in found.claims for figure in one.figures}
    assert all(claim[pair.a] == claim[pair.b] for pair in found.pairs if pair.relation.is_linked)
    assert any(pair.relation is Relation.POSSIBLE and "go together" in pair.reason for pair in found.pairs)


def test_nothing_holds_together_and_so_does_what_has_no_day() -> None:
    assert hold([]) and groups([]) == set()
    assert hold([entry("40", day=None), entry("70", day=None)])
