"""Which metric a figure has by its own words: the noun it counts, the verb before it, the participle after it, the name of a toll."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.extract.behind import QUOTES, REACH, WITHIN, is_active, right
from tracker.extract.drafts import Draft
from tracker.extract.governing import BE, can_count, is_passive, names_them, tells_of_harm
from tracker.extract.metrics import TOTAL, Cue, metrics
from tracker.extract.screening import HARMED
from tracker.model import Bound, Role
from tracker.text.dates import MONTHS
from tracker.text.phrases import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    LABELS,
    PREPOSITIONS,
    SPEECH,
    STATES,
    is_participle,
    is_person,
    is_plural,
    words,
)
from tracker.text.tokens import Tokens

BETWEEN: Final = ADVERBS | DETERMINERS | words("between") | QUOTES | {"(", ":"}
TO_A_NUMBER: Final = words("to_a_number") | {":", "-"}
EXCEEDING: Final = words("exceeding")
JOINING: Final = frozenset(("and", "including", "plus"))
VERBAL_SPEECH: Final = SPEECH - {"according"}
COUNTS: Final = frozenset(("number", "numbers", "estimate", "estimates", "count", "tally", "toll", "total"))
CLOSED: Final = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS
ADDING: Final = frozenset(("add", "adds", "added", "adding"))
NAMING: Final = frozenset(("verb", "act", "state", "noun", "head"))
FAR: Final = 9
"""Tokens in which "the number of" says of what."""
NUMBERING: Final = frozenset(("at", "to", "number", "numbered", "numbers", "reach", "reached", "reaches"))
NOWADAYS: Final = frozenset(("now", "currently", "already"))
OF_THE: Final = 3
"""Before which token "dead" stands in "Of the recognised dead"."""
INSERTED: Final = 6
"""Tokens of "he writes" and its commas."""
PUTTING: Final = frozenset(("put", "puts", "putting", "estimated", "estimates", "numbered"))
WHERE: Final = frozenset(("in", "at", "on", "of", "from"))
LISTING: Final = BE | words("listing")
NO_NOUN: Final = AUXILIARIES | ADVERBS | {""}


def own_cue(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue]) -> Cue | None:
    """The cue that governs the figure by itself; None where it must lean on another figure or on its noun."""
    if not cues:
        return None
    found = (
        later(tokens, draft, drafts, cues)
        or (past_place(tokens, draft.quantity.first, cues) if draft.before == "of" else None)
        or inside(tokens, draft, cues)
        or toll(tokens, draft, cues)
        or left(tokens, draft, cues)
        or among(tokens, draft, cues)
        or right(tokens, draft, drafts, cues)
    )
    if found and found.metric == "casualties" and (outcome := right(tokens, draft, drafts, cues)):
        found = outcome  # "shot two guards dead"
    return found if found and can_count(tokens, draft, found, cues) else None


def later(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue]) -> Cue | None:
    """ "eight of the injured died": what became of those whom the noun names."""
    if "of the" not in draft.notes or not any(draft.noun_first <= c.first < draft.noun_last and tells_of_harm(c) for c in cues):
        return None
    found = right(tokens, draft, drafts, [cue for cue in cues if cue.first >= draft.noun_last])
    return found if found and found.role in ("act", "verb") else None


def inside(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """A noun or state within what is counted, as its head: "12 deaths", "12 dead", "12 of the wounded"."""
    for cue in cues:
        if draft.noun_first <= cue.first < draft.noun_last or cue.first == draft.noun_last == draft.noun_first:
            if cue.role in ("noun", "state") and cue.last >= draft.noun_last and cue.metric in metrics().people:
                return cue
            if cue.role == "state" and cue.first == draft.noun_first and "of the" in draft.notes:
                return cue
            if not draft.has_noun and cue.form == "ed" and cue.role == "verb" and not is_active(tokens, cue, cue.first):
                return cue
    return None


def left(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The verb or phrase just before the number: "killing 12", "injuries to 12"; who they were: "the dead included 12 women"."""
    end = draft.quantity.first
    while end > 0:
        listed = listing_from(tokens, end)
        for cue in cues:
            if cue.last == end and governs(tokens, cue) and can_count(tokens, draft, cue, cues):
                return cue
            if cue.last == listed and names_them(tokens, cue):
                return cue
        if tokens.words[end - 1] in JOINING:
            return over_a_noun(tokens, draft, end - 1, cues)
        if tokens.word(end - 2) == "and" and is_participle(tokens.words[end - 1]):
            end -= 2  # "killed and crucified five"
            continue
        if tokens.words[end - 1] not in BETWEEN:
            return None
        end -= 1
    return None


def governs(tokens: Tokens, cue: Cue) -> bool:
    """What follows it can be its object."""
    return cue.role == "before" or (cue.role == "verb" and not is_passive(tokens, cue))


def past_place(tokens: Tokens, end: int, cues: list[Cue]) -> Cue | None:
    """ "the deaths in hospital of 12": where they died stands between the noun and "of"."""
    named = (c for c in cues if c.role == "noun" and c.metric in HARMED and c.last < end - 1 <= c.last + 4)
    return next((c for c in named if tokens.words[c.last] in ("in", "at", "on", "there")), None)


