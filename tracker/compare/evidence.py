"""What speaks for one event and what against it: a table of lines, each with its points and the words it rests on.

A line says nothing (NOTHING) where it does not apply. What the points come to, and from how many on two figures are of one event, is the
business of `events`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tracker.compare import words
from tracker.compare.days import MONTH, NOTHING, Evidence, by_day, days_apart, is_seldom
from tracker.compare.located import in_both, within
from tracker.compare.measures import Word, are_like, measure, word
from tracker.compare.sides import Side
from tracker.compare.units import in_two_units, ratio, unit
from tracker.compare.updates import ties


def by_title(a: Side, b: Side) -> Evidence:
    """Two versions of one page, or two articles of one title, most of all within a month: what happens again is told under it again."""
    first, second = a.heading, b.heading
    if not first.title or first.title != second.title:
        return NOTHING
    days = abs((first.day - second.day).days) if first.day and second.day else 0
    if days <= 31 or (first.url and first.url == second.url):
        return 2.0, "one title", ()
    return (1.5, "one title", ()) if days <= 182 else NOTHING


def by_titles(a: Side, b: Side) -> Evidence:
    """Both titles name one place, and the figures no two others."""
    if a.place and b.place and not a.place & b.place:
        return NOTHING
    return (TITLES, "both titles", ()) if told_in_titles(a, b) else NOTHING


def told_in_titles(a: Side, b: Side) -> bool:
    """One title given twice is weighed as such. News of what recurs is told under like titles again and again."""
    first, second = (words.folded((side.heading.title or "",)) for side in (a, b))
    if first == second or (a.kinds | b.kinds) & words.vocabulary().often:
        return False
    return any(words.weight(stem) > 1 for stem in first & second & in_both(a, b))


TITLES = 0.5


def by_place(a: Side, b: Side) -> Evidence:
    """The places of the figures themselves, else of their articles; two places within countries that differ count against, and what else is
    named beside them tells little.
    """
    own, either = a.places & b.places, in_both(a, b)
    if within(own):
        is_parted = within(a.place) and within(b.place) and not a.place & b.place
        return 0.5 if is_parted else 2.0, "the place", own
    if within(either):
        if within(a.places) and within(b.places):
            is_one = is_widened(a, b) or is_widened(b, a) or within((either & a.title & b.title) - (a.place | b.place))
            return (0.75, "the place", either) if is_one else (-0.75, "", ())
        return 1.5, "the place", either
    if within(a.places or a.around) and within(b.places or b.around):
        return -2.0, "", ()
    return (0.25, "the country", either) if either else NOTHING


def is_widened(a: Side, b: Side) -> bool:
    """The title of the one names the place of the other and not its own: a village, and the province that its figure is put in."""
    title = words.folded((b.heading.title or "",))
    return bool(a.place) and a.place <= title and not b.place <= title


def by_aside(a: Side, b: Side) -> Evidence:
    """ "Elsewhere", "in another attack": what is set apart is not what its article tells of otherwise."""
    if a.figure.scope.aside is None and b.figure.scope.aside is None:
        return NOTHING
    one = a.heading.id == b.heading.id and a.figure.sentence != b.figure.sentence
    asides = [is_set_apart(side, a.heading.id == b.heading.id and a.numbers != b.numbers) for side in (a, b)]
    return (-3.0, "", ()) if (asides[0] != asides[1] or (one and all(asides))) and not ties(a, b) else NOTHING


def is_set_apart(side: Side, in_article: bool) -> bool:
    """ "Also" says that what is told beside it is another; it says nothing of what another article tells."""
    aside = side.figure.scope.aside
    if aside is None or in_article:
        return aside is not None
    return aside.casefold() != "also" and not (side.happened and aside.casefold().endswith((" ago", " earlier", " before", " later")))


def is_crowd(side: Side) -> bool:
    """One crowd is counted high and low: numbers far apart are no sign of two."""
    return side.figure.metric in words.vocabulary().crowd_metrics


def by_kind(a: Side, b: Side) -> Evidence:
    """What kind of event it was, where both say so themselves, else as their articles say it."""
    shared = a.own_kinds & b.own_kinds if a.own_kinds and b.own_kinds else a.kinds & b.kinds
    return (1.0, "the kind of event", shared) if shared else NOTHING


def by_words(a: Side, b: Side) -> Evidence:
    """Words that name the event, weighed by how much they tell; its places are weighed already."""
    return weighed((a.about & b.about) - in_both(a, b))


@lru_cache(maxsize=10_000)
def weighed(shared: frozenset[str]) -> Evidence:
    """Names and rare words, and so much of common ones as together make less than one name."""
    weights = [(stem, words.weight(stem)) for stem in shared]
    rare = 0.75 * sum(weight for _, weight in weights if weight > 1)
    usual = 0.6 * sum(weight for _, weight in weights if weight <= 1)
    return min(3.0, rare) + min(1.5, usual), "the words", tuple(stem for stem, weight in weights if weight)


def by_stock(a: Side, b: Side) -> Evidence:
    """What there is in one place, of one side or one kind."""
    if not a.place & b.place:
        return NOTHING
    same = a.figure.scope.side == b.figure.scope.side and a.figure.scope.side
    return (3.5 if same else 2.0), "the place", a.place & b.place


def by_owner(a: Side, b: Side) -> Evidence:
    """What there is in a place, told by both of one body or people."""
    names = [stem for stem in (a.title & b.title) - a.place - b.place if words.weight(stem) > 1]
    return (0.75, "the words", names) if names and a.place & b.place else NOTHING


def by_openness(a: Side, b: Side) -> Evidence:
    """Two counts of what goes on in one country; or the count of a passing event and that of a war that holds it."""
    if a.is_open and b.is_open and (a.places | a.around) & (b.places | b.around):
        return 1.0, "both counts can still grow", ()
    return (-1.0, "", ()) if is_held(a, b) or is_held(b, a) else NOTHING


def is_held(event: Side, war: Side) -> bool:
    return war.is_open and not war.happened and event.happened is not None and not event.is_open


def by_side(a: Side, b: Side) -> Evidence:
    """Whose they are: one side loses its men in one war at a time."""
    if not a.figure.scope.side or a.figure.scope.side != b.figure.scope.side:
        return NOTHING
    return (2.0 if a.is_open and b.is_open else 0.5), "the same side", ()


def by_number(a: Side, b: Side) -> Evidence:
    """Two texts that happen to give the same large number are seldom about two events, the less so the more digits it has; one of two
    digits is not worth the two towns that they name, and in the course of years any number is met again in some other town.
    """
    same = a.numbers == b.numbers and a.numbers and min(a.numbers) > 12
    are_two = within(a.place) and within(b.place) and not a.place & b.place
    if not same or (are_two and not (a.is_telling and is_within(MONTH, a, b))):
        return NOTHING
    return 3.0 if a.is_telling else 1.5, "the same number", ()


def is_within(days: int, a: Side, b: Side) -> bool:
    """No more than so many days lie between what they tell of; or nobody knows."""
    return not (a.told_of and b.told_of) or days_apart(a.told_of, b.told_of) <= days


SEASON = 92


@lru_cache(maxsize=4_096)
def size(side: Side) -> float:
    """The number, the most that a vague word is read as; 0 where nothing is known."""
    return float((side.numbers[-1] if side.numbers else side.interval[1]) or 0)


def by_size(a: Side, b: Side) -> Evidence:
    """Counts of one thing differ by a factor, seldom by orders of magnitude: least where it goes on, or its count takes weeks."""
    few, many = sorted((size(a), size(b) * float(ratio(a.figure, b.figure) or 1)))
    if in_two_units(a.figure, b.figure):
        return 3.0, "one quantity in two units", ()
    if not few or many <= (100 if is_crowd(a) else 10) * few:
        return NOTHING
    grows = a.is_open or b.is_open or is_seldom(a, b)
    return -4.0 if many > 100 * few else -1.5 if grows else -2.5, "", ()


LONG = 12


def are_long(a: Side, b: Side) -> bool:
    """So many stems tell what the two articles are about that some are shared by chance; two lines of a wire share none."""
    return min(len(a.about), len(b.about)) >= LONG


def may_meet_by_chance(a: Side, b: Side) -> bool:
    """Neither one title nor both titles say that two long articles tell of one thing."""
    return are_long(a, b) and not by_title(a, b)[0] and not told_in_titles(a, b)


def by_whole(a: Side, b: Side) -> Evidence:
    """A percent, a sum of money or a distance does not say of what it is, and news is full of them: two that differ are of two things,
    unless both stand under one title, or both titles tell of one thing.
    """
    few, many = sorted((size(a), size(b)))
    is_one = (a.is_telling and b.is_telling and many <= NEARLY * few) or in_two_units(a.figure, b.figure)
    if a.figure.metric not in OF_SOMETHING or is_one or not may_meet_by_chance(a, b):
        return NOTHING
    return (-1.5 if few == many else -4.0), "", ()


def by_noun(a: Side, b: Side) -> Evidence:
    """A noun that no file knows says nothing of what happened: "states", "points"; names and days that two articles share tell of their
    subject, and not that they count the same ones.
    """
    is_plain = word(a.figure.metric) is Word.UNKNOWN and not unit(a.figure) and a.figure.metric not in OF_SOMETHING
    return (-1.5, "", ()) if is_plain and a.numbers != b.numbers and not a.names & b.names and may_meet_by_chance(a, b) else NOTHING


OF_SOMETHING = frozenset(("percent", "money", "distance"))
NEARLY = 1.05


def by_measure(a: Side, b: Side) -> Evidence:
    """Two words for what is counted: more must speak for one event, most where neither the number does, nor the two only say who; or
    a season lies between.
    """
    if measure(a.figure) == measure(b.figure):
        return NOTHING
    return (-1.0 if a.numbers == b.numbers or (are_like(a.figure, b.figure) and is_within(SEASON, a, b)) else -2.0), "", ()


def by_names(a: Side, b: Side) -> Evidence:
    """Two attacks of one day in one country are two, where no name says that they are one, unless they took so many that few do."""
    is_attack = (a.kinds | b.kinds) & words.vocabulary().alike["attack"]
    if not is_attack or a.numbers == b.numbers or min((*a.numbers, *b.numbers), default=0) >= GRAVE or within(in_both(a, b)):
        return NOTHING
    shared = (a.about & b.about) - in_both(a, b)
    is_named = any(words.weight(stem) > 1 for stem in shared) or by_title(a, b)[0] or ties(a, b)
    return NOTHING if is_named else (-1.0, "", ())


GRAVE = 50
"""Of attacks that take so many one country seldom sees two in a day."""


Line = Callable[[Side, Side], Evidence]
ACROSS: tuple[Line, ...] = (
    by_title,
    by_titles,
    by_day,
    by_place,
    by_kind,
    by_words,
    by_side,
    by_number,
    by_size,
    by_openness,
    by_aside,
    by_whole,
    by_noun,
    by_measure,
    by_names,
)
"""Lines for figures of two articles: the title and lead of each speak for its figures."""
STOCK: tuple[Line, ...] = (by_stock, by_owner, by_number, by_size, by_measure)
"""Lines for measures of what there is: no event is looked for."""
