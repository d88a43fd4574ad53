"""Open the review desk: the one place where the command line hands over to the screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.cli.session import Session
from tracker.model import Document
from tracker.store.base import Store


def open_desk(store: Store, session: Session, start: str = "") -> None:
    """The screens on a store, with a way to add articles from within; start — the place to open, by default the last one."""
    from tracker import tui
    from tracker.cli.chores import chores

    def add(sources: Sequence[str]) -> Iterator[object]:
        from tracker import imports, ingest, pipeline
        from tracker.cli.add import bringing, inputs

        brought: dict[str, Document] = {}
        for outcome in pipeline.ingest(bringing(inputs(sources, ingest.Given(), ingest.Options()), brought), store):
            if document := brought.pop(outcome.article or "", None):
                imports.take(store, document, session.reviewer)
            if not isinstance(outcome.error, ingest.PassedOver):
                yield outcome

    tui.run(store, session.config, add, session.named or "", start, chores(session.reviewer))
