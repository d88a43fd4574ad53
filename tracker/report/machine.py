"""Readings and comparisons in the shapes of docs/interface.md. Other programs build on them: add keys, rename none."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from tracker.model import Claim, Comparison, Figure, Finding, Number, Reading, Span, Statement, Words


def plain(value: Number | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def day(value: dt.date | None) -> str | None:
    return value.isoformat()[:10] if value else None


def words(value: Words | None) -> dict[str, Any] | None:
    return {"start": value.start, "end": value.end, "text": value.text} if value else None


def statement(s: Statement) -> dict[str, Any]:
    return {
        "start": s.span.start,
        "end": s.span.end,
        "spans": [list(span) for span in s.spans],
        "kind": s.kind,
        "content": s.content,
        "mention": words(s.mention),
        "speaker": s.speaker,
        "speaker_kind": s.speaker_kind,
        "speaker_id": s.speaker_id,
        "speakers": list(s.speakers),
        "speaker_ids": list(s.speaker_ids),
        "found_by": s.found_by,
        "confidence": round(s.confidence, 3),
        "polarity": s.polarity,
        "cue": words(s.cue),
        "via": [{"start": v.start, "end": v.end, "name": v.text} for v in s.via],
        "said_on": day(s.said_on),
    }


def span(value: Span | None) -> dict[str, Any]:
    return {"start": value.start if value else None, "end": value.end if value else None}


def figure(f: Figure, statement: int | str | None) -> dict[str, Any]:
    return {
        **span(f.span),
        "number": span(f.number),
        "low": plain(f.low),
        "high": plain(f.high),
        "bound": f.bound,
        "kind": f.kind,
        "metric": f.metric,
        "counted": f.counted,
        "place": f.scope.place,
        "event": f.scope.event,
        "as_of": day(f.as_of),
        "cumulative": f.cumulative,
        "interval": [plain(f.interval[0]), plain(f.interval[1])] if f.interval else None,
        "statement": statement,
        "speaker": f.speaker,
        "speaker_id": f.speaker_id,
        "via": list(f.via),
    }


def finding(f: Finding) -> dict[str, Any]:
    return {"code": f.code, **span(f.span), "message": f.message}


def reading(r: Reading) -> dict[str, Any]:
    """One article's line. Narration is not listed among the statements; a figure refers to its statement by index."""
    listed = [s for s in r.statements if s.kind != "narration"]
    index = {s.id: i for i, s in enumerate(listed)}
    return {
        "id": r.article.id,
        "statements": [statement(s) for s in listed],
        "figures": [figure(f, index.get(f.statement) if f.statement else None) for f in r.figures],
        "findings": [finding(f) for f in r.findings],
    }


def claim(c: Claim) -> dict[str, Any]:
    keys = ("id", "name", "metric", "population", "event", "place", "period", "relation", "origins", "reason")
    return {**{key: getattr(c, key) for key in keys}, "figures": list(c.figures), "low": plain(c.low), "high": plain(c.high)}


def comparison(c: Comparison) -> dict[str, Any]:
    """The one document of a comparison."""
    claim_of = {figure_id: claim.id for claim in c.claims for figure_id in claim.figures}
    return {
        "statements": [
            {"id": s.id, "article": r.article.id, **statement(s)} for r in c.readings for s in r.statements if s.kind != "narration"
        ],
        "figures": [{"id": f.id, "article": r.article.id, **figure(f, f.statement)} for r in c.readings for f in r.figures],
        "speakers": [{"id": s.id, "name": s.name, "kind": s.kind, "variants": list(s.variants)} for s in c.speakers],
        "claims": [claim(x) for x in c.claims],
        "relations": [
            {
                "a": p.a,
                "b": p.b,
                "relation": p.relation,
                "reason": p.reason,
                "claim": claim_of.get(p.a) if p.relation.is_linked else None,
            }
            for p in c.pairs
        ],
        "quote_variants": [
            {"kind": v.kind, "statements": list(v.statements), "similarity": v.similarity, "reason": v.reason} for v in c.quote_variants
        ],
        "findings": [{"article": f.article or r.article.id, **finding(f)} for r in c.readings for f in r.findings]
        + [{"article": f.article, **finding(f)} for f in c.findings],
    }
