"""The tables of the data exports: their columns, HXL tags, and how a row is read off a value. CSV and XLSX both write these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tracker.model import FigureRow, Number, Statement
from tracker.report import wording
from tracker.report.source import Source

Cell = str | Number | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """name — the heading; read — the cell of a row's value; hxl — its tag (hxlstandard.org), empty where the standard has none."""

    name: str
    read: Callable[[Any], Cell]
    hxl: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """columns — all of them, those of the heading last where `headed`: rows of one article come together, and its cells are read once."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Source], Iterator[Any]]
    headed: bool = False

    def reader(self) -> Callable[[Any], list[Cell]]:
        """A function from a value to its cells, for values in the order of `rows`."""
        own = [column.read for column in self.columns]
        if not self.headed:
            return lambda value: [read(value) for read in own]
        met: list[Any] = [None, ()]

        def cells(value: Any) -> list[Cell]:
            if value.heading is not met[0]:
                met[:] = value.heading, [column.read(value.heading) for column in HEADING]
            return [*(read(value) for read in own), *met[1]]

        own = own[: -len(HEADING)]
        return cells


def chain(row: FigureRow) -> str:
    return " → ".join(wording.chain(row.statement, row.figure.via))


def beside(statement: Statement | None) -> str:
    """Who is credited beside the speaker."""
    return " | ".join(statement.speakers[1:]) if statement else ""


def role(held: tuple[str, dt.date | None, dt.date | None]) -> str:
    """ "Mayor [2021-03-04/2021-05-01]": the days it was met, as an interval of ISO 8601; open where they are not known."""
    title, first, last = held
    return f"{title} [{wording.iso(first) or '..'}/{wording.iso(last) or '..'}]" if first or last else title


HEADING: tuple[Column, ...] = (
    Column("outlet", lambda h: h.outlet, "#meta+source"),
    Column("title", lambda h: h.title, "#meta+title"),
    Column("published", lambda h: h.published, "#date+published"),
    Column("url", lambda h: h.url, "#meta+url"),
    Column("archive_url", lambda h: h.archive_url, "#meta+url+archive"),
    Column("retrieved_at", lambda h: h.retrieved_at, "#date+retrieved"),
    Column("article", lambda h: h.id, "#meta+id+article"),
)


FIGURE: tuple[Column, ...] = (
    Column("figure", lambda r: r.figure.id, "#meta+id+figure"),
    Column("as_stated", lambda r: r.figure.words, "#meta+words"),
    Column("low", lambda r: r.figure.low, "#affected+low"),
    Column("high", lambda r: r.figure.high, "#affected+high"),
    Column("bound", lambda r: str(r.figure.bound), "#meta+bound"),
    Column("interval_low", lambda r: r.figure.interval and r.figure.interval[0], "#affected+interval+low"),
    Column("interval_high", lambda r: r.figure.interval and r.figure.interval[1], "#affected+interval+high"),
    Column("kind", lambda r: str(r.figure.kind), "#meta+kind"),
    Column("metric", lambda r: r.figure.metric, "#indicator+name"),
    Column("counted", lambda r: r.figure.counted, "#population"),
    Column("place", lambda r: r.figure.scope.place, "#loc+name"),
    Column("event", lambda r: r.figure.scope.event, "#event+name"),
    Column("as_of", lambda r: r.figure.as_of, "#date+reported"),
    Column("as_of_inferred", lambda r: r.figure.as_of_guess is not None, "#meta+inferred"),
    Column("speaker", lambda r: r.figure.speaker, "#contact+name"),
    Column("speaker_id", lambda r: r.figure.speaker_id, "#contact+id"),
    Column("co_speakers", lambda r: beside(r.statement), "#contact+name+beside"),
    Column("via", chain, "#meta+via"),
    Column("depth", lambda r: len(wording.chain(r.statement, r.figure.via)), "#meta+depth"),
    Column("origin", lambda r: r.origin, "#meta+origin"),
    Column("grade", lambda r: r.grade, "#meta+grade"),
    Column("start", lambda r: r.figure.span.start, "#meta+start"),
    Column("end", lambda r: r.figure.span.end, "#meta+end"),
    *HEADING,
)

STATEMENT: tuple[Column, ...] = (
    Column("statement", lambda h: h.statement.id, "#meta+id+statement"),
    Column("kind", lambda h: str(h.statement.kind), "#meta+kind"),
    Column("content", lambda h: h.statement.content, "#description"),
    Column("speaker", lambda h: h.statement.speaker, "#contact+name"),
    Column("speaker_id", lambda h: h.statement.speaker_id, "#contact+id"),
    Column("co_speakers", lambda h: beside(h.statement), "#contact+name+beside"),
    Column("speaker_kind", lambda h: h.statement.speaker_kind and str(h.statement.speaker_kind), "#contact+type"),
    Column("mention", lambda h: h.statement.mention and h.statement.mention.text, "#meta+mention"),
    Column("cue", lambda h: h.statement.cue and h.statement.cue.text, "#meta+cue"),
    Column("via", lambda h: " → ".join(step.text for step in h.statement.via), "#meta+via"),
    Column("polarity", lambda h: str(h.statement.polarity), "#meta+polarity"),
    Column("said_on", lambda h: h.statement.said_on, "#date+said"),
    Column("found_by", lambda h: h.statement.found_by, "#meta+rule"),
    Column("confidence", lambda h: round(h.statement.confidence, 3), "#meta+confidence"),
    Column("start", lambda h: h.statement.span.start, "#meta+start"),
    Column("end", lambda h: h.statement.span.end, "#meta+end"),
    *HEADING,
)

CLAIM: tuple[Column, ...] = (
    Column("claim", lambda v: v.claim.id, "#meta+id+claim"),
    Column("name", lambda v: v.claim.name, "#description"),
    Column("metric", lambda v: v.claim.metric, "#indicator+name"),
    Column("population", lambda v: v.claim.population, "#population"),
    Column("event", lambda v: v.claim.event, "#event+name"),
    Column("place", lambda v: v.claim.place, "#loc+name"),
    Column("relation", lambda v: v.claim.relation and str(v.claim.relation), "#meta+relation"),
    Column("low", lambda v: v.claim.low, "#affected+low"),
    Column("best", lambda v: v.claim.best, "#affected+best"),
    Column("high", lambda v: v.claim.high, "#affected+high"),
    Column("origins", lambda v: v.claim.origins, "#meta+origins"),
    Column("state", lambda v: v.state, "#status"),
    Column("reason", lambda v: v.claim.reason, "#meta+reason"),
    Column("figures", lambda v: " ".join(v.claim.figures), "#meta+ids"),
)

SPEAKER: tuple[Column, ...] = (
    Column("speaker", lambda s: s.id, "#meta+id+speaker"),
    Column("name", lambda s: s.name, "#contact+name"),
    Column("kind", lambda s: str(s.kind), "#contact+type"),
    Column("variants", lambda s: " | ".join(s.variants), "#meta+variants"),
    Column("roles", lambda s: " | ".join(map(role, s.roles)), "#meta+roles"),
)

DECISION: tuple[Column, ...] = (
    Column("number", lambda d: d.number, "#meta+id+decision"),
    Column("verdict", lambda d: str(d.verdict), "#status"),
    Column("about", lambda d: " | ".join(a.words for a in d.anchors), "#description"),
    Column("value", lambda d: d.value, "#meta+value"),
    Column("reviewer", lambda d: d.reviewer, "#contact+name"),
    Column("at", lambda d: d.at, "#date"),
    Column("reason", lambda d: d.reason, "#meta+reason"),
    Column("withdrawn_at", lambda d: d.withdrawn_at, "#date+withdrawn"),
)

TABLES: tuple[Table, ...] = (
    Table("figures", FIGURE, lambda source: source.figures(), headed=True),
    Table("statements", STATEMENT, lambda source: source.statements(), headed=True),
    Table("claims", CLAIM, lambda source: source.claims()),
    Table("speakers", SPEAKER, lambda source: source.speakers()),
    Table("sources", HEADING, lambda source: source.headings()),
    Table("decisions", DECISION, lambda source: source.decisions()),
)
TABLE_BY_NAME = {table.name: table for table in TABLES}
