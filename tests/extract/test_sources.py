"""The source beside a cue, marked in the text: «source» on the side where it stands, | where the cue does."""

from __future__ import annotations

import pytest

from tracker.extract.sources import after, before

BEFORE = [
    "«Jon Ruiz», who runs the port, |",
    "On Monday, «Mr. al-Sadi» also |",
    "«Lena Doyle», a senior manager in the Oslo office of Berg Holdings, |",
    "«Mr Lund and the Admiralty» |",
    "«a security official with the Harbour Ministry’s Intelligence» |",
    "At a news conference «Lund» |",
    "«Lund» on Monday |",
    "He flooded the base and «Lund» |",
    "«Critics» |",
    "«two people familiar with the matter» |",
    "«Tom Roe» (R-Oslo) |",
    "but «the ministry's spokesman» |",
    "«Paul Lind», a lawyer in Bergen, Fla., |",
    "«The Center for Northern Life» |",
    "«a senior port official» who |",
    "«Lind’s spokesman Brian Falk» |",
    "«he» |",
    "a daughter, «Clara Berg», of Lund, who |",
    "«The Observatory» which relies on a network inside the country |",
    "It was confirmed by «Norwegian health officials» who |",
    "cells that can turn into a part of the body and «researchers» |",
    "«A nurse» who was freed after nine days |",
    "«A gunner» who took part in the raid and spoke on condition of anonymity |",
    "«A woman» who lost her boats and hid them in the reeds |",
    "Chief Bo Lind stopped on Tuesday, and «the union», which had marched, |",
    "The clerk who keeps the register and «the mayor» |",
    "«A clerk in the port» who has seen letters from the harbour board |",
    "«A teacher» who asked that her name be withheld because she is a servant of the crown |",
    "«a league» that monitors the ice |",
    "«Norwegian sailors» who watched it |",
    "a guard who «police» |",
    "He thanked those who helped when «the mayor» |",
    "«A wounded Norwegian» who reached the quay |",
    "40 in the hamlet of Sund, and left 90 without boats; «the board's chairman», the retired judge Emil Berg, |",
    "«Ruiz Motor Corp.», battered by a loss last year, |",
    "«A father of two of the boys», Jon Ruiz, |",
    "Captain Ann Lind went home at noon, and «the union», which had a van in the yard, |",
    "«Jon Ruiz», who last week |",
    "«Jon Ruiz», who two weeks ago had |",
]
AFTER = [
    "| «Ann Smit», who runs it",
    "| «the Harbour House’s Jo Ern».",
    "| «he».",
    "| «the campaign group Bring Them Ashore».",
    "| «the charity Nurses of the Delta» on Monday",
    "| «Sens. Tom Roe and Ann Li».",
    "| «a spokesman for the ministry».",
    "| «former port minister Nils Al Berg» after the storm",
    "| «the former governor of Ohio»",
]


def parts(marked: str) -> tuple[str, int, str]:
    """The text without its marks, where the cue stands, and the source."""
    source = marked.partition("«")[2].partition("»")[0]
    bare = marked.replace("«", "").replace("»", "")
    return bare.replace("|", ""), bare.index("|"), source


@pytest.mark.parametrize("marked", BEFORE)
def test_the_source_before_a_cue_is_found(marked: str) -> None:
    text, at, source = parts(marked)
    found = before(text, at)
    assert found is not None
    assert found.text == source == found.span.of(text)


@pytest.mark.parametrize("marked", AFTER)
def test_the_source_after_a_cue_is_found(marked: str) -> None:
    text, at, source = parts(marked)
    found = after(text, at)
    assert found is not None
    assert found.text == source == found.span.of(text)


@pytest.mark.parametrize("text", ["", " ", ",", ", , ,", "who ", ")", "(", "’s ", "and ", "“", "…"])
def test_nothing_beside_a_cue_yields_nothing(text: str) -> None:
    assert before(text, len(text)) is None
    assert after(text, 0) is None


def test_nothing_beyond_the_floor_is_read() -> None:
    text = "Lund left. It rained and was "
    found = before(text, len(text), floor=11)
    assert found is None or found.start >= 11
