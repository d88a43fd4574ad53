"""The table of relations, line by line, on invented figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from tests.compare.making import DAY, entry
from tracker.compare import relate
from tracker.model import Entry, FigureKind, Relation, Role, Span

PORT = {"place": "Port Elm", "event_words": ("blast", "harbour")}
LATER = DAY + dt.timedelta(days=2)


def related(a: Entry, b: Entry) -> str:
    pairs = relate([a, b], ())
    assert len(pairs) < 2
    return str(pairs[0].relation) if pairs else "unrelated"


def blast(words: str, **more: Any) -> Entry:
    return entry(words, **{**PORT, **more})


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("another day", {"event_day": DAY}, {"words": "22", "day": LATER, "event_day": LATER}, Relation.DIFFERENT_SCOPE),
        (
            "a part that the other counts by itself",
            {"words": "44", "role": Role.PART},
            {"words": "44", "outlet": "Herald"},
            Relation.CORROBORATES,
        ),
        ("a year of its own", {"period": "In 1974"}, {"words": "55", "outlet": "Herald"}, Relation.DIFFERENT_SCOPE),
        ("a year named in passing", {"period": "in 1974"}, {"words": "55", "outlet": "Herald"}, Relation.CONFLICT),
        ("children are a part", {"population": "people"}, {"words": "12", "population": "children"}, Relation.DIFFERENT_SCOPE),
        ("a part greater than its whole", {"population": "people"}, {"words": "55", "population": "pilgrims"}, Relation.CONFLICT),
        (
            "the civilians of another are the people",
            {"population": "civilians"},
            {"words": "31", "population": "people", "outlet": "Herald"},
            Relation.CONFLICT,
        ),
        (
            "but a breakdown",
            {"population": "civilians", "role": Role.PART},
            {"words": "55", "population": "people", "outlet": "Herald"},
            Relation.DIFFERENT_SCOPE,
        ),
        ("soldiers are no civilians", {"population": "soldiers"}, {"words": "55", "population": "civilians"}, Relation.DIFFERENT_SCOPE),
        (
            "officers may be of the police",
            {"population": "officers"},
            {"population": "policemen", "outlet": "Herald"},
            Relation.CORROBORATES,
        ),
        ("officers are no gunmen", {"population": "officers"}, {"words": "55", "population": "gunmen"}, Relation.DIFFERENT_SCOPE),
        (
            "drivers on strike are those on strike",
            {"metric": "participants", "population": "members"},
            {"words": "12", "metric": "participants", "population": "drivers", "outlet": "Herald", "speaker": "the operator"},
            Relation.CONFLICT,
        ),
        (
            "who corrects himself may call them otherwise",
            {"population": "soldiers", "speaker": "the governor"},
            {"words": "55", "population": "martyrs", "speaker": "the governor", "update": "bringing the number to", "day": LATER},
            Relation.REVISION,
        ),
        ("a toll does not grow tenfold", {"words": "20"}, {"words": "210", "outlet": "Herald", "day": LATER}, Relation.CONFLICT),
        (
            "two who count an army within weeks contradict each other",
            {"words": "20000", "metric": "troops", "speaker": "the minister", "title": "Norhem stays in Port Elm", "event_words": ()},
            {
                "words": "35000",
                "metric": "troops",
                "speaker": "the institute",
                "title": "How many does Norhem have there?",
                "event_words": (),
                "day": LATER,
            },
            Relation.CONFLICT,
        ),
        ("inmates are the dead of a jail", {"population": "people"}, {"words": "12", "population": "inmates"}, Relation.CONFLICT),
        ("a breakdown of all", {"role": Role.PART, "population": "nurses"}, {"words": "55"}, Relation.DIFFERENT_SCOPE),
        (
            "a breakdown, and a count of the same people",
            {"role": Role.PART, "population": "nurses"},
            {"words": "at least 17", "population": "nurses", "outlet": "Herald"},
            Relation.COMPATIBLE,
        ),
        ("herders are no part", {"population": "people"}, {"words": "12", "population": "herders"}, Relation.CONFLICT),
        ("another side", {"side": "halden"}, {"words": "55", "side": "ostrow"}, Relation.DIFFERENT_SCOPE),
        ("per day and in all", {"per": "day"}, {"words": "55"}, Relation.DIFFERENT_SCOPE),
        ("believed and counted", {"status": "suspected"}, {"words": "55", "outlet": "Herald"}, Relation.CONFLICT),
        ("a vague word", {}, {"words": "hundreds"}, Relation.COMPATIBLE),
        ("a correction", {}, {"words": "55", "update": "correcting an earlier count of"}, Relation.REVISION),
        ("the same number", {"speaker": "the mayor"}, {"words": "at least 20", "outlet": "Herald"}, Relation.CORROBORATES),
        ("the same number from one speaker", {"speaker": "the mayor"}, {"outlet": "Herald", "speaker": "the mayor"}, Relation.ECHO),
        ("readings that meet", {}, {"words": "at least 17", "outlet": "Herald"}, Relation.COMPATIBLE),
        ("two claimants on one day", {}, {"words": "55", "outlet": "Herald"}, Relation.CONFLICT),
        ("an open count that rises", {"open": True}, {"words": "55", "open": True, "day": LATER}, Relation.RUNNING_TOTAL),
        ("an open count that leaps", {"open": True}, {"words": "550", "open": True, "day": LATER}, Relation.CONFLICT),
        ("an open count that falls", {"open": True}, {"words": "10", "open": True, "day": LATER}, Relation.CONFLICT),
        ("a named speaker later", {"speaker": "the mayor"}, {"words": "55", "speaker": "the mayor", "day": LATER}, Relation.REVISION),
        ("an unattributed rise", {}, {"words": "55", "day": LATER}, Relation.REVISION),
        ("an unattributed fall", {}, {"words": "10", "day": LATER}, Relation.CONFLICT),
        ("an unattributed rise on what a speaker gave", {"speaker": "the mayor"}, {"words": "55", "day": LATER}, Relation.REVISION),
        ("more than somebody allowed for", {"words": "fewer than 20"}, {"words": "55", "day": LATER}, Relation.CONFLICT),
        (
            "an office and its holder",
            {"speaker": "Mayor Ana Ruiz"},
            {"words": "55", "day": LATER, "speaker": "the mayor"},
            Relation.REVISION,
        ),
        (
            "a count of the same people in a breakdown and by itself",
            {"role": Role.PART, "population": "herders"},
            {"words": "55", "population": "herders", "outlet": "Herald"},
            Relation.CONFLICT,
        ),
        (
            "peaceful townsmen are civilians",
            {"population": "civilians"},
            {"words": "55", "population": "peaceful townsmen", "outlet": "Herald"},
            Relation.CONFLICT,
        ),
        (
            "a vague word is no part of less than it is read as",
            {"words": "40", "population": "people"},
            {"words": "dozens", "population": "civilians"},
            Relation.COMPATIBLE,
        ),
        (
            "of one nation, as a part and by themselves",
            {"role": Role.PART, "population": "maltese"},
            {"words": "55", "population": "maltese pilgrims", "side": "malta", "outlet": "Herald"},
            Relation.CONFLICT,
        ),
        (
            "of two nations, as a part and by themselves",
            {"role": Role.PART, "population": "maltese"},
            {"words": "55", "population": "cypriot pilgrims", "side": "cyprus", "outlet": "Herald"},
            Relation.DIFFERENT_SCOPE,
        ),
        (
            "lorries lost in one raid",
            {"metric": "vehicles", "event_words": ("raid",)},
            {"words": "55", "metric": "vehicles", "event_words": ("raid",), "outlet": "Herald"},
            Relation.CONFLICT,
        ),
        ("a bare number a tenth off", {"words": "2200"}, {"words": "about 2000", "outlet": "Herald", "day": LATER}, Relation.CONFLICT),
        ("a rise that another speaker gives", {}, {"words": "55", "day": LATER, "speaker": "the mayor"}, Relation.CONFLICT),
    ],
)
def test_the_first_line_that_holds_decides(name: str, a: dict[str, Any], b: dict[str, Any], expected: Relation) -> None:
    assert related(blast(**{"words": "20", **a}), blast(**{"words": "20", **b})) == expected, name


def test_two_sums_of_money_in_one_article_are_two_things() -> None:
    sums = [blast(words, article="one", metric="money", kind=FigureKind.MONEY, speaker=who) for words, who in (("1100", "A"), ("23", "B"))]
    assert related(*sums) == Relation.DIFFERENT_SCOPE


def test_one_sentence_that_gives_two_claimants_contrasts_them() -> None:
    said = {"article": "one", "sentence": Span(3000, 3090), "place": "Port Elm", "places": ("Port Elm",)}
    assert related(blast("20", **said), blast("26", speaker="the mayor", **said)) == Relation.CONFLICT
    assert related(blast("20", speaker="the mayor", **said), blast("26", speaker="the mayor", **said)) == Relation.DIFFERENT_SCOPE


def test_one_sentence_that_sets_one_number_against_another_counts_one_thing() -> None:
    said = {"article": "one", "sentence": Span(3000, 3090), "place": "Port Elm", "places": ("Port Elm",)}
    assert related(blast("20", **said), blast("31", update="while the warden gave", **said)) == Relation.CONFLICT


def test_a_sum_that_an_article_gives_twice_is_one() -> None:
    sums = [blast("1100", article="one", metric="money", kind=FigureKind.MONEY, speaker=who) for who in ("A", None)]
    assert related(*sums) == Relation.CORROBORATES


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("shoppers", "civilians", Relation.CONFLICT),
        ("pupils", "children", Relation.CONFLICT),
        ("shoppers", "children", Relation.DIFFERENT_SCOPE),
        ("passengers", "soldiers", Relation.DIFFERENT_SCOPE),
        ("people", "civilians", Relation.DIFFERENT_SCOPE),
    ],
)
def test_two_words_may_be_names_of_one_group(a: str, b: str, expected: Relation) -> None:
    assert related(blast("55", population=a), blast("20", population=b, outlet="Herald")) == expected


def test_two_words_of_one_measure_meet_and_what_is_found_of_the_dead_is_some_of_them() -> None:
    assert related(blast("55", metric="inhabitants"), blast("20", metric="guests", outlet="Herald")) == Relation.CONFLICT
    assert related(blast("55"), blast("20", metric="buried", outlet="Herald")) == Relation.DIFFERENT_SCOPE
    assert related(blast("55"), blast("54", metric="coffins", outlet="Herald")) != Relation.DIFFERENT_SCOPE
    assert related(blast("20"), blast("55", metric="recovered", outlet="Herald")) == Relation.CONFLICT


def test_one_sentence_that_gives_two_groups_names_of_their_own_counts_two() -> None:
    said = {"article": "one", "sentence": Span(3000, 3090), "place": "Port Elm", "places": ("Port Elm",)}
    sides = [blast(words, population=who, speaker=who, **said) for words, who in (("20", "loyalists"), ("26", "rebels"))]
    assert related(*sides) == Relation.DIFFERENT_SCOPE


def test_more_is_no_total_wherever_it_is() -> None:
    more = blast("9", role=Role.INCREMENT, place="Port Elm", places=("Port Elm",), outlet="Herald")
    assert related(blast("20"), more) == Relation.DIFFERENT_SCOPE
    assert related(blast("9"), more) == Relation.CORROBORATES


def test_one_quantity_in_two_units_is_no_correction() -> None:
    spilled = {"metric": "volume", "article": "one", "sentence": Span(3000, 3090)}
    a, b = blast("100", counted="barrels", update="raised to", **spilled), blast("4200", counted="gallons", **spilled)
    assert related(a, b) == Relation.CORROBORATES


def test_square_kilometres_are_an_area_and_no_length() -> None:
    burnt = {"metric": "measure", "article": "one", "sentence": Span(3000, 3090)}
    a, b = blast("20", counted="square kilometres", **burnt), blast("2000", counted="hectares", **burnt)
    assert related(a, b) == Relation.CORROBORATES


def test_an_anniversary_that_repeats_the_number_is_met_and_linked() -> None:
    then = blast("137", place="Port Elm", places=("Port Elm",))
    after = blast(
        "137", place="Port Elm", places=("Port Elm",), title="Port Elm a year on", outlet="Herald", day=DAY + dt.timedelta(days=365)
    )
    assert related(then, after) == Relation.CORROBORATES


@pytest.mark.parametrize(("other", "expected"), [("480", Relation.CONFLICT), ("23", Relation.DIFFERENT_SCOPE)])
def test_two_speakers_of_one_article_may_name_one_sum_where_the_two_are_near(other: str, expected: Relation) -> None:
    facts = {"article": "one", "metric": "money", "kind": FigureKind.MONEY, "place": "Port Elm", "places": ("Port Elm",)}
    assert related(blast("900", speaker="the builders", **facts), blast(other, speaker="the ministry", **facts)) == expected


def test_figures_within_four_percent_are_compatible() -> None:
    assert related(blast("99", speaker="the mayor"), blast("96", speaker="the coroner", day=LATER)) == Relation.COMPATIBLE


def test_nothing_known_of_the_event_is_never_an_alarm() -> None:
    a = entry("20", title="Morning notes", day=None)
    b = entry("900", title="Evening notes", outlet="Herald", day=None)
    assert related(a, b) in ("unrelated", Relation.POSSIBLE)


def test_other_metrics_are_not_paired() -> None:
    assert related(blast("20"), blast("50", metric="injured")) == "unrelated"


def test_the_reason_names_both_figures_and_what_linked_them() -> None:
    (pair,) = relate([blast("20"), blast("at least 55", outlet="Herald")], ())
    assert "20 (6 May 2031) and at least 55 (6 May 2031)" in pair.reason
    assert "the place Port Elm" in pair.reason or "Port" in pair.reason


def test_neighbours_are_related_to_the_new_only() -> None:
    old = [blast("20"), blast("55", outlet="Herald")]
    new = blast("90", outlet="Gazette")
    pairs = relate([new], old)
    assert {new.figure.id} < {i for pair in pairs for i in (pair.a, pair.b)}
    assert all(new.figure.id in (pair.a, pair.b) for pair in pairs) and len(pairs) == 2


def test_the_same_two_figures_make_the_same_pair_in_either_order() -> None:
    a, b = blast("20"), blast("55", outlet="Herald")
    assert relate([a, b], ()) == relate([b, a], ()) == relate([a], [b]) == relate([b], [a])


def test_suspected_and_confirmed_cases_are_two_counts() -> None:
    assert related(blast("20", metric="infected", status="suspected"), blast("55", metric="infected")) == Relation.DIFFERENT_SCOPE


def test_old_round_totals_of_a_war_do_not_contradict_newer_ones() -> None:
    war = {"open": True, "place": "Halden", "event_words": ("war",), "as_of_guess": "publication"}
    assert related(blast("more than 60,000", **war), blast("more than 40,000", day=LATER, **war)) == Relation.RUNNING_TOTAL
    named = {**war, "speaker": "the mayor"}
    assert related(blast("more than 60,000", **war), blast("more than 40,000", day=LATER, **named)) == Relation.CONFLICT


def test_a_number_that_began_its_sentence_has_no_capital_in_a_reason() -> None:
    (pair,) = relate([entry("Nearly 50", day=dt.date(2031, 5, 6)), entry("At least 80", day=dt.date(2031, 5, 6), outlet="Mail")], ())
    assert pair.reason.startswith("nearly 50 (6 May 2031) and at least 80 (6 May 2031): ")


def test_one_voice_that_names_two_groups_counts_each() -> None:
    facts = {"article": "one", "place": "Port Elm", "places": ("Port Elm",), "speaker": "the mayor"}
    groups = [blast("20", population="hill fighters", **facts), blast("31", population="river rebels", **facts)]
    assert related(*groups) == Relation.DIFFERENT_SCOPE
    assert related(groups[0], blast("31", population="fighters", **facts)) == Relation.CONFLICT
    assert related(groups[0], blast("31", population="river rebels", **{**facts, "speaker": "a nurse"})) == Relation.CONFLICT


def test_the_count_of_one_town_is_part_of_that_of_two() -> None:
    both = {"article": "one", "place": "Port Elm", "places": ("Port Elm", "Lenk"), "speaker": "the mayor"}
    one = {"article": "one", "place": "Lenk", "places": ("Lenk",), "speaker": "a nurse"}
    assert related(blast("20", **both), blast("13", **one)) != Relation.CONFLICT
    assert related(blast("20", **both), blast("33", **one)) == Relation.CONFLICT


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [("20", Relation.CORROBORATES), ("12", Relation.DIFFERENT_SCOPE), ("55", Relation.CONFLICT)],
)
def test_bodies_found_are_some_of_the_dead(bodies: str, expected: Relation) -> None:
    found = blast(bodies, metric="recovered", population="bodies", outlet="Herald")
    assert related(blast("20", speaker="the mayor"), found) == expected


def test_bodies_found_and_the_dead_whom_another_counts_no_earlier_may_be_one_count() -> None:
    found = {"metric": "recovered", "population": "bodies", "outlet": "Herald", "speaker": "the coastguard"}
    assert related(blast("34", **found), blast("55", speaker="the mayor")) == Relation.CONFLICT
    assert related(blast("34", **found), blast("55")) == Relation.DIFFERENT_SCOPE
    assert related(blast("12", **found), blast("55", speaker="the mayor")) == Relation.DIFFERENT_SCOPE


def test_an_officer_may_be_of_the_police_or_of_the_army_and_passengers_are_some_of_those_aboard() -> None:
    assert related(blast("9", population="officers"), blast("14", population="policemen", outlet="Herald")) == Relation.CONFLICT
    assert related(blast("9", population="soldiers"), blast("14", population="policemen", outlet="Herald")) == Relation.DIFFERENT_SCOPE
    aboard = {"metric": "aboard", "outlet": "Herald"}
    assert related(blast("130", population="passengers", **aboard), blast("138", population="people", **aboard)) == Relation.DIFFERENT_SCOPE


def test_two_who_are_named_contradict_each_other_within_days_though_the_count_can_grow() -> None:
    ill = {"metric": "cases", "open": True, "title": "Cholera in Port Elm", "event_words": ("cholera",)}
    clinic, ministry = blast("1,200", speaker="the clinic", **ill), {**ill, "speaker": "the ministry", "outlet": "Herald"}
    assert related(clinic, blast("2,900", day=LATER, **ministry)) == Relation.CONFLICT
    assert related(clinic, blast("2,900", day=LATER, update="has climbed to", **ministry)) == Relation.RUNNING_TOTAL
    assert related(blast("at least 1,200", speaker="the clinic", **ill), blast("2,900", day=LATER, **ministry)) == Relation.RUNNING_TOTAL
    assert related(clinic, blast("2,900", day=LATER + dt.timedelta(days=9), **ministry)) == Relation.RUNNING_TOTAL


def test_two_counts_of_bodies_are_no_part_of_one_another() -> None:
    found = blast("12", metric="recovered", counted="bodies", outlet="Herald")
    assert related(blast("20", day=LATER, counted="bodies"), found) != Relation.DIFFERENT_SCOPE


def test_two_quarters_are_two_periods() -> None:
    lost = {"metric": "jobs", "place": "Port Elm"}
    third, fourth = (blast(n, period=f"in the {name} quarter", **lost) for n, name in (("40", "third"), ("55", "fourth")))
    assert related(third, fourth) == Relation.DIFFERENT_SCOPE
    assert related(third, blast("55", period="for the third quarter", outlet="Herald", **lost)) == Relation.CONFLICT


def test_a_count_that_has_risen_replaces_at_least_so_many_whoever_gives_it() -> None:
    rose = {"words": "55", "update": "rose to", "speaker": "the mayor"}
    assert related(blast("at least 20", speaker="a nurse"), blast(**rose)) == Relation.REVISION
    assert related(blast("20", speaker="a nurse"), blast(**rose)) == Relation.CONFLICT


def test_more_marchers_than_were_counted_are_no_revision() -> None:
    march = {"metric": "participants", "event_day": DAY, "event_words": ("march",), "place": "Port Elm"}
    assert related(blast("2000", speaker="police", **march), blast("5000", day=LATER, **march)) == Relation.CONFLICT


def test_two_units_of_one_dimension_are_compared_and_two_dimensions_are_not() -> None:
    burnt = {"metric": "measure", "event_words": ("wildfire",), "place": "Port Elm", "places": ("Port Elm",)}
    said = blast("600", counted="hectares", speaker="the service", **burnt)
    assert related(said, blast("5000", counted="acres", speaker="a pilot", **burnt)) == Relation.CONFLICT
    assert related(said, blast("1480", counted="acres", speaker="a pilot", **burnt)) == Relation.CORROBORATES
    assert related(said, blast("5000", counted="barrels", speaker="a pilot", **burnt)) is not Relation.CONFLICT


def test_a_burnt_area_grows() -> None:
    burnt = {"metric": "measure", "counted": "acres", "event_words": ("wildfire",), "place": "Port Elm"}
    assert related(blast("900", **burnt), blast("2600", day=LATER, **burnt)) == Relation.RUNNING_TOTAL


def test_two_who_speak_in_one_article_contradict_each_other_though_a_day_apart() -> None:
    told = {"article": "one", "event_words": ("cholera", "outbreak"), "place": "Orlo", "places": ("Orlo",), "open": True}
    a = blast(**{**told, "words": "74", "speaker": "the ministry", "sentence": Span(0, 90)})
    b = blast(**{**told, "words": "132", "speaker": "the charity", "sentence": Span(92, 180), "as_of": LATER})
    assert related(a, b) == Relation.CONFLICT
    risen = blast(**{**told, "words": "132", "speaker": "the charity", "sentence": Span(92, 180), "as_of": LATER, "update": "has risen to"})
    assert related(a, risen) == Relation.RUNNING_TOTAL


def test_police_and_organisers_count_one_crowd_whatever_they_call_it() -> None:
    crowd = {"article": "one", "metric": "participants", "event_words": ("march",), "event_day": DAY}
    a = blast(**{**crowd, "words": "18000", "population": "students", "speaker": "police", "sentence": Span(0, 90)})
    b = blast(**{**crowd, "words": "60000", "population": "marchers", "sentence": Span(92, 180)})
    assert related(a, b) == Relation.CONFLICT


def test_lorries_that_stood_still_on_one_day_are_of_that_day() -> None:
    halt = {"metric": "vehicles", "title": "Walkout stops trams", "event_day": DAY, "event_words": ("walkout",)}
    assert related(blast(**{**halt, "words": "140"}), blast(**{**halt, "words": "310", "outlet": "Herald"})) == Relation.CONFLICT


def test_a_number_of_small_units_is_no_larger_than_one_of_large_units() -> None:
    sludge = blast("1900", metric="measure", counted="kilograms of lead", place=None, places=(), title="Sludge in the Tarn")
    assert related(sludge, blast("6", metric="measure", counted="tonnes of lead", title="Sludge in the Tarn")) == Relation.CONFLICT


def test_a_count_that_has_grown_goes_on_where_nothing_was_over() -> None:
    seen: dict[str, Any] = {"metric": "herons", "place": None, "places": (), "speaker": "the warden", "event_words": ()}
    first = blast("40", title="Herons on the Tarn marshes", **seen)
    more = blast("190", title="More herons on the Tarn marshes", update="has grown to", day=LATER, **seen)
    assert related(first, more) == Relation.RUNNING_TOTAL
    assert (
        related(blast("40", speaker="the mayor"), blast("60", speaker="the mayor", update="has risen to", day=LATER)) == Relation.REVISION
    )


def test_a_year_is_no_day_that_two_share() -> None:
    year = {"event_day": dt.date(2031, 1, 1), "event_day_end": dt.date(2031, 12, 31), "place": None, "places": (), "event_words": ()}
    one = blast("9,100", metric="tonnes", title="Barley does well", **year)
    assert related(one, blast("2,300", metric="tonnes", title="Barley does badly", outlet="Herald", **year)) == "unrelated"


def test_what_was_in_one_place_alone_is_part_of_what_was_everywhere() -> None:
    ill = {"metric": "cases", "place": None, "places": (), "event_words": ("cholera",), "title": "Cholera in Norland"}
    alone = {**ill, "place": "Oru", "places": ("Oru",), "aside": "alone", "outlet": "Herald"}
    assert related(blast("9,100", **ill), blast("2,300", **alone)) == Relation.DIFFERENT_SCOPE
    assert related(blast("1,100", **ill), blast("2,300", **alone)) != Relation.DIFFERENT_SCOPE
    assert related(blast("9,100", **{**ill, "place": "Oru", "places": ("Oru",)}), blast("2,300", **alone)) != Relation.DIFFERENT_SCOPE


def test_litres_and_cubic_metres_are_one_quantity() -> None:
    leak = {"metric": "measure", "kind": FigureKind.MEASURE, "event_words": ("leak",)}
    a, b = (
        blast(**{**leak, "words": "30000", "counted": "litres"}),
        blast(**{**leak, "words": "30", "counted": "cubic metres", "outlet": "Herald"}),
    )
    assert related(a, b) == Relation.CORROBORATES


def test_a_year_that_both_name_parts_nothing() -> None:
    fire = {"title": "The fire of 1974", "event_words": ("fire",), "place": "Orlo", "places": ("Orlo",)}
    year = {"event_day": dt.date(1974, 1, 1), "event_day_end": dt.date(1974, 12, 31), "period": "In 1974"}
    a, b = blast(**{**fire, **year, "words": "17"}), blast(**{**fire, "words": "17", "outlet": "Herald", "period": "of 1974"})
    assert related(a, b) == Relation.CORROBORATES
    assert related(a, blast(**{**fire, "words": "17", "outlet": "Herald"})) == Relation.DIFFERENT_SCOPE


def test_what_has_come_together_since_a_year_is_not_one_event_of_later() -> None:
    taken = {"metric": "abducted", "event_words": ("kidnapping",), "place": "Orlo", "places": ("Orlo",)}
    a = blast(**{**taken, "words": "480", "period": "since 2013"})
    assert related(a, blast(**{**taken, "words": "110", "event_day": DAY, "outlet": "Herald"})) == Relation.DIFFERENT_SCOPE
    assert related(a, blast(**{**taken, "words": "110", "event_day": dt.date(2013, 4, 1), "day": dt.date(2013, 4, 2)})) != Relation.CONFLICT


def test_at_least_so_many_days_before_is_replaced_by_the_number_to_which_it_rose() -> None:
    rose = {"update": "has risen to", "outlet": "Herald", "day": LATER}
    assert related(blast("at least 20"), blast("23", **rose)) == Relation.REVISION
    assert related(blast("at least 20"), blast("at least 23", **rose)) == Relation.COMPATIBLE
    assert related(blast("at least 20"), blast("23", outlet="Herald", day=LATER)) == Relation.COMPATIBLE


def test_a_toll_that_rises_days_later_replaces_a_count_of_another_that_is_not_half_as_high() -> None:
    rose = {"update": "has risen to", "speaker": "the surgeon", "day": LATER}
    told = {"speaker": "the mayor"}
    assert related(blast("20", **told), blast("26", **rose)) == Relation.REVISION
    assert related(blast("20", **told), blast("55", **rose)) == Relation.CONFLICT
    assert related(blast("20", **told), blast("26", **{**rose, "day": DAY})) == Relation.CONFLICT
    assert related(blast("20", **told), blast("26", speaker="the surgeon", day=LATER)) == Relation.CONFLICT
