"""A verdict with person, time and reason: appended, never overwritten."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass
from enum import StrEnum

from tracker.model.span import content_hash


class Verdict(StrEnum):
    """What a person can decide. On figures: the first group; on claims, speakers, statements, articles: the rest."""

    PREFER = "prefer"
    RANGE = "range"
    REVISION = "revision"
    RUNNING_TOTAL = "running_total"
    DISTINCT = "distinct"
    ECHO = "echo"
    UNSURE = "unsure"
    EXTRACTION_ERROR = "extraction_error"

    SET_LOW = "set_low"
    SET_BEST = "set_best"
    SET_HIGH = "set_high"
    RENAME_CLAIM = "rename_claim"
    SPLIT_CLAIM = "split_claim"
    JOIN_CLAIMS = "join_claims"
    SPLIT_ORIGIN = "split_origin"

    SAME_SPEAKER = "same_speaker"
    NOT_SAME_SPEAKER = "not_same_speaker"
    UNSURE_SPEAKER = "unsure_speaker"
    RENAME_SPEAKER = "rename_speaker"
    UNNAMED_SPEAKER = "unnamed_speaker"

    ADD_STATEMENT = "add_statement"
    ADD_FIGURE = "add_figure"
    SET_SPEAKER = "set_speaker"
    DELETE = "delete"

    EDIT_ARTICLE = "edit_article"
    RETRACT_ARTICLE = "retract_article"
    REMOVE_ARTICLE = "remove_article"
    GRADE = "grade"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a decision is about, by content, so that it survives a rebuild: re-anchored by overlap of the span, an orphan where
    nothing overlaps.

    what     "figure", "statement", "speaker", "article", "outlet"
    article  id of the article ("" for a speaker or an outlet); start, end — the span in it
    words    the words there, or the name
    """

    what: str
    words: str
    article: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """
    anchors    what it is about; where one is preferred (the figure, the later one) it comes first
    value      what was set: a number, a name, a JSON text; empty where the verdict says it all
    withdrawn  when and by whom it was undone; the record stays
    """

    verdict: Verdict
    anchors: tuple[Anchor, ...]
    reviewer: str
    at: dt.datetime
    reason: str = ""
    value: str = ""
    number: int = 0
    withdrawn_at: dt.datetime | None = None
    withdrawn_by: str | None = None

    @property
    def key(self) -> str:
        """Same decision, same key: replaying a log twice changes nothing."""
        anchors = [(a.what, a.words, a.article, a.start, a.end) for a in self.anchors]
        return content_hash("decision", self.verdict, anchors, self.reviewer, self.at.isoformat(), self.value)

    @property
    def act(self) -> str:
        """What was done, as one reads it: "running total", "case"."""
        return "case" if self.verdict is Verdict.TAG else self.verdict.replace("_", " ")

    @property
    def setting(self) -> str:
        """What was set, as one reads it: the names and plain values of a JSON object, else the value as it stands."""
        try:
            fields = json.loads(self.value) if self.value.startswith("{") else None
        except ValueError:
            fields = None
        if not isinstance(fields, dict):
            return self.value
        listed = {name.replace("_", " "): ", ".join(map(str, v)) if isinstance(v, list) else v for name, v in fields.items()}
        return "; ".join(f"{name}: {value}" for name, value in listed.items() if value not in (None, "") and not isinstance(value, dict))

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision with what its anchors stand for now, in order: an id or a name; None for an orphan, which is shown, never guessed."""

    decision: Decision
    targets: tuple[str | None, ...]
