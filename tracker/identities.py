"""Who is who, kept up to date: speakers as found, and what people decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.grouping import LEAD
from tracker.meeting import compare_quotations, recompare
from tracker.model import Decision, Verdict, content_hash
from tracker.store.base import Store


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
