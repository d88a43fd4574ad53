"""What an outline leaves out would not have been worth a word, whatever else the two figures say."""

from __future__ import annotations

import datetime as dt
import itertools
import random

from tests.compare.making import DAY, entry
from tracker import compare
from tracker.compare import events, outlines, scope
from tracker.compare.sides import Side
from tracker.model import Entry

PLACES = ("Port Elm", "Halden", "Malta", "Orlo Bay", "Tarn", "Brisk", "Sorrel")
KINDS = ("blast", "flood", "rally", "war", "cholera")
METRICS = ("killed", "injured", "troops", "displaced", "people", "names")


def told(number: int, source: random.Random) -> list[Entry]:
    """An article of three figures, any of whose words may be those of any other article."""
    place, day = source.choice(PLACES), DAY + dt.timedelta(days=source.choice((0, 1, 3, 9, 40, 200)))
    title = f"{source.choice(KINDS)} in {source.choice(PLACES)}{source.choice(('', ': Zarin speaks', ', says Quell'))}"
    return [
        entry(
            str(source.choice((7, 55, 56, 143, 1400))),
            title=title,
            article=f"article {number}",
            day=day,
            as_of=source.choice((day, None)),
            metric=source.choice(METRICS),
            counted=source.choice((*6 * ("people",), "acres", "hectares")),
            place=source.choice((place, None)),
            places=source.choice(((place,), (), (source.choice(PLACES),))),
            side=source.choice((None, "ostrow")),
            event_words=tuple(source.sample((*KINDS, "Zarin", "Quell", "harbour"), 2)),
            event_day=source.choice((day, None)),
            open=source.random() < 0.3,
            aside=source.choice((None, None, "elsewhere")),
            update=source.choice((None, None, "had spoken of")),
        )
        for _ in range(3)
    ]


def picked(a: list[Side], b: list[Side]) -> dict[str, list[str]]:
    """Of b's figures those that pass, b read again from what is stored, with those of a's for which they do."""
    return dict(outlines.near(outlines.outline(a), outlines.read(outlines.written(outlines.outline(b)))))


def near(one: Entry, *others: list[Entry]) -> list[str]:
    """Ids of those of other articles that pass."""
    crowd = compare.crowd([one], {one.heading.id: range(len(others))})
    return crowd.pick((number, compare.outline(other)) for number, other in enumerate(others))


def test_no_figure_is_left_out_that_would_be_shown() -> None:
    source = random.Random(4)
    articles = [compare.sides(told(number, source)) for number in range(60)]
    passed = shown = pairs = 0
    for a, b in itertools.permutations(articles, 2):
        near = picked(a, b)
        for one, other in itertools.product(a, b):
            if scope.alike(one.figure, other.figure):
                is_shown = events.points(*sorted((one, other), key=lambda side: side.order)) >= events.SHOWN
                assert one.id in near.get(other.id, ()) or not is_shown
                pairs, passed, shown = pairs + 1, passed + (other.id in near), shown + is_shown
    assert shown > 1000
    assert passed < 0.95 * pairs


def test_an_event_elsewhere_of_other_words_is_left_out() -> None:
    here = entry("40", "Flood in Halden", place="Halden", places=("Halden",), event_words=("flood",))
    there = entry("60", "Blast in Orlo Bay", article="b", place="Orlo Bay", places=("Orlo Bay",), event_words=("blast",))
    again = entry("70", "Halden counts its dead", article="c", place="Halden", places=("Halden",), event_words=("flood",))
    assert near(here, [there], [again]) == [again.figure.id]


def test_an_outline_that_a_version_before_wrote_passes_the_same() -> None:
    """All in one line, its gist to be made from its figures."""
    source = random.Random(5)
    articles = [compare.sides(told(number, source)) for number in range(20)]
    for a, b in itertools.permutations(articles, 2):
        own, made = outlines.outline(a), outlines.outline(b)
        words = [outlines.joined(stems) for stems in (made.words, made.told, made.around)]
        rows, top = list(map(outlines.row, made.fresh)), a[0].heading if not b else b[0].heading
        former = outlines.dumped([made.title, top.url, outlines.day_number(top.day), *words, rows])
        assert dict(outlines.near(own, outlines.read(former))) == picked(a, b)
        assert outlines.read(former).gist == outlines.read(compare.outline(b)).gist


def test_what_cannot_be_compared_has_no_outline() -> None:
    assert compare.outline([]) == ""
    assert compare.outline([entry("4", metric="duration")]) == ""
    assert list(outlines.near(outlines.read(""), outlines.read(""))) == []


def test_two_units_of_one_quantity_pass() -> None:
    a, b = entry("1000", metric="people", counted="acres"), entry("405", article="b", metric="people", counted="hectares")
    assert near(a, [b]) == [b.figure.id]


def test_what_stands_beside_a_number_that_both_give_is_read_too() -> None:
    here = entry("1430", "Flood in Halden", place="Halden", places=("Halden",), event_words=("flood",))
    there = {"article": "b", "title": "What became of them", "metric": "killed"}
    twin = entry("1430", place="Halden", places=("Halden",), event_words=("flood",), **there)
    other, alien = entry("1550", **there), entry("7", **{**there, "metric": "injured"})
    assert set(near(here, [twin, other, alien])) == {twin.figure.id, other.figure.id}
