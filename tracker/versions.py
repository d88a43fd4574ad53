"""What changed from one version of an article to the next: figures, quotations and the title first, then the words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from tracker.model import ArticleView, Finding, Reading

Version = ArticleView | Reading
SHOWN = 6
"""Changes that a finding names."""
LONGEST = 80


class Change(NamedTuple):
    """mark — "−" what went with the version, "+" what came with it; what — figure, quotation or title."""

    mark: str
    what: str
    words: str
    version: str
    published: dt.date | None


def in_order(views: Iterable[ArticleView]) -> list[ArticleView]:
    """The earliest first: by the day of the version, then by when it was fetched, then as they were stored: files do not say when."""

    def moments(view: ArticleView) -> tuple[str, str, int]:
        article = view.article
        return str(article.updated or article.published or ""), str(article.retrieved_at or ""), view.earlier

    return sorted(views, key=moments)


def changed(before: Version, after: Version) -> Iterator[Change]:
    """What is in one version and not in the other, what went before what came; nothing where only other words changed."""
    old, new = contents(before), contents(after)
    for mark, here, there, view in (("−", old, new, before), ("+", new, old, after)):
        for what, words in (found for found in here if found not in there):
            yield Change(mark, what, words, view.article.id, view.article.day)


def contents(view: Version) -> list[tuple[str, str]]:
    """What is compared, each once: the title, each figure with its metric, each quotation with its speaker."""
    figures = [("figure", f"{figure.words} {figure.metric}") for figure in view.figures]
    quoted = [("quotation", f"{s.speaker or '?'}: {s.content}") for s in view.statements if s.kind in ("direct", "mixed")]
    return list(dict.fromkeys([("title", view.article.title or ""), *figures, *quoted]))


def finding(before: Version, after: Version) -> Finding:
    """That the page of an article held another text when it was first stored, and what changed."""
    found = [f"{change.mark} {change.what} {change.words[:LONGEST]}" for change in changed(before, after)]
    rest = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    told = "; ".join(found[:SHOWN]) + rest if found else "neither figures nor quotations"
    return Finding("changed_version", f"this address held another text before; changed: {told}", after.article.id)


class Passage(NamedTuple):
    """Paragraphs that stand in each of two texts at one place: the same where nothing changed, none where they came or went."""

    before: str
    after: str
    paragraphs: int

    @property
    def is_same(self) -> bool:
        return self.before == self.after


def passages(before: str, after: str) -> list[Passage]:
    """Both texts in order, cut into what is the same and what is not, by whole paragraphs; blank lines aside."""
    old, new = ([line for line in text.split("\n") if line.strip()] for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [Passage("\n".join(old[i:j]), "\n".join(new[k:n]), max(j - i, n - k)) for _, i, j, k, n in matcher.get_opcodes()]
