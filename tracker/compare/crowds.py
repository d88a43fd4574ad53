"""What a new figure is weighed against where thousands tell of one event: the nearest first, until enough have been heard.

Who tells of an event repeats what others said of it. So a figure is weighed against those of its own article and then, day by day away
from it and in order of coming, against those of the articles that its article meets. Of a *saying* (one number, one who gives it, one day)
FEW that answer the same question stand for all that repeat it; once so many SAYINGS answer it, or so many others REPEAT what was heard,
nothing further off is asked: it is tied to those that were. So the pairs of an event grow with its figures and not with their square. What
few tell of is weighed each against each, whatever the order of coming; in a crowd those who came first stand for the others.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from tracker.compare import blocks, measures, outlines, relations, twins
from tracker.compare.sides import Side, side
from tracker.model import Bound, Entry, Number, Pair

SAYINGS, FEW, REPEAT = 32, 4, 64
SLICE = 100
"""Articles looked at to begin with; then twice as many, and so on."""
Other = tuple[int, bool, int]
"""Days between the two articles, whether it is new itself, its number: the order in which they are looked at."""
UNKNOWN = dt.date.max.toordinal()
"""Days to an article without a day."""
Saying = tuple[str, tuple[Number | None, Number | None], Bound, str, dt.date | None]


class Crowd:
    """new — figures; near — for each of their articles the numbers of the stored ones that it meets, in order of storing; days — when these
    were published; keys — of the new articles, where they are known; beside — stored figures of these very articles.

        while crowd.is_open:
            crowd.hear(the figures that `pick` takes of the articles with `numbers()`)
        crowd.pairs()
    """

    def __init__(
        self,
        new: Iterable[Side],
        near: Mapping[str, Iterable[int]],
        days: Mapping[int, dt.date | None],
        keys: Mapping[str, Sequence[int]],
        beside: Iterable[Side] = (),
    ) -> None:
        self.fresh = [one for one in new if not one.figure.uncompared]
        self.by_id = {one.id: one for one in (*beside, *self.fresh)}
        self.articles: dict[str, list[Side]] = {}
        for one in self.fresh:
            self.articles.setdefault(one.heading.id, []).append(one)
        self.counted = {number: counted(own) for number, own in enumerate(self.articles.values())}
        self.stored: dict[int, measures.Counted[Side]] = {}
        self.outlines = {number: outlines.outline(own) for number, own in enumerate(self.articles.values())}
        self.said: dict[str, Counter[Saying]] = {one.id: Counter() for one in self.fresh}
        self.repeated: Counter[str] = Counter()
        self.found: dict[str, dict[str, Pair]] = {one.id: {} for one in self.fresh}
        self.worth: dict[str, set[str]] = {}
        self.size = SLICE
        together = blocks.acquainted(self.fresh, keys)
        new_days = [own[0].heading.day for own in self.articles.values()]
        self.waiting: dict[str, list[Other]] = {}
        for article, day in zip(self.articles, new_days, strict=True):
            stored = ((apart(day, days.get(number)), False, number) for number in near.get(article, ()))
            self.waiting[article] = sorted([*stored, *((apart(day, new_days[number]), True, number) for number in together[article])])
        self.weigh_within()

    def weigh_within(self) -> None:
        """Of one article every two."""
        held: dict[str, measures.Counted[Side]] = {}
        for one in self.by_id.values():
            own = held.setdefault(one.heading.id, measures.Counted())
            measure = measures.measure(one.figure)
            for _, other in own.like(measure, one.numbers) if one.id in self.found else ():
                self.put(one, other)
            own.put(measure, one.numbers, one)

    def put(self, one: Side, other: Side) -> Pair | None:
        if other.id not in self.found[one.id] and (pair := relations.relation(other, one)):
            self.found[one.id][other.id] = pair
            return pair
        return None

    @property
    def is_open(self) -> bool:
        return any(self.waiting.values())

    def numbers(self) -> list[int]:
        """Of the stored articles that are to be looked at now."""
        return sorted({number for others in self.waiting.values() for _, is_new, number in others[: self.size] if not is_new})

    def pick(self, found: Iterable[tuple[int, str]]) -> list[str]:
        """Ids of the figures of these that may be worth a word; of new ones too it is remembered which. found — of the articles asked for
        their outlines.
        """
        text_by_number = dict(found)
        picked: dict[str, None] = {}
        for article, others in ((article, others) for article, others in self.waiting.items() if others):
            own = outlines.outline(one for one in self.articles[article] if not self.is_heard(one))
            for _, is_new, number in others[: self.size]:
                near = self.near(own, self.outlines[number] if is_new else outlines.read(text_by_number.get(number, "")))
                picked.update(dict.fromkeys(() if is_new else near))
        return list(picked)

    def near(self, own: outlines.Outline, other: outlines.Outline) -> list[str]:
        """Ids of the figures of the other that may be worth a word."""
        found = dict(outlines.near(own, other))
        for figure in (*found, *(one.id for one in other.fresh)):
            self.worth.setdefault(figure, set()).update(found.get(figure, ()))
        return list(found)

    def hear(self, entries_by_number: Mapping[int, Iterable[Entry]]) -> None:
        """Weigh the figures of the articles asked for, and go on to the next."""
        stored: dict[int, measures.Counted[Side]] = {}
        for number, entries in entries_by_number.items():
            sides = [side(entry) for entry in entries if not entry.figure.uncompared and entry.heading.id not in self.articles]
            stored[number] = counted(self.by_id.setdefault(one.id, one) for one in sides)
        for article, others in self.waiting.items():
            for _, is_new, number in others[: self.size]:
                if held := (self.counted if is_new else stored).get(number):
                    self.weigh(article, held)
            self.waiting[article] = [] if all(map(self.is_heard, self.articles[article])) else others[self.size :]
        self.size *= 2

    def weigh(self, article: str, held: measures.Counted[Side]) -> None:
        for one in self.articles[article]:
            said = self.said[one.id]
            like = {other.id: other for _, other in held.like(measures.measure(one.figure), one.numbers)}
            for other in (like[found] for found in sorted(like) if found not in self.worth or one.id in self.worth[found]):
                if self.is_heard(one):
                    break
                if said[spoken := saying(other)] >= FEW:
                    self.repeated[one.id] += 1
                elif (pair := self.put(one, other)) and pair.relation.is_linked:
                    said[spoken] += 1

    def is_heard(self, one: Side) -> bool:
        """Enough answer its question, or say again what others did."""
        return len(self.said[one.id]) >= SAYINGS or self.repeated[one.id] >= REPEAT

    def pairs(self) -> tuple[Pair, ...]:
        """In order of the new figures, and of each by the other."""
        every = [found[other] for found in self.found.values() for other in sorted(found)]
        return tuple(twins.joined(tuple(twins.parted(every, self.by_id)), self.by_id))


def apart(a: dt.date | None, b: dt.date | None) -> int:
    return abs((a - b).days) if a and b else UNKNOWN


def counted(sides: Iterable[Side]) -> measures.Counted[Side]:
    found = measures.Counted[Side]()
    for one in sides:
        found.put(measures.measure(one.figure), one.numbers, one)
    return found


def saying(one: Side) -> Saying:
    """What is the same for all who repeat it."""
    return measures.measure(one.figure), one.interval, one.figure.bound, one.claimant, one.day
