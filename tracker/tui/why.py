"""Why the program thinks so: every label of a claim or a statement with the reason or the rule it rests on."""

from __future__ import annotations

from typing import Any

from tracker.model import ClaimView, FigureRow, Pair, Statement
from tracker.tui.line import Line, Run, line, paragraph
from tracker.tui.rows import ORDER, day, relation_run, who


def why(view: ClaimView, width: int) -> list[Line]:
    """Every label of the claim with its reason: the claim's own, each pair's — the gravest first, by day — each decision's."""
    place = {row.figure.id: at for at, row in enumerate(view.rows)}
    words = {row.figure.id: row for row in view.rows}
    lines: list[Line] = [line(relation_run(view.claim.relation, words=True), "  ", Run(view.claim.name, "strong"))]
    lines.extend(paragraph(view.claim.reason, width, "", "  "))
    for pair in sorted(view.pairs, key=lambda p: (ORDER[p.relation], place.get(p.a, -1), place.get(p.b, -1))):
        reason = paragraph(pair.reason, width, "dim", "  ") if pair.reason != view.claim.reason else ()
        lines.extend(((), pair_line(pair, words), *reason))
    for decision in view.decisions:
        lines.extend(
            (
                (),
                line(
                    Run(decision.act, "decided" if decision.stands else "removed"),
                    f" — {decision.reviewer}, {decision.at:%Y-%m-%d %H:%M}",
                ),
            )
        )
        lines.extend(paragraph(decision.reason, width, "dim", "  ") if decision.reason else ())
    for row in view.rows:
        if row.figure.as_of_guess:
            guess = f"{row.figure.words}: as of {row.figure.as_of}, inferred: {row.figure.as_of_guess}"
            lines.extend(((), *paragraph(guess, width, "dim")))
    return lines


def pair_line(pair: Pair, rows: dict[str, FigureRow]) -> Line:
    """The two figures, each with who gives it: two may be of the same words."""
    named = [runs for figure in (pair.a, pair.b) for runs in (Run(" / ", "dim"), *given(rows.get(figure)))]
    return line(relation_run(pair.relation, words=True), "  ", *named[1:])


def given(row: FigureRow | None) -> Line:
    return line(Run(row.figure.words, "strong"), Run(f" ({who(row)})", "dim")) if row else line("(elsewhere)")


def two_rows(view: ClaimView, here: FigureRow) -> list[FigureRow]:
    """The figure in focus and the one it stands worst with, of several that of the claim's own reason; alone where it is the only one."""
    near = (p for p in view.pairs if here.figure.id in (p.a, p.b))
    beside = sorted(near, key=lambda p: (ORDER[p.relation], (p.a, p.b) != view.claim.pair))
    other = next((p.b if p.a == here.figure.id else p.a for p in beside), None)
    return [here, *(r for r in view.rows if r.figure.id == other or (other is None and r is not here))][:2]


def passage_of(row: FigureRow) -> str:
    return row.statement.told if row.statement else row.passage


def statement_lines(statement: Statement, width: int) -> list[Line]:
    """All that was read about a statement, and by which rule."""
    facts: list[tuple[str, Any]] = [
        ("kind", statement.kind.value),
        ("speaker", statement.said_by or "nobody could be credited"),
        ("as printed", statement.mention.text if statement.mention else "—"),
        ("cue", statement.cue.text if statement.cue else "—"),
        ("via", " ‹ ".join(via.text for via in statement.via) or "—"),
        ("said on", day(statement.said_on)),
        ("polarity", statement.polarity.value),
        ("found by", f"{statement.found_by or '—'} ({statement.confidence:.0%})"),
        ("by hand", "yes" if statement.by_hand else "no"),
    ]
    lines: list[Line] = [*paragraph(statement.told, width, "strong"), ()]
    return [*lines, *(line(Run(f"{name:11}", "dim"), str(value)) for name, value in facts)]
