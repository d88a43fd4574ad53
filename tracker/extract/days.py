"""Whether a day that a sentence names is that of something else: of another clause, of who tells, of a deed long known, of a funeral."""

from __future__ import annotations

from typing import Final

from tracker.extract.behind import SUBORDINATE
from tracker.extract.drafts import Draft
from tracker.extract.events import Event
from tracker.extract.setting import Setting, begins_report, is_set_off, token_at
from tracker.extract.where import RELATIVE
from tracker.text.dates import Date
from tracker.text.phrases import AUXILIARIES, PREPOSITIONS, SPEECH, VERBS, is_participle, words
from tracker.text.tokens import Tokens

MOURNING: Final = words("mourning")
POINTING: Final = frozenset(("the", "this", "that", "these", "those", "both", "same"))
CLAUSE: Final = RELATIVE | {"that"}
BEGINNING: Final = frozenset(("began", "begun", "started", "erupted", "resumed"))
BEGUN: Final = 6
"""Tokens between "since" and the verb, and between it and the day."""
HAPPENING: Final = words("happening")
TELLING: Final = SPEECH | words("owned")
HAPPENED: Final = 6
"""Tokens in which a clause says when it was."""
BESIDE: Final = 2


def is_since(tokens: Tokens, place: int, here: int) -> bool:
    """ "since Friday", "have died since the revolt began in March": since when it has been counted, not when it was."""
    if tokens.word(place - 1) == "since":
        return "when" not in tokens.words[place:here]
    begun = next((i for i in range(place - 1, max(-1, place - BEGUN), -1) if tokens.words[i] in BEGINNING), 0)
    return "since" in tokens.words[max(0, begun - BEGUN) : begun]


def is_relative(tokens: Tokens, first: int, last: int) -> bool:
    """A clause about something else begins among the tokens. "Drowned when a boat sank on Monday" is none: that is how they drowned."""
    return any(word in RELATIVE and word != "when" for word in tokens.words[first:last])


def is_of_another_clause(date: Date, here: int, at: Setting) -> bool:
    """The day before a number is that of its own clause: "The firm on Sunday apologised for the leak, in which 13 died". Where the noun of
    an event stands beside the day, that is what happened then.
    """
    tokens = at.tokens
    first, last = token_at(tokens, date.span.start), token_at(tokens, date.span.end)
    between = tokens.words[last:here]
    if (first <= 1 and between[:1] == [","] and "," in between[1:]) or between[between[:1] == [","] :][:1] == ["when"]:
        return False  # "On Tuesday, when they broke in, two guards were hurt", "a strike in 1985, when nine were held"
    of_event = any(
        e.last > last and e.last < here and tokens.words[e.last] == "that" for e in at.events
    )  # "blamed … for the raid that hurt 9"
    if begins_report(tokens, last, here):
        return True
    if is_heading(tokens, first, last):
        return False
    if between[:1] == [","] and (between[1:3] == ["in", "which"] or between[1:2] in (["when"], ["where"])):
        return False  # "one in a mine in May 1990, in which 31 died"
    if tokens.words[here - 2 : here] == [",", "and"]:
        return False  # "They fired on Monday on a crowd that had come to pray, and nine died"
    parting = (word for i, word in enumerate(between, last) if not (word == "but" and tokens.words[i - 1] == "all"))
    if not of_event and not any(word in RELATIVE or (word in SUBORDINATE and word.isalpha()) for word in parting):
        return False
    return not any(e.first - BESIDE <= last and first <= e.last + BESIDE for e in at.events)


def is_known(place: int, draft: Draft, at: Setting) -> bool:
    """Behind the day the deed is spoken of as known, with a clause of its own: "called on Monday for an inquiry into the raid that
    killed 9", "stayed shut on Monday in memory of the nine who died".
    """
    tokens, here = at.tokens, draft.quantity.first
    if tokens.word(here - 1) == "the":
        return tokens.word(draft.end) in RELATIVE and tokens.word(here - 2) in PREPOSITIONS
    clause = next((i for i in range(here - 1, place, -1) if tokens.words[i] in CLAUSE), place)
    return any(
        place < e.first and e.last <= clause and points_back(e, tokens) and tokens.word(e.first - 2) in PREPOSITIONS for e in at.events
    )


def is_heading(tokens: Tokens, first: int, last: int) -> bool:
    """ "In the raid of 1969, for which the state paid, nine died": what opens the clause says when all of it was."""
    begin = next((i + 1 for i in range(first - 1, -1, -1) if tokens.words[i] in ("that", ",")), 0)
    return tokens.words[begin : begin + 2] == ["in", "the"] and begin + 2 < first <= begin + HAPPENED and tokens.word(last) == ","


def is_aside(place: int, draft: Draft, at: Setting) -> bool:
    """The day stands in a clause that tells of something else: "The envoy, who came home on Sunday, said 9 had died"; or the main verb of
    the sentence comes between: "A captain who ran down a boat, killing 9, was acquitted in May".
    """
    tokens, here = at.tokens, draft.quantity.first
    if place < here:
        is_of_event = any(e.first <= place < e.last or is_when_it_was(tokens, e, place) for e in at.events)
        return (is_set_off(tokens, place, here) and not is_of_event) or is_of_teller(tokens, place, here)
    if draft.cue is None or draft.cue.first > draft.end:
        return False
    return any(tokens.words[i] == "," and tokens.words[i + 1] in AUXILIARIES for i in range(draft.end, place))


def is_when_it_was(tokens: Tokens, event: Event, place: int) -> bool:
    """ "The storm itself, which struck on Monday, killed 9": the clause says when the event was."""
    first = event.last + (tokens.word(event.last) == "itself")
    return tokens.words[first : first + 2] == [",", "which"] and tokens.word(first + 2) in HAPPENING and place <= first + HAPPENED


def is_of_teller(tokens: Tokens, place: int, here: int) -> bool:
    """ "The government that fell in 1991 admitted to nine": the day is that of a clause about the one who tells."""
    who = next((i for i in range(place - 1, max(0, place - HAPPENED), -1) if tokens.words[i] in ("that", "who")), 0)
    if not who or not (is_verbal(tokens.word(who + 1)) or tokens.word(who + 1) in PREPOSITIONS):
        return False
    return not TELLING.isdisjoint(tokens.words[place : min(here, place + HAPPENED)])


def is_mourning(at: Setting) -> bool:
    """Every event of the sentence is held for the dead: "Funerals were held on Wednesday for the nine"."""
    return bool(at.events) and all(at.tokens.words[event.noun] in MOURNING for event in at.events)


def is_verbal(word: str) -> bool:
    return word in AUXILIARIES or word in VERBS or is_participle(word)


def points_back(event: Event, tokens: Tokens) -> bool:
    """ "The blast": it was told before."""
    return tokens.word(event.first - 1) in POINTING


def event_beside(place: int, at: Setting) -> Event | None:
    """The event that a date at this token is of: the nearest before it in the sentence, else the first after it."""
    ahead = [e for e in at.events if e.first < place]
    return ahead[-1] if ahead else at.events[0] if at.events else None
