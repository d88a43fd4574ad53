"""Cue verbs and phrases: where they stand in a stretch of text, and what they are forms of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tracker.extract.verbs import verbs
from tracker.model import Polarity, Words
from tracker.text.wordlists import pattern

PHRASES: Final = {
    "according to": "according to",
    "in the words of": "according to",
}


@cache
def lemmas() -> dict[str, str]:
    """Form → lemma, phrases included ("said" → "say")."""
    forms = {verb.word: verb.lemma for verb in reversed(verbs()) if not verb.is_topical}
    return {**forms, **PHRASES}


@cache
def nouns() -> frozenset[str]:
    """Forms that are verbs only behind a subject in the plural or a pronoun: "state media", "a volunteer"."""
    return frozenset(verb.word for verb in verbs() if verb.is_noun)


@cache
def polarities() -> dict[str, Polarity]:
    """Lemma → polarity, only those that do more than assert."""
    return {verb.lemma: verb.polarity for verb in verbs() if verb.polarity is not Polarity.ASSERTS}


CUE: Final = re.compile(rf"\b(?:{pattern([*lemmas(), *(p.capitalize() for p in PHRASES)])})\b(?![-’']\w)")


SUBJECT: Final = re.compile(r"(?:\b(?:[Tt]hey|[Ww]e|I|[Yy]ou|[Hh]e|[Ss]he|[Ii]t|who|and|to|also|not|will|would)|s|men|people)\s\Z")
NEAR: Final = 9


def cues(text: str, start: int, end: int) -> Iterator[Words]:
    """Every word of text[start:end] that can attribute, in text order: whether it does is for the caller to judge."""
    for match in CUE.finditer(text, start, end):
        if match.group() not in nouns() or SUBJECT.search(text, max(start, match.start() - NEAR), match.start()):
            yield Words(match.start(), match.end(), match.group())


def lemma(cue: str) -> str:
    return lemmas().get(cue.lower(), cue.lower())


def polarity(cue: Words | None) -> Polarity:
    """What a statement with this cue does: asserts, where the cue says nothing else or there is none."""
    return polarities().get(lemma(cue.text), Polarity.ASSERTS) if cue else Polarity.ASSERTS
