"""Statements, articles, outlets and speakers as rows of a list: pure functions of a value and a width."""

from __future__ import annotations

import datetime as dt

from tracker.model import Article, Heading, Hit, Outlet, ProposalView, Speaker
from tracker.tui.line import ELLIPSIS, Line, Run, cells, columns, cut, fit, line
from tracker.tui.rows import day, made_by, mark_run


def hit_row(hit: Hit, width: int, marked: bool) -> list[Line]:
    """Two lines: who, where, when; the words with what was searched lit."""
    known = hit.said_by
    return two_lines(hit, Run(f"{known or 'nobody credited'} ", "speaker" if known else "warn"), hit.heading.day, width, marked)


def said_row(hit: Hit, width: int, marked: bool) -> list[Line]:
    """The same where everything was said by one, who is named only where somebody said it with them."""
    return two_lines(
        hit,
        Run(f"{hit.said_by} " if len(hit.statement.speakers) > 1 else "", "speaker"),
        hit.statement.said_on or hit.heading.day,
        width,
        marked,
    )


def two_lines(hit: Hit, who: Run, when: dt.date | None, width: int, marked: bool) -> list[Line]:
    statement, heading = hit.statement, hit.heading
    wordings = f" {hit.variants + 1} wordings" if hit.variants else ""
    made = f" {made_by(statement)[1]}" if statement.by_hand else ""
    via = "".join(f" ‹ {v.text}" for v in statement.via)
    where = f"{statement.kind.value}{via} · {day(when)} · {heading.outlet or heading.title or 'no outlet'}"
    signs = " #" * bool(hit.figures) + wordings + made
    room = max(1, width - 1 - cells(signs))
    return [
        line(mark_run(marked), *cut(line(who, Run(where, "dim")), room), Run(signs, "key")),
        line("   ", *snippet(hit, width - 4)),
    ]


def snippet(hit: Hit, width: int) -> Line:
    """The words from where the first of those searched can be seen on the line."""
    runs: list[Run] = []
    first = min((start for start, _ in hit.lit), default=0)
    at = 0
    if first > width * 2 // 3:
        at = hit.snippet.rfind(" ", 0, max(1, first - width // 3)) + 1
        runs.append(Run(ELLIPSIS))
    for start, end in sorted(hit.lit):
        runs.extend((Run(hit.snippet[at:start]), Run(hit.snippet[start:end], "match")))
        at = max(at, end)
    return (*runs, Run(hit.snippet[at : at + 4 * width]))


def heading_row(heading: Heading, width: int, marked: bool) -> list[Line]:
    """Two lines: title; day and outlet."""
    beside = Run(f"   {day(heading.day)} · {heading.outlet or 'no outlet'}", "dim")
    return [line(mark_run(marked), "  ", heading.title or "(no title)"), line(beside)]


def outlet_row(outlet: Outlet, width: int, marked: bool) -> list[Line]:
    grade = Run(outlet.grade, "good" if outlet.grade in "AB" else "warn" if outlet.grade in "CD" else "dim")
    return [line(mark_run(marked), grade, " ", outlet.name)]


def speaker_row(speaker: Speaker, width: int, marked: bool) -> list[Line]:
    """One line: kind, name, how many spellings."""
    kind = {"person": "☺", "organisation": "▣", "group": "▤", "unnamed": "?"}[speaker.kind.value]
    count = len(speaker.variants)
    spellings = "" if count < 2 else f"{count} spellings" if width > 36 else f"×{count}"
    name = max(1, width - 4 - cells(spellings))
    return [
        line(mark_run(marked), Run(kind, "dim"), " ", *columns([(speaker.name, name), (line(Run(spellings, "dim")), cells(spellings))]))
    ]


def proposal_row(view: ProposalView, width: int, marked: bool) -> list[Line]:
    """One line: score, the two names."""
    score = f"{view.proposal.match.score:4.0%}"
    half = max(8, (width - 11) // 2)
    return [line(mark_run(marked), Run(score, "key"), " ", fit(view.a.name, half), Run(" ~ ", "dim"), fit(view.b.name, half))]


def citation(statement_words: str, speaker: str | None, heading: Heading | Article) -> str:
    """“Words”, speaker, “Title”, Outlet, day, URL — what can be pasted under a text."""
    authors = ", ".join(heading.authors)
    parts = [f"“{statement_words}”", speaker or "", f"“{heading.title}”" if heading.title else "", heading.outlet or "", authors]
    parts += [day(heading.day) if heading.day else "", heading.url or ""]
    return ", ".join(part for part in parts if part)
