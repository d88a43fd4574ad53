"""Who puts a number on it: "organisers put the crowd at 8,000", "the mission's estimate was between 90 and 110", "unions spoke of 900"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.extract.sources import before
from tracker.model import Article, Kind, Span, Statement, Words, changed

CONFIDENCE = 0.8
NOBODY = frozenset(("report", "reports", "toll", "tolls", "count", "counts", "estimate", "estimates", "figure", "figures", "tally"))
"""They say that a number was put before, not by whom."""
AMOUNT = r"(?:\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|half)\b)"
NUMBER = rf"(?:[\w-]+\s+){{0,3}}?[$£€¥]?{AMOUNT}"
GOES_ON = r"(?:[^.;,\n\"“”]|[.,](?=\d))"
WITH = rf"(?:,\swith\s(?:another\s|some\s)?{AMOUNT}{GOES_ON}{{0,60}}?)?"
"""Another number of the same count: "at 4,900, with 3,000 still missing"."""
REST = (
    rf"{GOES_ON}{{0,80}}?{WITH})"
    r"(?=[;\n\"“”]|[.,](?!\d)|\s(?:and\s(?!\d)|(?:but|while|as|after|when|in|on|by)\s)|\Z)"
)
WHAT = r"(?:the|its|their|his|her|that|this|total|attendance|turnout|losses|damage|casualties)\b"
PUT = re.compile(
    rf"\b(?P<cue>put|puts|putting|placed|places|estimates?|estimated)\s+(?P<said>{WHAT}[^.;:,\"“”\n]{{0,60}}?\bat\s+{NUMBER}{REST}"
    rf"|(?P<of>['’]s?)\s+(?:\w+\s+)?(?P<its>estimate|count|figure|tally)\s+(?:was|is|stood\s+at|stands\s+at|came\s+to)\s+(?P<given>{NUMBER}{REST}"
    rf"|\b(?P<gave>gave|gives|giving|issued)\s+(?P<figure>an?\s+(?:[\w-]+\s+)?(?:figure|toll|estimate|count|tally)(?:\s+of|,)\s+{NUMBER}{REST}"
    rf"|\b(?P<spoke>spoke|speak|speaks|talked)\s+of\s+(?P<told>{NUMBER}{REST}"
)
HINTS = ("put", "place", "toll", "estimate", " count ", "figure", "tally", "spoke of", "speak", "talked of")
WAYS = (("cue", "said", "cue"), ("its", "given", "of"), ("gave", "figure", "gave"), ("spoke", "told", "spoke"))
"""Groups of PUT: the cue, what is said, and what the source stands before."""
OTHERS = re.compile(r"(?:,?\s+(?:while|but|and)|;)\s+(?P<who>[^,.;:\n]{3,60}?)\s*(?:\b(?:have|has|had)\s+)?\Z")


def _ended(text: str, statement: Statement, at: int) -> Statement:
    """The statement, ended where another one begins to count: "… marched, while police put it at 900"."""
    start, end = statement.spans[-1]
    other = OTHERS.search(text, max(start, at - 90), at) if statement.kind is Kind.INDIRECT and start < at < end else None
    if other is None:
        return statement
    spans = (*statement.spans[:-1], Span(start, other.start()))
    return changed(statement, spans=spans, content=" ".join(" ".join(span.of(text).split()) for span in spans))


def _put(text: str) -> Iterator[re.Match[str]]:
    """The matches of PUT, looked for only in lines that hold one of its words."""
    hints, start = [hint for hint in HINTS if hint in text], 0
    for line in text.split("\n") if hints else ():
        if any(hint in line for hint in hints):
            yield from PUT.finditer(text, start, start + len(line))
        start += len(line) + 1


def estimates(article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that put a number on something, in text order; what is said already is not said twice, and a number
    that nobody beside it puts is left alone.
    """
    text, found = article.text, list(said)
    for match in _put(text):
        cue, content, ends = next(names for names in WAYS if match[names[0]])
        span, at = Span(*match.span(content)), match.start(ends)
        found[:] = [_ended(text, s, at) for s in found]
        if any(part.overlaps(span) for statement in found for part in statement.spans):
            continue
        mention = before(text, at, text.rfind("\n", 0, at) + 1)
        if mention and mention.text.split()[-1] not in NOBODY:
            cued = Words.at(text, *match.span(cue))
            found.append(
                Statement(article.id, Kind.INDIRECT, (span,), span.of(text), mention, cued, found_by="puts a number", confidence=CONFIDENCE)
            )
    return tuple(sorted(found, key=lambda s: s.span)) if found != list(said) else said
