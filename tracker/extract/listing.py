"""Whether a figure goes on with the list, the place or the speaker that the figure before it began: it shares its verb."""

from __future__ import annotations

from typing import Final

from tracker.extract.attach import by_head
from tracker.extract.behind import QUOTES, SUBORDINATE
from tracker.extract.drafts import Draft
from tracker.extract.metrics import Cue, happens
from tracker.extract.metrics import metrics as known
from tracker.extract.sharing import counts_persons
from tracker.text.phrases import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SPEECH, VERBS, is_participle, words
from tracker.text.tokens import Tokens

THINGS: Final = words("things")
PLACED: Final = ("in", "at", "near", "on", "from")
LONGEST: Final = 7
FARTHEST: Final = 10
PARTING: Final = (",", ";", "and", "but", "while")
COUNTING: Final = SPEECH | words("counting")
NO_SPEAKER: Final = VERBS | AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | {"at"}


def is_listed(tokens: Tokens, draft: Draft, before: Draft, cues: list[Cue]) -> bool:
    """ "killed 11 villagers and 6 herders": the next of a list of people, with its own noun."""
    if not draft.has_noun or before.metric not in known().people or (before.cue is None and before.leans_on is None):
        return False
    gap = [word for word in unbracketed(tokens.words[before.end : draft.quantity.first]) if word not in DETERMINERS and word not in QUOTES]
    is_past = gap[-1:] == ["and"] and is_phrase(gap[:-1], cues, before.end, draft) and counts_persons(tokens, draft)
    if not is_past and gap not in ([], ["and"], [","], [",", "and"], [",", "as", "well", "as"], ["as", "well", "as"], ["plus"]):
        return False
    head = by_head(tokens, draft, cues)
    if head in known().people:
        return head == before.metric
    return head in ("troops", "personnel", "participants", "attackers") or head not in THINGS


def unbracketed(gap: list[str]) -> list[str]:
    """The words without a stretch in brackets at their head: "two women (a nurse and a cook) and two soldiers"."""
    return gap[gap.index(")") + 1 :] if gap[:1] == ["("] and ")" in gap else gap


def is_phrase(gap: list[str], cues: list[Cue], first: int, draft: Draft) -> bool:
    """Only where they were or from stands between: "killed 14 rebels from the Red Front group and five shepherds"."""
    is_led = gap[:1] and gap[0] in PREPOSITIONS and len(gap) < LONGEST
    is_plain = all(word[0].isalpha() and word not in AUXILIARIES and word not in SUBORDINATE and word not in SPEECH for word in gap)
    return bool(is_led) and is_plain and not any(first <= c.first < draft.quantity.first and c.role in ("verb", "act") for c in cues)


def is_elliptic(tokens: Tokens, draft: Draft, before: Draft, cues: list[Cue]) -> bool:
    """ "900 in the north and 400 in the south": a number without a noun after "and", and without a verb of its own."""
    own = tokens.word(draft.end)
    if "others" in draft.notes and is_participle(own) and not happens(tokens, draft.end):
        return False
    at = draft.quantity.first - 1
    while tokens.word(at) in AUXILIARIES or tokens.word(at) in ADVERBS or tokens.word(at) in QUOTES:
        at -= 1
    if draft.before == "with" and tokens.is_name(draft.quantity.first - 2) and not tokens.word(draft.end).endswith("ing"):
        return not draft.has_noun  # "… with 205 deaths, followed by Oru with 118"
    return not draft.has_noun and tokens.word(at) in ("and", ",", "another", "or", "plus", ";", "while")


def is_placed(tokens: Tokens, draft: Draft, before: Draft, cues: list[Cue]) -> bool:
    """ "30 died, 12 in the camp": a number without a noun where a place follows; texts stripped of commas leave nothing else."""
    gap = tokens.words[before.end : draft.quantity.first]
    at = draft.quantity.first
    while tokens.is_name(at - 1):
        at -= 1
    is_beside = tokens.word(draft.quantity.last) in PLACED or (at < draft.quantity.first and tokens.word(at - 1) in PLACED)
    return not draft.has_noun and (before.cue or before.leans_on) is not None and is_beside and SUBORDINATE.isdisjoint(gap)


def is_gapped(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "police said 900 came, the organisers 4,000": another speaker, the verb left out; "put the army's dead at 12 and those of the
    rebels at 90"; "the flood claimed 17 lives, and the fever 26 more": another cause.
    """
    first = draft.quantity.first
    at = next((i for i in range(first - 1, max(before.end - 1, first - FARTHEST), -1) if tokens.words[i] in PARTING), first)
    said = tokens.words[at + 1 : first]
    said = said[:-1] if said[-1:] == ["at"] else said
    is_named = said[:2] == ["those", "of"] or (
        bool(said) and all(word.isalpha() and word not in NO_SPEAKER and not is_participle(word) for word in said)
    )
    behind = draft.quantity.last + (tokens.word(draft.quantity.last) == "more")
    is_free = not draft.has_noun and not tokens.word(behind)[:1].isalpha()
    verb = tokens.word(before.quantity.first - 1)
    is_object = verb in VERBS or (is_participle(verb) and verb.endswith("ed")) or happens(tokens, before.quantity.first - 1)
    return is_named and is_free and (is_object or not COUNTING.isdisjoint(tokens.words[: before.quantity.first]))
