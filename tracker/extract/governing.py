"""Whether a word that names a metric can govern a figure: the noun is one that it counts."""

from __future__ import annotations

from typing import Final

from tracker.extract.drafts import Draft
from tracker.extract.events import kinds
from tracker.extract.metrics import Cue, metrics
from tracker.extract.screening import HARMED
from tracker.text.phrases import ADVERBS, DETERMINERS, is_person, words
from tracker.text.tables import load
from tracker.text.tokens import Tokens

COMBATANTS: Final = frozenset(
    word for name in ("forces", "armed", "officers", "peacekeepers") for word in load("populations")["classes"][name].split()
)
MOURNED: Final = COMBATANTS | words("kin") | {"hands", "souls", "men"}
"""Who is lost is dead: fighters, and one's own."""
EVENTS: Final = frozenset(word for word, is_open in kinds().items() if not is_open)
"""Nouns of events that happen once."""
HARMING: Final = EVENTS | words("wounds")
ELSEWHERE: Final = words("falling")
"""Who falls so is not dead: "fell back", "fell ill", "fell to the guards"."""
BE: Final = words("be")
BROAD: Final = words("broad")


def can_count(tokens: Tokens, draft: Draft, cue: Cue, cues: list[Cue]) -> bool:
    """The noun is one that the cue's metric counts: "captured 12 villages" abducts nobody, "lost 12 seats" kills nobody."""
    if cue.role == "toll":
        is_free = not draft.has_noun or cue.metric not in metrics().people or tokens.words[draft.noun_last - 1] == "names"
        return is_free or counts_people(tokens, draft, cues)
    if cue.role not in ("verb", "act", "after", "before", "state"):
        return True
    if cue.role == "act" and tokens.words[cue.first] in metrics().beside:
        is_harm = not HARMING.isdisjoint(tokens.words) or (cue.form == "ed" and tokens.word(cue.last) not in ELSEWHERE)
        return draft.has_noun and tokens.words[draft.noun_last - 1] in MOURNED and is_harm
    if cue.role in ("verb", "before") and tokens.words[cue.first] in metrics().beside:
        if draft.is_question and tokens.words[cue.first] in ("lost", "fallen"):
            return True  # "how many were lost"
        is_told = is_passive(tokens, cue) or any(c is not cue and tells_of_harm(c) for c in cues) or not HARMING.isdisjoint(tokens.words)
        head = tokens.words[draft.noun_last - 1]
        if "of them" in draft.notes and tokens.words[draft.noun_first - 1] == "own":
            return True  # "lost nine of our own"
        if cue.first >= draft.end and tokens.word(cue.first - 1) == "was" and (draft.quantity.stated or 0) > 1:
            return False  # "a van with 12 rebels was destroyed"
        return draft.has_noun and (head in MOURNED or (is_told and is_person(head)))
    if draft.has_noun and cue.metric in HARMED and tokens.words[draft.noun_last - 1] in metrics().things:
        return False
    if draft.has_noun:
        return metrics().may_count(cue.metric, tokens.words[draft.noun_last - 1])
    return cue.role != "verb" or (metrics().may_leave_out(cue.metric) and (tokens.words[cue.first] not in BROAD or is_passive(tokens, cue)))


def counts_people(tokens: Tokens, draft: Draft, cues: list[Cue]) -> bool:
    """The noun means persons, or what happens to them: "12 civilians", "12 deaths"."""
    within = (c for c in cues if draft.noun_first <= c.first < draft.noun_last)
    return is_person(tokens.words[draft.noun_last - 1]) or any(c.metric in metrics().people for c in within)


def names_them(tokens: Tokens, cue: Cue) -> bool:
    """ "the dead", "the injured", "the victims", "those hurt", "the 12 killed": the word stands for persons to whom it happened."""
    before = tokens.word(cue.first - 1)
    is_noun = cue.role in ("state", "verb") and (before in DETERMINERS or before[:1].isdecimal() or before.endswith("'s"))
    return is_noun or (cue.role == "head" and cue.metric in metrics().people)


def tells_of_harm(cue: Cue) -> bool:
    return cue.metric in HARMED and cue.role in ("verb", "act", "state")


def is_passive(tokens: Tokens, cue: Cue) -> bool:
    """ "were killed": a form of be stands before the participle."""
    before = tokens.word(cue.first - 2) if tokens.word(cue.first - 1) in ADVERBS else tokens.word(cue.first - 1)
    return cue.form == "ed" and before in BE
