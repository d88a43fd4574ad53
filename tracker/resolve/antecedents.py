"""Whom a pronoun stands for: the candidate named before it that position, part in the sentence and gender favour.

The weights below are few and readable; the order they give was checked on annotated pronouns (docs/quotations.md).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.model import Span
from tracker.text.sentences import sentences

REACH = 6
"""Sentences looked back."""
GENDER = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset(["they", "their", "them", "themselves"])
NEUTRAL = frozenset(["it", "its", "itself"])
FIRST = frozenset(["i", "me", "my", "we", "us", "our"])
POSSESSIVE = re.compile(r"[’']s?\b")
AFTER_PREPOSITION = re.compile(r"\b(?:of|for|with|to|by|from|against|about|at|on|in|than|like|over|between|and)\s+(?:\w+\.?\s+){0,2}\Z")


@dataclass(slots=True)
class Person:
    """Somebody or some body that a pronoun can stand for.

    key — its identity; number — "one", "many" or "body"; places — where it is mentioned, in text order.
    """

    key: str
    gender: str = ""
    number: str = "one"
    places: list[Span] = field(default_factory=list)


@dataclass(frozen=True)
class Ground:
    """The text that antecedents are looked for in. quoted — spans of what others said, where names are poor antecedents."""

    text: str
    sentences: tuple[Span, ...]
    quoted: tuple[Span, ...]

    @classmethod
    def of(cls, text: str, quoted: Sequence[Span]) -> Ground:
        return cls(text, sentences(text), tuple(sorted(quoted)))

    def sentence(self, at: int) -> int:
        return bisect_right(self.sentences, (at, len(self.text) + 1)) - 1

    def is_quoted(self, at: int) -> bool:
        i = bisect_right(self.quoted, (at, len(self.text) + 1)) - 1
        return i >= 0 and self.quoted[i].start <= at < self.quoted[i].end


def antecedent(pronoun: str, at: int, people: Sequence[Person], ground: Ground, last_speaker: str | None) -> str | None:
    """The key of the person or body that a pronoun at `at` stands for; None where there is no candidate.

    last_speaker — the key of whoever was credited with the statement before.
    """
    word = pronoun.lower()
    best: tuple[float, int, str] | None = None
    for person in people:
        if not _fits(word, person):
            continue
        for place in person.places:
            if place.start >= at:
                break
            score = _score(word, at, person, place, ground, last_speaker)
            if score is not None and (best is None or (score, place.start) > best[:2]):
                best = (score, place.start, person.key)
    return best[2] if best else None


def _fits(word: str, person: Person) -> bool:
    if word in GENDER:
        return person.number == "one" and person.gender in ("", GENDER[word])
    if word in NEUTRAL:
        return person.number == "body"
    return word in PLURAL and person.number != "one"


def _score(word: str, at: int, person: Person, place: Span, ground: Ground, last_speaker: str | None) -> float | None:
    here, there = ground.sentence(at), ground.sentence(place.start)
    apart = here - there
    if apart > REACH and person.key != last_speaker:
        return None
    text = ground.text
    score = -0.8 * min(apart, REACH)
    score += 1.5 * (person.key == last_speaker)
    score += 1.2 * _is_subject(text, ground.sentences[there], place)
    score += 0.8 * (person.gender != "" and word in GENDER)
    score -= 1.0 * bool(POSSESSIVE.match(text, place.end))
    score -= 0.8 * bool(AFTER_PREPOSITION.search(text, max(0, place.start - 30), place.start))
    score -= 2.0 * ground.is_quoted(place.start)
    score += 0.1 * min(len(person.places), 8)
    return score


def _is_subject(text: str, sentence: Span, place: Span) -> bool:
    """The name stands at the head of its sentence, at most behind a title or an opening phrase up to a comma."""
    lead = text[sentence.start : place.start]
    return lead.count(" ") < 3 or (lead.rstrip().endswith(",") and lead.count(" ") < 14 and lead.count(",") == 1)
