"""What a figure counts, as printed; where the text leaves it out, of the figure it leans on, of the toll or of the metric."""

from __future__ import annotations

from typing import Final

from tracker.extract.drafts import Draft
from tracker.extract.governing import COMBATANTS
from tracker.extract.metrics import Cue, Metrics
from tracker.model import FigureKind
from tracker.text.phrases import STATES, is_plural, noun_phrase
from tracker.text.tokens import Tokens

BARE_STATES: Final = STATES - {"dead"}


def noun(tokens: Tokens, draft: Draft, metrics: Metrics) -> str | None:
    """What is counted, as printed; where the text leaves it out, of the figure it leans on, of the toll, else of the metric."""
    host = draft.leans_on
    if complement := who_were(tokens, draft):
        return complement
    if draft.cue and draft.cue.role == "toll" and not (draft.has_noun and is_plural(tokens.words[draft.noun_last - 1])):
        return noun_of_toll(tokens, draft.cue, metrics)
    if draft.has_noun and not is_bare(tokens, draft):
        described = tokens.words[draft.noun_first] in BARE_STATES
        return tokens.words_of(draft.noun_first + described, max(draft.noun_last, draft.rate_last))
    if draft.kind is not FigureKind.COUNT or not draft.metric:
        return None
    if host and host.counted and "others" not in draft.notes and (host.metric == draft.metric or is_armed(host.counted)):
        return host.counted
    if draft.metric == "killed" and draft.cue is None and host is None and not draft.has_noun:
        return "dead"
    return metrics.counted.get(draft.metric, "people" if draft.metric == "people" else None)


def who_were(tokens: Tokens, draft: Draft) -> str | None:
    """ "35 of the dead were women and 12 were children": who they were says more than what they are of."""
    if draft.kind is not FigureKind.COUNT or (draft.has_noun and "of the" not in draft.notes) or tokens.word(draft.end) != "were":
        return None
    last = noun_phrase(tokens, draft.end + 1)
    if last > draft.end + 1 and is_plural(tokens.words[last - 1]) and tokens.words[last - 1] not in STATES:
        return tokens.words_of(draft.end + 1, last)
    return None


def is_armed(counted: str) -> bool:
    """What wounds fighters wounds fighters; what kills marchers may wound anybody."""
    return counted.lower().split()[-1] in COMBATANTS


def is_bare(tokens: Tokens, draft: Draft) -> bool:
    """No noun says who: "12", "12 injured". In "12 injured miners" one does."""
    return not draft.has_noun or (tokens.words[draft.noun_first] in BARE_STATES and draft.noun_last == draft.noun_first + 1)


def noun_of_toll(tokens: Tokens, cue: Cue, known: Metrics) -> str | None:
    """What a toll counts: the noun in its own name ("the number of victims"), "dead" for a death toll, else the metric's."""
    named = [word for word in tokens.words[cue.first + 1 : cue.last] if is_plural(word)]
    if tokens.words[cue.first] == "number" and named:
        return named[-1]
    return "dead" if cue.metric == "killed" else known.counted.get(cue.metric)
