"""Statements and figures for the web of data: W3C Web Annotation, schema.org Claim (ClaimReview where a person judged), FollowTheMoney."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from tracker.model import ClaimView, FigureRow, Heading, Hit, Span, Speaker, SpeakerKind, Verdict, content_hash
from tracker.report import wording
from tracker.report.redaction import printable
from tracker.report.source import Source

CONTEXT = 32
"""Characters of prefix and suffix in a TextQuoteSelector."""
FTM_COLUMNS = (
    *("id", "entity_id", "canonical_id", "prop", "prop_type", "schema", "value"),
    *("dataset", "lang", "original_value", "external", "first_seen", "last_seen"),
)
FTM_SCHEMA = {
    SpeakerKind.PERSON: "Person",
    SpeakerKind.ORGANISATION: "Organization",
    SpeakerKind.GROUP: "LegalEntity",
    SpeakerKind.UNNAMED: "LegalEntity",
}
DATASET = "tracker"


def urn(kind: str, key: str) -> str:
    return f"urn:tracker:{kind}:{key}"


def page(heading: Heading) -> str:
    return heading.url or urn("article", heading.id)


def joined(items: Iterator[dict[str, Any]], head: str, foot: str) -> Iterator[str]:
    """The items as a JSON array between head and foot, one a line."""
    yield head
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + json.dumps(item, ensure_ascii=False)
    yield f"\n{foot}\n"


# ---- W3C Web Annotation (www.w3.org/TR/annotation-model)


def web_annotations(source: Source) -> Iterator[str]:
    """An annotation page of every statement and figure, each with a TextQuoteSelector and a TextPositionSelector."""
    head = '{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:tracker:annotations", "type": "AnnotationPage", "items": ['
    return joined(annotation_items(source), head, "]}")


def annotation_items(source: Source) -> Iterator[dict[str, Any]]:
    for hit in source.statements():
        yield statement_annotation(hit, source.text(hit.heading.id))
    for row in source.figures():
        yield figure_annotation(row, source.text(row.heading.id))


def statement_annotation(hit: Hit, text: str | None) -> dict[str, Any]:
    s = hit.statement
    shown, shift = (text, 0) if text is not None else (hit.snippet, s.span.start - (hit.lit[0][0] if hit.lit else 0))
    body = [tagging(s.kind, "classifying"), tagging(s.speaker or hit.heading.outlet or "unknown", "identifying")]
    return annotation(urn("statement", s.id), body, hit.heading, shown, s.span, shift)


def figure_annotation(row: FigureRow, text: str | None) -> dict[str, Any]:
    shown, shift = (text, 0) if text is not None else (row.passage, row.passage_start)
    value = f"{row.figure.metric}: {wording.between(row.figure.low, row.figure.high) or row.figure.words}"
    return annotation(urn("figure", row.figure.id), [tagging(value, "describing")], row.heading, shown, row.figure.span, shift)


def tagging(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": str(value), "purpose": purpose}


def annotation(key: str, body: list[dict[str, str]], heading: Heading, shown: str, span: Span, shift: int) -> dict[str, Any]:
    """shown — the text, or a passage of it that begins at `shift`; the quote is left out where the passage does not hold the span."""
    at = span.shifted(-shift)
    selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    if 0 <= at.start < at.end <= len(shown):
        prefix, suffix = shown[max(0, at.start - CONTEXT) : at.start], shown[at.end : at.end + CONTEXT]
        selectors.insert(0, {"type": "TextQuoteSelector", "exact": at.of(shown), "prefix": prefix, "suffix": suffix})
    return {
        "id": key,
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": {"source": page(heading), "selector": selectors},
    }


# ---- schema.org


def claims(source: Source) -> Iterator[str]:
    """A graph of schema.org Claims; a ClaimReview only where a person preferred a figure or chose the best number."""
    return joined(claim_items(source), '{"@context": "https://schema.org", "@graph": [', "]}")


def claim_items(source: Source) -> Iterator[dict[str, Any]]:
    for view in source.claims():
        yield from map(claim_item, view.rows)
        yield from reviews(view)


def claim_item(row: FigureRow) -> dict[str, Any]:
    """One figure as somebody's claim, and where it appeared."""
    item: dict[str, Any] = {
        "@type": "Claim",
        "@id": urn("figure", row.figure.id),
        "name": f"{row.figure.words} {row.figure.metric.replace('_', ' ')}".strip(),
        "text": printable(" ".join(row.passage.split())),
        "appearance": work(row.heading),
        "claimInterpreter": {"@type": "Organization", "name": row.heading.outlet or "unknown"},
    }
    if row.figure.speaker:
        kind = row.statement.speaker_kind if row.statement else None
        item["author"] = {
            "@type": "Person" if kind in (SpeakerKind.PERSON, SpeakerKind.UNNAMED) else "Organization",
            "name": row.figure.speaker,
        }
    if row.figure.as_of:
        item["temporalCoverage"] = row.figure.as_of.isoformat()
    return item


