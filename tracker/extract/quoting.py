"""Who spoke where one quotes another: in "the agency quoted the minister as saying" the minister speaks, through the agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.extract.relay import QUOTED_BY
from tracker.extract.sources import after, before
from tracker.model import Kind, Statement, Words, changed
from tracker.text.datelines import paragraph_start
from tracker.text.sentences import sentences

SAYING: Final = "saying|telling|writing|adding|warning|claiming|calling|describing|said|told"
NEAR: Final = 220
AS_SAYING: Final = re.compile(
    r"\b(?P<be>(?:was|were|is|are|been|being|be)\s+(?:\w+ly\s+|also\s+|later\s+)?)?(?P<cue>quot(?:ed|es|e|ing)|cit(?:ed|es|e|ing))"
    rf"(?P<whom>\s+[^.;:“”\"\n]{{0,160}}?)?\s+as\s+(?:having\s+)?(?:{SAYING})\b"
)
OBJECT: Final = re.compile(r"\s+(him|her|them|it)\b")
CUES: Final = frozenset((*SAYING.split("|"), "quoted", "quotes", "quote", "quoting", "cited", "cites", "cite", "citing"))


def with_quoted(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each whose cue stands in such words credited to whom they name, with whoever quoted them as its first relay.

    "Was quoted as saying" names its speaker before the words, and a relay after "by".
    """
    found = (_credited(text, s, s.cue) if s.cue and s.cue.text.lower() in CUES else s for s in statements)
    return tuple(s for s in found if s is not None)


def _credited(text: str, statement: Statement, cue: Words) -> Statement | None:
    """None where the content is whom the agency quotes ("cited the governor as saying")."""
    floor, ceiling = max(0, cue.start - NEAR), cue.end + NEAR
    if not any(text.find(word, floor, ceiling) >= 0 for word in ("quot", "cit")):
        return statement
    near = AS_SAYING.finditer(text, floor, ceiling)
    match = next((m for m in near if m.start() <= cue.start < m.end()), None)
    if match is None:
        return statement
    if statement.kind is not Kind.DIRECT and cue.start == match.start("cue") and cue.end < statement.span.start < match.end():
        return None
    whom = match.start("cue") + len(match["cue"])
    is_passive = match["be"] is not None or QUOTED_BY.match(text, match.start("cue")) is not None
    said = max((span.end + 1 for span in statement.spans if span.end < match.start()), default=0)
    beside = before(text, match.start(), max(said, sentence_start(text, match.start())))
    speaker = beside if is_passive else after(text, whom, match.end()) or _object(text, whom)
    if speaker is None:
        return statement
    relays = (beside,) if beside and not is_passive else ()
    kept = tuple(via for via in statement.via if not any(via.span.overlaps(w.span) for w in (*relays, speaker)))
    cue = Words.at(text, match.start("cue"), match.start("cue") + len(match["cue"])) if is_passive else cue
    return changed(statement, mention=speaker, cue=cue, via=(*relays, *kept), found_by="quoted by another")


def _object(text: str, start: int) -> Words | None:
    """ "Quoted him as saying"."""
    match = OBJECT.match(text, start)
    return Words.at(text, *match.span(1)) if match else None


def sentence_start(text: str, at: int) -> int:
    """Where the sentence begins that holds the place."""
    start = paragraph_start(text, at)
    return max((s.start for s in sentences(text, start, at) if s.start <= at), default=start)
