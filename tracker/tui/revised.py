"""Two versions of an article on the screen: what changed in figures and quotations first, then the words side by side."""

from __future__ import annotations

from collections.abc import Sequence

from tracker import versions
from tracker.model import ArticleView
from tracker.tui.line import Line, Run, line, paragraph
from tracker.tui.wording import side_by_side
from tracker.versions import Passage

ROLES = {"−": "removed", "+": "added"}


def revised_lines(before: ArticleView, after: ArticleView, width: int) -> list[Line]:
    """The two as a person reads what was altered; paragraphs that are the same are counted, not shown."""
    changes = [
        row
        for change in versions.changed(before, after)
        for row in paragraph(f"{change.mark} {change.what}: {change.words}", width, ROLES[change.mark])
    ]
    same = "No figure, no quotation and not the title: other words only."
    return [
        line(Run("What was claimed", "title")),
        *(changes or paragraph(same, width, "dim")),
        (),
        line(Run("The words", "title"), Run("  left before, right after", "dim")),
        *words(versions.passages(before.article.text, after.article.text), width),
    ]


def words(passages: Sequence[Passage], width: int) -> list[Line]:
    lines: list[Line] = []
    for passage in passages:
        if passage.is_same:
            lines += [line(Run(f"  … {passage.paragraphs} paragraph{'s' * (passage.paragraphs != 1)} the same", "dim")), ()]
        else:
            lines += [*side_by_side(passage.before, passage.after, width), ()]
    return lines
