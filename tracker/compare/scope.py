"""Whether two figures count the same thing: metric, kind, role, population, side, status, rate. The event is the business of `events`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tracker.compare import intervals, words
from tracker.compare.margins import margins
from tracker.compare.measures import TELLING, another, may_be_one, measure
from tracker.compare.periods import of_since_and_event, of_two_periods, of_year_and_event
from tracker.compare.populations import REST, nation, population, populations
from tracker.compare.sides import Side, is_alone
from tracker.compare.units import in_two_units, ratio, unit
from tracker.compare.updates import are_contrasted, corrects, ties
from tracker.model import Figure, FigureKind, Role

NO_QUESTION = frozenset(("duration", "distance"))
"""How long and how far: an article says it of too many things for two of them to answer one question."""


def alike(a: Figure, b: Figure) -> bool:
    """The same measure of the same kind of thing, or two that may be one: only such pairs are worth a word."""
    what = measure(a)
    return (what == measure(b) or may_be_one(a, b)) and what not in NO_QUESTION and (a.low == b.low or is_article(a) == is_article(b))


def is_article(figure: Figure) -> bool:
    """ "A woman was killed" tells of one person, it does not count the dead."""
    return figure.words.casefold() in ("a", "an")


def apart(a: Side, b: Side) -> str | None:
    """Why the two count different things, in words for a reader; None where they can count the same."""
    if a.counts is not None and a.counts == b.counts and a.heading.id != b.heading.id:
        return None
    return next((why for line in LINES if (why := line(a, b))), None)


def are_two(a: Side, b: Side) -> bool:
    """They count different things by what they say of themselves, not for standing in one sentence alone."""
    return any(line(a, b) for line in LINES if line is not of_one_sentence)


def of_one_sentence(a: Side, b: Side) -> str | None:
    """Two figures of one sentence are two counts, unless it corrects one by the other, contrasts claimants, or gives one in two units."""
    x, y = a.figure, b.figure
    if x.article != y.article or x.sentence is None or x.sentence != y.sentence:
        return None
    is_one = ties(a, b) or are_contrasted(a, b) or a.claimant != b.claimant or in_two_units(x, y)
    return None if is_one else "one sentence gives them as two counts"


def of_two_roles(a: Side, b: Side) -> str | None:
    """An increment is no total. Where another article gives the same number, it is one count: "another 900" is 900 of
    their own.
    """
    more = [is_increment(side.figure) for side in (a, b)]
    is_one = a.numbers == b.numbers and (all(more) or a.heading.id != b.heading.id)
    return "one is added to another count" if any(more) and not is_one else None


def is_increment(figure: Figure) -> bool:
    """ "three more", "another 900"; "16 others" are no increment of another measure."""
    return figure.role == Role.INCREMENT


def of_two_populations(a: Side, b: Side) -> str | None:
    """One part of the other, or nothing in common. A "part" that exceeds the whole is no part: it is left to contradict."""
    first, second = population(a.figure), population(b.figure)
    if first is None or second is None or unit(a.figure) or corrects(a, b) or corrects_itself(a, b):
        return None
    if are_two_groups(a, b):
        return f"{a.figure.scope.population} and {b.figure.scope.population} are two groups of one article"
    known = populations()
    if words.fold(first) == words.fold(second) or known.are_one(first, second):
        return None
    names = f"{a.figure.scope.population or 'people'} and {b.figure.scope.population or 'people'}"
    if frozenset((first, second)) in known.disjoint:
        return f"{names} are different people"
    if (known.metrics | known.whole) & {a.figure.metric, b.figure.metric} and not {first, second} <= known.parts:
        part, whole = (a, b) if first in known.parts else (b, a)
        is_part = (
            a.figure.metric not in words.vocabulary().crowd_metrics
            and not are_two_tolls(a, b, first, second)
            and not known.parts.isdisjoint((first, second))
            and fits_in(part.figure, whole.figure)
        )
        return f"{names}: one is part of the other" if is_part else None
    return f"{names} need not be the same" if intervals.stated(a.figure) != intervals.stated(b.figure) else None


def of_one_place_alone(a: Side, b: Side) -> str | None:
    """ "In the province of Adra alone 900": of what is more elsewhere."""
    alone = [side for side in (a, b) if is_alone(side.figure)]
    whole = next((side for side in (a, b) if side not in alone), None)
    is_part = len(alone) == 1 and whole is not None and not a.place & b.place and fits_in(alone[0].figure, whole.figure)
    return "one counts what was in one place alone" if is_part else None


def of_passengers(a: Side, b: Side) -> str | None:
    """The passengers are some of those aboard, where so few more are aboard as a crew may be."""
    few, many = sorted((a, b), key=lambda side: max(side.numbers, default=0))
    is_part = a.figure.metric == b.figure.metric == "aboard" and population(few.figure) == PASSENGERS != population(many.figure)
    is_crew = bool(few.numbers and many.numbers) and few.numbers < many.numbers and max(many.numbers) <= CREW * float(max(few.numbers))
    return "the passengers are some of those aboard" if is_part and is_crew else None


PASSENGERS = "travellers"
CREW = 1.25
CIVILIANS = "civilians"


def are_two_tolls(a: Side, b: Side, first: str, second: str) -> bool:
    """Each tells of all the dead whom he knows of: one counts the civilians in all, and another, elsewhere, people, not twice as many; or
    one says who they were and the other, elsewhere, no more than that they are dead, not three times as many. first, second — who.
    """
    known = populations()
    few, many = sorted((max(a.numbers, default=0), max(b.numbers, default=0)))
    is_of_civilians = CIVILIANS in (first, second) and a.claimant != b.claimant and many < 2 * few
    is_of_dead = not known.dead.isdisjoint((first, second)) and known.kin.isdisjoint((first, second)) and many < 3 * few
    return a.heading.id != b.heading.id and a.figure.role is b.figure.role is Role.TOTAL and (is_of_civilians or is_of_dead)


def corrects_itself(a: Side, b: Side) -> bool:
    """Who gave the one gives the other in its place, whatever they call those counted."""
    return a.figure.speaker is not None and a.figure.speaker == b.figure.speaker and ties(a, b) is not None


def are_two_groups(a: Side, b: Side) -> bool:
    """One voice of one article counts "foreign mercenaries" and "rebel fighters": it gives each group a name of its own."""
    is_one_sentence = a.figure.sentence is not None and a.figure.sentence == b.figure.sentence
    if a.heading.id != b.heading.id or (of_two_speakers(a, b) and not is_one_sentence) or is_one_crowd(a, b):
        return False
    first, second = (set((side.figure.scope.population or "").split()) for side in (a, b))
    return not (first <= second or second <= first or (first | second) & populations().whole)


def is_one_crowd(a: Side, b: Side) -> bool:
    """Two claimants seldom count two crowds in one article, whatever they call who came."""
    return a.claimant != b.claimant and {a.figure.metric, b.figure.metric} <= words.vocabulary().crowd_metrics


def fits_in(part: Figure, whole: Figure) -> bool:
    """The part is smaller than the whole: it may be a part of it. A vague word is as much as it is read as at most, or at least: "dozens"
    are no part of 38.
    """
    some, every = intervals.stated(part), intervals.stated(whole)
    most = max(some) if some else intervals.interval(part)[1]
    least = max(every) if every else intervals.interval(whole)[0]
    return most is None or least is None or Decimal(most) < Decimal(least)


def of_two_sides(a: Side, b: Side) -> str | None:
    first, second = a.figure.scope.side, b.figure.scope.side
    return f"one counts {first}, the other {second}" if first and second and first != second else None


def of_bodies(a: Side, b: Side) -> str | None:
    """Bodies found are some of the dead: about as many, or more than there are said to be dead, they are compared with them."""
    if (a.figure.metric in another().found) == (b.figure.metric in another().found) or measure(a.figure) != "killed":
        return None
    if all("bodies" in (side.figure.counted or "") for side in (a, b)):
        return None
    found, dead = (a, b) if a.figure.metric in another().found else (b, a)
    days = found.order[0], dead.order[0]
    if is_near(a, b) and a.claimant != b.claimant and (days[0] < days[1] or (days[0] == days[1] and of_two_speakers(a, b))):
        return None
    some = not found.numbers or not dead.numbers or Decimal(max(found.numbers)) < (1 - margins().near_share) * Decimal(min(dead.numbers))
    return "the bodies found are some of the dead" if some else None


def of_two_rates(a: Side, b: Side) -> str | None:
    first, second = a.figure.scope.per, b.figure.scope.per
    if first == second or in_two_units(a.figure, b.figure):
        return None
    return f"one is per {first or second}, the other in all" if not (first and second) else f"one is per {first}, the other per {second}"


def of_two_statuses(a: Side, b: Side) -> str | None:
    """Confirmed and suspected cases are two counts; the dead whom somebody believes there are and those counted are not."""
    statuses = {a.figure.scope.status, b.figure.scope.status}
    cases = a.figure.metric in words.vocabulary().case_metrics
    return "one is suspected, the other confirmed" if cases and {"suspected", "confirmed"} <= statuses else None


def of_two_units(a: Side, b: Side) -> str | None:
    """Units that cannot be worked out into one another."""
    first, second = unit(a.figure), unit(b.figure)
    return f"one is in {first}s, the other in {second}s" if first != second and ratio(a.figure, b.figure) is None else None


def of_two_sums(a: Side, b: Side) -> str | None:
    """A loss, a fine and a fall in value: an article names many sums of money and shares, and seldom two of one thing, unless two name sums
    not far apart.
    """
    both = {a.figure.kind, b.figure.kind} <= {FigureKind.MONEY, FigureKind.PERCENT}
    if not both or a.heading.id != b.heading.id or a.numbers == b.numbers or corrects(a, b) or (of_two_speakers(a, b) and is_near(a, b)):
        return None
    return "one article names them as two sums"


def of_two_speakers(a: Side, b: Side) -> bool:
    return bool(a.figure.speaker and b.figure.speaker) and a.claimant != b.claimant


def is_near(a: Side, b: Side) -> bool:
    few, many = sorted((max(a.numbers, default=0), max(b.numbers, default=0)))
    return bool(few > 0 and many <= NEAR * few)


NEAR = 3
"""Two sums further apart than this factor are sums of two things."""


def of_part_and_total(a: Side, b: Side) -> str | None:
    """A breakdown is compared with the same breakdown only, and with a count of the very same people in another article: "12, three of them
    children" with "four children died".
    """
    first, second = population(a.figure), population(b.figure)
    parts = [side.figure.role == Role.PART for side in (a, b)]
    one_sentence = a.heading.id == b.heading.id and a.figure.sentence == b.figure.sentence
    of_each_other = one_sentence and parts[0] != parts[1]
    if a.heading.id == b.heading.id and any(x.figure.part_of and x.numbers < y.numbers for x, y in ((a, b), (b, a))):
        return "one is part of what the article counts in all"
    is_told = first not in (None, REST, *populations().whole) and first == second
    if are_contrasted(a, b):
        return None
    is_same = (
        (
            measure(a.figure) == measure(b.figure)
            and a.numbers == b.numbers
            and a.heading.id != b.heading.id
            and a.numbers
            and min(a.numbers) > TELLING
        )
        or (all(parts) and first == second)
        or (a.heading.id != b.heading.id and (is_told or are_of_one_nation(a.figure, b.figure)))
    )
    if not any(parts) or is_same or (corrects(a, b) and not of_each_other):
        return None
    return "one counts a part of those whom the other counts"


def are_of_one_nation(a: Figure, b: Figure) -> bool:
    first, second = nation(a), nation(b)
    return bool(first) and first == second


LINES: tuple[Callable[[Side, Side], str | None], ...] = (
    of_one_sentence,
    of_two_roles,
    of_part_and_total,
    of_bodies,
    of_two_sums,
    of_two_rates,
    of_two_units,
    of_two_statuses,
    of_two_periods,
    of_year_and_event,
    of_since_and_event,
    of_two_sides,
    of_two_populations,
    of_passengers,
    of_one_place_alone,
)
