"""One run of the program: which database, whose name, where errors go. Opened late, closed always."""

from __future__ import annotations

import gc
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import typer
from typer.core import TyperGroup

from tracker import config
from tracker.errors import TrackerError
from tracker.store.base import Store

STOPPED, PIPE_CLOSED = 130, 141
"""Exit codes of a program ended by Ctrl-C, and by the reader of its output going away, as shells give them."""


@dataclass
class Session:
    """database — as named by --db or TRACKER_DB, None where it was not; named — by --as."""

    database: str | None = None
    named: str | None = None

    @cached_property
    def config(self) -> config.Config:
        return config.load()

    @property
    def reviewer(self) -> str:
        return config.reviewer(self.config, self.named)

    @property
    def place(self) -> str | None:
        """The database as named; None where it is to be the one in the user's data folder."""
        return self.database or self.config.database or None

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The database, closed at the end whatever happens. None names the one in the user's data folder."""
        from tracker.store import open_store

        store = open_store(self.place)
        try:
            if self.config.lead and store.setting("lead") != self.config.lead:
                store.save_setting("lead", self.config.lead)
            yield store
        finally:
            store.close()


UNREAD = re.compile("[\udc80-\udcff]")
"""What Python makes of bytes that are no UTF-8."""


class Group(TyperGroup):
    """Turns what went wrong into one sentence on stderr and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError as error:
            silence_output()
            raise typer.Exit(PIPE_CLOSED) from error
        except (Exception, KeyboardInterrupt) as error:
            if was_interrupted(error):
                print("tracker: stopped; everything stored so far is whole", file=sys.stderr)
                raise typer.Exit(STOPPED) from error
            if isinstance(error, TrackerError):
                print(f"tracker: {error}", file=sys.stderr)
                raise typer.Exit(1) from error
            if isinstance(error, typer.BadParameter):
                error.message = error.message.replace("Value error, ", "")
            if isinstance(error, UnicodeEncodeError) and UNREAD.search(" ".join(sys.argv)):
                print("tracker: the command line holds bytes that are no text; write it in UTF-8", file=sys.stderr)
                raise typer.Exit(1) from error
            raise


def seldom_collect() -> None:
    """For commands that read very many articles: look for rings of values that hold each other a thirtieth as often. Our values make none,
    and each look walks over all that is kept.
    """
    gc.set_threshold(20_000, 20, 20)


def was_interrupted(error: BaseException | None) -> bool:
    """Ctrl-C, or what a library made of it while it was cleaning up."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def silence_output() -> None:
    """Send what is still buffered nowhere, so that Python does not fail once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def hoisted(words: Sequence[str], options: Sequence[str] = ("--db", "--as")) -> list[str]:
    """The arguments with the program's own options first, so that they may stand anywhere before `--`."""
    end = words.index("--") if "--" in words else len(words)
    first: list[str] = []
    rest: list[str] = []
    index = 0
    while index < end:
        word = words[index]
        takes = 2 if word in options else 1
        (first if word.partition("=")[0] in options else rest).extend(words[index : min(index + takes, end)])
        index += takes
    return [*first, *rest, *words[end:]]
