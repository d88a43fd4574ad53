"""Conflicts: the queue, one claim's figures, the words they were read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driving import LARGE, SMALL, desk
from tests.tui.sample import Sample
from tracker import review
from tracker.model import Verdict
from tracker.store import open_store
from tracker.tui.narrowing import EVERYTHING


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_worst_claim_is_shown_with_figures_reason_timeline_and_words(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, size=size) as person:
        for words in ("2 to judge", "≠ 210–340 killed", "At least 340", "Around 210", "340–425", "cannot both be true", "2031-03-06"):
            assert person.sees(words), (words, person.screen())
        assert person.sees("At least 340 people drowned when the ferry went down")
        assert person.sees("a Prefer") and person.sees("? Help")


async def test_moving_down_the_queue_shows_the_next_claim(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("j")
        assert person.sees("↗ running total") and person.sees("Forty")
        await person.press("k")
        assert person.sees("≠ conflict")


async def test_enter_goes_to_the_figures_then_to_the_article_and_escape_comes_back(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("enter", "j")
        assert person.sees("Almara Gazette · 2031-03-05 · Fewer dead than feared")
        await person.press("enter")
        assert person.sees("Fewer dead than feared · 1 statement") and person.sees("Around 210 people drowned off Port Almara")
        await person.press("escape")
        assert person.app.screen.place == "conflicts"  # type: ignore[attr-defined]
        assert person.sees("Almara Gazette · 2031-03-05")
        await person.press("escape", "j")
        assert person.sees("↗ running total")


async def test_why_gives_every_reason(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("i")
        assert person.sees("210 against 338: too far apart for a closed event")
        assert person.sees("inferred: published a day later")
        await person.press("escape")
        assert not person.sees("too far apart")


async def test_two_wordings_are_laid_side_by_side(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("w")
        assert person.sees("Harbour Post │ Almara Gazette") and person.sees("Numbers or negations differ")


async def test_the_timeline_can_be_hidden_and_the_source_scrolled_without_leaving_the_queue(sample: Sample) -> None:
    async with desk(sample.store, size=(80, 17)) as person:
        assert person.sees("◆")
        await person.press("T")
        assert not person.sees("◆")
        before = person.screen()
        await person.press("J", "J")
        assert person.screen() != before and person.sees("Forty passengers were hurt")
        await person.press("j")
        assert person.sees("↗ running total")


async def test_everything_can_be_clicked(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.click(*person.find("40–90"))
        assert person.sees("↗ running total")
        await person.click(*person.find("65"))
        assert person.sees("Almara Gazette · 2031-03-05")
        await person.click(*person.find("6 Log"))
        assert person.sees("decisions, newest first")
        await person.click(*person.find("? Help"))
        assert person.sees("In this pane")


async def test_an_empty_database_says_what_to_do_next(tmp_path: object) -> None:
    async with desk(open_store(f"{tmp_path}/empty.db")) as person:
        assert person.sees("Nothing to judge.")
        await person.press("1")
        assert person.sees("Nothing has been read yet.")
        await person.press("5")
        assert person.sees("No article here.")


async def test_the_desk_opens_where_the_person_left_it(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("j", "q")
    async with desk(sample.store, place="") as person:
        assert person.sees("↗ running total")


async def test_a_smaller_and_a_larger_window_keep_the_claim_in_sight(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("j")
        for size in (SMALL, (60, 18), LARGE):
            await person.pilot.resize_terminal(*size)
            await person.settle()
            assert person.sees("↗")


async def test_a_claim_is_renamed_and_the_old_name_comes_back_with_undo(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("N", "ctrl+u")
        await person.type("Dead of the ferry")
        await person.press("enter")
        claims = [row.claim.name for row in sample.store.queue(EVERYTHING)]
        assert person.sees("Dead of the ferry") and "Dead of the ferry" in claims
        await person.press("z")
        assert "Dead of the ferry" not in [row.claim.name for row in sample.store.queue(EVERYTHING)]


async def test_a_narrow_terminal_has_the_panes_below_each_other(sample: Sample) -> None:
    async with desk(sample.store, size=(50, 24)) as person:
        for words in ("≠ 210–340 killed", "At least 340", "340–425", "drowned when the ferry"):
            assert person.sees(words), (words, person.screen())
        assert person.sees("2 Conflicts") and not person.sees("3 Quotes")
        await person.press("3")
        assert person.sees("3 Quotes")


async def test_where_nothing_awaits_the_footer_offers_to_add_and_no_verdict(tmp_path: Path) -> None:
    store = open_store(tmp_path / "empty.db")
    async with desk(store) as person:
        assert person.sees("+ Add articles") and not person.sees("a Prefer")
    store.close()


async def test_a_long_window_keeps_its_button_in_sight_for_the_mouse(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("question_mark")
        x, y = person.find(" Close ")
        await person.click(x + 2, y)
        assert not person.sees(" Close ") and person.sees("≠ conflict")


async def test_of_a_disputed_claim_what_each_holds_stands_above_the_reason(sample: Sample) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    review.judge(sample.store, Verdict.RANGE, view.claim.figures, "ines")
    review.judge(sample.store, Verdict.PREFER, view.claim.figures, "rosa")
    async with desk(sample.store) as person:
        assert person.sees("disputed") and person.sees("! ines: range At least 340 / rosa: prefer")
