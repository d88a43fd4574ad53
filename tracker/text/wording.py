"""Two wordings of one utterance set side by side: what changed, and whether it touches a number, a negation or a modal."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Final

from tracker.model import ChangeKind, Stretch

# Closed classes of English, the gravest first: cardinal words, words that negate, modal verbs.
CLASSES: Final = {
    ChangeKind.NUMBER: """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion
        dozen dozens half third quarter twice""",
    ChangeKind.NEGATION: "no not never none nobody nothing nowhere neither nor without cannot refuse refuses refused deny denies denied",
    ChangeKind.MODAL: "can could may might must shall should will would ought need",
}
CLASS_OF: Final = {word: kind for kind, words in CLASSES.items() for word in words.split()}
TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


def diff(before: str, after: str) -> tuple[Stretch, ...]:
    """The two wordings as stretches in the order of the words. A stretch that changed says what it touches: a number, a negation, a modal,
    the gravest of them, or words only. Letter case and the kind of apostrophe are no change. Nothing for two empty texts.
    """
    a, b = tokens(before), tokens(after)
    matcher = SequenceMatcher(None, [fold(t.group()) for t in a], [fold(t.group()) for t in b], autojunk=False)
    return tuple(
        Stretch(old := cut(before, a[i:j]), new := cut(after, b[k:n]), None if tag == "equal" else kind(old, new))
        for tag, i, j, k, n in matcher.get_opcodes()
    )


def changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Only what changed, the gravest first, then in the order of the words."""
    changed = [stretch for stretch in diff(before, after) if stretch.change]
    return tuple(sorted(changed, key=lambda stretch: list(ChangeKind).index(stretch.change or ChangeKind.WORD)))


def tokens(text: str) -> list[re.Match[str]]:
    return list(TOKEN.finditer(text))


def fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def cut(text: str, run: list[re.Match[str]]) -> str:
    return text[run[0].start() : run[-1].end()] if run else ""


def kind(before: str, after: str) -> ChangeKind:
    """What the change touches: words of a class that stand on one side and not on the other."""
    a, b = ({fold(t.group()) for t in tokens(side)} for side in (before, after))
    touched = {change for word in a ^ b if (change := class_of(word))}
    return next((change for change in ChangeKind if change in touched), ChangeKind.WORD)


def class_of(word: str) -> ChangeKind | None:
    """The class of one folded word: digits are numbers, "n't" negates, "'ll" and "'d" are modal."""
    if word[0].isdigit():
        return ChangeKind.NUMBER
    if word.endswith("n't"):
        return ChangeKind.NEGATION
    return ChangeKind.MODAL if word.endswith(("'ll", "'d")) else CLASS_OF.get(word)
