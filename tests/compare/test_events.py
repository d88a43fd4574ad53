"""Linking figures to events: day, place, words, kind of event, and what one article says of several."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from tests.compare.making import DAY, entry
from tracker.compare import days, events, evidence, headings, updates
from tracker.compare.events import Linked
from tracker.compare.sides import side
from tracker.model import Article, Kind, Reading, Span, SpeakerKind, Statement, Words

WEEK = dt.timedelta(days=7)
RAID = {"event": "raid", "event_words": ("raid",), "title": "Raid kills dozens", "words": "60"}
ASSAULT = {"event": "assault", "event_words": ("assault",), "title": "Dozens die", "words": "155"}
FARMS = "Ministers toured farms, bakeries, workshops, bridges, orchards, mills, harbours, quarries, canals, gardens and lighthouses."
SCHOOLS = "Nurses inspected schools, stadiums, theatres, trams, laundries, museums, chapels, libraries, pools and kennels."
SHARE = {"metric": "percent", "counted": "per cent", "title": "Drought in the valley", "event_words": ("drought",), "event": "drought"}
BLAST = {"event": "blast at the market", "event_words": ("blast", "market"), "place": "Port Elm", "places": ("Port Elm",)}

MALTA = {"place": "Malta", "places": ("Malta",)}


def linked(a: dict[str, Any], b: dict[str, Any]) -> Linked:
    return events.link(side(entry(**{"words": "20", **a})), side(entry(**{"words": "55", "outlet": "Herald", **b}))).verdict


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("place, kind and day agree", BLAST, BLAST, Linked.SAME),
        (
            "another country",
            {**BLAST, "place": "Malta", "places": ("Malta",)},
            {**BLAST, "place": "Cyprus", "places": ("Cyprus",)},
            Linked.OTHER,
        ),
        ("a country and its people", {"place": "Malta", "event_day": DAY}, {"place": "Maltese", "event_day": DAY}, Linked.SAME),
        (
            "two towns that both articles name",
            {**BLAST, "places": ("Port Elm",), "title": "Blasts in Port Elm and Varen"},
            {**BLAST, "place": "Varen", "places": ("Varen",), "title": "Blasts in Port Elm and in Varen"},
            Linked.OTHER,
        ),
        ("another day", {**BLAST, "event_day": DAY}, {**BLAST, "event_day": DAY - WEEK}, Linked.OTHER),
        ("reported before it happened", {**BLAST, "day": DAY}, {**BLAST, "day": DAY + WEEK, "event_day": DAY + WEEK}, Linked.OTHER),
        ("another kind of event", {"event_words": ("earthquake",)}, {"event_words": ("flood",)}, Linked.OTHER),
        (
            "a month named, and a day in it",
            {**BLAST, "event_words": ("april", "blast"), "day": DAY + 5 * WEEK},
            {**BLAST, "event_day": DAY},
            Linked.OTHER,
        ),
        (
            "two villages of one province",
            {**BLAST, "place": "Norbeck", "places": ("Norbeck", "Port Elm"), "title": "Strike"},
            {**BLAST, "place": "Sudbeck", "places": ("Sudbeck", "Port Elm"), "title": "Raid", "day": DAY + WEEK},
            Linked.UNKNOWN,
        ),
        (
            "a town of each, though an article names both",
            {"place": "Sorva", "places": ("Sorva",), "title": "Quake hits Sorva and Lenk", "event_words": ("quake",)},
            {"place": "Lenk", "places": ("Lenk",), "title": "Lenk digs out", "event_words": ("quake",)},
            Linked.UNKNOWN,
        ),
        (
            "one side's dead of a war",
            {**MALTA, "open": True, "side": "halden", "event_words": ("war",), "title": "Losses mount"},
            {**MALTA, "open": True, "side": "halden", "title": "The cost of it", "day": DAY + WEEK},
            Linked.SAME,
        ),
        ("nothing in common", {"title": "Vote in Halden", "day": DAY}, {"title": "Ferry sinks", "day": DAY + 5 * WEEK}, Linked.UNKNOWN),
    ],
)
def test_evidence_links_or_parts_figures_of_two_articles(name: str, a: dict[str, Any], b: dict[str, Any], expected: Linked) -> None:
    assert linked(a, b) == expected, name


def test_a_week_between_undated_reports_needs_more_than_common_words() -> None:
    title = {"title": "Strike kills soldiers near the border"}
    assert (
        linked(
            {**title, "event_words": ("strike",)}, {**title, "title": "Strike kills rebels", "event_words": ("strike",), "day": DAY + WEEK}
        )
        != Linked.SAME
    )


def test_counts_of_wholly_different_size_are_not_of_one_event() -> None:
    near = {"title": "Blast", "event_words": ("blast", "market")}
    assert linked({**near, "words": "70"}, {**near, "words": "90"}) == Linked.SAME
    assert linked({**near, "words": "70"}, {**near, "words": "9,000"}) != Linked.SAME


@pytest.mark.parametrize(
    ("name", "a", "b", "expected"),
    [
        ("two places", {**BLAST, "place": "Port Elm"}, {**BLAST, "place": "Halden", "places": ("Halden",)}, Linked.UNKNOWN),
        (
            "two speakers on the main event",
            {**BLAST, "speaker": "the mayor"},
            {"event_words": ("blast",), "speaker": "a nurse"},
            Linked.SAME,
        ),
        ("one voice, two counts", BLAST, {"event_words": ("blast",)}, Linked.UNKNOWN),
        ("a correction", BLAST, {"update": "correcting an earlier count"}, Linked.SAME),
    ],
)
def test_figures_of_one_article_are_linked_by_their_own_words(name: str, a: dict[str, Any], b: dict[str, Any], expected: Linked) -> None:
    one = {"article": "one", "outlet": "Courier"}
    assert linked({**a, **one}, {**b, **one}) == expected, name


def test_stocks_are_compared_by_place_and_side_whatever_the_news() -> None:
    here = {"metric": "troops", "place": "Halden", "places": ("Halden",), "side": "ostrow"}
    assert linked({**here, "title": "Vote"}, {**here, "title": "Harvest", "day": DAY + 12 * WEEK}) == Linked.SAME
    assert linked(here, {**here, "place": "Port Elm", "places": ("Port Elm",)}) == Linked.OTHER
    assert linked({**here, "side": None, "place": None}, here) == Linked.UNKNOWN


def test_a_town_has_one_earthquake_in_a_month_but_many_attacks() -> None:
    here = {"place": "Halden", "places": ("Halden",), "title": "Halden"}
    for word, expected in (("earthquake", Linked.SAME), ("attack", Linked.UNKNOWN)):
        told = {**here, "event_words": (word,)}
        assert linked(told, {**told, "title": "Halden counts", "day": DAY + 3 * WEEK}) == expected, word


def test_a_place_in_both_titles_holds_what_stands_at_two_spots_of_it() -> None:
    spot = {"title": "Oruna after the flood", "event_words": ("flood",), "day": DAY + dt.timedelta(days=3)}
    mine, camp = ({**spot, "place": name, "places": (name,)} for name in ("Valdo", "Karm"))
    assert linked({**mine, "title": "Flood buries Oruna"}, camp) == Linked.SAME
    assert linked({**mine, "title": "Flood buries camps"}, camp) != Linked.SAME


def test_attacks_recur_where_nothing_says_that_two_counts_are_of_one() -> None:
    told = {"place": "Halden", "places": ("Halden",), "event_words": ("rocket", "attack"), "title": "Rocket attack on Halden kills 20"}
    later = {**told, "title": "Rocket attack kills 55 in Halden", "day": DAY + dt.timedelta(days=5)}
    assert linked(told, later) == Linked.UNKNOWN
    assert linked(told, {**later, "day": DAY + dt.timedelta(days=1)}) == Linked.SAME
    shrine = {"title": "Rocket attack on Orsha shrine in Halden"}
    assert linked({**told, **shrine}, {**later, **shrine, "outlet": "Mail"}) == Linked.SAME
    assert linked({**told, "event_day": DAY}, {**later, "event_day": DAY}) == Linked.SAME
    assert linked({**told, "words": "137"}, {**later, "words": "137"}) == Linked.SAME
    assert linked({**told, "words": "36"}, {**later, "words": "36"}) == Linked.SAME
    assert linked({**told, "words": "6"}, {**later, "words": "6"}) == Linked.UNKNOWN
    assert linked({**told, "event_words": ("earthquake",)}, {**later, "event_words": ("earthquake",)}) == Linked.SAME


def test_two_who_speak_one_after_the_other_speak_of_one_thing() -> None:
    told = {"article": "one", "speaker": "the mayor", "sentence": Span(0, 90)}
    next_to = {"article": "one", "speaker": "the coroner", "sentence": Span(92, 180)}
    far = {**next_to, "sentence": Span(400, 490)}
    points = [events.points(side(entry("20", **told)), side(entry("38", **other))) for other in (next_to, far)]
    assert points[0] > points[1]


def test_one_whom_the_outlet_quotes_on_a_part_gives_no_second_count_of_the_whole() -> None:
    lead = {"article": "one", "sentence": Span(0, 90), **BLAST}
    other = {"article": "one", "sentence": Span(400, 490), "speaker": "the warden"}
    told = {**other, "event_words": ("blast",)}
    half, most = (events.points(side(entry("34", **lead)), side(entry(words, **told))) for words in ("20", "30"))
    assert half < most


@pytest.mark.parametrize("cue", ["only", "admits", "insisted"])
def test_a_count_set_against_the_one_before_it_is_of_the_same_thing(cue: str) -> None:
    told = {"words": "38", "article": "one", "sentence": Span(0, 90), "place": "Orlo"}
    less = {"words": "9", "article": "one", "sentence": Span(92, 180), "speaker": "the mayor"}
    assert linked(told, less) is Linked.UNKNOWN
    assert linked(told, {**less, "update": cue}) is Linked.SAME
    assert linked(told, {**less, "update": cue, "sentence": Span(400, 490)}) is Linked.UNKNOWN


def test_also_sets_a_count_apart_from_the_others_of_its_article_only() -> None:
    told = {**BLAST, "article": "one", "speaker": "the mayor", "sentence": Span(0, 90)}
    beside = {**BLAST, "article": "one", "speaker": "the coroner", "sentence": Span(400, 490)}
    assert linked(told, beside) == Linked.SAME
    assert linked(told, {**beside, "aside": "also"}) == Linked.UNKNOWN
    assert linked(BLAST, {**BLAST, "aside": "also"}) == Linked.SAME


def test_what_is_told_under_one_title_months_apart_is_one_story() -> None:
    row = {"title": "Orlo stadium row timeline"}
    assert linked(row, {**row, "day": DAY + 6 * WEEK}) == Linked.SAME
    assert linked(row, {"title": "Orlo stadium row", "day": DAY + 6 * WEEK}) == Linked.UNKNOWN
    raid = {"title": "Air raid on Orlo", "event_words": ("air", "raid")}
    assert linked(raid, {**raid, "day": DAY + 6 * WEEK}) == Linked.UNKNOWN


def test_a_title_says_where_in_its_own_way_of_writing() -> None:
    def places(title: str) -> tuple[str, ...]:
        return headings.heading(Reading(Article("It rained.", id="a", title=title))).places

    assert places("Floods Displace Thousands in Oruna") == ("Oruna",)
    assert places("Dozens Killed in Bombing") == () == places("in")


def test_the_fire_chief_and_tear_gas_are_no_events() -> None:
    def kinds(title: str) -> frozenset[str]:
        return side(entry("20", title=title)).kinds

    assert kinds("Fire chief counts 20 hurt by tear gas") == frozenset()
    assert kinds("Fire at gas works hurts 20") >= {"fire"}


def test_the_names_of_those_who_speak_do_not_link() -> None:
    text = "Zorvik Institute said that the valley was quiet."
    said = Statement("a", Kind.INDIRECT, (Span(27, 47),), text[27:47], mention=Words.at(text, 0, 16))
    assert "zorvik" not in headings.heading(Reading(Article(text, id="a"), (said,))).event_words
    assert "zorvik" in headings.heading(Reading(Article(text, id="a"))).event_words


def test_the_family_name_of_a_person_who_speaks_further_on_does_not_link() -> None:
    text = "Orders came from Ana Zorvik, the mayor. “Nobody is hurt,” Ms Zorvik said."
    said = Statement("a", Kind.DIRECT, (Span(41, 55),), text[41:55], speaker="Ana Zorvik", speaker_kind=SpeakerKind.PERSON)
    assert "zorvik" not in headings.heading(Reading(Article(text, id="a", title="Zorvik speaks"), (said,))).event_words
    told = replace(said, speaker_kind=SpeakerKind.GROUP)
    assert "zorvik" in headings.heading(Reading(Article(text, id="a"), (told,))).event_words


def test_odd_dates_and_empty_figures_do_not_raise() -> None:
    for day in (dt.date.min, dt.date.max, None):
        odd = side(entry("20", title="", outlet="", day=day, event_words=("december", "blast", "\ud800", "")))
        assert events.link(odd, odd).verdict in Linked
    bare = side(entry("many", title="", outlet="", day=None))
    assert events.link(bare, side(entry("0", day=dt.date.min))).verdict in Linked


def test_a_dated_attack_and_the_war_after_it_are_two_events() -> None:
    attack = {"event": "attack on Halden", "event_words": ("attack", "halden"), "open": True, "event_day": DAY - 3 * WEEK, "title": "Talks"}
    war = {"event": "war on Ostrow", "event_words": ("war", "ostrow"), "open": True, "title": "Truce"}
    assert linked({**attack, "words": "1,200"}, {**war, "words": "6,000"}) != Linked.SAME


@pytest.mark.parametrize(
    ("kind", "days", "expected"), [("shelling", 1, Linked.SAME), ("shelling", 3, Linked.UNKNOWN), ("quake", 3, Linked.SAME)]
)
def test_undated_attacks_in_one_town_are_not_one_from_two_days_on(kind: str, days: int, expected: Linked) -> None:
    told = {"place": "Ostrow", "places": ("Ostrow",), "event_words": (kind,)}
    first, later = {"title": "Ostrow mourns", **told}, {"title": "Ostrow counts its dead", "day": DAY + dt.timedelta(days=days), **told}
    assert linked(first, later) is expected
    assert linked({**first, "words": "several"}, later) is Linked.SAME


def test_one_small_number_makes_no_one_event_of_two_towns() -> None:
    told = {"words": "24", "event_words": ("rocket", "fire")}
    towns = [{"title": f"{town} hit", "place": town, "places": (town,), **told} for town in ("Ostrow", "Zarin")]
    assert linked(*towns) is not Linked.SAME


def test_a_large_number_met_again_in_another_town_months_later_is_met_by_chance() -> None:
    """In ten years of news any number is; within a month it may be told of a village and of its town."""

    def news(town: str, days: int) -> dict[str, Any]:
        told = {"words": "237", "title": f"Flood in {town}", "event_words": ("flood", "Zarin")}
        return {**told, "day": DAY + dt.timedelta(days=days), "place": town, "places": (town,)}

    def told(town: str, days: int) -> Linked:
        return linked(news("Halden", 0), news(town, days))

    assert told("Orlo", 20) is told("Halden", 200) is Linked.SAME
    assert told("Orlo", 200) is Linked.UNKNOWN


def test_a_funeral_days_later_is_no_other_event_and_the_day_of_telling_no_other_day() -> None:
    later = DAY + dt.timedelta(days=2)
    here = {"place": "Port Elm", "places": ("Port Elm",), "event_words": ("blast",)}
    first, again = entry("55", event_day=DAY, **here), entry("55", "Port Elm asks why", "Herald", later, event_day=later, **here)
    assert events.link(side(first), side(again)).verdict is Linked.SAME
    other = entry("66", "Port Elm asks why", "Herald", later, event_day=later, **here)
    assert events.link(side(first), side(other)).verdict is Linked.OTHER
    far = later + dt.timedelta(days=9)
    assert events.link(side(first), side(entry("55", "Port Elm asks why", "Herald", far, event_day=far, **here))).verdict is Linked.OTHER


def test_a_town_stays_a_town_in_the_paper_that_bears_its_name() -> None:
    told = entry("55", "Wards close in Tarn", "Tarn Argus", text="The Tarn Argus has learnt that the wards of Tarn close.")
    assert "tarn" in told.heading.event_words
    assert "argu" not in told.heading.event_words


def test_a_village_in_the_title_of_the_other_is_where_both_were() -> None:
    far = {"event_words": ("market",)}
    a = entry("26", "Market of Orlo hit", "Courier", place="Tarn", places=("Tarn",), **far)
    b = entry("17", "UN alarmed over strike on market", "Herald", place="Orlo", places=("Orlo",), **far)
    c = entry("17", "Market of Brisk hit", "Herald", place="Orlo", places=("Orlo",), **far)
    assert events.points(side(a), side(b)) > events.points(
        side(c), side(entry("26", "Market of Sorrel hit", "Courier", place="Tarn", places=("Tarn",), **far))
    )


def test_also_parts_no_two_who_give_one_number() -> None:
    a, b = (
        entry("37", article="a", speaker=who, sentence=Span(n, n + 9), aside=aside)
        for n, who, aside in ((70, "X", None), (90, "Y", "also"))
    )
    assert events.link(side(a), side(b)).verdict is Linked.SAME


def test_two_attacks_of_one_day_are_one_only_by_a_name_or_where_they_took_many() -> None:
    raid = {"event_words": ("raid",), "title": "Raid in Malta"}
    assert linked({"words": "12", **raid}, {"words": "19", **raid, "title": "Another day of raids in Malta"}) is not Linked.SAME
    assert linked({"words": "120", **raid}, {"words": "190", **raid, "title": "Another day of raids in Malta"}) is Linked.SAME
    named = {"event_words": ("raid", "Zarin"), "title": "Raid in Malta"}
    assert linked({"words": "12", **named}, {"words": "19", **named, "title": "Another day of raids in Malta"}) is Linked.SAME
    flood = {"event_words": ("flood",), "title": "Flood in Malta"}
    assert linked({"words": "12", **flood}, {"words": "19", **flood, "title": "Malta counts its dead after the flood"}) is Linked.SAME


def test_a_year_ago_sets_nothing_apart_from_the_news_of_its_own_day() -> None:
    year_on = DAY + dt.timedelta(days=365)
    told = side(entry("20", **BLAST, event_day=DAY))
    ago, apart = (side(entry("55", **BLAST, day=year_on, event_day=DAY, aside=aside)) for aside in ("A year ago", "elsewhere"))
    assert events.points(told, ago) == events.points(told, apart) + 3


def test_a_place_in_both_titles_ties_what_does_not_recur() -> None:
    row = {"title": "Sixty dead at Oak Alley", "places": ("Oak Alley",), "metric": "injured"}
    later = {"title": "Oak Alley: count goes up", "places": ("Oak Alley",), "metric": "injured"}
    points = events.points(side(entry("20", **row)), side(entry("55", **later)))
    assert points - events.points(side(entry("20", **{**row, "title": "Sixty dead"})), side(entry("55", **later))) >= evidence.TITLES
    of_attack = [side(entry(n, **{**told, "event_words": ("shelling",)})) for n, told in (("20", row), ("55", later))]
    assert evidence.by_titles(*of_attack) == days.NOTHING
    assert evidence.by_titles(side(entry("20", place="Varen", **row)), side(entry("55", place="Halden", **later))) == days.NOTHING


def test_an_earlier_and_lower_count_of_what_goes_on_is_not_of_before_it() -> None:
    day = DAY + dt.timedelta(days=3)
    going = {**BLAST, "metric": "rescued", "event_words": ("wreck",)}
    assert linked(going, {**going, "day": day, "event_day": day}) is Linked.SAME
    assert linked({**going, "words": "90"}, {**going, "day": day, "event_day": day}) is Linked.OTHER


def test_a_day_that_is_yet_to_come_is_not_that_of_what_was_counted() -> None:
    vote = {"title": "Court orders new vote in Orlo", "event_day": DAY + 3 * WEEK}
    assert side(entry("20", **vote)).happened is None
    assert side(entry("20", **{**vote, "event_day": DAY + dt.timedelta(days=1)})).happened is not None


def test_two_who_speak_of_numbers_of_like_size_speak_of_one_thing() -> None:
    told = {"words": "20", "article": "one", "speaker": "the rebels", "sentence": Span(0, 90), "event_day": DAY}
    beside = {"article": "one", "speaker": "a doctor", "sentence": Span(400, 490)}
    assert linked(told, {**beside, "words": "55"}) is Linked.SAME
    assert linked({**told, "place": "Orlo", "places": ("Orlo",)}, {**beside, "words": "90"}) is Linked.UNKNOWN
    assert linked(told, {**beside, "words": "55", "aside": "elsewhere"}) is Linked.UNKNOWN


def test_who_goes_on_to_own_to_more_contradicts_nobody() -> None:
    told = {"words": "17", "article": "one", "sentence": Span(0, 90), "speaker": "the committee", "place": "Orlo"}
    more = {"words": "43", "article": "one", "sentence": Span(92, 180), "update": "documented"}
    assert updates.are_contrasted(side(entry(**told)), side(entry(**{**more, "speaker": "the mayor"})))
    assert not updates.are_contrasted(side(entry(**told)), side(entry(**{**more, "speaker": "the committee"})))


def test_days_close_together_and_one_rare_word_tie_no_air_raid_to_an_epidemic() -> None:
    def linked_by(title: str) -> Linked:
        raid = side(entry("69", title="Air raid kills kelpers"))
        return events.link(raid, side(entry("48", title=title, outlet="Herald"))).verdict

    assert linked_by("Cholera fells kelpers") is Linked.UNKNOWN
    assert linked_by("Raid fells kelpers") is Linked.SAME


def test_a_march_is_where_a_deed_struck_and_no_deed_that_harms() -> None:
    march, shooting = ({"event_words": (word,), "place": "Varen", "places": ("Varen",), "title": "Varen"} for word in ("march", "shooting"))
    assert linked(march, shooting) is Linked.SAME
    assert linked({**march, "metric": "participants"}, {**shooting, "metric": "participants"}) is Linked.OTHER


def test_the_tolls_of_one_siege_are_one_count_and_those_of_fighting_are_not() -> None:
    told = {"place": "Varen", "places": ("Varen",), "open": True, "cumulative": True, "title": "Varen"}
    later = {**told, "day": DAY + 5 * WEEK, "title": "Varen counts"}
    assert linked({**told, "event_words": ("siege",)}, {**later, "event_words": ("siege",)}) is Linked.SAME
    assert linked({**told, "event_words": ("fighting",)}, {**later, "event_words": ("fighting",)}) is Linked.UNKNOWN
    assert linked(told, {**later, "event_words": ("siege",), "day": DAY + WEEK}) is Linked.SAME


def test_a_count_put_in_the_place_of_another_looks_back_on_the_days_between() -> None:
    told = {"place": "Varen", "places": ("Varen",), "event_words": ("raid",), "title": "Varen"}
    later = {**told, "title": "Varen counts", "day": DAY + dt.timedelta(days=3)}
    assert linked(told, later) is Linked.UNKNOWN
    assert linked(told, {**later, "update": "revised its toll to"}) is Linked.SAME
    assert linked(told, {**later, "update": "only"}) is Linked.UNKNOWN
    assert linked({**told, "update": "revised its toll to"}, later) is Linked.UNKNOWN
    assert linked(told, {**later, "update": "revised its toll to", "day": DAY + 2 * WEEK}) is Linked.UNKNOWN


def test_what_two_long_articles_of_one_war_share_by_chance_ties_nothing() -> None:
    """The kind of event and close days are enough for two lines of a wire, which share nothing by chance."""
    assert linked(RAID, ASSAULT) is Linked.SAME
    assert linked({**RAID, "text": FARMS}, {**ASSAULT, "text": SCHOOLS}) is Linked.UNKNOWN
    assert linked({**RAID, "text": FARMS}, {**ASSAULT, "text": SCHOOLS, "words": "60"}) is Linked.SAME


def test_two_percents_are_of_two_things_unless_one_title_speaks_for_one() -> None:
    told, again = {**SHARE, "text": FARMS}, {**SHARE, "text": SCHOOLS, "title": "Drought again"}
    assert linked(told, again) is Linked.UNKNOWN
    assert linked({**told, "words": "55.1"}, {**again, "words": "55.2"}) is Linked.SAME
    assert linked(SHARE, {**SHARE, "title": "Drought again"}) is Linked.SAME
    assert linked(SHARE, SHARE) is Linked.SAME


def test_a_noun_that_no_file_knows_says_nothing_of_what_happened() -> None:
    kiosks = {"metric": "kiosks", "event": None, "event_words": ()}
    first, second = {**kiosks, "title": "Varen at noon"}, {**kiosks, "title": "Noon comes to Varen"}
    assert linked(first, second) is Linked.SAME
    assert linked({**first, "text": FARMS}, {**second, "text": SCHOOLS}) is Linked.UNKNOWN


def test_what_two_articles_without_a_day_share_may_be_years_apart() -> None:
    undated = {**BLAST, "day": None, "as_of": None, "title": "Blast"}
    assert linked({**undated, "day": DAY, "as_of": DAY}, {**undated, "day": DAY, "as_of": DAY}) is Linked.SAME
    assert linked(undated, {**undated, "title": "Blast at market"}) is Linked.UNKNOWN


def test_percents_of_one_article_contradict_only_side_by_side() -> None:
    polls = [{"metric": "percent", "article": "one", "speaker": speaker} for speaker in ("Oru Institute", "Lenk Institute")]
    near, far = (
        [side(entry(words, sentence=Span(*at), **poll)) for words, at, poll in zip(("54", "41"), spans, polls, strict=True)]
        for spans in (((0, 50), (51, 90)), ((0, 50), (400, 450)))
    )
    assert events.points(*near) - events.points(*far) >= 1.5


def test_what_a_deed_struck_tells_it_from_others_of_its_town() -> None:
    told = {"place": "Varen", "places": ("Varen",), "event_words": ("raid",)}
    after = {"day": DAY + dt.timedelta(days=5)}
    assert linked({**told, "title": "Raid on clinic"}, {**told, **after, "title": "Clinic in ruins"}) is Linked.SAME
    assert linked({**told, "title": "Raid on clinic"}, {**told, **after, "title": "Market in ruins"}) is Linked.UNKNOWN


@pytest.mark.parametrize(
    ("first", "second", "is_contrast"),
    [
        ("monitoring group", "Lenk Observatory for Human Rights", False),
        ("rights group", "Oru Network", False),
        ("monitor", "Defence Ministry", True),
        ("Oru Network", "Lenk Observatory for Human Rights", True),
    ],
)
def test_a_monitoring_group_is_the_one_that_the_article_goes_on_to_name(first: str, second: str, is_contrast: bool) -> None:
    sides = [side(entry(words, article="one", speaker=speaker)) for words, speaker in (("16", first), ("9", second))]
    assert ("two speakers set side by side" in {why for _, why, _ in events.evidence(*sides)}) is is_contrast


def test_a_count_of_what_there_is_that_takes_the_place_of_another_is_of_the_same() -> None:
    one = {"article": "one", "metric": "personnel", "sentence": Span(0, 90)}
    assert linked(one, {**one, "update": "rather than 20"}) is Linked.SAME
    assert linked(one, one) is not Linked.SAME
