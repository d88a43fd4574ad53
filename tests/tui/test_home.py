"""Home: what awaits a person, and the ways on from there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.tui.driving import LARGE, SMALL, Person, desk
from tests.tui.sample import Sample
from tracker.errors import InputError
from tracker.model import Article, Document, Heading, Reading
from tracker.store import open_store
from tracker.store.base import Store
from tracker.tui.adding import sources_of


async def test_home_counts_what_awaits_and_enter_leads_there(sample: Sample) -> None:
    async with desk(sample.store, "home") as person:
        for words in ("1 conflict:", "1 other claim to", "1 pair of speakers to join", "1 finding in", "3 articles", "No decision yet"):
            assert person.sees(words), person.screen()
        await person.press("enter")
        assert person.sees("≠ conflict")


async def test_digits_go_to_every_place_and_help_names_the_keys_of_each(sample: Sample) -> None:
    async with desk(sample.store, "home", LARGE) as person:
        for key, words in (
            ("2", "to judge"),
            ("4", "to join or tell apart"),
            ("5", "3 articles"),
            ("6", "decisions"),
            ("1", "1 conflict:"),
        ):
            await person.press(key)
            assert person.sees(words)
        await person.press("2", "?")
        assert person.sees("On this screen") and person.sees("Running total: one count that grew")
        await person.press("G")
        assert person.sees("figures that cannot all be true")


async def test_the_palette_finds_an_action_by_its_name(sample: Sample) -> None:
    async with desk(sample.store, "home", LARGE) as person:
        await person.press("ctrl+p")
        await person.type("Go to Log")
        for _ in range(20):
            await person.pilot.pause(0.02)
        await person.press("enter")
        assert person.sees("decisions, newest first")


def adder(store: Store) -> object:
    """Adds an article for each source; one called "bad" fails."""

    def add(sources: Sequence[str]) -> Iterator[object]:
        for source in sources:
            if source.endswith("bad"):
                yield InputError(source, "holds no text [at all]")
            else:
                article = Article(f"The text of {source}.", title=f"New [{source}]")
                store.add(Document(article), Reading(article), Heading(article.id, article.title))
                yield article

    return add


async def add(person: Person, typed: str) -> None:
    await person.press("plus")
    await person.type(typed)
    await person.press("enter")
    for _ in range(10):
        await person.settle()


async def test_articles_are_added_from_within_and_shown(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE, add=adder(sample.store)) as person:  # type: ignore[arg-type]
        await add(person, "one two")
        assert person.sees("5 articles") and person.sees("New [one]") and person.sees("2 articles read.")


async def test_what_failed_is_listed_and_the_rest_is_kept(sample: Sample) -> None:
    async with desk(sample.store, "home", LARGE, add=adder(sample.store)) as person:  # type: ignore[arg-type]
        await add(person, "one bad two")
        assert person.sees("2 articles read; 1 failed") and person.sees("bad: holds no text [at all]")
        await person.press("escape")
        assert person.sees("5 articles")


async def test_adding_can_be_stopped_and_the_screens_stay_usable_meanwhile(sample: Sample) -> None:
    def endless(sources: Sequence[str]) -> Iterator[object]:
        while True:
            time.sleep(0.02)
            yield "read"

    async with desk(sample.store, "home", add=endless) as person:
        await person.press("plus")
        await person.type("folder")
        await person.press("enter")
        assert person.sees("adding:")
        await person.press("2", "j")
        assert person.sees("↗ running total")
        await person.press("plus")
        await person.settle()
        assert not person.sees("adding:") and person.sees("stopped")


async def test_a_desk_that_cannot_add_says_so(sample: Sample) -> None:
    async with desk(sample.store, "home") as person:
        await person.press("plus")
        assert person.sees("`tracker add`")


def test_a_path_with_spaces_is_one_source_where_it_exists(tmp_path: Path) -> None:
    (tmp_path / "two words").mkdir()
    assert sources_of(f"{tmp_path}/two words") == [f"{tmp_path}/two words"]
    assert sources_of("a.txt https://x.example/ y") == ["a.txt", ["https://x.example/", "y"][0], "y"]


async def test_what_the_screen_shows_is_exported(sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    target = Path("report.csv")
    async with desk(sample.store, "conflicts", LARGE) as person:
        await person.press("ctrl+e")
        await person.type("one table")
        await person.press("enter", "enter")
        assert person.sees(f"Wrote {target}")
        assert "At least 340" in target.read_text("utf-8")
        await person.press("ctrl+e")
        await person.type("one table")
        await person.press("enter", "enter")
        assert person.sees("is there already")
        await person.press("escape")
    assert "At least 340" in target.read_text("utf-8")


async def test_a_change_made_in_another_terminal_is_shown(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        from tracker.store import open_store

        other = open_store(sample.store.where)
        article = Article("Late words.", title="Came later")
        other.add(Document(article), Reading(article), Heading(article.id, article.title))
        other.close()
        await person.app.poll()
        await person.settle()
        assert person.sees("Came later")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
async def test_a_finding_is_chosen_on_home_and_its_article_opens_there(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "home", size) as person:
        await person.click(*person.find("1 finding in"), times=2)
        assert person.sees("Harbour Post · 2031-03-04") and person.sees("Monday was the 3rd")
        await person.press("enter")
        assert person.sees("Harbour Post · 2031-03-04 · Ferry sinks") and person.sees("Back")
        await person.press("escape")
        assert person.sees("1 conflict:")


async def test_an_empty_database_offers_to_add_and_the_footers_nothing_that_needs_a_row(tmp_path: Path) -> None:
    store = open_store(tmp_path / "new.db")
    async with desk(store, "home", add=adder(store)) as person:  # type: ignore[arg-type]
        await person.press("enter")
        assert person.sees("A file, a folder, a web address or a feed")
        await person.press("escape")
        for key, absent in (("3", "Copy citation"), ("4", "Rename"), ("5", "Grade"), ("6", "Undo this line")):
            await person.press(key)
            assert not person.sees(absent), person.screen()
        await person.press("1", "enter")
        await person.type("one")
        await person.press("enter")
        for _ in range(10):
            await person.settle()
        await person.press("5")
        assert person.sees("Grade") and person.sees("1 article")


async def test_articles_that_came_since_the_last_session_are_counted(sample: Sample) -> None:
    async with desk(sample.store, "home") as person:
        assert person.sees("3 articles") and not person.sees("new since")
        await person.press("q")
    article = Article("A ship's bell was found.", title="Bell")
    sample.store.add(Document(article), Reading(article), Heading(article.id, article.title))
    async with desk(sample.store, "home") as person:
        assert person.sees("4 articles, 1 of them new since you were here last"), person.screen()
