"""What speaks for one event, and what against it, where one article gives both figures: it tells of many events, so only what each figure
says itself counts, and who says it.
"""

from __future__ import annotations

from tracker.compare import words
from tracker.compare.days import NOTHING, Evidence, day
from tracker.compare.evidence import OF_SOMETHING, Line, by_aside, by_measure, by_number, by_side, by_size, is_crowd, weighed
from tracker.compare.located import within
from tracker.compare.sides import Side
from tracker.compare.units import in_two_units
from tracker.compare.updates import are_contrasted, ties


def by_article(a: Side, b: Side) -> Evidence:
    return 1.0, "one article", ()


def by_one_day(a: Side, b: Side) -> Evidence:
    """One article often tells of several events of one day: the day tells less than between articles."""
    return (1.0, f"the day, {day(a)}", ()) if a.happened and b.happened else NOTHING


def by_own_place(a: Side, b: Side) -> Evidence:
    """Within an article only the figure's own words tell where it is."""
    shared = a.places & b.places
    if within(a.place) and within(b.place) and not a.place & b.place:
        return (-1.5 if a.place & b.places or b.place & a.places else -3.0), "", ()
    if shared:
        return (1.0, "the place", shared) if within(shared) else (0.5, "the country", shared)
    return (-2.0, "", ()) if a.places and b.places else NOTHING


def by_own_kind(a: Side, b: Side) -> Evidence:
    if not (a.own_kinds and b.own_kinds):
        return NOTHING
    shared = a.own_kinds & b.own_kinds
    return (1.0, "the kind of event", shared) if shared else (-1.5, "", ())


def by_one_voice(a: Side, b: Side) -> Evidence:
    """Who gives two numbers in one article seldom contradicts himself: the further apart they are, the surer they are two counts. So it is
    with the outlet, which sums up, and one whom it quotes on a part: sooner where that one says of what.
    """
    spoken = a.figure.speaker and b.figure.speaker and a.claimant != b.claimant and not is_one_watcher(a, b)
    if spoken or not (a.numbers and b.numbers) or is_crowd(a) or ties(a, b) or are_contrasted(a, b) or in_two_units(a.figure, b.figure):
        return NOTHING
    few, many = sorted((float(a.numbers[-1]), float(b.numbers[-1])))
    less, more = (a, b) if float(a.numbers[-1]) <= float(b.numbers[-1]) else (b, a)
    sums_up = not more.figure.speaker and bool(less.names or less.places)
    return (-1.5, "", ()) if many > (1.5 if a.claimant == b.claimant or sums_up else 2) * few else NOTHING


def by_part(a: Side, b: Side) -> Evidence:
    """The smaller number is of one of the places of the greater ("in Oru and Lenk", "in Oru"), or much smaller and alone in a place in a
    country: "in all 120 were killed … around Oru 40 were".
    """
    if not (a.numbers and b.numbers) or is_crowd(a):
        return NOTHING
    part, whole = (a, b) if float(a.numbers[-1]) < float(b.numbers[-1]) else (b, a)
    towns, all_towns = part.places - words.country_stems(), whole.places - words.country_stems()
    if towns and towns < all_towns:
        return -3.0, "", ()
    is_part = within(part.place) and not within(whole.place) and float(whole.numbers[-1]) > 1.5 * float(part.numbers[-1])
    return (-1.0, "", ()) if is_part else NOTHING


def by_own_words(a: Side, b: Side) -> Evidence:
    return weighed((a.names & b.names) - a.places)


def by_speakers(a: Side, b: Side) -> Evidence:
    """An article that sets two speakers side by side contrasts what they say of one thing, most of all in one sentence."""
    if (a.claimant == b.claimant or is_one_watcher(a, b)) and not are_contrasted(a, b):
        return NOTHING
    if a.figure.speaker and b.figure.speaker and follow(a, b):
        return 2.0, "two speakers set side by side", ()
    is_close = (
        (a.figure.speaker and b.figure.speaker) or are_contrasted(a, b) or (a.figure.sentence and a.figure.sentence == b.figure.sentence)
    )
    return (1.5 if is_close else 1.0), "two speakers set side by side", ()


