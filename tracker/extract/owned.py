"""Whose number it is, where a noun or a participle beside it tells: "the ministry's figure of 29", "the 640 claimed by the rebels"."""

from __future__ import annotations

import re
from typing import Final

from tracker.extract.appositions import HEAD
from tracker.extract.estimates import AMOUNT, NOBODY, PRONOUNS, REST, giver, is_said
from tracker.extract.estimates import NUMBER as NUMBERS
from tracker.extract.quoting import sentence_start
from tracker.extract.soundness import PEOPLE
from tracker.extract.sources import after, before
from tracker.model import Article, Kind, Span, Statement, Words
from tracker.text.beside import precedes
from tracker.text.classes import singular
from tracker.text.phrases import words

CONFIDENCE: Final = 0.7
BOUND: Final = r"(?:(?:about|around|some|nearly|more\s+than|at\s+least)\s+)?"
NUMBER: Final = rf"(?P<number>{BOUND}[$£€¥]?{AMOUNT}(?:[\d.,]*\d)?(?:\s+(?:million|billion|thousand)|(?:m|bn|k|tn)\b)?"
ACCOUNTS: Final = ("count", "reckoning", "estimate", "tally", "calculation", "account")
ACCOUNT: Final = "|".join(ACCOUNTS)
NOUNS: Final = ("figure", "count", "tally", "claim", "estimate")
PARTICIPLES: Final = tuple(sorted(words("given")))
ASSERTED: Final = re.compile(
    rf"(?:['’]s?|\b(?P<own>their|its|his|her))\s+(?:(?:own|original|first|earlier|latest|new)\s+)?"
    rf"(?P<noun>{'|'.join(NOUNS)})\s+of\s+{NUMBER})"
)
GIVEN: Final = re.compile(rf"\b(?:the|a)\s+{NUMBER})(?:\s+[a-z]+){{0,2}}?\s+(?P<given>{'|'.join(PARTICIPLES)})\s+by\s+")
CLAIMED: Final = re.compile(
    r"(?:\b(?P<noun>claims?|boasts?|assertions?)\s+(?:of|by)\s+(?P<who>[^.,;:“”\"\n]{3,60}?)|['’]s?\s+(?:own\s+)?(?P<claim>claims?|boasts?))"
    rf"\s+(?P<number>to\s+have\s+[^.,;:“”\"\n]{{0,40}}?\b{AMOUNT}(?:[\d.,]*\d)?)"
)
""" "The claim of the command to have killed 340", "the rebels' boast to have taken 12"."""
NOT_AS: Final = re.compile(
    rf"not(?<!\wnot)\s+(?:(?:at|on|to)\s+)?{NUMBER})(?:\s+[a-z]+)?,?\s+as\s+(?=[^.;:\n]{{2,80}}?\s"
    r"(?P<told>(?:said|says|told|stated|claimed|reported|announced|maintained|declared)\b))"
)
""" "Not 12, as he told the press"."""
RECKONING: Final = (
    r"by\s+(?!this|our)(?:the\s+)?(?:[\w-]+\s+){0,3}?[\w-]+['’]s?\s+(?:own\s+)?"
    r"(?P<count>count|reckoning|estimate|tally|calculation|figures|account)\b"
)
BY: Final = re.compile(RECKONING)
RECKONED: Final = re.compile(rf"\b{NUMBER}(?:\s+[a-z]+){{0,5}}),?\s+{RECKONING}")
""" "87,000 people by the agency's count"."""
BY_THE: Final = re.compile(
    rf"\b{NUMBER}[^.;:\n\d]{{0,70}}?),?\s+(?:by|on)\s+(?:the\s+)?(?P<reckoning>{ACCOUNT}|that)\s+of\s+"
    r"(?P<who>[^.,;:\n]{3,60})"
)
""" "9,000 persons, by the reckoning of the port", "53 by the first count and 70 by that of the families"."""
PUT_AT: Final = re.compile(rf"\b(?P<put>put|estimated|reckoned)\s+at\s+{NUMBER})(?:\s+[a-z]+){{0,2}}?\s+by\s+(?P<who>[^.,;:\n]{{3,60}})")
""" "Arrests, put at 214 by the police, …"."""
BY_ACCOUNT: Final = re.compile(
    r"\b[Bb]y\s+(?:(?P<own>their|its|his|her)|(?P<who>(?:the\s+)?(?:[\w-]+\s+){0,3}?[\w-]+)['’]s?)\s+(?:own\s+)?"
    rf"(?P<account>{ACCOUNT}),?\s+(?P<number>{NUMBERS}{REST}"
)
BY_WHOM: Final = re.compile(rf"(?:\A|\s)by\s[^.,\n]{{3,50}}?\b(?:{ACCOUNT})\b", re.IGNORECASE)
""" "By the port's account, seven were killed and 19 hurt"."""


def owned(article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that such words make of a number, in text order; a number that is in a statement already stays there."""
    text, found = article.text, list(said)
    for match in [match for form in forms_in(text) for match in form.finditer(text)]:
        span = Span(*match.span("number"))
        mention, cue = source(text, match)
        if mention and gives_numbers(mention) and not any(is_said(statement, span, giver(mention)) for statement in found):
            found.append(_statement(article, span, mention, cue))
    return tuple(sorted(found, key=lambda s: s.span)) if len(found) > len(said) else said


def forms_in(text: str) -> list[re.Pattern[str]]:
    """The forms that the text can hold, in their order: told from two words that stand side by side in each."""
    may_be = {
        ASSERTED: precedes(text, NOUNS, "of"),
        GIVEN: precedes(text, PARTICIPLES, "by"),
        CLAIMED: precedes(text, ("to",), "have"),
        NOT_AS: "not" in text,
        RECKONED: BY.search(text) is not None,
        BY_THE: precedes(text, (*ACCOUNTS, "that"), "of"),
        PUT_AT: precedes(text, ("put", "estimated", "reckoned"), "at"),
        BY_ACCOUNT: BY_WHOM.search(text) is not None,
    }
    return [form for form, may in may_be.items() if may]


def source(text: str, match: re.Match[str]) -> tuple[Words | None, Words]:
    """Who gives the number, and the word that says so."""
    cue = Words.at(text, *match.span(next(name for name in CUES if name in match.re.groupindex and match[name])))
    named = match.groupdict()
    if match.re is GIVEN:
        return after(text, match.end()), cue
    if named.get("own"):
        return Words.at(text, *match.span("own")), cue
    if named.get("who"):
        return after(text, match.start("who"), match.end("who")), cue
    end, floor = match.start(), sentence_start(text, match.start())
    if match.re in (NOT_AS, RECKONED):
        end, floor = cue.start, match.end("number")
        end = max(text.rfind("'", floor, end), text.rfind("’", floor, end)) if match.re is RECKONED else end
    return before(text, end, floor), cue


def gives_numbers(mention: Words) -> bool:
    """Somebody: a name, one of a kind of people, or a pronoun."""
    last = HEAD.split(mention.text, maxsplit=1)[0].split()[-1]
    return last not in NOBODY and (last[0].isupper() or mention.text in OWN or last in PRONOUNS or singular(last.lower()) in PEOPLE)


CUES: Final = ("noun", "claim", "given", "told", "count", "account", "reckoning", "put")
OWN: Final = frozenset(("their", "its", "his", "her"))


def _statement(article: Article, span: Span, mention: Words, cue: Words) -> Statement:
    return Statement(
        article.id, Kind.INDIRECT, (span,), span.of(article.text), mention, cue, found_by="whose number it is", confidence=CONFIDENCE
    )
