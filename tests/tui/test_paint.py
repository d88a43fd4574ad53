"""What is lit can be read in every theme: dark, light, the terminal's own colours, none."""

from __future__ import annotations

import pytest

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker.tui.desk import Settings
from tracker.tui.paint import LOOKS, Painted

THEMES = ("textual-dark", "textual-light", "ansi-dark", "ansi-light")


@pytest.mark.parametrize("theme", THEMES)
async def test_no_words_are_painted_in_the_colour_they_stand_on(sample: Sample, theme: str) -> None:
    async with desk(sample.store, size=LARGE, settings=Settings("rosa", theme=theme)) as person:
        pane = person.app.screen.query(Painted).first()
        for role in LOOKS:
            for under in ("", "cursor", "cursor-focus"):
                style = pane.mixed_style(under, [role])
                same = style.bgcolor is not None and style.color == style.bgcolor and not style.bgcolor.is_default
                assert not same, (theme, role, under, style)
