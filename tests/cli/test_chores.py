"""What the desk's palette does to the database as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.cli.chores import chores
from tracker.errors import InputError, QueryError
from tracker.model import Query
from tracker.store import open_store
from tracker.store.base import Store

SAID = "“We counted nineteen boats,” the keeper of the lock said. Nine people drowned."


def do(store: Store, name: str, **typed: str) -> list[str]:
    """All that the work of a chore says, with these blanks filled in and the others as they stand."""
    chore = next(chore for chore in chores("rosa") if chore.name == name)
    unknown = set(typed) - {blank.name for blank in chore.blanks}
    assert not unknown
    return list(chore.work(store, {blank.name: typed.get(blank.name, blank.value) for blank in chore.blanks}))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = open_store(tmp_path / "here.db")
    do(opened, "note", text=SAID, source="River Police", date="2031-05-06", place="Elm Lock")
    return opened


def test_a_note_is_stored_and_read_and_a_wrong_day_is_one_sentence(store: Store) -> None:
    [heading] = store.headings(Query())
    assert heading.outlet == "River Police" and str(heading.day) == "2031-05-06" and store.count_search(Query()) > 0
    with pytest.raises(InputError):
        do(store, "note", text="Other words.", source="River Police", date="yesterday")


def test_an_export_of_everything_is_imported_again_and_what_fails_is_named(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "all.jsonl"
    assert do(store, "archive", file=str(file)) == [f"wrote {file}"]
    other = open_store(tmp_path / "there.db")
    assert do(other, "import", file=str(file))[-1] == "read 1 article and 0 decisions"
    assert [h.outlet for h in other.headings(Query())] == ["River Police"]
    with pytest.raises(InputError):
        do(other, "import", file=str(tmp_path / "none.jsonl"))


def test_a_case_file_is_written_and_verified(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "case.zip"
    assert do(store, "bundle", file=str(file)) == [f"wrote {file}"]
    assert do(store, "verify", file=str(file)) == [f"{file} is whole"]


def test_a_rebuild_tells_how_far_it_is_and_its_sum_at_the_end(store: Store) -> None:
    first, last = do(store, "rebuild")
    assert first == "1 read" and last.startswith("1 article read again: ")


def test_a_rebuild_that_is_stopped_changes_nothing(store: Store) -> None:
    chore = next(chore for chore in chores("rosa") if chore.name == "rebuild")
    before = store.count_search(Query())
    lines = chore.work(store, {})
    next(lines)
    lines.close()  # type: ignore[attr-defined]
    assert store.count_search(Query()) == before and do(store, "check") == ["everything fits"]


def test_the_database_is_copied_checked_and_seeded(store: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert do(store, "backup", file=str(copy)) == [f"{store.where} copied to {copy}"]
    assert open_store(copy).count_articles(Query()) == 1
    assert do(store, "check") == ["everything fits"]
    assert do(store, "seed")[0].endswith("bodies added") and do(store, "seed") == ["0 outlets and 0 bodies added"]


def test_feeds_are_not_asked_more_often_than_once_a_minute(store: Store) -> None:
    with pytest.raises(QueryError):
        do(store, "watch", feeds="https://feed.example/all", every="5s")


def test_a_feed_that_cannot_be_read_says_why_and_is_waited_for(store: Store) -> None:
    chore = next(chore for chore in chores("rosa") if chore.name == "watch")
    lines = chore.work(store, {"feeds": "ftp://feed.example/all", "every": "1m", "case": ""})
    assert "ftp://feed.example/all" in next(lines) and next(lines) == ""
    lines.close()  # type: ignore[attr-defined]
