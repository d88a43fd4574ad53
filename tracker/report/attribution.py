"""The attribution report: a dossier laid out for an editor, a court or a reader, as Markdown or as one self-contained HTML page.

By claim (the default), by speaker, or by article. The same dossier gives the same bytes: nothing here asks the clock.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.errors import ExportError
from tracker.model import ChangeKind, ClaimView, Dossier, FigureRow, Heading, Hit, Kind, Relation, SpeakerKind, Stretch
from tracker.report import passage, timeline, wording
from tracker.text import wording as diff

if TYPE_CHECKING:
    from jinja2 import Environment

VIEWS = ("claim", "speaker", "article")
MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~$&])")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out: reviewers — names; notes — reasons of decisions; outlets — sources whose name, title and links are withheld."""

    reviewers: bool = False
    notes: bool = False
    outlets: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """One sentence that tells the reader what was left out; empty where nothing was."""
        left = ["reviewers' names"] * self.reviewers + ["reviewers' notes"] * self.notes
        left += [f"{len(self.outlets)} source{'s' * (len(self.outlets) > 1)}"] if self.outlets else []
        return f"Left out of this report on purpose: {', '.join(left)}." if left else ""


def markdown(dossier: Dossier, by: str = "claim", redaction: Redaction = Redaction(), templates: Path | None = None) -> str:
    return render("report.md.j2", dossier, by, redaction, templates)


def html(dossier: Dossier, by: str = "claim", redaction: Redaction = Redaction(), templates: Path | None = None) -> str:
    """One page without script or outside resource; its content security policy names the hash of its own style sheet."""
    return render("report.html.j2", dossier, by, redaction, templates)


def render(template: str, dossier: Dossier, by: str, redaction: Redaction, templates: Path | None) -> str:
    dossier = redacted(dossier, redaction)
    return environment(templates).get_template(template).render(**layout(dossier, by, redaction))


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
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters |= {
        "number": wording.number,
        "count": wording.count,
        "day": wording.day,
        "iso": wording.iso,
        "relation": wording.relation,
        "read_as": wording.read_as,
        "citation": wording.citation,
        "md": escape_markdown,
        "web": is_web,
    }
    return found


def shipped(name: str) -> str | None:
    path = resources.files("tracker.report") / "templates" / name
    return path.read_text("utf-8") if path.is_file() else None


def layout(dossier: Dossier, by: str, redaction: Redaction) -> dict[str, Any]:
    """Everything the templates name."""
    from markupsafe import Markup

    citations = numbered(dossier.headings)
    style = shipped("report.css") or ""
    return {
        "dossier": dossier,
        "by": by,
        "citations": citations,
        "bibliography": [(citations[h.id], h, places_of(dossier, h.id)) for h in ordered(dossier.headings)],
        "counts": relation_counts(dossier.claims),
        "groups": {"claim": no_groups, "speaker": by_speaker, "article": by_article}[by](dossier),
        "unnamed": [s for s in dossier.speakers if s.kind is SpeakerKind.UNNAMED],
        "names": {s.id: s.name for s in dossier.speakers},
        "figure_words": {row.figure.id: row.figure.words for view in dossier.claims for row in view.rows},
        "pieces": passage.of_row,
        "hit_pieces": passage.of_hit,
        "voice": wording.voice,
        "manner": wording.manner,
        "quote_marks": lambda hit: ("“", "”") if hit.statement.kind is Kind.DIRECT else ("", ""),
        "compared": lambda hits: [(hit, compared(hits[0], hit)) for hit in hits[1:]],
        "timeline": lambda view: Markup(timeline.svg(view.rows, view.claim.relation, citations)),
        "speaker_of": lambda row: wording.speaker(row.figure, row.heading.outlet),
        "chain_of": lambda row: wording.chain(row.statement, row.figure.via),
        "redaction": redaction.said,
        "terms": wording.TERMS,
        "style": Markup(style),
        "style_hash": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    }


