"""Indirect and mixed speech: what was said without quotation marks around the whole of it.

Candidate cues are found by their form; a linear model decides for each whether it reports speech, where the content lies and where it
ends (`attribution`); the source is the noun phrase beside the cue (`sources`). What stands in quotation marks throughout is left to
`quotations`. Nothing is resolved here: the mention is as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from tracker.extract.attribution import CLAIMS, Attribution, Models, attribute, models
from tracker.extract.contents import cleared, is_empty, undated
from tracker.extract.crediting import credited
from tracker.extract.cues import polarity
from tracker.extract.nouns import nouns
from tracker.extract.passages import BREAKS, DETERMINERS, Passage, passages
from tracker.extract.unparted import is_credited
from tracker.model import Article, Kind, Name, Span, Statement, Words
from tracker.text.linear import weights
from tracker.text.marks import Quoted
from tracker.text.stripped import is_stripped, may_be_stripped

ASSERTING: Final = 0.3
OTHER: Final = 0.46
"""Readings less likely are not given. A cue that puts forward a claim (said, told, according to) is given the benefit of the doubt; one
that praises, asks or promises must be surer: its content is a claim one time in ten, and it is mistaken three times as often."""
FLOOR: Final = 0.25
SLOPE: Final = 0.72
"""What the model's probability is worth: of the statements held out that it gave 0.35, half were right; of those it gave 0.95, 19 in 20."""

NEAR: Final = 120
SMALL: Final = 12
STANDARDS: Final = frozenset(("plan", "schedule", "custom", "tradition", "need", "size", "age", "type", "rank", "protocol", "ability"))
LABELS: Final = frozenset(
    ("photograph", "photo", "photos", "picture", "pictures", "image", "video", "caption", "credit", "source", "sources")
)
"""What a thing goes "according to", and what labels a thing beside the article: they say nothing."""
NOBODY: Final = frozenset(("nobody", "no one", "none", "nothing", "neither", "no"))
"""What they say is what is not said."""
OPENS: Final = re.compile(r"(?:\A|\n|[.?!][\"”’)]*\s)\s*[\"“‘`']*\Z")
"""What stands before a quotation that opens its sentence."""


BLOWS: Final = frozenset(("attack", "assail", "hammer", "blast", "lash", "slam", "knock", "bash", "insult"))
HARMING: Final = re.compile(
    r"\b(?:kill|wound|injur|destroy|burn|loot|maim|abduct|shoot|damag)ing\b|\bwith\s(?:[\w-]+\s){0,4}?(?:bomb|rocket|shell|mortar|missile|drone|grenade|gun|tank)s?\b"
)
ASKED: Final = frozenset(("whether", "if", "why", "how", "what", "who", "when", "where", "about", "by", "to", "again"))
BEFORE_ASKED: Final = BREAKS | {"when"}
"""Classes of what follows "Asked" where it is a participle: everything but whom; of what stands before it."""


BE_OR_AS = frozenset(("be", "as"))


@cache
def learned(name: str = "speech") -> Models:
    """The models that ship with the program: "speech", and "stripped_speech" for text that lost its commas."""
    return models(weights(name))


def speech(article: Article, quotations: tuple[Statement, ...], names: tuple[Name, ...], by: Models | None = None) -> tuple[Statement, ...]:
    """Indirect and mixed statements in text order; the content of a mixed one holds the quotations it swallows.

    Spans leave out the cue, the source and quotation marks at their ends; "that" belongs to the content, as in PARC 3.0. The mention
    is None where nobody is named beside the cue. Text without a reporting word gives nothing.

    by — other models than those that ship with the program, for measuring what was learned on articles it was not learned from.
    """
    text = article.text
    by, is_short = by or learned("stripped_speech" if is_stripped(text) else "speech"), may_be_stripped(text)
    settled = settled_cues(text, quotations)
    found = list(nouns(article, by))
    claims = {s.cue.start for s in found if s.cue}
    for passage in passages(text, settled):
        heard: list[Heard] = []
        passage.is_stripped = passage.is_stripped and (not is_short or is_credited(passage))
        here = learned("stripped_speech") if is_short and passage.is_stripped else by
        for at, cue in passage.cues.items():
            if cue.start in settled:
                heard.append(Heard(cue.start, (), settled[cue.start] or _heard_last(heard, cue.start)))
            elif (
                cue.start not in claims
                and (reading := attribute(passage, at, here, ASSERTING if cue.frame in CLAIMS else OTHER))
                and (reading := _cleared(text, reading))
            ):
                known = _heard_last(heard, cue.start)
                mention, rule = credited(text, passage, reading, known)
                if _is_unsaid(passage, reading, mention):
                    continue
                if passage.is_stripped and mention and reading.side == "before" and mention.end <= reading.cue.start:
                    reading = _up_to(text, reading, mention)
                heard.append(Heard(cue.start, reading.spans, mention or known))
                if kind := _kind(text, reading.spans, passage.marks):
                    found.append(_statement(article, passage, reading, kind, mention, rule))
    return tuple(sorted(found, key=lambda s: s.span))


