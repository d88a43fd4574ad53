"""What is withheld stands nowhere: every format and layout is written and searched for every word that would show it."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tracker import gather, pipeline, report, review
from tracker.errors import QueryError
from tracker.model import Article, Document, Outlet, Query, Verdict, content_hash
from tracker.report import Options, Redaction, redaction
from tracker.store import open_store
from tracker.store.base import Store

TITLE = "Sixty feared drowned as river ferry overturns"
TEXT = f"""{TITLE}

By Ottilie Brandeis

At least 60 people drowned when the ferry overturned off Elm Point on Monday, Mayor Ana Ruiz told the Harbour Mirror.

“The harbour-mirror has the list, and so has harbourmirror.example,” she said.

The Harbour  Mirror's reporters counted 43 people injured at the quay. The Mirror Group prints the HM and the Harbor Mirror.
"""
OTHER = """Ferry sinks

About 45 people drowned when the ferry overturned off Elm Point on Monday, the coast guard said.

The coast guard told The Harbour Mirror that the search goes on. “We read it in HARBOUR MIRROR,” Petr Halas said.
"""
SECRET = ("harbour mirror", "harbourmirror", "harbor mirror", "brandeis", "harbour-mirror", "feared drowned as river", "overturned-ferry")
SECRET_PATTERN = re.compile("|".join(re.escape(words).replace(r"\ ", r"[\W_]+") for words in (*SECRET, content_hash(TEXT))), re.IGNORECASE)
REVIEWER, NOTE = "Quirin Valdez", "he rang the harbour office"
REDACTION = Redaction(True, True, ("The Harbour Mirror",), ("Harbor Mirror", "HM"))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(tmp_path_factory.mktemp("redaction") / "x.db")
    url, archived = "https://www.harbourmirror.example/2021/overturned-ferry", "https://archive.example/overturned-ferry"
    mirror = Article(
        TEXT,
        title=TITLE,
        outlet="The Harbour Mirror",
        authors=("Ottilie Brandeis",),
        published=dt.date(2021, 3, 2),
        url=url,
        archive_url=archived,
        retrieved_at=dt.datetime(2021, 3, 2, 9, 0, tzinfo=dt.UTC),
    )
    post = Article(OTHER, title="Ferry sinks", outlet="Evening Post", published=dt.date(2021, 3, 2))
    assert all(outcome.is_new for outcome in pipeline.ingest([Document(mirror), Document(post)], made))
    made.save_outlet(Outlet("The Harbour Mirror", ("Harbor Mirror", "HM"), "B"))
    figures = made.queue(Query())[0].claim.figures
    review.judge(made, Verdict.PREFER, figures[:1], REVIEWER, NOTE)
    yield made
    made.close()


def words_of(path: Path) -> str:
    """All that stands in a file, packed or not, escaped or not."""
    data = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return f"{path.name} {unescape(data.decode())}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return " ".join(f"{name} {unescape(archive.read(name).decode())}" for name in archive.namelist())


def written(store: Store, folder: Path, form: str, options: Options) -> str:
    target = folder / "out"
    if report.FORMATS[form].needs_dossier:
        report.write(form, gather.dossier(store, Query(outlets=("The Harbour Mirror", "Evening Post"))), target, options)
    else:
        report.write_stream(form, gather.Holdings(store, Query()), target, options)
    return words_of(target)


EVERY = [(form, "claim", "figures") for form in report.FORMATS if form not in ("jsonl", "csv")]
EVERY += [(form, by, "figures") for form in ("html", "markdown") for by in ("speaker", "article")]
EVERY += [("csv", "claim", table.name) for table in report.tables.TABLES]


@pytest.mark.parametrize(("form", "by", "table"), EVERY)
def test_no_format_shows_what_is_withheld(store: Store, tmp_path: Path, form: str, by: str, table: str) -> None:
    plain = written(store, tmp_path, form, Options(by=by, table=table))
    found = written(store, tmp_path, form, Options(by=by, table=table, redaction=REDACTION))
    hidden = re.compile("|".join((SECRET_PATTERN.pattern, REVIEWER, NOTE, r"(?-i:\bHM\b)")), re.IGNORECASE)
    if table not in ("speakers", "claims"):
        assert hidden.search(plain), "the measure can fail"
    assert not hidden.findall(found)
    assert "60" in found or table in ("sources", "speakers") or form in ("ftm", "csl", "ris", "bibtex")


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_report_says_that_something_was_left_out(store: Store, tmp_path: Path, form: str) -> None:
    said = "Left out of this report on purpose: reviewers’ names and notes, and 1 outlet with all that shows which."
    assert said in written(store, tmp_path, form, Options(redaction=REDACTION))
    assert "Left out" not in written(store, tmp_path, form, Options())


def test_what_refers_to_each_other_still_does(store: Store) -> None:
    held = redaction.Redacted(gather.Holdings(store, Query()), REDACTION)
    articles = {heading.id for heading in held.headings()}
    figures = {row.figure.id: row for row in held.figures()}
    assert "withheld-1" in articles
    assert {row.heading.id for row in figures.values()} == articles
    for view in held.claims():
        assert set(view.claim.figures) == {row.figure.id for row in view.rows} <= set(figures)
        assert {key for pair in view.pairs for key in (pair.a, pair.b)} <= set(view.claim.figures)
    for hit in held.statements():
        text = held.text(hit.heading.id)
        assert text is not None
        assert len(text) == len(TEXT if hit.heading.id == "withheld-1" else OTHER)
        assert {figure.statement for figure in hit.figures} <= {hit.statement.id, None}


def test_a_database_is_not_written_with_something_left_out(store: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="leaves nothing out"):
        report.write_stream("jsonl", gather.Holdings(store, Query()), tmp_path / "x", Options(redaction=REDACTION))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The New Gull", "source withheld"),
        ("new gull", "█████"),
        ("@NewGull", "@█████"),
        ("NEW_GULL's", "█████'s"),
        ("a new gullet", "a new gullet"),
        ("renew gull", "renew gull"),
        ("in Le Télex", "in █████"),
        ("le telex", "█████"),
        ("the gull", "the gull"),
        ("[/] \x00 (", "[/] \x00 ("),
    ],
)
def test_a_name_is_known_in_its_spellings(words: str, expected: str) -> None:
    veil = redaction.Veil(Redaction(outlets=("The New Gull", "Le Télex", "***")), [])
    assert veil.cover(words) == expected
    assert len(veil.masked(words)) == len(words)


def test_a_withheld_source_is_cited_by_its_day_alone(store: Store) -> None:
    from tracker.report import wording

    held = redaction.Redacted(gather.Holdings(store, Query()), REDACTION)
    assert {wording.citation(h) for h in held.headings()} == {"Source withheld, 2 Mar 2021", "“Ferry sinks”. Evening Post, 2 Mar 2021"}
