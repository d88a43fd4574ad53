"""Does the outlet correct itself in the text, and which of its figures and statements does it speak of?

A note stands at the head or foot, or is a paragraph that speaks of an earlier version. What it repeats is no news of the article: the
number that was wrong is nobody's count any more.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from tracker.model import Figure, Finding, Kind, Reading, Span, Statement, changed
from tracker.text.wordlists import words

THIS = r"(?:article|story|report|post|piece|page|dispatch)"
NOTE = re.compile(
    r"^[^\w\n]*(?:"
    r"(?:correction|corrected|clarification|amendment|erratum|retraction)s?(?: appended)?"
    r"(?:[ ,(]{1,2}[a-z]{3,9}\.? \d{1,2}[^\n:]{0,20})? ?[:.–—]"
    r"|(?:an )?editor[’']?s[’']? note\b(?=[^\n]*\b(?:correct|earlier version|updated|amended|misstate|misidentif|misattribut|misquote"
    r"|in error|wrongly|incorrectly|mistakenly|erroneous))"
    rf"|(?:an|this|a previous|an earlier|the original) (?:(?:earlier|previous|original) )?(?:version|headline) of (?:this|the) {THIS}"
    rf"|this {THIS} (?:(?:has been|was) (?:updated|corrected|amended|changed|edited|revised) (?:to|on|after|because|with)"
    r"|(?:originally|previously|initially|incorrectly|wrongly|mistakenly) (?:said|stated|reported|misstated|gave|named|quoted))\b"
    r"|due to (?:an editing|a production|a reporting) error)[^\n]*",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST = 1500
"""Characters of a note: a longer paragraph that begins so is an article about corrections."""


WORD = re.compile(r"\w[\w’'.,-]*\w|\w")
LEAST = 4
"""Letters from which a word that note and statement share tells something."""
SHARED = 2
MANY = 20
"""Notes that are linked: a text with more is a column of corrections."""
COMMON = words("stopwords.txt")
QUOTED = re.compile(r"\b(?:quot|attribut|misquot|remark|comment|said by|statement)", re.IGNORECASE)


@lru_cache(maxsize=4)
def notes(text: str) -> tuple[Span, ...]:
    """The paragraphs in which the outlet corrects or amends its article, in text order."""
    found = (Span(match.start(), match.end()) for match in NOTE.finditer(text))
    return tuple(span for span in found if span.end - span.start <= LONGEST)


def outside(span: Span, text: str) -> bool:
    at = bisect_right(notes(text), span.start, key=lambda note: note.start)
    return not at or not notes(text)[at - 1].contains(span)


def corrections(reading: Reading) -> Iterator[Finding]:
    """One finding for each note, and one for each figure and statement elsewhere in the article that it names."""
    article = reading.article
    for number, span in enumerate(notes(article.text)):
        note = " ".join(span.of(article.text).split())
        yield Finding("correction_note", f"the outlet corrects this article: {note[:160]}", article.id, span)
        for item in named(note, reading) if number < MANY else ():
            what = f"figure “{item.words}”" if isinstance(item, Figure) else f"statement “{item.content[:60]}”"
            yield Finding("corrected", f"a note of correction speaks of the {what}: {note[:160]}", article.id, item.span)


def named(note: str, reading: Reading) -> Iterator[Figure | Statement]:
    """Figures with a number of the note, else those of a metric that it names; statements that share words with it, or whose speaker it
    names where it speaks of a quotation.
    """
    said = {word.casefold() for word in WORD.findall(note)}
    numbered = [figure for figure in reading.figures if figure.number.of(reading.article.text).casefold() in said]
    yield from numbered or (figure for figure in reading.figures if figure.metric in said)
    for statement in reading.statements:
        telling = {word for found in WORD.findall(statement.content) if len(word := found.casefold()) >= LEAST} - COMMON
        speaker = {name.casefold() for name in (statement.speaker or "").split()[-1:]}
        if statement.kind is not Kind.NARRATION and (len(telling & said) >= SHARED or (QUOTED.search(note) and speaker & said)):
            yield statement


def without_notes(reading: Reading) -> Reading:
    """The reading without the figures and statements of its notes."""
    text = reading.article.text
    if not notes(text):
        return reading
    statements = tuple(statement for statement in reading.statements if outside(statement.span, text))
    return changed(reading, statements=statements, figures=tuple(figure for figure in reading.figures if outside(figure.span, text)))
