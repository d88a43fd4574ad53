"""Values to rows and back. Columns hold what lists ask for; `value` holds the whole, so that a field added to the model is kept too."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from tracker import coding
from tracker.model import (
    Anchor,
    Article,
    Decision,
    Entry,
    Figure,
    Finding,
    Heading,
    Number,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Verdict,
)

Row = Mapping[str, Any]
MET_AGAIN = 4096
"""Values kept as read: an article meets mostly those that the ones before it met."""

HEADED = ("id", "title", "outlet", "authors", "published", "url", "archive_url", "retrieved_at")
HEADING = ", ".join(f"article.{name}" for name in (*HEADED, "sketch"))
"""The columns that `heading_of` needs, in any order."""


def iso(value: dt.date | None) -> str | None:
    return value.isoformat() if value is not None else None


def moment(data: str | None) -> Any:
    return coding.moment(data) if data else None


def listed(values: object) -> str:
    return coding.compact(values) if values else "[]"


def exact(value: Number | None) -> str | None:
    return None if value is None else str(value)


def number(data: str | None) -> Number | None:
    if data is None:
        return None
    return int(data) if data.lstrip("-").isdigit() else Decimal(data)


def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, diacritics and punctuation."""
    bare = name.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return tuple(re.findall(r"[^\W_]+", bare))


def article_row(article: Article, heading: Heading) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "authors": listed(article.authors),
        "published": iso(article.published),
        "day": iso(article.day),
        "updated": iso(article.updated),
        "url": article.url,
        "archive_url": article.archive_url,
        "retrieved_at": iso(article.retrieved_at),
        "language": article.language,
        "place": article.place,
        "medium": article.medium,
        "inferred": listed(article.inferred),
        "sketch": sketch_of(heading),
    }


def sketch_of(heading: Heading) -> str:
    """What compare has added to the attributes of the article."""
    plain = coding.plain(heading)
    return coding.compact({name: held for name, held in plain.items() if name not in ATTRIBUTES})


ATTRIBUTES = frozenset(HEADED)


def article_of(row: Row) -> Article:
    return Article(
        row["text"],
        row["id"],
        row["title"],
        row["outlet"],
        tuple(json.loads(row["authors"])),
        moment(row["published"]),
        moment(row["updated"]),
        row["url"],
        row["archive_url"],
        moment(row["retrieved_at"]),
        row["language"],
        row["place"],
        row["medium"],
        tuple((a, b) for a, b in json.loads(row["inferred"])),
    )


def heading_of(row: Row) -> Heading:
    return heading_read(row["sketch"], *(row[name] for name in HEADED))


@lru_cache(MET_AGAIN)
def heading_read(sketch: str, *attributes: str | None) -> Heading:
    data = {**json.loads(sketch), **{name: held for name, held in zip(HEADED, attributes, strict=True) if held is not None}}
    return coding.value_of(Heading, {**data, "authors": json.loads(data["authors"])})


def speaker_row(speaker: Speaker) -> dict[str, Any]:
    return {"id": speaker.id, "name": speaker.name, "kind": speaker.kind.value, "value": coding.text(speaker)}


def speaker_of(row: Row) -> Speaker:
    return speaker_read(row["value"], row["id"], row["name"], row["kind"])


@lru_cache(MET_AGAIN)
def speaker_read(value: str, key: str, name: str, kind: str) -> Speaker:
    data = json.loads(value)
    data.update(id=key, name=name, kind=kind)
    return coding.value_of(Speaker, data)


def statement_row(statement: Statement, known_id: str = "") -> dict[str, Any]:
    plain = coding.plain(statement)
    for known in ("article", "content"):
        plain.pop(known, None)
    return {
        "id": known_id or statement.id,
        "kind": statement.kind.value,
        "start": statement.span.start,
        "end": statement.span.end,
        "content": statement.content,
        "by_hand": statement.by_hand,
        "value": coding.compact(plain),
    }


CO_SPEAKERS = """(SELECT json_group_array(json_array(co.id, co.name, co.kind, co.value)) FROM co_speaker
    JOIN speaker same ON same.n = co_speaker.speaker JOIN speaker co ON co.n = coalesce(same.joined, same.n)
    WHERE co_speaker.statement = statement.n) AS co_speakers"""
"""Those credited with a statement beside its speaker, in order, as JSON: id, name, kind and value of each."""
ALONE = "[]"


def statement_of(row: Row) -> Statement:
    """Needs the columns of `statement`, the article's id as article_id, id, name and kind of the speaker it is credited to, and
    `CO_SPEAKERS`.
    """
    speaker = (row["speaker_id"], row["speaker_name"], row["speaker_kind"])
    return statement_read(row["value"], row["article_id"], row["content"], row["co_speakers"], *speaker)


