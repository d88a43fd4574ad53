"""Numbers that say when, or how old: dates, years, times of day, spans of time, ages."""

from __future__ import annotations

from typing import Final

from tracker.extract.metrics import happens
from tracker.text.phrases import AUXILIARIES, DETERMINERS, PERSONS, PREPOSITIONS, STOPS, VERBS, is_person, is_plural, noun_phrase, words
from tracker.text.quantities import Quantity
from tracker.text.tokens import Tokens
from tracker.text.units import LISTS

MONTHS: Final = words("months")
BEARINGS: Final = words("directions") | words("bearings")
PARTS_OF_DAY: Final = frozenset(("morning", "afternoon", "evening", "night"))
NOON: Final = 12
BEFORE_A_TIME: Final = frozenset("at by until till and to around about before after from past since".split())  # noqa: SIM905
CLOCK: Final = words("clock")
BEFORE_A_YEAR: Final = words("before_a_year")
PEOPLE: Final = words("people")
YEARS: Final = range(1000, 2101)
TIMES: Final = frozenset(LISTS["duration"]["forms"])
OLDEST: Final = 120
AGED: Final = frozenset(("aged", "age", "ages"))
BEFORE_ONE: Final = DETERMINERS | {","}
ONE: Final = frozenset(("who", "he", "she", "i"))
BEING: Final = frozenset(("was", "is", "turned", "turns"))
OVER: Final = frozenset(("over", "under", "above", "below"))
OF_AGE: Final = frozenset((".", ",", "", "at", "when"))
"""Around the age of one person: "who was 12 at the time"."""


def is_month(tokens: Tokens, i: int) -> bool:
    return tokens.word(i).removesuffix("'s") in MONTHS and (
        tokens.is_name(i) or tokens.word(i) not in ("may", "march", "mar", "dec", "sep")
    )


def date(tokens: Tokens, quantity: Quantity) -> bool:
    if not quantity.numeral.in_digits or quantity.unit:
        return False
    i, last = quantity.number_first, quantity.number_last
    after = last + (tokens.word(last) == "of")
    before = i - 2 if tokens.word(i - 1) in (".", ",") else i - 1
    if is_month(tokens, before) and (tokens.word(i - 1) != "," or quantity.stated in YEARS):
        return bool((quantity.stated or 0) <= 31 or is_year_like(tokens, quantity) or (quantity.stated or 0) < 100)
    if is_month(tokens, after) and (quantity.stated or 32) <= 31:
        return True
    day = i - 2 if tokens.word(i - 1) == "," else i - 1
    return is_year_like(tokens, quantity) and tokens.word(day).isdecimal() and (is_month(tokens, day - 1) or is_month(tokens, day + 1))


def is_year_like(tokens: Tokens, quantity: Quantity) -> bool:
    raw = tokens.raw[quantity.number_first]
    return len(raw) == 4 and raw.isdecimal() and int(raw) in YEARS


def year(tokens: Tokens, quantity: Quantity) -> bool:
    """Four digits from 1800 to 2100 that count nothing named: in texts stripped of commas "2000 people" is a count."""
    if quantity.unit or not is_year_like(tokens, quantity):
        return False
    if quantity.numeral.last > quantity.numeral.first + 1:
        return False
    counted = has_plural(tokens, quantity.after) or happens(tokens, quantity.after)
    hedged = quantity.first < quantity.number_first
    before = tokens.word(quantity.first - 1)
    if hedged or tokens.word(quantity.number_last) in ("-", "–"):
        return not counted
    if before in BEFORE_A_YEAR:
        return not (counted and is_people(tokens, quantity.after))
    if before in DETERMINERS or before.endswith("'s"):
        return not (counted and is_people(tokens, quantity.after))
    return not counted


def is_people(tokens: Tokens, i: int) -> bool:
    return tokens.word(noun_phrase(tokens, i) - 1) in PEOPLE


def has_plural(tokens: Tokens, i: int) -> bool:
    """A plural noun ends the noun phrase at `i`."""
    last = noun_phrase(tokens, i)
    return last > i and is_plural(tokens.words[last - 1])


def time(tokens: Tokens, quantity: Quantity) -> bool:
    i, last = quantity.number_first, quantity.number_last
    if quantity.unit and quantity.unit.kind in ("money", "percent"):
        return False
    after = tokens.word(last)
    if tokens.words[last : last + 2] == ["in", "the"] and tokens.word(last + 2) in PARTS_OF_DAY and not has_plural(tokens, last + 2):
        return (quantity.stated or 0) <= NOON and tokens.word(i - 1) in BEFORE_A_TIME
    if after in CLOCK or (after in ("a", "p") and tokens.word(last + 1) == "m"):
        return True
    return after == "hours" and len(tokens.words[i]) == 4 and tokens.word(i - 1) in ("at", "around", "by", "until")


