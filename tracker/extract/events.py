"""What happened: the noun of an event nearest to a figure, with the words that name it."""

from __future__ import annotations

from functools import cache
from typing import Final

from tracker.extract.moments import is_month
from tracker.extract.seams import begins_anew, is_agency
from tracker.text.dates import WEEKDAYS
from tracker.text.phrases import AUXILIARIES, CONJUNCTIONS, DETERMINERS, NUMBERS, PREPOSITIONS, STOPS, VERBS, is_plural, words
from tracker.text.tables import load
from tracker.text.tokens import Tokens
from tracker.text.wordlists import words as listed

TARGETS: Final = frozenset(("on", "against", "at", "in", "near", "of", "targeting", "outside", "between"))
NO_EVENT: Final = words("no_event")
NEVER_BEFORE: Final = words("speech") | STOPS
FOES: Final = frozenset(("against", "alongside", "to", "for"))
BODIES: Final = frozenset(word.lower() for word in listed("org_heads.txt"))
DASHES: Final = ("-", "–", "—")
LONGEST: Final = 9
BEFORE_MONTH: Final = frozenset(("in", "since", "last", "early", "late", "mid", "until", "by", "through", "of", "this", "next", "on"))
OFFICES: Final = words("offices")
STORMS: Final = frozenset(load("events")["closed"]["storm"].split())
HEADLINE: Final = words("headline")
NO_NAME: Final = VERBS | HEADLINE | STOPS


class Event:
    """tokens first–last print it ("rocket attacks on the depot"), the head at `noun`; is_open — it goes on (a war, an outbreak)."""

    __slots__ = ("first", "is_open", "last", "noun")

    def __init__(self, first: int, noun: int, last: int, is_open: bool) -> None:
        self.first, self.noun, self.last = first, noun, last
        self.is_open = is_open

    def named(self, tokens: Tokens) -> str:
        return tokens.words_of(self.first, self.last)

    def content(self, tokens: Tokens) -> tuple[str, ...]:
        """Its words without the closed classes, in lower case, once each."""
        kept = (w.removesuffix("'s") for w in tokens.words[self.first : self.last] if w[0].isalnum() and w not in STOPS)
        return tuple(dict.fromkeys(kept))


@cache
def kinds() -> dict[str, bool]:
    """Noun of an event, singular and plural → whether it goes on, from the words that the comparison sorts events by."""
    table: dict[str, bool] = {}
    for name, is_open in (("open", True), ("closed", False)):
        for group in load("events")[name].values():
            for word in group.split():
                if word not in NO_EVENT:
                    table |= dict.fromkeys((word, word + "s", word + "es"), is_open)
    return table | dict.fromkeys(any_kind(), False)


@cache
def any_kind() -> frozenset[str]:
    """Nouns that any event can be called by, singular and plural: "disaster", "accidents"."""
    words = load("events")["any"]["words"].split()
    return frozenset((*words, *(word.removesuffix("y") + "ies" if word.endswith("y") else word + "s" for word in words)))


@cache
def gatherings() -> frozenset[str]:
    """Nouns of events where people come together."""
    group = load("events")["closed"]["rally"].split()
    return frozenset(form for word in group for form in (word, word + "s", word + "es"))


def events(tokens: Tokens) -> list[Event]:
    """The events that the sentence names, in order. Of several nouns in a row the last is the head ("car bomb attack")."""
    known, found = kinds(), []
    for i, word in enumerate(tokens.words):
        if word in known and not (tokens.word(i + 1) in known and i + 1 < len(tokens)) and not is_else(tokens, i):
            first = begin(tokens, i)
            found.append(Event(first, i, end(tokens, i), known[word]))
    return found


def is_else(tokens: Tokens, i: int) -> bool:
    """It names no event there: a verb, part of another word for something ("heart attack", "the crisis centre"), the month of March."""
    if tokens.word(i + 1) in OFFICES and not tokens.is_name(i + 1):
        return True
    dated = tokens.word(i + 1)[:1].isdecimal() or tokens.word(i - 1)[:1].isdecimal() or tokens.word(i - 1) in BEFORE_MONTH
    return is_verb(tokens, i) or is_joined(tokens, i) or (dated and is_month(tokens, i)) or is_of_name(tokens, i)


def is_of_name(tokens: Tokens, i: int) -> bool:
    """ "The Council of the Revolution": it ends the name of a body."""
    of = i - 1 - (tokens.word(i - 1) == "the")
    return tokens.is_name(i) and tokens.word(of) == "of" and tokens.is_name(of - 1) and tokens.words[of - 1] in BODIES | OFFICES


