"""What each place looks like, word for word, at both sizes: SNAPSHOTS=write makes the pictures anew, to be read before they are kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.driving import LARGE, SMALL, desk
from tests.tui.sample import Sample

FOLDER = Path(__file__).parent / "snapshots"
PLACES = ("home", "conflicts", "quotes", "speakers", "sources", "log")


@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["small", "large"])
@pytest.mark.parametrize("place", PLACES)
async def test_the_place_looks_as_it_did(sample: Sample, place: str, size: tuple[int, int]) -> None:
    async with desk(sample.store, place, size) as person:
        seen = "".join(f"{line}\n" for line in person.lines())
    kept = FOLDER / f"{place}-{size[0]}x{size[1]}.txt"
    if os.environ.get("SNAPSHOTS") == "write":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(seen, "utf-8")
    assert seen == kept.read_text("utf-8")
