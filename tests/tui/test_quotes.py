"""Quotes: search as one types."""

from __future__ import annotations

import asyncio
import threading

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker.model import Query


async def test_what_is_typed_is_searched_at_once_and_lit_in_its_article(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        assert person.sees("6 statements")
        await person.type("trust")
        assert person.sees("1 statement") and person.sees("I. Okafor") and person.sees("Almara Gazette · 2031-03-05")
        await person.press("down", "enter")
        assert person.sees("Fewer dead than feared · 1 statements")


async def test_operators_narrow_and_what_was_read_otherwise_is_said(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.type("speaker:okafor outlet:post")
        assert person.sees("2 statements")
        await person.press("escape")
        await person.type("speeker:okafor")
        assert person.sees("did you mean speaker:")


async def test_brackets_are_searched_and_shown_as_they_are(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.type("[the city]")
        assert person.sees("We [the city] lost three hundred and forty [sic] of our own")


async def test_a_bare_name_is_read_as_a_speaker_where_nobody_said_it(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.type("okafor")
        assert person.sees("read as a speaker") and person.sees("3 statements") and person.sees("We [the city] lost")


async def test_nothing_found_says_what_to_try(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.type("zebra")
        assert person.sees("0 statements") and person.sees("No statement fits.")


async def test_a_citation_is_copied_for_the_terminal(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.type("trust")
        await person.press("down", "y")
        assert (
            person.app.clipboard
            == "“Nobody should trust the first number,”, I. Okafor, “Fewer dead than feared”, Almara Gazette, 2031-03-05"
        )
        await person.press("Y")
        assert person.app.clipboard == "Nobody should trust the first number,"


async def test_one_key_keeps_to_this_speaker_and_the_search_is_there_next_time(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.type("first number")
        await person.press("down", "s")
        assert person.sees('speaker:"I. Okafor"')
        await person.press("down", "q")
    async with desk(sample.store, "") as person:
        assert person.sees('speaker:"I. Okafor"') and person.sees("1 statement")


async def test_a_slow_question_aside_delays_neither_the_next_claim_nor_a_verdict(sample: Sample) -> None:
    answered = threading.Event()
    async with desk(sample.store) as person:
        slow = asyncio.ensure_future(person.app.desk.ask_aside(lambda store: answered.wait(20)))
        await person.press("a")
        assert sample.store.count_decisions() == 1
        answered.set()
        assert await slow


async def test_facets_are_counted_once_until_the_database_changes(sample: Sample) -> None:
    async with desk(sample.store) as person:
        held = person.app.desk
        first = await held.count_facets(Query(states=("open",)))
        assert await held.count_facets(Query(states=("open",))) is first
        await person.press("a")
        assert await held.count_facets(Query(states=("open",))) is not first
