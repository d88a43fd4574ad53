"""A dossier about an invented ferry accident, told by three articles: hostile characters, a conflict, a decision, an unnamed source."""

from __future__ import annotations

import datetime as dt

from tracker.model import (
    Anchor,
    Bound,
    Claim,
    ClaimView,
    Coverage,
    Decision,
    Dossier,
    Figure,
    FigureRow,
    Finding,
    Heading,
    Hit,
    Kind,
    Pair,
    QuoteVariant,
    Relation,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    VariantKind,
    Verdict,
    Words,
)

PASSAGES = {
    "a1": "At least 41 people drowned when the ferry sank off Elm Point on Monday, the coast guard said in a statement to Harbour Radio.",
    "a2": "“We counted 58 dead,” Mayor Ana Ruiz [sic] told <b>Courier</b> & Sons. =SUM(A1) is not a formula.",
    "a3": "Officials put the toll at about 60, a rescuer said.",
}
HEADINGS = {
    "a1": Heading("a1", "Ferry sinks off Elm Point", "Harbour Radio", ("J. Broek",), dt.date(2021, 3, 2), "https://radio.example/ferry"),
    "a2": Heading(
        "a2",
        "Toll <rises> & families wait",
        "The Courier",
        ("Mia Holt", "Li Wen"),
        dt.date(2021, 3, 4),
        "https://courier.example/toll?a=1&b=2",
        "https://archive.example/1",
        retrieved_at=dt.datetime(2021, 3, 4, 18, 5, tzinfo=dt.UTC),
    ),
    "a3": Heading("a3", '=HYPERLINK("x") a title that a spreadsheet would run', "Evening Post", (), None),
}


def figure(article: str, words: str, low: int, bound: Bound, **more: object) -> Figure:
    start = PASSAGES[article].index(words)
    number = start + len(words) - len(words.split()[-1])
    high = None if bound is Bound.AT_LEAST else low
    return Figure(
        article,
        Span(start, start + len(words)),
        Span(number, start + len(words)),
        words,
        low,
        high,
        bound,
        metric="killed",
        counted="people",
        scope=Scope(place="Elm Point", event="ferry sinking", event_day=dt.date(2021, 3, 1)),
        interval=(low, low + 10),
        **more,  # type: ignore[arg-type]
    )


def said(article: str, words: str, who: str | None, kind: Kind, cue: str, via: tuple[str, ...] = (), **more: object) -> Statement:
    text = PASSAGES[article]
    place = lambda part: Words.at(text, text.index(part), text.index(part) + len(part))  # noqa: E731
    start = text.index(words)
    return Statement(
        article,
        kind,
        (Span(start, start + len(words)),),
        words,
        place(who) if who else None,
        place(cue),
        tuple(place(v) for v in via),
        speaker=who,
        speaker_id=who,
        speakers=(who,) if who else (),
        found_by="cue after",
        confidence=0.93,
        **more,  # type: ignore[arg-type]
    )


STATEMENTS = (
    said(
        "a1",
        "At least 41 people drowned when the ferry sank off Elm Point on Monday",
        "the coast guard",
        Kind.INDIRECT,
        "said",
        ("a statement", "Harbour Radio"),
        speaker_kind=SpeakerKind.ORGANISATION,
        said_on=dt.date(2021, 3, 1),
    ),
    said("a2", "We counted 58 dead", "Mayor Ana Ruiz", Kind.DIRECT, "told", ("<b>Courier</b> & Sons",), speaker_kind=SpeakerKind.PERSON),
    said("a3", "Officials put the toll at about 60", "a rescuer", Kind.INDIRECT, "said", speaker_kind=SpeakerKind.UNNAMED),
)
FIGURES = (
    figure("a1", "At least 41", 41, Bound.AT_LEAST, as_of=dt.date(2021, 3, 1), statement=STATEMENTS[0].id, speaker="the coast guard"),
    figure("a2", "58", 58, Bound.EXACT, as_of=dt.date(2021, 3, 4), statement=STATEMENTS[1].id, speaker="Mayor Ana Ruiz"),
    figure("a3", "about 60", 60, Bound.APPROX, statement=STATEMENTS[2].id, speaker="a rescuer"),
)
ROWS = tuple(
    FigureRow(f, HEADINGS[f.article], s, origin, grade, PASSAGES[f.article], 0)
    for f, s, origin, grade in zip(FIGURES, STATEMENTS, ("o1", "o2", "o2"), ("B", "F", "C"), strict=True)
)
CLAIM = Claim(
    "c1",
    "killed — ferry sinking, Elm Point, 1 Mar 2021",
    "killed",
    "people",
    "ferry sinking",
    "Elm Point",
    None,
    Relation.CONFLICT,
    tuple(f.id for f in FIGURES),
    2,
    "At least 41 (1 Mar) and 58 (4 Mar) count the dead of the same sinking; 41–51 does not reach 58.",
    41,
    60,
    58,
)
PAIRS = (
    Pair(FIGURES[0].id, FIGURES[1].id, Relation.CONFLICT, CLAIM.reason),
    Pair(FIGURES[1].id, FIGURES[2].id, Relation.COMPATIBLE, "58 and about 60 meet."),
)
DECISION = Decision(
    Verdict.PREFER,
    (Anchor("figure", "58", "a2", FIGURES[1].span.start, FIGURES[1].span.end),),
    "r. okafor",
    dt.datetime(2021, 3, 5, 9, 30, tzinfo=dt.UTC),
    "the mayor's office sent the <list>",
    number=1,
)


def hit(statement: Statement) -> Hit:
    text = PASSAGES[statement.article]
    return Hit(statement, HEADINGS[statement.article], text, ((statement.span.start, statement.span.end),))


DOSSIER = Dossier(
    query="metric: killed",
    claims=(ClaimView(CLAIM, "decided", ROWS, PAIRS, (DECISION,)),),
    variants=(
        (
            QuoteVariant(VariantKind.WORDING, (STATEMENTS[1].id, STATEMENTS[2].id), 81.5, "58 became about 60."),
            (hit(STATEMENTS[1]), hit(STATEMENTS[2])),
        ),
    ),
    findings=(Finding("weekday_mismatch", "1 March 2021 was a Monday", "a1", Span(62, 68)), Finding("undated_article", "no date", "a3")),
    headings=tuple(HEADINGS.values()),
    statements=tuple(hit(s) for s in STATEMENTS),
    speakers=(
        Speaker("the coast guard", "the coast guard", SpeakerKind.ORGANISATION, ("the coast guard",)),
        Speaker("Mayor Ana Ruiz", "Ana Ruiz", SpeakerKind.PERSON, ("Mayor Ana Ruiz", "Ruiz"), (("Mayor", dt.date(2021, 3, 4), None),)),
        Speaker("a rescuer", "a rescuer", SpeakerKind.UNNAMED, ("a rescuer",)),
    ),
    coverage=Coverage(3, 3, 1, 0, dt.datetime(2021, 3, 4, 18, tzinfo=dt.UTC), dt.datetime(2021, 3, 5, 9, 30, tzinfo=dt.UTC)),
    content_hash="0f" * 16,
    version="0.1.0",
)
