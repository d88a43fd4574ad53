"""A figure made ready for comparing: everything read off it once, so that each of its pairs costs little."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import cache, lru_cache

from tracker.compare import cues, intervals, words
from tracker.compare.margins import margins
from tracker.compare.measures import measure
from tracker.model import Entry, Figure, Heading, Number, Role
from tracker.text import wordlists

Days = tuple[dt.date, dt.date]
Order = tuple[str, bool, str, str, int]
MONTHS = {dt.date(2001, number, 1).strftime("%B").casefold(): number for number in range(1, 13) if number not in (3, 5)}
"""March and May are left out: they are other words far more often. English names, as strftime gives them in the C locale."""
LASTING = frozenset(("outbreak", "displacement"))
"""Kinds of event that are open by their name alone: "fighting killed five" tells of one fight, a count of cases is of the outbreak."""
PROPER = re.compile(r"\b[A-Z][\w’']*")


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """
    interval  low and high as read; numbers — as stated
    day       the day the figure holds for; claimant — who answers for it
    happened  first and last day of the event where the text gives them, else None
    told_of   these, else the one day that an article long after it opens with, else the day the figure holds for
    place     stems of the place that the figure itself has
    places    and of every place and proper name in its own words; around — those of the whole article
    names     stems of the figure's own event words; title — those of the article's title and lead; about — all
    kinds     kinds of event that the figure's own words name, else the article's; own_kinds — the former only
    is_open   the count can still grow; is_stock — it counts what there is, not what happened
    is_telling  its number is seldom met twice by chance: three digits before the noughts
    counts    who and what it counts, as printed; None where it is part of a count or added to one
    order     by which the earlier of two is told
    """

    figure: Figure
    heading: Heading
    id: str
    interval: intervals.Interval
    numbers: tuple[Number, ...]
    day: dt.date | None
    claimant: str
    happened: Days | None
    told_of: Days | None
    place: frozenset[str]
    places: frozenset[str]
    around: frozenset[str]
    names: frozenset[str]
    title: frozenset[str]
    about: frozenset[str]
    kinds: frozenset[str]
    own_kinds: frozenset[str]
    is_open: bool
    is_stock: bool
    is_telling: bool
    counts: tuple[str | None, ...] | None
    order: Order


@lru_cache(maxsize=4_096)
def side(entry: Entry) -> Side:
    """Kept for those met again: the news of a day is about a few events."""
    figure, heading = entry.figure, entry.heading
    scope = figure.scope
    places = located((*scope.places, scope.place or "")) | proper(scope.event or "")
    around = located(heading.places)
    names = words.folded((scope.event or "", *scope.event_words))
    title = frozenset(heading.event_words)
    own = words.classes(what_happened(figure, names))
    day, on = calendar(figure.as_of) or heading.day, happened(figure, heading)
    is_growing = is_open(figure, own, words.classes(what_happened(figure, title)))
    return Side(
        figure,
        heading,
        figure.id,
        figure.interval or intervals.interval(figure),
        intervals.stated(figure),
        day,
        figure.speaker_id or figure.speaker or f"voice of {heading.outlet or heading.id}",
        on,
        on or (None if is_growing else looked_back(figure, heading, day)) or ((day, day) if day else None),
        located((scope.place or "",)),
        places,
        around,
        names,
        title,
        title | names | around,
        own or words.classes(what_happened(figure, title)),
        own,
        is_growing,
        figure.metric in words.vocabulary().stock_metrics and own.isdisjoint(words.vocabulary().closed) and not on,
        any(len(str(n).replace(".", "").rstrip("0")) > 2 for n in intervals.stated(figure)),
        counts(figure),
        order(figure, heading),
    )


def are_stocks(a: Side, b: Side) -> bool:
    """Both count what there is: lorries lost in a raid are compared with others lost, and not with those of an army."""
    return a.is_stock and b.is_stock


def counts(figure: Figure) -> tuple[str | None, ...] | None:
    scope = figure.scope
    if figure.role is not Role.TOTAL:
        return None
    alone = scope.aside if is_alone(figure) else None
    return figure.metric, figure.counted, scope.population, scope.side, scope.per, scope.status, scope.period, alone


def is_alone(figure: Figure) -> bool:
    """ "In the province of Oru alone 900": there was more elsewhere."""
    return (figure.scope.aside or "").casefold() == "alone"


@lru_cache(maxsize=10_000)
def proper(event: str) -> frozenset[str]:
    """Names within the words for an event: "the siege of Varna" is in Varna."""
    stems = words.folded(tuple(PROPER.findall(event)))
    return frozenset(stem for stem in stems if words.weight(stem) > 1 or stem in words.country_stems())


@lru_cache(maxsize=10_000)
def located(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(stem for place in places for stem in words.place_stems(place))


def order(figure: Figure, heading: Heading) -> Order:
    """As-of day, then whether it is called the earlier one, then publication and place in the text."""
    day = calendar(figure.as_of) or heading.day
    published = str(heading.published or "")
    return day.isoformat() if day else "", not cues.is_earlier(figure), published, heading.id, figure.number.start


@cache
def bodies() -> frozenset[str]:
    return frozenset(head.casefold() for head in wordlists.words("org_heads.txt"))


def is_one_body(a: Figure, b: Figure) -> bool:
    """ "The company" of two articles about one event is one company, though its name is not given, "the civil defence" the civil defence
    directorate, and "the vice-president" the vice-president whom the other names; "officials" and "a source" may be any.
    """
    first, second = (figure.speaker or "" for figure in (a, b))
    if not (first and second):
        return False
    if told_again(first, second):
        return True
    few, many = sorted((called(first), called(second)), key=len)
    if few and few <= many and (len(few) > 1 or few & bodies() or is_the_one(first, second)):
        return not (is_any(first) or is_any(second))
    if is_named_by_trade(first, second) or is_the_same(first, second):
        return True
    offices = [name.casefold().removeprefix("the ") for name in (first, second)]
    return any(is_office(office) and name.startswith(f"{office} ") for office, name in (offices, offices[::-1]))


def is_the_same(a: str, b: str) -> bool:
    """ "The same monitoring group" is the monitor that was told of before: "the same" says so, and a word is shared."""
    is_said = any("same" in name.casefold().split() for name in (a, b))
    return is_said and not {words.fold(word) for word in called(a)}.isdisjoint(words.fold(word) for word in called(b))


def told_again(a: str, b: str) -> bool:
    """ "A regional official", and in later news "the regional official"."""
    new, known = (a, b) if is_any(a) else (b, a)
    rest = known.casefold().removeprefix("the ")
    return known.casefold().startswith("the ") and " " in rest and new.casefold() in (f"a {rest}", f"an {rest}")


def is_the_one(a: str, b: str) -> bool:
    """ "The operator", "her owner", of which an event has one; "the administrator" is the local one."""
    first, second = (OWN.sub("the ", name.casefold()).split() for name in (a, b))
    return first[0] == second[0] == "the" and first[-1] == second[-1]


OWN = re.compile(r"^(?:her|his|its|their) ")


def is_named_by_trade(a: str, b: str) -> bool:
    """ "Medics" and "medics at the district hospital"; of witnesses or officials there are many."""
    few, many = sorted((a.casefold().split(), b.casefold().split()), key=len)
    return len(few) == 1 and few[0] == many[0] and few[0].endswith("s") and few[0] not in ANYBODY


ANYBODY = frozenset(["officials", "sources", "witnesses", "residents", "activists", "locals", "survivors", "relatives", "reports"])


def is_any(name: str) -> bool:
    """ "A source", "an official": not the one before."""
    return name.casefold().startswith(("a ", "an ", "another "))


@lru_cache(maxsize=10_000)
def called(name: str) -> frozenset[str]:
    """The words of a body's name that tell it from others; whose it is only by name: "the country's crisis centre" is the crisis centre."""
    *owners, last = name.replace("’", "'").split() or [""]
    parts = (*(part for part in owners if not (part.endswith("'s") and part.islower())), last)
    return frozenset(word for part in parts if (word := part.casefold().removesuffix("'s").strip(",.'")) not in NO_NAME)