class Heard(NamedTuple):
    """A cue of the passage that was read: where it stands, its content, its source."""

    cue: int
    spans: tuple[Span, ...]
    source: Words | None


def _heard_last(heard: Sequence[Heard], at: int) -> Words | None:
    """Who speaks on at `at` where no other subject stands: the source of the cue before, unless that stands in a content that is over ("she
    said that drivers refuse to stop, adding …").
    """
    over = [span for one in heard for span in one.spans if span.end <= at]
    return next((one.source for one in reversed(heard) if not any(span.start <= one.cue < span.end for span in over)), None)


def _up_to(text: str, reading: Attribution, mention: Words) -> Attribution:
    """Where no mark parts the two, all that stands before the source is what was said."""
    start, end = reading.spans[-1]
    gap = text[end : mention.start]
    return reading._replace(spans=(*reading.spans[:-1], Span(start, end + len(gap.rstrip())))) if gap.strip().isalpha() else reading


def _is_unsaid(passage: Passage, reading: Attribution, mention: Words | None) -> bool:
    """Nobody says it: the source is none, or the cue no act of speech. Without commas an uncredited clause is narration."""
    is_nobody = mention.text.lower() in NOBODY or mention.text.startswith(("No ", "no ")) if mention else passage.is_stripped
    if passage.is_stripped and passage.classes[reading.at - 1] == "be" and passage.classes[reading.at + 1] != "by":
        is_nobody = is_nobody or reading.side == "before"
    is_other = (
        _is_as_planned(passage.text, reading, mention)
        or _is_its_source(reading, mention)
        or _is_asked(passage, reading.at)
        or _is_blow(passage, reading)
    )
    return is_nobody or is_other or _is_participle(passage, reading)


def _is_as_planned(text: str, reading: Attribution, mention: Words | None) -> bool:
    """ "According to plan", "he will march as the mayor said" say how a thing went; "Photograph: Ann Lind" says whose it is."""
    if mention is not None and reading.side == "before" and text.endswith(" as ", 0, mention.start) and text[mention.start - 5] != ",":
        return True
    silent = {"according to": STANDARDS, ":": LABELS}.get(reading.cue.lemma, frozenset())
    return mention is not None and mention.text.lower() in silent


def _is_blow(passage: Passage, reading: Attribution) -> bool:
    """ "Bandits attacked the village, killing 13": what harms is no criticism. "The flood claimed nine lives": nor is it a claim."""
    if reading.cue.lemma == "claim":
        return any(passage.word(i) in ("life", "lives") for i in range(reading.at + 1, reading.at + 4))
    return reading.cue.lemma in BLOWS and any(HARMING.search(passage.text, *span) for span in reading.spans)


def _is_participle(passage: Passage, reading: Attribution) -> bool:
    """ "The 40 reported by the port": who reports stands behind "by", and no clause is reported."""
    k, at = passage.classes, reading.at
    is_agent = k[at + 1] == "by" and (k[at + 2] in DETERMINERS or k[at + 2] in ("Cap", "title", "-s"))
    return is_agent and reading.cue.form == "ed" and not BE_OR_AS.intersection(k[max(0, at - 3) : at])


