"""The noun phrase of what a number counts, "of the", "more" and "other" before it passed over and noted."""

from __future__ import annotations

from typing import Final

from tracker.extract.drafts import Draft
from tracker.extract.metrics import happens
from tracker.model import Role
from tracker.text.phrases import (
    AUXILIARIES,
    DETERMINERS,
    NUMBERS,
    PRONOUNS,
    SPEECH,
    STATES,
    STOPS,
    is_person,
    is_plural,
    noun_phrase,
    words,
)
from tracker.text.quantities import quantity_at
from tracker.text.tokens import Tokens

OTHERS: Final = words("others")
INCREMENTS: Final = words("increments")
PARTITIVES: Final = words("partitives")
STATUSES: Final = words("statuses")
LONGEST_MODEL: Final = 3
BRACKETED: Final = 8
OPENING: Final = ('"', "“", "‘")
CLOSING: Final = ('"', "”", "''", "’")
PUTTING: Final = frozenset(("put", "puts", "putting"))
COMPLETED: Final = frozenset(("to", "at", "number", "numbered", "reached", "reads"))
COUNTED_OF: Final = frozenset(("of", "some", "all", "both", "several", "many"))
BY_TIME: Final = (["at", "their"], ["at", "its"], ["at", "the"], ["in", "all"], ["in", "number"], ["by", "one"], ["at", "most"])
DASHES: Final = ("-", "–", "—", "(", ")")


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
    while tokens.word(i) in OTHERS or (tokens.word(i) in CLOSING and goes_on(tokens, i + 1)):
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
    i += tokens.word(i) == "such" and tokens.word(i + 1)[:1].isalpha()
    if tokens.word(i) == "new":
        made.notes.add("new")
    if made.before == "at" and tokens.word(made.quantity.first - 2) in PUTTING and tokens.word(i) in DETERMINERS:
        i += 1  # "put at 900 the villagers"
    if tokens.word(i) == "of":
        i = partitive(tokens, made, i)
    i = measured(tokens, i)
    made.noun_first, made.noun_last = i, noun_phrase(tokens, i, stops, made.quantity.stated == 1)
    if tokens.word(made.noun_last) == "(":
        made.noun_last = past_brackets(tokens, made.noun_last, stops)
    made.noun_last = joined_modifiers(tokens, i, made.noun_last)
    if set(tokens.words[i : made.noun_last]) <= STATUSES:
        made.noun_last = i
    if "of the" in made.notes and is_owner(tokens, made.noun_last):
        made.noun_first = made.noun_last = made.quantity.after
        return
    if "of the" in made.notes and not made.has_noun and tokens.words[i].endswith("ed") and is_person(tokens.words[i]):
        made.noun_last = i + 1
    if "of them" in made.notes and not is_named(tokens, made):
        made.noun_last = made.noun_first
    if tokens.word(made.noun_last) in SPEECH and is_teller(tokens, made):
        made.noun_last = made.noun_first
    if not made.has_noun:
        made.noun_first, made.noun_last = set_apart(tokens, made)


def is_named(tokens: Tokens, made: Draft) -> bool:
    """ "three of them nurses", "one of them a nurse": who they were follows."""
    head = tokens.words[made.noun_last - 1] if made.has_noun else ""
    return is_plural(head) or (tokens.word(made.noun_first - 1) in ("a", "an") and is_person(head))


def goes_on(tokens: Tokens, i: int) -> bool:
    """What is counted goes on behind a closing mark: "“12” ships", but not "“12” Ruiz told reporters"."""
    return tokens.word(i).isalpha() and not tokens.is_name(i) and tokens.words[i] not in PRONOUNS and tokens.word(i + 1) not in SPEECH


