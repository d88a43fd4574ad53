"""The page for those who do not see it as it was drawn: headings in order, tables that say what their cells are, enough contrast."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import html5lib
import pytest

from tests.report.sample import DOSSIER
from tracker.report import attribution

STYLE = attribution.shipped("report.css") or ""
PAIRS = [
    *((ink, ground) for ink in ("ink", "soft", "accent", "conflict") for ground in ("paper", "panel")),
    *(("ink", mark) for mark in ("figure", "said", "speaker", "cue", "via")),
]
"""Letters and what they stand on; footers of quotations are soft on the panel."""


@pytest.fixture(params=attribution.VIEWS)
def tree(request: pytest.FixtureRequest) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(attribution.html(DOSSIER, request.param))


def test_the_language_the_title_and_one_first_heading_are_told(tree: Any) -> None:
    assert tree.get("lang") == "en"
    assert tree.find("head/title").text.startswith("Attribution report")
    assert len(tree.findall(".//h1")) == 1
    assert len(tree.findall(".//main")) == 1


def test_no_level_of_headings_is_skipped_and_none_is_empty(tree: Any) -> None:
    headings = [node for node in tree.iter() if re.fullmatch(r"h[1-6]", str(node.tag))]
    levels = [int(node.tag[1]) for node in headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("".join(node.itertext()).strip() for node in headings)


def test_every_table_has_a_caption_and_every_heading_cell_a_scope(tree: Any) -> None:
    for table in tree.findall(".//table"):
        assert table.find("caption") is not None
        assert {cell.get("scope") for cell in table.findall("thead/tr/th")} == {"col"}
        assert all([cell.get("scope") for cell in row.findall("th")] == ["row"] for row in table.findall("tbody/tr"))


def test_pictures_have_a_name_and_links_say_where_they_lead(tree: Any) -> None:
    assert all(picture.get("role") == "img" and picture.get("aria-label") for picture in tree.findall(".//svg"))
    assert all("".join(link.itertext()).strip() for link in tree.findall(".//a"))
    assert all(link.get("aria-label", "").startswith("source ") for link in tree.findall(".//a[@class='cite']"))


def test_every_id_is_there_once_and_every_label_names_one(tree: Any) -> None:
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert {node.get("aria-labelledby") for node in tree.iter() if node.get("aria-labelledby")} <= set(ids)


def colours(style: str, theme: str) -> dict[str, str]:
    """The colours of a theme by name: those of the dark one stand over those of the light one."""
    blocks = re.findall(r":root \{([^}]*)\}", style)
    light, dark, _ = blocks
    found = dict(re.findall(r"--(\w+): (#\w+)", light))
    return {**found, **dict(re.findall(r"--(\w+): (#\w+)", dark))} if theme == "dark" else found


def luminance(colour: str) -> float:
    """WCAG 2, relative luminance."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_letters_stand_out_from_what_they_stand_on(theme: str, ink: str, ground: str) -> None:
    named = colours(STYLE, theme)
    assert contrast(named[ink], named[ground]) >= 4.5


def test_the_measure_of_contrast_can_fail() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#888888", "#ffffff") < 4.5
