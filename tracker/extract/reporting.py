"""Words that may report speech: every form of the reporting verbs, "according to", a colon after a name.

It finds candidates only, fast and in text order; whether one reports speech here is for `attribution` to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tracker.text.known import Known
from tracker.text.wordlists import lines


class Cue(NamedTuple):
    """A candidate: where it stands, its lemma, the frame it opens, its form (base, s, ed, ing, en; "" for what is no verb)."""

    start: int
    end: int
    lemma: str
    frame: str
    form: str


ENTRY = re.compile(r"([a-z]+)(?:\(([^)]*)\))?(~?)")


def forms_of(lemma: str, irregular: str) -> Iterator[tuple[str, str]]:
    """(word, form) for the forms of a verb; "+" doubles its last consonant, "told" or "wrote/written" are its past forms."""
    yield lemma, "base"
    stem = lemma + lemma[-1] if irregular == "+" else lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    es = lemma.endswith(("s", "sh", "ch", "x", "z"))
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    yield (lemma[:-1] + "ies" if y else lemma + "es" if es else lemma + "s"), "s"
    yield stem + "ing", "ing"
    past = lemma + "d" if lemma.endswith("ee") else stem + "ed"
    if irregular and irregular != "+":
        past, _, participle = irregular.partition("/")
        if participle:
            yield participle, "en"
    yield (lemma[:-1] + "ied" if y and not irregular else past), "ed"


@cache
def lexicon() -> dict[str, tuple[str, str, str]]:
    """Word → (lemma, frame, form), from data/reporting_verbs.txt; the first line that names a form wins."""
    table: dict[str, tuple[str, str, str]] = {}
    for line in lines("reporting_verbs.txt"):
        frame, _, rest = line.partition(" ")
        for lemma, irregular, noun in ENTRY.findall(rest):
            for word, form in forms_of(lemma, irregular):
                if not (noun and form in ("base", "s")):
                    table.setdefault(word, (lemma, frame, form))
    table |= {word.capitalize(): entry for word, entry in table.items()}
    return table | {":": (":", ":", ""), "according": ("according to", "according", ""), "According": ("according to", "according", "")}


PLACE = re.compile(r"[A-Za-z]+|:(?=\s)")


def _cut(run: str) -> tuple[Cue, ...]:
    """The candidates between two blanks, counted from the first."""
    table = lexicon()
    return tuple(Cue(m.start(), m.end(), *table[m.group()]) for m in PLACE.finditer(run + " ") if m.group() in table)


RUNS = Known(_cut)


def candidates(text: str) -> Iterator[Cue]:
    """Every candidate of the text, in order. A verb counts in lower case or with a capital, not in capitals throughout."""
    at = 0
    for run in text.split(" "):
        for start, end, *entry in RUNS[run]:
            if at + end < len(text) or entry[0] != ":":
                yield Cue(at + start, at + end, *entry)
        at += len(run) + 1
