"""Wording variants of one quotation, one quotation credited to two speakers, and quotations reprinted word for word.

Two quotations are variants where a sentence of the one gives, in the same order, enough of the content words of a sentence of the other:
translations and retellings keep the words that carry the message and change those between them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from tracker.compare import words
from tracker.compare.filing import ALWAYS, WIDTH, head, merged, parts
from tracker.compare.margins import margins
from tracker.model import ChangeKind, Kind, QuoteVariant, Statement, VariantKind
from tracker.text.wording import changes

SHARED = 4
"""Content words in common below which two sentences have too little to go by; two of them must be more than words of telling."""
VERBATIM = 95.0
"""Similarity from which a quotation is a reprint."""
MET = 2
"""What keys in common must be worth for two sentences to be compared: one with a rare word is worth two."""
STRETCH = 14
"""Days in a stretch; a quotation meets those of its own stretch, the one before and the one after."""
UNDATED = ALWAYS
EVER = 0
"""In place of a stretch: of what is repeated years later."""
TELLING = 1 << WIDTH
"""The bit of a key that holds a rare word, or all the words of its sentence."""
T = TypeVar("T")

QUOTED = re.compile(r"[“\"«]([^”\"»]{3,})")
"""What stands in quotation marks: the words around them in mixed speech are the reporter's."""
END = re.compile(r"(?<=[.?!;])\s+")
NAME = re.compile(r"(?<!^)\b[A-Z][\w’'-]*")
"""Names are left out: two people who speak of a third have not said one thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """spots — of the keys of its words, before the stretch of days is in them; whole — of the key of all its words together."""

    statement: Statement
    day: dt.date | None
    text: str
    stems: tuple[str, ...]
    spots: tuple[int, ...]
    whole: int

    def filed(self) -> list[int]:
        """Within a stretch of days each two words that follow one another or have one between them, which retelling keeps and few other
        sentences hold; and all its words, for what is repeated years later. What has no day meets what has none.
        """
        stretch = 1 + self.day.toordinal() // STRETCH if self.day else UNDATED
        return [*(spot | stretch for spot in self.spots), self.whole | EVER]


def keys(statement: Statement, day: dt.date | None) -> tuple[int, ...]:
    """Keys that a quotation is filed under. day — its article's."""
    return tuple({key: None for one in sentences(statement, day) for key in one.filed()})


def ranges(keys: Iterable[int]) -> list[tuple[int, int]]:
    """First and last key of each stretch of keys under which those quotations are filed that may meet one filed under these; in order,
    none overlapping another.
    """
    return merged((spot | max(at - 1, EVER), spot | min(at + 1, ALWAYS)) for spot, at in map(parts, sorted(keys)))


def meetings(keys_by_quotation: Mapping[str, Iterable[int]], found: Iterable[tuple[T, int]]) -> dict[str, list[T]]:
    """For each quotation those that it meets, where there are any. found — others, each with a key that it is filed under."""
    filed: dict[int, list[tuple[T, int]]] = {}
    file(filed, found)
    return {one: others for one, keys in keys_by_quotation.items() if (others := met(keys, filed))}


def acquainted(articles: Iterable[Mapping[str, Iterable[int]]]) -> set[str]:
    """The quotations that meet one of another of these articles. articles — of each its quotations with their keys."""
    filed: dict[int, list[tuple[str, int]]] = {}
    near: set[str] = set()
    for quotations in articles:
        for one, keys in quotations.items():
            if others := met(keys, filed):
                near.update((one, *others))
        file(filed, ((one, key) for one, keys in quotations.items() for key in keys))
    return near


def file(filed: dict[int, list[tuple[T, int]]], found: Iterable[tuple[T, int]]) -> None:
    """Under the spot of each key, with the stretch."""
    for one, key in found:
        filed.setdefault(key & ~ALWAYS, []).append((one, key & ALWAYS))


def met(keys: Iterable[int], filed: Mapping[int, Iterable[tuple[T, int]]]) -> list[T]:
    """Those whose keys, shared within a stretch, are worth enough."""
    worth: dict[T, int] = {}
    for key in keys:
        for other, its in filed.get(key & ~ALWAYS, ()):
            if -1 <= (key & ALWAYS) - its <= 1:
                worth[other] = worth.get(other, 0) + (2 if key & TELLING else 1)
    return [other for other, total in worth.items() if total >= MET]


def together(stems: Sequence[str]) -> tuple[int, ...]:
    """The spots of each two words that stand together."""
    pairs = {
        f"{a} {b}": max(words.weight(a), words.weight(b)) for later in (stems[1:], stems[2:]) for a, b in zip(stems, later, strict=False)
    }
    return tuple(spot(pair, weight > 1) for pair, weight in pairs.items())


def spot(label: str, is_telling: bool) -> int:
    return head(label) & ~TELLING | TELLING * is_telling