def is_joined(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    ahead = tokens.word(i - 2) if tokens.word(i - 1) == "-" else tokens.word(i - 1)
    single = word if word in compounds()["followed"] or word in compounds()["preceded"] else word.removesuffix("s")
    return tokens.word(i + 1) in compounds()["followed"].get(single, ()) or ahead in compounds()["preceded"].get(single, ())


@cache
def compounds() -> dict[str, dict[str, frozenset[str]]]:
    """Words of events → the words before or behind which they name none."""
    data = load("events")
    return {where: {word: frozenset(others.split()) for word, others in data[where].items()} for where in ("followed", "preceded")}


def is_verb(tokens: Tokens, i: int) -> bool:
    """ "people rally", "to attack", "the coalition fighting Norland": the word is a verb there."""
    before, after = tokens.word(i - 1), tokens.word(i + 1)
    if tokens.words[i].endswith("ing") and has_object(tokens, i, before, after):
        return True
    return before in ("to", "will", "would", "could", "should", "may", "can", "they", "we") or (
        is_plural(before) and not tokens.words[i].endswith("s") and not tokens.is_name(i - 1) and tokens.word(i + 1) not in kinds()
    )


def has_object(tokens: Tokens, i: int, before: str, after: str) -> bool:
    """ "the coalition fighting Norland", "rebels fighting against it"; not "the bombing Monday", "heavy fighting against it"."""
    if not tokens.raw[i].islower() or before in PREPOSITIONS or before in DETERMINERS:
        return False
    is_foe = tokens.is_name(i + 1) and after not in WEEKDAYS and not is_month(tokens, i + 1)
    return is_foe or (after in FOES and (is_plural(before) or before in AUXILIARIES or before in BODIES))


def begin(tokens: Tokens, noun: int) -> int:
    """Where the words before the noun that belong to it begin: adjectives, nouns, names and a possessor."""
    i = noun
    while i > 0 and noun - i < LONGEST and belongs(tokens, i - 1) and not begins_anew(tokens, i):
        i -= 1
    while i < noun and tokens.words[i] == "-":
        i += 1
    return i


def belongs(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    if word == "-":
        return tokens.joined(i) and tokens.joined(i - 1)
    return (
        word[0].isalpha()
        and word not in NEVER_BEFORE
        and word not in HEADLINE
        and (word not in NUMBERS or tokens.word(i + 1) == "-")
        and not is_agency(tokens, i)
        and not (word.endswith(("ed", "ing")) and tokens.word(i + 1) != "-" and i > 0 and tokens.word(i - 1) not in ("a", "the", "-"))
    )


def end(tokens: Tokens, noun: int) -> int:
    """The token after who did it and what it was aimed at or where it was: "attack by rebels on the refugee camp"."""
    i = noun + 1
    if is_christened(tokens, noun):
        return noun + 2
    if tokens.word(i) == "by":
        at = words_end(tokens, noun, i + 1)
        i = at if tokens.word(at) in TARGETS else i
    if tokens.word(i) not in TARGETS or tokens.word(i + 1)[:1].isdecimal() or tokens.word(i + 1) in ("which", "whom"):
        return noun + 1
    at = words_end(tokens, noun, i + 1)
    return at if at > i + 1 else noun + 1


def is_christened(tokens: Tokens, noun: int) -> bool:
    """ "Hurricane Ilse": storms bear names."""
    after = tokens.word(noun + 1)
    return tokens.words[noun] in STORMS and tokens.is_name(noun) and tokens.is_name(noun + 1) and after not in NO_NAME


def words_end(tokens: Tokens, noun: int, at: int) -> int:
    first = at
    while at < len(tokens) and (at - noun < LONGEST or is_compound(tokens, at)) and (is_article(tokens, first, at) or is_word(tokens, at)):
        if at > first and (begins_anew(tokens, at) or is_agency(tokens, at)):
            break
        at += 1
    while at > first and (tokens.words[at - 1] in STOPS or tokens.words[at - 1] in DASHES):
        at -= 1
    return at


def is_article(tokens: Tokens, first: int, at: int) -> bool:
    """ "of", or an article that opens the phrase or stands behind "of"; behind a noun it opens another: "a raid on the town the …"."""
    return tokens.words[at] == "of" or (tokens.words[at] in ("the", "a", "an") and (at == first or tokens.words[at - 1] == "of"))


def is_compound(tokens: Tokens, at: int) -> bool:
    """A dash between letters, or the word behind one: "rebel-held"."""
    is_dash = tokens.words[at] == "-" and tokens.joined(at) and tokens.joined(at - 1)
    return is_dash or (tokens.word(at - 1) == "-" and tokens.joined(at - 1) and tokens.joined(at - 2))


def is_word(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    if word in WEEKDAYS or is_month(tokens, i):
        return False
    if is_compound(tokens, i):
        return True
    return (
        word[0].isalpha()
        and word not in STOPS
        and word not in HEADLINE
        and word not in CONJUNCTIONS
        and word not in VERBS
        and not word.endswith(("ed", "ing"))
    )
