"""Credits that no comma parts from their clause, in text that lost its commas: "The road is shut the mayor told reporters on Monday." """

from __future__ import annotations

from typing import Final

from tracker.extract.comments import CLAUSAL, NAMED
from tracker.extract.joints import source_start
from tracker.extract.openings import ADJUNCTS, SAYING, SUBJECT
from tracker.extract.passages import BREAKS, DETERMINERS, FINITE, RELATIVES, Passage

GOING_ON: Final = frozenset(("Ving", "-ing", "without", "but", "while"))
"""What follows a credit and is no more of it: "the mayor said | adding that …"."""
SENTENCE: Final = 10
"""Tokens of a sentence that holds a clause and its credit."""
TIMES: Final = frozenset(("adverb", "-ly", "have"))
"""Classes of words between a subject and its cue."""
CREDITING: Final = SAYING | {"report", "tell", "state", "write", "tweet"}
"""Verbs that end a sentence as its credit, and whose forms are no nouns: "claims", "protests" are."""
TURNED: Final = ("say", "add", "warn", "tweet")
"""Verbs whose subject may follow them and what was said."""
NAMES: Final = frozenset(("Cap", "title"))
CLAUSE_BEGINS: Final = frozenset(("and", "but", "while", "though", "although", "that", "as", "when", "after", "before", "day"))


def trails(p: Passage, c: int) -> bool:
    """Whether the cue at token c can only comment on the clause before it: it ends its sentence but for whom, where and when, and a subject
    stands beside it. Never in text with commas.
    """
    k, cue = p.classes, p.cues[c]
    if not p.is_stripped or not any(k[i] in FINITE and i not in p.cues for i in range(c)):
        return False
    if cue.frame == "according":
        return FINITE.isdisjoint(k[c + 1 : p.last])
    if cue.lemma not in CREDITING or not (cue.form in ("ed", "s") or (cue.form == "base" and k[c - 1] in ("-s", "title"))):
        return False
    return is_inverted(p, c) or _ends_its_sentence(p, c)


def is_credited(p: Passage) -> bool:
    """A whole sentence, of a text too short to tell whether it lost its commas, ends in a credit: the form says where its source begins."""
    is_sentence = p.last >= SENTENCE and p.classes[p.last - 1] == "."
    return is_sentence and any(trails(p, c) and credited_clause(p, c) for c in p.cues)


def is_inverted(p: Passage, c: int) -> bool:
    """ "The road is shut said Mayor Ann Lind who walked it.": the subject follows the cue, and no clause."""
    k = p.classes
    stop = next((i for i in range(c + 1, p.last) if k[i] in ("who", "which", ".")), p.last)
    is_turned = p.cues[c].lemma in TURNED and stop > c + 1 and k[c + 1] in NAMED and k[c - 1] not in SUBJECT and k[c - 1] not in RELATIVES
    return is_turned and CLAUSAL.isdisjoint(k[c + 1 : stop])


def credited_clause(p: Passage, c: int) -> int:
    """Before which token the clause ends that the trailing cue at token c comments on; 0 where its form does not tell."""
    if p.cues[c].frame == "according" or is_inverted(p, c):
        return c
    start = source_start(p, c)
    return start if any(p.classes[i] in FINITE and i not in p.cues for i in range(start)) else 0


def _ends_its_sentence(p: Passage, c: int) -> bool:
    k, at = p.classes, c - 1
    stop = next((i for i in range(c + 1, p.last) if k[i] in GOING_ON), p.last)
    rest = [kind for kind in k[c + 1 : stop] if kind != "."]
    while at > 0 and k[at] in TIMES:
        at -= 1
    is_told = p.cues[c].frame == "tell" or not rest or (rest[0] in ADJUNCTS and rest[0] != "by")
    finite = CLAUSAL - {"-ed"} if rest and rest[0] in ADJUNCTS else CLAUSAL  # "in a revised toll"
    return is_told and finite.isdisjoint(rest) and (k[at] in SUBJECT or k[at] == ")")


def appended(p: Passage, start: int, floor: int) -> int:
    """Where the name begins that the description at token `start` stands beside ("Ann Lind | a nurse in the port said"), else `start`.

    The name opens its clause, so that no verb can be left for it. floor — nothing before this offset is looked at.
    """
    k, first = p.classes, start
    if k[start] not in DETERMINERS:
        return start
    while first > 0 and k[first - 1] in NAMES and p.starts[first - 1] >= floor:
        first -= 1
    is_first = first == 0 or p.starts[first - 1] < floor or k[first - 1] in BREAKS or k[first - 1] in CLAUSE_BEGINS
    return first if is_first and start - first > 1 else start
