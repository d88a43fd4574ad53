"""Does a candidate cue report speech, and on which side of it does the content lie? What a linear model is told to decide that.

NAMES and `features` go together: the value at one place of a row is the value of the feature named at that place, None where it has none.
"""

from __future__ import annotations

from typing import Final

from tracker.extract.passages import AUXILIARIES, BREAKS, FINITE, NOUNS, WINDOW, Passage, length

SIDES: Final = ("none", "after", "before", "around")

Row = list[str | None]

NAMES: Final = (
    *("lemma", "lemma form", "lemma right", "left two", "right", "subject", "frame phrase", "mark", "form between mark"),
    *("mark between right", "from mark", "to end", "quotes", "form quotes", "ahead", "first", "cues", "finite"),
    *("clauses", "lemma clauses", "clauses between"),
)


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
    stop, far = c + 1, min(n, c + WINDOW)
    while stop < far and k[stop] not in BREAKS:
        stop += 1
    clauses = "01"[at > 0 and not FINITE.isdisjoint(k[low:at])] + "01"[not FINITE.isdisjoint(k[c + 1 : stop])] + mark
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
        cue.frame + clauses,
        lemma + clauses,
        clauses + between,
    ]
