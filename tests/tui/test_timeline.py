"""The timeline: every figure drawn at its day, intervals as bars, totals as steps, and a word where nothing can be drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tui.sample import Sample
from tracker.tui.line import plain, width
from tracker.tui.timeline import timeline


@pytest.mark.parametrize("size", [(52, 6), (100, 12), (30, 3)])
def test_every_figure_is_drawn_and_every_line_fits(sample: Sample, size: tuple[int, int]) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    lines = timeline(view.rows, view.pairs, *size, focus=view.rows[0].figure.id)
    assert len(lines) == size[1]
    assert all(width(row) <= size[0] for row in lines)
    drawn = "".join(plain(row) for row in lines)
    assert drawn.count("●") + drawn.count("◆") == 3
    assert "2031-03-04" in drawn


def test_a_conflict_has_the_colour_of_one_and_a_total_climbs_in_steps(sample: Sample) -> None:
    dead, hurt = sample.store.claim_view("c-dead"), sample.store.claim_view("c-hurt")
    assert dead and hurt
    conflict = [run for row in timeline(dead.rows, dead.pairs, 60, 8) for run in row if "●" in run.text]
    assert all("conflict" in run.role for run in conflict)
    steps = "".join(run.text for row in timeline(hurt.rows, hurt.pairs, 60, 8) for run in row if run.role == "running_total")
    assert "─" in steps and "╯" in steps


def test_without_days_or_numbers_it_says_so(sample: Sample) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    rows = [replace(row, figure=replace(row.figure, low=None, high=None)) for row in view.rows]
    assert "no timeline" in plain(timeline(rows, (), 60, 8)[0])


def test_one_figure_alone_and_one_value_for_all_are_drawn(sample: Sample) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    assert any("●" in plain(row) for row in timeline(view.rows[2:], (), 40, 5))