def listing_from(tokens: Tokens, end: int) -> int:
    """The token where the verb begins that lists what follows `end`: "include", "were believed to include"; -1 where none does."""
    if tokens.word(end - 1) not in LISTING:
        return -1
    end -= 1
    end -= 2 * (tokens.word(end - 1) == "to")
    while tokens.word(end - 1) in AUXILIARIES or tokens.word(end - 1) in ADVERBS:
        end -= 1
    return end


def over_a_noun(tokens: Tokens, draft: Draft, end: int, cues: list[Cue]) -> Cue | None:
    """ "killing villagers including 12 children", "kills mother and three children": the verb before persons that nobody counts."""
    if draft.has_noun and not is_person(tokens.words[draft.noun_last - 1]):
        return None
    if tokens.word(draft.end) in AUXILIARIES:
        return None  # "nine lost their lives and 37 were hurt"
    begin = end - (tokens.word(end - 1) == ",")
    at = begin
    while at and begin - at < WITHIN and tokens.words[at - 1][0].isalpha() and tokens.words[at - 1] not in CLOSED:
        if cue := next((c for c in cues if c.last == at and c.role == "verb" and not is_passive(tokens, c)), None):
            is_idiom = any(c.first == cue.first and c.last > cue.last for c in cues)  # "lost their lives and 12 were hurt"
            return cue if at < begin and is_person(tokens.words[begin - 1]) and not is_idiom else None
        at -= 1
    return None


