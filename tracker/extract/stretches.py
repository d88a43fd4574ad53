"""A quoted stretch and the room around it: which words of its paragraph stand before it, after it, in its own sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tracker.model import Span
from tracker.text.datelines import words_begin
from tracker.text.marks import Quoted
from tracker.text.sentences import sentences

ATTRIBUTION: Final = re.compile(r"(?:[\w’'-]+\.?\s+){1,5}(?:said|says|added|(?:told|tells)(?:\s+[\w-]+){1,4})\.(?:\s|\Z)")


@dataclass(frozen=True)
class Stretch:
    """A quoted stretch with the room around it: its paragraph, and the gaps to the stretches beside it in that paragraph."""

    text: str
    quoted: Quoted
    paragraph: Span
    left: Span
    right: Span
    is_first: bool

    @cached_property
    def content(self) -> str:
        return self.text[self.quoted.start : self.quoted.end]

    @cached_property
    def size(self) -> int:
        return self.content.count(" ") + 1

    @cached_property
    def lead(self) -> Span:
        """The part of the left gap that belongs to the sentence in which the stretch begins; empty where it begins its own."""
        parts = sentences(self.text, *self.left)
        if not parts or self.starts_sentence:
            return Span(self.left.end, self.left.end)
        return Span(parts[-1].start, self.left.end)

    @cached_property
    def earlier(self) -> Span:
        """The last sentence of the left gap that is over when the stretch begins."""
        parts = sentences(self.text, *self.left)
        if not parts or (not self.starts_sentence and len(parts) < 2):
            return Span(self.left.start, self.left.start)
        return parts[-1] if self.starts_sentence else parts[-2]

    @cached_property
    def starts_sentence(self) -> bool:
        gap = self.text[self.left.start : self.left.end].rstrip()
        return not gap or gap[-1] in ".!?…" or (gap[-2:-1] in (".", "!", "?") and gap[-1] in "\"”’'")

    @cached_property
    def tail(self) -> Span:
        """The part of the right gap up to the end of the sentence in which the stretch ends."""
        if self.is_over:
            return Span(self.right.start, self.right.start)
        parts = sentences(self.text, *self.right)
        return Span(self.right.start, parts[0].end) if parts else Span(self.right.start, self.right.start)

    @cached_property
    def is_over(self) -> bool:
        """The stretch ends its sentence: a full stop within, and a capital that begins another after it, which does more than say who
        spoke ("…” Ann Lind said.").
        """
        following = self.text[self.right.start : self.right.end].lstrip()
        if not following or self.content.rstrip("”’' ")[-1:] not in ".…":
            return not following
        return following[:1].isupper() and not ATTRIBUTION.match(following)

    @cached_property
    def is_alone(self) -> bool:
        """Nothing else stands in its paragraph."""
        return not self.text[self.left.start : self.left.end].strip() and not self.text[self.right.start : self.right.end].strip()

    def answers(self, before: Stretch, in_talk: bool) -> bool:
        """It is the next turn of a conversation: a paragraph of its own right after a question, or after another such turn."""
        if not self.is_alone or self.text[before.paragraph.end : self.paragraph.start].strip() or before.paragraph == self.paragraph:
            return False
        is_closed = before.quoted.outer.end > before.quoted.end
        is_question = before.content.rstrip().endswith("?")
        return is_closed and (is_question or (in_talk and before.is_alone))


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
