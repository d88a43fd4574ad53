"""Values of the model as lines of the screen: every list row, reason and label, as pure functions of a value and a width."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from tracker.model import (
    Bound,
    Claim,
    ClaimView,
    Decision,
    Figure,
    FigureRow,
    Number,
    Pair,
    QueueRow,
    Relation,
    Statement,
)
from tracker.tui.line import Line, Run, cells, columns, line, shown

# glyph and colour tell the same thing, so that either is enough
GLYPHS = {
    "conflict": "≠",
    "revision": "→",
    "running_total": "↗",
    "compatible": "~",
    "corroborates": "=",
    "echo": "»",
    "different_scope": "∥",
    "possible": "?",
    "": "·",
}
STATES = {"open": " ", "decided": "✓", "disputed": "!", "pending": "?", "orphan": "∅"}
MARK = "●"
ORDER = {relation: at for at, relation in enumerate(Relation)}


def number(value: Number) -> str:
    """With thousands separated, a fraction as written."""
    return f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"


def interval(low: Number | None, high: Number | None) -> str:
    """
    >>> interval(1140, 1260), interval(5, None), interval(None, 9), interval(3, 3)
    ('1,140–1,260', '≥ 5', '≤ 9', '3')
    """
    if low is None and high is None:
        return "?"
    if low is None or high is None:
        return f"≥ {number(low)}" if low is not None else f"≤ {number(high)}"  # type: ignore[arg-type]
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def day(when: dt.date | None) -> str:
    return when.strftime("%Y-%m-%d") if when else "—"


def moment(when: dt.datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M")


def relation_run(relation: Relation | None, words: bool = False) -> Run:
    name = relation.value if relation else ""
    label = f" {name.replace('_', ' ')}" if words else ""
    return Run(GLYPHS.get(name, "·") + label, name or "dim")


def state_run(state: str) -> Run:
    return Run(STATES.get(state, " "), state)


def mark_run(marked: bool) -> Run:
    return Run(MARK if marked else " ", "key")


def widest(claim: Claim) -> str:
    """Low to high, with the best where a person chose one."""
    best = f" best {number(claim.best)}" if claim.best is not None else ""
    return interval(claim.low, claim.high) + best


def queue_row(row: QueueRow, width: int, marked: bool) -> list[Line]:
    """Two lines: how far apart which figures are, on how many origins; and what they are about."""
    claim = row.claim
    origins = f"{claim.origins} origin{'s' * (claim.origins != 1)}" if width > 40 else f"{claim.origins}◇"
    head = line(mark_run(marked), state_run(row.state), relation_run(claim.relation), " ", Run(widest(claim), "strong"), f" {claim.metric}")
    room = max(1, width - cells(origins) - 1)
    about_ = claim.name.removeprefix(claim.metric).lstrip(" —-:,;") or claim.place or claim.name
    return [columns([(head, room), (line(Run(origins, "dim")), -cells(origins))]), line(Run(f"    {shown(about_)}", "dim"))]


SIGNS = {Bound.APPROX: "≈", Bound.AT_LEAST: "≥", Bound.MORE_THAN: ">", Bound.AT_MOST: "≤", Bound.LESS_THAN: "<"}


LARGE: tuple[tuple[int, str], ...] = ((10**9, "bn"), (10**6, "m"), (1000, "k"))


def stated(figure: Figure, room: int) -> str:
    """The figure's words; where they do not fit, its number with a sign for what stands before it: a number is never cut."""
    if cells(figure.words) <= room:
        return figure.words
    first = figure.span.start
    number_ = figure.words[figure.number.start - first : figure.number.end - first]
    return f"{SIGNS.get(figure.bound, '')} {number_}".lstrip()


def fitted(held: tuple[Number | None, Number | None], room: int) -> str:
    """The interval; where it does not fit, in thousands or millions.

    >>> fitted((200_000, 300_000), 20), fitted((200_000, 300_000), 11), fitted((1_350_000, None), 8)
    ('200,000–300,000', '200k–300k', '≥ 1.35m')
    """
    whole = interval(*held)
    if cells(whole) <= room:
        return whole
    low, high = ("" if each is None else brief(each) for each in held)
    return low if low == high else f"{low}–{high}" if low and high else f"≥ {low}" if low else f"≤ {high}"


def brief(value: Number) -> str:
    """
    >>> brief(999), brief(12_450), brief(1_350_000)
    ('999', '12.4k', '1.35m')
    """
    for size, letter in LARGE:
        if abs(float(value)) >= size:
            return f"{float(value) / size:.3g}{letter}"
    return number(value)


def who(row: FigureRow, beside_outlet: bool = False) -> str:
    """Who gives the figure, through whom: the outlet itself where nobody is credited."""
    figure = row.figure
    name = row.said_by or (not beside_outlet and row.heading.outlet) or "own voice"
    return name + "".join(f" ‹ {via}" for via in figure.via)


def figure_columns(width: int) -> tuple[int, ...]:
    """Widths of: as stated, interval, metric, who, outlet, as-of, origin, grade. What is too narrow to read is left out."""
    if width >= 100:
        rest = width - 17 - 15 - 9 - 11 - 6 - 5 - 7
        return 17, -15, 9, rest - rest // 2, rest // 2, 11, -6, -5
    if width >= 64:
        return 18, -15, 0, width - 18 - 15 - 11 - 2 - 4, 0, 11, -2, 0
    return 15, -11, 0, width - 15 - 11 - 6 - 3, 0, 6, 0, 0


