"""A claim's figures against their as-of dates as inline SVG: intervals are bars, stated numbers dots; steps join running totals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from tracker.model import FigureRow, Relation
from tracker.report import wording

WIDTH, HEIGHT = 720, 240
LEFT, RIGHT, TOP, BOTTOM = 76, 24, 22, 34
LABEL = 20
"""Characters of the words of a figure that fit a label; of longer ones the number stands there."""
APART = 21
"""Pixels between two labels, and between a label and a dot; the size of a letter on a phone."""
SHIFT = 7
"""Pixels from a dot to its label."""
LETTER = 10
"""Pixels that a letter of a label is wide at the most."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure placed: x and y of the stated number, top and bottom of its interval, all in pixels of the picture."""

    x: float
    y: float
    top: float
    bottom: float
    label: str
    title: str


def stated(row: FigureRow) -> float | None:
    value = row.figure.low if row.figure.low is not None else row.figure.high
    return None if value is None else float(value)


def svg(rows: tuple[FigureRow, ...], relation: Relation | None, citations: Mapping[str, int]) -> str:
    """The picture, or nothing where fewer than two figures state a number. Undated figures stand at the right, behind a dashed line."""
    plotted = [row for row in rows if stated(row) is not None]
    if len(plotted) < 2:
        return ""
    values = [v for row in plotted for v in (stated(row), *map(ends, row.figure.interval or ())) if v is not None]
    scale = Scale(
        min(values), max(values), [row.figure.as_of for row in plotted if row.figure.as_of], any(not r.figure.as_of for r in plotted)
    )
    dots = [dot(row, scale, citations) for row in plotted]
    body = [*axis(scale), *(steps(dots) if relation is Relation.RUNNING_TOTAL else ()), *marks(dots)]
    title = f"Timeline: {len(dots)} figures from {wording.number(int(min(values)))} to {wording.number(int(max(values)))}"
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(body)}</svg>"
    )


def ends(value: object) -> float | None:
    return None if value is None else float(str(value))


