"""The quantities of a sentence with the noun phrase after each: what may become a figure."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from tracker.extract.behind import describes
from tracker.extract.counting import PARTITIVES, counted, of_whom, percent_of, strong
from tracker.extract.drafts import Draft
from tracker.extract.governing import names_them
from tracker.extract.metrics import Cue
from tracker.extract.screening import HARMED
from tracker.extract.sharing import share_unit
from tracker.extract.traps import HYPHENED, trap
from tracker.model import Bound, FigureKind, Role
from tracker.text.countries import is_country
from tracker.text.numbers import ARTICLES, SCALES, STARTS, Numeral, whole
from tracker.text.phrases import PERSONS, STATES, noun_phrase, words
from tracker.text.quantities import Quantity, quantity_at
from tracker.text.tokens import Tokens
from tracker.text.units import rate_at

KINDS: Final = {"money": FigureKind.MONEY, "percent": FigureKind.PERCENT}
BEGINNING: Final = STARTS | set(ARTICLES)
ORDINALS: Final = words("ordinals")
PAYING: Final = words("paying")
ARTICLE: Final = ("a", "an", "another")
FAR: Final = 9
ENDS: Final = frozenset((",", ";", "and", "but", "while", "or"))


def drafts(tokens: Tokens, cues: list[Cue]) -> list[Draft]:
    """Every quantity of the sentence that is no trap, in order, with the noun phrase after it."""
    stops = frozenset(tokens.words[c.first] for c in cues if c.role in ("verb", "act") and c.form in ("ed", "ing", "s"))
    became = [c for c in cues if c.role == "after"]
    found: list[Draft] = []
    last = 0
    for i in [i for i, word in enumerate(tokens.words) if word in BEGINNING or word[0].isdecimal()]:
        if i < last:
            continue
        if tokens.words[i] == "many" and tokens.word(i - 1) == "how":
            found.append(question(tokens, i, stops))
        quantity = quantity_at(tokens, i)
        if quantity is None:
            continue
        last = quantity.number_last
        if trap(tokens, quantity) is None:
            made = draft(tokens, quantity, stops)
            found.append(cut(made, became) if became else made)
    for one, following in pairwise(found):
        share_unit(tokens, one, following)
    return found


def cut(made: Draft, became: list[Cue]) -> Draft:
    """The draft, its noun ended where a phrase begins that says what happened to them: "80 | sustained injuries"."""
    within = (c for c in became if made.noun_first <= c.first < made.noun_last)
    begun = (c.first for c in within if made.noun_last <= c.last or c.first == made.noun_first)
    made.noun_last = min(begun, default=made.noun_last)
    return made


def question(tokens: Tokens, i: int, stops: frozenset[str]) -> Draft:
    """ "how many were hurt": no figure, but what a bare number in the next sentence answers ("The police say 12.")."""
    asked = Quantity(i - 1, i + 1, i, i + 1, None, None, Bound.VAGUE, Numeral(i, i + 1, None, is_vague=True), None, i + 1)
    made = draft(tokens, asked, stops)
    made.is_question = True
    return made


def topic(tokens: Tokens, cues: list[Cue]) -> Draft | None:
    """ "The dead have not been counted with care.", "the register of the missing": no figure, but what bare numbers behind it count."""
    named = next((cue for cue in cues if cue.metric in HARMED and (cue.role == "toll" or names_them(tokens, cue))), None)
    if named is None or (named.role in ("state", "verb") and describes(tokens, named.last)):
        return None
    at = named.first
    about = Quantity(at, at, at, at, None, None, Bound.VAGUE, Numeral(at, at, None, is_vague=True), None, at)
    made = Draft(about, at, at)
    made.metric, made.cue = named.metric, named
    made.is_question = made.is_topic = True
    return made


def draft(tokens: Tokens, quantity: Quantity, stops: frozenset[str]) -> Draft:
    """The quantity with its kind and its noun phrase."""
    unit = quantity.unit
    made = Draft(quantity, quantity.after, quantity.after, tokens.word(quantity.first - 1))
    if unit:
        made.kind = FigureKind.MONEY if is_sterling(tokens, quantity) else KINDS.get(unit.kind, FigureKind.MEASURE)
        made.noun_first, made.noun_last = unit.first, unit.last
        made.metric = unit.kind if made.kind is not FigureKind.MONEY else "money"
        if made.kind is FigureKind.PERCENT:
            made.noun_last = percent_of(tokens, unit.last)
    elif quantity.numeral.is_share:
        share(tokens, made)
    elif tokens.word(quantity.number_last) in ("-", "‑") and tokens.word(quantity.number_last + 1) in HYPHENED:
        made.noun_first, made.noun_last = strong(tokens, quantity.number_last + 1)
    else:
        counted(tokens, made, stops)
    rate(tokens, made)
    return made


PERIODIC: Final = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "night",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annual": "year",
}


def is_sterling(tokens: Tokens, quantity: Quantity) -> bool:
    """ "9 billion pounds", "fined 500 pounds": money. "9 million pounds of beef" is a weight."""
    unit = quantity.unit
    if unit is None or tokens.words[unit.first] not in ("pound", "pounds") or tokens.word(unit.last) in ("of", "-"):
        return False
    paid = tokens.words[max(0, quantity.first - 3) : quantity.first]
    return tokens.words[quantity.number_last - 1] in SCALES or not PAYING.isdisjoint(paid)


def rate(tokens: Tokens, made: Draft) -> None:
    """Note what the number is per: right after it ("$9 a day"), or "per day" further on in the clause ("9 barrels of oil leak per day")."""
    found, is_within = rate_at(tokens, made.end), False
    if found is None and made.has_noun and tokens.word(made.end) == "of":
        found, is_within = rate_at(tokens, noun_phrase(tokens, made.end + 1)), True  # "barrels of crude a day"
    if found and made.kind is FigureKind.COUNT and made.has_noun:
        made.kind, made.rate_last = FigureKind.RATE, 0 if is_within else found[1]
    elif found is None and made.kind is FigureKind.COUNT:
        ahead = tokens.words[made.end : made.end + FAR]
        while "per" in ahead and ENDS.isdisjoint(ahead[: ahead.index("per")]) and found is None:
            at = ahead.index("per")
            ahead[at], found = "", rate_at(tokens, made.end + at)
        made.kind = FigureKind.RATE if found else made.kind
    made.per = found[0] if found else every(tokens, made.quantity.first)


def every(tokens: Tokens, first: int) -> str | None:
    """What the number is per where the words before it say so: "a daily outflow of 9,000 barrels"."""
    return PERIODIC.get(tokens.word(first - 3)) if tokens.word(first - 1) == "of" else None


def share(tokens: Tokens, made: Draft) -> None:
    """ "half of voters" is 50 percent; that it is a part of a number in its sentence is seen later."""
    q = made.quantity
    made.kind, made.metric = FigureKind.PERCENT, "percent"
    made.quantity = q.stating(q.low and whole(Decimal(q.low) * 100), q.high and whole(Decimal(q.high) * 100), q.bound)
    at = q.after + (tokens.word(q.after) == "of")
    last = of_whom(tokens, at - 1)
    made.noun_first, made.noun_last = (at, last) if tokens.word(last - 1) not in PARTITIVES and last > at else (at, at)


def articles(tokens: Tokens) -> list[Draft]:
    """ "a woman", "an army officer": one person each, to be kept only where something happened to them."""
    found = []
    for i, word in enumerate(tokens.words):
        if word in ARTICLE and tokens.word(i + 1) not in ORDINALS and tokens.words[max(0, i - 2) : i] != ["of", "them"]:
            first = past_age(tokens, i + 1)
            last = noun_phrase(tokens, first, is_one=True)
            while last > first and tokens.words[last - 1] in STATES:
                last -= 1
            if last > first and means_one(tokens, last):
                numeral = Numeral(i, i + 1, 1)
                quantity = Quantity(i, i + 1, i, i + 1, 1, 1, Bound.EXACT, numeral, None, i + 1)
                role = Role.INCREMENT if word == "another" else Role.TOTAL
                made = Draft(quantity, i + 1, last)
                made.role, made.is_article = role, True
                found.append(made)
    return found


def means_one(tokens: Tokens, last: int) -> bool:
    """The noun that ends before token `last` means a person: "officer", "Swede", "passer-by"."""
    first = last - 1
    while tokens.word(first - 1) == "-" and first > 1:
        first -= 2
    return any("".join(tokens.words[i:last]) in PERSONS or is_country(tokens.words[i]) for i in {first, last - 1})


def past_age(tokens: Tokens, i: int) -> int:
    """The token after "6-year-old" at `i`, else `i`."""
    old = tokens.words[i + 1 : i + 5]
    return i + 5 if tokens.word(i)[:1].isdecimal() and old == ["-", "year", "-", "old"] else i
