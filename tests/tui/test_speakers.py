"""Speakers: joins to judge, the list with its filter, a profile."""

from __future__ import annotations

import json

import pytest

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker import review
from tracker.model import Verdict
from tracker.tui import paged, pages, speakers
from tracker.tui.desk import SESSION


async def test_a_proposed_join_is_laid_side_by_side_with_its_reason(sample: Sample) -> None:
    async with desk(sample.store, "speakers") as person:
        assert person.sees("81% alike") and person.sees("the surname is the same; I. may be Ines")
        assert person.sees("Mayor (2031-03-04") and person.sees("Almara Gazette")


async def test_a_profile_shows_spellings_titles_and_everything_said(sample: Sample) -> None:
    async with desk(sample.store, "speakers", LARGE) as person:
        await person.press("tab")
        assert person.sees("Ines Okafor") and person.sees("Also printed as Mayor Ines Okafor")
        assert person.sees("said, in time order: 2") and person.sees("We [the city] lost")
        await person.press("enter", "enter")
        assert person.sees("Harbour Post · 2031-03-04 · Ferry sinks")


async def test_a_speaker_is_found_by_a_misspelt_name_and_by_one_of_another_script(sample: Sample) -> None:
    async with desk(sample.store, "speakers", LARGE) as person:
        await person.press("tab", "/")
        await person.type("okafr")
        await person.press("enter")
        assert person.sees("Ines Okafor")
        await person.press("escape")
        assert person.sees("5 speakers") and person.sees("علي حسن")


async def test_a_speaker_who_said_very_much_is_read_a_page_at_a_time(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE", 2)
    monkeypatch.setattr(paged, "PAGE", 2)
    monkeypatch.setattr(speakers, "PAGE", 2)
    name = "Ines Okafor"
    sample.store.save_setting(SESSION, json.dumps({"speakers": {"speaker": "s-okafor"}}))
    review.speakers(sample.store, Verdict.SAME_SPEAKER, ["s-okafor", "s-initial"], "rosa", "")
    async with desk(sample.store, "speakers", LARGE) as person:
        said = person.app.screen.said  # type: ignore[attr-defined]
        assert person.sees(f"☺ {name}") and person.sees("said, in time order: 3")
        assert sorted(said.pages.held) == [0, 1] and len(said.pages.held[0]) == 2
        days = [said.at(index).heading.day for index in range(3)]
        assert days == sorted(days) and person.sees("Nobody should trust the first number")
