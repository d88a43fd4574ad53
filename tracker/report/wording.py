"""How values read in a report: numbers, days, intervals, the relay chain. One wording for Markdown, HTML and spreadsheets."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from tracker.model import (
    Bound,
    Coverage,
    Decision,
    Figure,
    FigureRow,
    Heading,
    Hit,
    Kind,
    Number,
    Polarity,
    Relation,
    Statement,
    VariantKind,
    Verdict,
)
from tracker.model.statement import enumerated
from tracker.report.redaction import WITHHELD

MARK = {
    Relation.CONFLICT: "≠",
    Relation.REVISION: "→",
    Relation.RUNNING_TOTAL: "↗",
    Relation.COMPATIBLE: "~",
    Relation.CORROBORATES: "=",
    Relation.ECHO: "≡",
    Relation.DIFFERENT_SCOPE: "∥",
    Relation.POSSIBLE: "?",
}
"""State is shown by glyph and by word, never by colour alone."""

KIND = {
    Kind.DIRECT: "quoted",
    Kind.INDIRECT: "in other words",
    Kind.MIXED: "partly quoted",
    Kind.NARRATION: "own voice",
}
"""How a statement is given, as a reader says it."""

POLARITY = {Polarity.ASSERTS: "", Polarity.DENIES: "denied", Polarity.ASKS: "asked"}

BOUND = {
    Bound.APPROX: "about",
    Bound.AT_LEAST: "at least",
    Bound.MORE_THAN: "more than",
    Bound.AT_MOST: "up to",
    Bound.LESS_THAN: "less than",
}

STATE = {"open": "not yet reviewed", "decided": "decided", "disputed": "reviewers disagree", "pending": "pending"}
"""What a person has said of a claim."""

DECIDED = {
    Verdict.PREFER: "preferred",
    Verdict.RANGE: "reported as a range:",
    Verdict.REVISION: "a revision:",
    Verdict.RUNNING_TOTAL: "a running total:",
    Verdict.DISTINCT: "different things are counted by",
    Verdict.ECHO: "of one origin:",
    Verdict.UNSURE: "unsure about",
    Verdict.EXTRACTION_ERROR: "misread by the program:",
    Verdict.SET_LOW: "low set to",
    Verdict.SET_BEST: "best set to",
    Verdict.SET_HIGH: "high set to",
    Verdict.RENAME_CLAIM: "claim named",
    Verdict.SPLIT_CLAIM: "claim split",
    Verdict.JOIN_CLAIMS: "claims joined",
    Verdict.SPLIT_ORIGIN: "of another origin:",
    Verdict.SET_SPEAKER: "speaker set to",
}
"""A verdict as a report says it, before the words it is about."""
OVER = {Verdict.PREFER: "to", Verdict.REVISION: "replaces"}
"""What stands between the words that win and those that do not."""

VARIANT = {
    VariantKind.WORDING: "Several wordings",
    VariantKind.ATTRIBUTION: "Several speakers",
    VariantKind.ECHO: "A reprint",
}

TERMS = (
    ("statement", "one attributed passage in one article, with its exact words; the outlet's own voice is called narration"),
    ("figure", "a number that counts something, with its bound (at least, about …) and the words it was read from"),
    ("claim", "the question that several figures answer; its figures can be compared with each other"),
    ("low, high, best", "the lowest and highest that the sources state; best is only ever a person's choice"),
    ("read as", "the interval a figure stands for in comparison: its bound and its written rounding"),
    ("conflict ≠", "figures of one claim that cannot all be true"),
    ("revision →", "a later figure replaces an earlier one"),
    ("running total ↗", "a quantity that is still growing, as of different days"),
    ("compatible ~", "figures that differ and can all hold"),
    ("corroborates =", "the same number from independent origins"),
    ("echo ≡", "the same number from one origin, reprinted"),
    ("as of", "the day the figure speaks of; inferred: the words name none, so the day of the article stands for it"),
    ("origin", "an independent source; reprints of one agency story are one origin"),
    ("via", "the relay a statement came through, in order; its depth is the number of steps"),
    ("grade", "how reliable a person holds the outlet to be, A to E (Admiralty code); F says that nobody has judged it"),
    ("unnamed", "a speaker the article describes and does not name; never taken for one of another article"),
    ("finding", "trouble in the text itself, such as a weekday that does not fit its date"),
)


def number(value: Number | None) -> str:
    """1234567 → 1,234,567; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, Decimal) and value != value.to_integral_value():
        return f"{value:,f}".rstrip("0")
    return f"{int(value):,}"


def count(amount: int, noun: str) -> str:
    """1 claim, 2 claims."""
    return f"{amount:,} {noun}" + ("" if amount == 1 else "s")


def covered(c: Coverage, has_filter: bool) -> str:
    """What a report rests on, and what nobody has looked at yet."""
    met = " that fit the filter" if has_filter else ""
    where = f"in {count(c.sentences_with_figure, 'sentence')}; "
    parts = (
        f"Articles: {c.articles:,} cited, of {c.read:,} in the database.",
        f"Figures{met}: {c.figures:,}, {where}{c.figures_without_speaker:,} without a speaker." if c.figures else f"Figures{met}: none.",
        f"Statements{met}: {c.statements:,}; {c.unattributed:,} without a speaker." if c.statements else f"Statements{met}: none.",
        f"Claims: {c.claims:,}; {c.unreviewed:,} not reviewed by a person." if c.claims else "Claims: none.",
    )
    return " ".join(parts)


def day(value: dt.date | None) -> str:
    """4 Mar 2021; "undated" for None."""
    return f"{value.day} {value:%b %Y}" if value else "undated"


