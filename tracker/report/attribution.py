"""The attribution report: a dossier laid out for an editor, a court or a reader, as Markdown or as one self-contained HTML page.

By claim (the default), by speaker, or by article. The same dossier gives the same bytes: nothing here asks the clock. The report comes in
chunks, and what grows with the statements is never held.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import ExportError
from tracker.model import SERIOUSNESS, ChangeKind, Claim, ClaimView, Dossier, FigureRow, Heading, Hit, Kind, Pair, Relation, Run, Stretch
from tracker.report import grouping, passage, timeline, wording
from tracker.report.aside import Cited, Numbers, Titles
from tracker.report.grouping import Quoted
from tracker.report.redaction import WITHHELD, Redaction, printable, redacted
from tracker.text import wording as diff

if TYPE_CHECKING:
    from jinja2 import Environment

VIEWS = ("claim", "speaker", "article")
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
NONE = Redaction()
PAIRS = 8
"""Relations of one claim that a report tells in full."""
FOREMOST = 20
"""Conflicts that a report names before all else; of more it says how many."""


def markdown(dossier: Dossier, by: str = "claim", redaction: Redaction = NONE, templates: Path | None = None) -> str:
    return "".join(chunks("report.md.j2", dossier, by, redaction, templates))


def html(dossier: Dossier, by: str = "claim", redaction: Redaction = NONE, templates: Path | None = None) -> str:
    """One page without script or outside resource; its content security policy names the hash of its own style sheet."""
    return "".join(chunks("report.html.j2", dossier, by, redaction, templates))


def chunks(template: str, dossier: Dossier, by: str, redaction: Redaction, templates: Path | None) -> Iterator[str]:
    """The report a few kilobytes at a time. Raises ExportError where a template of the user's own cannot be used."""
    laid_out = layout(redacted(dossier, redaction), by, redaction)
    with refused(template, templates):
        stream = environment(templates).get_template(template).stream(**laid_out)
        stream.enable_buffering(200)
        yield from stream


@contextmanager
def refused(template: str, templates: Path | None) -> Iterator[None]:
    """What a template of the user's own cannot do, as one sentence; one of ours does what it says."""
    from jinja2 import TemplateError

    try:
        yield
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        if templates is None:
            raise
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if Path(frame.filename).parent == templates]
        line = getattr(error, "lineno", None) or next(reversed(lines), None)
        where = f"{templates / template}{f' line {line}' if line else ''}"
        raise ExportError(where, f"cannot be used as a template ({error})", "docs/reports.md says what a template is given") from error


