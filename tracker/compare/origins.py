"""Who a figure really comes from: an agency text and its reprints are one origin, and so is a speaker whom five outlets report.

Reprints are told by sampled word shingles, with containment over the smaller text, so that a shortened copy is still a copy. It does
not judge whether an origin is right.
"""

from __future__ import annotations

import itertools
import math
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from tracker.compare.components import Joined, components
from tracker.compare.margins import margins
from tracker.compare.sides import Side
from tracker.model import Article, Heading, Voice
from tracker.text.agencies import agencies

SHINGLE = 5
"""Words in a shingle."""
SAMPLED = 8
"""One shingle in so many is kept: a text of 600 words keeps about 75."""
FEWEST = 6
"""Sampled shingles below which two texts are too short to be told reprints."""
FEW = 60
"""New texts to each of which every other is compared."""
Sketch = tuple[int, ...]
WORD = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """Hashes of the text's shingles, paragraph by paragraph (so that a moved paragraph is the same paragraph), one in eight, ascending."""
    found: set[int] = set()
    for paragraph in text.split("\n"):
        words = [word.encode("utf-8", "surrogatepass") for word in WORD.findall(paragraph.casefold())]
        written = b" ".join(words)
        begins = [0, *itertools.accumulate(len(word) + 1 for word in words)]
        found.update(zlib.crc32(written[begin : past - 1]) for begin, past in zip(begins, begins[SHINGLE:], strict=False))
    return tuple(sorted(value for value in found if value % SAMPLED == 0))


def containment(a: Sequence[int], b: Sequence[int]) -> float:
    """0 to 1: the share of the smaller sketch that the larger holds; 0 where either is too short to tell."""
    few, many = sorted((a, b), key=len)
    return len(set(few).intersection(many)) / len(few) if len(few) >= FEWEST else 0.0


def is_reprint(a: Heading, b: Heading) -> bool:
    return containment(a.sketch, b.sketch) >= margins().reprint_containment


class Copies:
    """Which texts are one. Claims on one event stand in the same texts: each sketch is looked up once, and two are compared once."""

    def __init__(self, look: Callable[[Sequence[str]], Mapping[str, Sketch]]) -> None:
        self.look = look
        self.sketches: dict[str, Sketch] = {}
        self.compared: dict[str, set[str]] = {}
        self.found: set[tuple[str, str]] = set()

    def among(self, new: Iterable[str], others: Iterable[str]) -> list[tuple[str, str]]:
        """The texts of which `reprints` makes one, a new one in each two; of many new ones, any two, as many as tell all."""
        late = set(new)
        every = late.union(others)
        self.sketches |= self.look([text for text in every if text not in self.sketches])
        if len(late) > FEW:
            return list(reprints(tuple((text, self.sketches[text]) for text in sorted(every))))
        unmet = [text for text in late if not every <= self.compared.get(text, set())]
        self.found.update(copies(unmet, {text: self.sketches[text] for text in every}) if unmet else ())
        for text in unmet:
            self.compared.setdefault(text, set()).update(every)
        return [pair for pair in self.found if every.issuperset(pair)]


def copies(new: Iterable[str], sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """Every two of these texts that are one and of which one is new. Every text is asked once what it shares with the new ones."""
    share, holders = margins().reprint_containment, dict[int, list[str]]()
    for text in new:
        for shingle in sketches[text]:
            holders.setdefault(shingle, []).append(text)
    for other, sketch in sketches.items():
        shared = Counter(text for shingle in sketch if shingle in holders for text in holders[shingle])
        for text, n in shared.items():
            few = min(len(sketches[text]), len(sketch))
            if text != other and few >= FEWEST and n >= share * few:
                yield text, other


def credited(article: Article) -> str | None:
    """The key of the agency that the byline, the dateline or the last words name as the text's own source; None where none is named, or
    where the outlet is that agency.
    """
    for words in (*article.authors, *ends(article.text)):
        if key := agency(words):
            return key
    return agency(article.outlet or "")


@cache
def credit() -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, agencies()), key=len, reverse=True))
    return re.compile(rf"[-–—(\[/\s]*(?:with\s+|by\s+|source:\s*)?({forms})(?:\s+staff)?\s*[)\]./]*", re.IGNORECASE)


