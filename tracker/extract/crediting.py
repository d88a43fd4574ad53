"""Who is credited with indirect speech: the noun phrase on the right side of its cue, or the subject the cue shares with another verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.extract import sources
from tracker.extract.attribution import Attribution
from tracker.extract.comments import is_attribute
from tracker.extract.contents import dateline_end
from tracker.extract.passages import BREAKS, DETERMINERS, FINITE, NOUNS, ROLES, Passage
from tracker.extract.relay import is_known_outlet
from tracker.extract.soundness import sound
from tracker.extract.unparted import appended
from tracker.model import Words
from tracker.text.clauses import word_class

PLAIN: Final = 6
"""Words of a subject that is nouns throughout: "Norwegian television | showed"."""
BY: Final = re.compile(r"\s+by\s+")
PAST: Final = frozenset(("-ed", "past", "Ved"))
HEADS: Final = frozenset(("w", "-s", "Cap", "title"))
"""A verb in the past, and what ends the subject before it."""
INVARIANT: Final = frozenset(("cast", "cut", "set", "let", "shed", "spread", "split"))
"""Verbs whose past looks like a noun: "the envoy cast doubt on it, saying …"."""
OPENINGS: Final = ROLES["opening"]
SUBJECTS: Final = frozenset(("Cap", "title", "article", "possessive", "Cap's"))
LINKS: Final = frozenset(("of", "for", "at", "in"))
"""What begins the subject of another clause, and what stands inside it."""
PARTING: Final = ("while", "by", "before", "after")
ABSOLUTE: Final = ("with",)
"""What stands before a participle that shares its subject; of a participle with its own: "with the mayor warning that …"."""
AFTER_CUE: Final = "after cue"
BEFORE_CUE: Final = "before cue"
SHARED: Final = "shared with the cue before"
SUBJECT: Final = "subject of the sentence"


def credited(text: str, passage: Passage, reading: Attribution, known: Words | None) -> tuple[Words | None, str]:
    """The source and the rule that found it; None where nobody is named. known — the source of the cue before in the same passage."""
    cue, floor = reading.cue, passage.starts[0]
    if cue.lemma == "according to":
        first_after = next((span.start for span in reading.spans if span.start > cue.end), None)
        source = sources.after(text, cue.end + 3, first_after) or sources.whom(text, cue.end + 3)
        return _sound(text, source), AFTER_CUE
    if reading.side == "before" and (agent := BY.match(text, cue.end)) and _is_passive(passage.classes, reading.at):
        return _agent(text, agent.end(), passage.classes[reading.at - 1] == "as"), AFTER_CUE
    if reading.inverted and (found := _sound(text, sources.after(text, cue.end))):
        return found, AFTER_CUE
    if cue.form == "ing" and (own := _own_subject(text, passage, reading.at)):
        return own, BEFORE_CUE
    if _shares_subject(passage, reading.at):
        return (known, SHARED) if known else (_subject(text, passage, reading.at), SUBJECT)
    inside = max((span.end for span in reading.spans if span.end <= cue.start), default=floor)
    if found := _sound(text, sources.before(text, cue.start, inside)) or _sound(text, _phrase(text, passage, reading.at, inside)):
        found = _absolute(text, found) if cue.form == "ing" else found
        return _named(text, passage, found, inside), BEFORE_CUE
    return (_subject(text, passage, reading.at), SUBJECT) if reading.side == "after" else (None, BEFORE_CUE)


def _absolute(text: str, found: Words) -> Words:
    """ "He denied the raid with | the minister saying that …": a participle behind "with" has its own subject."""
    apart = found.text.rfind(" with ")
    return Words.at(text, found.start + apart + len(" with "), found.end) if apart > 0 else found


def _own_subject(text: str, passage: Passage, at: int) -> Words | None:
    """ "The Guild agreed, with | its chairman, Bo Lind, saying …": whom a "with" names before the participle and a comma."""
    k, start = passage.classes, at
    while start > 0 and (k[start - 1] in NOUNS or k[start - 1] == ","):
        start -= 1
    if k[at - 1] != "," or start < 2 or passage.word(start - 1) != "with":
        return None
    return _sound(text, sources.after(text, passage.starts[start], passage.starts[at]))


def _is_passive(kinds: Sequence[str], at: int) -> bool:
    """ "Was confirmed", "as reported"."""
    return "be" in kinds[max(0, at - 3) : at] or kinds[at - 1] == "as"


def _agent(text: str, start: int, is_relayed: bool) -> Words | None:
    """By whom, without to whom ("by the Harbour Board to the Courier"). is_relayed — "as reported by" an outlet credits nobody."""
    found = sources.after(text, start)
    told = found.text.find(" to ") if found else -1
    found = Words.at(text, found.start, found.start + told) if found and told > 0 else found
    return None if found and is_relayed and is_known_outlet(found.text) else _sound(text, found)


def _named(text: str, passage: Passage, found: Words, floor: int) -> Words:
    """In text that lost its commas, the name that a description stands beside."""
    at = passage.after(found.start) if passage.is_stripped else 0
    first = appended(passage, at, floor)
    return Words.at(text, *passage.span(first, at)) if first < at else found


def _shares_subject(passage: Passage, at: int) -> bool:
    """ "… and said", "…, adding", "rose to explain": no subject of its own stands before the cue."""
    k, left = passage.classes, at - 1
    while left > 0 and passage.coarse[left] in ("a", "x", "not"):
        left -= 1
    if left < 0:
        return False
    is_participle = passage.cues[at].form == "ing" and left == at - 1
    is_parted = k[left] in BREAKS or k[left] in PARTING or (passage.is_stripped and k[_past_phrase(k, left)] not in ABSOLUTE)
    return k[left] in ("and", "but", "or", "to") or (is_participle and is_parted)


def _past_phrase(kinds: Sequence[str], at: int) -> int:
    """Before the noun phrase that ends at token `at`."""
    while at > 0 and kinds[at] in NOUNS:
        at -= 1
    return at


def _phrase(text: str, passage: Passage, at: int, floor: int) -> Words | None:
    """The run of nouns that ends right before the cue, where `sources` sees no phrase ("and experts say", "another said")."""
    k, end = passage.classes, at
    while end > 0 and passage.coarse[end - 1] in ("a", "x", "not"):
        end -= 1
    start = end
    while start > 0 and (k[start - 1] in NOUNS or k[start - 1] == "pronoun") and passage.starts[start - 1] >= floor:
        start -= 1
    return Words.at(text, *passage.span(start, end)) if start < end else None


def _subject(text: str, passage: Passage, at: int) -> Words | None:
    """The noun phrase that opens the sentence, what stands before its first comma passed over where that is no noun phrase."""
    k, start = passage.classes, _clause(passage, at) or passage.after(dateline_end(text, passage.starts[0]))
    while start < at and (k[start] in BREAKS or k[start] in ("and", "but", "adverb", "yet", "so")):
        start += 1
    if passage.quoted[start]:
        return None
    if word_class(passage.span(start, start + 1).of(text).lower()) in OPENINGS:
        start = next((i + 1 for i in range(start, at) if k[i] == ","), at)
    verb = next(
        (i for i in range(start + 1, at) if k[i - 1] in HEADS and (k[i] in PAST or passage.word(i) in INVARIANT or _is_present(k, i))), at
    )
    if 1 < verb - start < PLAIN and k[start] != "pronoun" and NOUNS.issuperset(k[start:verb]):
        return _sound(text, Words.at(text, *passage.span(start, verb)))
    return _sound(text, sources.after(text, passage.starts[start], passage.starts[verb])) if start < at else None


def _clause(passage: Passage, at: int) -> int:
    """Where the last clause begins before the cue that has a subject and a verb of its own: "The port shut, and | Ann Roe walked out,
    shouting that …"; 0 where that is the first of the sentence.
    """
    k = passage.classes
    for i in range(at - 1, 1, -1):
        is_joint = k[i] == ";" or (k[i] in ("and", "but") and k[i - 1] == ",")
        start = i + 1
        if is_joint and not passage.quoted[i] and k[start] in SUBJECTS:
            verb = next((j for j in range(start + 1, at) if k[j] in FINITE and not is_attribute(k, j)), 0)
            past = next((j for j in range(start, verb) if k[j] not in NOUNS and k[j] not in BREAKS and k[j] not in LINKS), verb)
            return start if verb and (past == verb or k[past] in ("who", "which")) else 0
    return 0


def _is_present(kinds: Sequence[str], at: int) -> bool:
    """ "The bureau | relies on its members": an -s after a singular, and what only a verb has after it."""
    return (
        kinds[at] == "-s"
        and kinds[at - 1] in ("w", "Cap", "title")
        and (kinds[at + 1] in DETERMINERS or kinds[at + 1] in ("on", "to", "that"))
    )


def _sound(text: str, found: Words | None) -> Words | None:
    return sound(text, found) if found else None