def _is_asked(passage: Passage, at: int) -> bool:
    """ "Asked whether the port is safe, she …": who is asked says nothing yet, and who asks stands nowhere."""
    cue = passage.cues[at]
    return (
        cue.frame == "ask"
        and cue.form == "ed"
        and (at == 0 or (passage.classes[at - 1] in BEFORE_ASKED and not _is_apposed(passage, at)))
        and passage.classes[at + 1] in ASKED
    )


def _is_apposed(passage: Passage, at: int) -> bool:
    """A subject, what it is, and the verb of both: "Ann Lind, the mayor, asked why …"; no other verb that reports follows."""
    before = passage.classes[:at]
    return before.count(",") > 1 and not any(cue > at and passage.classes[cue - 1] in (",", "pronoun") for cue in passage.cues)


def _is_its_source(reading: Attribution, mention: Words | None) -> bool:
    """What stands right before its source, as a word or two, is the beginning of a name ("… Ann" Lind added)."""
    (start, end), *more = reading.spans
    return mention is not None and not more and 0 <= mention.start - end <= 1 and end - start < SMALL


def _cleared(text: str, reading: Attribution) -> Attribution | None:
    """The reading without what is no content of a claim; None where nothing is left."""
    first = undated(text, reading.spans[0])
    if first is None:
        return None
    spans = (first, *reading.spans[1:])
    if reading.cue.frame in CLAIMS and reading.side != "before":
        last = cleared(text, spans[-1])
        kept = (*spans[:-1], last) if last else spans[:-1]
        return reading._replace(spans=kept) if kept else None
    return None if len(spans) == 1 and is_empty(text, spans[-1]) else reading._replace(spans=spans)


def settled_cues(text: str, quotations: Sequence[Statement]) -> dict[int, Words | None]:
    """Where the cues begin that have nothing to report but a quotation (“Snow fell,” she said), and the source of each."""
    found: dict[int, Words | None] = {}
    for quotation in quotations:
        (start, end), cue = quotation.spans[0], quotation.cue
        if cue and 0 <= cue.start - end < NEAR and text[end - 1] in ",.?!…—’'" and OPENS.search(text, max(0, start - NEAR), start):
            found[cue.start] = quotation.mention
    return found


def _kind(text: str, spans: Sequence[Span], stretches: Sequence[Quoted]) -> Kind | None:
    """Indirect, mixed, or None for what stands in quotation marks throughout ("that" before it counts nothing)."""
    if not any(q.start < end and start < q.end for q in stretches for start, end in spans):
        return Kind.INDIRECT if any(_has_letters(text, *span) for span in spans) else None
    letters = inside = 0
    for start, end in spans:
        start += 5 if text.startswith("that ", start) else 0
        letters += _letters(text, start, end)
        inside += sum(_letters(text, max(start, q.start), min(end, q.end)) for q in stretches if q.start < end and start < q.end)
    return None if inside == letters else Kind.MIXED if inside else Kind.INDIRECT


def _has_letters(text: str, start: int, end: int) -> bool:
    return any(map(str.isalnum, text[start + 5 * text.startswith("that ", start) : end]))


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))


def _statement(article: Article, passage: Passage, reading: Attribution, kind: Kind, mention: Words | None, rule: str) -> Statement:
    cue, text = reading.cue, article.text
    printed = Words.at(text, cue.start, cue.end + 3 if cue.lemma == "according to" else cue.end)
    spans = tuple(_with_marks(span, passage.marks) for span in reading.spans)
    return Statement(
        article.id,
        kind,
        spans,
        " ".join(" ".join(span.of(text).split()) for span in spans),
        mention=mention,
        cue=printed,
        polarity=polarity(printed),
        found_by=f"speech:{reading.side}, source {rule}",
        confidence=round(FLOOR + SLOPE * reading.confidence, 3),
    )


def _with_marks(span: Span, marks: Sequence[Quoted]) -> Span:
    """The span with the outer mark of a quotation at its end, where the other mark stands inside (… “wet and cold”)."""
    start, end = span
    for q in marks:
        if start < q.start and q.start < end <= q.end and end + 2 >= q.end:
            end = q.outer.end
        if q.outer.start < start <= q.start and q.outer.end < end:
            start = q.outer.start
    return Span(start, end)
