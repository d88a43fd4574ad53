"""Figure against as-of day, drawn with block characters: intervals as bars, running totals as steps, conflicts in their own colour.

Own drawing and no plotting library: a claim has two to twenty figures, and each needs its label and its colour in five lines of height.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model import Point
from tracker.tui.line import Line, Run, cells, line, shown
from tracker.tui.rows import number

Grid = dict[tuple[int, int], tuple[str, str]]
LOG_FROM = 40  # the widest value is so many times the least: a linear axis would press the small ones together
APART = 3  # columns between figures of one day, as far as there is room


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that can be drawn; role — its colour; grows — it is a step of a running total."""

    day: dt.date
    low: float
    high: float
    value: float
    label: str
    role: str
    figure: str
    grows: bool


def marks_of(points: Sequence[Point]) -> list[Mark]:
    """One for each point that has a day and a number, in their order."""
    found = []
    for point in points:
        if point.day is None or point.stated is None:
            continue
        least, most = (float(point.stated if v is None else v) for v in (point.low, point.high))
        role = point.relation.value if point.relation else "corroborates"
        found.append(Mark(point.day, least, most, float(point.stated), number(point.stated), role, point.figure, point.grows))
    return found


def timeline(points: Sequence[Point], width: int, height: int, focus: str = "") -> list[Line]:
    """`height` lines of `width` columns; one line that says so where no point has both a day and a number. Of more points than there is
    room for, the least and the most of every few days are drawn, and how many are not is said.
    """
    every = marks_of(points)
    if not every or height < 3 or width < 24:
        return [line(Run(" No figure here has both a day and a number: no timeline.", "dim"))]
    marks = thinned(every, width // APART, focus)
    scale = Scale(marks, width, height)
    grid: Grid = {}
    steps(grid, marks, scale)
    for mark in marks:
        draw(grid, mark, scale, mark.figure == focus)
    for mark in sorted(marks, key=lambda p: p.figure != focus):
        name(grid, mark, scale, mark.figure == focus)
    lines = [axis(grid, y, scale) for y in range(height - 1)]
    return [*lines, days(marks, scale, len(points) - len(marks))]


def thinned(marks: Sequence[Mark], most: int, focus: str) -> Sequence[Mark]:
    """All where they are no more than `most`; else the least and the most of each of `most` / 2 spans of days, and the one in focus."""
    if len(marks) <= most:
        return marks
    first, spans = marks[0].day, max(1, most // 2)
    length = (marks[-1].day - first).days + 1
    kept: dict[int, tuple[Mark, Mark]] = {}
    for mark in marks:
        span = (mark.day - first).days * spans // length
        low, high = kept.get(span, (mark, mark))
        kept[span] = (mark if mark.low < low.low else low, mark if mark.high > high.high else high)
    chosen = {mark.figure for pair in kept.values() for mark in pair} | {focus}
    return [mark for mark in marks if mark.figure in chosen]


class Scale:
    """Where a value and a day stand on the grid. The axis is logarithmic where values differ by more than LOG_FROM times."""

    def __init__(self, marks: Sequence[Mark], width: int, height: int) -> None:
        self.low, self.high = min(p.low for p in marks), max(p.high for p in marks)
        self.first, self.last = marks[0].day, marks[-1].day
        self.logarithmic = self.low > 0 and self.high / self.low > LOG_FROM
        self.labels = max(cells(number(round(v))) for v in (self.low, self.high)) + 1
        self.width, self.height = width, height
        self.columns = width - self.labels - 2 - max(cells(p.label) for p in marks) - 2
        self.taken: set[tuple[int, int]] = set()
        self.places = self.place(marks)

    def y(self, value: float) -> int:
        a, b, v = (math.log(x) if self.logarithmic else x for x in (self.low, self.high, value))
        share = 0.5 if b == a else (v - a) / (b - a)
        return round((1 - share) * (self.height - 2))

    def place(self, marks: Sequence[Mark]) -> dict[str, int]:
        """The column of each figure; those of one day stand beside each other."""
        days = max(1, (self.last - self.first).days)
        places: dict[str, int] = {}
        last = -APART
        for mark in marks:
            wanted = round((mark.day - self.first).days / days * max(1, self.columns - 1))
            last = min(max(wanted, last + APART), self.width - self.labels - 3)
            places[mark.figure] = last
        return places


def steps(grid: Grid, marks: Sequence[Mark], scale: Scale) -> None:
    """A stair from each figure of a running total to the next one."""
    for a, b in itertools.pairwise(mark for mark in marks if mark.grows):
        xa, xb, ya, yb = scale.places[a.figure], scale.places[b.figure], scale.y(a.value), scale.y(b.value)
        for x in range(xa + 1, xb):
            grid[ya, x] = ("─", "running_total")
        for y in range(min(ya, yb), max(ya, yb)):
            grid[y, xb] = ("╎", "running_total")
        if ya != yb:
            grid[ya, xb] = ("╯" if yb < ya else "╮", "running_total")


def draw(grid: Grid, mark: Mark, scale: Scale, focused: bool) -> None:
    x, top, bottom, y = scale.places[mark.figure], scale.y(mark.high), scale.y(mark.low), scale.y(mark.value)
    for at in range(top, bottom + 1):
        grid[at, x] = ("┬" if at == top else "┴" if at == bottom else "│", mark.role)
    grid[y, x] = ("◆" if focused else "●", mark.role)


def name(grid: Grid, mark: Mark, scale: Scale, focused: bool) -> None:
    """The value beside its point, on the side where there is room; left out where there is none. The one in focus is named first."""
    x, y = scale.places[mark.figure], scale.y(mark.value)
    label = f" {shown(mark.label)}"
    for start, words in ((x + 1, label), (x - len(label), label[1:] + " ")):
        fits = start >= 0 and start + len(words) <= scale.width - scale.labels - 1
        if fits and all((y, start + i) not in grid for i in range(-1 if start < x else 0, len(words) + (start > x)) if start + i != x):
            grid.update({(y, start + i): (c, f"{mark.role} strong" if focused else mark.role) for i, c in enumerate(words)})
            return


def axis(grid: Grid, y: int, scale: Scale) -> Line:
    edges = {scale.y(scale.high): scale.high, scale.y(scale.low): scale.low}
    label = number(round(edges[y])) if y in edges else ""
    runs = [Run(label.rjust(scale.labels) + ("┤" if label else "│"), "dim")]
    for x in range(scale.width - scale.labels - 1):
        character, role = grid.get((y, x), (" ", ""))
        if len(runs) > 1 and runs[-1].role == role:
            runs[-1] = Run(runs[-1].text + character, role)
        else:
            runs.append(Run(character, role))
    return tuple(runs)


def days(marks: Sequence[Mark], scale: Scale, undrawn: int) -> Line:
    first, last = f"{scale.first:%Y-%m-%d}", f"{scale.last:%Y-%m-%d}"
    notes = [f"{undrawn} not drawn" if undrawn else "", "log scale" if scale.logarithmic else ""]
    note = "".join(f" · {text}" for text in notes if text)
    width = scale.width - scale.labels - 1
    if first == last:
        return line(Run(" " * scale.labels + "└ " + first + note, "dim"))
    end = max(scale.places[mark.figure] for mark in marks)
    gap = max(1, min(end - len(first) - len(last) // 2, width - len(first) - len(last) - len(note)))
    return line(Run(" " * scale.labels + "└" + first + "─" * gap + last + note, "dim"))
