"""What articles and decisions come to, kept up to date: a change works only on what it touches, and ends where a rebuild would end.

What the program found is never overwritten: each step here takes the found state and every standing decision about it, and writes the
state that follows. So a decision and its undoing are one and the same step.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tracker import coding, compare
from tracker.grouping import regroup
from tracker.identities import part_names, settle_speakers
from tracker.meeting import QUOTED, compare_quotations, quote_keys, quoted_alike, recompare
from tracker.model import Figure, Outlet, Reading, Ruling, Statement, Verdict
from tracker.store.base import Store


def settle_values(store: Store, article_id: str) -> None:
    """What stands in an article: as read, less what was struck out, with what was added and credited by hand."""
    before = store.figures_in(article_id)
    beside = store.claimed_with(before)
    store.reset_article(article_id)
    for about in store.rulings_in(article_id):
        if apply := VALUES.get(about.decision.verdict):
            apply(store, about)
    part_names(store, article_id)
    file(store, article_id)
    compare_quotations(store, article_id)
    now = list(dict.fromkeys([*before, *store.figures_in(article_id)]))
    recompare(store, now)
    if left := set(beside).difference(store.claimed_with(now)):
        regroup(store, sorted(left))


def file(store: Store, article_id: str) -> None:
    """File an article, and what is quoted in it, under the keys of what counts in it now."""
    quoted = quote_keys(store, article_id, store.statements_in(article_id))
    sides = compare.sides(store.entries(store.figures_in(article_id)))
    store.file(article_id, compare.keys(sides), compare.outline(sides), quoted)


def strike(store: Store, about: Ruling) -> None:
    for target in about.targets:
        if target:
            store.drop(target)


def add_statement(store: Store, about: Ruling) -> None:
    statement = coding.of_text(Statement, about.decision.value)
    if store.has_article(statement.article):
        store.put_by_hand(statement)


def add_figure(store: Store, about: Ruling) -> None:
    figure = coding.of_text(Figure, about.decision.value)
    article = store.article(figure.article)
    if article is None:
        return
    store.put_by_hand(compare.prepare(Reading(article, figures=(figure,))).figures[0])


def set_speaker(store: Store, about: Ruling) -> None:
    """The value is a speaker's name, or empty for nobody."""
    speaker = store.speaker_named(about.decision.value) if about.decision.value else None
    for target in about.targets:
        if target:
            store.credit(target, speaker)


VALUES: dict[Verdict, Callable[[Store, Ruling], None]] = {
    Verdict.DELETE: strike,
    Verdict.EXTRACTION_ERROR: strike,
    Verdict.ADD_STATEMENT: add_statement,
    Verdict.ADD_FIGURE: add_figure,
    Verdict.SET_SPEAKER: set_speaker,
}
"""Decisions on what stands in one article."""


def settle_outlet(store: Store, name: str) -> None:
    """The outlet's grade as last decided, F where nobody has."""
    grade = "F"
    for about in store.rulings([name]):
        if about.decision.verdict is Verdict.GRADE:
            grade = about.decision.value or "F"
    known = {outlet.name: outlet for outlet in store.outlets()}
    store.save_outlet(replace(known.get(name, Outlet(name)), grade=grade))


def settle_claims(store: Store, about: Ruling) -> None:
    regroup(store, [target for target in about.targets if target], is_ruled=True)


def settle_removal(store: Store, about: Ruling, articles: Sequence[str]) -> None:
    """Take the articles out, and build anew what they took part in; nothing where the removal was withdrawn: what is gone stays gone."""
    decision = store.decision(about.decision.number)
    if decision is None or not decision.stands:
        return
    for article in filter(store.has_article, articles):
        own, others = store.figures_in(article), quoting(store, article)
        touched = store.claimed_with(own)
        store.replace_quote_variants(article, ())
        store.save_claims((), {}, touched)
        store.remove_article(article)
        store.reanchor(article)
        settle_speakers(store)
        regroup(store, [figure for figure in touched if figure not in own], is_ruled=True)
        for other in others:
            compare_quotations(store, other)


def quoting(store: Store, article_id: str) -> list[str]:
    """Other articles that quote what an article quotes, or nearly so."""
    view = store.article_view(article_id)
    statements = [s for s in view.statements if s.kind in QUOTED] if view else []
    alike, _ = quoted_alike(store, article_id, quote_keys(store, article_id, statements))
    return list(dict.fromkeys(other.article for other in alike))


SPEAKER = (
    Verdict.SAME_SPEAKER,
    Verdict.NOT_SAME_SPEAKER,
    Verdict.UNSURE_SPEAKER,
    Verdict.RENAME_SPEAKER,
    Verdict.UNNAMED_SPEAKER,
)
ARTICLE = (Verdict.EDIT_ARTICLE, Verdict.RETRACT_ARTICLE)


def settle(store: Store, about: Ruling, reread: Callable[[str], None]) -> None:
    """Write what follows from a decision being made, withdrawn or restored. reread — reads an article again, its attributes changed."""
    verdict = about.decision.verdict
    articles = list(dict.fromkeys(anchor.article for anchor in about.decision.anchors if anchor.article))
    if verdict is Verdict.TAG:
        return
    if verdict is Verdict.REMOVE_ARTICLE:
        settle_removal(store, about, articles)
        return
    if verdict in SPEAKER:
        settle_speakers(store)
    elif verdict in ARTICLE:
        for article in articles:
            reread(article)
    elif verdict is Verdict.GRADE:
        for anchor in about.decision.anchors:
            settle_outlet(store, anchor.words)
    elif verdict in VALUES:
        for article in articles:
            settle_values(store, article)
    else:
        settle_claims(store, about)
