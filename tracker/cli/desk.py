"""Open the review desk: the one place where the command line hands over to the screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.cli.session import Session
from tracker.store.base import Store


def open_desk(store: Store, session: Session, start: str = "") -> None:
    """The screens on a store, with a way to add articles from within; start — the place to open, by default the last one."""
    from tracker import tui

    def add(sources: Sequence[str]) -> Iterator[object]:
        from tracker import ingest, pipeline
        from tracker.cli.add import inputs

        outcomes = pipeline.ingest(inputs(sources, ingest.Given(), ingest.Options()), store)
        return (outcome for outcome in outcomes if not isinstance(outcome.error, ingest.PassedOver))

    tui.run(store, session.config, add, session.named or "", start)
