"""What two said together is found under either, until a person credits another."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.making import state
from tracker import cases, gather, history, pipeline, review, search
from tracker.model import Article, Document, Query, Statement, Verdict
from tracker.report import grouping
from tracker.store import care
from tracker.store.sqlite import SqliteStore

TOGETHER = "Mayor Ana Ruiz and the Elm Harbour Authority said that 12 people were killed in the blast at Port Elm on Monday."
ALONE = "Tomas Weld of the fire service said that 90 people were killed in the blast at Port Elm on Monday."
BOTH = ("Ana Ruiz", "Elm Harbour Authority")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    made = SqliteStore.open(tmp_path / "case.db")
    texts = ((TOGETHER, "Beacon"), (ALONE, "Gazette"))
    documents = [Document(Article(text, title=f"Blast in the {o}", outlet=o, published=dt.date(2031, 5, 6))) for text, o in texts]
    assert all(outcome.is_new for outcome in pipeline.ingest(documents, made))
    yield made
    made.close()


def found(store: SqliteStore, name: str) -> list[tuple[str, ...]]:
    return [hit.statement.speakers for hit in search.quotes(store, Query(speakers=(name,))).rows]


def joint(store: SqliteStore) -> Statement:
    (hit,) = search.quotes(store, Query(words="12")).rows
    return hit.statement


def credit_one(store: SqliteStore) -> None:
    review.credit(store, joint(store), "Omar Noor", "rosa")


def ids(store: SqliteStore) -> list[str]:
    return [store.speakers_called(name)[0] for name in BOTH]


@pytest.mark.parametrize("name", BOTH)
def test_either_finds_it_and_it_names_both(store: SqliteStore, name: str) -> None:
    assert found(store, name) == [BOTH]
    assert {speaker.name for speaker in store.speakers()} == {*BOTH, "Tomas Weld"}
    assert dict(store.search_facets(Query())["speaker"]) == dict.fromkeys((*BOTH, "Tomas Weld"), 1)


@pytest.mark.parametrize("name", BOTH)
def test_the_figure_in_it_is_given_and_disputed_by_either(store: SqliteStore, name: str) -> None:
    (speaker,) = store.speakers_called(name)
    profile = search.profile(store, speaker)
    assert profile is not None
    assert (len(profile.hits), profile.disputed_by) == (1, ("Tomas Weld",))
    assert [row.figure.low for row in store.every_figure(Query(speakers=(speaker,)))] == [12]
    assert [row.said_by for row in store.every_figure(Query(speakers=(speaker,)))] == [" and ".join(BOTH)]
    assert len(list(store.every_claim(Query(speakers=(name,))))) == 1


def test_a_report_lists_it_under_both_and_counts_it_once(store: SqliteStore) -> None:
    dossier = gather.dossier(store, Query())
    groups = {
        group.name: [hit.statement.content for quoted in group.quoted for hit in quoted.hits] for group in grouping.by_speaker(dossier)
    }
    assert groups[BOTH[0]] == groups[BOTH[1]] == [joint(store).content]
    assert {line.name: line.count for line in grouping.contents_by_speaker(dossier)} == {name: len(held) for name, held in groups.items()}
    assert dossier.coverage.statements == 2
    assert sum(line.count for line in grouping.contents_by_article(dossier)) == 2


def test_a_case_of_the_second_holds_it(store: SqliteStore) -> None:
    cases.put_speaker(store, "elm", BOTH[1], "rosa")
    assert [hit.statement.speakers for hit in store.search(Query(case="elm"))] == [BOTH]
    assert [row.figure.low for row in store.every_figure(Query(case="elm"))] == [12]
    assert set(cases.speakers(store, Query(case="elm"))) == set(ids(store))


def test_another_speaker_takes_the_place_of_both_until_it_is_undone(store: SqliteStore) -> None:
    before = state(store)
    credit_one(store)
    assert found(store, "Omar Noor") == [("Omar Noor",)]
    assert [found(store, name) for name in BOTH] == [[], []]
    history.undo(store, "rosa")
    assert state(store)[2] == before[2]
    assert [found(store, name) for name in BOTH] == [[BOTH], [BOTH]]


def test_the_second_joined_to_another_is_that_one(store: SqliteStore) -> None:
    review.speakers(store, Verdict.SAME_SPEAKER, ["Tomas Weld", BOTH[1]], "rosa")
    assert (BOTH[0], "Tomas Weld") in found(store, "Tomas Weld")
    history.undo(store, "rosa")
    assert found(store, "Tomas Weld") == [("Tomas Weld",)]


def test_the_two_joined_are_one(store: SqliteStore) -> None:
    review.speakers(store, Verdict.SAME_SPEAKER, list(BOTH), "rosa")
    assert found(store, BOTH[0]) == [BOTH[:1]]
    assert [line.count for line in grouping.contents_by_speaker(gather.dossier(store, Query())) if line.name == BOTH[0]] == [1]


def test_reading_again_and_removing_leave_the_counts_right(store: SqliteStore) -> None:
    before = state(store)
    list(pipeline.rebuild(store))
    assert state(store) == before
    pipeline.reread(store, joint(store).article)
    assert state(store) == before
    credit_one(store)
    pipeline.reread(store, joint(store).article)
    assert found(store, BOTH[1]) == []
    store.remove_article(joint(store).article)
    assert [speaker.name for speaker in store.speakers()] == ["Tomas Weld"]
    assert not store.rows("SELECT * FROM co_speaker")


def test_a_database_from_before_finds_it_under_both_and_is_kept_as_it_was(store: SqliteStore, tmp_path: Path) -> None:
    before = state(store)
    make_old(store)
    assert found_in_old(store) == [1, 0]
    store.close()
    again = SqliteStore.open(tmp_path / "case.db")
    assert state(again) == before
    assert [found(again, name) for name in BOTH] == [[BOTH], [BOTH]]
    assert not list(care.check(again))
    again.close()
    assert (tmp_path / "case.schema-0005.db").exists()


def make_old(store: SqliteStore) -> None:
    """The database as the version before made it: the names of both, and who the first is."""
    (row,) = store.rows("SELECT n, content, tags, value FROM statement WHERE value LIKE '%co_speakers%'")
    (other,) = store.rows("SELECT speaker FROM co_speaker")
    value = {name: held for name, held in json.loads(row["value"]).items() if name != "co_speakers"}
    with store.database.transaction() as connection:
        run = connection.exec_driver_sql
        run("INSERT INTO statement_words(statement_words, rowid, content, tags) VALUES ('delete', :n, :content, :tags)", dict(row))
        tags = " ".join(tag for tag in row["tags"].split() if tag != f"s{other['speaker']}")
        run("UPDATE statement SET tags = ?, value = ? WHERE n = ?", (tags, json.dumps(value), row["n"]))
        run("INSERT INTO statement_words(rowid, content, tags) VALUES (?, ?, ?)", (row["n"], row["content"], tags))
        run("UPDATE speaker SET statements = statements - 1 WHERE n = ?", (other["speaker"],))
        run("DROP TABLE co_speaker")
        run("DROP INDEX ix_article_published")
        for late in (*(f"claim DROP COLUMN {name}" for name in ("witnesses", "holding", "grounds")), PARTED):
            run(f"ALTER TABLE {late}")
        for late in ("points", "is_again"):
            run(f"ALTER TABLE relation DROP COLUMN {late}")
        run("UPDATE alembic_version SET version_num = '0005'")


PARTED = "claim ADD COLUMN parted BOOLEAN NOT NULL DEFAULT 0"


def found_in_old(store: SqliteStore) -> list[int]:
    sql = "SELECT count(*) AS held FROM speaker JOIN statement_words ON statement_words MATCH 'tags : s' || speaker.n WHERE name = :name"
    return [store.scalar(sql, name=name) for name in BOTH]