@lru_cache(MET_AGAIN)
def statement_read(value: str, article: str, content: str, others: str, *speaker: str | None) -> Statement:
    data = json.loads(value)
    data.update(article=article, content=content)
    names: dict[str, str] = {speaker[0]: speaker[1] or ""} if speaker[0] else {}
    if others != ALONE:
        names |= {key: name for key, name, _, _ in json.loads(others) if key not in names}
    found = [data.get("speaker_id"), *data.get("co_speakers", ())]
    if list(names) != (found if found[0] else []):
        data.update(credited(names, dict(zip(found, data.get("speakers", ()), strict=False)), speaker[2]))
    return coding.value_of(Statement, data)


def credited(names: Mapping[str, str], printed: Mapping[str, str], kind: str | None) -> dict[str, Any]:
    """Those that decisions credit, in place of those found; each by the name that the article has for them, where it has one."""
    keys, shown = list(names), [printed.get(key) or name for key, name in names.items()]
    first, speaker = (keys[0], shown[0]) if keys else (None, None)
    made = {"speaker": speaker, "speaker_id": first, "speakers": shown, "co_speakers": keys[1:]}
    return {**made, "speaker_kind": SpeakerKind.GROUP.value if keys[1:] else kind}


def co_speakers_of(row: Row) -> tuple[Speaker, ...]:
    """Those credited beside the speaker of the row's statement."""
    others = () if row["co_speakers"] == ALONE else json.loads(row["co_speakers"])
    found = {key: speaker_read(value, key, name, kind) for key, name, kind, value in others}
    return tuple(speaker for key, speaker in found.items() if key != row["speaker_id"])


def figure_row(figure: Figure, known_id: str = "") -> dict[str, Any]:
    plain = coding.plain(figure)
    plain.pop("article", None)
    return {
        "id": known_id or figure.id,
        "statement": figure.statement,
        "start": figure.span.start,
        "end": figure.span.end,
        "low": exact(figure.low),
        "high": exact(figure.high),
        "bound": figure.bound.value,
        "metric": figure.metric,
        "place": figure.scope.place,
        "as_of": iso(figure.as_of),
        "by_hand": figure.by_hand,
        "value": coding.compact(plain),
    }


def figure_of(row: Row) -> Figure:
    """Needs the columns of `figure`, the article's id as article_id, and id and name of the speaker it is credited to."""
    return figure_read(row["value"], row["article_id"], row["speaker_id"], row["speaker_name"])


def order_of(row: Row) -> Entry:
    """A figure and its article, nothing known of them but what tells their order."""
    start, update = json.loads(row["told"])
    at = Span(start, start)
    figure = Figure(row["article"], at, at, "", None, None, as_of=moment(row["as_of"]), update=update)
    return Entry(figure, Heading(row["article"], published=moment(row["published"])))


@lru_cache(MET_AGAIN)
def figure_read(value: str, article: str, speaker_id: str | None, name: str | None) -> Figure:
    data = json.loads(value)
    data["article"] = article
    if speaker_id != data.get("speaker_id"):
        data.update(speaker=name, speaker_id=speaker_id)
    return coding.value_of(Figure, data)


def finding_row(finding: Finding) -> dict[str, Any]:
    start, end = finding.span or (None, None)
    return {"code": finding.code, "message": finding.message, "start": start, "end": end}


def finding_of(row: Row) -> Finding:
    """Needs the article's id as article_id."""
    span = None if row["start"] is None else Span(row["start"], row["end"])
    return Finding(row["code"], row["message"], row["article_id"] or "", span)


def decision_row(decision: Decision) -> dict[str, Any]:
    return {
        "key": decision.key,
        "verdict": decision.verdict.value,
        "anchors": listed([coding.plain(anchor) for anchor in decision.anchors]),
        "reviewer": decision.reviewer,
        "at": iso(decision.at),
        "reason": decision.reason,
        "value": decision.value,
        "withdrawn_at": iso(decision.withdrawn_at),
        "withdrawn_by": decision.withdrawn_by,
    }


def decision_of(row: Row) -> Decision:
    return Decision(
        Verdict(row["verdict"]),
        tuple(coding.value_of(Anchor, anchor) for anchor in json.loads(row["anchors"])),
        row["reviewer"],
        moment(row["at"]),
        row["reason"],
        row["value"],
        row["number"],
        moment(row["withdrawn_at"]),
        row["withdrawn_by"],
    )


def unnamed(kind: SpeakerKind | None) -> bool:
    return kind is SpeakerKind.UNNAMED