def figure_heading(width: int) -> Line:
    names = ("as stated", "interval", "metric", "who ‹ via", "outlet", "as of", "origin" if width >= 100 else "◇", "grade")
    return tuple(Run(run.text, "dim") for run in columns([(name, w) for name, w in zip(names, figure_columns(width), strict=True)], " "))


def short_day(when: dt.date | None, wide: int) -> str:
    return "—" if not when else when.strftime("%Y-%m-%d") if wide >= 10 else when.strftime("%m-%d")


def figure_row(row: FigureRow, width: int, marked: bool, relation: Relation | None = None, origin: int = 0) -> list[Line]:
    """One line: as stated, interval, metric, who, outlet, as-of day, which origin, grade."""
    figure, wanted = row.figure, figure_columns(width - 3)
    guess = "~" if figure.as_of_guess else ""
    parts = (
        line(Run(f"{made_by(figure)[0]} " if figure.by_hand else "", "key"), Run(stated(figure, wanted[0]), "strong")),
        fitted(figure.read_as, -wanted[1]),
        figure.metric,
        line(Run(who(row, wanted[4] > 0), "speaker" if figure.speaker else "dim")),
        line(Run(row.heading.outlet or row.heading.title or "—", "dim")),
        short_day(figure.as_of, wanted[5]) + guess,
        f"{origin}" if origin else "",
        row.grade,
    )
    relation_glyph = relation_run(relation) if relation else Run(" ")
    return [line(mark_run(marked), relation_glyph, " ", *columns(list(zip(parts, wanted, strict=True))))]


def worst_of(pairs: Sequence[Pair]) -> dict[str, Relation]:
    """For each figure how it stands to another at worst."""
    worst: dict[str, Relation] = {}
    for pair in pairs:
        for figure in (pair.a, pair.b):
            worst[figure] = min(worst.get(figure, pair.relation), pair.relation, key=ORDER.__getitem__)
    return worst


def origins_of(claim: Claim) -> dict[str, int]:
    """For each figure the number of its origin, from 1; empty where the claim does not say."""
    return {figure: group + 1 for figure, group in zip(claim.figures, claim.origin_groups, strict=False)}


def claim_title(view: ClaimView) -> Line:
    """Relation, low to high with the best, state. The name stands in the pane's border."""
    relation = relation_run(view.claim.relation, words=True)
    origins = f"  {view.claim.origins} origin{'s' * (view.claim.origins != 1)}  "
    return line(relation, "  ", Run(widest(view.claim), "strong"), Run(origins, "dim"), Run(view.state, view.state))


def standing(view: ClaimView) -> Line:
    """What people decided on the claim, the newest first; of a disputed one, what each holds."""
    stands = [decision for decision in view.decisions if decision.stands]
    if not stands:
        return ()
    if view.state == "disputed":
        newest_by_reviewer = {decision.reviewer: decision for decision in reversed(stands)}
        held = " / ".join(f"{name}: {d.act} {about_first(d)}" for name, d in newest_by_reviewer.items())
        return line(Run("! ", "disputed"), held)
    newest = stands[0]
    more = f" (+{len(stands) - 1})" if len(stands) > 1 else ""
    why = f": {newest.reason}" if newest.reason else ""
    return line(Run("✓ ", "decided"), f"{newest.act} {about_first(newest)} — {newest.reviewer}{why}{more}")


def about_first(decision: Decision) -> str:
    return shown(decision.anchors[0].words) if decision.anchors else ""


def about(decision: Decision) -> str:
    """The words a decision is about, the preferred first."""
    words = [shown(anchor.words) for anchor in decision.anchors[:3]]
    more = f" and {len(decision.anchors) - 3} more" if len(decision.anchors) > 3 else ""
    value = f" = {shown(decision.setting)}" if decision.value else ""
    return " · ".join(words) + more + value


def decision_row(decision: Decision, width: int, marked: bool) -> list[Line]:
    """One line: number, when, who, verdict, on what, why; struck out where it was withdrawn."""
    role = "" if decision.stands else "removed"
    withdrawn = f" (withdrawn by {decision.withdrawn_by} {moment(decision.withdrawn_at)})" if decision.withdrawn_at else ""
    reason = f" — {shown(decision.reason)}" if decision.reason else ""
    wide = width >= 100
    parts: list[tuple[Line | str, int]] = [
        (f"{decision.number}", -5),
        (moment(decision.at) if wide else decision.at.strftime("%m-%d %H:%M"), 16 if wide else 11),
        (decision.reviewer, 14 if wide else 8),
        (line(Run(decision.act, role or "strong")), 18 if wide else 13),
        (line(Run(about(decision), role), Run(reason, "dim"), Run(withdrawn, "warn")), width - (61 if wide else 44)),
    ]
    return [line(mark_run(marked), *columns(parts))]


def made_by(value: Statement | Figure) -> tuple[str, str]:
    """Glyph and word for what a person made here, or somebody elsewhere; empty for what the program read."""
    if not value.by_hand:
        return "", ""
    return ("⇣", "imported") if value.found_by == "imported" else ("✎", "by hand")
