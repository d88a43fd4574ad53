"""The figures of an article: every number that counts something, with its bound, what is counted, its metric and its scope."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Final

from tracker.extract.dating import dates_of
from tracker.extract.days import points_back
from tracker.extract.drafting import articles, drafts, topic
from tracker.extract.drafts import Draft
from tracker.extract.leaning import attach
from tracker.extract.metrics import Cue, Metrics, metrics
from tracker.extract.scope import holds_for, scope, update
from tracker.extract.screening import HARMED, Sentence, screened
from tracker.extract.setting import Setting, follow, setting, timed
from tracker.model import Article, Figure, Kind, Role, Span, Statement
from tracker.text.dates import Date
from tracker.text.furniture import furniture
from tracker.text.tokens import Tokens

CROWDS: Final = frozenset(("participants", "aboard", "people"))
POSSIBLE: Final = frozenset(
    ("can", "can't", "cannot", "could", "couldn't", "may", "might", "must", "will", "would", "won't", "wouldn't", "to")
)
"""Before a verb in its base form: "being a member can't hurt" hurts nobody."""


def figures(article: Article, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    """Every figure, in text order. A figure in a statement's content bears that statement's id; the innermost where they nest."""
    known, text, found = metrics(), article.text, []
    earlier: list[Draft] = []
    last_people: list[Draft] = []
    told: set[str] = set()
    written, contents = Written(dates_of(article)), Contents(statements)
    at: Setting | None = None
    last: Tokens | None = None
    for sentence in screened(text):
        if not sentence.may_count:
            continue
        tokens, before = Tokens(text, *sentence.span), last
        last = tokens
        kept = read(tokens, known, earlier, contents.credited(sentence.span))
        if not kept or (kept[0].is_topic and any(draft.metric == kept[0].metric for draft in earlier)):
            continue
        earlier, last_people = remembered(kept, last_people, known), [draft for draft in kept if draft.metric in known.people]
        kept = [draft for draft in kept if not draft.is_question]
        if kept:
            at = placed(tokens, sentence, written, at, before)
            found += [figure(article, at, draft, kept, contents, told) for draft in kept]
            told |= {draft.metric for draft in kept if draft.metric in HARMED and not draft.is_article}
    if page := furniture(text):
        found = [f for f in found if not any(line.contains(f.number) for line in page)]
    return tuple(sorted(found, key=attrgetter("span")))


def remembered(kept: list[Draft], last_people: list[Draft], known: Metrics) -> list[Draft]:
    """What a bare number in the next sentence can lean on: the figures of this one, and the people of the one before where it has none."""
    return kept if any(draft.metric in known.people or draft.metric in CROWDS for draft in kept) else [*kept, *last_people]


def placed(tokens: Tokens, sentence: Sentence, written: Written, last: Setting | None, before: Tokens | None) -> Setting:
    """The setting of the sentence; the one before it in its paragraph is read only where this one names no place or no event.

    last, before — the last setting, and the last tokens, which may be those of the sentence before
    """
    here = timed(setting(tokens, written.within(sentence.span)))
    here.last = last
    if sentence.before and not (here.places and here.events and (here.dates or not any(points_back(e, tokens) for e in here.events))):
        if last and last.sentence == sentence.before:
            follow(here, last)
        else:
            ahead = before if before and before.sentence == sentence.before else Tokens(tokens.text, *sentence.before)
            follow(here, setting(ahead, written.within(sentence.before)))
    return here


class Written:
    """The dates of an article, looked up by sentence."""

    def __init__(self, dates: tuple[Date, ...]) -> None:
        self.dates = dates
        self.starts = [date.span.start for date in dates]

    def within(self, sentence: Span) -> list[Date]:
        return list(self.dates[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)])


def read(tokens: Tokens, known: Metrics, earlier: list[Draft], credits: Sequence[Span] = ()) -> list[Draft]:
    """The drafts of one sentence that count something. credits — where those who speak in it are named."""
    cues = known.cues(tokens)
    made = drafts(tokens, cues)
    for credit in credits:
        uncredited(tokens, made, credit)
    if not made and not any(cue.metric in HARMED for cue in cues):
        return []
    is_plain = not made
    taken = {d.quantity.number_first for d in made}
    made += [d for d in articles(tokens) if d.quantity.number_first not in taken and not is_credited(tokens, d, credits)]
    made.sort(key=lambda d: d.quantity.number_first)
    attach(tokens, made, cues, known, earlier)
    kept = [d for d in made if counts(tokens, d, cues)]
    return kept or ([told] if is_plain and (told := topic(tokens, cues)) else [])


def uncredited(tokens: Tokens, made: list[Draft], credit: Span) -> None:
    """End each noun where the name of somebody who speaks begins: "killed 9 men | police said" has lost its comma."""
    at = bisect_left(tokens.starts, credit.start)
    for draft in made:
        if draft.noun_first <= at < draft.noun_last:
            draft.noun_last = at


def is_credited(tokens: Tokens, draft: Draft, credits: Sequence[Span]) -> bool:
    """ "killed nine men | a villager said": nobody but the nine."""
    start = tokens.starts[draft.quantity.first]
    return any(credit.start <= start < credit.end for credit in credits)


def counts(tokens: Tokens, draft: Draft, cues: list[Cue]) -> bool:
    """The draft says how many of something: it has a noun, a metric or a unit; an article only where something happened to people."""
    if draft.is_article:
        happened = draft.cue is not None and tokens.word(draft.cue.first - 1) not in POSSIBLE
        return draft.metric in HARMED and (happened or draft.leans_on is not None)
    return bool(draft.metric)


def figure(article: Article, at: Setting, draft: Draft, drafts: list[Draft], contents: Contents, told: set[str]) -> Figure:
    q, tokens = draft.quantity, at.tokens
    span, number = tokens.span(q.first, q.last), tokens.span(q.number_first, q.number_last)
    host = draft.leans_on if draft.role is not Role.TOTAL else None
    while host and draft.role is host.role is Role.PART:
        host = host.leans_on  # "seventeen boys and six girls were among them"
    host = host if host in drafts else None
    about = scope(draft, drafts, at, metrics())
    day, guess = holds_for(article, draft, at)
    return Figure(
        article.id,
        span,
        number,
        tokens.text[span.start : span.end],
        q.low,
        q.high,
        q.bound,
        draft.kind,
        draft.metric,
        draft.counted,
        scope=about,
        role=role(draft, drafts, told),
        part_of=tokens.span(host.quantity.first, host.quantity.last) if host else None,
        sentence=at.sentence,
        as_of=day,
        as_of_guess=guess,
        cumulative=about.open and draft.metric in metrics().grows,
        update=update(draft, drafts, at),
        statement=contents.innermost(number),
    )


def role(draft: Draft, drafts: list[Draft], told: set[str]) -> Role:
    """ "Six died and another ten were injured": more people, but all of the injured. "112 new cases" adds to those known. told — the
    metrics of harm that the article has counted in earlier sentences.
    """
    if draft.role is Role.INCREMENT and draft.metric in HARMED:
        here = {d.metric for d in drafts if d.quantity.first < draft.quantity.first and d.metric in HARMED and not d.is_article}
        before = here or told
        return Role.TOTAL if before and draft.metric not in before else Role.INCREMENT
    return Role.INCREMENT if "new" in draft.notes and draft.role is Role.TOTAL and draft.metric in metrics().grows else draft.role


class Contents:
    """Which statement a place is said in; looked up, since an article may have thousands of statements and figures."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        said = [(i, s) for i, s in enumerate(statements) if s.kind is not Kind.NARRATION]
        self.statements = statements
        self.ids: dict[int, str] = {}
        self.stretches = sorted((stretch, i) for i, s in said for stretch in s.spans)
        self.credits = sorted(s.mention.span for _, s in said if s.mention)
        self.furthest = list(accumulate((stretch.end for stretch, _ in self.stretches), max))

    def credited(self, sentence: Span) -> list[Span]:
        """Where those who speak in the sentence are named."""
        return self.credits[bisect_left(self.credits, (sentence.start, 0)) : bisect_left(self.credits, (sentence.end, 0))]

    def innermost(self, span: Span) -> str | None:
        """The id of the shortest statement whose content holds the span; None for the outlet's own voice."""
        holding: list[tuple[int, int]] = []
        at = bisect_right(self.stretches, ((span.start, sys.maxsize), 0)) - 1
        while at >= 0 and self.furthest[at] >= span.end:
            stretch, i = self.stretches[at]
            if stretch.end >= span.end:
                whole = self.statements[i].span
                holding.append((whole.end - whole.start, i))
            at -= 1
        return self.id_of(min(holding)[1]) if holding else None

    def id_of(self, i: int) -> str:
        """Of the statement at `i`: worked out once, since many figures can stand in one."""
        return self.ids.get(i) or self.ids.setdefault(i, self.statements[i].id)


def narration(article: Article, found: tuple[Figure, ...]) -> tuple[Statement, ...]:
    """The sentences of the outlet's own voice that carry a figure, in text order, so that every figure has words to show."""
    spans = sorted({f.sentence for f in found if f.statement is None and f.sentence is not None})
    return tuple(
        Statement(article.id, Kind.NARRATION, (s,), s.of(article.text), found_by="outlet", confidence=1.0, speaker=article.outlet)
        for s in spans
    )