def work(h: Heading) -> dict[str, Any]:
    fields = {"@type": "NewsArticle", "@id": urn("article", h.id), "headline": h.title, "url": h.url, "archivedAt": h.archive_url}
    found: dict[str, Any] = {name: value for name, value in fields.items() if value}
    if h.published:
        found["datePublished"] = h.published.isoformat()
    if h.outlet:
        found["publisher"] = {"@type": "Organization", "name": h.outlet}
    return found


def reviews(view: ClaimView) -> Iterator[dict[str, Any]]:
    for d in view.decisions:
        if d.stands and d.verdict in (Verdict.PREFER, Verdict.SET_BEST):
            yield {
                "@type": "ClaimReview",
                "@id": urn("decision", d.key),
                "claimReviewed": view.claim.name,
                "author": {"@type": "Person", "name": d.reviewer},
                "datePublished": d.at.isoformat(),
                "reviewRating": {"@type": "Rating", "alternateName": f"{d.verdict.replace('_', ' ')}: {d.value or d.anchors[0].words}"},
                "itemReviewed": [{"@id": urn("figure", row.figure.id)} for row in view.rows],
            }


# ---- FollowTheMoney (followthemoney.tech/docs/statements)


def ftm(source: Source) -> Iterator[str]:
    """Speakers and articles as FollowTheMoney statements, one value a row."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(FTM_COLUMNS)
    for entity, schema, values in ftm_entities(source):
        for prop, prop_type, value, seen in values:
            key = content_hash(DATASET, entity, prop, value)
            writer.writerow([key, entity, entity, prop, prop_type, schema, value, DATASET, "", "", "false", seen, seen])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def ftm_entities(source: Source) -> Iterator[tuple[str, str, list[tuple[str, str, str, str]]]]:
    """(entity id, schema, [(property, type, value, first seen)]); an entity's own id stands first, as the format asks."""
    for speaker in source.speakers():
        yield ftm_id("speaker", speaker.id), FTM_SCHEMA[speaker.kind], speaker_values(speaker)
    for h in source.headings():
        day = wording.iso(h.published)
        fields = [("title", "name", h.title), ("publisher", "name", h.outlet), ("publishedAt", "date", day), ("sourceUrl", "url", h.url)]
        fields += [("author", "name", name) for name in h.authors]
        key = ftm_id("article", h.id)
        yield key, "Article", [("id", "entity", key, day), *((prop, kind, value, day) for prop, kind, value in fields if value)]


def speaker_values(speaker: Speaker) -> list[tuple[str, str, str, str]]:
    key = ftm_id("speaker", speaker.id)
    names = [("name", "name", speaker.name, "")] + [("alias", "name", v, "") for v in speaker.variants if v != speaker.name]
    if speaker.kind is SpeakerKind.PERSON:
        names += [("position", "string", role, wording.iso(first)) for role, first, _ in speaker.roles]
    return [("id", "entity", key, ""), *names]


def ftm_id(kind: str, key: str) -> str:
    return f"{DATASET}-{content_hash(kind, key)[:24]}"
