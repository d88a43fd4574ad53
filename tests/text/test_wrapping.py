"""Line ends that only a width explains are told from those that part paragraphs."""

from __future__ import annotations

import textwrap

import pytest

from tracker.text.wrapping import paragraph, unwrapped

TELLS = (
    "A landslide buried 14 houses in the village of Oru on Sunday night, and at least 31 people were killed, the governor said. "
    "“We could not reach them,” said Ines Vale, who led the first team of rescuers into the valley after the rain had stopped.",
    "The road to the coast stayed closed on Monday. The ministry said that 220 people had been moved to schools and barracks in the "
    "neighbouring towns, and that the army would send helicopters as soon as the clouds allowed it.",
)


@pytest.mark.parametrize("width", [60, 72, 80, 99])
def test_paragraphs_cut_at_a_width_are_whole_again_and_no_character_moves(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in TELLS)
    assert unwrapped(text) == "\n\n".join(TELLS)
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "One line.",
        "\n".join(TELLS),
        "Roads\nBridges\nHarbours\nSchools\nHospitals",
        "Twelve houses burned down.\nNobody was hurt.\nThe mayor thanked the brigade.\nIt rained at noon.",
        "Q: What did you see?\nA: Smoke, and then the flames over the roofs.\nQ: And then?\nA: We ran.",
    ],
)
def test_lines_that_are_paragraphs_stay_apart(text: str) -> None:
    assert unwrapped(text) == text


def test_a_last_line_that_is_short_ends_its_paragraph() -> None:
    text = textwrap.fill(TELLS[0], 72) + "\nThe search goes on.\n" + textwrap.fill(TELLS[1], 72)
    assert "The search goes on.\nThe road" in unwrapped(text)


@pytest.mark.parametrize("width", [60, 80])
def test_the_paragraph_about_a_span_is_whole_where_its_lines_are_cut_at_a_width(width: int) -> None:
    text = "\n\n".join(textwrap.fill(told, width) for told in TELLS)
    start = text.index("220")
    assert paragraph(text, start, start + 3) == (text.index("The road"), TELLS[1])
    listed = "Roads: 3\nBridges: 220\nHarbours: 9"
    assert paragraph(listed, 18, 21) == (9, "Bridges: 220")
    assert paragraph("220", 0, 3) == (0, "220")
