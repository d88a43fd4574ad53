"""When what a figure counts happened: a date of its clause, else the day of its event where that was told before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Final

from tracker.extract.days import (
    event_beside,
    is_aside,
    is_known,
    is_mourning,
    is_of_another_clause,
    is_relative,
    is_since,
    is_verbal,
    points_back,
)
from tracker.extract.drafts import Draft
from tracker.extract.events import Event, any_kind
from tracker.extract.screening import HARMED
from tracker.extract.setting import Setting, token_at
from tracker.text.dates import Date
from tracker.text.phrases import DETERMINERS, PREPOSITIONS, singular, words
from tracker.text.tables import load

Days = tuple[dt.date | None, dt.date | None]
"""The first day and, where it was more than one, the last."""
NEVER: Final[Days] = (None, None)
STOCKS: Final = words("stocks")
ANY: Final = frozenset(("attack",))
"""Classes of events whose words stand for any other violence too: "a bomb went off … the attack"."""
AFTERWARDS: Final = frozenset(("after", "following", "since", "before"))
TURNING: Final = frozenset(("earlier", "later", "ago", "before", "another", "elsewhere"))
"""In a sentence between the two they turn to another time or event: "Three days earlier a base was hit. The attack …"."""
STEPS: Final = 6
"""Sentences looked back for the event that "the blast" points to."""


def when(draft: Draft, drafts: list[Draft], event: Event | None, told: Setting, at: Setting) -> Days:
    """The days of what the figure counts; (None, None) where nothing says.

    told — the setting of the event, which may be that of the sentence before
    """
    own = dated(draft, drafts, event if told is at else None, at)
    if own[0] or at.dates or draft.metric in STOCKS or draft.per:
        return own
    happened = draft.cue is not None or draft.leans_on is not None
    if event is None:
        return (framed(draft, at) if happened else NEVER) if draft.metric in HARMED else gathered(draft, at)
    return day_of(event, told) if happened and not (event.is_open or at.periods) else NEVER


def dated(draft: Draft, drafts: list[Draft], event: Event | None, at: Setting) -> Days:
    """The days of a date of its own sentence that no other event parts from the figure."""
    tokens, here = at.tokens, draft.quantity.first
    if not at.dates or draft.metric in STOCKS:
        return NEVER
    if back := looked_back(draft, at):
        return back.first, back.last
    best = None
    following = next((d.quantity.first for d in drafts if d.quantity.first > here and not d.is_article), len(tokens))
    is_mourned = draft.metric in HARMED and is_mourning(at)
    is_sum = draft.cue is not None and draft.cue.role == "toll"
    is_first = event is not None and not any(event.last <= d.quantity.first < here for d in drafts)
    for date in at.dates:
        if date.first is None or date.is_after:
            continue
        place = token_at(tokens, date.span.start)
        if is_since(tokens, place, here):
            continue
        if is_aside(place, draft, at) or (is_mourned and event_beside(place, at)):
            continue
        if event and event.first <= place < event.last and is_first:
            best = (-2 * len(tokens), date)  # "Monday's strike on the depot"
            break
        if is_sum and event and (event.is_open or not is_day_of(date, event, at)):
            continue  # "lifted its ban on Monday with the toll from measles at 83"
        if event and (of := event_beside(place, at)) and of is not event:
            continue
        if is_relative(tokens, draft.end, place) if here < place else is_of_another_clause(date, here, at) or is_known(place, draft, at):
            continue
        distance = abs(place - here) if place < here or place >= following else place - here - len(tokens)
        if best is None or distance < best[0]:
            best = (distance, date)
    return days(best[1]) if best else NEVER


def days(date: Date) -> Days:
    return date.first, date.last if date.last != date.first else None


def day_of(event: Event, at: Setting) -> Days:
    """The days of an event, from a date beside it, else from the sentence where what it points back to was told."""
    found = {days(date) for date in at.dates if date.first and not date.is_after and is_day_of(date, event, at)}
    if len(found) == 1:
        return found.pop()
    if at.dates or not points_back(event, at.tokens):
        return NEVER
    for one in before(at):
        if meant := next((e for e in reversed(one.events) if is_same(event, at, e, one)), None):
            return day_of(meant, one)
        if one.dates or not TURNING.isdisjoint(one.tokens.words):
            return NEVER
    return NEVER


def before(at: Setting) -> Iterator[Setting]:
    """The settings of the sentences before, the nearest first: those of its paragraph, and those that hold figures."""
    seen = [at]
    for _ in range(STEPS):
        following = seen[-1].before or seen[-1].last
        if following is None:
            return
        seen.append(following)
        yield following


def is_day_of(date: Date, event: Event, at: Setting) -> bool:
    """The date is that of the event: it stands in its name, before it, or behind it without the verb of something else: not "the search
    after the flood ended on Friday".
    """
    tokens, place = at.tokens, token_at(at.tokens, date.span.start)
    if event_beside(place, at) is not event:
        return False
    lead = event.first - 1
    while tokens.word(lead) in DETERMINERS:
        lead -= 1
    if place < event.first:
        return tokens.word(lead) not in AFTERWARDS
    return tokens.word(lead) not in PREPOSITIONS or not any(map(is_verbal, tokens.words[event.last : place]))


def is_same(event: Event, at: Setting, other: Event, told: Setting) -> bool:
    """The words of an event that points back are all of the sentence that the other one stands in, and both are of one class."""
    said = {singular(word) for word in told.tokens.words}
    noun, meant = singular(at.tokens.words[event.noun]), singular(told.tokens.words[other.noun])
    more = {singular(word) for word in event.content(at.tokens)} - {noun}
    kinds = classes().get(noun, frozenset()), classes().get(meant, frozenset())
    if at.tokens.words[event.noun] in any_kind() and not other.is_open:
        return more <= said
    return more <= said and (noun == meant or not kinds[0].isdisjoint(kinds[1]) or (not ANY.isdisjoint(kinds[0]) and is_violent(meant)))


@cache
def classes() -> dict[str, frozenset[str]]:
    """Noun of an event that happens once → its classes."""
    table: dict[str, frozenset[str]] = {}
    for name, group in load("events")["closed"].items():
        for word in group.split():
            table[word] = table.get(word, frozenset()) | {name}
    return table


def is_violent(noun: str) -> bool:
    return not classes().get(noun, frozenset()).isdisjoint(load("events")["alike"]["violence"].split())


def gathered(draft: Draft, at: Setting) -> Days:
    """The one day of the sentence before, on which a crowd came together; what a toll counts need not have happened on it."""
    told = at.dated
    if told is None or at.events or draft.metric != "participants":
        return NEVER
    on = {date.first for date in told.dates if date.first == date.last and not date.is_after}
    return (on.pop() if len(on) == 1 else None), None


def framed(draft: Draft, at: Setting) -> Days:
    """ "In 2002 gunmen seized a clinic. Nine nurses died when it was stormed.": the month or year that opened the story."""
    told = at.dated
    if told is None or at.said_on or not TURNING.isdisjoint(at.tokens.words):
        return NEVER
    date = told.dates[0]
    is_frame = date.first != date.last and token_at(told.tokens, date.span.start) <= 1 and not date.is_after
    return (date.first, date.last) if is_frame and told.tokens.word(0) in ("in", "last") else NEVER


def looked_back(draft: Draft, at: Setting) -> Date | None:
    """The days of what its clause looks back on: "a year after a fire killed 9"; not those of what is told beside it."""
    tokens, here = at.tokens, draft.quantity.first
    ahead = [date for date in at.dates if date.is_after and token_at(tokens, date.span.end) <= here]
    return ahead[-1] if ahead and "," not in tokens.words[token_at(tokens, ahead[-1].span.end) : here] else None
