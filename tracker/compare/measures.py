"""Whether two figures counted by different words may count one thing.

"64 killed" and "64 names" on the list of the dead may be one count, "64 killed" and "64 injured" may not. A noun that says who, and not
what became of them, may answer the question of a figure with a deed; so may one that no file knows. They are compared only where both give
about the same number, and one that is seldom met by chance: two words and two numbers are two counts, but for two words that only say
who, and for those of one line of `near`.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from typing import Generic, TypeVar

from tracker.compare import intervals, words
from tracker.compare.populations import populations
from tracker.compare.units import DIMENSION, unit_in
from tracker.model import Figure, FigureKind, Number

T = TypeVar("T")
TELLING = 12
"""A number up to this is met too often to tell anything."""


@dataclass(frozen=True, slots=True)
class Another:
    """word_for — a metric → the one that it is another word for; found — metrics of what is found of the dead; bodies — nouns for them;
    at — a metric → kinds of event whose people it counts; near — measures that may be one.
    """

    word_for: dict[str, str]
    found: frozenset[str]
    bodies: frozenset[str]
    at: dict[str, frozenset[str]]
    near: dict[str, frozenset[str]]


@cache
def another() -> Another:
    """What data/measures.toml says."""
    data = tomllib.loads(resources.files("tracker").joinpath("data/measures.toml").read_text("utf-8"))
    return Another(
        {word: metric for metric, words in data["another_word"].items() for word in words.split()},
        frozenset(data["found"]["words"].split()),
        frozenset(data["found"]["bodies"].split()),
        {metric: frozenset(kinds.split()) for metric, kinds in data["at"].items()},
        {name: frozenset(words.split()) for name, words in data["near"].items()},
    )


def measure(figure: Figure) -> str:
    """What makes two figures comparable: the dimension of the unit counted, else the metric, or the one that it is another word for."""
    return measured(
        figure.counted or figure.metric, figure.metric, figure.scope.event_words if figure.metric in populations().whole else ()
    )


@lru_cache(maxsize=10_000)
def measured(counted: str, metric: str, event_words: tuple[str, ...]) -> str:
    """Where the figure says no deed, its noun or the event it names does: bodies are of the dead, people of a march march.

    event_words — of a figure that counts bare people.
    """
    if unit := unit_in(counted):
        return DIMENSION[unit]
    if counted.casefold().split(" ")[-1] in another().bodies and metric not in another().found:
        return "killed"
    kinds = words.classes(words.folded(event_words)) if event_words else frozenset[str]()
    held = [deed for deed, classes in another().at.items() if kinds and kinds <= classes]
    return held[0] if held else another().word_for.get(metric, metric)


class Word(StrEnum):
    """What a metric says of those counted."""

    DEED = "what became of them"
    WHO = "who they are"
    THING = "things"
    UNKNOWN = "a noun that no file knows"


@cache
def known() -> dict[str, Word]:
    """Metric → what it says, for those of the metrics file and the nouns for people."""
    data = tomllib.loads(resources.files("tracker").joinpath("data/metrics.toml").read_text("utf-8"))
    found = {name: sort(table) for name, table in data.items()}
    people = populations()
    nouns = (*people.whole, *(noun for noun, name in people.class_of.items() if name not in people.things))
    return {**dict.fromkeys(nouns, Word.WHO), **found}


def sort(table: dict[str, object]) -> Word:
    if table.get("people") or (table.get("counted") == "people" and any(table.get(key) for key in ("acts", "verbs", "after"))):
        return Word.DEED
    return Word.WHO if table.get("heads") and not any(table.get(key) for key in ("acts", "verbs", "nouns")) else Word.THING


def word(metric: str) -> Word:
    """What the metric of a figure says."""
    return known().get(metric, Word.UNKNOWN)


def is_said(metric: str) -> bool:
    """The metric says what became of those counted, or what things they are."""
    return word(metric) in (Word.DEED, Word.THING)


def may_be_one(a: Figure, b: Figure) -> bool:
    """Two words for what is counted, and about the same number; or two of one line, and numbers of like size."""
    return a.kind is b.kind is FigureKind.COUNT and are_near(measure(a), measure(b)) and (are_like(a, b) or are_about_one(a, b))


def are_about_one(a: Figure, b: Figure) -> bool:
    is_met = not bins(intervals.stated(a)).isdisjoint(bins(intervals.stated(b)))
    return is_met and intervals.meet(a.interval or intervals.interval(a), b.interval or intervals.interval(b))


def are_like(a: Figure, b: Figure) -> bool:
    """Two words that only say who ("168 men" and "174 workers"), or of one line of `near`, and numbers of like size."""
    first, second = measure(a), measure(b)
    few, many = sorted((max(intervals.stated(a), default=0), max(intervals.stated(b), default=0)))
    if few <= TELLING or many > IN_LINE * float(few):
        return False
    shared = lines(first) & lines(second)
    return bool(shared - {WHO}) or (WHO in shared and many <= 2 * few)


IN_LINE = 3.5
"""So many times as much may two words of one line be for one thing."""


@lru_cache(maxsize=10_000)
def lines(measured: str) -> frozenset[str]:
    """The lines of `near` in which it stands; who says only who stands in one of their own."""
    found = {name for name, line in another().near.items() if measured in line}
    return frozenset(found | {WHO} if word(measured) is Word.WHO else found)


WHO = "who"


@lru_cache(maxsize=10_000)
def are_near(a: str, b: str) -> bool:
    """The measures may be two words for one: neither tells another deed or another thing than the other."""
    if a == b or a in DIMENSION or b in DIMENSION:
        return False
    if lines(a) & lines(b) - {WHO}:
        return True
    first, second = word(a), word(b)
    if first is second:
        return first in (Word.WHO, Word.UNKNOWN)
    return Word.THING not in (first, second) or Word.UNKNOWN in (first, second)


def counts(measured: str, numbers: tuple[Number, ...]) -> tuple[Count, ...]:
    """Two figures that may count one thing have one of these in common: the measure, a line of such, or about the same number."""
    return (measured, *(f"in {line}" for line in lines(measured)), *bins(numbers))


class Counted(Generic[T]):
    """What counts something, where those look that may count the same."""

    def __init__(self) -> None:
        self.held: dict[Count, list[tuple[str, T]]] = {}

    def put(self, measured: str, numbers: tuple[Number, ...], one: T) -> None:
        for count in counts(measured, numbers):
            self.held.setdefault(count, []).append((measured, one))

    def like(self, measured: str, numbers: tuple[Number, ...]) -> Iterator[tuple[str, T]]:
        """Each with its measure; one may come more than once."""
        for count in counts(measured, numbers):
            yield from (one for one in self.held.get(count, ()) if count == measured or are_near(one[0], measured))


@lru_cache(maxsize=20_000)
def bins(numbers: tuple[Number, ...]) -> frozenset[int]:
    """The last of the numbers cut to one digit, and the next: two near each other have one in common. None for one that tells nothing."""
    return frozenset(bin for number in numbers[-1:] if tells(float(number)) for bin in cut(float(number)))


def tells(number: float) -> bool:
    """It is not met again and again: not a dozen, nor one digit and noughts."""
    return number > TELLING and len(set(cut(number))) > 1


def cut(number: float) -> Iterator[int]:
    unit = 10 ** int(math.log10(number))
    yield int(number // unit) * unit
    yield -int(-number // unit) * unit


Count = str | int
"""A measure, a line of such, or a number cut to one digit."""
