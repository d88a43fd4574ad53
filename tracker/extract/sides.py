"""Does a candidate cue report speech, and on which side of it does the content lie? What a linear model is told to decide that.

NAMES and `features` go together: the value at one place of a row is the value of the feature named at that place, None where it has none.
"""

from __future__ import annotations

from tracker.extract.passages import AUXILIARIES, BREAKS, FINITE, NOUNS, WINDOW, Passage, length

SIDES = ("none", "after", "before", "around")

Row = list[str | None]

NAMES = (
    *("bias", "lemma", "lemma form", "form", "left", "left two", "right", "right two", "right three", "lemma right", "form right"),
    *("form left", "lemma left", "chain", "form chain", "subject", "form subject", "lemma subject", "phrase", "frame phrase", "mark"),
    *("between", "form between mark", "mark between right", "from mark", "from start", "to end", "quotes", "form quotes", "that"),
    *("ahead", "first", "cues", "finite", "colon", "colon alone"),
)


def features(p: Passage, c: int) -> Row:
    """What is known of the cue at token c, in the order of NAMES."""
    cue, k, q, n = p.cues[c], p.classes, p.quoted, p.last
    lemma, frame, form = cue.lemma, cue.frame, cue.frame + cue.form
    i = c - 1
    while i >= 0 and k[i] in AUXILIARIES:
        i -= 1
    chain = "".join(p.coarse[max(i + 1, c - 3) : c])
    j, far = c + 1, min(n, c + 9)
    while j < far and k[j] in NOUNS:
        j += 1
    at, low = i, max(0, c - WINDOW)
    while at >= low and k[at] not in BREAKS:
        at -= 1
    mark, subject = (k[at] if at >= 0 else "^"), (k[i] if i >= 0 else "^")
    left, left2, right, right2 = k[c - 1] if c else "^", k[c - 2] if c > 1 else "^", k[c + 1], k[c + 2]
    ahead = k[c + 1 : c + 8]
    between = p.shape(at + 1, c)
    quotes = "01"[p.first_quote < c] + "01"[p.last_quote > c] + "01"[q[c]]
    is_colon = lemma == ":"
    return [
        "",
        lemma,
        lemma + cue.form,
        form,
        left,
        left2 + left,
        right,
        right + " " + right2,
        right + " " + right2 + k[c + 3],
        lemma + right,
        form + right,
        form + left,
        lemma + left,
        chain,
        form + chain,
        subject,
        form + subject,
        lemma + subject,
        length(j - c) + k[j],
        frame + p.coarse[c + 1] + k[j],
        mark,
        between,
        form + between + mark,
        mark + between + "|" + right,
        length(c - at),
        length(c),
        length(n - c),
        quotes,
        form + quotes,
        frame + "01"["that" in ahead],
        p.shape(c + 1, c + 6),
        k[0],
        length(min(3, len(p.cues))),
        frame if not FINITE.isdisjoint(ahead) else None,
        p.shape(0, c) if is_colon else None,
        "01"[c == at + 1] if is_colon else None,
    ]
