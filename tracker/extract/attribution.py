"""Where the content of a reporting word begins and ends: its candidates, and what a linear model is told about each.

Four questions are asked of a candidate cue, in this order: does it report speech, and where does the content lie (after it, before it,
around it); where does a content after it begin; where does it end; where does a content before it end and begin. Each answer is the
best of a few places, with its share of probability. Training and reading ask through the same functions, so they see the same features.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tracker.extract.passages import BREAKS, Passage
from tracker.extract.reporting import Cue
from tracker.model import Span
from tracker.text.linear import Weights, score, shares
from tracker.text.wordlists import lines

SIDES = ("none", "after", "before", "around")
BUCKETS = (0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 16, 24, 25)
LENGTHS = [str(max(size for size in BUCKETS if size <= count)) for count in range(26)]


def roles() -> dict[str, frozenset[str]]:
    """Role → the word classes that can play it, from data/clause_roles.txt."""
    found: dict[str, set[str]] = {}
    for line in lines("clause_roles.txt"):
        role, *classes = line.split()
        found.setdefault(role, set()).update(classes)
    return {role: frozenset(classes) for role, classes in found.items()}


ROLES = roles()
FINITE, AUXILIARIES, NOUNS, OPENERS = ROLES["finite"], ROLES["auxiliary"], ROLES["nominal"], ROLES["opener"]
SUBORDINATORS, STARTERS, RELATIVES = ROLES["subordinator"], ROLES["starter"], ROLES["relative"]
ENDERS = ROLES["ender"] | BREAKS
REACH, FAR, WINDOW = 14, 40, 160
"""Tokens looked at beside a cue: every one of the first; those after a mark; at most."""


def length(count: int) -> str:
    return LENGTHS[min(count, 25)]


def side_features(p: Passage, c: int) -> list[str]:
    """What tells whether the cue at token c reports speech, and on which side the content lies."""
    cue, k, q, n = p.cues[c], p.classes, p.quoted, p.last
    i = c - 1
    while i >= 0 and k[i] in AUXILIARIES:
        i -= 1
    chain = " ".join(p.coarse[max(i + 1, c - 3) : c])
    j = c + 1
    while j < n and j < c + 9 and k[j] in NOUNS:
        j += 1
    mark = i
    while mark >= max(0, c - WINDOW) and k[mark] not in BREAKS:
        mark -= 1
    left, left2, right, right2 = k[c - 1], k[c - 2], k[c + 1], k[c + 2]
    subject, frame, lemma = (k[i] if i >= 0 else "^"), cue.frame, cue.lemma
    form = cue.frame + cue.form
    between = p.shape(mark + 1, c)
    ahead = k[c + 1 : c + 8]
    quote_left, quote_right = "Q" in k[max(0, c - WINDOW) : c], "Q" in k[c + 1 : c + WINDOW]
    features = [
        "bias",
        "l=" + lemma,
        "lf=" + lemma + cue.form,
        "f=" + form,
        "-1=" + left,
        "-2=" + left2 + " " + left,
        "+1=" + right,
        "+2=" + right + " " + right2,
        "+3=" + right + " " + right2 + " " + k[c + 3],
        "l+1=" + lemma + " " + right,
        "f+1=" + form + " " + right,
        "f-1=" + form + " " + left,
        "l-1=" + lemma + " " + left,
        "ch=" + chain,
        "fch=" + form + chain,
        "su=" + subject,
        "fsu=" + form + subject,
        "lsu=" + lemma + subject,
        "np=" + str(j - c) + k[j],
        "fnp=" + frame + p.coarse[c + 1] + k[j],
        "mk=" + (k[mark] if mark >= 0 else "^"),
        "bt=" + between,
        "fbt=" + form + between + (k[mark] if mark >= 0 else "^"),
        "mbt=" + (k[mark] if mark >= 0 else "^") + between + "|" + right,
        "bl=" + length(c - mark),
        "pre=" + length(c),
        "post=" + length(n - c),
        "inq=" + str(q[c]),
        f"qs={quote_left}{quote_right}{q[c]}",
        f"fqs={form}{quote_left}{quote_right}",
        "that=" + str("that" in ahead) + frame,
        "ahead=" + p.shape(c + 1, c + 7, 5),
        "^=" + k[0],
        "n=" + str(min(3, len(p.cues))),
    ]
    if any(x in FINITE for x in ahead):
        features.append("fin=" + frame)
    if lemma == ":":
        features.append(":pre=" + p.shape(0, c, 8))
        features.append(":all=" + str(c == mark + 1))
    return features


def after_starts(p: Passage, c: int) -> list[int]:
    """Tokens at which a content after the cue may begin."""
    k, end = p.classes, min(p.last, c + FAR)
    places = list(range(c + 1, min(p.last, c + REACH)))
    places += [i for i in range(c + REACH, end) if k[i - 1] in BREAKS or k[i - 1] == "that"]
    return [i for i in places if k[i] not in BREAKS or k[i] == "("] or places[:1]


def after_start_features(p: Passage, c: int, places: Sequence[int]) -> list[list[str]]:
    """What tells which place begins the content after the cue at token c."""
    cue, k = p.cues[c], p.classes
    frame, lemma, right = cue.frame, cue.lemma, k[c + 1]
    that = next((i for i in range(c + 1, min(p.last, c + FAR)) if k[i] == "that"), 0)
    first_quote = next((i for i in range(c + 1, min(p.last, c + FAR)) if k[i] == "Q"), 0)
    rows = []
    for i in places:
        before, here, following = k[i - 1], k[i], k[i + 1]
        gap = length(i - c - 1)
        between = p.shape(c + 1, i, 5)
        rows.append(
            [
                "d=" + gap,
                "fd=" + frame + gap,
                "ld=" + lemma + gap,
                "b=" + before if i > c + 1 else "b=cue",
                "h=" + here,
                "bh=" + before + " " + here if i > c + 1 else "bh=cue " + here,
                "hf=" + here + " " + following,
                "fb=" + frame + before,
                "fdr=" + frame + gap + right,
                "lh=" + lemma + here,
                "bt=" + between,
                "fbt=" + frame + between,
                "bth=" + between + "|" + here,
                "lbt=" + lemma + between,
                f"that={(i > that) - (i < that) if that else 'no'}{i == that + 1}{frame}",
                f"q={bool(first_quote) and i == first_quote + 1}{before}",
                f"qin={p.quoted[i]}{p.quoted[c]}",
            ]
        )
    return rows


def after_ends(p: Passage, start: int) -> list[int]:
    """Tokens before which a content that begins at start may end; the end of the sentence last."""
    k = p.classes
    tail = min(p.last, start + WINDOW)
    while tail > start + 1 and k[tail - 1] in BREAKS:
        tail -= 1
    return [i for i in range(start + 1, tail) if k[i] in ENDERS and k[i - 1] not in (",", "—", ";", ":", "(")] + [tail]


def after_end_features(p: Passage, c: int, start: int, places: Sequence[int]) -> list[list[str]]:
    """What tells which place ends the content that begins at token start, for the cue at token c."""
    cue, k, q = p.cues[c], p.classes, p.quoted
    frame = cue.frame
    that, opening = k[start - 1] == "that", k[start]
    kind = "that" if that else opening if opening in OPENERS else "-"
    left = next((x for x in reversed(k[max(0, c - WINDOW) : c]) if x in SUBORDINATORS or x in BREAKS), "^")
    relative = any(x in ("who", "which") for x in k[max(0, c - 3) : c])
    sub = next((x for x in reversed(k[max(0, c - WINDOW) : c]) if x in SUBORDINATORS), "^")
    last = places[-1]
    last_cue = max((x for x in range(start + 1, last) if x in p.cues), default=0)
    finite_at = [i for i in range(start, last) if k[i] in FINITE]
    first_finite = finite_at[0] if finite_at else last
    rows = []
    for rank, i in enumerate(places):
        b2, b1, here, n1, n2 = k[i - 2], k[i - 1], k[i], k[i + 1], k[i + 2]
        is_last = i == last
        if is_last:
            here = "END"
        after_comma = n1 if here in BREAKS else here
        commas = p.classes[start:i].count(",")
        rest_cue = last_cue >= i
        rows.append(
            [
                "h=" + here,
                "hn=" + here + " " + n1 if not is_last else "hn=END",
                "hnn=" + here + " " + n1 + " " + n2 if not is_last else "hnn=END",
                "bh=" + b1 + " " + here,
                "bbh=" + b2 + " " + b1 + " " + here,
                "bhn=" + b1 + " " + here + " " + n1,
                "fh=" + frame + here,
                "lh=" + cue.lemma + here,
                "ffh=" + cue.form + here,
                "kh=" + kind + here,
                "fkh=" + frame + kind + here,
                "khn=" + kind + here + n1,
                "lefth=" + left + here,
                "subh=" + sub + here,
                f"rel={relative}{here}",
                "len=" + length(i - start),
                "lenh=" + length(i - start) + here,
                "left=" + length(last - i),
                "lefth2=" + length(last - i) + here,
                f"fin={first_finite < i}{here}",
                f"finb={first_finite < i}{len([x for x in finite_at if x >= i]) > 0}{here}{n1}",
                f"com={min(commas, 3)}{here}",
                f"q={q[i]}{q[start]}{q[i - 1]}{here}",
                f"cue={rest_cue}{here}{after_comma}",
                f"rank={min(rank, 4)}{here}",
                "open=" + opening + here,
                f"inq={q[c]}{here}",
                f"coarse={p.shape(i, min(i + 5, p.last), 4)}" if not is_last else "coarse=END",
            ]
        )
    return rows


def before_ends(p: Passage, c: int) -> list[int]:
    """Tokens before which a content before the cue may end, nearest first."""
    k, low = p.classes, max(1, c - FAR)
    return [i for i in range(c, low - 1, -1) if (i == c or k[i] in BREAKS or c - i < 8) and k[i - 1] not in BREAKS - {")"}] or [c]


def before_end_features(p: Passage, c: int, places: Sequence[int], side: str) -> list[list[str]]:
    """What tells which place ends the content before the cue at token c; side — "before" or "around"."""
    cue, k, q = p.cues[c], p.classes, p.quoted
    frame, right = cue.frame, k[c + 1]
    rows = []
    for i in places:
        here, b1, n1 = (k[i] if i < c else "cue"), k[i - 1], k[i + 1]
        between = p.shape(i, c, 6)
        inner = [x for x in k[i + 1 : c] if x in BREAKS]
        rows.append(
            [
                "h=" + here,
                "sh=" + side + here,
                "hn=" + here + " " + n1,
                "bh=" + b1 + " " + here,
                "fh=" + frame + here,
                "d=" + length(c - i),
                "hd=" + here + length(c - i),
                "bt=" + between,
                "btr=" + between + "|" + right,
                "fbt=" + frame + between,
                f"in={min(3, len(inner))}{here}",
                f"fin={sum(x in FINITE for x in k[i:c])}{here}",
                f"q={q[i - 1]}{q[i]}{q[c]}{here}",
                "r=" + right + here + str(c == i),
                "lr=" + cue.lemma + right + str(c == i),
                "sr=" + side + k[c + 1] + k[c + 2] + str(c == i),
            ]
        )
    return rows


def before_starts(p: Passage, end: int) -> list[int]:
    """Tokens at which a content that ends before token end may begin; the beginning of the sentence first."""
    k, low = p.classes, max(0, end - WINDOW)
    while low < end - 1 and k[low] in BREAKS:
        low += 1
    inner = [i for i in range(low + 1, end) if (k[i - 1] in BREAKS or k[i - 1] in STARTERS or k[i] in RELATIVES) and k[i] not in BREAKS]
    return [low, *inner]


def before_start_features(p: Passage, c: int, end: int, places: Sequence[int], side: str) -> list[list[str]]:
    """What tells which place begins the content that ends before token end, for the cue at token c."""
    cue, k, q = p.cues[c], p.classes, p.quoted
    first_cue = next((x for x in range(places[0], end) if x in p.cues), p.last)
    frame, first, stop = cue.frame, places[0], (k[end] if end < c else "cue")
    rows = []
    for i in places:
        before, here, n1 = (k[i - 1] if i > first else "^"), k[i], k[i + 1]
        finite = any(x in FINITE for x in k[i:end])
        head = any(x in FINITE for x in k[first:i])
        rows.append(
            [
                "b=" + before,
                "bh=" + before + " " + here,
                "bhn=" + before + " " + here + " " + n1,
                "h=" + here + " " + n1,
                "sb=" + side + before,
                "fb=" + frame + before,
                "stb=" + stop + before,
                "len=" + length(end - i) + side,
                "lenb=" + length(end - i) + before,
                "skip=" + length(i - first),
                f"fin={finite}{head}{before}",
                f"q={q[i]}{q[end - 1]}{q[i - 1] if i else 0}{before}",
                f"cue={first_cue < i}{before}",
                "rank=" + str(min(4, places.index(i))) + before,
                "bb=" + (k[i - 2] + " " if i > first + 1 else "^ ") + before + " " + here,
            ]
        )
    return rows


class Attribution(NamedTuple):
    """What one cue was read to report. side — one of SIDES; inverted — the cue follows the content at once (“…,” said X)."""

    cue: Cue
    side: str
    spans: tuple[Span, ...]
    confidence: float
    inverted: bool


def attribute(p: Passage, c: int, models: Mapping[str, Weights], least: float = 0.0) -> Attribution | None:
    """The likeliest reading of the cue at token c, or None where it reports nothing or is less likely than `least`."""
    features = side_features(p, c)
    by_side = shares([score(models["side"], [f"{side}/{feature}" for feature in features]) for side in SIDES])
    at = max(range(1, len(SIDES)), key=by_side.__getitem__)
    side, sure = SIDES[at], by_side[at]
    if sure < least:
        return None
    spans: list[Span] = []
    end = c
    if side != "after":
        end, share = _best(models["before_end"], before_ends(p, c), lambda places: before_end_features(p, c, places, side))
        start, other = _best(models["before_start"], before_starts(p, end), lambda places: before_start_features(p, c, end, places, side))
        spans.append(p.span(start, end))
        sure *= share * other
    if side != "before":
        if not (places := after_starts(p, c)):
            return None
        start, share = _best(models["after_start"], places, lambda places: after_start_features(p, c, places))
        stop, other = _best(models["after_end"], after_ends(p, start), lambda places: after_end_features(p, c, start, places))
        that = start - 1 > c and p.words[start - 1] == "that"
        spans.append(p.span(start - that, stop))
        sure *= share * other
    return (
        Attribution(p.cues[c], side, tuple(spans), sure, side != "after" and all(kind in BREAKS for kind in p.classes[end:c]))
        if sure >= least
        else None
    )


def _best(model: Weights, places: list[int], features: Callable[[list[int]], list[list[str]]]) -> tuple[int, float]:
    """The likeliest of the places and its share."""
    by_place = shares([score(model, row) for row in features(places)])
    at = max(range(len(places)), key=by_place.__getitem__)
    return places[at], by_place[at]