NO_NAME = frozenset(("the", "its", "their", "of", "in", "for", "and", "same", "two", "three", "several"))


def is_office(words: str) -> bool:
    """ "vice-president", "prime minister": nothing but words that stand before names."""
    return bool(words) and all(word in offices() for word in words.replace("-", " ").split())


@cache
def offices() -> frozenset[str]:
    return frozenset(word.casefold() for word in wordlists.words("titles.txt"))


def calendar(day: dt.date | None) -> dt.date | None:
    return day.date() if isinstance(day, dt.datetime) else day


def happened(figure: Figure, heading: Heading) -> Days | None:
    """The days of the event: as the text dates it ("since Monday": up to the day of the count); the month that its words name ("the August
    attack"); for a crowd the one day that its article opens with, else the day reported. A funeral of those counted dates none.
    """
    first, last = calendar(figure.scope.event_day), calendar(figure.scope.event_day_end)
    as_of = calendar(figure.as_of)
    if first and not is_remembered(figure) and not is_ahead(first, heading):
        goes_on = (figure.scope.period or "").casefold().startswith("since") and as_of and as_of > first
        return first, (as_of if goes_on and as_of else last or first)
    named = [number for word in figure.scope.event_words if (number := MONTHS.get(word.casefold()))]
    if as_of and len(named) == 1:
        year = max(as_of.year - (named[0] > as_of.month), dt.MINYEAR)
        return dt.date(year, named[0], 1), dt.date(year, named[0], monthrange(year, named[0])[1])
    if figure.metric not in words.vocabulary().crowd_metrics:
        return None
    day = heading.days[0] if len(heading.days) == 1 else as_of
    return (day, day) if day else None


