"""`extract`, `compare` and `match`: JSON Lines in, JSON out, without a database (docs/interface.md)."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any, BinaryIO, TypeVar

import typer

from tracker.errors import InputError
from tracker.model import Article

File = Annotated[
    str, typer.Argument(help="A file of JSON Lines, or - for standard input; extract and compare take any input of tracker add.")
]
JsonLines = Annotated[bool, typer.Option("--jsonl", help="It is JSON Lines, whatever its name.")]
Jobs = Annotated[int, typer.Option(help="Processes to use.", min=1)]
T = TypeVar("T")
CHUNK = 64
"""Articles handed to a process at a time: memory stays bounded, the pool stays busy."""


def register(app: typer.Typer) -> None:
    for command in (extract, compare, match):
        app.command()(command)


class Lines:
    """The objects of a JSON Lines input; a malformed line is reported on stderr with its number, and does not stop the rest."""

    def __init__(self, source: str) -> None:
        self.source, self.failed = source, False

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        with self.opened() as stream:
            for number, line in enumerate(stream, 1):
                if not line.strip():
                    continue
                try:
                    value = json.loads(line)
                    if not isinstance(value, dict):
                        raise ValueError("not a JSON object")
                    yield number, value
                except json.JSONDecodeError as error:
                    self.report(number, f"not JSON ({error.msg.lower()}, character {error.pos + 1})")
                except (ValueError, RecursionError) as error:
                    self.report(number, "nested too deeply" if isinstance(error, RecursionError) else error)

    def opened(self) -> AbstractContextManager[BinaryIO]:
        """Raises InputError where the file cannot be opened."""
        if self.source == "-":
            return nullcontext(sys.stdin.buffer)
        try:
            return Path(self.source).open("rb")
        except OSError as error:
            from tracker.ingest.sources import unreadable

            raise unreadable(self.source, error) from error

    def documents(self) -> Iterator[Article]:
        """The articles of an input of another kind, as `tracker add` reads it."""
        from tracker import ingest

        for found in ingest.documents(self.source):
            if isinstance(found, InputError):
                self.failed = True
                print(f"tracker: {found}", file=sys.stderr)
            else:
                yield found.article

    def read(self, parse: Callable[[dict[str, Any]], T]) -> Iterator[T]:
        for number, value in self:
            try:
                yield parse(value)
            except (KeyError, TypeError, ValueError) as error:
                self.report(number, f"no {error}" if isinstance(error, KeyError) else error)

    def articles(self, jsonl: bool) -> Iterator[Article]:
        """The articles of JSON Lines where that was said, or the name says so, or it is standard input; of any other kind otherwise."""
        is_lines = jsonl or self.source == "-" or self.source.lower().endswith((".jsonl", ".ndjson"))
        return self.read(article_of) if is_lines else self.documents()

    def report(self, number: int, why: object) -> None:
        self.failed = True
        print(f"{self.source} line {number}: {why}", file=sys.stderr)

    def close(self) -> None:
        if self.failed:
            raise typer.Exit(1)


def article_of(row: dict[str, Any]) -> Article:
    """Raises KeyError without `id` or `text`, ValueError where a value is not of its kind."""
    from tracker.ingest import dated

    text, published = row["text"], row.get("published")
    if not isinstance(text, str):
        raise ValueError("text is not a string")
    if wrong := next((key for key in ("title", "outlet", "url") if not isinstance(row.get(key), str | None)), None):
        raise ValueError(f"{wrong} is not a string")
    author = row.get("author")
    given = Article(
        text,
        id=str(row["id"]),
        title=row.get("title"),
        outlet=row.get("outlet"),
        authors=(author,) if isinstance(author, str) else tuple(author or ()),
        published=moment(published) if published else None,
        url=row.get("url"),
    )
    return dated(given)


def moment(words: str) -> dt.date:
    """ISO 8601 → a date, or a datetime where the hour is given."""
    return dt.date.fromisoformat(words) if len(words) == 10 else dt.datetime.fromisoformat(words)


def write(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def extract(file: File = "-", jsonl: JsonLines = False, jobs: Jobs = 1) -> None:
    """Read articles; print what was said in them, by whom, and every figure."""
    lines = Lines(file)
    articles = lines.articles(jsonl)
    if jobs == 1:
        for article in articles:
            write(extracted(article))
    else:
        with ProcessPoolExecutor(jobs) as pool:
            while chunk := list(itertools.islice(articles, CHUNK * jobs)):
                for row in pool.map(extracted, chunk, chunksize=8):
                    write(row)
    lines.close()


def extracted(article: Article) -> dict[str, Any]:
    from tracker import pipeline
    from tracker.report import machine as shapes

    return shapes.reading(pipeline.read(article))


def compare(
    file: File = "-", jsonl: JsonLines = False, by_group: Annotated[bool, typer.Option(help="Compare within each “group” only.")] = False
) -> None:
    """Read a set of articles; print its claims, relations, quote variants and findings."""
    from tracker import pipeline
    from tracker.report import machine as shapes

    lines = Lines(file)
    groups: dict[Any, list[Article]] = {}
    if by_group:
        for group, article in lines.read(lambda row: (row["group"], article_of(row))):
            groups.setdefault(group, []).append(article)
    elif articles := list(lines.articles(jsonl)):
        groups[None] = articles
    for group, members in groups.items():
        document = shapes.comparison(pipeline.compare(members))
        write({"group": group, **document} if by_group else document)
    if not groups and not by_group:
        write(shapes.comparison(pipeline.compare([])))
    lines.close()


def match(file: File = "-", jsonl: JsonLines = True) -> None:
    """Read pairs of names; print for each whether they are one speaker."""
    from tracker import resolve

    lines = Lines(file)
    for found in lines.read(lambda row: resolve.match(str(row["a"]), str(row["b"]), row.get("kind"))):
        write({"score": round(found.score, 4), "verdict": found.verdict, "reason": found.reason})
    lines.close()
