"""Cases on the desk: put things there, keep every screen to one, and let go of it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tests.tui.driving import LARGE, SMALL, desk
from tests.tui.sample import Sample
from tracker.model import Case


async def test_a_claim_is_put_into_a_new_case_and_taken_out_by_undo(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("P")
        await person.type("elm [1]")
        await person.press("enter")
        assert sample.store.cases() == [Case("elm [1]", 0, 1, 0)] and person.sees("In case elm [1]. z takes it out.")
        await person.press("z")
        assert sample.store.cases() == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_every_screen_keeps_to_the_case_until_it_is_let_go(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "sources", size) as person:
        await person.press("P")
        await person.type("elm")
        await person.press("enter", "C", "down", "enter")
        assert person.sees("case elm") and person.sees("1 article")
        await person.press("1")
        assert person.sees("1 article ") or person.sees("1 article\n")
        await person.press("3")
        assert person.app.screen.asked.case == "elm" and person.sees("2 statements")  # type: ignore[attr-defined]
        await person.press("4")
        assert person.sees(" 2 speakers") and person.sees("李明") and not person.sees("Ines Okafor")
        await person.press("slash")
        await person.type("zzz")
        assert person.sees(" 0 speakers")
        await person.press("escape", "5")
        assert person.sees("1 outlet ") and person.sees("Coast Times") and not person.sees("Harbour Post")
        await person.press("6")
        assert person.sees("1 decision of case elm") and person.sees("case")
        await person.press("C", "enter")
        assert not person.sees("case elm")
        await person.press("5")
        assert person.sees("3 articles")


async def test_the_case_is_kept_for_the_next_session(sample: Sample) -> None:
    async with desk(sample.store, "sources") as person:
        await person.press("P")
        await person.type("elm")
        await person.press("enter", "C", "down", "enter", "q")
    async with desk(sample.store, "sources") as person:
        assert person.sees("case elm") and person.sees("1 article")


async def test_several_marked_articles_and_a_speaker_go_into_one_case(sample: Sample) -> None:
    async with desk(sample.store, "sources") as person:
        await person.press("space", "space", "P")
        assert person.sees("Put into a case: 2 articles")
        await person.type("elm")
        await person.press("enter", "4", "P")
        await person.press("enter")
        assert sample.store.cases() == [Case("elm", 2, 0, 1)]


async def test_without_a_case_the_key_says_how_to_make_one(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("C")
        assert person.sees("There is no case yet")


async def test_what_is_added_while_the_desk_keeps_to_a_case_belongs_to_it(sample: Sample) -> None:
    def add(sources: Sequence[str]) -> Iterator[object]:
        from tracker import pipeline
        from tracker.model import Article, Document

        yield from pipeline.ingest([Document(Article(f"A text of {source} in the port.")) for source in sources], sample.store)

    async with desk(sample.store, "sources", add=add) as person:
        await person.press("P")
        await person.type("elm")
        await person.press("enter", "C", "down", "enter", "plus")
        await person.type("one two")
        await person.press("enter")
        assert sample.store.cases() == [Case("elm", 3, 0, 0)] and person.sees("3 articles")
