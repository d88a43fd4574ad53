"""The search index: SQLite's FTS5 over statements, articles and names. The only module that knows how it is spelled.

A statement is indexed by its words and by tags, words made of what it can be filtered by ("s12" its speaker, "kdirect" its kind), so
that words and filters meet in the index and no row is read that is not shown.
"""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from sqlalchemy import Connection

from tracker.model import Figure, Query, Statement
from tracker.store.paging import Order
from tracker.store.part import run, run_many
from tracker.store.rows import folded
from tracker.text.wanted import Term, Tree, terms, wanted

DROPPED = "dropped"
"""The only tag of a statement that was taken out."""


def tags(
    statement: Statement, figures: Sequence[Figure], speakers: Iterable[int], outlet: int | None, article: int, day: str | None
) -> str:
    """The filter words of a statement, apart by spaces."""
    made = [f"k{statement.kind.value}", f"a{article}"]
    made += [f"s{speaker}" for speaker in speakers]
    made += [f"o{outlet}"] if outlet else []
    made += [f"y{day[:4]}", f"y{day[:4]}{day[5:7]}"] if day else []
    made += ["f1"] if figures else []
    made += [f"v{word}" for relay in statement.via for word in folded(relay.text)]
    for figure in figures:
        made.append(f"m{''.join(folded(figure.metric))}")
        made += [f"p{word}" for word in folded(figure.scope.place or "")]
    return " ".join(dict.fromkeys(made))


