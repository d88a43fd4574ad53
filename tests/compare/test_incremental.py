"""Comparing as articles come gives what comparing them all at once gives, in any order; and which articles meet."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import replace

from tests.compare.making import DAY, entry
from tracker.compare import claims, crowd, keys, meetings, ranges, relate
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


class Filed:
    """As a store does it: keys in order, asked for by stretches."""

    def __init__(self) -> None:
        self.keys: list[tuple[int, int]] = []

    def neighbours(self, own: Sequence[int]) -> list[int]:
        found = [(article, key) for first, last in ranges(own) for article, key in self.keys if first <= key <= last]
        return meetings({"": own}, found)[""]

    def add(self, article: int, own: Sequence[int]) -> None:
        self.keys += [(article, key) for key in own]


def one_by_one(groups: list[list[Entry]]) -> list[Pair]:
    filed, pairs = Filed(), []
    for number, group in enumerate(groups):
        own, article = keys(group), group[0].heading.id
        made = crowd(group, {article: sorted(filed.neighbours(own))})
        while made.is_open:
            made.hear({other: groups[other] for other in made.numbers()})
        pairs += made.pairs()
        filed.add(number, own)
    return pairs


def meet(a: Entry, b: Entry) -> bool:
    """Who looks up whom makes no difference."""
    found = []
    for one, other in ((a, b), (b, a)):
        filed = Filed()
        filed.add(0, keys([other]))
        found.append(bool(filed.neighbours(keys([one]))))
    assert found[0] == found[1]
    return found[0]


def test_pairs_and_claims_do_not_depend_on_the_order_of_coming() -> None:
    groups = articles(60)
    entries = [new for group in groups for new in group]
    whole = set(relate(entries, ()))
    assert len({pair.relation for pair in whole}) >= 4
    for seed in range(2):
        shuffled = random.Random(seed).sample(groups, len(groups))
        found = one_by_one(shuffled)
        assert len(found) == len(whole) and set(found) == whole
        assert set(claims(entries, found)) == set(claims(entries, list(whole)))


def test_who_looks_up_whom_makes_no_difference() -> None:
    entries = [group[0] for group in articles(40, seed=5)]
    found = {meet(a, b) for a in entries for b in entries if a is not b}
    assert found == {True, False}


def told(title: str, days: int = 0, words: str = "40", **more: object) -> Entry:
    return entry(words, title, day=DAY + dt.timedelta(days=days), **more)


def test_a_name_is_met_within_a_week_two_within_a_month() -> None:
    def named(days: int, *names: str) -> Entry:
        return told(f"Told after {days}", days, f"{40 + days}", event_words=names)

    assert meet(named(0, "Ostrow"), named(8, "Ostrow")) and not meet(named(0, "Ostrow"), named(9, "Ostrow"))
    assert meet(named(0, "Ostrow", "Zarin"), named(31, "Ostrow", "Zarin")) and not meet(
        named(0, "Ostrow", "Zarin"), named(32, "Ostrow", "Zarin")
    )


def test_any_name_of_title_and_lead_counts_however_many_there_are() -> None:
    first = "Abel Bardo Cima Dorn Egil Faro Gorm Hald Imre Jola"
    assert meet(told(f"{first} Zarin"), told("Zarin counts its losses", 1))


def test_the_kind_of_event_is_met_from_one_day_to_the_next() -> None:
    assert meet(told("Quake", event_words=("quake",)), told("Tremor", 1, "70", event_words=("tremor",)))
    assert not meet(told("Quake", event_words=("quake",)), told("Tremor", 2, "70", event_words=("tremor",)))
    assert not meet(told("Quake", event_words=("quake",)), told("Rally", 1, "70", event_words=("rally",)))


def test_what_goes_on_is_met_by_one_name_within_half_a_year() -> None:
    def count(title: str, days: int) -> Entry:
        return told(title, days, f"{400 + days}", metric="infected", open=True)

    assert meet(count("Measles on the Ostrow", 0), count("Epidemic along Ostrow", 150))
    assert not meet(count("Measles on the Ostrow", 0), count("Epidemic along Ostrow", 200))


def test_a_number_with_a_name_is_met_within_half_a_year_and_one_of_three_digits_at_any_distance() -> None:
    assert meet(told("Ostrow mourns", 0), told("Ostrow recalls", 150)) and not meet(told("Ostrow mourns", 0), told("Ostrow recalls", 190))
    assert not meet(told("Ostrow mourns", 0), told("Zarin recalls", 150))
    assert meet(told("Ostrow mourns", 0, "431"), told("Ostrow recalls", 7000, "431"))
    assert not meet(told("Ostrow mourns", 0, "431"), told("Zarin recalls", 7000, "431"))


def test_the_day_that_a_text_gives_for_its_event_counts_as_that_of_publication() -> None:
    late = told("How Ostrow fell", 300, "55", event_day=DAY, event_words=("Ostrow",))
    assert meet(told("Ostrow fallen"), late)
    month = told("Looking back", 100, "56", event_words=("siege",), event_day=DAY, event_day_end=DAY + dt.timedelta(days=20))
    assert meet(told("Siege", 11, event_words=("siege",)), month)


def test_what_a_place_seldom_sees_twice_is_met_by_name_within_three_months() -> None:
    quake = told("Ostrow shaken", 0, "41", event_words=("quake",))
    assert meet(quake, told("Quake in Ostrow", 90, "95", event_words=("quake",)))
    assert not meet(quake, told("Quake in Ostrow", 95, "95", event_words=("quake",)))
    assert not meet(quake, told("Quake in Zarin", 90, "95", event_words=("quake",)))


def test_versions_of_one_page_meet() -> None:
    one, other = told("Ostrow"), told("Zarin", 2000, "77")
    page = "https://courier.example/1"
    versions = [replace(each, heading=replace(each.heading, url=page)) for each in (one, other)]
    assert meet(*versions) and not meet(one, other)


def test_a_title_that_names_nothing_is_no_meeting() -> None:
    assert not meet(told("News in brief"), told("News in brief", 30, "70"))
    assert meet(told("Ostrow in brief"), told("Ostrow in brief", 170, "70"))


def test_without_a_day_only_those_without_one_are_met() -> None:
    a, b = (entry(words, "Blast at Ostrow", day=None) for words in ("40", "70"))
    assert meet(a, b) and not meet(a, told("Blast at Ostrow", 0, "70", event_words=("blast",)))


def test_days_at_the_ends_of_the_calendar_are_days_like_any_other() -> None:
    first, last = dt.date.min, dt.date.max
    for day in (first, last):
        a, b = (entry(words, "Blast at Ostrow", day=day, event_day=day, event_words=("blast",)) for words in ("40", "70"))
        assert meet(a, b)


def test_an_article_has_few_keys() -> None:
    counts = [len(keys(group)) for group in articles(60)]
    assert max(counts) <= 40
