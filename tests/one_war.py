"""What becomes of a corpus in which all is about one war: are figures tied across articles about one event, or about two?

`TRACKER_CORPUS=… python -m tests.one_war` puts the articles of dev/tolls.jsonl together, each dated by the day of its event, and counts the
pairs of figures that are tied across articles, by what the annotation says of the two articles. Of two events of one place and day, or of
a total of the whole war that many articles repeat, it knows nothing: not every pair outside the first row is wrong.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tracker import pipeline
from tracker.model import Article, Comparison, Relation

FORMS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%d-%b-%y", "%d/%m/%Y")
NEAR = 1
"""Days between two reports of one event."""


class Event(NamedTuple):
    """What the annotation says an article is about."""

    day: dt.date
    place: str


def day(text: str) -> dt.date | None:
    for form in FORMS:
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def articles(path: Path) -> dict[Article, Event]:
    """Those whose event has a day."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if when := day(row.get("event_date") or ""):
            article = Article(row["text"], title=row["title"], outlet=row.get("outlet"), published=when)
            found[article] = Event(when, (row.get("location") or "").casefold())
    return found


def kind(a: Event, b: Event) -> str:
    is_near, is_there = abs((a.day - b.day).days) <= NEAR, a.place == b.place
    return ("one event" if is_near else "one place, days apart") if is_there else ("one day, two places" if is_near else "two events")


def count(found: Comparison, event_by_id: dict[str, Event]) -> Iterable[tuple[str, Relation]]:
    home = {figure.id: figure.article for reading in found.readings for figure in reading.figures}
    for pair in found.pairs:
        a, b = home[pair.a], home[pair.b]
        if a != b and pair.relation.is_linked:
            yield kind(event_by_id[a], event_by_id[b]), pair.relation


def main() -> int:
    corpus = os.environ.get("TRACKER_CORPUS")
    if not corpus:
        print("one war: skipped, TRACKER_CORPUS is not set")
        return 0
    events = articles(Path(corpus) / "dev" / "tolls.jsonl")
    found = pipeline.compare(events)
    tied = Counter(count(found, {article.id: event for article, event in events.items()}))
    for name in ("one event", "one place, days apart", "one day, two places", "two events"):
        by_relation = {relation: number for (which, relation), number in tied.items() if which == name}
        print(f"{name:<22} {sum(by_relation.values()):>5} ties, of these {by_relation.get(Relation.CONFLICT, 0):>4} conflicts")
    home = {figure.id: figure.article for reading in found.readings for figure in reading.figures}
    sizes = sorted((len({home[figure] for figure in claim.figures}) for claim in found.claims), reverse=True)
    print(f"{len(events)} articles, {len(sizes)} claims; articles in the largest: {', '.join(map(str, sizes[:8]))}")
    print(of_one_season(Path(corpus) / "dev" / "quotes.jsonl"))
    return 0


def of_one_season(path: Path) -> str:
    """Articles of one election year, each of its own subject: most of what stands there as a conflict is none. They bear no date; so as if
    they were of one week, too.
    """
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    told = []
    for name, days in (("without a date", 0), ("as if of one week", 7)):
        dates = [dt.date(2016, 5, 1 + len(text) % days) if days else None for text in texts]
        found = pipeline.compare([Article(text, published=date) for text, date in zip(texts, dates, strict=True)])
        home = {figure.id: figure.article for reading in found.readings for figure in reading.figures}
        conflicts = [home[pair.a] == home[pair.b] for pair in found.pairs if pair.relation is Relation.CONFLICT]
        told.append(f"{name} {len(conflicts)} conflicts, {conflicts.count(False)} of them across articles")
    return f"{len(texts)} articles of one election year: {'; '.join(told)}"


if __name__ == "__main__":
    sys.exit(main())
