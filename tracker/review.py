"""What awaits a person; append a decision. No user interface; knows of the store only its protocols.

A decision is kept with what it is about, by content, and what follows from it is worked out anew (`settle`) when it is made, withdrawn,
restored or replayed: so all four come to the same, and to what a rebuild comes to.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Mapping, Sequence

from tracker import coding
from tracker.errors import QueryError
from tracker.model import (
    Anchor,
    Bound,
    ClaimView,
    Decision,
    Figure,
    Kind,
    Number,
    ProposalView,
    Query,
    QueueRow,
    Ruling,
    Span,
    Speaker,
    Statement,
    Verdict,
)
from tracker.store.base import Store

WHOLE = (Verdict.PREFER, Verdict.RANGE, Verdict.UNSURE, Verdict.SET_LOW, Verdict.SET_BEST, Verdict.SET_HIGH, Verdict.RENAME_CLAIM,
    Verdict.TAG)  # fmt: skip
"""Verdicts on a claim as a whole: they are kept with every figure the claim had, so that a figure that comes later is seen as new."""
AGAINST = (Verdict.DISTINCT, Verdict.REVISION, Verdict.RUNNING_TOTAL, Verdict.ECHO)
"""Verdicts on figures against each other: of one figure, against the rest of its claim."""
EDITABLE = frozenset(("title", "outlet", "authors", "published", "updated", "url", "archive_url", "place", "medium", "language"))


def queue(store: Store, query: Query = Query(), offset: int = 0, limit: int = 100) -> list[QueueRow]:  # noqa: B008
    """Claims that await a person, what deserves attention first; what was decided comes last."""
    return store.queue(query, offset, limit)


def count(store: Store, query: Query = Query()) -> int:  # noqa: B008
    return store.count_queue(query)


def facets(store: Store, query: Query = Query()) -> dict[str, list[tuple[str, int]]]:  # noqa: B008
    """metric, place, relation, state, outlet, speaker → (value, how many claims), most first, within the query."""
    return store.facets(query)


def claim(store: Store, claim_id: str) -> ClaimView | None:
    return store.claim_view(claim_id)


def proposals(store: Store, offset: int = 0, limit: int = 100) -> list[ProposalView]:
    """Speakers that may be one, most alike first; those told apart never come again."""
    return store.proposals(offset, limit)


def decide(
    store: Store,
    verdict: Verdict,
    anchors: Sequence[Anchor],
    reviewer: str,
    reason: str = "",
    value: str = "",
    at: dt.datetime | None = None,
) -> Decision:
    """Append a decision and apply what follows from it. Raises QueryError where an anchor names nothing stored."""
    lost = [anchor for anchor in anchors if anchor.what != "speaker" and store.target_of(anchor) is None]
    if lost or not anchors:
        raise QueryError(lost[0].words or lost[0].article if lost else verdict.value, "there is nothing of that kind to decide on")
    return keep(store, Decision(verdict, tuple(anchors), reviewer, at or dt.datetime.now(dt.UTC), reason, value))


def keep(store: Store, decision: Decision) -> Decision:
    """Append a decision as it is, orphan or not, and apply what follows."""
    with store.transaction():
        kept = store.append(decision)
        apply(store, kept)
    return kept


def apply(store: Store, decision: Decision) -> None:
    """Work out what follows; what compares is loaded for this alone."""
    from tracker.settle import settle

    settle(store, Ruling(decision, store.set_targets(decision)), lambda article: reread(store, article))


def reread(store: Store, article_id: str) -> None:
    """Read an article again; the stages are loaded for this alone."""
    from tracker import pipeline

    pipeline.reread(store, article_id)


def judge(store: Store, verdict: Verdict, figures: Sequence[str], reviewer: str, reason: str = "", value: str = "") -> Decision:
    """`decide` on figures by id: for `prefer`, `revision` and `echo` the one that stands comes first.

    A verdict on the claim as a whole is kept with all its figures; one on a single figure against others, with the rest of its claim.
    Raises QueryError where a figure is not stored.
    """
    wanted = list(dict.fromkeys(figures))
    if verdict is Verdict.SPLIT_CLAIM and not value:
        return split(store, wanted, reviewer, reason)
    if verdict is Verdict.SPLIT_ORIGIN and not value:
        return split_origin(store, wanted, reviewer, reason)
    if verdict is Verdict.JOIN_CLAIMS and not value and wanted:
        first = store.claim_of(wanted[0])
        own = [figure for figure in wanted if first and figure in first.figures] or wanted[:1]
        wanted, value = [*own, *(figure for figure in wanted if figure not in own)], str(len(own))
    if verdict in WHOLE or (verdict in AGAINST and len(wanted) == 1):
        claims = [found for figure in wanted if (found := store.claim_of(figure))]
        rest = [figure for claim in claims for figure in claim.figures]
        if verdict in AGAINST[:1] and len(wanted) == 1:
            verdict, value = Verdict.SPLIT_CLAIM, "1"
        wanted = list(dict.fromkeys([*wanted, *rest]))
    return decide(store, verdict, figure_anchors(store, wanted), reviewer, reason, value)


def figure_anchors(store: Store, figures: Sequence[str]) -> list[Anchor]:
    """Anchors of figures by id, in order. Raises QueryError for one that is not stored."""
    found = {entry.figure.id: entry.figure for entry in store.entries(figures)}
    for figure in figures:
        if figure not in found:
            raise QueryError(figure, "there is no such figure")
    return [Anchor("figure", f.words, f.article, f.span.start, f.span.end) for f in (found[figure] for figure in figures)]


def split(store: Store, figures: Sequence[str], reviewer: str, reason: str = "") -> Decision:
    """Take these figures out of their claim, into one of their own."""
    rest = [member for figure in figures if (found := store.claim_of(figure)) for member in found.figures]
    wanted = list(dict.fromkeys([*figures, *rest]))
    return decide(store, Verdict.SPLIT_CLAIM, figure_anchors(store, wanted), reviewer, reason, str(len(set(figures))))


def split_origin(store: Store, figures: Sequence[str], reviewer: str, reason: str = "") -> Decision:
    """Say that these figures do not come from where the others of their origins come from; they are together still. Raises QueryError
    where nothing else comes from there.
    """
    rest = [other for figure in figures for other in of_one_origin(store, figure) if other not in figures]
    if not rest:
        raise QueryError(", ".join(figure[:12] for figure in figures), "no other figure of the claim comes from the same origin")
    wanted = list(dict.fromkeys([*figures, *rest]))
    return decide(store, Verdict.SPLIT_ORIGIN, figure_anchors(store, wanted), reviewer, reason, str(len(set(figures))))


def of_one_origin(store: Store, figure: str) -> list[str]:
    """The figures of its claim that come from where it comes from, itself included."""
    claim = store.claim_of(figure)
    group_by_figure = dict(zip(claim.figures, claim.origin_groups, strict=False)) if claim else {}
    return [other for other, group in group_by_figure.items() if group == group_by_figure.get(figure)]


def join(store: Store, a: str, b: str, reviewer: str, reason: str = "") -> Decision:
    """Make two claims, by id, one; their figures then stand as their numbers say. Raises QueryError where one is not there."""
    views = [store.claim_view(claim_id) for claim_id in (a, b)]
    for claim_id, view in zip((a, b), views, strict=True):
        if view is None:
            raise QueryError(claim_id, "there is no such claim")
    first, second = (view.claim.figures for view in views if view)
    return decide(store, Verdict.JOIN_CLAIMS, figure_anchors(store, [*first, *second]), reviewer, reason, str(len(first)))


def set_number(store: Store, claim_id: str, which: str, value: str, reviewer: str, reason: str = "") -> Decision:
    """Set "low", "best" or "high" of a claim; an empty value takes it back to what the figures state."""
    verdict = {"low": Verdict.SET_LOW, "best": Verdict.SET_BEST, "high": Verdict.SET_HIGH}[which]
    return on_claim(store, claim_id, verdict, reviewer, reason, value)


def on_claim(store: Store, claim_id: str, verdict: Verdict, reviewer: str, reason: str = "", value: str = "") -> Decision:
    """A verdict on a claim by id: pending, a range, its name, a tag. Raises QueryError where there is no such claim."""
    view = store.claim_view(claim_id)
    if view is None:
        raise QueryError(claim_id, "there is no such claim")
    return judge(store, verdict, view.claim.figures, reviewer, reason, value)


def speakers(store: Store, verdict: Verdict, names: Sequence[str], reviewer: str, reason: str = "", value: str = "") -> Decision:
    """Same, not the same, unsure, rename (the new name is the value), unnamed: on speakers by id or by a name they have."""
    found = [store.speaker(name) for name in names]
    anchors = [Anchor("speaker", speaker_name(speaker) if speaker else name) for speaker, name in zip(found, names, strict=True)]
    for anchor in anchors:
        if not store.speakers_called(anchor.words):
            raise QueryError(anchor.words, "nobody has been found under this name")
    return decide(store, verdict, anchors, reviewer, reason, value)


def speaker_name(speaker: Speaker) -> str:
    """A name the speaker was found under: a name a person gave it is none."""
    return speaker.name if not speaker.variants or speaker.name in speaker.variants else speaker.variants[0]


def credit(store: Store, statement: Statement, speaker: str, reviewer: str, reason: str = "") -> Decision:
    """Credit a statement to the speaker of this name, or to nobody where it is empty."""
    return decide(store, Verdict.SET_SPEAKER, [statement_anchor(statement)], reviewer, reason, speaker)


def delete(store: Store, value: Statement | Figure, reviewer: str, reason: str = "") -> Decision:
    """Strike out a statement or figure that is none; the log keeps it."""
    if isinstance(value, Figure):
        anchor = Anchor("figure", value.words, value.article, value.span.start, value.span.end)
        return decide(store, Verdict.EXTRACTION_ERROR, [anchor], reviewer, reason)
    return decide(store, Verdict.DELETE, [statement_anchor(value)], reviewer, reason)


def statement_anchor(statement: Statement) -> Anchor:
    return Anchor("statement", statement.content, statement.article, statement.span.start, statement.span.end)


def add_statement(
    store: Store, article_id: str, span: Span, reviewer: str, speaker: str | None = None, kind: Kind = Kind.INDIRECT, reason: str = ""
) -> Decision:
    """A statement made by hand from words of an article. Raises QueryError where they are not in it."""
    words = words_at(store, article_id, span)
    made = Statement(article_id, kind, (span,), words, found_by="by hand", confidence=1.0, speaker=speaker, by_hand=True,
        speakers=(speaker,) if speaker else ())  # fmt: skip
    return add(store, Verdict.ADD_STATEMENT, made, words, span, reviewer, reason)


def add_figure(
    store: Store,
    article_id: str,
    span: Span,
    reviewer: str,
    low: Number | None,
    high: Number | None,
    metric: str,
    bound: Bound = Bound.EXACT,
    reason: str = "",
    **more: object,
) -> Decision:
    """A figure made by hand from words of an article; `more` are other fields of Figure. Raises QueryError where they are not in it."""
    words = words_at(store, article_id, span)
    view = store.article_view(article_id)
    read = next((figure for figure in view.figures if figure.number == span or figure.span == span), None) if view else None
    made = dataclasses.replace(
        read or Figure(article_id, span, span, words, low, high),
        low=low,
        high=high,
        bound=bound,
        metric=metric,
        interval=None,
        by_hand=True,
    )
    return add(store, Verdict.ADD_FIGURE, dataclasses.replace(made, **more), words, span, reviewer, reason)  # type: ignore[arg-type]


def add(store: Store, verdict: Verdict, made: Statement | Figure, words: str, span: Span, reviewer: str, reason: str) -> Decision:
    anchor = Anchor("article", words, made.article, span.start, span.end)
    return decide(store, verdict, [anchor], reviewer, reason, coding.text(made))


def words_at(store: Store, article_id: str, span: Span) -> str:
    article = store.article(article_id)
    if article is None or not 0 <= span.start < span.end <= len(article.text):
        raise QueryError(article_id, f"there are no words at {span.start} to {span.end}")
    return span.of(article.text)


def edit_article(store: Store, article_id: str, changes: Mapping[str, object], reviewer: str, reason: str = "") -> Decision:
    """Other attributes for an article (title, outlet, published …); its text is never changed, and it is read again with them.

    Raises QueryError for an attribute that cannot be edited.
    """
    for name in changes.keys() - EDITABLE:
        raise QueryError(name, "is no attribute of an article that can be edited", tuple(sorted(EDITABLE)))
    article = store.article_given(article_id)
    if article is None:
        raise QueryError(article_id, "there is no such article")
    value = json.dumps({name: coding.plain(changes[name]) for name in sorted(changes)}, ensure_ascii=False)
    return decide(store, Verdict.EDIT_ARTICLE, [Anchor("article", article.title or "", article_id)], reviewer, reason, value)


def retract_article(store: Store, article_id: str, reviewer: str, reason: str = "") -> Decision:
    """Take an article out of every comparison; it stays, marked as retracted. Raises QueryError where there is no such article."""
    article = store.article_given(article_id)
    if article is None:
        raise QueryError(article_id, "there is no such article")
    return decide(store, Verdict.RETRACT_ARTICLE, [Anchor("article", article.title or "", article_id)], reviewer, reason)


def grade(store: Store, outlet: str, letter: str, reviewer: str, reason: str = "") -> Decision:
    """An outlet's Admiralty grade, A to F. Raises QueryError for another letter."""
    if letter.upper() not in tuple("ABCDEF"):
        raise QueryError(letter, "is no grade", tuple("ABCDEF"))
    return decide(store, Verdict.GRADE, [Anchor("outlet", outlet)], reviewer, reason, letter.upper())
