"""The name of a claim, built by rule, to be read at a glance: "killed, children — attack on the harbour, Port Elm, 7 Oct 2023"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.compare import measures, words
from tracker.compare.sides import Side

LONGEST = 7
"""Words of an event in a name; a longer one ends before its last preposition that leaves no more."""
TITLE = 60
PREPOSITIONS = frozenset("in on at near of against by outside between targeting to for around with".split())  # noqa: SIM905
LOOSE = PREPOSITIONS | {"the", "a", "an", "and", "his", "her", "its", "their", "two", "several", "-", "–"}
"""Words that end no name."""
WEEKDAY = re.compile(r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:['’]?s)?|yesterday(?:['’]?s)?|last)\s+", re.IGNORECASE)
TIMED = re.compile(
    r"\d|\b(?:past|last|first|previous|year|month|week|January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
EVERYBODY = frozenset(
    (
        "people",
        "persons",
        "person",
        "dead",
        "deaths",
        "death",
        "fatalities",
        "victims",
        "bodies",
        "wounded",
        "injured",
        "injuries",
        "others",
    )
)
"""Words for those counted that add nothing to the measure."""


def name(members: Sequence[Side], place: str | None, period: str | None) -> str:
    """What is counted, then what is known of event, place and time; the title where none of them is. members — never empty."""
    happened = event(members)
    where = place if place and place.casefold() not in happened.casefold() else None
    time = when(members) or (period if period and TIMED.search(period) else None)
    about = ", ".join(part for part in (happened, where, time) if part)
    return f"{counted(members)} — {about or cut(members[0].heading.title or '') or 'event not named'}"


def counted(members: Sequence[Side]) -> str:
    """ "killed", "killed, children", "US troops": the population as printed, the measure not said twice."""
    measure = asked(members).replace("_", " ") or "number"
    said = next((side.figure for side in members if side.figure.scope.population), None)
    if said is None or said.scope.population is None:
        return measure
    printed = said.counted if said.counted and said.counted.casefold() == said.scope.population.casefold() else said.scope.population
    is_proper = " " in printed or any(c.isupper() for c in printed[1:]) or printed.casefold() in words.countries()
    kept = printed if is_proper else printed.lower()
    last = kept.casefold().split()[-1]
    if len(kept.split()) == 1 and (last in EVERYBODY or last == measure):
        return measure
    return kept if last == measure else f"{measure}, {kept}"


def asked(members: Sequence[Side]) -> str:
    """The metric of the first that says what became of those counted, or what things they are; else of the first. members — never empty."""
    return next((side.figure.metric for side in members if measures.is_said(side.figure.metric)), members[0].figure.metric)


def event(members: Sequence[Side]) -> str:
    """The first event of more than a word, else the first; "" where none is named."""
    named = [text for side in members if (text := neat(side.figure.scope.event or ""))]
    return next((text for text in named if " " in text), named[0] if named else "")


def neat(text: str) -> str:
    """The words for an event without the weekday before it, cut to LONGEST words, nothing left dangling."""
    terms = WEEKDAY.sub("", " ".join(text.split())).split(" ")
    if len(terms) > LONGEST:
        ends = [i for i, word in enumerate(terms[: LONGEST + 1]) if i and word.casefold() in PREPOSITIONS]
        terms = terms[: ends[-1] if ends else LONGEST]
    while terms and (terms[-1].casefold() in LOOSE or terms[-1].endswith(("-", "–"))):
        terms.pop()
    return " ".join(terms).strip(' ,;:"“”')


def cut(title: str) -> str:
    """The title, cut at a word where it is long."""
    return title if len(title) <= TITLE else title[:TITLE].rpartition(" ")[0] + " …"


def when(members: Sequence[Side]) -> str | None:
    """The day of the event, for what happened once."""
    day = next((side.happened[0] for side in members if side.happened), None)
    return f"{day.day} {day:%b %Y}" if day and not all(side.is_open for side in members) else None
