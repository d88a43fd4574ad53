"""A quoted stretch and the room around it: which words of its paragraph stand before it, after it, in its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.model import Span
from tracker.text.datelines import words_begin
from tracker.text.marks import Quoted
from tracker.text.sentences import sentences

ATTRIBUTION: Final = re.compile(r"(?:[\w’'-]+\.?\s+){1,5}(?:said|says|added|(?:told|tells)(?:\s+[\w-]+){1,4})\.(?:\s|\Z)")


class Stretch:
    """A quoted stretch with the room around it.

    paragraph        the one it stands in; left, right — the gaps to the stretches beside it there; is_first — the first of them
    content, size    its words, and how many they are
    starts_sentence  nothing of a sentence stands before it in its gap
    is_over          it ends its sentence: a full stop within, and a capital that begins another after it, which does more than say who
                     spoke ("…” Ann Lind said."); is_alone — nothing else stands in its paragraph
    lead, tail       the part of the left gap that belongs to the sentence in which it begins, empty where it begins its own; of the right
                     gap up to the end of the sentence in which it ends
    earlier          the last sentence of the left gap that is over when it begins
    """

    __slots__ = (
        *("content", "earlier", "is_alone", "is_first", "is_over", "lead", "left", "paragraph", "quoted", "right", "size"),
        *("starts_sentence", "tail", "text"),
    )

    def __init__(self, text: str, quoted: Quoted, paragraph: Span, left: Span, right: Span, is_first: bool) -> None:
        self.text, self.quoted, self.paragraph = text, quoted, paragraph
        self.left, self.right, self.is_first = left, right, is_first
        before, following = text[left.start : left.end].rstrip(), text[right.start : right.end].lstrip()
        self.content = text[quoted.start : quoted.end]
        self.size = self.content.count(" ") + 1
        self.is_alone = not before.lstrip() and not following
        self.starts_sentence = _is_ended(before)
        self.is_over = _is_over(self.content, following)
        self.lead, self.earlier = self._parted()
        parts = () if self.is_over else sentences(text, *right)
        self.tail = Span(right.start, parts[0].end if parts else right.start)

    def _parted(self) -> tuple[Span, Span]:
        """Of the left gap the beginning of its own sentence, and the sentence before."""
        start, end = self.left
        parts = sentences(self.text, start, end)
        if not parts:
            return Span(end, end), Span(start, start)
        if self.starts_sentence:
            return Span(end, end), parts[-1]
        return Span(parts[-1].start, end), parts[-2] if len(parts) > 1 else Span(start, start)

    def answers(self, before: Stretch, in_talk: bool) -> bool:
        """It is the next turn of a conversation: a paragraph of its own right after a question, or after another such turn."""
        if not self.is_alone or self.text[before.paragraph.end : self.paragraph.start].strip() or before.paragraph == self.paragraph:
            return False
        is_closed = before.quoted.outer.end > before.quoted.end
        is_question = before.content.rstrip().endswith("?")
        return is_closed and (is_question or (in_talk and before.is_alone))


def _is_ended(gap: str) -> bool:
    """The words before a stretch end with their sentence."""
    return not gap or gap[-1] in ".!?…" or (gap[-2:-1] in (".", "!", "?") and gap[-1] in "\"”’'")


def _is_over(content: str, following: str) -> bool:
    if not following or content.rstrip("”’' ")[-1:] not in ".…":
        return not following
    return following[:1].isupper() and not ATTRIBUTION.match(following)


def stretches(text: str, found: Sequence[Quoted], paragraphs: Sequence[Span]) -> list[Stretch]:
    """The quoted stretches with the room around them, in text order."""
    out: list[Stretch] = []
    at = 0
    for i, one in enumerate(found):
        while at + 1 < len(paragraphs) and paragraphs[at].end < one.end:
            at += 1
        paragraph = Span(min(one.outer.start, words_begin(text, paragraphs[at].start)), paragraphs[at].end)
        has_before = i > 0 and found[i - 1].start >= paragraph.start
        has_after = i + 1 < len(found) and found[i + 1].end <= paragraph.end
        left = Span(found[i - 1].outer.end if has_before else paragraph.start, one.outer.start)
        right = Span(one.outer.end, found[i + 1].outer.start if has_after else paragraph.end)
        out.append(Stretch(text, one, paragraph, left, Span(right.start, max(right)), not has_before))
    return out
