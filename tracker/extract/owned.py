"""Whose number it is, where a noun or a participle beside it tells: "the ministry's figure of 29", "the 640 claimed by the rebels"."""

from __future__ import annotations

import re

from tracker.extract.estimates import AMOUNT, NOBODY
from tracker.extract.soundness import PEOPLE
from tracker.extract.sources import after, before
from tracker.model import Article, Kind, Span, Statement, Words
from tracker.text.classes import singular

CONFIDENCE = 0.7
BOUND = r"(?:(?:about|around|some|nearly|more\s+than|at\s+least)\s+)?"
NUMBER = rf"(?P<number>{BOUND}[$£€¥]?{AMOUNT}[\d.,]*(?:\s+(?:million|billion|thousand))?"
ASSERTED = re.compile(
    rf"(?:['’]s?|\b(?P<own>their|its|his|her))\s+(?:(?:own|original|first|earlier|latest|new)\s+)?"
    rf"(?P<noun>figure|count|tally|claim|estimate)\s+of\s+{NUMBER})"
)
GIVEN = re.compile(
    rf"\b(?:the|a)\s+{NUMBER})(?:\s+[a-z]+){{0,2}}?\s+(?P<given>given|claimed|cited|quoted|announced|counted|reported|estimated)\s+by\s+"
)


def owned(article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that such words make of a number, in text order; a number that is in a statement already stays there."""
    text, found = article.text, list(said)
    for match in (*ASSERTED.finditer(text), *GIVEN.finditer(text)):
        span = Span(*match.span("number"))
        if not any(part.overlaps(span) for statement in found for part in statement.spans):
            mention, cue = source(text, match)
            if mention and gives_numbers(mention):
                found.append(_statement(article, span, mention, cue))
    return tuple(sorted(found, key=lambda s: s.span)) if len(found) > len(said) else said


def source(text: str, match: re.Match[str]) -> tuple[Words | None, Words]:
    """Who gives the number, and the word that says so."""
    if match.re is GIVEN:
        return after(text, match.end()), Words.at(text, *match.span("given"))
    noun = Words.at(text, *match.span("noun"))
    if match["own"]:
        return Words.at(text, *match.span("own")), noun
    return before(text, match.start(), text.rfind("\n", 0, match.start()) + 1), noun


def gives_numbers(mention: Words) -> bool:
    """Somebody: a name, one of a kind of people, or a pronoun."""
    last = mention.text.split()[-1]
    return last not in NOBODY and (last[0].isupper() or mention.text in OWN or singular(last.lower()) in PEOPLE)


OWN = frozenset(("their", "its", "his", "her"))


def _statement(article: Article, span: Span, mention: Words, cue: Words) -> Statement:
    return Statement(
        article.id, Kind.INDIRECT, (span,), span.of(article.text), mention, cue, found_by="whose number it is", confidence=CONFIDENCE
    )
