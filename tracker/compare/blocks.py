"""Where articles meet, so that a new one is compared with its neighbours only, however many are stored.

An article is filed on shelves: its page, its title, and for each day that a figure of it speaks of, the names and rare words of title, lead
and figure, the kind of event, the numbers given. Two articles meet where what they share could be enough, by the points of `evidence`, for
two of their figures to be of one event: the shelves are a sieve that leaves the judgement to `events`. Who looks up whom makes no
difference, and nothing is asked of the other articles stored: the order of coming changes no pair.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from tracker.compare import measures, words
from tracker.compare.days import GAPS, OPEN_GAPS
from tracker.compare.filing import ALWAYS, WIDTH, head, merged, parts
from tracker.compare.sides import Side

RULES = 9
"""Raise it when articles are filed otherwise than before: what is stored is then to be filed anew."""
ENOUGH = 2.5
"""Points from which two articles meet: no more than `events` asks of figures of two articles."""
NAMED, NAMED_TOO, NAMED_AT_MOST = 2.0, 1.5, 5.0
"""What the first name in common is worth (it may be the place), what each further one, and all together."""
KIND, SAME_NUMBER, OPEN, COUNTRY = 1.0, 1.5, 1.0, 0.5
LEADING = 12
"""So many words of title and lead are filed on days other than that of publication."""
MONTH = 31
"""An event that is dated no better stands on each of so many days."""
TELLING_NUMBER = 12
"""A number up to this tells nothing: see `evidence.by_number`."""


class Shelf(NamedTuple):
    """number — its own, the same for ever; reach — days within which two meet there; is_enough — by that alone."""

    number: int
    reach: int
    is_enough: bool = False


PAGE = Shelf(0, ALWAYS, is_enough=True)
TITLE = Shelf(1, 182, is_enough=True)
HEADING = Shelf(2, 31)
"""A title that names nothing: "News in brief"."""
NUMBER = Shelf(3, 31)
REPEATED = Shelf(4, ALWAYS, is_enough=True)
"""A number of three digits, with a name or the kind of event: an anniversary repeats it."""
RETOLD = Shelf(5, 182, is_enough=True)
"""Any other number, with a name."""
NAME = Shelf(6, 31)
KINDS = Shelf(7, 1)
LAND = Shelf(8, 0)
"""The country, where the text gives the day of the event."""
GOING = Shelf(9, 182)
"""What goes on: where it is and what it is called."""
STOCK = Shelf(10, 364, is_enough=True)
ONCE = Shelf(11, 92, is_enough=True)
"""A name with a kind of event that one place seldom sees twice in a season."""
SHELVES = (PAGE, TITLE, HEADING, NUMBER, REPEATED, RETOLD, NAME, KINDS, LAND, GOING, STOCK, ONCE)
MARK = 4
"""Bits for the number of the shelf."""
Place = tuple[Shelf, str, int]
"""A shelf, the words there, the day; 0 where there is none."""


def keys(sides: Iterable[Side]) -> tuple[int, ...]:
    """Those that the article of these figures is filed under: bits of the words, then of the shelf, then of the day."""
    return tuple({spot(shelf, label) | day: None for shelf, label, day in places(sides)})


@lru_cache(maxsize=100_000)
def spot(shelf: Shelf, label: str) -> int:
    """A key without its day."""
    return head(f"{shelf.number} {label}") >> WIDTH + MARK << WIDTH + MARK | shelf.number << WIDTH


def shelf_at(spot: int) -> Shelf:
    return SHELVES[spot >> WIDTH & (1 << MARK) - 1]


def ranges(keys: Iterable[int]) -> list[tuple[int, int]]:
    """First and last key of each stretch of keys under which those articles are filed that may meet one filed under these; in order, none
    overlapping another.
    """
    return merged(map(stretch, sorted(keys)))


def stretch(key: int) -> tuple[int, int]:
    at, day = parts(key)
    reach = shelf_at(at).reach
    if reach == ALWAYS:
        return at, at | ALWAYS
    return (at | max(day - reach, 1), at | min(day + reach, ALWAYS)) if day else (at, at)


def meetings(keys_by_article: Mapping[str, Iterable[int]], found: Iterable[tuple[int, int]]) -> dict[str, list[int]]:
    """For each article those that it meets. found — numbers of others, each with a key that it is filed under."""
    filed = Filed()
    for other, key in found:
        filed.put(other, key)
    return {article: filed.met(keys) for article, keys in keys_by_article.items()}


def acquainted(sides: Iterable[Side], known: Mapping[str, Iterable[int]]) -> dict[str, list[int]]:
    """For each article those before it that it meets, by their numbers from 0. known — keys of the articles, where they are known."""
    by_article: dict[str, list[Side]] = {}
    for side in sides:
        by_article.setdefault(side.heading.id, []).append(side)
    near: dict[str, list[int]] = {article: [] for article in by_article}
    filed = Filed()
    for number, (article, own) in enumerate(by_article.items() if len(by_article) > 1 else ()):
        held = known[article] if article in known else keys(own)
        near[article] = filed.met(held)
        for key in held:
            filed.put(number, key)
    return near


class Filed:
    """Which articles stand on a spot, on which day. Thousands may stand on one: they are gone through in sets."""

    def __init__(self) -> None:
        self.held: dict[int, dict[int, list[int]]] = {}

    def put(self, article: int, key: int) -> None:
        at, day = parts(key)
        self.held.setdefault(at, {}).setdefault(day, []).append(article)

    def met(self, keys: Iterable[int]) -> list[int]:
        """Those that an article of these keys meets."""
        days: dict[int, list[int]] = {}
        for at, day in map(parts, keys):
            days.setdefault(at, []).append(day)
        near: list[tuple[int, list[int]]] = []
        on: dict[Shelf, Counter[int]] = {}
        for at, own in days.items():
            shelf = shelf_at(at)
            reached = [
                (gap, there) for its, there in self.held.get(at, {}).items() if (gap := min(apart(day, its) for day in own)) <= shelf.reach
            ]
            on.setdefault(shelf, Counter()).update({other for _, there in reached for other in there})
            near += reached
        gaps: dict[int, int] = {}
        for gap, there in sorted(near, key=lambda one: -one[0]):
            gaps.update(dict.fromkeys(there, gap))
        counts = [(shelf, found) for shelf, found in on.items() if found]
        return [other for other, gap in gaps.items() if is_enough(tuple((shelf, n) for shelf, found in counts if (n := found[other])), gap)]


def apart(a: int, b: int) -> int:
    """Days; two without a day are taken for a week apart, and one without meets none with."""
    return abs(a - b) if a and b else NEVER if a or b else UNDATED


UNDATED, NEVER = 7, ALWAYS + 1


@lru_cache(maxsize=10_000)
def is_enough(shared: tuple[tuple[Shelf, int], ...], gap: int) -> bool:
    """shared — shelves with the number of spots there; gap — the fewest days between the two."""
    on = dict(shared)
    if any(shelf.is_enough for shelf in on):
        return True
    named = max(on.get(NAME, 0), on.get(GOING, 0))
    total = min(NAMED_AT_MOST, NAMED + NAMED_TOO * (named - 1)) if named else 0.0
    total += SAME_NUMBER * (NUMBER in on) + NAMED * (HEADING in on) + COUNTRY * (LAND in on)
    total += KIND if gap > KINDS.reach or KINDS in on else 0.0
    return total + nearness(gap, GOING in on) >= ENOUGH


def nearness(gap: int, is_going: bool) -> float:
    """What the days between them are worth at most; two that give one day of an event have half a point more."""
    worth = next((value for most, value, _ in GAPS if gap <= most), -3.0) + (0.5 if not gap else 0.0)
    return OPEN + max(worth, next((value for most, value, _ in OPEN_GAPS if gap <= most), 0.0)) if is_going else worth


def places(sides: Iterable[Side]) -> Iterator[Place]:
    """Where the article of these figures stands, some places more than once."""
    for side in sides:
        news = number(side.heading.day)
        yield PAGE, side.heading.url or side.heading.id, 0
        if side.heading.title:
            yield TITLE if names_event(side.title) else HEADING, side.heading.title, news
        if side.is_stock:
            yield from ((STOCK, f"{measures.measure(side.figure)} {place}", number(side.day)) for place in side.place)
            continue
        yield from ((REPEATED, label, 0) for label in repeated(side))
        first, last = map(number, side.happened or (side.day, side.day))
        for day in {number(side.day), first, last}:
            yield from ((shelf, label, day) for shelf, label in named(side, day == news))
        for day in {number(side.day), *range(first, min(last, first + MONTH) + 1)}:
            yield from ((KINDS, kind, day) for kind in groups(side.kinds))
            yield from ((NUMBER, label, day) for label in counts(side))
        if side.happened:
            yield from ((LAND, land, first) for land in side.about & words.country_stems())


def number(day: dt.date | None) -> int:
    return min(day.toordinal(), ALWAYS - 1) if day else 0


def names_event(title: frozenset[str]) -> bool:
    return bool(title & words.country_stems()) or any(words.weight(stem) >= 1 for stem in title)


def named(side: Side, is_news: bool) -> Iterator[tuple[Shelf, str]]:
    """What a figure is filed under by its words on each of its days. is_news — on that of publication."""
    told = side.heading.event_words if is_news else side.heading.event_words[:LEADING]
    names = rare(frozenset(told) | side.names | side.places | side.around)
    yield from ((NAME, name) for name in names)
    yield from ((ONCE, f"{name} {kind}") for kind in groups(side.kinds & words.vocabulary().seldom) for name in names)
    if not side.is_telling:
        yield from ((RETOLD, f"{count} {name}") for count in counts(side) for name in main(side))
    if side.is_open:
        located = side.places | side.around
        yield from ((GOING, name) for name in (*rare(located), *filter(is_outbreak, side.names)))
        yield from ((GOING, f"{name} {kind}") for name in (*names, *(located & words.country_stems())) for kind in groups(side.kinds))
        if side.figure.scope.side:
            yield GOING, f"of {side.figure.scope.side}"


def is_outbreak(stem: str) -> bool:
    """ "Cholera" names what goes on, as a place does."""
    return "outbreak" in words.vocabulary().classes_of.get(stem, ())


def repeated(side: Side) -> Iterator[str]:
    if side.is_telling:
        yield from (f"{count} {name}" for count in counts(side) for name in (*main(side), *groups(side.kinds)))


def main(side: Side) -> tuple[str, ...]:
    """Names of the place and the first of title and lead."""
    return rare(frozenset(side.heading.event_words[:LEADING]) | side.places)


def counts(side: Side) -> list[str]:
    """Its measure with its number, where that tells something."""
    return [f"{measures.measure(side.figure)} {n}" for n in side.numbers[-1:] if n > TELLING_NUMBER]


@lru_cache(maxsize=10_000)
def rare(stems: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(stem for stem in stems if words.weight(stem) > 1))


def groups(kinds: frozenset[str]) -> list[str]:
    """The lines of classes that may be two names of one event, in which these kinds stand."""
    return sorted({group for kind in kinds for group in words.vocabulary().groups_of[kind]})