def age(tokens: Tokens, quantity: Quantity) -> bool:
    """ "90-year-old", "aged 25", "aged six and nine", "a boy of 14", "Ruiz, 24, said"; in texts stripped of commas "Ruiz 24 said"."""
    i, last, unit = quantity.number_first, quantity.number_last, quantity.unit
    if unit and unit.kind == "duration":
        after = unit.last + (tokens.word(unit.last) in ("-", "‑"))
        if tokens.words[unit.last : unit.last + 2] == ["of", "age"]:
            return True
        return tokens.word(after) in ("old", "olds", "old's") and (quantity.stated or 0) <= OLDEST
    if unit or happens(tokens, last) or not 0 < (quantity.stated or 0) <= OLDEST:
        return False
    before = tokens.word(quantity.first - 1)
    if before in AGED or (before == "than" and tokens.word(quantity.first - 2) in ("younger", "older") and not has_plural(tokens, last)):
        return True
    if not has_plural(tokens, last):
        if (
            quantity.first < i
            and tokens.words[quantity.first] in OVER
            and before in AUXILIARIES
            and is_person(tokens.word(quantity.first - 2))
        ):
            return True
        if before in BEING and tokens.word(quantity.first - 2) in ONE and tokens.word(last) in OF_AGE:
            return True
        is_second = before in ("and", ",") and not AGED.isdisjoint(tokens.words[max(0, i - 5) : i - 1])
        if is_second or (before == "of" and (tokens.word(quantity.first - 2) in AGED or is_one_person(tokens, quantity.first - 2))):
            return True
    if not quantity.numeral.in_digits:
        return False
    if is_pair(tokens, i, last):
        return True
    if (
        before == ","
        and tokens.word(last) in (",", ".", ";", ")", "and")
        and quantity.first == i
        and (tokens.is_name(i - 2) or tokens.word(i - 2) in PERSONS)
    ):
        return not has_plural(tokens, last)
    if before == "(" and tokens.word(last) == ")" and is_proper(tokens, i - 2):
        return True
    follows = tokens.word(last)
    return (
        is_proper(tokens, i - 1)
        and quantity.first == i
        and (follows in VERBS or follows in PREPOSITIONS or follows in AUXILIARIES or follows in ("who", ",", ".", ")", ""))
        and is_proper(tokens, i - 2)
    )


def is_pair(tokens: Tokens, i: int, last: int) -> bool:
    """ "two boys, 15 and 17, were hurt": the ages of two persons."""
    first = i if tokens.word(last) == "and" else i - 2
    pair = [tokens.word(at) for at in range(first, first + 3)]
    is_set_off = tokens.word(first - 1) == "," and is_plural(tokens.word(first - 2)) and is_person(tokens.word(first - 2))
    return is_set_off and pair[1] == "and" and pair[0].isdecimal() and pair[2].isdecimal() and tokens.word(first + 3) in OF_AGE


def is_one_person(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in PERSONS and tokens.word(i - 1) in BEFORE_ONE


def part_of_time(tokens: Tokens, quantity: Quantity) -> bool:
    """ "half a century", "a quarter of an hour": a time that describes; "six years ago", "within 48 hours": when it was or will be."""
    unit = quantity.unit
    if unit and unit.kind == "duration":
        return tokens.word(unit.last) == "ago" or tokens.word(quantity.first - 1) == "within"
    if not quantity.numeral.is_share:
        return False
    after = [w for w in tokens.words[quantity.number_last : quantity.number_last + 3] if w not in ("a", "an", "of", "the")]
    return bool(after) and after[0] in TIMES


def extent(tokens: Tokens, quantity: Quantity) -> bool:
    """How long or wide the thing behind it is ("a 12-year sentence", "a 40-metre dam"), or how far off a place lies ("60 miles north of",
    "40 km to the east").
    """
    unit = quantity.unit
    if unit is None or unit.kind not in ("duration", "distance"):
        return False
    if tokens.word(unit.first - 1) in ("-", "‑") and tokens.words[unit.first] != "inch":  # the size of a screen is kept
        return tokens.word(unit.last).isalpha() or tokens.words[unit.last : unit.last + 2] == ["-", "long"]
    at = unit.last + 2 * (tokens.words[unit.last : unit.last + 2] == ["to", "the"])
    return unit.kind == "distance" and tokens.word(at) in BEARINGS


def is_proper(tokens: Tokens, i: int) -> bool:
    """A capital letter on a word that is none of the closed classes."""
    return tokens.is_name(i) and tokens.words[i] not in STOPS and tokens.words[i] not in VERBS
