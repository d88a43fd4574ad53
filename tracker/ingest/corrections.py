"""Does the outlet correct itself in the text? A note at the head or foot, or a paragraph that speaks of an earlier version."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.model import Article, Finding, Span

NOTE = re.compile(
    r"^[^\w\n]*(?:"
    r"(?:correction|corrected|clarification|amendment|erratum|retraction)s?(?: appended)?"
    r"(?:[ ,(]{1,2}[a-z]{3,9}\.? \d{1,2}[^\n:]{0,20})? ?[:.–—]"
    r"|(?:an )?editor[’']?s[’']? note\b(?=[^\n]*\b(?:correct|earlier version|updated|amended|misstated|in error))"
    r"|(?:an|this|a previous|an earlier|the original) (?:(?:earlier|previous|original) )?(?:version|headline) of (?:this|the) "
    r"(?:article|story|report|post|piece)"
    r"|this (?:article|story|report|post|piece) (?:has been|was) (?:updated|corrected|amended|changed|edited|revised) "
    r"(?:to|on|after|because|with)\b"
    r"|due to (?:an editing|a production|a reporting) error)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST = 1500
"""Characters of a note: a longer paragraph that begins so is an article about corrections."""


def corrections(article: Article) -> Iterator[Finding]:
    """One finding for each paragraph in which the outlet corrects or amends this article, in text order."""
    for match in NOTE.finditer(article.text):
        words = match[0].strip()
        if len(words) <= LONGEST:
            yield Finding(
                "correction_note", f"the outlet corrects this article: {words[:160]}", article.id, Span(match.start(), match.end())
            )
