"""Where the content of a cue may begin and end, and what a linear model is told of each such place.

Four questions, each with its candidate places and, for every place, a row of feature values in the order of its NAMES: where a content
after the cue begins (`AFTER_START`) and ends, where a content before the cue ends and begins. A place is the number of a token.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracker.extract.joints import is_joint
from tracker.extract.openings import BEGINNING, PLACING, addressed, opened, past_nouns
from tracker.extract.passages import (
    BREAKS,
    ENDERS,
    FAR,
    FINITE,
    LENGTHS,
    NOUNS,
    REACH,
    RELATIVES,
    STARTERS,
    SUBORDINATORS,
    WINDOW,
    Passage,
)
from tracker.extract.sides import Row

ADDRESSED: Final = frozenset(("Cap", "article", "pronoun", "possessive"))
"""After a verb of telling these begin whom was told."""
SUBJECTS: Final = NOUNS | {"pronoun"}
CLAUSES: Final = BEGINNING | {"Cap", "title"}
"""What stands right before a verb of saying, and what behind it can only begin what was said ("Lund said | Ann Roe had …")."""
JOINING: Final = frozenset((";", "while", "but", "and"))
SPEAKING: Final = NOUNS | {"pronoun", "at", "in", "for", "'s"}
PASSED: Final = SPEAKING | {"adverb", "-ly", "while", "but", "and", "where", ","}
THOUGHT: Final = frozenset(("thinks", "think", "believes", "believe", "thought", "believed"))
PUT: Final = frozenset(("put", "puts", "estimated", "estimates"))
MARKERS: Final = SUBORDINATORS | BREAKS

SHOWN: Final = 8
"""Tokens between a cue and the beginning of its content that are looked at."""
AFTER_START: Final = (
    *("gap", "lemma gap", "before", "before here", "here next", "frame before", "frame gap right", "lemma here", "between"),
    *("that", "quote"),
)
AFTER_END: Final = (
    *("here next two", "before here next", "rest", "lemma here", "mark here", "length", "finite"),
    *("finite both", "commas", "quotes", "cue", "rank"),
)
BEFORE_END: Final = ("side here", "here next", "before here", "gap", "between", "finite", "quotes")
BEFORE_START: Final = ("before here", "two before here", "stop before", "length", "finite", "quotes", "cue")


def after_starts(p: Passage, c: int) -> list[int]:
    """Where a content after the cue at token c may begin, nearest first; empty where the passage ends with the cue."""
    k, near, far = p.classes, min(p.last, c + (FAR if p.is_stripped else REACH)), min(p.last, c + FAR)
    that = opened(p, c)
    if that and k[that + 1] not in BREAKS:
        start = that + (k[that] == "that")
        return [start] if start < p.last else []
    if clause := addressed(p, c) or (_past_source(p, c) if p.is_stripped and p.cues[c].frame == "according" else 0):
        return [clause]
    if _begins(p, c):
        return [c + 1]
    places = [*range(c + 1, near), *(i for i in range(near, far) if k[i - 1] in BREAKS or k[i - 1] == "that")]
    found = [i for i in places if k[i] not in BREAKS or k[i] == "("] or places[:1]
    return found[1:] if p.cues[c].frame == "tell" and found[1:] and k[c + 1] in ADDRESSED else found


def _begins(p: Passage, c: int) -> bool:
    """What was said begins right behind the cue at token c: a subject before it and a noun phrase behind it that is no day; or figures."""
    k = p.classes
    if p.is_stripped or c < 1 or c not in p.cues or p.cues[c].frame != "say" or k[c + 2] in BREAKS:
        return False
    return (k[c - 1] in SUBJECTS and k[c + 1] in CLAUSES) or (k[c - 1] == "," and p.word(c + 1).isdigit())


def _past_source(p: Passage, c: int) -> int:
    """Where the clause begins after "according to" and a source, by the first word that can only begin a noun phrase; 0 where none does."""
    k, i = p.classes, past_nouns(p, c + 2)
    while i > c + 2 and k[i] in PLACING:
        i = past_nouns(p, i + 1)
    return i if i > c + 2 and k[i] in BEGINNING else 0


def after_start_rows(p: Passage, c: int, places: list[int]) -> Iterator[Row]:
    cue, k = p.cues[c], p.classes
    frame, lemma, right = cue.frame, cue.lemma, k[c + 1]
    beside, shapes = k[c + 1 : min(p.last, c + FAR)], p.shapes(c + 1, SHOWN)
    that = c + 1 + beside.index("that") if "that" in beside else 0
    quote = c + 1 + beside.index("Q") if "Q" in beside else 0
    for i in places:
        here, gap = k[i], LENGTHS[i - c - 1]
        before = k[i - 1] if i > c + 1 else "cue"
        yield [
            gap,
            lemma + gap,
            before,
            before + " " + here,
            here + " " + k[i + 1],
            frame + before,
            frame + gap + right,
            lemma + here,
            shapes[min(i - c - 1, SHOWN)],
            frame + (("<" if i < that else "=" if i == that else "+" if i == that + 1 else ">") if that else ""),
            before + "1" if quote and i == quote + 1 else before,
        ]


def after_ends(p: Passage, start: int) -> list[int]:
    """Before which token a content that begins at `start` may end, in text order; the end of the passage last."""
    k, tail = p.classes, min(p.last, start + WINDOW)
    while tail > start + 1 and k[tail - 1] in BREAKS:
        tail -= 1
    tail = next((i for i in range(start + 1, tail) if k[i] in JOINING and (k[i] != "and" or k[i - 1] == ",") and _turns(p, i)), tail)
    tail = next((i for i in range(start + 1, tail) if _goes_on_doing(p, start, i)), tail)
    first = start + 1
    if k[start - 1] == "that" or _begins(p, start - 1):
        verb = next((i for i in range(start, tail) if k[i] in FINITE or (k[i] == "Ving" and k[i - 1] == ",")), start)
        first = verb + 1 if k[verb] in FINITE else first
    if k[start - 1] == "that":
        first = max([first, *(i + 2 for i in range(start + 1, tail) if k[i] == "that" and _is_joined(k, i))])
    return [i for i in range(first, tail) if k[i] in ENDERS and k[i - 1] not in (",", "—", ";", ":", "(")] + [tail]


def _is_joined(kinds: list[str], at: int) -> bool:
    """The "that" of a further clause of what was said: "said that the road was shut, | that nine had died, and | that it would open"."""
    before = at - 1 - (kinds[at - 1] in ("and", "but", "or"))
    return kinds[before] == "," and kinds[at + 1] not in FINITE and kinds[at + 1] not in BREAKS


def _goes_on_doing(p: Passage, start: int, at: int) -> bool:
    """The content from `start` on has had no verb before its quotation ended, so the one after "and" is of who speaks: "described the
    fire as “one too many” | and directed that …".
    """
    k = p.classes
    return k[at] == "and" and k[at - 1] == "Q" and (k[at + 1] in FINITE or at + 1 in p.cues) and FINITE.isdisjoint(k[start:at])


def _turns(p: Passage, at: int) -> bool:
    """After the word or mark at `at` somebody else speaks, or the writer: what is reported holds no "I"."""
    return p.word(at + 1) == "I" or _is_spoken(p, at)


def _is_spoken(p: Passage, at: int) -> bool:
    """After the word or mark at `at` somebody else speaks: a subject and a cue ("…; the army says", "… while police said"), whatever is
    said of the subject between two commas ("…, and a doctor, who gave no name, put the dead at 40").
    """
    k, i = p.classes, at + 1
    while i < p.last and k[i] in PASSED:
        i += 1
    if k[i - 1] in SPEAKING and _speaks(p, i):
        return True
    comma = next((j for j in range(at + 2, i + 1) if k[j] == "," and k[j - 1] in SPEAKING), 0)
    if not comma or (k[comma + 1] not in ("who", "which", "whose") and not FINITE.isdisjoint(k[comma + 1 : i])):
        return False
    return any(k[j] == "," and _speaks(p, j + 1) for j in range(comma + 1, min(p.last, comma + FAR)) if ";" not in k[comma:j])


def _speaks(p: Passage, at: int) -> bool:
    """A cue that puts a claim forward, or a verb that puts a number on something, is the token at `at`."""
    cue = p.cues.get(at)
    if cue is None:
        ahead = p.classes[at : at + REACH]
        return (p.word(at) in PUT and "at" in ahead and "NUM" in ahead) or (p.word(at) in THOUGHT and p.classes[at + 1] in CLAUSES)
    return cue.frame in ("say", "tell") and cue.form in ("ed", "s", "base") and not p.quoted[at]


def after_end_rows(p: Passage, c: int, start: int, places: list[int]) -> Iterator[Row]:
    cue, k, q = p.cues[c], p.classes, p.quoted
    lemma, last = cue.lemma, places[-1]
    mark = next((k[i] for i in range(c - 1, max(-1, c - WINDOW), -1) if k[i] in MARKERS), "^")
    finite = [i for i in range(start, last) if k[i] in FINITE]
    first_finite, last_finite = (finite[0], finite[-1]) if finite else (last, 0)
    last_cue = max((i for i in p.cues if start < i < last), default=0)
    quoted, commas, counted = "01"[q[start]], 0, start
    for rank, i in enumerate(places):
        commas, counted = commas + k[counted:i].count(","), i
        here, n1, n2 = ("END", "", "") if i == last else (k[i], k[i + 1], k[i + 2])
        here_next, done = here + " " + n1, "1" if first_finite < i else "0"
        yield [
            here_next + " " + n2,
            k[i - 1] + " " + here_next,
            LENGTHS[last - i],
            lemma + here,
            mark + " " + here,
            LENGTHS[i - start],
            done + here,
            done + ("1" if last_finite >= i else "0") + here_next,
            "0123"[commas if commas < 3 else 3] + here,
            quoted + "01"[q[i]] + "01"[q[i - 1]] + here,
            ("1" if last_cue >= i else "0") + here + " " + (n1 if here in BREAKS else here),
            "01234"[rank if rank < 4 else 4] + here,
        ]


def before_ends(p: Passage, c: int) -> list[int]:
    """Before which token a content before the cue at token c may end, nearest to the cue first.

    Where no name or noun follows the cue, or one that can only be told something, its subject stands before it: “…, Ann Smit, who runs
    it, said.” does not end at the last comma.
    """
    k, low = p.classes, max(1, c - FAR)
    places = [i for i in range(c, low - 1, -1) if (i == c or k[i] in BREAKS or c - i < 8) and (k[i - 1] not in BREAKS or k[i - 1] == ")")]
    if p.is_stripped:
        places = [i for i in range(c, low - 1, -1) if i == c or is_joint(p, i, c)]
    if p.cues[c].form and (p.cues[c].frame == "tell" or (k[c + 1] not in NOUNS and k[c + 1] != "pronoun")):
        places = [i for i in places if not BREAKS.issuperset(k[i:c])]
    return places or [c]


def before_end_rows(p: Passage, c: int, side: str, places: list[int]) -> Iterator[Row]:
    k, q = p.classes, p.quoted
    finite, seen = 0, c
    for i in places:
        finite, seen = finite + sum([x in FINITE for x in k[i:seen]]), i
        here = "cue" if i == c else k[i]
        yield [
            side + here,
            here + " " + k[i + 1],
            k[i - 1] + " " + here,
            LENGTHS[c - i],
            p.shape(i, c),
            LENGTHS[finite] + here,
            "01"[q[i - 1]] + "01"[q[i]] + "01"[q[c]] + here,
        ]


def before_starts(p: Passage, end: int) -> list[int]:
    """Where a content that ends before token `end` may begin, in text order; the beginning of the passage first."""
    k, low = p.classes, max(0, end - WINDOW)
    while low < end - 1 and k[low] in BREAKS:
        low += 1
    inner = [i for i in range(low + 1, end) if (k[i - 1] in BREAKS or k[i - 1] in STARTERS or k[i] in RELATIVES) and k[i] not in BREAKS]
    return [low, *inner]


def before_start_rows(p: Passage, c: int, end: int, places: list[int]) -> Iterator[Row]:
    k, q = p.classes, p.quoted
    first, stop = places[0], (k[end] if end < c else "cue")
    first_cue = min((i for i in p.cues if first <= i < end), default=p.last)
    finite = [i for i in range(first, end) if k[i] in FINITE]
    first_finite, last_finite = (finite[0], finite[-1]) if finite else (end, -1)
    last_quoted = "01"[q[end - 1]]
    for i in places:
        before, before2 = (k[i - 1] if i > first else "^"), (k[i - 2] if i > first + 1 else "^")
        before_here = before + " " + k[i]
        yield [
            before_here,
            before2 + " " + before_here,
            stop + " " + before,
            LENGTHS[end - i],
            "01"[last_finite >= i] + "01"[first_finite < i] + before,
            "01"[q[i]] + last_quoted + ("01"[q[i - 1]] if i else "0") + before,
            "01"[first_cue < i] + before,
        ]
