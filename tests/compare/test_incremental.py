"""Comparing as articles come gives what comparing them all at once gives, in any order."""

from __future__ import annotations

import datetime as dt
import random

from tests.compare.making import DAY, entry
from tracker.compare import block_keys, claims, relate, wanted_keys
from tracker.model import Entry, Pair

KINDS = (("blast", "harbour"), ("flood", "delta"), ("rally", "square"))


def articles(count: int, seed: int = 3) -> list[list[Entry]]:
    source = random.Random(seed)
    made = []
    for number in range(count):
        place, kind = source.choice(("Port Elm", "Halden", "Malta")), source.choice(KINDS)
        day = DAY + dt.timedelta(days=source.randrange(40))
        made.append(
            [
                entry(
                    str(source.choice((12, 20, 55, 1400))),
                    title=f"{kind[0]} in {place}",
                    outlet=f"Courier {number % 4}",
                    article=f"article {number}",
                    day=day,
                    metric=source.choice(("killed", "injured", "troops")),
                    place=place,
                    places=(place,),
                    event_words=kind,
                    open=source.random() < 0.3,
                    event_day=day if source.random() < 0.4 else None,
                    speaker=source.choice((None, "the mayor", "a nurse")),
                )
                for _ in range(2)
            ]
        )
    return made


def one_by_one(groups: list[list[Entry]]) -> list[Pair]:
    """As a store does it: each article meets what shares a block key with it."""
    filed: dict[str, dict[str, Entry]] = {}
    pairs: list[Pair] = []
    for group in groups:
        keys = {key for new in group for key in wanted_keys(new)}
        near = {i: old for key in keys for i, old in filed.get(key, {}).items()}
        pairs += relate(group, near.values())
        for new in group:
            for key in block_keys(new):
                filed.setdefault(key, {})[new.figure.id] = new
    return pairs


def test_pairs_and_claims_do_not_depend_on_the_order_of_coming() -> None:
    groups = articles(60)
    entries = [new for group in groups for new in group]
    whole = set(relate(entries, ()))
    assert len({pair.relation for pair in whole}) >= 4
    for seed in range(3):
        shuffled = random.Random(seed).sample(groups, len(groups))
        found = one_by_one(shuffled)
        assert len(found) == len(whole) and set(found) == whole
        assert set(claims(entries, found)) == set(claims(entries, list(whole)))


def test_who_looks_up_whom_makes_no_difference() -> None:
    entries = [new for group in articles(60, seed=5) for new in group]
    filed, asked = [set(block_keys(new)) for new in entries], [set(wanted_keys(new)) for new in entries]
    met = [[bool(asked[a] & filed[b]) for b in range(len(entries))] for a in range(len(entries))]
    assert all(met[a][b] == met[b][a] for a in range(len(entries)) for b in range(a))
    assert any(map(any, met)) and not all(map(all, met))


def test_figures_that_give_the_days_of_their_events_meet_on_one_day_only() -> None:
    def told(day: dt.date, title: str, event_day: dt.date | None) -> Entry:
        return entry("40", title, day=day, place="Port Elm", places=("Port Elm",), event_words=("blast", "harbour"), event_day=event_day)

    first, next_day = told(DAY, "Blast", DAY), DAY + dt.timedelta(days=1)
    assert meet(first, told(next_day, "Toll", DAY))
    assert not meet(first, told(next_day, "Toll", next_day))
    assert meet(first, told(next_day, "Toll", None)) and meet(told(next_day, "Toll", None), first)
    assert meet(first, told(next_day, "Blast", next_day))


def test_a_name_alone_reaches_a_week_and_with_the_number_a_year_or_more() -> None:
    def told(words: str, days: int) -> Entry:
        return entry(words, f"Told after {days}", day=DAY + dt.timedelta(days=days), event_words=("Ostrow",))

    assert meet(told("40", 0), told("60", 4)) and not meet(told("40", 0), told("60", 12))
    assert meet(told("40", 0), told("40", 40)) and not meet(told("40", 0), told("40", 700))
    assert meet(told("431", 0), told("431", 700))


def meet(a: Entry, b: Entry) -> bool:
    return bool(set(wanted_keys(a)) & set(block_keys(b)))


def test_a_figure_has_few_keys() -> None:
    counts = [len(block_keys(new)) for group in articles(60) for new in group]
    assert max(counts) <= 28
