"""What every screen shares: the store behind one thread, the reviewer, the session. Knows no widget."""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from tracker.model import Query
from tracker.store.base import Store

P = ParamSpec("P")
T = TypeVar("T")
SESSION = "review desk session"
APART = 4
"""Things that take minutes (adding, an export, a feed watched) that can go on at once."""
Facets = dict[str, list[tuple[str, int]]]

Add = Callable[[Sequence[str]], Iterator[object]]
"""Sources (paths, folders, URLs) → one outcome for each article or failed input; `str` of an outcome is a line for a person."""


@dataclass(frozen=True, slots=True)
class Blank:
    """One line of a form. is_written — it names a file that is made: where one is there already, the person is asked."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    is_needed: bool = False
    is_written: bool = False


Work = Callable[[Store, Mapping[str, str]], Iterator[str]]
"""A store and what was typed, by the blanks' names → lines for a person, as the work goes on; an empty one only says that it does."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Something done to the database as a whole, by its name in the palette. about — one sentence; is_summed — of all that its work says,
    only the last line is the result.
    """

    name: str
    title: str
    about: str
    blanks: tuple[Blank, ...]
    work: Work
    is_summed: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """reviewer — whose name decisions bear; keymap — action id → keys; where — their file, for errors; theme — a Textual theme;
    queries — name → words, for `@name` in a search.
    """

    reviewer: str = "reviewer"
    keymap: Mapping[str, str] = field(default_factory=dict)
    theme: str = ""
    where: str = "configuration"
    queries: Mapping[str, str] = field(default_factory=dict)


class Desk:
    """One thread writes and does the quick reads, in order, so that a key is never blocked and a read sees what was decided before it.

    Reads that may take long (`ask_aside`) have a thread of their own, and so has what takes minutes (`ask_apart`): none of them ever
    delays a verdict or the next claim.
    """

    def __init__(self, store: Store, settings: Settings, add: Add | None = None, chores: Sequence[Chore] = ()) -> None:
        self.store, self.settings, self.add, self.chores = store, settings, add, chores
        store.spare_memory()
        self.thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")
        self.aside = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk aside")
        self.apart = ThreadPoolExecutor(max_workers=APART, thread_name_prefix="desk apart")
        self.stops: list[threading.Event] = []
        self.facets: tuple[object, Any] = (None, None)
        self.held: dict[tuple[object, ...], Any] = {}
        self.reason = ""
        self.seen = 0
        self.session: dict[str, Any] = {}
        self.articles_before: int | None = None

    @property
    def reviewer(self) -> str:
        return self.settings.reviewer

    @property
    def case(self) -> str | None:
        """The case that every screen is limited to, None for everything."""
        held = self.session.get("case")
        return held if isinstance(held, str) and held else None

    def within(self, query: Query) -> Query:
        """The query, limited to the case; one that names a case itself stays as it is."""
        return query if query.case else replace(query, case=self.case)

    async def of_case(self, ask: Callable[[Store, Query], T]) -> T | None:
        """What `ask` gives for the case, asked anew only when the database has changed; None where the desk keeps to none."""
        if self.case is None:
            return None
        asked = ask, self.case, await self.ask(lambda store: store.changed())
        if asked not in self.held:
            found = await self.ask_aside(ask, Query(case=self.case))
            self.held = {key: held for key, held in self.held.items() if key[1:] == asked[1:]} | {asked: found}
        return cast("T", self.held[asked])

    async def ask(self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do the work on the store's thread. What is cancelled before its turn is never begun."""
        return await asyncio.wrap_future(self.thread.submit(work, self.store, *args, **kwargs))

    async def ask_aside(self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do a read that may take long beside everything else. What is cancelled meanwhile is broken off: the next need not wait for it."""
        return await self.read_in(self.aside, lambda store: work(store, *args, **kwargs))

    async def ask_apart(self, work: Callable[Concatenate[Store, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what takes minutes (an export) in a thread that no screen waits for; broken off when the desk closes."""
        return await self.read_in(self.apart, lambda store: work(store, *args, **kwargs))

    async def read_in(self, threads: ThreadPoolExecutor, work: Callable[[Store], T]) -> T:
        stop = threading.Event()
        self.stops.append(stop)

        def read() -> T:
            with self.store.stoppable(stop.is_set):
                return work(self.store)

        try:
            return await asyncio.wrap_future(threads.submit(read))
        except asyncio.CancelledError:
            stop.set()
            raise
        finally:
            self.stops.remove(stop)

    async def count_facets(self, query: Query) -> Facets:
        """Facets of the claims a query selects, with the states of all of them; counted anew only when the database has changed."""
        asked = query, await self.ask(lambda store: store.changed())
        if self.facets[0] != asked:
            self.facets = asked, await self.ask_aside(facets_of, query)
        return cast("Facets", self.facets[1])

    async def step(self, iterator: Iterator[T]) -> T | None:
        """The iterator's next value, taken where no screen waits for it; None at its end."""
        return await asyncio.wrap_future(self.apart.submit(next, iterator, None))

    async def run_apart(self, work: Work, answers: Mapping[str, str], tell: Callable[[str], None], stop: threading.Event) -> None:
        """Do the work in one thread that no screen waits for, telling every line; it ends early once `stop` is set, or the desk closes."""
        self.stops.append(stop)

        def run() -> None:
            with self.store.stoppable(stop.is_set), contextlib.closing(work(self.store, answers)) as lines:  # type: ignore[type-var]
                for words in lines:
                    tell(words)
                    if stop.is_set():
                        return

        try:
            await asyncio.wrap_future(self.apart.submit(run))
        except asyncio.CancelledError:
            stop.set()
            raise
        finally:
            self.stops.remove(stop)

    def take_reason(self) -> str:
        """The reason typed for the next verdict; it is used once."""
        reason, self.reason = self.reason, ""
        return reason

    async def open(self) -> None:
        self.seen = await self.ask(lambda store: store.changed())
        self.session = read_session(await self.ask(lambda store: store.setting(SESSION)))
        self.articles_before = self.session.get("articles")

    async def save(self) -> None:
        await self.ask(lambda store: store.save_setting(SESSION, json.dumps(self.session)))

    async def has_changed(self) -> bool:
        """Somebody has changed the database since this was last asked."""
        now = await self.ask(lambda store: store.changed())
        changed, self.seen = now != self.seen, now
        return changed

    def close(self) -> None:
        for stop in self.stops:
            stop.set()
        for threads in (self.apart, self.aside, self.thread):
            threads.shutdown(wait=True, cancel_futures=True)


def facets_of(store: Store, query: Query) -> Facets:
    found = store.facets(query)
    if query.states:
        found = {**found, "state": store.facets(replace(query, states=())).get("state", [])}
    return found


def read_session(text: str | None) -> dict[str, Any]:
    """What was saved; empty where nothing was, or where it cannot be read."""
    try:
        session = json.loads(text or "{}")
    except ValueError:
        return {}
    return session if isinstance(session, dict) else {}
