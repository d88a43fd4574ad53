"""Where, in which event, when, whose and as of when: scope read from invented sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract.figures import figures
from tracker.model import Article, Figure, Role

PUBLISHED = dt.date(2017, 6, 14)


def read(text: str) -> list[Figure]:
    return list(figures(Article(text, published=PUBLISHED)))


def test_each_figure_takes_the_place_behind_it() -> None:
    a, b = read("Norway has 700 troops in Estmark and 1,100 in northern Sudmark.")
    assert (a.scope.place, b.scope.place) == ("Estmark", "Sudmark")
    assert (a.scope.side, b.scope.side) == ("norway", "norway")


def test_the_event_and_its_day_come_from_the_words_around() -> None:
    (a,) = read("A bomb attack on a market in Oru on Saturday killed 12 traders.")
    assert a.scope.event == "bomb attack on a market"
    assert (a.scope.place, a.scope.event_day) == ("Oru", dt.date(2017, 6, 10))
    assert (a.as_of, a.as_of_guess) == (PUBLISHED, "publication")


def test_the_day_of_speech_is_the_day_the_figure_holds_for_and_not_the_event() -> None:
    (a,) = read("The flood in Oru killed 12 farmers, the mayor said on Monday.")
    assert (a.as_of, a.as_of_guess, a.scope.event_day) == (dt.date(2017, 6, 12), None, None)


def test_the_sentence_before_lends_its_event_and_place_within_a_paragraph() -> None:
    (a,) = read("An avalanche hit the village of Oru. At least nine skiers died.")
    assert (a.scope.event, a.scope.place) == ("avalanche", "Oru")
    (b,) = read("An avalanche hit the village of Oru.\n\nAt least nine skiers died.")
    assert (b.scope.event, b.scope.place) == (None, None)


def test_breakdowns_and_increments_are_told_from_totals() -> None:
    total, part = read("The crash killed 40 people, including 11 children.")
    assert (total.role, part.role, part.part_of) == (Role.TOTAL, Role.PART, total.span)
    (more,) = read("Another nine miners died.")
    assert more.role is Role.INCREMENT


def test_words_that_replace_an_earlier_count_are_kept() -> None:
    a, b = read("The death toll rose to 88, up from 71.")
    assert a.update is not None and "rose to" in a.update and "71" in a.update
    assert b.low == 71


def test_a_count_that_goes_on_is_open() -> None:
    (a,) = read("The fighting has killed 600 people so far.")
    assert a.scope.open and a.cumulative
    (b,) = read("The explosion killed 6 people.")
    assert not b.scope.open


def test_estimates_and_projections_bear_their_status() -> None:
    assert read("As many as 300 are feared dead.")[0].scope.status == "suspected"
    assert read("The toll is expected to reach 300.")[0].scope.status == "projected"


def test_an_updated_toll_and_one_put_earlier_are_cues() -> None:
    (a,) = read("Eleven miners died, a rescuer said in an updated toll.")
    assert a.update is not None and "updated toll" in a.update
    (b,) = read("The mayor earlier put the death toll at 9.")
    assert b.update is not None and "earlier" in b.update


def test_a_month_and_an_illness_are_no_events() -> None:
    (a,) = read("ORU, March 6 (Wire) - At least 31 people were killed when the dam at Oru broke.")
    assert "March" not in (a.scope.event or "")
    (b,) = read("Two women died of heart attacks.")
    assert b.scope.event is None
    (c,) = read("Police hurt 12 people at the march in Oru.")
    assert c.scope.event == "march in Oru"


def test_a_year_that_opens_the_sentence_is_the_period_of_its_figures() -> None:
    (a,) = read("In 1974 a flood in the same valley killed 90 people.")
    assert a.scope.period == "In 1974"


def test_words_that_set_a_figure_apart_are_kept_with_it() -> None:
    (a,) = read("Elsewhere, a shell killed 9 people at a bus stop.")
    assert a.scope.aside == "Elsewhere"
    (b,) = read("Gunmen killed 9 people in another attack on the road.")
    assert b.scope.aside == "another attack"
    c = read("Officials had said two days earlier that 9 people were killed.")[-1]
    assert c.scope.aside is None
    e = read("Two days earlier they had shot dead 9 people in Oru.")[-1]
    assert e.scope.aside == "Two days earlier"
    f = read("Gunmen shot dead 9 people in Oru two days earlier.")[-1]
    assert f.scope.aside is None
    (d,) = read("Another aid group said 9 people were killed in the blast.")
    assert d.scope.aside is None
    (g,) = read("A shell also killed 9 people at a bus stop.")
    assert g.scope.aside == "also"


def test_an_earlier_toll_is_one_however_long_its_name() -> None:
    (a,) = read("An earlier toll from the fire in the weaving mill at Oru gave 9 dead.")
    assert a.update is not None and a.update.startswith("earlier toll")


def test_a_number_raised_from_another_bears_both_as_its_cue() -> None:
    (a, *_) = [f for f in read("The coast guard revised the death toll in the ferry sinking off Oru to 71 from 64.") if f.low == 71]
    assert a.update is not None and "64" in a.update


def test_more_people_of_another_measure_are_no_increment() -> None:
    found = read("Six people died and another ten were injured.")
    assert [(f.metric, f.role.value) for f in found] == [("killed", "total"), ("injured", "total")]
    found = read("Eight miners were killed in the shaft, and three more died in hospital.")
    assert [f.role.value for f in found] == ["total", "increment"]


def test_lines_of_the_page_yield_no_figures() -> None:
    assert read("5 min read\n\nThe harbour was calm.") == []


def test_what_the_worst_is_measured_against_is_no_period() -> None:
    (a,) = read("The flood killed 27 people in the worst disaster since 1961.")
    assert a.scope.period is None
    assert not a.cumulative


@pytest.mark.parametrize(
    "sentence",
    [
        "The death toll from Saturday's landslide in Oru rose to 31 on Monday.",
        "On Monday the death toll from the landslide in Oru stood at 31.",
    ],
)
def test_the_day_on_which_a_count_rose_is_not_the_day_of_what_happened(sentence: str) -> None:
    (a,) = read(sentence)
    assert a.as_of == dt.date(2017, 6, 12)
    assert a.scope.event_day != dt.date(2017, 6, 12)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("The firm on Sunday apologised for the leak at its plant, in which 13 people have died.", None),
        ("The explosion on Sunday, in which 13 people died, was its second.", dt.date(2017, 6, 11)),
        ("A bus fell into a river on Sunday, killing 13 people.", dt.date(2017, 6, 11)),
    ],
)
def test_a_day_beside_another_verb_is_not_the_day_of_what_happened(sentence: str, day: dt.date | None) -> None:
    (a,) = (f for f in read(sentence) if f.words == "13")
    assert a.scope.event_day == day


def test_a_dateline_is_neither_a_range_nor_the_day_of_the_event() -> None:
    (a,) = read("NORHAM, June 13 — At least 32 people were killed in a quake before dawn on Monday.")
    assert (a.low, a.scope.event_day) == (32, dt.date(2017, 6, 12))


def test_a_day_within_the_name_of_the_event_is_its_day() -> None:
    a, b = read("Yesterday's raid in Oru killed seven, and one on Monday killed two.")
    assert (a.scope.event_day, b.scope.event_day) == (dt.date(2017, 6, 13), dt.date(2017, 6, 12))


def test_a_clause_set_off_by_commas_lends_neither_its_event_nor_its_period() -> None:
    a, b = read("Floods in Teyra, where 40 died in 2007, have ruined 900 farms.")
    assert (a.scope.period, b.scope.period) == ("in 2007", None)
    (c,) = read("The attack, which came after a bombing, left 12 dead.")
    assert c.scope.event == "attack"


def test_a_clause_that_goes_on_with_a_participle_lends_them() -> None:
    (a,) = read("It cheered the league, which launched a raid on Oru on 3 May, killing 14.")
    assert (a.scope.event, a.scope.event_day) == ("raid on Oru", dt.date(2017, 5, 3))


def test_each_figure_has_the_period_nearest_to_it() -> None:
    a, b = read("More than 400 people were killed in 2009, compared with 310 in 2008.")
    assert (a.scope.period, b.scope.period) == ("in 2009", "in 2008")


def test_a_storm_bears_its_name() -> None:
    (a,) = read("Cyclone Delfa killed nine people.")
    assert a.scope.event_words == ("cyclone", "delfa")


def test_a_crowd_gathers_on_the_day_that_the_question_names() -> None:
    a, b = read("How many people marched last Saturday? Guilds say 7,500. The police counted 2,000.")
    assert {a.scope.event_day, b.scope.event_day} == {dt.date(2017, 6, 10)}


def test_what_deals_with_a_crisis_is_no_crisis() -> None:
    (a,) = read("The crisis centre counted 12 dead.")
    assert a.scope.event is None


def test_the_day_on_which_somebody_spoke_before_is_neither_that_of_the_event_nor_of_what_is_told_now() -> None:
    (a,) = read("The brewery, which on Monday spoke of 17 dead, has now filed a report.")
    assert (a.scope.event_day, a.as_of_guess) == (None, "publication")


@pytest.mark.parametrize(
    "text",
    [
        "The guild corrected its account on Monday and said 14 divers had died.",
        "The guild said on Friday that 19 divers died. Its first statement had given the number as 14.",
        "The guild lowers its estimate of the cost of the flood to 14 million crowns.",
    ],
)
def test_accounts_and_estimates_are_corrected_as_tolls_are(text: str) -> None:
    *_, a = read(text)
    assert a.update is not None


def test_a_price_that_rises_replaces_no_count() -> None:
    (a,) = read("Shares of the brewery rose to 14 pounds.")
    assert a.update is None


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The warden said the number of dead was 43 and not 52.", "and not"),
        ("The gale hurt 19 anglers, according to updated figures.", "according to updated figures"),
        ("The warden counted 20 dead, having spoken of only six at noon.", "having spoken"),
        ("The miller put the dead at 40, while the warden gave the number as 31.", "while the warden gave the number as"),
        ("The figure of 85 dead was withdrawn.", "was withdrawn"),
        ("The warden counted 20 dead and 52 lorries, not one of them his.", None),
    ],
)
def test_numbers_set_against_others_bear_the_words_that_do_so(text: str, cue: str | None) -> None:
    cues = [f.update.strip() for f in read(text) if f.update]
    assert cues == ([cue] if cue else [])


def test_what_began_opens_a_period() -> None:
    (a,) = read("Some 241 people have been killed since the offensive on the coast began.")
    assert a.scope.period == "since the offensive on the coast began"


def test_a_count_that_is_called_small_or_owned_to_is_set_against_another() -> None:
    assert [f.update for f in read("The mayor said only nine of the huts had burned.")] == ["only"]
    assert [f.update for f in read("The owner admits that 12 pilgrims died.")] == ["admits"]
    assert [f.update for f in read("The mayor said 12 pilgrims died, only nine of them on the road.")] == [None, None]
    assert [f.update for f in read("The owner admits a fault; 12 pilgrims died.")] == [None]


def test_from_a_greater_number_to_a_smaller_one_is_no_range() -> None:
    a, b = read("The ministry corrects its count of confirmed cases from 93 to 78.")
    assert (a.low, b.low) == (93, 78)
    assert b.update is not None and "corrects" in b.update
    (fewer,) = read("Officials lowered the number of dead to 79, from 87.")[:1]
    assert fewer.update is not None
    assert "from 87" in fewer.update
    (span,) = read("The clinics treated from 78 to 93 patients.")
    assert (span.low, span.high) == (78, 93)


def test_a_daily_figure_is_per_day_and_one_that_doubles_replaces_another() -> None:
    assert [f.scope.per for f in read("The pipe has a daily outflow of 9,000 barrels.")] == ["day"]
    assert [f.scope.per for f in read("The firm gives a new weekly figure of 60,000 tonnes.")] == ["week"]
    assert [f.scope.per for f in read("The daily paper told of 900 barrels.")] == [None]
    (flow,) = read("The authority doubles its estimate of the flow to 4,800 barrels.")
    assert flow.update is not None
    assert flow.update.startswith("doubles")


def test_what_is_compared_with_another_time_takes_no_place() -> None:
    assert [one.update for one in read("The office said 310 people drowned in May, compared with 65 in April.")] == [None, None]


def test_an_event_in_a_clause_about_the_next_figure_is_not_that_of_the_one_before() -> None:
    whole, part = read("The pits have yielded the remains of 176 persons, nine of which the doctors ascribe to the flood.")
    assert (whole.scope.event, part.scope.event) == (None, "flood")


def test_what_is_held_for_the_dead_of_the_sentence_before_killed_nobody() -> None:
    (named,) = read("A week of funerals ended. Our paper has counted 131 dead.")
    assert named.scope.event is None


def test_who_watches_a_war_is_no_war() -> None:
    (put,) = read("The war monitor put the dead at 61.")
    assert (put.scope.event, put.scope.open) == (None, False)


def test_the_event_of_the_sentence_before_comes_without_a_place_that_is_not_the_figures_own() -> None:
    _, here, there = read("Five men died in attacks in Oru district. The attacks hurt nine in Oru. The toll in Tamby reached 3.")
    assert (here.scope.event, there.scope.event, there.scope.place) == ("attacks", "attacks", "Tamby")
