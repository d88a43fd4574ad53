"""A feed asked again: only if it changed, and only for entries not seen before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.errors import InputError
from tracker.ingest import web
from tracker.ingest.given import Given
from tracker.ingest.options import Options
from tracker.ingest.passed import PassedOver
from tracker.ingest.reading import fetched_page, finished, from_web
from tracker.model import Document

REMEMBERED = 2000
"""Links of a feed that are remembered, the newest."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a feed since it was last asked; kept by the caller as text (`Seen.of`, `str`)."""

    etag: str | None = None
    modified: str | None = None
    links: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str | None) -> Seen:
        """What `str` gave; nothing seen where the text is none of ours."""
        try:
            held = json.loads(text or "{}")
            return cls(held.get("etag"), held.get("modified"), tuple(held.get("links", ())))
        except (ValueError, AttributeError, TypeError):
            return cls()

    def __str__(self) -> str:
        return json.dumps({"etag": self.etag, "modified": self.modified, "links": self.links})

    def headers(self) -> dict[str, str]:
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


class Feed:
    """One address, asked once: iterate for what is new in it, then take `seen` for the next time."""

    def __init__(self, url: str, seen: Seen, allow_private: bool = False) -> None:
        self.url, self.seen, self.allow_private = url, seen, allow_private

    def __iter__(self) -> Iterator[Document | InputError]:
        """New articles, and errors for entries that cannot be read. Raises InputError where the feed itself cannot be."""
        found = web.fetch(self.url, self.allow_private, self.seen.headers())
        if found.status == 304:
            return
        known = set(self.seen.links)
        fresh: list[str] = []

        def page(link: str) -> Document | InputError:
            if link in known:
                return PassedOver(link, "was read before")
            found = fetched_page(link, self.allow_private)
            if isinstance(found, Document):
                fresh.append(link)
            return found

        for document in from_web(found, Options(allow_private=self.allow_private, fetch=page)):
            yield document if isinstance(document, InputError) else finished(document, Given())
        links = (*self.seen.links, *fresh)[-REMEMBERED:]
        self.seen = replace(self.seen, etag=found.etag, modified=found.modified, links=links)
