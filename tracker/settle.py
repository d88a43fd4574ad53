"""What articles and decisions come to, kept up to date: a change works only on what it touches, and ends where a rebuild would end.

What the program found is never overwritten: each step here takes the found state and every standing decision about it, and writes the
state that follows. So a decision and its undoing are one and the same step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tracker import coding, compare
from tracker.grouping import LEAD, regroup
from tracker.model import Decision, Entry, Figure, Kind, Outlet, Pair, Reading, Ruling, Statement, Verdict, content_hash
from tracker.store.base import Store

QUOTED = (Kind.DIRECT, Kind.MIXED)


def recompare(store: Store, figures: Sequence[str]) -> None:
    """Compare these figures again with all they may be compared with, and build their claims."""
    figures_by_article: dict[str, list[Entry]] = {}
    for entry in store.entries(figures):
        figures_by_article.setdefault(entry.heading.id, []).append(entry)
    pairs: list[Pair] = []
    for article, entries in figures_by_article.items():
        keys = compare.keys(store.entries(store.figures_in(article)))
        pairs += compare.relate(entries, *neighbours(store, {article: keys}, entries))
    store.replace_pairs(figures, pairs)
    regroup(store, figures)


def neighbours(
    store: Store, keys_by_article: Mapping[str, Sequence[int]], entries: Iterable[Entry | compare.Side]
) -> tuple[list[Entry], dict[str, set[str]]]:
    """Stored figures that these, of articles filed under these keys, may be compared with; and for each article those that it meets."""
    met: dict[str, list[int]] = {}

    def choose(found: Iterable[tuple[int, int]]) -> list[int]:
        met.update(compare.meetings(keys_by_article, found))
        return sorted({other for others in met.values() for other in others})

    def pick(found: Iterable[tuple[int, str]]) -> list[str]:
        return compare.near(entries, met, found)

    ranges = compare.ranges(key for keys in keys_by_article.values() for key in keys)
    held = store.neighbours(ranges, choose, pick)
    ids = {number: near[0].heading.id for number, near in held.items()}
    every = [entry for near in held.values() for entry in near]
    return every, {article: {ids[other] for other in others if other in ids} for article, others in met.items()}


def compare_quotations(store: Store, article_id: str) -> None:
    """Compare what is quoted in an article with what may be a variant or reprint of it."""
    quoted = [s for s in store.statements_in(article_id) if s.kind in QUOTED]
    alike, _ = quoted_alike(store, article_id, quote_keys(store, article_id, quoted))
    found = compare.quote_variants(quoted, alike, store.days({article_id, *(other.article for other in alike)})) if alike else ()
    store.replace_quote_variants(article_id, found)


def quoted_alike(
    store: Store, article_id: str | None, keys_by_quotation: Mapping[str, Sequence[int]]
) -> tuple[list[Statement], dict[str, list[int]]]:
    """Statements of other articles than this that may be variants of these quotations; and which of them each meets, by number."""
    met: dict[str, list[int]] = {}

    def choose(found: Iterable[tuple[int, int]]) -> list[int]:
        met.update(compare.quote_meetings(keys_by_quotation, found))
        return sorted({other for others in met.values() for other in others})

    ranges = compare.quote_ranges(key for keys in keys_by_quotation.values() for key in keys)
    return store.quoted_alike(article_id, ranges, choose), met


def quote_keys(store: Store, article_id: str, statements: Iterable[Statement]) -> dict[str, tuple[int, ...]]:
    """Of the quotations among an article's statements the keys that each is filed under."""
    day = store.days([article_id]).get(article_id)
    return {s.id: compare.quote_keys(s, day) for s in statements if s.kind in QUOTED}


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


def settle_speakers(store: Store) -> None:
    """Who is who: as found, with those a person joined as one, those told apart apart, and names as a person gave them."""
    decisions = store.speaker_decisions()
    same, apart = sameness(store, decisions)
    changed = store.set_speakers(joined(same), *labels(store, decisions))
    store.settle_proposals([*same, *apart])
    part_names(store)
    figures = store.figures_of(sorted(changed))
    if figures:
        recompare(store, figures)
    for article in store.articles_of(sorted(changed)):
        compare_quotations(store, article)


def sameness(store: Store, decisions: Iterable[Decision]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Ids judged to be one (the first names them), and ids judged to be two (or left undecided); where reviewers disagree, neither."""
    said: dict[frozenset[str], dict[str, tuple[Verdict, tuple[str, str]]]] = {}
    for decision in decisions:
        if decision.verdict in (Verdict.SAME_SPEAKER, Verdict.NOT_SAME_SPEAKER, Verdict.UNSURE_SPEAKER):
            first, *others = (store.speakers_called(anchor.words) for anchor in decision.anchors)
            for a, b in ((a, b) for other in others for a in first for b in other if a != b):
                said.setdefault(frozenset((a, b)), {})[decision.reviewer] = (decision.verdict, (a, b))
    lead = store.setting(LEAD)
    same, apart = [], []
    for held in said.values():
        counted = [held[lead]] if lead in held else list(held.values())
        verdicts = {verdict for verdict, _ in counted}
        if verdicts == {Verdict.SAME_SPEAKER}:
            same.append(counted[-1][1])
        elif Verdict.SAME_SPEAKER not in verdicts:
            apart.append(counted[-1][1])
    return same, apart


def joined(same: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Speaker id → the id it is shown under, for every id joined to another."""
    shown: dict[str, str] = {}
    for a, b in same:
        head, other = shown.get(a, a), shown.get(b, b)
        shown.update(dict.fromkeys([other, *(s for s, held in shown.items() if held == other)], head))
        shown.pop(head, None)
    return shown


def labels(store: Store, decisions: Iterable[Decision]) -> tuple[dict[str, str], set[str]]:
    """Speaker id → the name a person gave it; ids a person says are nobody's name."""
    names: dict[str, str] = {}
    unnamed: set[str] = set()
    for decision in decisions:
        ids = [speaker for anchor in decision.anchors for speaker in store.speakers_called(anchor.words)]
        if decision.verdict is Verdict.RENAME_SPEAKER:
            names.update(dict.fromkeys(ids, decision.value))
        elif decision.verdict is Verdict.UNNAMED_SPEAKER:
            unnamed.update(ids)
    return names, unnamed


def part_names(store: Store, article_id: str | None = None) -> None:
    """Where two names told apart were found to be one speaker, statements under the second name are credited to a speaker of their own."""
    for decision in store.speaker_decisions():
        if decision.verdict is Verdict.NOT_SAME_SPEAKER and len(decision.anchors) == 2:
            a, b = (anchor.words for anchor in decision.anchors)
            for speaker in set(store.speakers_called(a)) & set(store.speakers_called(b)):
                store.part_speaker(speaker, b, content_hash("apart", speaker, b), article_id)


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
