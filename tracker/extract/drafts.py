"""The figures of one sentence in the making: a quantity, what it counts, and the metric that governs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

from tracker.extract.metrics import Cue, Metrics
from tracker.extract.traps import HYPHENED, trap
from tracker.model import Bound, FigureKind, Role
from tracker.text.countries import is_country
from tracker.text.numbers import ARTICLES, LETTERS, SCALES, STARTS, Numeral, whole
from tracker.text.phrases import PERSONS, PRONOUNS, STATES, is_plural, noun_phrase, words
from tracker.text.quantities import Quantity, quantity_at
from tracker.text.tokens import Tokens
from tracker.text.units import rate_at

KINDS = {"money": FigureKind.MONEY, "percent": FigureKind.PERCENT}
STARTS_WITH_ARTICLE = STARTS | set(ARTICLES)
OTHERS = words("others")
INCREMENTS, ORDINALS = words("increments"), words("ordinals")
PARTITIVES, PAYING = words("partitives"), words("paying")


@dataclass(slots=True, eq=False)
class Draft:
    """quantity and the tokens (noun_first–noun_last) of what is counted, empty where the text leaves it out.

    cue — what gave the metric; leans_on — the figure whose metric or noun it takes; metric — "" until attached
    """

    quantity: Quantity
    noun_first: int
    noun_last: int
    kind: FigureKind = FigureKind.COUNT
    metric: str = ""
    counted: str | None = None
    role: Role = Role.TOTAL
    leans_on: Draft | None = None
    cue: Cue | None = None
    per: str | None = None
    is_article: bool = False
    rate_last: int = 0
    shared: bool = False
    is_whole: bool = False
    is_question: bool = False
    notes: set[str] = field(default_factory=set)

    def leans(self, on: Draft) -> bool:
        """It leans on the other one, over however many in between."""
        host: Draft | None = self
        while host is not None and host is not on:
            host = host.leans_on
        return host is on

    @property
    def has_noun(self) -> bool:
        return self.noun_last > self.noun_first

    @property
    def end(self) -> int:
        after = self.quantity.after
        return after if self.shared else max(self.noun_last, after, self.rate_last)


def drafts(tokens: Tokens, cues: list[Cue], metrics: Metrics) -> list[Draft]:
    """Every quantity of the sentence that is no trap, in order, with the noun phrase after it."""
    stops = frozenset(tokens.words[c.first] for c in cues if c.role in ("verb", "act") and c.form in ("ed", "ing", "s"))
    found: list[Draft] = []
    i, known = 0, STARTS_WITH_ARTICLE
    while i < len(tokens.words):
        word = tokens.words[i]
        if word == "many" and tokens.word(i - 1) == "how":
            found.append(question(tokens, i, stops))
        quantity = quantity_at(tokens, i) if word in known or word[0].isdecimal() else None
        if quantity is None:
            i += 1
            continue
        i = quantity.number_last
        if trap(tokens, quantity) is None:
            found.append(draft(tokens, quantity, stops))
    for one, following in pairwise(found):
        share_unit(tokens, one, following)
    return found


def question(tokens: Tokens, i: int, stops: frozenset[str]) -> Draft:
    """ "how many were hurt": no figure, but what a bare number in the next sentence answers ("The police say 12.")."""
    asked = Quantity(i - 1, i + 1, i, i + 1, None, None, Bound.VAGUE, Numeral(i, i + 1, None, is_vague=True), None, i + 1)
    made = draft(tokens, asked, stops)
    made.is_question = True
    return made


def share_unit(tokens: Tokens, one: Draft, following: Draft) -> None:
    """ "three or four euros", "5- or 6-inch", "90 million of the 2 billion euros": the unit stands with the second alone. In "$9 million
    and 7 million" it stands with the first.
    """
    gap = tokens.words[one.quantity.number_last : following.quantity.first]
    is_share = gap == ["to"] and following.kind is FigureKind.PERCENT
    if not one.has_noun and (is_share or gap in (["or"], ["-", "or"], ["of", "the"], ["and"], ["of"])) and following.has_noun:
        one.noun_first, one.noun_last, one.kind, one.metric = following.noun_first, following.noun_last, following.kind, following.metric
        one.shared = True
    elif one.kind is FigureKind.MONEY and not following.has_noun and following.metric == "" and is_scaled(tokens, following):
        following.noun_first, following.noun_last, following.kind, following.metric = one.noun_first, one.noun_last, one.kind, one.metric
        following.shared = True


def is_scaled(tokens: Tokens, made: Draft) -> bool:
    """The number ends in a word of scale: "71 million" counts something even where nothing is named."""
    return tokens.words[made.quantity.number_last - 1] in SCALES or tokens.words[made.quantity.number_last - 1] in LETTERS


def draft(tokens: Tokens, quantity: Quantity, stops: frozenset[str]) -> Draft:
    """The quantity with its kind and its noun phrase."""
    unit = quantity.unit
    made = Draft(quantity, quantity.after, quantity.after)
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


def is_sterling(tokens: Tokens, quantity: Quantity) -> bool:
    """ "9 billion pounds", "fined 500 pounds": money. "9 million pounds of beef" is a weight."""
    unit = quantity.unit
    if unit is None or tokens.words[unit.first] not in ("pound", "pounds") or tokens.word(unit.last) in ("of", "-"):
        return False
    paid = tokens.words[max(0, quantity.first - 3) : quantity.first]
    return tokens.words[quantity.number_last - 1] in SCALES or not PAYING.isdisjoint(paid)


def rate(tokens: Tokens, made: Draft) -> None:
    """Note what the number is per: right after it ("$9 a day"), or "per day" further on in the clause ("9 barrels of oil leak per day")."""
    found = rate_at(tokens, made.end)
    if found and made.kind is FigureKind.COUNT and made.has_noun:
        made.kind, made.rate_last = FigureKind.RATE, found[1]
    elif found is None and made.kind is FigureKind.COUNT:
        ahead = tokens.words[made.end : made.end + FAR]
        while "per" in ahead and ENDS.isdisjoint(ahead[: ahead.index("per")]) and found is None:
            at = ahead.index("per")
            ahead[at], found = "", rate_at(tokens, made.end + at)
        made.kind = FigureKind.RATE if found else made.kind
    made.per = found[0] if found else None


FAR = 9
ENDS = frozenset((",", ";", "and", "but", "while", "or"))


def share(tokens: Tokens, made: Draft) -> None:
    """ "half of voters" is 50 percent; that it is a part of a number in its sentence is seen later."""
    q = made.quantity
    made.kind, made.metric = FigureKind.PERCENT, "percent"
    made.quantity = q._replace(low=q.low and whole(Decimal(q.low) * 100), high=q.high and whole(Decimal(q.high) * 100))
    at = q.after + (tokens.word(q.after) == "of")
    last = of_whom(tokens, at - 1)
    made.noun_first, made.noun_last = (at, last) if tokens.word(last - 1) not in PARTITIVES and last > at else (at, at)


def percent_of(tokens: Tokens, i: int) -> int:
    """The token after what a percent is of: "percent of the voters", "% turnout"; `i` where nothing says."""
    if tokens.word(i) == "of":
        last = of_whom(tokens, i)
        return last if tokens.words[last - 1] not in PARTITIVES else i
    last = noun_phrase(tokens, i)
    return last if last == i + 1 and not tokens.words[i].endswith(("er", "ly")) and not tokens.is_name(i) else i


def of_whom(tokens: Tokens, i: int) -> int:
    """The token after the noun that a share is of: "of the registered voters"."""
    at = i + 1
    while tokens.word(at) in PARTITIVES:
        at += 1
    return noun_phrase(tokens, at)


def strong(tokens: Tokens, i: int) -> tuple[int, int]:
    """The noun of "4,000-strong force", "12-member panel"."""
    if tokens.words[i] == "strong":
        return i + 1, noun_phrase(tokens, i + 1)
    return i, i + 1


def counted(tokens: Tokens, made: Draft, stops: frozenset[str]) -> None:
    """Set the noun phrase after the number, "of the", "more" and "other" before it passed over and noted."""
    i = made.quantity.after
    if tokens.word(made.quantity.first - 1) in ("another", "further", "additional"):
        made.role = Role.INCREMENT
    while tokens.word(i) in OTHERS or (tokens.word(i) in CLOSING and tokens.word(i + 1).isalpha()):
        if tokens.word(i) in OTHERS:
            made.notes.add("others")
        if tokens.word(i) == "others":
            made.noun_first = made.noun_last = i + 1
            return
        if tokens.word(i) in INCREMENTS:
            made.role = Role.INCREMENT
        i += 1
        if tokens.word(i) == "than":
            made.notes.add("difference")
    if tokens.word(i) == "new":
        made.notes.add("new")
    if tokens.word(i) == "of":
        i = partitive(tokens, made, i)
    i = measured(tokens, i)
    made.noun_first, made.noun_last = i, noun_phrase(tokens, i, stops, made.quantity.stated == 1)
    made.noun_last = past_initials(tokens, made.noun_last, stops)
    made.noun_last = joined_modifiers(tokens, i, made.noun_last)
    if "of them" in made.notes and not (made.has_noun and is_plural(tokens.words[made.noun_last - 1])):
        made.noun_last = made.noun_first
    if not made.has_noun:
        made.noun_first, made.noun_last = set_apart(tokens, made)


LONGEST_MODEL = 3
OPENING = ('"', "“", "‘")
CLOSING = ('"', "”", "''", "’")


def measured(tokens: Tokens, i: int) -> int:
    """ "two million 5 litre cans", "20 A350 jets": a measure or the name of a model between the number and its noun is passed over."""
    if tokens.word(i).isascii() and tokens.is_name(i) and len(tokens.words[i]) <= LONGEST_MODEL and tokens.joined(i):
        at = i + 1 + (tokens.word(i + 1) == "-")
        return at + 1 if tokens.word(at).isdecimal() and tokens.joined(at - 1) else i
    if not tokens.word(i)[:1].isdecimal():
        return i
    inner = quantity_at(tokens, i)
    return inner.after if inner and inner.unit and inner.unit.last == inner.after else i


def set_apart(tokens: Tokens, made: Draft) -> tuple[int, int]:
    """ "the climbers – 9 – fell": a number between dashes or brackets counts the plural noun before it."""
    first, last = made.quantity.first, made.quantity.last
    if tokens.word(first - 1) in DASHES and tokens.word(last) in DASHES and is_plural(tokens.word(first - 2)):
        return first - 2, first - 1
    return made.noun_first, made.noun_last


DASHES = ("-", "–", "—", "(", ")")


def partitive(tokens: Tokens, made: Draft, i: int) -> int:
    """ "dozens of people", "three of its fighters": the token where the noun begins."""
    made.notes.add("of")
    i += 1
    while tokens.word(i) in PARTITIVES:
        if tokens.word(i) in PRONOUNS:
            made.notes.add("of them")
            return i + 1
        if tokens.word(i) != "a":
            made.notes.add("of the")
        i += 1
    return i + (tokens.word(i) in OPENING)


def past_initials(tokens: Tokens, last: int, stops: frozenset[str]) -> int:
    """ "Red Front (RF) fighters": initials in brackets are passed over where the phrase goes on behind them."""
    if tokens.words[last : last + 3 : 2] != ["(", ")"] or not tokens.raw[last + 1].isupper():
        return last
    end = noun_phrase(tokens, last + 3, stops)
    return end if end > last + 3 and is_plural(tokens.words[end - 1]) else last


def joined_modifiers(tokens: Tokens, first: int, last: int) -> int:
    """ "Dutch and Danish ships": the phrase goes on where two modifiers of one plural noun are joined."""
    if last > first and tokens.word(last) in ("and", "or", ",") and not is_plural(tokens.words[last - 1]):
        end = noun_phrase(tokens, last + 1) if not tokens.word(last + 1).endswith(("ing", "ed")) else last
        if end > last + 1 and is_plural(tokens.words[end - 1]) and tokens.words[end - 1] not in STATES:
            return end
    return last


def articles(tokens: Tokens, cues: list[Cue]) -> list[Draft]:
    """ "a woman", "an army officer": one person each, to be kept only where something happened to them."""
    found = []
    for i, word in enumerate(tokens.words):
        if word in ("a", "an") and tokens.word(i + 1) not in ORDINALS and tokens.words[max(0, i - 2) : i] != ["of", "them"]:
            first = past_age(tokens, i + 1)
            last = noun_phrase(tokens, first, is_one=True)
            while last > first and tokens.words[last - 1] in STATES:
                last -= 1
            if last > first and means_one(tokens, last):
                numeral = Numeral(i, i + 1, 1)
                quantity = Quantity(i, i + 1, i, i + 1, 1, 1, Bound.EXACT, numeral, None, i + 1)
                found.append(Draft(quantity, i + 1, last, is_article=True))
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
