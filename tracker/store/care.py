"""A database copied, put back and looked over."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tracker.errors import NotADatabase, NotWritable, StoreError
from tracker.model import Finding, content_hash
from tracker.store import index
from tracker.store.database import APPLICATION, is_sealed, refusal
from tracker.store.sqlite import SqliteStore

PAGE = 500
OTHER = "nothing was changed; name a file that `tracker db backup` made"


def backup(store: SqliteStore, target: Path) -> None:
    """Copy the database while others go on using it; the copy appears whole or not at all.

    Raises StoreError where the target exists already or cannot be written.
    """
    if target.exists():
        raise StoreError(str(target), "is there already", "nothing was changed; name another file")
    making = target.with_name(target.name + ".part")
    try:
        making.unlink(missing_ok=True)
        with store.database.read() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            copied(source, making, target)
        making.rename(target)
    except OSError as error:
        raise NotWritable(str(target), str(error)) from error
    finally:
        making.unlink(missing_ok=True)


def copied(source: sqlite3.Connection, making: Path, target: Path) -> None:
    """Raises StoreError that names the target, not the database that is copied."""
    try:
        with closing(sqlite3.connect(making)) as copy:
            source.backup(copy, pages=4096)
            copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise refusal(str(target), str(error)) from error


def restore(source: Path, where: Path) -> Path | None:
    """Put a backup in the place of a database; what was there is kept beside it, and its path returned. Not while others use it.

    Raises NotADatabase where there is no such file, or where it is none of ours.
    """
    if not source.exists():
        raise NotADatabase(str(source), OTHER, "is not there")
    try:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            whole = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise NotADatabase(str(source), OTHER) from error
    if mark != APPLICATION or whole != "ok":
        raise NotADatabase(str(source), OTHER)
    kept = keep_aside(where)
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(where)) as new:
            old.backup(new)
    except (OSError, sqlite3.Error) as error:
        raise NotWritable(str(where), str(error)) from error
    return kept


def keep_aside(where: Path) -> Path | None:
    """Move a database out of the way, its journal with it: case.db → case.before-restore.db, -2, -3 …"""
    if not where.exists():
        return None
    number, kept = 1, where.with_name(f"{where.stem}.before-restore{where.suffix}")
    while kept.exists():
        number += 1
        kept = where.with_name(f"{where.stem}.before-restore-{number}{where.suffix}")
    for tail in ("", "-wal", "-shm"):
        if (path := Path(f"{where}{tail}")).exists():
            path.replace(f"{kept}{tail}")
    return kept


def check(store: SqliteStore) -> Iterator[Finding]:
    """What is not as it should be, one finding each: a damaged file, an index that does not fit, a text that no longer gives its hash, a
    span that no longer gives its words, a row without its article, a decision without what it was about. Nothing where all is well.
    """
    yield from damage(store)
    for article in store.every_article():
        if article.id != content_hash(article.text):
            yield Finding("changed_text", "the text no longer gives the hash it was stored under", article.id)
        yield from misplaced(store, article.id, article.text)
    for ruling in store.orphans():
        lost = [anchor.words for anchor, target in zip(ruling.decision.anchors, ruling.targets, strict=False) if target is None]
        yield Finding(
            "orphan", f"decision {ruling.decision.number} ({ruling.decision.verdict}) is about words not found: {'; '.join(lost)}"
        )


def damage(store: SqliteStore) -> Iterator[Finding]:
    for row in store.rows("PRAGMA integrity_check(20)"):
        if row["integrity_check"] != "ok":
            yield Finding("damaged", row["integrity_check"])
    for row in store.rows("PRAGMA foreign_key_check"):
        yield Finding("damaged", f"row {row['rowid']} of {row['table']} has lost its {row['parent']}")
    if is_sealed(store.where):
        yield Finding("unchecked", "the search indexes cannot be checked where nothing can be written: check a copy of the database")
        return
    with store.database.transaction() as connection:
        for name in ("statement_words", "article_words"):
            if not index.is_whole(connection, name):
                yield Finding("damaged", f"the search index {name} does not fit its table: tracker rebuild makes it anew")


def flowing(words: str) -> str:
    """Words with one space between them: a content does not keep the line ends and hard spaces of its text."""
    return " ".join(words.split())


def misplaced(store: SqliteStore, article_id: str, text: str) -> Iterator[Finding]:
    view = store.article_view(article_id)
    for statement in view.statements if view else ():
        words, content = [flowing(span.of(text)) for span in statement.spans], flowing(statement.content)
        if not statement.by_hand and not all(word and word in content for word in words):
            yield Finding("misplaced", f"a statement's span gives other words than {statement.content[:60]!r}", article_id, statement.span)
    for figure in view.figures if view else ():
        if figure.span.of(text) != figure.words:
            yield Finding("misplaced", f"a figure's span gives {figure.span.of(text)!r}, not {figure.words!r}", article_id, figure.span)
