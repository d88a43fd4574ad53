"""Figure against as-of day, drawn with block characters: intervals as bars, running totals as steps, conflicts in their own colour.

Own drawing and no plotting library: a claim has two to twenty figures, and each needs its label and its colour in five lines of height.
"""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.model import FigureRow, Pair, Relation
from tracker.tui.line import Line, Run, cells, line, shown
from tracker.tui.rows import number

Grid = dict[tuple[int, int], tuple[str, str]]
LOG_FROM = 40  # the widest value is so many times the least: a linear axis would press the small ones together


@dataclass(frozen=True, slots=True)
class Point:
    day: dt.date
    low: float
    high: float
    value: float
    label: str
    role: str
    figure: str


def points_of(rows: Sequence[FigureRow], pairs: Sequence[Pair]) -> list[Point]:
    """One for each figure that has a day and a number, by day and value."""
    found = []
    for row in rows:
        figure, day = row.figure, row.figure.as_of or row.heading.day
        stated = figure.low if figure.low is not None else figure.high
        if day is None or stated is None:
            continue
        low, high = figure.interval or (figure.low, figure.high)
        least, most = (float(stated if v is None else v) for v in (low, high))
        found.append(Point(day, least, most, float(stated), number(stated), role_of(figure.id, pairs), figure.id))
    return sorted(found, key=lambda p: (p.day, p.value))


def role_of(figure: str, pairs: Sequence[Pair]) -> str:
    relations = [pair.relation for pair in pairs if figure in (pair.a, pair.b)]
    for relation in (Relation.CONFLICT, Relation.REVISION, Relation.RUNNING_TOTAL):
        if relation in relations:
            return relation.value
    return "corroborates"


def timeline(rows: Sequence[FigureRow], pairs: Sequence[Pair], width: int, height: int, focus: str = "") -> list[Line]:
    """`height` lines of `width` columns; one line that says so where no figure has both a day and a number."""
    points = points_of(rows, pairs)
    undated = len(rows) - len(points)
    if not points or height < 3 or width < 24:
        return [line(Run(" No figure here has both a day and a number: no timeline.", "dim"))]
    scale = Scale(points, width, height)
    grid: Grid = {}
    steps(grid, points, pairs, scale)
    for point in points:
        draw(grid, point, scale, point.figure == focus)
    for point in sorted(points, key=lambda p: p.figure != focus):
        name(grid, point, scale, point.figure == focus)
    lines = [axis(grid, y, scale) for y in range(height - 1)]
    return [*lines, days(points, scale, undated)]


class Scale:
    """Where a value and a day stand on the grid. The axis is logarithmic where values differ by more than LOG_FROM times."""

    def __init__(self, points: Sequence[Point], width: int, height: int) -> None:
        self.low, self.high = min(p.low for p in points), max(p.high for p in points)
        self.first, self.last = points[0].day, points[-1].day
        self.logarithmic = self.low > 0 and self.high / self.low > LOG_FROM
        self.labels = max(cells(number(round(v))) for v in (self.low, self.high)) + 1
        self.width, self.height = width, height
        self.columns = width - self.labels - 2 - max(cells(p.label) for p in points) - 2
        self.taken: set[tuple[int, int]] = set()
        self.places = self.place(points)

    def y(self, value: float) -> int:
        a, b, v = (math.log(x) if self.logarithmic else x for x in (self.low, self.high, value))
        share = 0.5 if b == a else (v - a) / (b - a)
        return round((1 - share) * (self.height - 2))

    def place(self, points: Sequence[Point]) -> dict[str, int]:
        """The column of each figure; those of one day stand beside each other."""
        days = max(1, (self.last - self.first).days)
        places: dict[str, int] = {}
        last = -3
        for point in points:
            wanted = round((point.day - self.first).days / days * max(1, self.columns - 1))
            last = min(max(wanted, last + 3), self.width - self.labels - 3)
            places[point.figure] = last
        return places


def steps(grid: Grid, points: Sequence[Point], pairs: Sequence[Pair], scale: Scale) -> None:
    """A stair from each figure of a running total to the next one."""
    running = {frozenset((p.a, p.b)) for p in pairs if p.relation is Relation.RUNNING_TOTAL}
    for a, b in itertools.pairwise(points):
        if frozenset((a.figure, b.figure)) not in running:
            continue
        xa, xb, ya, yb = scale.places[a.figure], scale.places[b.figure], scale.y(a.value), scale.y(b.value)
        for x in range(xa + 1, xb):
            grid[ya, x] = ("─", "running_total")
        for y in range(min(ya, yb), max(ya, yb)):
            grid[y, xb] = ("╎", "running_total")
        if ya != yb:
            grid[ya, xb] = ("╯" if yb < ya else "╮", "running_total")


def draw(grid: Grid, point: Point, scale: Scale, focused: bool) -> None:
    x, top, bottom, y = scale.places[point.figure], scale.y(point.high), scale.y(point.low), scale.y(point.value)
    for at in range(top, bottom + 1):
        grid[at, x] = ("┬" if at == top else "┴" if at == bottom else "│", point.role)
    grid[y, x] = ("◆" if focused else "●", point.role)


def name(grid: Grid, point: Point, scale: Scale, focused: bool) -> None:
    """The value beside its point, on the side where there is room; left out where there is none. The one in focus is named first."""
    x, y = scale.places[point.figure], scale.y(point.value)
    label = f" {shown(point.label)}"
    for start, words in ((x + 1, label), (x - len(label), label[1:] + " ")):
        fits = start >= 0 and start + len(words) <= scale.width - scale.labels - 1
        if fits and all((y, start + i) not in grid for i in range(-1 if start < x else 0, len(words) + (start > x)) if start + i != x):
            grid.update({(y, start + i): (c, f"{point.role} strong" if focused else point.role) for i, c in enumerate(words)})
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


def days(points: Sequence[Point], scale: Scale, undated: int) -> Line:
    first, last = f"{scale.first:%Y-%m-%d}", f"{scale.last:%Y-%m-%d}"
    notes = [f"{undated} not drawn" if undated else "", "logarithmic" if scale.logarithmic else ""]
    note = "".join(f" · {text}" for text in notes if text)
    width = scale.width - scale.labels - 1
    if first == last:
        return line(Run(" " * scale.labels + "└ " + first + note, "dim"))
    end = max(scale.places[point.figure] for point in points)
    gap = max(1, min(end - len(first) - len(last) // 2, width - len(first) - len(last) - len(note)))
    return line(Run(" " * scale.labels + "└" + first + "─" * gap + last + note, "dim"))
