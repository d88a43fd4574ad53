"""A speaker as lines of the screen: two side by side, or one with spellings, titles, months and own contradictions."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Profile, ProposalView, Speaker
from tracker.tui.line import Line, Run, fill, line, paragraph
from tracker.tui.rows import day


def beside(view: ProposalView, width: int) -> list[Line]:
    """The two speakers in two columns, and why they may be one."""
    half = (width - 3) // 2
    left, right = (
        side(speaker, outlets, example, half)
        for speaker, outlets, example in ((view.a, view.outlets_a, view.example_a), (view.b, view.outlets_b, view.example_b))
    )
    height = max(len(left), len(right))
    left += [()] * (height - len(left))
    right += [()] * (height - len(right))
    score = line(Run(f"{view.proposal.match.score:.0%} alike ", "key"))
    pairs = [(*fill(a, half), Run(" │ ", "dim"), *fill(b, half)) for a, b in zip(left, right, strict=True)]
    return [score, *paragraph(view.proposal.match.reason, width, "dim"), (), *pairs]


def side(speaker: Speaker, outlets: Sequence[str], example: str, width: int) -> list[Line]:
    lines = [*paragraph(speaker.name, width, "strong"), line(Run(speaker.kind.value, "dim")), *roles(speaker, width)]
    if not outlets and not example:
        lines.extend(((), *paragraph("named in the articles, credited with nothing", width, "dim")))
    also = ", ".join(variant for variant in speaker.variants if variant != speaker.name)
    for label, words in (("also", also), ("in", ", ".join(outlets)), ("said", example)):
        if words:
            lines.extend(((), *paragraph(f"{label} {words}".strip(), width, "cue" if label == "said" else "")))
    return lines


def roles(speaker: Speaker, width: int) -> list[Line]:
    """Titles as printed, with the days they were first and last seen."""
    return [
        row
        for title, first, last in speaker.roles
        for row in paragraph(f"{title} ({day(first)}{'' if last in (first, None) else f' – {day(last)}'})", width, "dim")
    ]


def profile_lines(profile: Profile, width: int) -> list[Line]:
    speaker = profile.speaker
    others = [v for v in speaker.variants if v != speaker.name]
    lines: list[Line] = [line(Run(speaker.name, "strong"), Run(f"  {speaker.kind.value}", "dim")), *roles(speaker, width)]
    if others:
        lines.extend(paragraph("Also printed as " + ", ".join(others), width))
    if profile.contradictions:
        lines.append(line(Run(f"≠ {len(profile.contradictions)} figures of their own contradict each other", "conflict")))
        lines.extend(row for pair in profile.contradictions for row in paragraph(pair.reason, width, "dim", "  "))
    if profile.disputed_by:
        lines.extend(paragraph("Other figures were given by " + ", ".join(profile.disputed_by), width, "warn"))
    if profile.months:
        lines.append(months(profile.months, width))
    return lines


def months(counts: Sequence[tuple[str, int]], width: int) -> Line:
    """How much was said in each month, as bars."""
    most = max(count for _, count in counts)
    shown = counts[-max(1, width - 24) :]
    bars = "".join(" ▁▂▃▄▅▆▇█"[max(1, round(count / most * 8)) if count else 0] for _, count in shown)
    return line(Run(f"{shown[0][0]} ", "dim"), Run(bars, "key"), Run(f" {shown[-1][0]}", "dim"))
