"""Quotes: search as one types."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker.model import Query, QuoteVariant, VariantKind
from tracker.tui.desk import Settings
from tracker.tui.quotes import operator


async def test_what_is_typed_is_searched_at_once_and_lit_in_its_article(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        assert person.sees("6 statements")
        await person.press("slash")
        await person.type("trust")
        assert person.sees("1 statement") and person.sees("I. Okafor") and person.sees("Almara Gazette · 2031-03-05")
        await person.press("down", "enter")
        assert person.sees("Fewer dead than feared · 1 statement")


async def test_digits_change_the_place_until_one_begins_to_search_and_after_escape(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.press("4")
        assert person.app.screen.place == "speakers"  # type: ignore[attr-defined]
        await person.press("3", "slash", "3", "4", "0")
        assert person.app.screen.place == "quotes" and person.app.screen.box.value == "340"  # type: ignore[attr-defined]
        await person.press("escape", "escape")
        assert person.app.screen.box.value == "" and person.sees("6 statements")  # type: ignore[attr-defined]
        await person.press("2")
        assert person.app.screen.place == "conflicts"  # type: ignore[attr-defined]


async def test_operators_narrow_and_what_was_read_otherwise_is_said(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.press("slash")
        await person.type("speaker:okafor outlet:post")
        assert person.sees("2 statements")
        await person.press("ctrl+u")
        await person.type("speeker:okafor")
        assert person.sees("did you mean speaker:")


async def test_a_saved_query_is_called_by_its_name_and_from_the_palette(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE, Settings("rosa", queries={"mayor": "speaker:okafor"})) as person:
        await person.press("slash")
        await person.type("@mayor trust")
        assert person.sees("1 statement ") and person.sees("Nobody should trust")
        await person.press("ctrl+u")
        await person.type("@major")
        assert person.sees("no query @major is saved; there is @mayor")
        await person.press("escape", "2", "ctrl+p")
        await person.type("Search @mayor")
        await person.pilot.pause(0.3)
        await person.press("enter")
        await person.settle()
        assert person.app.screen.box.value == "@mayor" and person.sees("3 statements")  # type: ignore[attr-defined]


async def test_brackets_are_searched_and_shown_as_they_are(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.press("slash")
        await person.type("[the city]")
        assert person.sees("We [the city] lost three hundred and forty [sic] of our own")


async def test_a_bare_name_is_read_as_a_speaker_where_nobody_said_it(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.press("slash")
        await person.type("okafor")
        assert person.sees("read as a speaker") and person.sees("3 statements") and person.sees("We [the city] lost")


async def test_nothing_found_says_what_to_try(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.press("slash")
        await person.type("zebra")
        assert person.sees("0 statements") and person.sees("No statement fits.")


async def test_a_citation_is_copied_for_the_terminal(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.press("slash")
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
        await person.press("slash")
        await person.type("first number")
        await person.press("down", "S")
        assert person.sees('speaker:"I. Okafor"')
        await person.press("down", "q")
    async with desk(sample.store, "") as person:
        assert person.sees('speaker:"I. Okafor"') and person.sees("1 statement")


def vary(sample: Sample, kind: VariantKind = VariantKind.WORDING) -> None:
    """Two statements of the sample, given as one utterance in two wordings."""
    held = {hit.statement.content[:6]: hit.statement.id for hit in sample.store.search(Query())}
    sample.store.save_quote_variants([QuoteVariant(kind, (held["We [th"], held["Nobody"]), 80.0, "a number changed")])


async def test_wordings_of_one_utterance_share_a_row_that_opens_to_all(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        before = person.app.screen.hits.total  # type: ignore[attr-defined]
        vary(sample)
        await person.press("f5")
        assert person.app.screen.hits.total == before - 1 and person.sees("2 wordings")  # type: ignore[attr-defined]
        await person.click(*person.find("2 wordings"))
        await person.press("w")
        assert person.sees("Numbers or negations differ") and person.sees("Nobody should trust")
        await person.press("escape", "W")
        assert person.app.screen.hits.total == before  # type: ignore[attr-defined]


async def test_a_wording_alone_in_what_is_asked_for_is_not_folded_away(sample: Sample) -> None:
    vary(sample)
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.press("slash")
        await person.type("trust")
        assert person.sees("Nobody should trust") and person.sees("2 wordings")


async def test_the_same_words_credited_to_another_speaker_are_never_folded(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        before = person.app.screen.hits.total  # type: ignore[attr-defined]
        vary(sample, VariantKind.ATTRIBUTION)
        await person.press("f5")
        assert person.app.screen.hits.total == before  # type: ignore[attr-defined]


async def test_facets_are_counted_and_what_is_chosen_stands_in_the_search_box(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.press("down", "f")
        assert person.sees("outlet: Almara Gazette") and person.sees("year: 2031") and person.sees("kind: direct")
        await person.type("gaz")
        await person.press("enter")
        assert person.sees('outlet:"Almara Gazette"') and person.sees(" 1 statement")
        await person.press("down", "f")
        assert person.sees("[x] outlet: Almara Gazette")
        await person.type("gaz")
        await person.press("ctrl+t", "enter")
        assert not person.sees('outlet:"Almara Gazette"')


def test_a_facet_is_written_as_what_a_person_could_have_typed() -> None:
    assert operator("kind", "direct") == "kind:direct" and operator("speaker", "Ines Okafor") == 'speaker:"Ines Okafor"'


async def test_a_statement_is_credited_and_struck_out_from_the_list(sample: Sample) -> None:
    async with desk(sample.store, "quotes", LARGE) as person:
        await person.press("slash")
        await person.type("trust")
        await person.press("down", "s")
        await person.type("Rosa Lind")
        await person.press("enter")
        assert person.sees("Set speaker. z undoes.") and person.sees("Rosa Lind")
        await person.press("x")
        assert person.sees("Delete. z undoes.") and person.sees("0 statements")
        await person.press("z", "z")
        assert person.sees("I. Okafor")


async def test_what_the_outlet_tells_in_its_own_voice_is_asked_for_by_kind(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        assert not person.sees("narration")
        await person.press("slash")
        await person.type("kind:narration")
        assert person.app.screen.asked.kinds == ("narration",)  # type: ignore[attr-defined]


async def test_a_search_that_nobody_waits_for_is_broken_off(sample: Sample) -> None:
    asked, ended = threading.Event(), threading.Event()

    def endless(store: Any) -> None:
        asked.set()
        try:
            store.rows("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        finally:
            ended.set()

    async with desk(sample.store) as person:
        task = asyncio.ensure_future(person.app.desk.ask_aside(endless))
        while not asked.is_set():
            await asyncio.sleep(0.005)
        task.cancel()
        assert await asyncio.to_thread(ended.wait, 10)
        assert await person.app.desk.ask_aside(lambda store: store.count_articles(Query())) == 3


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


async def test_a_word_half_typed_is_found_by_its_beginning_where_the_whole_is_nowhere(sample: Sample) -> None:
    async with desk(sample.store, "quotes") as person:
        await person.press("slash")
        await person.type("passen")
        assert person.sees("1 statement") and person.sees("Forty passengers were hurt")
        await person.type("gers")
        assert person.sees("1 statement") and not person.sees("*")
        await person.press("ctrl+u")
        await person.type("passen ")
        assert person.sees("1 statement")
