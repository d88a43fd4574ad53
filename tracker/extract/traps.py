"""Numbers that count nothing: dates, years, ages, times, ordinals, scores, labels, names with numbers. A table of small questions.

Each takes the tokens and a quantity and says whether the number is of its kind; the name of the first that says so is the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tracker.extract.metrics import happens
from tracker.extract.moments import age, date, extent, has_plural, is_proper, part_of_time, time, year
from tracker.extract.reporting import lexicon
from tracker.text.dates import WEEKDAYS
from tracker.text.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    LABELS,
    PREPOSITIONS,
    SPEECH,
    STOPS,
    VERBS,
    is_participle,
    is_person,
    is_plural,
    noun_phrase,
    words,
)
from tracker.text.quantities import Quantity
from tracker.text.tokens import Tokens
from tracker.text.units import ADJACENT, LISTS

SIGNED: Final = ("minus", "sub", "plus", "/")
STREETS: Final = words("streets")
HEADLINE: Final = words("headline")
TO_A_NUMBER: Final = words("to_a_number")
HYPHENED: Final = frozenset(LISTS["hyphened"]["heads"])
BEFORE_A_VERB: Final = AUXILIARIES | ADVERBS
NOT_AFTER_ONE: Final = STOPS | VERBS | {"another", "by", "one-time", "day", "days", "time"}
ACCOUNTS: Final = frozenset(("account", "count", "estimate", "reckoning", "measure", "tally", "report"))
PRONOMINAL: Final = frozenset(("no", "any", "every", "each", "which", "this", "that", "another", "-", "day"))
MANNERS: Final = frozenset(("way", "respect", "sense", "case", "instance", "word", "sitting", "go", "place", "piece"))
WICKETS: Final = 10
HIGHEST: Final = 13
"""Of a grade or a class: "Year 9 pupils"."""
LONGEST: Final = 12
"""Digits without a separator: longer ones are keys, not counts."""
FARTHEST: Final = 24
Trap = Callable[[Tokens, Quantity], bool]


def trap(tokens: Tokens, quantity: Quantity) -> str | None:
    """Why the number counts nothing; None where it may."""
    is_joined = tokens.joined(quantity.number_first - 1) or tokens.joined(quantity.number_last - 1)
    for name, is_trap in ASKED[quantity.numeral.in_digits, is_joined]:
        if is_trap(tokens, quantity):
            return name
    return None


def joined_letters(tokens: Tokens, quantity: Quantity) -> bool:
    """ "5G", "QF32", "F-16", "Covid-19", "737s"; never "minus-9" or "sub-40"."""
    first, last = quantity.number_first, quantity.number_last
    if quantity.unit is None and tokens.joined(last - 1) and tokens.word(last)[:1].isalpha() and quantity.numeral.in_digits:
        return True
    if not quantity.numeral.in_digits or not tokens.joined(first - 1) or (quantity.unit and quantity.unit.last <= first):
        return False
    before = tokens.word(first - 1)
    if before in ("-", "‑") and tokens.joined(first - 2):
        return tokens.word(first - 2)[:1].isalpha() and tokens.word(first - 2) not in ("minus", "sub", "plus")
    return before[:1].isalpha()


def chain(tokens: Tokens, quantity: Quantity) -> bool:
    """Digits joined by signs: "05:00", "10.4.2", "1/24/2024", "10-03-2016", "555-0134-22"; a score "2-1", and one more after it
    ("6-4, 3-6").
    A rising range is none.
    """
    i, last = quantity.number_first, quantity.number_last
    if not quantity.numeral.in_digits or tokens.words[i][:1] == "½":
        return False
    if tokens.word(i - 1) == "." and tokens.joined(i - 1) and i > 1:
        return True  # "10.4.2", "a .38 revolver"
    after, before = linked(tokens, last - 1, 1), linked(tokens, i, -1)
    if (after or before) and ":" in (tokens.word(last), tokens.word(i - 1)):
        return True
    if (after and tokens.word(last) == "/") or (before and tokens.word(i - 1) == "/"):
        return True
    is_set = tokens.word(i - 1) == "," and linked(tokens, i - 2, -1)
    return bool(after or before or is_set)


def linked(tokens: Tokens, i: int, step: int) -> bool:
    """Another number stands beside token `i`, one sign between them and no space."""
    a, b = (i, i + 1) if step > 0 else (i - 2, i - 1)
    sign, other = tokens.word(i + step), tokens.word(i + 2 * step)
    return sign in ("-", "/", ":", "–") and other[:1].isdecimal() and tokens.joined(a) and tokens.joined(b)


def label(tokens: Tokens, quantity: Quantity) -> bool:
    """ "category 3", "Resolution 99", "No. 5"."""
    i = quantity.number_first
    before = tokens.word(i - 1)
    if before == "per" or before == "nos" or (before == "no" and tokens.is_name(i - 1) and i > 1):
        return True
    is_marked = before == "#"
    before = tokens.word(i - 2) if before in (".", "#") else before
    if (
        not (is_marked or before in LABELS)
        or quantity.unit
        or quantity.first != i
        or quantity.numeral.is_vague
        or quantity.numeral.is_share
    ):
        return False
    if tokens.word(i - 2) == "the" and tokens.word(quantity.after) in PREPOSITIONS:
        return False
    if before == "number" and (tokens.word(i - 2) in ADVERBS or is_plural(tokens.word(i - 2))):
        return False  # "the dead now number 48"
    is_ranked = tokens.is_name(i - 1) and quantity.numeral.in_digits and (quantity.stated or 0) <= HIGHEST
    return "." in tokens.raw[i] or is_ranked or not has_plural(tokens, quantity.after)


def score(tokens: Tokens, quantity: Quantity) -> bool:
    """ "287 for 6": runs and wickets."""
    last = quantity.number_last
    wickets = tokens.word(last + 1)
    return tokens.word(last) == "for" and wickets.isdecimal() and int(wickets) <= WICKETS and noun_phrase(tokens, last + 2) == last + 2


def list_number(tokens: Tokens, quantity: Quantity) -> bool:
    """ "Top 5 beaches", "5. Punta Sol 4. Es Molar": it numbers the entries of a list."""
    i, last = quantity.number_first, quantity.number_last
    is_title = tokens.word(i - 1) == "top" and tokens.word(i - 2) not in DETERMINERS
    return is_title or (last == i + 1 and tokens.word(last) == "." and tokens.joined(i) and tokens.is_name(last + 1))


def one(tokens: Tokens, quantity: Quantity) -> bool:
    """ "one" as a pronoun or an article: "one of the", "no one", "one day", "which one", "one built on sand". "One of them" after a comma
    counts.
    """
    if tokens.words[quantity.number_first] != "one" or quantity.number_last > quantity.number_first + 1:
        return False
    after, before = tokens.word(quantity.number_last), tokens.word(quantity.first - 1)
    if quantity.unit:
        return quantity.unit.kind == "duration"
    if quantity.first < quantity.number_first:
        return False
    if (before == "by" and after in ACCOUNTS) or (before == "in" and after in MANNERS):
        return True
    is_told = before == "that" and tokens.word(quantity.first - 2) in SPEECH and is_person(after)  # "said that one guard had died"
    if (before in PRONOMINAL and not is_told) or after in ("-", "another"):
        return True
    if happens(tokens, quantity.first - 1) or (after in BEFORE_A_VERB and happens(tokens, quantity.number_last + 1)):
        return False
    if speaks(tokens, quantity.after) or (before in ("the", "only") and not is_person(after)):
        return True
    of_them = tokens.words[quantity.number_last : quantity.number_last + 2] in (["of", "them"], ["of", "whom"])
    if of_them and (before in (",", "-", "–", "—", ";") or tokens.word(quantity.number_last + 2) in ("a", "an")):
        return False
    return (
        after in NOT_AFTER_ONE
        or not after.isalpha()
        or (is_participle(after) and not happens(tokens, quantity.number_last) and not is_person(tokens.word(quantity.number_last + 1)))
    )


def speaks(tokens: Tokens, i: int) -> bool:
    """ "one doctor said", "one doctor, who asked not to be named, said": a source, not a count."""
    last = next((at + 1 for at in range(i, i + 5) if is_person(tokens.word(at)) and not is_person(tokens.word(at + 1))), i)
    if last == i:
        return False
    if tokens.word(last) == ",":
        last = next((at + 1 for at in range(last + 1, min(len(tokens), last + FARTHEST)) if tokens.words[at] == ","), last)
    frame = lexicon().get(tokens.word(last), ("", "", ""))[1]
    return frame in ("say", "tell") and not happens(tokens, last + 1)


def key(tokens: Tokens, quantity: Quantity) -> bool:
    """ "007", and a row of digits too long for a count: the key of something."""
    raw = tokens.raw[quantity.number_first]
    return (raw[0] == "0" and raw != "0" and "." not in raw) or (len(raw) > LONGEST and raw.isdecimal())


def describing(tokens: Tokens, quantity: Quantity) -> bool:
    """ "a 50 zone", "shot a 66": an article stands before the number, and no plural noun follows."""
    if tokens.word(quantity.first - 1) not in ("a", "an") or quantity.unit or not quantity.numeral.in_digits:
        return False
    noun = tokens.word(quantity.after)
    if noun in ("or", "and", "to") and tokens.word(quantity.after + 1)[:1].isdecimal():
        return False
    return noun not in ("-", "‑") and noun not in HYPHENED and noun not in ADJACENT and not has_plural(tokens, quantity.after)


def nothing(tokens: Tokens, quantity: Quantity) -> bool:
    """Zero counts nothing, unless it is measured."""
    return quantity.stated == 0 and quantity.unit is None


def hyphened(tokens: Tokens, quantity: Quantity) -> bool:
    """ "five-storey", "three-way", "two-time": a number that describes. "12-member" and "4,000-strong" count."""
    last = quantity.number_last
    is_joined = tokens.word(last) in ("-", "‑") and tokens.joined(last - 1) and tokens.joined(last)
    if not is_joined or quantity.unit or quantity.last > last:
        return False
    return tokens.word(last + 1)[:1].isalpha() and tokens.word(last + 1) not in HYPHENED


def hyphened_words(tokens: Tokens, quantity: Quantity) -> bool:
    """ "one-two", "forty-something", "last-32": joined to a word before it."""
    i = quantity.number_first
    return tokens.word(i - 1) == "-" and tokens.joined(i - 1) and tokens.joined(i - 2) and tokens.word(i - 2) not in SIGNED


def name(tokens: Tokens, quantity: Quantity) -> bool:
    """A number that belongs to the name before it: "Boeing 747", "Formula 1". A plural noun or a unit after it makes it a count."""
    if quantity.unit or not quantity.numeral.in_digits or quantity.first != quantity.number_first:
        return False
    i = quantity.number_first
    if "," in tokens.raw[i]:
        return False  # "Norland Police 3,200": no name ends so
    if tokens.word(quantity.number_last) in PLURAL_VERBS and not SPEECH.isdisjoint(tokens.words[max(0, i - TOLD) : i]):
        return False  # "told Norland Radio 480 were inside"
    is_compared = tokens.word(quantity.number_last) == "to" and tokens.word(quantity.number_last + 1)[:1].isdecimal()
    if is_compared or has_plural(tokens, quantity.after) or happens(tokens, quantity.after) or is_tally(tokens, i):
        return False
    if (
        is_proper(tokens, quantity.number_last)
        and not tokens.raw[quantity.number_last].isupper()
        and quantity.number_last == quantity.number_first + 1
    ):
        is_led = tokens.word(i - 1) in TO_A_NUMBER or happens(tokens, i - 1)  # "killed 35 Front (RF) rebels"
        return tokens.raw[i - 1].islower() and tokens.word(i - 1) not in STOPS and not is_led
    return is_proper(tokens, i - 1) and tokens.word(i - 1) not in HEADLINE and tokens.word(i - 1) not in WEEKDAYS


def is_tally(tokens: Tokens, i: int) -> bool:
    """ "in Oru 12 have died, in Tamby 9": the name before the number is that of a place, since they died there or the words come again."""
    if tokens.word(i - 2) not in ("in", "at"):
        return False
    frames = (at for at, word in enumerate(tokens.words) if word[0].isdecimal() and tokens.word(at - 2) == tokens.word(i - 2))
    return tokens.word(i + 1) in MANY or sum(is_proper(tokens, at - 1) for at in frames) > 1


def address(tokens: Tokens, quantity: Quantity) -> bool:
    """ "100 Harbour Street"."""
    last = noun_phrase(tokens, quantity.after)
    return (
        quantity.numeral.in_digits
        and last > quantity.after
        and tokens.words[last - 1] in STREETS
        and all(map(tokens.is_name, range(quantity.after, last)))
    )


TOLD: Final = 4
PLURAL_VERBS: Final = ("were", "are", "have")
MANY: Final = ("have", "were", "are", "had")
TRAPS: Final[dict[str, Trap]] = {
    "name": joined_letters,
    "chain": chain,
    "date": date,
    "time": time,
    "age": age,
    "year": year,
    "label": label,
    "score": score,
    "list number": list_number,
    "one": one,
    "key": key,
    "describing": describing,
    "time span": part_of_time,
    "extent": extent,
    "nothing": nothing,
    "hyphened": hyphened,
    "hyphened words": hyphened_words,
    "proper name": name,
    "address": address,
}
DIGITS_ONLY: Final = frozenset(("name", "key", "describing", "chain", "date", "year", "proper name", "address", "score", "list number"))
"""Those that a number in words cannot fall into."""
JOINED_ONLY: Final = frozenset(("name", "chain", "hyphened", "hyphened words"))
"""Those that a number between two blanks cannot fall into."""
ASKED: Final = {
    (in_digits, is_joined): tuple(
        (name, is_trap)
        for name, is_trap in TRAPS.items()
        if (in_digits or name not in DIGITS_ONLY) and (is_joined or name not in JOINED_ONLY)
    )
    for in_digits in (False, True)
    for is_joined in (False, True)
}
