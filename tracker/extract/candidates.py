"""Who could be the source of a quoted stretch: the candidates around it, each with plain features of where it stands.

Features speak of positions, signs, word classes and cue verbs, never of names: what decides is learned from them (ranking.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tracker.extract.cues import PHRASES, cues, lemma
from tracker.extract.features import distance, ending, mention_kind, opening, shape
from tracker.extract.sources import after, before, subjects
from tracker.extract.stretches import Stretch
from tracker.model import Span, Words
from tracker.text.classes import merged, tokens
from tracker.text.sentences import sentences
from tracker.text.wordlists import pattern, words

NEAR: Final = 260
ISSUED: Final = re.compile(rf"(?:\w+\s+){{1,3}}?(?:{pattern(words('documents.txt'))})\s+(?:\w+ed\s+)?(?:from|by)\s")
"""A document that somebody issued carries what another said, where the sentence names who: a relay, no source."""
LABEL: Final = re.compile(r"(?:[-.]\s*)?(?P<who>[ct]*c[ci]*),[^vkwpq.]*\Z")
NOUN: Final = re.compile(r"\b(?:an?|the|its|his|her|their)\s\Z")
"""What stands before a noun that a verb looks like: "a volunteer network", "the claim"."""
COLON: Final = re.compile(r":\s*\Z")


@dataclass(slots=True)
class Candidate:
    """
    mention   the source as printed; cue — the verb or phrase it stands by, None where there is none
    rule      where it was found: "after", "before", "subject", "carry" …
    features  of mention and place
    """

    mention: Words
    cue: Words | None
    rule: str
    features: list[str] = field(default_factory=list)


def candidates(here: Stretch, previous: Stretch | None, carried: Candidate | None, following: Stretch | None) -> list[Candidate]:
    """Every candidate for the source of a stretch, each mention once, the features of all the rules that found it together.

    previous, following — the stretches beside it, in whatever paragraph; carried — the source found for the previous one.
    """
    found: dict[tuple[int, int], Candidate] = {}
    for one in _proposed(here, previous, carried, following):
        known = found.setdefault((one.mention.start, one.mention.end), one)
        if known is not one:
            known.features += one.features
    for one in found.values():
        one.features.append(f"mention:{mention_kind(one.mention.text)}")
    return list(found.values())


def _proposed(here: Stretch, previous: Stretch | None, carried: Candidate | None, following: Stretch | None) -> Iterator[Candidate]:
    yield from _beside(here, here.tail, "after")
    yield from _beside(here, here.lead, "before")
    if here.starts_sentence:
        yield from _beside(here, here.earlier, "earlier")
    if previous is not None and carried is not None:
        yield _carry(here, previous, carried)
    if here.is_first and here.starts_sentence and (previous is None or here.text.count("\n", previous.quoted.end, here.quoted.start) > 2):
        yield from _paragraph_before(here)
    if following is not None and following.paragraph == here.paragraph and here.is_over:
        yield from _beside(following, following.lead, "next")
        yield from _beside(following, following.tail, "next")


def _paragraph_before(here: Stretch) -> Iterator[Candidate]:
    """The last sentence of the paragraph before, for a stretch that no near one could carry on to."""
    end = here.paragraph.start
    while end > 0 and here.text[end - 1].isspace():
        end -= 1
    parts = sentences(here.text, here.text.rfind("\n", 0, end) + 1, end) if end else ()
    if parts:
        yield from _beside(here, parts[-1], "above")


def _beside(here: Stretch, room: Span, rule: str) -> Iterator[Candidate]:
    """The candidates of one clause or sentence: the sources of its cues, then its subjects."""
    text = here.text
    if room.end <= room.start:
        return
    is_after = rule == "after"
    room = Span(room.start, min(room.end, room.start + NEAR)) if is_after else Span(max(room.start, room.end - NEAR), room.end)
    near = [cue for cue in cues(text, *room) if not NOUN.search(text, max(room.start, cue.start - 8), cue.start) or cue.text[-1] in "dg"]
    chosen = near[:3] if is_after else near[-4:]
    for i, cue in enumerate(chosen):
        rank = i if is_after else len(chosen) - 1 - i
        yield from _of_cue(here, room, rule, cue, rank)
    if not is_after and (colon := COLON.search(text, *room)) and not (chosen and colon.start() - chosen[-1].end < 30):
        source = _labelled(text, Span(room.start, colon.start())) or before(text, colon.start(), room.start)
        if source:
            yield Candidate(source, Words.at(text, colon.start(), colon.start() + 1), rule, [f"{rule}:colon"])
    for i, source in enumerate(s for s in subjects(text, *room) if not _is_possession(s.text)):
        yield Candidate(source, None, rule, [f"{rule}:subject", f"{rule}:subject:{min(i, 3)}:{distance(text, source.end, room.end)}"])


def _labelled(text: str, room: Span) -> Words | None:
    """Whose words a label announces: "Ann Roe, the mayor: “…”" """
    found = merged(tokens(text, room.start, room.end))
    kinds = found.kinds
    match = LABEL.match(kinds)
    return Words.at(text, found.starts[match.start("who")], found.ends[match.end("who") - 1]) if match else None


def _is_possession(printed: str) -> bool:
    """ "Their presence", "his decision": what somebody has says nothing, unless it is a person, a body or a document."""
    return printed.split()[0].lower() in ("their", "his", "her", "its", "our", "my") and mention_kind(printed) in ("noun", "plural")


def _of_cue(here: Stretch, room: Span, rule: str, cue: Words, rank: int) -> Iterator[Candidate]:
    text, word = here.text, lemma(cue.text)
    edge = here.quoted.outer.end if rule == "after" else here.quoted.outer.start
    if word in PHRASES.values():
        source = after(text, cue.end, max(room.end, here.tail.end))
        if source and not (ISSUED.match(source.text) and here.lead.end > here.lead.start):
            yield Candidate(source, cue, rule, [f"{rule}:according", f"{rule}:according:{rank}"])
        return
    gap = shape(text, cue.end, edge) if rule == "before" else shape(text, edge, cue.start) if rule == "after" else ""
    traits = [f"{rule}:{rank}", f"{rule}:{rank}:{word}", f"{rule}:gap:{gap}", f"{rule}:end:{ending(here)}", f"{rule}:{opening(here)}"]
    source = before(text, cue.start, room.start)
    if source:
        between = shape(text, source.end, cue.start)
        yield Candidate(source, cue, rule, [f"{rule}:sv", f"{rule}:sv:{between}", *[f"sv:{t}" for t in traits]])
    if rule == "before" or (source and source.end > cue.start - 3):
        return
    inverted = after(text, cue.end, room.end)
    if inverted:
        yield Candidate(
            inverted, cue, rule, [f"{rule}:vs", f"{rule}:vs:{shape(text, cue.end, inverted.start)}", *[f"vs:{t}" for t in traits]]
        )


def _carry(here: Stretch, previous: Stretch, carried: Candidate) -> Candidate:
    text, start, end = here.text, previous.quoted.outer.end, here.quoted.outer.start
    apart = min(text.count("\n\n", start, end) or text.count("\n", start, end), 3)
    gap = f"paragraphs{apart}" if apart else shape(text, start, end)
    alone = "more" if text[here.right.start : here.right.end].strip() else "alone"
    fresh, first = "fresh" if here.starts_sentence else "inside", "first" if here.is_first else "later"
    is_open = previous.quoted.outer.end == previous.quoted.end
    traits = [
        "carry",
        f"carry:{gap}",
        f"carry:{apart}:{alone}:{fresh}:{first}",
        f"carry:{ending(here)}:{min(apart, 2)}",
        f"carry:open:{is_open}",
    ]
    return Candidate(carried.mention, None, "carry", traits)