def is_teller(tokens: Tokens, made: Draft) -> bool:
    """ "hurt 50 state media reported", "rose to 50 state media said": behind the object of a verb, what speaks is counted by nothing."""
    if not made.has_noun or is_person(tokens.words[made.noun_last - 1]):
        return False
    return made.before in COMPLETED or happens(tokens, made.quantity.first - 1)


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
    """ "the climbers – 9 – fell", "the marchers, perhaps 900 at their height, dispersed", "rescuers, 12 of whom were hurt": a number set
    apart by dashes, brackets or commas counts the plural noun before it.
    """
    first, last = made.quantity.first, made.quantity.last
    if tokens.word(first - 1) == "," and is_person(tokens.word(first - 2)) and is_plural(tokens.word(first - 2)) and is_aside(tokens, made):
        return first - 2, first - 1
    if tokens.word(first - 1) in DASHES and tokens.word(last) in DASHES and is_plural(tokens.word(first - 2)):
        return first - 2, first - 1
    return made.noun_first, made.noun_last


def is_owner(tokens: Tokens, last: int) -> bool:
    """ "1,000 of the islands' | 34,500 inhabitants": whose they are, not who."""
    last += tokens.word(last) in ("'", "’")
    return tokens.word(last)[:1].isdecimal() and (tokens.word(last - 1) in ("'", "’") or tokens.word(last - 1).endswith("'s"))


def is_aside(tokens: Tokens, made: Draft) -> bool:
    """No other number counts the noun before it, and behind it stands when, by whose word, or what became of that part of them."""
    first, last = made.quantity.first, made.quantity.last
    at = first - 2
    while at and tokens.words[at][0].isalpha() and tokens.words[at] not in STOPS:
        at -= 1
    is_counted = tokens.words[at][0].isdecimal() or tokens.words[at] in NUMBERS or tokens.words[at] in COUNTED_OF
    after = tokens.words[last : last + 2]
    return not is_counted and (after == ["of", "whom"] or after in BY_TIME or after[:1] == [","])


def partitive(tokens: Tokens, made: Draft, i: int) -> int:
    """ "dozens of people", "three of its fighters": the token where the noun begins."""
    made.notes.add("of")
    i += 1
    while tokens.word(i) in PARTITIVES:
        if is_pronoun(tokens, i) or (tokens.word(i + 1) == "own" and not tokens.word(i + 2)[:1].isalpha()):
            made.notes.add("of them")
            return i + 1 + (tokens.word(i + 1) in ("a", "an", "own"))
        if tokens.word(i) != "a":
            made.notes.add("of the")
        i += 1
    return i + (tokens.word(i) in OPENING)


def is_pronoun(tokens: Tokens, i: int) -> bool:
    """ "Eight of them", "eight of these had been added": no noun follows."""
    after = tokens.word(i + 1)
    is_bare = tokens.words[i] in ("these", "those") and (after in AUXILIARIES or not after[:1].isalpha())
    return tokens.words[i] in PRONOUNS or is_bare


def past_brackets(tokens: Tokens, last: int, stops: frozenset[str]) -> int:
    """ "Red Front (RF) fighters", "one ORU (Oru Rail Union) clerk": brackets are passed over where the phrase goes on behind them."""
    close = next((i for i in range(last + 2, last + BRACKETED) if tokens.word(i) == ")"), 0)
    if not close or is_plural(tokens.words[last - 1]):
        return last
    end = noun_phrase(tokens, close + 1, stops)
    return end if end > close + 1 and (is_plural(tokens.words[end - 1]) or is_person(tokens.words[end - 1])) else last


def joined_modifiers(tokens: Tokens, first: int, last: int) -> int:
    """ "Dutch and Danish ships": the phrase goes on where two modifiers of one plural noun are joined."""
    if last > first and tokens.word(last) in ("and", "or", ",") and not is_plural(tokens.words[last - 1]):
        end = noun_phrase(tokens, last + 1) if not tokens.word(last + 1).endswith(("ing", "ed")) else last
        if end > last + 1 and is_plural(tokens.words[end - 1]) and tokens.words[end - 1] not in STATES:
            return end
    return last