def days(first: dt.date | None, last: dt.date | None) -> str:
    """4 Mar 2021 – 9 Mar 2021; one day once; nothing where neither is known."""
    return " – ".join(dict.fromkeys(day(value) for value in (first, last) if value))


def moment(value: dt.datetime | None) -> str:
    """4 Mar 2021, 18:05 UTC; "none" for None."""
    return f"{day(value)}, {value.astimezone(dt.UTC):%H:%M} UTC" if value else "none"


def initial(words: str) -> str:
    """With a capital, as a heading begins."""
    return words[:1].upper() + words[1:]


def iso(value: dt.date | None) -> str:
    return value.isoformat() if value else ""


def between(low: Number | None, high: Number | None) -> str:
    """41–51, 41 or more, up to 51, or nothing where neither end is known."""
    if low is None or high is None:
        return f"{number(low)} or more" if low is not None else f"up to {number(high)}" if high is not None else ""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def read_as(figure: Figure) -> str:
    """The interval of comparison; nothing where it was not set or adds nothing to an exact number. A bound that stands elsewhere in the
    sentence is named: "about 1,200 dead and 240 wounded" makes the 240 "about 240".
    """
    if figure.interval is None or (figure.bound is Bound.EXACT and figure.interval[0] == figure.interval[1]):
        return ""
    bound = BOUND.get(figure.bound, "") if figure.number == figure.span else ""
    return f"{bound} {figure.words}: {between(*figure.read_as)}" if bound else between(*figure.read_as)


def relation(value: Relation | None) -> str:
    """ "≠ conflict"; "single figure" for None."""
    return f"{MARK[value]}\N{NO-BREAK SPACE}{value.replace('_', ' ')}" if value else "single figure"


def own_voice(outlet: str | None) -> str:
    return f"{outlet or 'the article'} (own voice)"


def voiced(heading: Heading) -> str:
    """The same within brackets, away from the source: by the title of the article where the outlet is not known."""
    return f"{heading.outlet or (f'“{heading.title}”' if heading.title else 'the article')}, own voice"


def speaker(row: FigureRow) -> str:
    """Who gives a figure, whether it was denied or asked, and when it was said: "Ana Ruiz (denied, said on 4 Mar 2021)"."""
    if row.said_by is None:
        return own_voice(row.heading.outlet)
    s = row.statement
    told = ", ".join(filter(None, (POLARITY[s.polarity], said_on(s)))) if s else ""
    return f"{row.said_by} ({told})" if told else row.said_by


def given(row: FigureRow) -> str:
    """ "at least 40 (Ana Ruiz, 4 Mar 2021)", "58 (The Courier, own voice, 5 Mar 2021)", "12 (the ministry, denied, 5 Mar 2021)"."""
    denied = POLARITY[row.statement.polarity] if row.statement and row.said_by else ""
    parts = (row.said_by or voiced(row.heading), denied, day(row.figure.as_of))
    return f"{row.figure.stated} ({', '.join(filter(None, parts))})"


def said_on(statement: Statement) -> str:
    return f"said on {day(statement.said_on)}" if statement.said_on else ""


def voice(hit: Hit) -> str:
    """Who speaks: the speaker credited; the outlet, said to be its own voice, for narration."""
    if hit.statement.kind is Kind.NARRATION:
        return own_voice(hit.heading.outlet)
    return hit.statement.said_by or "nobody credited"


def manner(*hits: Hit) -> str:
    """How it was given, through whom and when: "partly quoted, via Harbour Radio → Courier, said on 4 Mar 2021". Of several that stand
    together, each thing is said once: "quoted and in other words, via Harbour Radio".
    """
    each = zip(*map(ways, hits), strict=True)
    return ", ".join(words for parts in each if (words := enumerated(list(dict.fromkeys(filter(None, parts))))))


def ways(hit: Hit) -> tuple[str, str, str, str, str]:
    s = hit.statement
    through = " → ".join(chain(s))
    made = "" if not s.by_hand else "imported" if s.found_by == "imported" else "added by hand"
    how = "" if s.kind is Kind.NARRATION else KIND[s.kind]
    return POLARITY[s.polarity], how, through and f"via {through}", said_on(s), made


def chain(statement: Statement | None, via: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The relay from the speaker to the outlet, in order; empty where the statement came directly."""
    return tuple(step.text for step in statement.via) if statement else via


def decided(decision: Decision) -> str:
    """ "preferred “58” to “41”"; "best set to 1,200"; "unsure about “900”": what was decided, without who and when."""
    verdict = DECIDED.get(decision.verdict, decision.verdict.replace("_", " "))
    first, *rest = dict.fromkeys(f"“{anchor.words}”" for anchor in decision.anchors) or [""]
    if decision.value:
        return f"{verdict} {int(decision.value):,}" if decision.value.isdecimal() else f"{verdict} “{decision.value}”"
    if decision.verdict is Verdict.RANGE and not rest:
        return verdict.removesuffix(":")
    if decision.verdict in OVER and rest:
        return f"{verdict} {first} {OVER[decision.verdict]} {enumerated(rest)}"
    return f"{verdict} {enumerated([first, *rest])}".strip()


def citation(heading: Heading) -> str:
    """Authors. “Title”. Outlet, day. What is missing is left out, the title is said to be missing; of a withheld source the day alone."""
    if heading.outlet == WITHHELD:
        return f"{initial(WITHHELD)}, {day(heading.published)}"
    authors = ", ".join(heading.authors)
    title = f"“{heading.title}”" if heading.title else "untitled"
    return ". ".join(part for part in (authors, title, ", ".join(p for p in (heading.outlet, day(heading.published)) if p)) if part)
