"""A figure made ready for comparing: everything read off it once, so that each of its pairs costs little."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from tracker.compare import intervals, words
from tracker.model import Entry, Figure, Heading, Number

Days = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """
    interval  low and high as read; numbers — as stated
    day       the day the figure holds for; claimant — who answers for it
    happened  first and last day of the event where the text gives them, else None
    places    stems of the places that the figure's own words give; around — those of the whole article
    names     stems of the figure's own event words; title — those of the article's title and lead; about — all
    kinds     kinds of event that the figure's own words name, else the article's; own_kinds, all_kinds — the
              former only, both
    is_open   the count can still grow
    """

    figure: Figure
    heading: Heading
    id: str
    interval: intervals.Interval
    numbers: tuple[Number, ...]
    day: dt.date | None
    claimant: str
    happened: Days | None
    places: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    about: frozenset[str]
    kinds: frozenset[str]
    own_kinds: frozenset[str]
    all_kinds: frozenset[str]
    is_open: bool


def side(entry: Entry) -> Side:
    figure, heading = entry.figure, entry.heading
    places = located(figure.scope.places if figure.scope.place in figure.scope.places else (figure.scope.place or "", *figure.scope.places))
    around = located(heading.places)
    names = words.folded((figure.scope.event or "", *figure.scope.event_words)) - places
    title = frozenset(heading.event_words)
    own = words.classes(names)
    return Side(
        figure,
        heading,
        figure.id,
        figure.interval or intervals.interval(figure),
        intervals.stated(figure),
        calendar(figure.as_of) or heading.day,
        figure.speaker_id or figure.speaker or f"voice of {heading.outlet or heading.id}",
        happened(figure),
        places,
        around,
        names,
        title,
        title | names | around,
        own or words.classes(title),
        own,
        own | words.classes(title),
        is_open(figure, own, words.classes(title)),
    )


@lru_cache(maxsize=10_000)
def located(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for place in places for stem in words.place_stems(place))


def calendar(day: dt.date | None) -> dt.date | None:
    return day.date() if isinstance(day, dt.datetime) else day


def happened(figure: Figure) -> Days | None:
    first, last = calendar(figure.scope.event_day), calendar(figure.scope.event_day_end)
    return (first, last or first) if first else None


def is_open(figure: Figure, own: frozenset[str], title: frozenset[str]) -> bool:
    """It says so itself, its metric is a state that goes on, or what it names (else what the article names) is a war or an outbreak."""
    if figure.scope.open or figure.cumulative or figure.metric in words.vocabulary().open_metrics:
        return True
    closed = words.vocabulary().closed
    return (bool(own) and not own & closed) or (not own and bool(title) and not title & closed)