def looked_back(figure: Figure, heading: Heading, day: dt.date | None) -> Days | None:
    """The one day of which an article long after it tells: what it counts on no other day, and over no time, it counts of then."""
    if len(heading.days) != 1 or day is None or figure.scope.period or (day - heading.days[0]).days <= LONG_AFTER:
        return None
    return heading.days[0], heading.days[0]


LONG_AFTER = 8
"""Days after which an article is no news of the day any more."""


def is_ahead(day: dt.date, heading: Heading) -> bool:
    """What is yet to come ("a new vote on 26 December") is not what was counted; one day later it is news of another clock."""
    return heading.day is not None and (day - heading.day).days > 1


def is_remembered(figure: Figure) -> bool:
    """What its words name is a funeral or an inquiry, and nothing that harmed those counted."""
    names = words.folded((figure.scope.event or "", *figure.scope.event_words))
    left = what_happened(figure, names)
    return left != names and not words.classes(left)


def what_happened(figure: Figure, names: frozenset[str]) -> frozenset[str]:
    """Without the words for what is held for the harmed, where they are counted."""
    return names - words.vocabulary().remembrance if figure.metric in words.vocabulary().harmed_metrics else names


def is_open(figure: Figure, own: frozenset[str], title: frozenset[str]) -> bool:
    """It says so itself, its metric is a state that goes on, it is an area, what it names (else what the article names) is a war or
    an outbreak, or it is a count of violence on no one day that no single attack reaches.
    """
    if (
        not figure.scope.event_day
        and (own or title) & words.vocabulary().alike["attack"]
        and min(intervals.stated(figure), default=0) >= margins().open_from
    ):
        return True
    if figure.scope.open or figure.cumulative or figure.metric in words.vocabulary().open_metrics or measure(figure) == "area":
        return True
    closed = words.vocabulary().closed
    return bool(own & LASTING) and not own & closed if own else bool(title) and not title & closed