def among(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """ "12 children were among the dead", "Of the dead, 12 were children": what happened to those they were among."""
    first = draft.quantity.first
    comma = first - (tokens.word(first - 1) == ",")
    if tokens.words[:1] == ["of"] and (comma < first or tokens.word(draft.end) in BE):
        is_them = tokens.word(1) in DETERMINERS  # "Of the recognised dead, 12 were children"
        return next(
            (c for c in cues if c.last == comma and c.metric in HARMED and (names_them(tokens, c) or (is_them and c.first <= OF_THE))),
            None,
        )
    at = next((i for i in range(draft.end, draft.end + 4) if tokens.word(i) == "among"), 0)
    if not at or BE.isdisjoint(tokens.words[draft.end : at]):
        return None
    return next((c for c in cues if at < c.first <= at + 2 and c.metric in HARMED and names_them(tokens, c)), None)


def toll(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The name of the number itself: "the death toll rose to 12", "put the number of displaced at 400"."""
    first = draft.quantity.first
    while tokens.word(first - 1) in QUOTES or tokens.word(first - 1) in NOWADAYS:
        first -= 1
    is_added = tokens.words[max(0, first - 2) : first] == ["addition", "to"]
    is_reached = (tokens.word(first - 1) in TO_A_NUMBER and not is_added) or first < draft.quantity.first or is_exceeded(tokens, draft)
    named = [c for c in cues if c.role == "toll" and c.metric != TOTAL and c.last <= first and first - c.last <= REACH]
    if named and any(c.metric == TOTAL and named[-1].last < c.first < first for c in cues):
        named = []  # "the number of troops killed stands at 24, revising its count of 16"
    if named and ["and", "of"] in [tokens.words[i : i + 2] for i in range(named[-1].last, first)]:
        named = []  # "the number of dead as 21, and of injured guards as 17"
    found = [c for c in named[-1:] if is_reached or c.last == first]
    if is_reached or tokens.word(draft.quantity.first - 1) in ADDING:
        found += [c for c in (put_at(tokens, first - 1, cues), number_of(tokens, first, cues), put_behind(tokens, draft, cues)) if c]
    return max(found, key=lambda cue: (cue.last, cue.last - cue.first), default=None)


def put_behind(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """ "lowered to 12 the number of deaths", "brings to 12 the number of known victims", "adds five to the toll": what the number is of
    stands behind it.
    """
    at = draft.quantity.last
    is_added = tokens.word(at) == "to" and tokens.word(draft.quantity.first - 1) in ADDING
    if draft.has_noun or not (is_added or tokens.word(draft.quantity.first - 1) == "to"):
        return None
    at += is_added
    if tokens.word(at) not in ("the", "its", "their"):
        return None
    if named := next((c for c in cues if c.role == "toll" and c.metric != TOTAL and c.first == at + 1), None):
        draft.role = Role.INCREMENT if is_added else draft.role
        return named
    if tokens.word(at + 1) not in COUNTS or tokens.word(at + 2) != "of":
        return None
    told = next((c for c in cues if at + 2 < c.first < at + FAR and c.metric in metrics().people and c.role in NAMING), None)
    return Cue(at + 1, told.last, told.metric, "toll") if told else None


def is_exceeded(tokens: Tokens, draft: Draft) -> bool:
    """A verb or a preposition that is part of the number leads to it: "may top 12", "estimated at 12", "range from 12 to 20"."""
    q = draft.quantity
    is_put = q.first < q.number_first and tokens.words[q.number_first - 1] == "at"
    is_range = q.bound is Bound.RANGE and tokens.words[q.first] == "from"
    return is_put or is_range or not EXCEEDING.isdisjoint(tokens.words[q.first : q.number_first])


def number_of(tokens: Tokens, first: int, cues: list[Cue]) -> Cue | None:
    """ "the number of miners known to have died rose to 12", "put the number of soldiers killed at 12": what the number is of, told by the
    first word of what happened to them.
    """
    if COUNTS.isdisjoint(tokens.words):
        return None
    at = next((i for i in range(first - 1, max(0, first - REACH), -1) if tokens.word(i - 1) in COUNTS and is_of(tokens, i, cues)), 0)
    if not at or any(counts_something(tokens, i) for i in range(at, first)):
        return None
    at -= tokens.word(at) != "of"
    told = (c for c in cues if at < c.first and c.last < first and is_of_people(c.metric) and tells_what(c, at))
    cue = next(told, None)
    head = tokens.words[cue.first - 1] if cue else ""
    if cue and cue.role == "verb" and is_plural(head) and not metrics().may_count(cue.metric, head):
        return None  # "the number of birds picked up"
    if cue is None or cue.form not in ("ed", "") or not metrics().things.isdisjoint(tokens.words[at : cue.last + 1]):
        return None
    return Cue(at - 1, cue.last, cue.metric, "toll")


def is_of(tokens: Tokens, i: int, cues: list[Cue]) -> bool:
    """ "The number of …", "the number pulled out alive", "the number to be dismissed"."""
    at = i + 2 * (tokens.words[i : i + 2] == ["to", "be"])
    return tokens.word(i) == "of" or any(c.first == at and c.form == "ed" and is_of_people(c.metric) for c in cues)


def is_of_people(metric: str) -> bool:
    return metric in metrics().people or metric == "jobs"


def tells_what(cue: Cue, of: int) -> bool:
    """A word of what happened to them, or its noun right behind "of": "the tally of infections"."""
    return cue.role in ("verb", "act", "state", "after") or (cue.role == "noun" and cue.first == of + 1)


def counts_something(tokens: Tokens, i: int) -> bool:
    """A number stands at `i` that is no day of a month and no degrees."""
    is_day = tokens.word(i + 1) in MONTHS or tokens.word(i - 1) in MONTHS
    is_day = is_day or (tokens.word(i - 1) in LABELS and tokens.is_name(i - 1))  # "Flight 618"
    return tokens.words[i][0].isdecimal() and not is_day and not (tokens.joined(i) and tokens.word(i + 1)[:1].isalpha())


def put_at(tokens: Tokens, end: int, cues: list[Cue]) -> Cue | None:
    """ "put the dead at 12", "taking the dead there to 12": the state that stands for persons before the preposition; "the dead numbered
    12", "the dead, he writes, numbered 12", "the dead in the gorge numbered 12".
    """
    if tokens.word(end) not in NUMBERING:
        return None
    if tokens.word(end) not in ("at", "to") and tokens.word(end - 1) == ",":
        end = max((i for i in range(max(0, end - INSERTED), end - 1) if tokens.words[i] == ","), default=end)
    while tokens.word(end - 1) in ADVERBS or tokens.word(end - 1) == "there":
        end -= 1
    if tokens.word(end) not in ("at", "to"):
        end = next((i for i in range(max(0, end - INSERTED), end - 1) if tokens.words[i] in WHERE and tokens.words[i - 1] in STATES), end)
    named = (c for c in cues if c.last == end and (c.role in ("state", "head") or (c.role == "noun" and c.metric in HARMED)))
    direct = next((c for c in named if names_them(tokens, c) or tokens.word(c.first - 1) not in NO_NOUN), None)
    return direct or put_over(tokens, end, cues)


def put_over(tokens: Tokens, end: int, cues: list[Cue]) -> Cue | None:
    """ "put the dead of the siege at 12", "put the marchers brought in dead at 12": what is put stands right behind the verb."""
    begin = next((i for i in range(end - 1, max(0, end - REACH), -1) if tokens.words[i] in PUTTING), end)
    if begin == end or any(word[0].isdecimal() for word in tokens.words[begin:end]):
        return None
    told = (c for c in cues if begin < c.first < end and c.metric in HARMED and c.role in ("state", "head", "noun"))
    return next(told, None)


def by_head(tokens: Tokens, draft: Draft, cues: Sequence[Cue]) -> str:
    """The metric that the noun alone gives ("900 troops"), else its head word, else nothing."""
    if not draft.has_noun:
        return ""
    last = draft.noun_last - 1
    state = next((c.metric for c in cues if c.role == "state" and c.first == draft.noun_first and c.last <= last), None)
    if state and is_person(tokens.words[last]):
        return state
    for cue in cues:
        if draft.noun_first <= cue.first and cue.last == draft.noun_last and cue.role in ("head", "noun", "state"):
            return tokens.words[last] if cue.metric in metrics().people and tokens.word(draft.noun_last) in VERBAL_SPEECH else cue.metric
    return tokens.words[last] if tokens.words[last].isalpha() else tokens.words_of(draft.noun_first, draft.noun_last).lower()