@cache
def environment(templates: Path | None) -> Environment:
    """templates — a folder whose files replace those of the same name; raises ExportError where it is none."""
    from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, FunctionLoader, StrictUndefined, select_autoescape

    if templates is not None and not templates.is_dir():
        raise ExportError(str(templates), "is not a folder of templates", "name the folder that holds report.html.j2 or report.md.j2")
    own = FunctionLoader(shipped)
    loader: BaseLoader = ChoiceLoader([FileSystemLoader(templates), own]) if templates else own
    found = Environment(
        loader=loader,
        autoescape=select_autoescape(("html.j2",), default_for_string=False),
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters |= {
        "number": wording.number,
        "count": wording.count,
        "day": wording.day,
        "moment": wording.moment,
        "initial": wording.initial,
        "iso": wording.iso,
        "relation": wording.relation,
        "read_as": wording.read_as,
        "citation": wording.citation,
        "decided": wording.decided,
        "md": escape_markdown,
        "web": is_web,
    }
    return found


def shipped(name: str) -> str | None:
    path = resources.files("tracker.report") / "templates" / name
    return path.read_text("utf-8") if path.is_file() else None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A claim whose figures cannot all be true: its number and name, two figures that cannot, as "58 (Ana Ruiz, 4 Mar 2021)", its state."""

    claim: int
    name: str
    sides: tuple[str, ...]
    state: str


@dataclass(slots=True)
class Index:
    """What is known once the claims have passed: their names and relations for the contents, the conflicts that the report begins with, and
    which of them cite an article. credited — ids of those credited in a selection, whose figures are named first.
    """

    credited: frozenset[str] = frozenset()
    titles: Titles = field(default_factory=Titles)
    conflicts: list[Conflict] = field(default_factory=list)
    cited_in: Cited = field(default_factory=Cited)
    present: Counter[Relation | None] = field(default_factory=Counter)

    def add(self, view: ClaimView) -> None:
        self.titles.add(view.claim.name, view.claim.relation)
        self.present[view.claim.relation] += 1
        number = self.present.total()
        if view.claim.relation is Relation.CONFLICT and len(self.conflicts) < FOREMOST:
            self.conflicts.append(Conflict(number, view.claim.name, opposed(view, self.credited), stated(view)))
        for row in view.rows:
            self.cited_in.add(row.heading.id, number)

    @property
    def more_conflicts(self) -> int:
        return self.present[Relation.CONFLICT] - len(self.conflicts)

    @property
    def counts(self) -> list[tuple[Relation | None, int]]:
        return [(relation, self.present[relation]) for relation in [*Relation, None] if relation in self.present]


def layout(dossier: Dossier, by: str, redaction: Redaction) -> dict[str, Any]:
    """Everything the templates name; what is long can be gone through as often as wanted and is never held."""
    from markupsafe import Markup

    credited = frozenset(speaker.id for speaker in dossier.speakers) if dossier.query else frozenset[str]()
    citations, claims = numbered(dossier.headings), Index(credited)
    for view in dossier.claims:
        claims.add(view)
    groups, contents = GROUPED[by]
    style = shipped("report.css") or ""
    return {
        "dossier": dossier,
        "by": by,
        "citations": citations,
        "bibliography": Run(lambda: bibliography(dossier, citations, claims)),
        "titles": claims.titles,
        "counts": claims.counts,
        "conflicts": claims.conflicts,
        "more_conflicts": claims.more_conflicts,
        "groups": Run(lambda: groups(dossier)),
        "contents": Run(lambda: contents(dossier)),
        "unnamed": Run(lambda: grouping.unnamed(dossier)),
        "pieces": passage.of_row,
        "hit_pieces": passage.of_hit,
        "passages": passages,
        "credit": lambda quoted: credit(quoted, by),
        "voice": wording.voice,
        "manner": wording.manner,
        "covered": wording.covered(dossier.coverage, bool(dossier.query)),
        "quote_marks": quote_marks,
        "compared": lambda hits: [(hit, compared(hits[0], hit)) for hit in hits[1:]],
        "variant_kind": lambda variant: wording.VARIANT[variant.kind],
        "told": told,
        "state": stated,
        "timeline": lambda view: Markup(timeline.svg(view.rows, view.claim.relation, citations)),
        "speaker_of": wording.speaker,
        "chain_of": lambda row: wording.chain(row.statement, row.figure.via),
        "redaction": redaction.said,
        "withheld": WITHHELD,
        "terms": wording.TERMS,
        "style": Markup(style),
        "style_hash": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    }


def nothing(dossier: Dossier) -> Iterator[Any]:
    return iter(())


GROUPED: dict[str, tuple[Callable[[Dossier], Iterator[Any]], Callable[[Dossier], Iterator[Any]]]] = {
    "claim": (nothing, nothing),
    "speaker": (grouping.by_speaker, grouping.contents_by_speaker),
    "article": (grouping.by_article, grouping.contents_by_article),
}
"""How a report is laid out → its groups, and its contents."""


def passages(view: ClaimView) -> Iterator[Quoted]:
    """The paragraphs that the figures of a claim stand in, in their order, each once with all of them lit."""
    rows_by_place: dict[tuple[str, int], list[FigureRow]] = {}
    for row in view.rows:
        rows_by_place.setdefault((row.heading.id, row.passage_start), []).append(row)
    for rows in rows_by_place.values():
        yield Quoted(rows[0].heading, passage.of_rows(rows), ())


def stated(view: ClaimView) -> str:
    return wording.STATE.get(view.state, view.state)


def opposed(view: ClaimView, credited: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Two figures of a claim that cannot both be true, each with who says it and as of when; none where no pair is known. Of several pairs
    one with somebody who is credited in the selection, then that of which the claim's own reason tells, then the newest.
    """
    row_by_figure = {row.figure.id: row for row in view.rows}
    pairs = ((row_by_figure.get(pair.a), row_by_figure.get(pair.b)) for pair in view.pairs if pair.relation is Relation.CONFLICT)
    known = [(a, b) for a, b in pairs if a and b]
    if not known:
        return ()
    a, b = max(known, key=lambda rows: (any(row.figure.speaker_id in credited for row in rows), is_own(rows, view.claim), *newest(rows)))
    return wording.given(a), wording.given(b)


def is_own(rows: tuple[FigureRow, FigureRow], claim: Claim) -> bool:
    """The claim's reason is about these two."""
    return {row.figure.id for row in rows} == set(claim.pair)


def newest(rows: tuple[FigureRow, FigureRow]) -> tuple[list[dt.date], int]:
    """Rank of two figures that contradict each other: both as of late days, then both on somebody's word."""
    return sorted(row.figure.as_of or dt.date.min for row in rows), sum(row.said_by is not None for row in rows)


def told(view: ClaimView) -> tuple[list[Pair], int]:
    """How the figures stand to each other beyond what the claim's own reason says, the gravest first; and how many relations more."""
    other = {(pair.relation, pair.reason): pair for pair in reversed(view.pairs) if pair.reason != view.claim.reason}.values()
    found = sorted(other, key=lambda pair: (rank(pair.relation), view.claim.figures.index(pair.a), view.claim.figures.index(pair.b)))
    return found[:PAIRS], max(0, len(found) - PAIRS)


def rank(relation: Relation) -> int:
    return SERIOUSNESS.index(relation) if relation in SERIOUSNESS else len(SERIOUSNESS)


def credit(quoted: Quoted, by: str) -> str:
    """What stands under a passage: by article who said it and how, by speaker how and where it was printed."""
    told = [wording.manner(*quoted.hits)]
    voices = [wording.voice(hit) for hit in quoted.hits if by == "article" or len(hit.statement.speakers) > 1]
    parts = [voices, told] if by == "article" else [voices, told, [wording.citation(quoted.heading)]]
    return " · ".join(line for part in parts if (line := "; ".join(dict.fromkeys(filter(None, part)))))


def quote_marks(hit: Hit) -> tuple[str, str]:
    """Quotation marks for words that are shown without their sentence."""
    return ("“", "”") if hit.statement.kind is Kind.DIRECT else ("", "")


def compared(first: Hit, other: Hit) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Another wording beside the first: all its stretches in the order of the words, and the grave changes (a number, a negation) alone."""
    before, after = first.statement.content, other.statement.content
    grave = tuple(s for s in diff.changes(before, after) if s.change in (ChangeKind.NUMBER, ChangeKind.NEGATION))
    return diff.diff(before, after), grave


def numbered(headings: Iterable[Heading]) -> Numbers:
    """Article id → the number it is cited by, from 1."""
    return Numbers(heading.id for heading in grouping.sorted_headings(headings))


def bibliography(dossier: Dossier, citations: Mapping[str, int], claims: Index) -> Iterator[tuple[int, Heading, Sequence[int]]]:
    """Each source with its number, and the numbers of the claims that cite it: the way back."""
    for heading in grouping.sorted_headings(dossier.headings):
        yield citations[heading.id], heading, claims.cited_in.of(heading.id)


def escape_markdown(words: object) -> str:
    """Words that render as themselves: signs of Markdown and HTML are escaped, a line end becomes a space; outer spaces stay."""
    return MARKDOWN_SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", str(words)))


def is_web(url: str | None) -> bool:
    """Only http and https become links."""
    return bool(url) and str(url).lower().startswith(("http://", "https://"))
