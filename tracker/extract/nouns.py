"""What a noun reports: "the ministry’s claim that …", "a warning from the port that …". Only a claim that has an owner is somebody's."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tracker.extract import borders, sources
from tracker.extract.attribution import Models, best
from tracker.extract.cues import polarities
from tracker.extract.passages import AUXILIARIES, DETERMINERS, FINITE, RELATIVES, SUBORDINATORS, Passage
from tracker.extract.reporting import Cue
from tracker.model import Article, Kind, Polarity, Span, Statement, Words
from tracker.text.beside import precedes
from tracker.text.classes import merged, tokens
from tracker.text.datelines import paragraph_start
from tracker.text.sentences import sentences
from tracker.text.wordlists import lines, pattern

FOUND_BY: Final = "speech:noun"
NEAR: Final = 80
SURE: Final = 0.6
"""Characters before the noun in which its owner stands; what such a reading is worth."""
DESCRIBED: Final = re.compile(r"s(?:[lnv]{0,3})\Z")
"""An owner and what describes the claim: "the port’s repeated claim"."""
SAID: Final = re.compile(r"\b(?:said|says|say|told|believed|thought|wrote)\b")
""" "Reports from the hospital said he believed that …": another speaks."""
OWNERS: Final = re.compile(r"\b(his|her|its|their)\s+(?:[a-z-]+\s+){0,2}\Z", re.IGNORECASE)


STRONG: Final = frozenset(("be", "have", "do", "modal", "past", "verb"))
"""Classes of what can only be a finite verb."""
LINKS: Final = RELATIVES | SUBORDINATORS | {"that"}


@cache
def verbs() -> dict[str, str]:
    """Noun → the verb it is the noun of."""
    return {noun: verb for verb, *nouns in map(str.split, lines("reporting_nouns.txt")) for noun in nouns}


@cache
def claims() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<noun>{pattern(verbs())})(?:\s+(?:by|from)\s(?P<owner>[^.,;:“”\"\n]{{3,60}}?))?\s+(?P<that>that)\b")


def nouns(article: Article, by: Models) -> tuple[Statement, ...]:
    """One indirect statement for each claim that a noun with an owner reports, in text order; a denial denies."""
    words = tuple(verbs())
    if not any(precedes(article.text, words, following) for following in ("that", "by", "from")):
        return ()
    return tuple(found for match in claims().finditer(article.text) if (found := _statement(article, match, by)))


def _statement(article: Article, match: re.Match[str], by: Models) -> Statement | None:
    text = article.text
    start = paragraph_start(text, match.start())
    stop = text.find("\n", match.end())
    sentence = next((s for s in sentences(text, start, len(text) if stop < 0 else stop) if s.start <= match.start() < s.end), None)
    owner = _owner(text, match, sentence.start) if sentence else None
    if sentence is None or owner is None:
        return None
    span, sure = _content(text, sentence, match, by)
    if span is None:
        return None
    verb, cue = verbs()[match["noun"]], Words.at(text, *match.span("noun"))
    polarity = polarities().get(verb, Polarity.ASSERTS)
    return Statement(
        article.id,
        Kind.INDIRECT,
        (span,),
        span.of(text),
        owner,
        cue,
        (),
        polarity,
        found_by="speech:noun",
        confidence=round(SURE * sure, 3),
    )


def _owner(text: str, match: re.Match[str], floor: int) -> Words | None:
    """Whose claim it is: who stands after "by" or "from", or before it in the possessive."""
    if match["owner"]:
        owner = sources.after(text, match.start("owner"), match.start("that"))
        return owner if owner and not SAID.search(owner.text) else None
    if pronoun := OWNERS.search(text, max(floor, match.start() - NEAR), match.start()):
        return Words.at(text, *pronoun.span(1))
    found = merged(tokens(text, max(floor, match.start() - NEAR), match.start()))
    possessive = DESCRIBED.search(found.kinds)
    if possessive is None:
        return None
    start, end = found.starts[possessive.start()], found.ends[possessive.start()]
    return Words.at(text, start, start + len(re.sub(r"[’']s?\Z", "", text[start:end])))


def _content(text: str, sentence: Span, match: re.Match[str], by: Models) -> tuple[Span | None, float]:
    """From "that" to where the model of endings sees the clause end."""
    cue = Cue(match.start("noun"), match.end("noun"), verbs()[match["noun"]], "say", "ed")
    passage = Passage(text, sentence, (), [cue])
    at = next((i for i in passage.cues), None)
    start = next((i for i, begin in enumerate(passage.starts) if begin == match.start("that")), None)
    if at is None or start is None or start + 2 >= passage.last:
        return None, 0.0
    places = borders.after_ends(passage, start + 1)
    stop, share = best(by.borders["after_end"], places, borders.after_end_rows(passage, at, start + 1, places))
    is_subject = not any(_is_finite(passage, i) for i in range(at))
    return passage.span(start, min(stop, _main_verb(passage, start + 1)) if is_subject else stop), share


def _is_finite(p: Passage, i: int) -> bool:
    """ "Her repeated warning": a participle that describes a noun is no verb of the sentence."""
    return p.classes[i] in FINITE and not (p.classes[i] == "-ed" and i > 0 and p.classes[i - 1] in DETERMINERS)


def _main_verb(p: Passage, start: int) -> int:
    """Where the verb stands that the claim is the subject of ("the claim that it was safe | was rejected"): the first beyond one for each
    clause begun since `start`.
    """
    clauses, verbs = 1, 0
    for i in range(start, p.last):
        kind, before = p.classes[i], p.classes[i - 1]
        clauses += kind in LINKS
        if kind in STRONG and before not in AUXILIARIES:
            verbs += 1
            if verbs > clauses:
                return i
    return p.last
