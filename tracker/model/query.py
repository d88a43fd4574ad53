"""What was asked for: one filter for lists, searches and exports, on the screen and on the command line."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """Empty fields do not filter. Several values of one field are alternatives; fields are joined by *and*.

    words   full-text, with "phrases", prefix*, AND, OR, NOT; near — a phrase to rank by
    state   of a claim: "open", "decided", "disputed", "pending", "orphan"
    sort    "relevance", "time", "oldest", "attention", "name"
    folded  of statements that are one utterance in several wordings, only the one stored first
    """

    words: str = ""
    near: str = ""
    speakers: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    has_figure: bool | None = None
    after: dt.date | None = None
    before: dt.date | None = None
    case: str | None = None
    sort: str = ""
    folded: bool = False
