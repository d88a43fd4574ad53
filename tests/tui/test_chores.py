"""What the palette does to the database as a whole: a form, work beside everything else, a way to stop, and what came of it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.tui.driving import LARGE, SMALL, Person, desk
from tests.tui.sample import Sample
from tracker.errors import InputError
from tracker.store.base import Store
from tracker.tui import Blank, Chore

TEXT = (Blank("text", "The words", is_needed=True), Blank("file", "Write to", value="out", is_needed=True, is_written=True))


def told(store: Store, answers: Mapping[str, str]) -> Iterator[str]:
    yield f"{answers['text']} [sic] in {Path(answers['file']).name}"


def broken(store: Store, answers: Mapping[str, str]) -> Iterator[str]:
    yield "begun"
    raise InputError("there", "holds nothing [/]")


async def choose(person: Person, words: str) -> None:
    await person.press("ctrl+p")
    await person.type(words)
    await asyncio.sleep(0.4)
    await person.press("enter")
    await person.settle()


async def until(person: Person, words: str) -> None:
    """Work beside the desk is no worker that rest waits for; and while it goes on, a pause lasts as long as the desk allows it."""
    for _ in range(500):
        if person.sees(words):
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"{words!r} never came")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_a_form_is_filled_line_by_line_and_what_came_of_it_is_said(sample: Sample, size: tuple[int, int]) -> None:
    chore = Chore("tell", "Tell the words", "Nothing is kept.", TEXT, told)
    async with desk(sample.store, "home", size, chores=[chore]) as person:
        await choose(person, "Tell the words")
        assert person.sees("The words *") and person.sees("Nothing is kept.")
        await person.press("tab", "enter")
        assert person.sees("The words is needed.")
        await person.type("two words")
        await person.press("enter", "ctrl+u")
        await person.type("new")
        await person.press("enter")
        await until(person, "two words [sic] in new")


async def test_a_file_that_is_there_is_replaced_only_when_the_person_says_so(sample: Sample, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.touch()
    blanks = (Blank("text", "The words", value="some"), Blank("file", "Write to", value=str(kept), is_written=True))
    async with desk(sample.store, "home", LARGE, chores=[Chore("tell", "Tell the words", "", blanks, told)]) as person:
        await choose(person, "Tell the words")
        await person.press("enter", "enter")
        assert person.sees("is there already")
        await person.press("escape")
        assert not person.sees("[sic]")
        await choose(person, "Tell the words")
        await person.press("enter", "enter", "enter")
        await until(person, "some [sic] in kept")


async def test_what_goes_wrong_is_one_sentence(sample: Sample) -> None:
    async with desk(sample.store, "home", LARGE, chores=[Chore("break", "Break", "It will not work.", (), broken)]) as person:
        await choose(person, "Break")
        assert person.sees("It will not work.")
        await person.click(*person.find("Do it"))
        await until(person, "Break: there: holds nothing [/]")


async def test_it_goes_on_beside_verdicts_and_is_stopped_from_the_palette(sample: Sample) -> None:
    ended = threading.Event()

    def endless(store: Store, answers: Mapping[str, str]) -> Iterator[str]:
        try:
            while True:
                ended.wait(0.1)
                yield "on and on"
        finally:
            ended.set()

    async with desk(sample.store, "conflicts", LARGE, chores=[Chore("run", "Run on", "Without end.", (), endless)]) as person:
        await choose(person, "Run on")
        await person.press("enter")
        await until(person, "run on: on and on")
        await person.press("a")
        assert sample.store.count_decisions() == 1
        await choose(person, "Stop: run on")
        await until(person, "on and on Stopped.")
        assert ended.is_set() and not person.sees("run on: ")


async def test_a_long_read_without_a_word_is_broken_off_too(sample: Sample) -> None:
    def mute(store: Any, answers: Mapping[str, str]) -> Iterator[str]:
        store.rows("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
        yield "never"

    async with desk(sample.store, "home", LARGE, chores=[Chore("run", "Count all", "Without end.", (), mute)]) as person:
        await choose(person, "Count all")
        await person.press("enter")
        await until(person, "count all: Without end.")
        await choose(person, "Stop")
        await until(person, "Stopped.")
        assert not person.sees("never") and person.app.chores.running == {}
