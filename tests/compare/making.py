"""Entries made by hand: a figure and the heading of its article, from the few facts that a test is about."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Any

from tracker.compare import headings, intervals
from tracker.model import Article, Bound, Entry, Figure, Heading, Reading, Scope, Span

POSITION = itertools.count(0, 100)
DAY = dt.date(2031, 5, 6)
BOUNDS = (("at least", Bound.AT_LEAST), ("more than", Bound.MORE_THAN), ("up to", Bound.AT_MOST), ("fewer than", Bound.LESS_THAN))
HEDGES = ("about", "around", "nearly", "almost", "some", "roughly")
SCOPE = frozenset(Scope.__dataclass_fields__)


def figure(words: str, metric: str = "killed", article: str = "a", **more: Any) -> Figure:
    """The figure that the words give: "at least 20", "nearly 50", "1,400", "dozens"; `more` are fields of Figure or of its Scope."""
    scope = Scope(**{key: value for key, value in more.items() if key in SCOPE})
    rest = {key: value for key, value in more.items() if key not in SCOPE}
    digits = "".join(c for c in words if c.isdigit())
    start = next(POSITION)
    span = Span(start, start + len(words))
    low, high, bound = None, None, Bound.VAGUE
    if digits:
        bound = next((b for cue, b in BOUNDS if words.startswith(cue)), Bound.APPROX if words.split()[0] in HEDGES else Bound.EXACT)
        low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else int(digits)
        high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else int(digits)
    made = Figure(article, span, Span(start + words.find(digits), span.end), words, low, high, bound, metric=metric, scope=scope, **rest)
    return replace(made, interval=intervals.interval(made))


def entry(
    words: str, title: str = "Blast at Port Elm harbour", outlet: str = "Courier", day: dt.date | None = DAY, text: str = "", **more: Any
) -> Entry:
    """The figure in an article of its own, unless `article` names one."""
    article = more.pop("article", f"{outlet} {title} {day} {next(POSITION)}")
    more.setdefault("as_of", day)
    return Entry(figure(words, article=article, **more), heading(article, title, outlet, day, text))


def heading(article: str, title: str, outlet: str, day: dt.date | None, text: str) -> Heading:
    return headings.heading(Reading(Article(text or title, id=article, title=title, outlet=outlet, published=day)))