def by_neighbourhood(a: Side, b: Side) -> Evidence:
    """An article full of percents or sums contradicts by one another only those that it sets side by side."""
    is_one_sentence = a.figure.sentence is not None and a.figure.sentence == b.figure.sentence
    if a.figure.metric not in OF_SOMETHING or a.numbers == b.numbers or is_one_sentence or follow(a, b) or ties(a, b):
        return NOTHING
    return NOTHING if in_two_units(a.figure, b.figure) else (-1.5, "", ())


def is_one_watcher(a: Side, b: Side) -> bool:
    """An article says "a monitoring group" or "monitor" of the observatory that it names elsewhere: one voice, it may be."""
    return any(
        is_watcher(one.figure.speaker or "", DESCRIBED) and is_watcher(other.figure.speaker or "", NAMED, is_name=True)
        for one, other in ((a, b), (b, a))
    )


def is_watcher(speaker: str, heads: frozenset[str], is_name: bool = False) -> bool:
    words_of = speaker.split()
    return any(word.istitle() for word in words_of) is is_name and not heads.isdisjoint(word.casefold().strip(",") for word in words_of)


DESCRIBED = frozenset(("monitor", "monitors", "monitoring", "watchdog", "observers", "rights", "group", "organisation", "organization"))
NAMED = frozenset(("observatory", "monitor", "network", "watch", "centre", "center", "committee", "group", "organisation", "organization"))


def follow(a: Side, b: Side) -> bool:
    """Their sentences follow one another."""
    spans = sorted(side.figure.sentence for side in (a, b) if side.figure.sentence)
    return len(spans) == 2 and spans[0] != spans[1] and spans[1].start - spans[0].end <= 3


def by_main_event(a: Side, b: Side) -> Evidence:
    """A figure that names no event of its own speaks of what its article is about, as does one whose words stand in its title."""
    silent = [not (side.names or side.places or side.figure.scope.event_day) for side in (a, b)]
    if not all(quiet or is_main(side) for quiet, side in zip(silent, (a, b), strict=True)):
        return NOTHING
    return (1.5 if any(silent) and not all(silent) else 1.0), "both are what the article is about", ()


def is_main(side: Side) -> bool:
    """The figure is about what its article is about: it stands in its first sentence, or its words, its place or its kind of event in the
    title.
    """
    leads = side.figure.sentence is not None and side.figure.sentence.start <= LEAD
    named = any(words.weight(stem) > 1 for stem in (side.names | side.place) & side.title)
    return leads or named or bool(side.own_kinds & words.classes(side.title))


LEAD = 60
"""Characters before the first sentence: a dateline, a byline."""


def by_cue(a: Side, b: Side) -> Evidence:
    cue = ties(a, b)
    return (3.0, f"“{cue}”", ()) if cue else NOTHING


def by_likeness(a: Side, b: Side) -> Evidence:
    """Two who give numbers not far apart in one article speak of one thing."""
    if not (a.numbers and b.numbers) or a.claimant == b.claimant or is_one_watcher(a, b):
        return NOTHING
    few, many = sorted((float(a.numbers[-1]), float(b.numbers[-1])))
    both_speak = a.figure.speaker and b.figure.speaker and not (a.figure.scope.aside or b.figure.scope.aside)
    worth, most = (1.0, 3) if both_speak else (0.5, 2)
    return (worth, "numbers of like size", ()) if few > 0 and many <= most * few else NOTHING


WITHIN: tuple[Line, ...] = (
    by_article,
    by_one_day,
    by_own_place,
    by_own_kind,
    by_own_words,
    by_side,
    by_speakers,
    by_one_voice,
    by_main_event,
    by_cue,
    by_number,
    by_likeness,
    by_size,
    by_neighbourhood,
    by_part,
    by_aside,
    by_measure,
)
"""Lines for figures of one article: only what each says itself can tell them apart or together."""
