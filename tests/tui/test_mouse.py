"""Every flow without a keyboard: what a key does, a click does."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.driving import LARGE, SMALL, Person, desk
from tests.tui.sample import Sample
from tracker import history, review
from tracker.model import Query, Verdict

SIZES = pytest.mark.parametrize("size", [SMALL, LARGE])


async def click(person: Person, words: str, times: int = 1) -> None:
    await person.click(*person.find(words), times=times)


async def from_help(person: Person, words: str) -> None:
    """Click help, then the line of it that says so."""
    await click(person, "? Help")
    for _ in range(40):
        if person.sees(words):
            break
        await person.press("j")
    await click(person, words)


def verdicts(sample: Sample) -> list[str]:
    return [decision.verdict.value for decision in history.log(sample.store) if decision.stands]


@SIZES
async def test_a_claim_is_judged_undone_and_judged_otherwise(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, size=size) as person:
        await click(person, "a Prefer")
        assert verdicts(sample) == ["prefer"]
        await click(person, "z Undo")
        assert verdicts(sample) == []
        await from_help(person, "Running total")
        assert verdicts(sample) == ["running_total"]


@SIZES
async def test_a_figure_is_marked_at_its_edge_and_split_off(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, size=size) as person:
        x, y = person.find("Around 210")
        await person.click(x - 4, y)
        assert person.sees("1 figure marked")
        await from_help(person, "Split the marked figures")
        assert verdicts(sample) == ["split_claim"]


@SIZES
async def test_the_queue_is_narrowed_by_facets(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, size=size) as person:
        await click(person, "f Filter")
        await click(person, "metric: injured")
        assert person.sees("[x] metric: injured")
        await click(person, " OK ")
        assert person.sees("1 to judge · filtered")


@SIZES
async def test_two_speakers_are_told_apart(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "home", size) as person:
        await click(person, "4 Speakers")
        await click(person, "n Not the same")
        assert verdicts(sample) == ["not_same_speaker"]


@SIZES
async def test_words_are_dragged_over_and_become_a_statement(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "sources", size) as person:
        await click(person, "Ferry sinks")
        start = person.find("Forty passengers")
        await person.pilot.mouse_down(offset=start)
        await person.pilot._post_mouse_events([events.MouseMove], offset=(start[0] + 12, start[1]), button=1)
        await person.pilot.mouse_up(offset=(start[0] + 12, start[1]))
        await person.settle()
        await click(person, "N New or corrected")
        await click(person, "indirect — what they said", times=2)
        await click(person, "Ines Okafor  Mayor Ines", times=2)
        assert verdicts(sample) == ["add_statement"]


@SIZES
async def test_a_line_of_the_log_is_withdrawn(sample: Sample, size: tuple[int, int]) -> None:
    review.judge(sample.store, Verdict.RANGE, [sample.figures["340"].id], "rosa")
    async with desk(sample.store, "log", size) as person:
        await click(person, "z Undo this line")
        assert verdicts(sample) == []


@SIZES
async def test_an_outlet_is_graded_and_a_window_left_without_effect(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "sources", size) as person:
        await click(person, "A Grade")
        await click(person, " Leave ")
        assert verdicts(sample) == []
        await click(person, "A Grade")
        await click(person, "B  usually reliable", times=2)
        assert verdicts(sample) == ["grade"]


@SIZES
async def test_a_reason_is_left_out_with_a_click_and_kept_with_another(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, size=size) as person:
        await from_help(person, "Reason for the next verdict")
        await person.type("seen by two")
        await click(person, " OK ")
        assert person.sees("reason: seen by two")


@SIZES
async def test_a_quotation_is_found_by_facet_and_opened(sample: Sample, size: tuple[int, int]) -> None:
    async with desk(sample.store, "quotes", size) as person:
        await click(person, "Ines Okafor direct")
        await click(person, "Ines Okafor direct", times=2)
        assert person.sees("Ferry sinks off Port Almara · 3")
        await click(person, "esc Back")
        assert person.sees("statements") and sample.store.count_articles(Query()) == 3
