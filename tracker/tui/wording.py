"""Two wordings side by side, word by word: what differs is marked, a changed number or negation most of all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.model import ChangeKind, Hit
from tracker.text.wording import class_of
from tracker.tui.line import Line, Run, fill, line, paragraph, shown, wrap

WORD = re.compile(r"\S+\s*")


class Change(NamedTuple):
    """role — "" the same on both sides, "removed" and "added" for what one side has, "serious" for a number or a negation."""

    text: str
    role: str


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def folded_word(word: str) -> str:
    return word.strip().strip(".,;:!?\"'“”‘’()[]…").casefold() or word.strip()


def is_serious(word: str) -> bool:
    """A word whose change changes what was claimed: a number or a negation."""
    return class_of(folded_word(word).replace("’", "'")) in (ChangeKind.NUMBER, ChangeKind.NEGATION)


def compare_words(a: str, b: str) -> tuple[list[Change], list[Change]]:
    """Both wordings, each with the words the other has not. Punctuation and capital letters alone make no difference."""
    left, right = words_of(a), words_of(b)
    matcher = difflib.SequenceMatcher(None, [folded_word(w) for w in left], [folded_word(w) for w in right], autojunk=False)
    sides: tuple[list[Change], list[Change]] = ([], [])
    for op, i, j, k, m in matcher.get_opcodes():
        for side, words, role in ((sides[0], left[i:j], "removed"), (sides[1], right[k:m], "added")):
            side.extend(Change(word, "" if op == "equal" else "serious" if is_serious(word) else role) for word in words)
    return sides


def side_by_side(a: str, b: str, width: int) -> list[Line]:
    """The two wordings in two columns, changed words marked in both."""
    half = (width - 3) // 2
    left, right = (wrapped(side, half) for side in compare_words(a, b))
    height = max(len(left), len(right))
    left += [()] * (height - len(left))
    right += [()] * (height - len(right))
    return [(*fill(x, half), Run(" │ ", "dim"), *fill(y, half)) for x, y in zip(left, right, strict=True)]


def wordings_lines(hits: Sequence[Hit], width: int) -> list[Line]:
    """Each wording with who gave it and when; of all but the first, what differs from the first, changed numbers and negations most."""
    lines: list[Line] = []
    for at, hit in enumerate(hits):
        where = f" · {hit.heading.outlet or hit.heading.title or 'no outlet'} · {hit.heading.day or '—'}"
        changes = compare_words(hits[0].statement.content, hit.statement.content)[1]
        lines += [line(Run(hit.said_by or "nobody credited", "speaker"), Run(where, "dim")), *wrapped(changes, width)]
        lines += paragraph(summary(hits[0].statement.content, hit.statement.content), width, "dim") if at else ()
        lines.append(())
    return lines


def wrapped(changes: list[Change], columns: int) -> list[Line]:
    text = "".join(change.text for change in changes)
    roles = [change.role for change in changes for _ in change.text]
    return [line(*runs(text, roles, a, b)) for a, b in wrap(text, columns)]


def runs(text: str, roles: list[str], start: int, end: int) -> list[Run]:
    found: list[Run] = []
    for at in range(start, end):
        if found and found[-1].role == roles[at]:
            found[-1] = Run(found[-1].text + text[at], roles[at])
        else:
            found.append(Run(shown(text[at]), roles[at]))
    return found


def summary(a: str, b: str) -> str:
    """What differs in one sentence, numbers and negations first."""
    left, right = compare_words(a, b)
    serious = [(c.text.strip(), side) for side, changes in (("left", left), ("right", right)) for c in changes if c.role == "serious"]
    if serious:
        return "Numbers or negations differ: " + ", ".join(f"{word} ({side} only)" for word, side in serious)
    count = sum(bool(c.role) for c in (*left, *right))
    return f"{count} words differ, no number and no negation among them." if count else "The same words."
