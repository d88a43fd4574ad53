"""Sources: outlets, articles, the reader."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker import pipeline
from tracker.model import Document, Query
from tracker.tui.line import cells
from tracker.tui.reader import Reader


async def test_articles_are_listed_newest_first_and_read_with_brackets_as_they_are(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        assert person.sees("Third day of searching [live]")
        assert person.sees("according to 李明 of the Red Lantern clinic")
        await person.press("j", "j")
        assert person.sees("forty [sic] of") and person.sees("she said. [/] The quay")


async def test_the_reader_goes_from_statement_to_statement_and_says_how_each_was_found(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("enter", "n", "i")
        assert person.sees("speaker") and person.sees("李明") and person.sees("quotation before its cue (90%)")
        await person.press("escape", "n", "i")
        assert person.sees("علي حسن")


async def test_findings_are_told(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("j", "j", "enter", "!")
        assert person.sees("weekday mismatch: Monday was the 3rd, not the 4th")


async def test_words_are_found_in_the_text(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("enter", "ctrl+f")
        await person.type("RED lantern")
        await person.press("enter")
        assert person.sees("1 place; f3 goes to the next")


async def test_an_outlet_shows_its_articles_only(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("shift+tab", "enter")
        assert person.sees("1 article of Almara Gazette")
        await person.press("escape")
        assert person.sees("3 articles ")


async def test_what_is_known_of_an_article_is_put_right_and_undone(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("e")
        await person.type("outlet")
        await person.press("enter", "ctrl+u")
        await person.type("Coast Weekly")
        await person.press("enter")
        assert sample.store.headings(Query(outlets=("Coast Weekly",))) and person.sees("Coast Weekly")
        await person.press("z")
        assert not sample.store.headings(Query(outlets=("Coast Weekly",)))


async def test_a_day_that_is_none_changes_nothing_and_says_how_to_write_one(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("e")
        await person.type("published")
        await person.press("enter", "ctrl+u")
        await person.type("someday")
        await person.press("enter")
        assert person.sees("is no day; write it like 2024-03-05") and not sample.store.count_decisions()


async def test_filter_and_outlet_are_there_next_time(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("/")
        await person.type("dead")
        await person.press("enter", "q")
    async with desk(sample.store, "sources", LARGE) as person:
        assert person.sees("1 article") and person.sees("dead")
        await person.press("escape")
        assert person.sees("3 articles")


async def test_the_mouse_selects_the_word_it_is_on_behind_wide_characters(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        row = next(at for at, text in enumerate(person.lines()) if "according to 李明 of" in text)
        before = person.lines()[row].split("of the Red")[0]
        await person.click(cells(before), row)
        reader = person.app.screen.query_one(Reader)
        assert reader.caret and reader.caret.of(reader.text) == "of"


async def test_what_changed_between_two_versions_is_told_figures_first_then_word_by_word(sample: Sample) -> None:
    first = sample.articles["post"]
    later = replace(first, id="", text=first.text.replace("At least 340", "At least 350"), published=dt.date(2031, 3, 9))
    list(pipeline.ingest([Document(later)], sample.store))
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("enter", "w")
        for words in (
            "What was claimed",
            "+ figure: At least 350",
            "1 paragraph the same",
            "left before",
            "2031-03-04 → 2031-03-09",
        ):
            assert person.sees(words), person.screen()
        await person.press("escape", "escape", "j", "enter", "w")
        assert person.sees("No other version of this article is stored.")


async def test_an_article_is_removed_for_good_only_after_what_goes_with_it_was_read(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("X")
        assert person.sees("Remove this article for good?") and person.sees("figures: ") and person.sees("figures stay")
        await person.press("escape")
        assert sample.store.count_articles(Query()) == 3
        await person.press("X", "enter")
        assert sample.store.count_articles(Query()) == 2 and person.sees("Removed; the log says so.")


async def test_an_article_is_retracted_and_comes_back(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("D")
        await person.type("made up")
        await person.press("enter")
        assert person.sees("RETRACTED") and sample.store.claim_of(sample.figures["90"].id) is None
        await person.press("z")
        assert not person.sees("RETRACTED") and sample.store.claim_of(sample.figures["90"].id)
