"""A number that counts something, with its bound, what is counted, its scope, and the words it was read from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import ceil, floor

from tracker.model.changing import quick
from tracker.model.span import Span, kept_hash

Number = int | Decimal
"""Exact: an int, or a Decimal where the text has a fraction."""


def whole(interval: tuple[Number | None, Number | None]) -> tuple[Number | None, Number | None]:
    """Without fractions that only the margins made: "at least 15" is read as 15 to 18."""
    low, high = interval
    if low is None or high is None or high - low < 2:
        return interval
    return ceil(low), floor(high)


class Bound(StrEnum):
    EXACT = "exact"
    APPROX = "approx"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    RANGE = "range"
    VAGUE = "vague"


class FigureKind(StrEnum):
    COUNT = "count"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    RATE = "rate"


class Role(StrEnum):
    """What the figure is of the whole it belongs to."""

    TOTAL = "total"
    PART = "part"
    """ "including 30 children", "most of them": a breakdown of another figure."""
    INCREMENT = "increment"
    """ "another 900", "three more": added to a count given before."""


@quick
@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure is about, as far as the text says. None or empty: not said.

    population  who is counted, in the article's words, lower case, head last ("us military personnel")
    side        the party or nationality they belong to ("us", "palestinian"), folded to a country or people where one is known
    place       as printed where it happened or they are; places — every place that binds the figure, widest last
    event       a readable anchor for what happened ("strike on the depot"), in the article's words
    event_words the content words that name the event, folded, for linking
    event_day   the day the event happened; event_day_end where it ran over a period
    period      "2003", "since January", "per day" … as printed
    status      confirmed, suspected, estimated, projected
    per         "day", "hour" … for a rate
    open        the quantity can still grow: a war, an outbreak, "so far", "since"
    aside       the words that set it apart from what its article tells of otherwise ("elsewhere", "in another attack")
    """

    population: str | None = None
    side: str | None = None
    place: str | None = None
    places: tuple[str, ...] = ()
    event: str | None = None
    event_words: tuple[str, ...] = ()
    event_day: dt.date | None = None
    event_day_end: dt.date | None = None
    period: str | None = None
    status: str = "confirmed"
    per: str | None = None
    open: bool = False
    aside: str | None = None


@quick
@dataclass(frozen=True, slots=True)
class Figure:
    """
    span         the number with its hedge ("around 1,200"); number — the number alone ("1,200")
    low, high    what is stated, None where open: "at least 5" is 5, None; "up to 5" is None, 5; "about 5" is 5, 5;
                 both None for a vague word without a reading
    metric       a word of the metrics file, or the head word of what is counted
    counted      what is counted, as printed ("people", "US troops"); where the text leaves it out, the noun of the figure it leans on, of
                 the toll ("dead") or of the metric ("people"), and `scope.population` is then None; None where nothing says
    as_of        the day the figure holds for; as_of_guess — the rule where it was inferred, None where the text says it
    cumulative   it sums up an ongoing quantity
    interval     low and high as read for comparison, None where open; set by compare
    update       the words that tie it to an earlier figure ("has risen to", "updating an earlier toll of"), else None
    statement    id of the statement it stands in, None for the outlet's own voice
    speaker      name, None for the outlet's own voice; via — names of the relay
    part_of      span of the figure it is a part of or adds to, where known
    by_hand      a person made or corrected it; found_by — "imported" where it was made elsewhere, else empty
    sentence     span of the sentence it stands in, None where unknown: figures of one sentence are kept apart unless it contrasts them
    uncompared   one of so many of its measure in its article that it is kept and not compared; set by compare
    """

    article: str
    span: Span
    number: Span
    words: str
    low: Number | None
    high: Number | None
    bound: Bound = Bound.EXACT
    kind: FigureKind = FigureKind.COUNT
    metric: str = ""
    counted: str | None = None
    scope: Scope = field(default_factory=Scope)
    role: Role = Role.TOTAL
    part_of: Span | None = None
    sentence: Span | None = None
    as_of: dt.date | None = None
    as_of_guess: str | None = None
    cumulative: bool = False
    update: str | None = None
    interval: tuple[Number | None, Number | None] | None = None
    statement: str | None = None
    speaker: str | None = None
    speaker_id: str | None = None
    via: tuple[str, ...] = ()
    by_hand: bool = False
    found_by: str = ""
    uncompared: bool = False

    @property
    def read_as(self) -> tuple[Number | None, Number | None]:
        """The interval of comparison as it is shown, of figures that were not compared what is stated."""
        return whole(self.interval) if self.interval else (self.low, self.high)

    @property
    def stated(self) -> str:
        """As printed, without the capital of a sentence that it began: "More than 15,000" is "more than 15,000"."""
        first = self.words.split()[0] if self.words.strip() else ""
        return self.words if self.kind is FigureKind.MONEY or not first.istitle() else self.words[0].lower() + self.words[1:]

    @property
    def id(self) -> str:
        """Known by article, span of the number and kind."""
        return kept_hash("figure", self.article, self.number, self.kind)