def add_statements(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    if rows:
        sql = "INSERT INTO statement_words(rowid, content, tags) VALUES (?, ?, ?)"
        run_many(connection, sql, [(row["n"], row["content"], row["tags"]) for row in rows])


def forget_statements(connection: Connection, article: int) -> None:
    """Take the statements of an article out, while their rows still stand."""
    run(
        connection,
        """INSERT INTO statement_words(statement_words, rowid, content, tags)
            SELECT 'delete', n, content, tags FROM statement WHERE article = ?""",
        (article,),
    )


def forget_statement(connection: Connection, row: Mapping[str, Any]) -> None:
    sql = "INSERT INTO statement_words(statement_words, rowid, content, tags) VALUES ('delete', ?, ?, ?)"
    run(connection, sql, (row["n"], row["content"], row["tags"]))


def add_article_statements(connection: Connection, article: int) -> None:
    run(
        connection,
        "INSERT INTO statement_words(rowid, content, tags) SELECT n, content, tags FROM statement WHERE article = ? AND NOT dropped",
        (article,),
    )


def add_articles(connection: Connection, articles: Sequence[tuple[int, str | None, str]]) -> None:
    """Rows of (number, title, text)."""
    run_many(connection, "INSERT INTO article_words(rowid, title, text) VALUES (?, ?, ?)", articles)


def forget_article(connection: Connection, n: int) -> None:
    run(
        connection,
        "INSERT INTO article_words(article_words, rowid, title, text) SELECT 'delete', n, title, text FROM article WHERE n = ?",
        (n,),
    )


def is_whole(connection: Connection, name: str) -> bool:
    """The index holds exactly what its table holds."""
    try:
        run(connection, f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def clear_statements(connection: Connection) -> None:
    run(connection, "INSERT INTO statement_words(statement_words) VALUES ('delete-all')")


def next_gram(connection: Connection) -> int:
    return int(run(connection, "SELECT coalesce(max(id), 0) + 1 FROM alias_grams_content").fetchone()[0])


def add_names(connection: Connection, names: Iterable[tuple[int, str, int]]) -> None:
    """Rows of (number, name, speaker's number)."""
    made = [(gram, " ".join(folded(name)), speaker) for gram, name, speaker in names]
    if made:
        run_many(connection, "INSERT INTO alias_grams(rowid, name, speaker) VALUES (?, ?, ?)", made)


def forget_names(connection: Connection, speaker: int | None = None) -> None:
    """Of one speaker, or of all."""
    if speaker is None:
        run(connection, "DELETE FROM alias_grams")
    else:
        run(connection, "DELETE FROM alias_grams WHERE rowid IN (SELECT gram FROM alias WHERE speaker = ?)", (speaker,))


RANKED = 1000
"""Matches up to which a search ranks them all."""
LATEST = Order("-statement_words.rowid")


def months(after: dt.date | None, before: dt.date | None) -> list[str]:
    """Tags of the years and months that a period touches; none where it has no bounds worth it. Its days are checked beside."""
    first, last = after or dt.date(EARLIEST, 1, 1), before or dt.date(LATEST_YEAR, 12, 31)
    if not (after or before) or first > last or last.year - first.year > LATEST_YEAR - EARLIEST:
        return []
    if first.year == last.year:
        return [f"y{first.year}{month:02}" for month in range(first.month, last.month + 1)]
    edges = [f"y{first.year}{month:02}" for month in range(first.month, 13)] + [f"y{last.year}{m:02}" for m in range(1, last.month + 1)]
    return edges + [f"y{year}" for year in range(first.year + 1, last.year)]


def is_edge(day: dt.date, is_last: bool) -> bool:
    """The first (last) day of a month: the tags of months say it all."""
    return EARLIEST <= day.year <= LATEST_YEAR and (day + dt.timedelta(days=1) if is_last else day).day == 1


EARLIEST, LATEST_YEAR = 1900, 2100


RELEVANCE = Order("statement_words.rank", "statement.n")
TIME = Order("-statement.day", "statement.n")
TOLD = Order("coalesce(statement.day, '9999')", "statement.n")


CLAIMED = """SELECT 1 FROM figure LEFT JOIN claim ON claim.n = figure.claim
    WHERE figure.statement = statement.id AND NOT figure.dropped"""
CLAIM = {
    "relations": "coalesce(claim.relation, 'single') IN :relations",
    "states": "claim.state IN :states",
    "claims": "claim.id IN :claims",
}
"""What is asked of the claim of a figure that a statement holds."""


def asked(query: Query, tags: Sequence[Sequence[str]]) -> tuple[str, dict[str, Any]]:
    """FROM and WHERE for a query over statements, with its values."""
    groups = [*tags]
    groups += [[f"k{kind}" for kind in query.kinds]] if query.kinds else []
    groups += [[f"m{''.join(folded(metric))}" for metric in query.metrics]] if query.metrics else []
    groups += [["f1"]] if query.has_figure else []
    groups += [period] if (period := months(query.after, query.before)) else []
    parts = [f"tags : ({' OR '.join(quoted(tag) for tag in group)})" for group in groups]
    for letter, names in (("v", query.via), ("p", query.places)):
        if names:
            each = (" AND ".join(quoted(letter + word) for word in folded(name)) for name in names)
            parts.append(f"tags : ({' OR '.join(f'({words})' for words in each if words)})")
    words, near = spelled(wanted(query.words)[0]), spelled_any(query.near)
    parts += [f"content : ({words})"] if words else []
    parts += [f"content : ({words} OR {near})" if words else f"content : ({near})"] if near else []
    where: list[str] = ["NOT statement.dropped"]
    binds: dict[str, Any] = {}
    source = "FROM statement"
    if parts:
        source = INDEXED
        where.append("statement_words MATCH :words")
        binds["words"] = f"({' AND '.join(parts)}) NOT tags : {DROPPED}"
    if query.has_figure is False:
        where.append("statement.figures = 0")
    if ruled := {
        name: list(held) for name, held in (("relations", query.relations), ("states", query.states), ("claims", query.claims)) if held
    }:
        where.append(f"EXISTS ({CLAIMED} AND {' AND '.join(CLAIM[name] for name in ruled)})")
        binds |= ruled
    if query.after and query.before and query.after > query.before:
        where.append("0")
    for name, sign, day in (("after", ">=", query.after), ("before", "<=", query.before)):
        if day and not is_edge(day, name == "before"):
            where.append(f"statement.day {sign} :{name}")
            binds[name] = day.isoformat()
    return f"{source} WHERE {' AND '.join(where)}", binds


INDEXED = "FROM statement_words JOIN statement ON statement.n = statement_words.rowid"
PLAIN = f"{INDEXED} WHERE NOT statement.dropped AND statement_words MATCH :words"
"""What `asked` gives where the index alone answers."""


def spelled(tree: Tree | None) -> str:
    """The tree as FTS5 writes it; empty where there is none."""
    if tree is None:
        return ""
    if isinstance(tree, Term):
        return quoted(tree.words) + "*" * tree.is_prefix
    if tree.how == "NOT":
        first, *less = (spelled(part) for part in tree.parts)
        return f"(({first}) NOT ({' OR '.join(less)}))"
    return "(" + f" {tree.how} ".join(spelled(part) for part in tree.parts) + ")"


def spelled_any(text: str) -> str:
    """Any of the words of a text."""
    return " OR ".join(quoted(word) for word in dict.fromkeys(folded(text)))


def quoted(word: str) -> str:
    return '"' + word.replace('"', '""').replace("\0", " ") + '"'


def lit(content: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where in the words of a statement the words asked for stand, in order."""
    if not (query.words or query.near):
        return ()
    asked = [(folded(term.words), term.is_prefix) for term in terms(wanted(query.words)[0])] + [
        ((word,), False) for word in folded(query.near)
    ]
    tokens = [(found.start(), found.end(), "".join(folded(found[0]))) for found in re.finditer(r"[^\W_]+", content)]
    found = set()
    for at in range(len(tokens)):
        for words, is_prefix in asked:
            if words and stands_at(words, is_prefix, [token for _, _, token in tokens[at : at + len(words)]]):
                found.add((tokens[at][0], tokens[at + len(words) - 1][1]))
    return tuple(sorted(found))


def stands_at(words: Sequence[str], is_prefix: bool, tokens: Sequence[str]) -> bool:
    if len(tokens) < len(words) or tuple(tokens[:-1]) != tuple(words[:-1]):
        return False
    return tokens[-1].startswith(words[-1]) if is_prefix else tokens[-1] == words[-1]


def metrics(ask: Any) -> list[str]:
    found = ask("SELECT term FROM statement_vocab WHERE term >= 'm' AND term < 'n' AND col = 'tags' ORDER BY doc DESC")
    return [row["term"][1:] for row in found]


def words_like(ask: Any, word: str) -> str:
    asked = " ".join(folded(word))
    if not asked or " " in asked or ask("SELECT 1 FROM statement_vocab WHERE term = :term LIMIT 1", term=asked):
        return asked
    sql = """SELECT term FROM statement_vocab WHERE term >= :low AND term < :high AND col = 'content'
        AND length(term) BETWEEN :short AND :long ORDER BY doc DESC LIMIT 2000"""
    found = ask(sql, low=asked[:1], high=asked[:1] + "\uffff", short=len(asked) - 2, long=len(asked) + 2)
    return next(iter(get_close_matches(asked, [row["term"] for row in found], 1, 0.75)), "")