def agency(words: str) -> str | None:
    """The agency that these words name and nothing else: "(Reuters)", "--AFP", "By the Associated Press"."""
    match = credit().fullmatch(words.strip().removeprefix("By ").removeprefix("the ").strip())
    return next((key for form, key in agencies().items() if match and form.casefold() == match.group(1).casefold()), None)


DATELINE = re.compile(r"^[^\n]{2,60}?\(([A-Za-z][\w -]{1,30})\)\s*[-–—:]")
LAST = re.compile(r"(?:[-–—/(]+\s*|\n\s*)([A-Z][\w -]{1,30}?)\)?[.\s]*$")


def ends(text: str) -> list[str]:
    """The words in which a text credits its source: the brackets of the dateline, and the last words after a dash or on their own line."""
    places = (DATELINE.search(text), LAST.search(text[-80:]))
    return [match.group(1) for match in places if match]


def origin(entry: Side) -> str:
    """The key of the figure's origin: the speaker credited, else the agency, else the outlet, else the article."""
    return credit_of(voice(entry))


def voice(entry: Side) -> Voice:
    figure, heading = entry.figure, entry.heading
    return Voice(figure.speaker_id or figure.speaker, heading.origin or heading.outlet or heading.id, heading.id)


def credit_of(voice: Voice) -> str:
    return f"speaker {voice.speaker}" if voice.speaker else f"voice {voice.source}"


def one_origin(a: Side, b: Side) -> bool:
    """Both come from one source: the same key, or reprints of one text. Unnamed speakers, one per article, are never joined."""
    return origin(a) == origin(b) or (a.heading.id != b.heading.id and is_reprint(a.heading, b.heading))


def groups(entries: Sequence[Side]) -> tuple[int, ...]:
    """For each entry the number of its origin, in order of first appearance: those of one key are one, as are those joined that stand in
    reprints of one text.
    """
    sketches = {entry.heading.id: entry.heading.sketch for entry in entries}
    copies = reprints(tuple(sketches.items())) if len(sketches) > 1 else ()
    copied = {text for pair in copies for text in pair}
    ties = [(f"text {a}", f"text {b}") for a, b in copies]
    ties += [(origin(entry), f"text {entry.heading.id}") for entry in entries if entry.heading.id in copied]
    found = components([*map(origin, entries), *(f"text {text}" for text in copied)], ties)
    group_by_key = {key: keys[0] for keys in found for key in keys}
    numbers: dict[str, int] = {}
    return tuple(numbers.setdefault(group_by_key[origin(entry)], len(numbers)) for entry in entries)


@lru_cache(maxsize=16)
def reprints(sketches: tuple[tuple[str, tuple[int, ...]], ...]) -> tuple[tuple[str, str], ...]:
    """Ties between texts of which one holds enough of the other: as many as join those that any such pair joins.

    A text that holds enough of a smaller one holds one of the shingles that are left of this when as many are taken away as may be missing:
    so each looks up only its rarest, and words that every text repeats bring nobody together. Claims of one event stand in the same texts:
    what was found for one is kept for the next.
    """
    copies: dict[frozenset[int], list[str]] = {}
    for text, shingles in sketches:
        if len(shingles) >= FEWEST:
            copies.setdefault(frozenset(shingles), []).append(text)
    ties = ((first, text) for first, *texts in copies.values() for text in texts)
    return (*ties, *nearly(list(copies), [texts[0] for texts in copies.values()]))


def nearly(sketches: Sequence[frozenset[int]], texts: Sequence[str]) -> list[tuple[str, str]]:
    """Ties between sketches of which none is another's."""
    share = margins().reprint_containment
    counts = Counter(shingle for sketch in sketches for shingle in sketch)
    holders: dict[int, list[int]] = {}
    for number, sketch in enumerate(sketches):
        for shingle in sketch:
            if counts[shingle] > 1:
                holders.setdefault(shingle, []).append(number)
    joined = Joined(len(sketches))
    ties = []
    for number, sketch in enumerate(sketches):
        rarest = sorted(sketch, key=lambda shingle: (counts[shingle], shingle))[: len(sketch) - math.ceil(share * len(sketch)) + 1]
        for other in {other for shingle in rarest for other in holders.get(shingle, ())}:
            is_larger = (len(sketch), number) < (len(sketches[other]), other)
            if is_larger and not joined.are_one(number, other) and len(sketch & sketches[other]) >= share * len(sketch):
                joined.join(number, other)
                ties.append((texts[number], texts[other]))
    return ties
