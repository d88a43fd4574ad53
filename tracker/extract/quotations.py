"""Direct quotations: every stretch between quotation marks that quotes somebody, with its source.

A quotation split by its cue is one statement; quotations in separate paragraphs are separate statements.
"""

from __future__ import annotations

import re
from typing import Final

from tracker.extract.cues import polarity
from tracker.extract.ranking import Choice, choose, walk
from tracker.extract.stretches import Stretch, stretches
from tracker.model import Article, Finding, Kind, Name, Span, Statement, changed
from tracker.text.marks import Quoted, quoted
from tracker.text.sentences import paragraphs, sentences

NAMING: Final = re.compile(
    r"\b(?:themselves|itself|himself|herself|(?:en)?titled|nicknamed|so-called|self-styled)(?:\s+(?:as|the|a))*\s*\Z"
)
"""Before a name or title in quotation marks, which is nobody's quotation."""
WORK: Final = re.compile(r"\s+(?:programme|program|show|podcast|series|film|movie|song|album|novel|book|column|newsletter)\b")
CREDIT: Final = re.compile(r",\s+(?:(?:said|says|added)\s+[^,.;]{2,60}|[^,.;]{2,60}\s+(?:said|says|added))\.(?=\s|\Z)")
"""Who said it, in a quotation that was not closed."""
SENTENCE: Final = 8
FRAGMENT: Final = 4
SAID: Final = 0.6
"""A stretch without a source is still a quotation from so many words on as a sentence, or from so many on at such a share of the model."""
JOINT = 2
"""Sentences that hold no more than a cue and what comes with it."""


def quotations(article: Article, names: tuple[Name, ...]) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """Find direct quotations. Spans are characters of `article.text`, in text order.

    An unpaired mark ends its paragraph's search and yields a Finding, never an exception; so does a quotation that nobody can
    be credited with. Scare quotes, titles of works and nicknames are no quotations.
    """
    text = article.text
    found, strays = quoted(text)
    findings = [Finding("unpaired_quotation", "This quotation mark has no partner.", article.id, span) for span in strays]
    statements: list[Statement] = []
    last: Stretch | None = None
    found = tuple(_closed(text, one) for one in found) if strays else found
    for here, choice in walk(stretches(text, found, paragraphs(text)), choose):
        if NAMING.search(text, max(0, here.quoted.outer.start - 30), here.quoted.outer.start) or _is_title(here):
            continue
        if choice.source is None and not _reads_as_said(here, choice):
            continue
        one = statement(article, here, choice)
        if last is not None and _goes_on(here, last, one, statements[-1]):
            statements[-1] = joined(statements[-1], one)
        else:
            statements.append(one)
        last = here
    findings += [
        Finding("unattributed_quotation", "Nobody is credited with this quotation.", article.id, s.span)
        for s in statements
        if not s.mention
    ]
    return tuple(statements), tuple(findings)


def _closed(text: str, one: Quoted) -> Quoted:
    """A stretch whose mark was never closed, cut where its own cue stands: "We ran, said Mayor Ann Lind. The town …"."""
    if one.is_closed or not (cue := CREDIT.search(text, one.start, one.end)):
        return one
    return one._replace(end=cue.start() + 1, outer=Span(one.outer.start, cue.start() + 1))


def _is_title(here: Stretch) -> bool:
    """ "Newshour" before "programme": the name of a work."""
    return WORK.match(here.text, here.quoted.outer.end) is not None and all(
        word[:1].isupper() or len(word) < 4 for word in here.content.split()
    )


def statement(article: Article, here: Stretch, choice: Choice) -> Statement:
    span, source = trimmed(here), choice.source
    return Statement(
        article.id,
        Kind.DIRECT,
        (span,),
        span.of(article.text),
        mention=source.mention if source else None,
        cue=source.cue if source else None,
        polarity=polarity(source.cue if source else None),
        found_by=f"quotation:{source.rule}" if source else "quotation:unattributed",
        confidence=round(choice.confidence, 4),
    )


def trimmed(here: Stretch) -> Span:
    """The stretch without blanks at its ends."""
    start, end = here.quoted.start, here.quoted.end
    return Span(start + len(here.content) - len(here.content.lstrip()), end - len(here.content) + len(here.content.rstrip()))


def _reads_as_said(here: Stretch, choice: Choice) -> bool:
    """Nobody is credited, yet the model takes it for said, or it is long, begins with a capital and stands as a sentence."""
    is_sentence = here.content[:1].isupper() and here.content.rstrip()[-1:] in ".,?!…"
    return (choice.quotes > SAID and here.size > FRAGMENT) or (is_sentence and (here.size >= SENTENCE or here.is_alone))


def _goes_on(here: Stretch, last: Stretch, one: Statement, before: Statement) -> bool:
    """The stretch carries on the one before it in the same paragraph: one speaker, and nothing but the cue between them."""
    if here.paragraph != last.paragraph or one.mention is None or before.mention is None:
        return False
    between = Span(last.quoted.outer.end, here.quoted.outer.start)
    is_same = one.mention == before.mention or one.found_by == "quotation:carry"
    cue_between = before.mention.span.overlaps(between) or one.mention.span.overlaps(between)
    is_near = len(here.text[between.start : between.end].split()) < 40 and len(sentences(here.text, *between)) <= JOINT
    return is_same and (cue_between or not between.of(here.text).strip()) and is_near


def joined(first: Statement, second: Statement) -> Statement:
    return changed(
        first,
        spans=(*first.spans, *second.spans),
        content=f"{first.content} {second.content}",
        cue=first.cue or second.cue,
        confidence=min(first.confidence, second.confidence),
    )
