"""Where, in which event, when, whose and as of when: scope read from invented sentences."""

from __future__ import annotations

import datetime as dt

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
