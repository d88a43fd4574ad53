"""Which candidate is the source of a quoted stretch, or whether it quotes nobody: a linear model over plain features.

The weights stand in tracker/data/quotations.json; tracker/train/quotations.py learns them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tracker.extract.candidates import Candidate, candidates
from tracker.extract.features import stretch_features
from tracker.extract.stretches import Stretch
from tracker.text.linear import score, shares, weights


@dataclass(frozen=True, slots=True)
class Choice:
    """source — None where the stretch quotes nobody or nobody can be credited; confidence — the share of the choice, 0 to 1;
    quotes — the share of everything but "quotes nobody".
    """

    source: Candidate | None
    confidence: float
    quotes: float


TEMPERATURE: Final = 1.4
"""Scores are divided by this before they become shares, so that a share is how often such a choice is right (docs/quotations.md)."""
CREDIT, NEAR, GAP = 0.9, 90, 16
"""What a source is worth that "according to" names right before the quotation, so many characters before it at most; between a verb and
what it quotes.
"""
Choose = Callable[[Stretch, Sequence[Candidate]], Choice]


def walk(found: Sequence[Stretch], choose: Choose) -> Iterator[tuple[Stretch, Choice]]:
    """Every stretch in text order with what `choose` makes of its candidates; a source carries on to later stretches, but for the turns
    of a conversation, which go to the other one and back. Whose turn it is may be nobody's that is known.
    """
    previous: Stretch | None = None
    carried: Candidate | None = None
    other: Candidate | None = None
    in_talk = False
    for i, here in enumerate(found):
        following = found[i + 1] if i + 1 < len(found) else None
        in_talk = previous is not None and here.answers(previous, in_talk)
        if in_talk:
            carried, other = other, carried
        choice = choose(here, candidates(here, previous, carried, following))
        if choice.source is not None:
            other = carried if carried and choice.source.rule != "carry" else other
            previous, carried = here, choice.source
        elif in_talk:
            previous = here
        yield here, choice


def rows(here: Stretch, proposed: Sequence[Candidate]) -> list[list[str]]:
    """The features of every outcome: first "quotes nobody", then each candidate."""
    return [stretch_features(here, (c.rule for c in proposed)), *[c.features for c in proposed]]


def is_credit(here: Stretch, candidate: Candidate) -> bool:
    """ "According to the port's warden, Ann Lind, “…”": nothing but the source stands between the credit and the quotation."""
    cue, opens = candidate.cue, here.quoted.outer.start
    if cue is None or candidate.rule != "before" or not cue.text.lower().startswith("according"):
        return False
    gap = here.text[cue.end : opens].rstrip()
    return gap.endswith(",") and len(gap) < NEAR and not any(mark in gap for mark in '.;:“”"')


def is_named(here: Stretch, candidate: Candidate) -> bool:
    """ "In what Ann Lind called “a mishap”", "a plan which she described as “idle”": the subject of the relative clause says it."""
    cue, opens, mention = candidate.cue, here.quoted.outer.start, candidate.mention
    if cue is None or candidate.rule != "before" or not mention.end <= cue.start < opens:
        return False
    lead, gap = here.text[max(0, mention.start - 8) : mention.start], here.text[cue.end : opens]
    is_near = len(gap) < GAP and not any(mark in gap for mark in ',.;:“”"') and cue.start - mention.end < NEAR
    return is_near and lead.lower().endswith((" what ", " which ", " whom "))


def choose(here: Stretch, proposed: Sequence[Candidate]) -> Choice:
    """The likeliest outcome by the trained weights."""
    model = weights("quotations")["source"]
    share = shares([score(model, row) / TEMPERATURE for row in rows(here, proposed)])
    if credit := next((i for i, c in enumerate(proposed, 1) if is_credit(here, c) or is_named(here, c)), 0):
        return Choice(proposed[credit - 1], max(share[credit], CREDIT), 1 - share[0])
    best = max(range(len(share)), key=lambda i: (share[i], -i))
    return Choice(proposed[best - 1] if best else None, share[best], 1 - share[0])
