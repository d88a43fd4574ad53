"""Paragraphs in the manner of real papers, and lines of numbers that count nothing (tests/gold/prose_figures.jsonl): floors for both.

Marked as in `wide`, before the program saw them: a cable, a report to parliament, a blotter, a state agency, figures of three days in one
paragraph, an earlier event in the middle. At that first look 70 of 91 figures were right in everything, and 34 of 40 lines held none.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.extract.wide import faults, marked

GOLD = Path(__file__).parent.parent / "gold" / "prose_figures.jsonl"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def test_figures_of_long_prose_are_read_as_well_as_reached(rows: list[dict[str, Any]]) -> None:
    count = Counter(kind for row in rows for kind, _, _ in faults(row))
    given = sum(one.value != "?" for row in rows for one in marked(row["text"])[1])
    assert count["right"] >= 0.93 * given, count
    assert count["spurious"] <= 1, count


def test_numbers_that_count_nothing_are_left_alone(rows: list[dict[str, Any]]) -> None:
    lines = [row for row in rows if row["id"].startswith("n-")]
    clean = [row for row in lines if not faults(row)]
    assert len(lines) == 40
    assert len(clean) >= 39, [faults(row) for row in lines if row not in clean]