def variants(new: Sequence[Statement], neighbours: Iterable[Statement], days: Mapping[str, dt.date | None]) -> tuple[QuoteVariant, ...]:
    """Variants among the new statements and between them and their neighbours, the closest first; one for each two statements.

    days — article id → day of publication; where both days are known, quotations far apart in time are variants only if verbatim.
    """
    best: dict[tuple[str, str], QuoteVariant] = {}
    fresh = {statement.id for statement in new}
    filed: dict[int, list[tuple[Sentence, int]]] = {}
    for statement in (*(s for s in neighbours if s.id not in fresh), *new):
        for one in sentences(statement, days.get(statement.article)):
            if statement.id in fresh:
                for other in met(one.filed(), filed):
                    if other.statement.article != one.statement.article:
                        keep(best, compared(other, one))
            file(filed, ((one, key) for key in one.filed()))
    return tuple(sorted(best.values(), key=lambda variant: (-variant.similarity, variant.statements)))


def keep(best: dict[tuple[str, str], QuoteVariant], found: QuoteVariant | None) -> None:
    if found:
        first, second = sorted(found.statements)
        best[first, second] = max(best.get((first, second), found), found, key=lambda variant: variant.similarity)


def sentences(statement: Statement, day: dt.date | None) -> list[Sentence]:
    """The sentences of a quotation that are long enough to compare; none of indirect speech, whose wording is the reporter's."""
    if statement.kind not in (Kind.DIRECT, Kind.MIXED):
        return []
    return [Sentence(statement, statement.said_on or day, *told) for told in parted(statement.content, statement.kind is Kind.MIXED)]


@lru_cache(maxsize=1_000)
def parted(content: str, is_mixed: bool) -> tuple[tuple[str, tuple[str, ...], tuple[int, ...], int], ...]:
    """Each sentence that is long enough, with its stems and the spots of its keys."""
    quoted = QUOTED.findall(content) if is_mixed else []
    parts = [part.strip() for text in quoted or [content] for part in END.split(text)]
    found = [(part, tuple(words.stems(NAME.sub(" ", part)))) for part in parts]
    return tuple((part, stems, together(stems), spot(f"all {' '.join(stems)}", True)) for part, stems in found if len(stems) >= SHARED)


def compared(a: Sentence, b: Sentence) -> QuoteVariant | None:
    """The variant that the two sentences are, the earlier first; None where they have too little in common."""
    a, b = sorted((a, b), key=lambda s: (str(s.day), s.statement.article, s.statement.span))
    likeness = fuzz.ratio(a.text.casefold(), b.text.casefold())
    same = not (a.statement.speaker and b.statement.speaker) or speaker(a) == speaker(b)
    if likeness >= VERBATIM:
        return variant(VariantKind.ECHO if same else VariantKind.ATTRIBUTION, a, b, likeness)
    m = margins()
    overlap = in_order(a.stems, b.stems)
    if overlap < (m.quotation_same_speaker if same else m.quotation_other_speaker) or far_apart(a, b):
        return None
    return variant(VariantKind.WORDING if same else VariantKind.ATTRIBUTION, a, b, 100 * overlap)


def speaker(sentence: Sentence) -> str | None:
    return sentence.statement.speaker_id or sentence.statement.speaker


def far_apart(a: Sentence, b: Sentence) -> bool:
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) > margins().quotation_days


def in_order(a: Sequence[str], b: Sequence[str]) -> float:
    """0 to 1: the share of the shorter sentence's content words that stand in the longer in the same order; 0 where too few do."""
    shared = set(a) & set(b)
    if len(shared) < SHARED or sum(1 for stem in shared if words.weight(stem)) < 2:
        return 0.0
    run = LCSseq.similarity(a, b)
    return run / min(len(a), len(b)) if run >= SHARED else 0.0


def variant(kind: VariantKind, a: Sentence, b: Sentence, similarity: float) -> QuoteVariant:
    return QuoteVariant(kind, (a.statement.id, b.statement.id), round(similarity, 1), reason(kind, a, b))


def reason(kind: VariantKind, a: Sentence, b: Sentence) -> str:
    """One sentence: who is credited, and the gravest change of wording."""
    who = a.statement.speaker or b.statement.speaker or "nobody"
    said = {
        VariantKind.ECHO: f"{who}, word for word",
        VariantKind.WORDING: f"{who}, in two wordings",
        VariantKind.ATTRIBUTION: f"credited to {a.statement.speaker} and to {b.statement.speaker}",
    }[kind]
    grave = next((c for c in changes(a.text, b.text) if c.change is not ChangeKind.WORD), None)
    if not grave or not grave.change:
        return said
    return f"{said}; {grave.change} changed: “{grave.before or '–'}” became “{grave.after or '–'}”"
