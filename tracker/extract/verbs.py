"""The verbs that report: every form with its lemma, the frame it opens and what it does to what it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tracker.model import Polarity
from tracker.text.wordlists import lines

NOUNS: Final = ("base", "s")
"""Forms of a verb that a noun has too."""
QUOTE: Final = "quote"
"""The frame of verbs that report only beside a quotation."""
ENTRY: Final = re.compile(r"([a-z]+)(?:\(([^)]*)\))?(~?)(-?)")


class Verb(NamedTuple):
    """One form of a verb.

    frame    what it opens (data/reporting_verbs.txt); form — base, s, ed, ing, en
    is_noun     so printed it is a noun more often than a verb
    is_topical  it introduces no words, only what was spoken of ("discuss")
    """

    word: str
    lemma: str
    frame: str
    form: str
    polarity: Polarity
    is_noun: bool
    is_topical: bool


@cache
def verbs() -> tuple[Verb, ...]:
    """Every form, in the order of the file."""
    found: list[Verb] = []
    for line in lines("reporting_verbs.txt"):
        frame, _, rest = line.partition(" ")
        frame, _, polarity = frame.partition(":")
        said = Polarity(polarity or Polarity.ASSERTS)
        for lemma, irregular, noun, topic in ENTRY.findall(rest):
            forms = forms_of(lemma, irregular)
            found += [Verb(word, lemma, frame, form, said, bool(noun) and form in NOUNS, bool(topic)) for word, form in forms]
    return tuple(found)


def forms_of(lemma: str, irregular: str) -> Iterator[tuple[str, str]]:
    """(word, form) for the forms of a verb; "+" doubles its last consonant, "told" or "wrote/written" are its past forms."""
    yield lemma, "base"
    stem = lemma + lemma[-1] if irregular.startswith("+") else lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    es = lemma.endswith(("s", "sh", "ch", "x", "z", "o"))
    y = lemma.endswith("y") and lemma[-2] not in "aeiou"
    yield (lemma[:-1] + "ies" if y else lemma + "es" if es else lemma + "s"), "s"
    yield stem + "ing", "ing"
    past = lemma + "d" if lemma.endswith("ee") else stem + "ed"
    if irregular := irregular.lstrip("+"):
        past, _, participle = irregular.partition("/")
        if participle:
            yield participle, "en"
    yield (lemma[:-1] + "ied" if y and not irregular else past), "ed"