class Scale:
    """Values to pixels. The dates share the width, undated figures have the last eighth; one value alone stands in the middle."""

    def __init__(self, low: float, high: float, days: list[dt.date], has_undated: bool) -> None:
        pad = (high - low) * 0.08 or 1
        self.low, self.high = max(0.0, low - pad), high + pad
        self.first: dt.date | None = min(days, default=None)
        self.last: dt.date | None = max(days, default=None)
        self.right = WIDTH - RIGHT - (WIDTH / 8 if has_undated and days else 0)
        self.has_undated = has_undated

    def y(self, value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (self.high - value) / (self.high - self.low)

    def x(self, day: dt.date | None) -> float:
        if day is None or self.first is None or self.last is None:
            return WIDTH - RIGHT - WIDTH / 16 if self.first else (LEFT + self.right) / 2
        if self.first == self.last:
            return (LEFT + self.right) / 2
        inset = 24
        return LEFT + inset + (self.right - LEFT - 2 * inset) * (day - self.first).days / (self.last - self.first).days


def dot(row: FigureRow, scale: Scale, citations: Mapping[str, int]) -> Dot:
    value = stated(row)
    assert value is not None
    low, high = row.figure.interval or (None, None)
    bottom, top = (value if low is None else float(low)), (value if high is None else float(high))
    who = wording.speaker(row)
    title = f"{row.figure.words}, {who}, {wording.day(row.figure.as_of)} [{citations[row.heading.id]}]"
    number = wording.number(row.figure.low if row.figure.low is not None else row.figure.high)
    label = f"{row.figure.words if len(row.figure.words) <= LABEL else number} [{citations[row.heading.id]}]"
    return Dot(scale.x(row.figure.as_of), scale.y(value), scale.y(top), scale.y(bottom), label, title)


def axis(scale: Scale) -> list[str]:
    floor = HEIGHT - BOTTOM
    lines = [f'<line class="axis" x1="{LEFT}" y1="{floor}" x2="{WIDTH - RIGHT}" y2="{floor}"/>']
    for value in ticks(scale.low, scale.high):
        y = f"{scale.y(value):.1f}"
        lines.append(f'<line class="grid" x1="{LEFT}" y1="{y}" x2="{WIDTH - RIGHT}" y2="{y}"/>')
        lines.append(f'<text class="tick" x="{LEFT - 8}" y="{y}" text-anchor="end" dy="4">{wording.number(int(value))}</text>')
    if scale.first and scale.last:
        for day in dict.fromkeys((scale.first, scale.last)):
            anchor = "end" if scale.x(day) > WIDTH - 110 else "middle"
            lines.append(f'<text class="tick" x="{scale.x(day):.1f}" y="{floor + 18}" text-anchor="{anchor}">{wording.day(day)}</text>')
    if scale.has_undated:
        x = scale.x(None)
        lines.append(f'<text class="tick" x="{x:.1f}" y="{floor + 18}" text-anchor="middle">undated</text>')
        if scale.first:
            lines.append(f'<line class="undated" x1="{scale.right:.1f}" y1="{TOP}" x2="{scale.right:.1f}" y2="{floor}"/>')
    return lines


def ticks(low: float, high: float) -> list[int]:
    """Three to six round values between low and high."""
    step = 1
    for step in (m * 10**p for p in range(13) for m in (1, 2, 5)):
        if (high - low) / step <= 5:
            break
    first = -(-int(low) // step) * step
    return [v for v in range(first, int(high) + 1, step) if low <= v <= high]


def steps(dots: list[Dot]) -> list[str]:
    ordered = sorted(dots, key=lambda d: (d.x, -d.y))
    path = f"M{ordered[0].x:.1f} {ordered[0].y:.1f}" + "".join(f"H{d.x:.1f}V{d.y:.1f}" for d in ordered[1:])
    return [f'<path class="steps" d="{path}"/>']


def marks(dots: list[Dot]) -> list[str]:
    """Bars and dots, with labels beside them where there is room."""
    places = labelled(dots)
    drawn = []
    for d in sorted(dots, key=lambda d: (d.x, d.y)):
        anchor, shift = ("end", -SHIFT) if is_at_edge(d) else ("start", SHIFT)
        y = places.pop((d.x, d.label), None)
        label = f'<text class="label" x="{d.x + shift:.1f}" y="{y}" text-anchor="{anchor}" dy="4">{escape(d.label)}</text>' if y else ""
        drawn.append(
            f"<g><title>{escape(d.title)}</title>"
            f'<line class="interval" x1="{d.x:.1f}" y1="{d.top:.1f}" x2="{d.x:.1f}" y2="{d.bottom:.1f}"/>'
            f'<circle class="dot" cx="{d.x:.1f}" cy="{d.y:.1f}" r="4.5"/>{label}</g>'
        )
    return drawn


def labelled(dots: list[Dot]) -> dict[tuple[float, str], float]:
    """The height of each label: above its dot, else beneath it, where it covers neither a dot nor a label; none where everything is taken.
    The least and the greatest number choose first.
    """
    taken = [(d.x - SHIFT, d.x + SHIFT, d.y) for d in dots]
    ends = {min(d.y for d in dots), max(d.y for d in dots)}
    found: dict[tuple[float, str], float] = {}
    for d in sorted(dots, key=lambda d: (d.y not in ends, d.x, d.y)):
        at, (left, right) = round(d.y), across(d)
        heights = (*range(at - APART, TOP - APART, -3), *range(at + APART, HEIGHT - BOTTOM - 4, 3))
        free = (y for y in heights if not any(left < r and start < right and abs(y - other) < APART for start, r, other in taken))
        if (d.x, d.label) not in found and (y := next(free, None)) is not None:
            found[d.x, d.label] = y
            taken.append((left, right, y))
    return found


def across(dot: Dot) -> tuple[float, float]:
    """Where the label of a dot begins and ends: to the right of it, or to the left near the edge."""
    wide = LETTER * len(dot.label)
    return (dot.x - SHIFT - wide, dot.x - SHIFT) if is_at_edge(dot) else (dot.x + SHIFT, dot.x + SHIFT + wide)


def is_at_edge(dot: Dot) -> bool:
    return dot.x > WIDTH - 110
