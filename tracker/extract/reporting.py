"""Words that may report speech: every form of the reporting verbs, "according to", a colon after a name.

It finds candidates only, fast and in text order; whether one reports speech here is for `attribution` to judge.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, compress, count
from typing import Final, NamedTuple

from tracker.extract.verbs import QUOTE, verbs
from tracker.text.known import Known


class Cue(NamedTuple):
    """A candidate: where it stands, its lemma, the frame it opens, its form (base, s, ed, ing, en; "" for what is no verb)."""

    start: int
    end: int
    lemma: str
    frame: str
    form: str


@cache
def lexicon() -> dict[str, tuple[str, str, str]]:
    """Word → (lemma, frame, form), for what reports without a quotation beside it; the first line of the table that names a form wins."""
    table: dict[str, tuple[str, str, str]] = {}
    for verb in verbs():
        if not verb.is_noun and verb.frame != QUOTE:
            table.setdefault(verb.word, (verb.lemma, verb.frame, verb.form))
    table |= {word.capitalize(): entry for word, entry in table.items()}
    return table | {":": (":", ":", ""), "according": ("according to", "according", ""), "According": ("according to", "according", "")}


PLACE: Final = re.compile(r"[A-Za-z]+|:(?=\s)")


def _cut(run: str) -> tuple[Cue, ...]:
    """The candidates between two blanks, counted from the first."""
    table = lexicon()
    return tuple(Cue(m.start(), m.end(), *table[m.group()]) for m in PLACE.finditer(run + " ") if m.group() in table)


RUNS: Final = Known(_cut)


def candidates(text: str) -> list[Cue]:
    """Every candidate of the text, in order. A verb counts in lower case or with a capital, not in capitals throughout."""
    runs = text.split(" ")
    held = [RUNS[run] for run in runs]
    ends = accumulate(map(len, runs))
    found: list[Cue] = []
    for i, end, cues in compress(zip(count(), ends, held), held):
        at = i + end - len(runs[i])
        for start, stop, lemma, frame, form in cues:
            if at + stop < len(text) or lemma != ":":
                found.append(Cue(at + start, at + stop, lemma, frame, form))
    return found
