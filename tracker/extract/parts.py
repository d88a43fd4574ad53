"""Whether a figure is a part of another one: "including three nurses", "of the 40, nine died", "nine boys were among the 40"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.extract.behind import OUTCOMES
from tracker.extract.counting import PARTITIVES
from tracker.extract.drafts import Draft
from tracker.extract.listing import PLACED
from tracker.extract.metrics import Cue
from tracker.extract.screening import HARMED
from tracker.extract.sharing import counts_persons
from tracker.model import FigureKind, Role
from tracker.text.phrases import is_person, is_plural, words
from tracker.text.tokens import Tokens

STILL: Final = frozenset(("remain", "remains", "remained", "still"))
""" "Eleven remain in hospital": what is left of the injured."""
OF_THEM: Final = [["of", who] for who in ("them", "whom", "which")]
OPENING: Final = 8
"""Tokens in which "of the crew of 28" opens a sentence."""
WHOSE: Final = frozenset(("their", "our"))
"""No part of one's own: "we counted 95 of their dead"."""
REASONS: Final = words("reasons")


def is_shot(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "44 prisoners died, and 26 of the prisoners were shot": the noun comes again."""
    is_again = before.has_noun and tokens.words[before.noun_last - 1] == tokens.words[draft.noun_last - 1]
    return draft.metric == "casualties" and "of the" in draft.notes and is_again and before.metric in OUTCOMES


def is_outcome(draft: Draft, host: Draft) -> bool:
    """Of the dead, those shot were killed: a part of them that is told to be shot or stabbed has their fate."""
    return draft.role is Role.PART and draft.metric == "casualties" and host.metric in OUTCOMES


def is_of_all(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "Of the ship's crew of 28, four were hurt", "Of the 40, nine died and six fled": parts of what the sentence begins with."""
    if tokens.words[:1] != ["of"] and tokens.words[:2] != ["out", "of"]:
        return False
    is_first = before.quantity.first < OPENING and "," in (tokens.word(before.end), draft.before)
    return draft.quantity.first > before.end and (is_first or (before.role is Role.PART and not draft.has_noun))


def is_next_part(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "20 people, including 3 women and 4 children, were killed": the verb of the whole reaches the second part too."""
    gap = tokens.words[before.end : draft.quantity.first]
    return before.role is Role.PART and whole(before).cue == draft.cue and gap in (["and"], [","], [",", "and"])


def is_broken_down(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "22 were killed, the clinic said: 12 nurses and ten patients": who they were, behind a colon."""
    is_part = counts_persons(tokens, draft) or (not draft.has_noun and tokens.word(draft.quantity.last) in PLACED)
    return tokens.word(draft.quantity.first - 1) == ":" and draft.cue is None and before.metric in HARMED and is_part


def whole(draft: Draft) -> Draft:
    """The figure that a breakdown breaks down: of "20, including 3 women and 4 children" both are parts of the 20."""
    return draft.leans_on if draft.role is Role.PART and draft.leans_on else draft


def is_part(tokens: Tokens, draft: Draft, cues: list[Cue]) -> bool:
    """ "including three nurses", "among them three nurses", "three of them", "three of the victims", "among the dead were three nurses";
    "hurting nine, three seriously", "nine left, three because of the heat".
    """
    first, last, cue = draft.quantity.first, draft.quantity.number_last, draft.cue
    if cue and "among" in tokens.words[max(0, cue.first - 2) : cue.first] and (cue.last < first or cue.first > draft.end):
        return True
    if cue and cue.role == "state" and tokens.words[cue.first] == "in" and tokens.word(cue.first - 1) in STILL:
        return True
    if (
        "of the" in draft.notes
        and tokens.word(draft.noun_first - 1) not in WHOSE
        and any(draft.noun_first <= c.first < c.last == draft.noun_last and (c.metric in HARMED or c.metric == "cases") for c in cues)
    ):
        return True
    ahead = tokens.words[max(0, first - 3) : first]
    return (
        ahead[-1:] in (["including"], ["includes"], ["include"], ["included"])
        or ahead[-2:-1] == ["including"]
        or ahead[-2:] == ["among", "them"]
        or ahead[-2:] in (["of", "whom"], ["of", "which"])
        or tokens.words[last : last + 2] in OF_THEM
        or ("of them" in draft.notes and tokens.word(last + 1) in ("these", "those"))
        or (ahead[-1:] == [","] and not draft.has_noun and (tokens.word(last).endswith("ly") or tokens.word(last) in REASONS))
    )


def is_of_known(tokens: Tokens, draft: Draft) -> bool:
    """ "70 of the whales": of those told of before, and nothing is said of what became of them."""
    is_the = "of the" in draft.notes and tokens.word(draft.noun_first - 1) == "the"
    return is_the and draft.cue is None and is_plural(tokens.words[draft.noun_last - 1])


def is_of_next(tokens: Tokens, draft: Draft, behind: Sequence[Draft], cues: list[Cue]) -> bool:
    """ "12 held, including two boys, and six officers hurt": the cue that stands behind a part is of the next figure."""
    cue, end = draft.cue, draft.end
    return cue is not None and cue.first > end and any(end <= d.quantity.first < cue.first for d in behind) and is_part(tokens, draft, cues)


def is_among(tokens: Tokens, draft: Draft, host: Draft) -> bool:
    """ "nine boys were among the 40 people hurt", "three of the 30"."""
    gap = tokens.words[draft.end : host.quantity.first]
    if "among" in gap[-3:]:
        return len(gap) <= 8 and gap[-2:] != ["among", "them"]
    owner = next((i for i, word in enumerate(gap) if word.endswith("'s") or word in "'’"), -1)  # "of the islands' 900 inhabitants"
    if owner == len(gap) - 1 and 0 < owner < 5:
        return tokens.word(draft.quantity.last) == "of" and (gap[0] == "of" or gap[0] in PARTITIVES)
    return ("of" in gap or "of" in draft.notes) and all(word in PARTITIVES or word == "out" for word in gap)


def told_of_all(tokens: Tokens, whole: Draft, cue: Cue) -> None:
    """ "Four of the nine residents who died": what the clause about the whole tells is told of all nine."""
    if tokens.word(whole.end) == "who" and cue.first == whole.end + 1:
        whole.cue, whole.metric = cue, cue.metric


def whole_before(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """What a smaller number can be a part of: the one thing of which the sentence before counts more."""
    counts = [d for d in earlier if d.kind is FigureKind.COUNT and d.metric]
    more = [d for d in counts if (draft.quantity.stated or 0) < (d.quantity.stated or 0)]
    are_persons = all(is_person((d.counted or "").lower().split()[-1]) for d in more if d.counted)
    return more[-1] if more and (len({d.metric for d in more}) == 1 or are_persons) else None
