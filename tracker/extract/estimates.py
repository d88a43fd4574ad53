"""Who puts a number on it: "organisers put the crowd at 8,000", "the mission estimates the dead at between 90 and 110"."""

from __future__ import annotations

import re

from tracker.extract.sources import before
from tracker.model import Article, Kind, Span, Statement, Words, changed

CONFIDENCE = 0.8
NOBODY = frozenset(("report", "reports", "toll", "tolls", "count", "counts", "estimate", "estimates", "figure", "figures", "tally"))
"""They say that a number was put before, not by whom."""
AMOUNT = r"(?:\d|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|hundreds|thousands|half)\b)"
PUT = re.compile(
    r"\b(?P<cue>put|puts|putting|placed|places|estimates?|estimated)\s+"
    rf"(?P<said>(?:the|its|their|his|her|that|this|total|attendance|losses|damage|turnout)\b[^.;:,\"“”\n]{{0,60}}?\bat\s+(?:[\w-]+\s+){{0,3}}?[$£€¥]?{AMOUNT}"
    r"(?:[^.;,\n\"“”]|[.,](?=\d)){0,80}?)(?=[;\n\"“”]|[.,](?!\d)|\s(?:and\s(?!\d)|(?:but|while|as|after|when|in|on|by)\s)|\Z)"
)


OTHERS = re.compile(r",?\s+(?:while|but|and)\s+(?P<who>[^,.;:\n]{3,60}?)\s+(?:have\s+|has\s+|had\s+)?\Z")


def _ended(text: str, statement: Statement, at: int) -> Statement:
    """The statement, ended where another one begins to count: "… marched, while police put it at 900"."""
    start, end = statement.spans[-1]
    other = OTHERS.search(text, max(start, at - 90), at) if statement.kind is Kind.INDIRECT and start < at < end else None
    if other is None:
        return statement
    spans = (*statement.spans[:-1], Span(start, other.start()))
    return changed(statement, spans=spans, content=" ".join(" ".join(span.of(text).split()) for span in spans))


def estimates(article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that put a number on something, in text order; what is said already is not said twice, and a number
    that nobody beside it puts is left alone.
    """
    text, found = article.text, list(said)
    for match in PUT.finditer(text):
        span, cue = Span(*match.span("said")), Words.at(text, *match.span("cue"))
        found[:] = [_ended(text, s, cue.start) for s in found]
        said = tuple(found)
        if any(part.overlaps(span) for statement in said for part in statement.spans):
            continue
        mention = before(text, cue.start, text.rfind("\n", 0, cue.start) + 1)
        if mention and mention.text.split()[-1] not in NOBODY:
            content = span.of(text)
            found.append(
                Statement(article.id, Kind.INDIRECT, (span,), content, mention, cue, found_by="puts a number", confidence=CONFIDENCE)
            )
    return tuple(sorted(found, key=lambda s: s.span))
