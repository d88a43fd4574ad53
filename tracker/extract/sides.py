"""Does a candidate cue report speech, and on which side of it does the content lie? What a linear model is told to decide that.

NAMES and `features` go together: the value at one place of a row is the value of the feature named at that place, None where it has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.passages import AUXILIARIES, BREAKS, FINITE, NOUNS, SUBORDINATORS, WINDOW, Passage, length

SIDES = ("none", "after", "before", "around")

COMMENTING = ("say", "tell")
SUBJECT = NOUNS | {"pronoun", "of", "for", "at", "in", "'s"}
ADJUNCTS = frozenset(("in", "on", "at", "by", "during", "after", "before", "day", "adverb", "-ly", "to", "from", "via", "through"))
TRAILING = ("Ving", "-ing", "NUM")
CLAUSAL = FINITE | {"that", "to", "if", "whether", "Q"}
"""Classes that show that more than whom, where and when stands between a cue and the next mark."""

Row = list[str | None]

NAMES = (
    *("lemma", "lemma form", "lemma right", "left two", "right", "subject", "frame phrase", "mark", "form between mark"),
    *("mark between right", "from mark", "to end", "quotes", "form quotes", "ahead", "first", "cues", "finite"),
)


def _trails(kinds: Sequence[str], at: int) -> bool:
    """What follows is no more of the content: "adding …", "1,000 more than …", "three weeks after …"."""
    return kinds[at] in TRAILING or not {"after", "before", "since"}.isdisjoint(kinds[at + 1 : at + 4])


def _subject(p: Passage, end: int) -> int:
    """Where the run of nouns, auxiliaries and abbreviations that ends before token `end` begins."""
    k, start = p.classes, end
    while start > 0 and (
        k[start - 1] in SUBJECT or k[start - 1] in AUXILIARIES or (k[start - 1] == "." and k[start - 2] in ("Cap", "title"))
    ):
        start -= 1
    return start


def is_comment(p: Passage, c: int) -> bool:
    """The cue closes a whole clause as a comment on it: "The road is shut, the mayor, Ann Lind, told reporters on Monday." A finite verb
    stands before the comma at which its subject begins, and nothing but whom, where and when stands between it and the next mark.
    """
    k, cue = p.classes, p.cues[c]
    if cue.frame not in COMMENTING or cue.form not in ("ed", "s"):
        return False
    stop = next((i for i in range(c + 1, p.last) if k[i] in BREAKS), p.last)
    beside = k[c + 1 : stop]
    if k[0] in SUBORDINATORS or not (stop == p.last or k[stop] == "." or (k[stop] == "," and _trails(k, stop + 1))):
        return False
    if not CLAUSAL.isdisjoint(beside) or (cue.frame == "say" and beside and beside[0] not in ADJUNCTS):
        return False
    start = _subject(p, c)
    if start == c and k[c - 1] == ",":
        inner = _subject(p, c - 1)
        start = _subject(p, inner - 1) if inner < c - 1 and k[inner - 1] == "," else c
    if start == c or not start or k[start - 1] != "," or "pronoun" in k[start + 1 : c]:
        return False
    left = [i for i in range(start - 1) if not p.quoted[i]]
    return any(k[i] in FINITE and i not in p.cues for i in left) and not any(i in p.cues and p.cues[i].frame in COMMENTING for i in left)


def features(p: Passage, c: int) -> Row:
    """What is known of the cue at token c, in the order of NAMES."""
    cue, k, coarse, n = p.cues[c], p.classes, p.coarse, p.last
    lemma, form = cue.lemma, cue.frame + cue.form
    i = c - 1
    while i >= 0 and k[i] in AUXILIARIES:
        i -= 1
    j, far = c + 1, min(n, c + 9)
    while j < far and k[j] in NOUNS:
        j += 1
    at, low = i, max(0, c - WINDOW)
    while at >= low and k[at] not in BREAKS:
        at -= 1
    mark, left, right = (k[at] if at >= 0 else "^"), (k[c - 1] if c else "^"), k[c + 1]
    between = p.shape(at + 1, c)
    quotes = "01"[p.first_quote < c] + "01"[p.last_quote > c]
    return [
        lemma,
        lemma + cue.form,
        lemma + right,
        (k[c - 2] if c > 1 else "^") + left,
        right,
        k[i] if i >= 0 else "^",
        cue.frame + coarse[c + 1] + k[j],
        mark,
        form + between + mark,
        mark + between + "|" + right,
        length(c - at),
        length(n - c),
        quotes,
        form + quotes,
        p.shape(c + 1, c + 6),
        k[0],
        length(min(3, len(p.cues))),
        None if FINITE.isdisjoint(k[c + 1 : c + 8]) else cue.frame,
    ]
