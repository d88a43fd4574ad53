"""File, folder, URL, feed → Article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracker.errors import InputError
from tracker.model import Article, Document


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of what is read; what is not given is inferred, and says so."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None


def documents(source: str, given: Given | None = None) -> Iterator[Document | InputError]:
    """Every article found at a path, folder, URL or "-" (standard input), in name order, one at a time; an input that cannot be read
    comes as its error, and the rest goes on.
    """
    yield from ()


def dated(article: Article) -> Article:
    """The article with title, outlet, authors, dates and URL inferred from its own text where they are missing; `inferred` says which."""
    return article