def compared(first: Hit, other: Hit) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Another wording beside the first: all its stretches in the order of the words, and the grave changes (a number, a negation) alone."""
    before, after = first.statement.content, other.statement.content
    grave = tuple(s for s in diff.changes(before, after) if s.change in (ChangeKind.NUMBER, ChangeKind.NEGATION))
    return diff.diff(before, after), grave


def ordered(headings: Sequence[Heading]) -> list[Heading]:
    """By day, undated last, then outlet and title."""
    return sorted(headings, key=lambda h: (h.day is None, wording.iso(h.day), h.outlet or "", h.title or "", h.id))


def numbered(headings: Sequence[Heading]) -> dict[str, int]:
    """Article id → the number it is cited by, from 1."""
    return {heading.id: number for number, heading in enumerate(ordered(headings), 1)}


def places_of(dossier: Dossier, article: str) -> list[int]:
    """Numbers of the claims that cite an article: the way back from a source."""
    return [n for n, view in enumerate(dossier.claims, 1) if any(row.heading.id == article for row in view.rows)]


def relation_counts(claims: Sequence[ClaimView]) -> list[tuple[Relation | None, int]]:
    order = [*Relation, None]
    present = [view.claim.relation for view in claims]
    return [(relation, present.count(relation)) for relation in order if relation in present]


def no_groups(dossier: Dossier) -> list[tuple[str, list[Hit]]]:
    return []


def by_speaker(dossier: Dossier) -> list[tuple[str, list[Hit]]]:
    """Who said what, in time order; those nobody could be credited with come last."""
    names = {speaker.id: speaker.name for speaker in dossier.speakers}

    def name(hit: Hit) -> str:
        if hit.statement.kind is Kind.NARRATION:
            return wording.voice(hit)
        return names.get(hit.statement.speaker_id or "") or hit.statement.speaker or ""

    return grouped(dossier.statements, name, "Nobody credited")


def by_article(dossier: Dossier) -> list[tuple[str, list[Hit]]]:
    """What each article asserts, on whose word."""
    return grouped(dossier.statements, lambda hit: wording.citation(hit.heading), "")


def grouped(hits: Sequence[Hit], key: Callable[[Hit], str], otherwise: str) -> list[tuple[str, list[Hit]]]:
    groups: dict[str, list[Hit]] = {}
    for hit in sorted(hits, key=lambda h: (h.heading.day is None, wording.iso(h.heading.day), h.heading.id, h.statement.span)):
        groups.setdefault(key(hit), []).append(hit)
    return [(name or otherwise, groups[name]) for name in sorted(groups, key=lambda n: (not n, n.casefold()))]


def redacted(dossier: Dossier, redaction: Redaction) -> Dossier:
    """The dossier without what the redaction leaves out; the numbers of citations do not change."""
    if not redaction.said:
        return dossier
    claims = tuple(replace(view, rows=hide_rows(view, redaction), decisions=hide_names(view, redaction)) for view in dossier.claims)
    headings = tuple(hidden(h, redaction) for h in dossier.headings)
    statements = hide_hits(dossier.statements, redaction)
    variants = tuple((variant, hide_hits(hits, redaction)) for variant, hits in dossier.variants)
    return replace(dossier, claims=claims, headings=headings, statements=statements, variants=variants)


def hide_hits(hits: Sequence[Hit], redaction: Redaction) -> tuple[Hit, ...]:
    return tuple(replace(hit, heading=hidden(hit.heading, redaction)) for hit in hits)


def hidden(heading: Heading, redaction: Redaction) -> Heading:
    if heading.outlet not in redaction.outlets:
        return heading
    return Heading(heading.id, "source withheld", None, (), heading.published)


def hide_rows(view: ClaimView, redaction: Redaction) -> tuple[FigureRow, ...]:
    return tuple(replace(row, heading=hidden(row.heading, redaction)) for row in view.rows)


def hide_names(view: ClaimView, redaction: Redaction) -> tuple[Any, ...]:
    return tuple(
        replace(d, reviewer="a reviewer" if redaction.reviewers else d.reviewer, reason="" if redaction.notes else d.reason)
        for d in view.decisions
    )


def escape_markdown(words: object) -> str:
    """Words that render as themselves: signs of Markdown and HTML are escaped, a line end becomes a space; outer spaces stay."""
    return MARKDOWN_SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", str(words)))


def is_web(url: str | None) -> bool:
    """Only http and https become links."""
    return bool(url) and str(url).lower().startswith(("http://", "https://"))
