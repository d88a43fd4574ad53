"""What the models take for content though it is where or when somebody spoke: "in a statement", "on Monday in Oslo"."""

from __future__ import annotations

import re
from typing import Final

from tracker.extract.passages import FINITE
from tracker.model import Span
from tracker.text.clauses import tokens
from tracker.text.wordlists import pattern, words

WHERE: Final = re.compile(
    rf"(?:in|on|during|at|through|via)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){{0,2}}?(?:{pattern(words('documents.txt'))})s?"
    r"(?:\s+(?:(?:issued|released|published|sent|posted)\s+)?(?:(?:late|early)\s+)?(?:on\s+)?\w+day)?(?:\s+|(?=[.,;])|\Z)"
)
"""Where a thing was said, a content before it left aside."""
PREPOSITION: Final = re.compile(r"\b[a-z]+\s+\Z")
ADJUNCTS: Final = frozenset(("in", "on", "at", "by", "from", "during", "after", "before", "via", "day", "adverb"))
"""Classes of words that begin an adjunct and no object."""
HEAD: Final = 64
"""Characters that hold the first two words of a content."""
EMPTY: Final = ADJUNCTS | {"pronoun", "demonstrative"}


DATELINE: Final = re.compile(r"[A-Z][A-Z’'.-]+(?:[ ,]{1,2}[A-Z][\w.’'-]*){0,3}(?:,? \d{1,2})?(?: ?\([^()\n]{2,40}\))?(?: ?[-–—]+ |: )")
"""Where and by whom a text was filed, before its first words: "HARBOUR CITY, Feb. 3 (Northern Wire) - "."""


def undated(text: str, span: Span) -> Span | None:
    """The content without the dateline of its paragraph; None where nothing else is left."""
    end = dateline_end(text, span.start)
    if end <= span.start:
        return span
    return Span(end, span.end) if end < span.end else None


def dateline_end(text: str, at: int) -> int:
    """Where the dateline of the paragraph ends that holds `at`; 0 where there is none so near before it."""
    line = text.rfind("\n", 0, at) + 1
    found = DATELINE.match(text, line, line + 90) if at - line < 60 else None
    return found.end() if found else 0


CLOSED: Final = frozenset(("why", "how", "what", "pronoun", "possessive", "demonstrative", "as", "so", "article"))


UNQUOTED: Final = re.compile(
    r"(?:for |that )?(?:to comment\b|anonymity\b|(?:not )?to be (?:named|identified|quoted|photographed)\b"
    r"|(?:not to give|(?:his|her|their) (?:full )?names?)\b(?!,)[^.;]{0,40}?\b(?:names?|withheld|used|published|changed|printed)\b)"
)


def is_empty(text: str, span: Span) -> bool:
    """Nothing but a word of a closed class: "criticising her", "denied it", "as reported"; or how one is to be quoted: "declined to
    comment", "asked not to be named".
    """
    if UNQUOTED.match(text, *span):
        return True
    kinds = tokens(text, *span).classes
    return len(kinds) == 1 and kinds[0] in CLOSED


def cleared(text: str, span: Span) -> Span | None:
    """The content without the "in a statement" that stands before it; None where only where or when is left of it."""
    opened = PREPOSITION.search(text, max(0, span.start - 8), span.start)
    found = WHERE.match(text, *span) or (WHERE.match(text, opened.start(), span.end) if opened else None)
    start = found.end() if found else span.start
    head = tokens(text, start, min(span.end, start + HEAD)).classes
    if len(head) > 1 and (head[0] not in ADJUNCTS or text.startswith(("at least ", "at most "), start)):
        return Span(start, span.end)
    kinds = tokens(text, start, span.end).classes
    if FINITE.isdisjoint(kinds) and "Q" not in kinds and (len(kinds) < 2 or kinds[0] in ADJUNCTS):
        return None if not kinds or kinds[0] in EMPTY else Span(start, span.end)
    return Span(start, span.end)
