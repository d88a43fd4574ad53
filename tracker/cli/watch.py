"""`tracker watch`: feeds asked again and again, politely: only if they changed, and less often while they fail."""

from __future__ import annotations

import re
import sys
import time
from typing import Annotated

import typer

from tracker.cli import listing
from tracker.cli.add import Tally, put_into
from tracker.errors import InputError, QueryError
from tracker.store.base import Store

UNITS = {"s": 1, "m": 60, "h": 3600}
LEAST = 60
"""Seconds between two questions to one feed, at least."""
LONGEST = 8
"""Rounds a failing feed is left alone at most: one, two, four, eight."""


def register(app: typer.Typer) -> None:
    app.command()(watch)


def watch(
    context: typer.Context,
    feeds: Annotated[list[str], typer.Argument(help="Addresses of RSS or Atom feeds.")],
    every: Annotated[str, typer.Option(help="How often: 30m, 2h.")] = "30m",
    once: Annotated[bool, typer.Option(help="Ask once and end: for cron.")] = False,
    case: Annotated[str | None, typer.Option(help="Put what is new into this case.")] = None,
    allow_private: Annotated[bool, typer.Option(help="Fetch from private addresses too.")] = False,
) -> None:
    """Add what is new in feeds, until Ctrl-C. A feed that did not change costs one short request."""
    pause = seconds(every)
    failures = dict.fromkeys(feeds, 0)
    waits = dict.fromkeys(feeds, 0)
    while True:
        for url in feeds:
            waits[url] -= 1
            if waits[url] <= 0:
                with context.obj.store() as store:
                    failed = asked(store, url, case, allow_private, context.obj.reviewer)
                failures[url] = failures[url] + 1 if failed else 0
                waits[url] = min(LONGEST, 2 ** (failures[url] - 1)) if failed else 0
        if once:
            break
        time.sleep(pause)
    if any(failures.values()):
        raise typer.Exit(1)


def asked(store: Store, url: str, case: str | None, allow_private: bool, reviewer: str) -> bool:
    """Ask one feed and store what is new; True where it failed, with its sentence on stderr."""
    try:
        tally = news(store, url, case, allow_private, reviewer)
    except InputError as error:
        print(f"tracker: {listing.cell(error)}", file=sys.stderr)
        return True
    for line in tally.failed:
        print(f"failed: {line}", file=sys.stderr)
    print(f"{time.strftime('%H:%M')} {listing.cell(url)}: {tally.sentence()}", flush=True)
    return False


def news(store: Store, url: str, case: str | None, allow_private: bool, reviewer: str) -> Tally:
    """Store what is new in one feed. Raises InputError where the feed cannot be read."""
    from tracker import pipeline
    from tracker.ingest.watching import Feed, Seen

    feed, tally = Feed(url, Seen.of(store.setting(f"feed {url}")), allow_private), Tally()
    for outcome in pipeline.ingest(feed, store):
        tally.count(outcome)
    put_into(store, case, tally.articles, reviewer)
    store.save_setting(f"feed {url}", str(feed.seen))
    return tally


def seconds(words: str) -> int:
    """ "30m" → 1800. Raises QueryError for anything else, or less than a minute."""
    match = re.fullmatch(r"(\d{1,6})([smh])", words.strip())
    found = int(match[1]) * UNITS[match[2]] if match else 0
    if found < LEAST:
        raise QueryError(words, "is no time between two questions of at least a minute", ("30m", "2h"))
    return found
