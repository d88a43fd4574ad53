"""The timeline: every figure drawn at its day, intervals as bars, totals as steps, and a word where nothing can be drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.tui.sample import Sample
from tracker.model import Point, Relation
from tracker.tui.line import plain, width
from tracker.tui.timeline import timeline


@pytest.mark.parametrize("size", [(52, 6), (100, 12), (30, 3)])
def test_every_figure_is_drawn_and_every_line_fits(sample: Sample, size: tuple[int, int]) -> None:
    points = sample.store.points("c-dead")
    lines = timeline(points, *size, focus=points[0].figure)
    assert len(lines) == size[1]
    assert all(width(row) <= size[0] for row in lines)
    drawn = "".join(plain(row) for row in lines)
    assert drawn.count("●") + drawn.count("◆") == 3
    assert "2031-03-04" in drawn


def test_a_conflict_has_the_colour_of_one_and_a_total_climbs_in_steps(sample: Sample) -> None:
    dead, hurt = sample.store.points("c-dead"), sample.store.points("c-hurt")
    conflict = [run for row in timeline(dead, 60, 8) for run in row if "●" in run.text]
    assert conflict and all("conflict" in run.role for run in conflict)
    steps = "".join(run.text for row in timeline(hurt, 60, 8) for run in row if run.role == "running_total")
    assert "─" in steps and "╯" in steps


def test_without_days_or_numbers_it_says_so(sample: Sample) -> None:
    points = [replace(point, stated=None, low=None, high=None) for point in sample.store.points("c-dead")]
    assert "no timeline" in plain(timeline(points, 60, 8)[0])


def test_one_figure_alone_and_one_value_for_all_are_drawn(sample: Sample) -> None:
    assert any("●" in plain(row) for row in timeline(sample.store.points("c-dead")[2:], 40, 5))


def test_of_thousands_the_least_and_the_most_of_every_few_days_are_drawn_and_the_rest_is_counted() -> None:
    first = dt.date(2031, 1, 1)
    points = [
        Point(str(n), first + dt.timedelta(n // 10), 100 + n % 10, 100 + n % 10, 100 + n % 10, Relation.CONFLICT) for n in range(3000)
    ]
    lines = timeline(points, 90, 8, focus="1234")
    drawn = "".join(plain(row) for row in lines)
    marks = drawn.count("●") + drawn.count("◆")
    assert 10 < marks <= 31 and drawn.count("◆") == 1
    assert f"{3000 - 31} not drawn" in drawn and "100" in drawn and "109" in drawn
    assert all(width(row) <= 90 for row in lines)
