"""Log: out to a file, and back into another database."""

from __future__ import annotations

from pathlib import Path

from tests.tui.driving import LARGE, Person, desk
from tests.tui.sample import Sample, build


async def give(person: Person, path: Path) -> None:
    """Answer a question for a file."""
    await person.press("ctrl+u")
    person.app.screen.query_one("Input").value = str(path)  # type: ignore[attr-defined]
    await person.press("enter")


async def test_a_log_is_exported_and_replayed_on_another_database(sample: Sample, tmp_path: Path) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("a", "6", "ctrl+e")
        await give(person, tmp_path / "log.jsonl")
        assert person.sees("Wrote 1 decision")
        await person.press("ctrl+e")
        await give(person, tmp_path / "log.jsonl")
        assert person.sees("name another file")
    other = build(tmp_path / "other.db")
    async with desk(other.store, "log") as person:
        await person.press("R")
        await give(person, tmp_path / "log.jsonl")
        assert person.sees("1 decision replayed") and other.store.count_decisions() == 1
    other.store.close()


async def test_a_file_that_is_no_log_is_named_and_changes_nothing(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text("[sic] nothing\n", "utf-8")
    async with desk(sample.store, "log", LARGE) as person:
        await person.press("R")
        await give(person, tmp_path / "no.jsonl")
        assert person.sees("0 decisions replayed; 1 line left out, the first") and not sample.store.count_decisions()
        await person.press("R")
        await give(person, tmp_path / "absent.jsonl")
        assert person.sees("cannot be read as a log")
