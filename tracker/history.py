"""Every decision in order: list, undo, redo, write out, replay. No user interface; knows of the store only its protocols."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Iterator

from tracker import coding
from tracker.errors import QueryError
from tracker.model import Decision, Ruling
from tracker.review import apply
from tracker.store.base import Store


def undo(store: Store, reviewer: str, number: int | None = None, at: dt.datetime | None = None) -> Decision | None:
    """Withdraw the decision of that number, or the reviewer's newest that stands; None where there is nothing to undo."""
    decision = store.decision(number) if number is not None else store.newest(reviewer)
    if decision is None or not decision.stands:
        return None
    with store.transaction():
        store.withdraw(decision.number, reviewer, at or dt.datetime.now(dt.UTC))
        apply(store, decision)
    return store.decision(decision.number)


def redo(store: Store, reviewer: str) -> Decision | None:
    """Take back the reviewer's newest withdrawal; None where there is none."""
    decision = store.newest(reviewer, is_withdrawn=True)
    if decision is None:
        return None
    with store.transaction():
        store.restore(decision.number)
        apply(store, decision)
    return store.decision(decision.number)


def dependents(store: Store, number: int) -> list[Decision]:
    """Later decisions that rest on this one, on any of the same things: shown before it is withdrawn."""
    decision = store.decision(number)
    if decision is None:
        return []
    targets = [target for anchor in decision.anchors if (target := store.target_of(anchor))]
    return [ruling.decision for ruling in store.rulings(targets) if ruling.decision.number > number]


def orphans(store: Store) -> list[Ruling]:
    """Standing decisions about something that is no longer found: shown, never dropped, never moved by guess."""
    return store.orphans()


def log(store: Store, offset: int = 0, limit: int = 100) -> list[Decision]:
    """Every decision, newest first, withdrawn ones too."""
    return store.decisions((), offset, limit)


def export_log(store: Store) -> Iterator[str]:
    """The log as JSON Lines, oldest first, withdrawn ones too."""
    for decision in store.every_decision():
        yield coding.text(dataclasses.replace(decision, number=0))


def replay(store: Store, lines: Iterable[str]) -> Iterator[Decision | QueryError]:
    """Append every decision of a log, one a line, and apply it; one that is there already changes nothing. A line that is none of ours
    comes as its error, and the rest goes on. What a decision is about may be stored later: until then it is an orphan.
    """
    for at, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = coding.of_text(Decision, line)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            yield QueryError(f"line {at}", f"is no decision ({error})")
            continue
        with store.transaction():
            kept = store.append(decision)
            if decision.withdrawn_at and kept.stands:
                store.withdraw(kept.number, decision.withdrawn_by or "", decision.withdrawn_at)
            apply(store, kept)
        yield kept
