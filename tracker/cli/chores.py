"""What the desk's palette does to the database as a whole: the same functions as the commands of these names."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tracker.cli import database, export, filters, listing, note, watch
from tracker.errors import InputError
from tracker.model import Query
from tracker.store.base import Store
from tracker.tui import Blank, Chore

Answers = Mapping[str, str]
BACKUP = Blank("file", "Copy to", "a file that is not there yet", "tracker-copy.db", is_needed=True)


def chores(reviewer: str) -> Sequence[Chore]:
    """In the order of the commands; what they do bears the reviewer's name."""
    return (
        Chore("note", "Store a note", "A call, a broadcast, a paper: it is read as an article is.", NOTE, noting(reviewer)),
        Chore("watch", "Watch feeds", "What is new in them is added, until it is stopped or the desk is left.", WATCH, watching(reviewer)),
        Chore("import", "Import an export", IMPORT, (EXPORTED,), imported, is_summed=False),
        Chore("archive", "Export the whole database", "JSON Lines: “Import an export” reads them back.", (ARCHIVE,), archived),
        Chore("bundle", "Write a case file", BUNDLE, (WORDS, CASE), bundled),
        Chore("verify", "Verify a case file", "Names what does not fit.", (replace(CASE, is_written=False),), verified, is_summed=False),
        Chore("rebuild", "Rebuild", REBUILD, (), rebuilt),
        Chore("backup", "Back up the database", "It can be used meanwhile.", (BACKUP,), backed_up),
        Chore(
            "check",
            "Check the database",
            "Damage, hashes, spans, orphans, rules of another version.",
            (),
            checked,
            is_summed=False,
        ),
        Chore("seed", "Add well-known outlets and bodies", "With their other names; what is there already stays.", (), seeded),
    )


REBUILD = "Every stored article is read again, and all that follows is worked out anew. Decisions stand; meanwhile verdicts wait."
EXPORTED = Blank("file", "JSON Lines file", is_needed=True)
ARCHIVE = Blank("file", "Write to", value="archive.jsonl", is_needed=True, is_written=True)
CASE = Blank("file", "Case file", value="case.zip", is_needed=True, is_written=True)
WORDS = Blank("words", "Only with words", "everything, unless given")
IMPORT = "Outlets, articles and decisions that tracker exported as JSON Lines. What is there already stays as it is."
BUNDLE = "The reports, the data, the texts and the log of decisions in one archive that can be verified."
NOTE = (
    Blank("text", "What was said or shown", is_needed=True),
    Blank("source", "Who spoke, published", "it stands where an outlet stands", is_needed=True),
    Blank("date", "The day", "2024-03-05", is_needed=True),
    Blank("medium", "Medium", "call, broadcast, paper, visit …", "call"),
    Blank("place", "Where"),
    Blank("title", "A line to find it by"),
    Blank("attach", "A file that shows it"),
)
WATCH = (
    Blank("feeds", "Feeds", "addresses of RSS or Atom, with spaces between", is_needed=True),
    Blank("every", "How often", "30m, 2h", "30m", is_needed=True),
    Blank("case", "Into the case"),
)


def path(answers: Answers, name: str = "file") -> Path:
    return Path(answers[name]).expanduser()


def noting(reviewer: str) -> Callable[[Store, Answers], Iterator[str]]:
    def work(store: Store, answers: Answers) -> Iterator[str]:
        given = {name: answers[name] or None for name in ("place", "title")}
        attach = path(answers, "attach") if answers["attach"] else None
        medium = answers["medium"] or "call"
        yield "; ".join(note.noted(store, reviewer, answers["text"], answers["source"], answers["date"], medium, attach=attach, **given))

    return work


def watching(reviewer: str) -> Callable[[Store, Answers], Iterator[str]]:
    """A feed that fails says why and is asked again the next time; between two questions it can be stopped at any second."""

    def work(store: Store, answers: Answers) -> Iterator[str]:
        pause = watch.seconds(answers["every"])
        while True:
            for url in answers["feeds"].split():
                try:
                    found = watch.news(store, url, answers["case"] or None, False, reviewer).sentence()
                except InputError as error:
                    found = str(error)
                yield f"{time.strftime('%H:%M')} {listing.cell(url)}: {found}"
            for _ in range(pause):
                yield ""
                time.sleep(1)

    return work


def imported(store: Store, answers: Answers) -> Iterator[str]:
    yield from map(str, export.restored(store, path(answers)))


def archived(store: Store, answers: Answers) -> Iterator[str]:
    from tracker import gather, report

    report.write_stream("jsonl", gather.Holdings(store, Query()), path(answers))
    yield f"wrote {path(answers)}"


def bundled(store: Store, answers: Answers) -> Iterator[str]:
    export.bundled(store, filters.query([answers["words"]] if answers["words"] else None), path(answers))
    yield f"wrote {path(answers)}"


def verified(store: Store, answers: Answers) -> Iterator[str]:
    from tracker.report import casefile

    yield from casefile.verify(path(answers)) or [f"{path(answers)} is whole"]


def rebuilt(store: Store, answers: Answers) -> Iterator[str]:
    return database.rebuilt(store)


def backed_up(store: Store, answers: Answers) -> Iterator[str]:
    yield database.copied(store, path(answers))


def checked(store: Store, answers: Answers) -> Iterator[str]:
    yield from [finding.message for finding in database.amiss(store)] or ["everything fits"]


def seeded(store: Store, answers: Answers) -> Iterator[str]:
    yield database.seeded(store)
