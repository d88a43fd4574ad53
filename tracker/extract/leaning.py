"""Figures that lean on another one for their metric or their noun: lists, breakdowns, ellipsis, corrections, "the total"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from tracker.extract.answers import (
    is_answer,
    is_changed,
    is_counted,
    is_led,
    is_number_of,
    is_object,
    is_of_those,
    is_subject,
    is_tallied,
    is_total,
)
from tracker.extract.attach import by_head, own_cue
from tracker.extract.behind import right
from tracker.extract.drafts import Draft
from tracker.extract.governing import EVENTS
from tracker.extract.listing import is_elliptic, is_gapped, is_listed, is_placed
from tracker.extract.metrics import Cue, Metrics
from tracker.extract.metrics import metrics as known
from tracker.extract.naming import noun
from tracker.extract.parts import (
    is_among,
    is_broken_down,
    is_next_part,
    is_of_all,
    is_of_known,
    is_of_next,
    is_outcome,
    is_part,
    is_shot,
    told_of_all,
    whole,
    whole_before,
)
from tracker.extract.screening import HARMED
from tracker.extract.sharing import counts_persons, is_compared, share_hedge, share_kind, share_of, share_vehicle
from tracker.extract.subjects import aboard, by_subject, names, number_of, of_those, put, put_at, unnamed_amount, unnamed_people, voted
from tracker.model import FigureKind, Role
from tracker.text.phrases import ADVERBS, AUXILIARIES, VERBS
from tracker.text.tokens import Tokens

COUNTED_LIKE: Final = (FigureKind.COUNT, FigureKind.RATE)
LOSING: Final = frozenset(("lose", "loses", "lost", "losing"))
CROWDS: Final = frozenset(("participants", "people", "aboard"))


def attach(tokens: Tokens, drafts: list[Draft], cues: list[Cue], metrics: Metrics, earlier: list[Draft]) -> None:
    """Give every draft of the sentence metric and noun, left to right. earlier — the drafts of the sentence before, for "the total"."""
    counts = [d for d in drafts if d.kind in COUNTED_LIKE]
    for i, draft in enumerate(counts):
        draft.cue = draft.cue or (None if draft.is_whole else own_cue(tokens, draft, counts[i + 1 :], cues))
        if i and is_of_next(tokens, draft, counts[i + 1 :], cues):
            draft.cue = None
        draft.metric = draft.cue.metric if draft.cue else ""
        host, draft.role = host_of(tokens, draft, counts, i, cues, earlier)
        draft.leans_on = None if host and host.leans(draft) else host
        if draft.leans_on and (draft.cue is None or is_outcome(draft, draft.leans_on)):
            draft.metric = draft.leans_on.metric
    share_kind(tokens, drafts)
    for draft in sorted(counts, key=lambda d: d.leans_on is not None):
        if draft.leans_on and draft.cue is None:
            draft.metric = draft.leans_on.metric
        draft.metric = draft.metric or next((metric for rule in RULES if (metric := rule(tokens, draft, cues))), "")
    share_vehicle(tokens, counts)
    for i, draft in enumerate(drafts):
        if draft.quantity.numeral.is_share:
            share_of(tokens, draft, drafts[:i], drafts[i + 1 :], cues)
    for i, draft in enumerate(drafts):
        draft.counted = draft.counted or noun(tokens, draft, metrics)
        share_hedge(tokens, draft, drafts[i - 1] if i else None)


RULES: Final[tuple[Callable[[Tokens, Draft, list[Cue]], str], ...]] = (
    aboard,
    names,
    voted,
    by_head,
    put_at,
    put,
    of_those,
    unnamed_people,
    by_subject,
    unnamed_amount,
)
"""Where no verb and no other figure gives the metric, the first of these that does."""


def host_of(
    tokens: Tokens, draft: Draft, counts: Sequence[Draft], i: int, cues: list[Cue], earlier: Sequence[Draft]
) -> tuple[Draft | None, Role]:
    """The figure it leans on and what it is of it; (None, its role so far) where it stands alone."""
    before = next((d for d in reversed(counts[:i]) if d.metric), None) or next((d for d in reversed(counts[:i]) if not d.is_article), None)
    ahead = tokens.words[max(0, draft.quantity.first - 2) : draft.quantity.first]
    if "of them" in draft.notes and ahead in (["there", "were"], ["there", "are"]):
        return before or people_before(earlier) or first_counted(earlier), draft.role
    if is_lost(tokens, draft, before):
        draft.cue = next((cue for cue in cues if cue.last == draft.quantity.first and cue.metric == "killed"), None)
        draft.metric = "killed" if draft.cue else ""
    named = people_before(earlier) if tokens.words[draft.noun_first : draft.noun_last] == ["names"] and not draft.cue else None
    if named and named.metric in HARMED:
        return named, draft.role  # "They keep a register of the dead. It holds 113 names."
    if is_part(tokens, draft, cues):
        if draft.cue and draft.cue.form == "ing" and draft.cue.first >= draft.end:
            draft.cue, draft.metric = None, ""  # "killed 14 people, including three children fleeing the town"
        draft.metric = draft.metric or (named_before(tokens, draft, cues) if before is None else "")
        if draft.metric and not draft.cue:
            return None, Role.TOTAL  # "The evacuees in the port, 900 of them by one count, …"
        own = by_head(tokens, draft, cues) if "of the" in draft.notes else ""
        if own in HARMED and before and own != before.metric and not draft.cue:
            draft.metric = own
            return None, Role.PART  # "64 survivors spoke, and a doctor saw 31 of the bodies"
        return whole(before) if before else people_before(earlier) if "of them" in draft.notes else None, Role.PART
    if is_of_known(tokens, draft):
        return None, Role.PART
    if "difference" in draft.notes:
        draft.cue, draft.metric = None, "difference"
        return None, draft.role
    if head := number_of(tokens, draft, before):
        again = next((d for d in earlier if (d.counted or "").lower().endswith(head)), None)
        if not again and not is_share_from(tokens, draft, counts):
            draft.metric = by_subject(tokens, draft, cues)
        return again, draft.role
    if before and (is_of_all(tokens, draft, before) or is_broken_down(tokens, draft, before)):
        return whole(before), Role.PART
    if draft.cue and before and (is_next_part(tokens, draft, before) or is_shot(tokens, draft, before)):
        return whole(before), Role.PART
    if draft.cue and tokens.word(draft.quantity.last) == "of" and i + 1 < len(counts) and is_among(tokens, draft, counts[i + 1]):
        counts[i + 1].is_whole = True
        told_of_all(tokens, counts[i + 1], draft.cue)
        return counts[i + 1], Role.PART
    if before is None and not draft.has_noun and is_of_those(tokens, draft):
        return next((d for d in earlier if d.kind is FigureKind.COUNT), None), Role.PART
    if draft.cue:
        return (before, draft.role) if before and not draft.has_noun else (None, draft.role)
    after = next((d for d in counts[i + 1 : i + 4] if is_among(tokens, draft, d)), None)
    if after:
        behind = counts[counts.index(after) + 1 :]
        later = [cue for cue in cues if cue.first > after.end]
        found = (
            right(tokens, after, behind, later, False) or right(tokens, after, behind, cues, False) or own_cue(tokens, after, behind, cues)
        )
        if found and found.first >= after.end and "among" not in tokens.words[draft.end : after.quantity.first]:
            draft.cue, draft.metric, after.is_whole = found, found.metric, found.first > after.end or after.has_noun
            told_of_all(tokens, after, found)
        elif found:
            after.cue, after.metric = found, found.metric
        return after, Role.PART
    if before and before.role is Role.PART and is_listed(tokens, draft, before, cues):
        return whole(before), Role.PART
    if before and any(rule(tokens, draft, before, cues) for rule in (is_listed, is_elliptic, is_compared, is_placed)):
        is_next = before.role is Role.PART and is_placed(tokens, draft, before, cues)
        return (whole(before), Role.PART) if is_next else (before, draft.role)
    if before and is_gapped(tokens, draft, whole(before)):
        return whole(before), draft.role
    if before is None and (again := same_verb(draft, earlier) or same_fate(tokens, draft, cues, earlier)):
        return again, draft.role
    if before and not draft.has_noun and tokens.words[max(0, draft.quantity.first - 2) : draft.quantity.first] == ["to", "be"]:
        return before, draft.role  # "numbered at 900, are now thought to be nearer 1,000"
    if before and before.metric in HARMED and not draft.has_noun and tokens.word(draft.quantity.first - 2) == "now":
        return before, draft.role  # "at first owned to three dead, now commemorate twelve"
    if before is None and not draft.has_noun and is_subject(tokens, draft) and (of := whole_before(draft, earlier)):
        return of, Role.PART
    if not draft.has_noun and (
        is_answer(tokens, draft)
        or (before is None and is_object(tokens, draft))
        or (is_led(tokens, draft) and (is_total(tokens, draft) or is_changed(tokens, draft)))
    ):
        is_of_people = before is not None and (before.metric in known().people or counts_persons(tokens, before))
        host = before if is_of_people else people_before(earlier) or before
        host = host or (first_counted(earlier) if is_counted(tokens, draft) or is_total(tokens, draft) else None)
        has_changed = is_changed(tokens, draft) and not is_number_of(tokens, draft)
        if host is None and (has_changed or is_tallied(tokens, draft)) and not EVENTS.isdisjoint(tokens.words[: draft.quantity.first]):
            draft.metric = "killed"  # "the blast has risen to 70" leaves out its toll
        if host and host.metric == "recovered" and is_total(tokens, draft):
            draft.metric, host = "killed", None  # "only 22 had been recovered, the total stands at 59"
        return host, draft.role
    if before and is_next_act(tokens, draft, before):
        draft.metric = "people"
    return None, draft.role


def is_share_from(tokens: Tokens, draft: Draft, counts: Sequence[Draft]) -> bool:
    """ "Rents climbed to 29 from 41 percent": what stands behind "from" is no count, so the number before it is none either."""
    last = draft.quantity.last
    return tokens.word(last) == "from" and not any(d.quantity.first == last + 1 for d in counts)


def named_before(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "The evacuees housed in the port, 900 of them …": the metric of those of whom nothing but their name is told."""
    ahead = [cue for cue in cues if cue.last <= draft.quantity.first and cue.role == "head" and cue.metric in known().people]
    return ahead[-1].metric if ahead and "of them" in draft.notes and draft.before == "," else ""


def is_lost(tokens: Tokens, draft: Draft, before: Draft | None) -> bool:
    """ "She nursed 164 wounded and lost 11 of them": they died."""
    return "of them" in draft.notes and draft.before in LOSING and before is not None and before.metric in HARMED


def same_fate(tokens: Tokens, draft: Draft, cues: list[Cue], earlier: Sequence[Draft]) -> Draft | None:
    """ "37 bodies were found. Only 22 had been recovered in May.": what became of them became of what was counted before."""
    at = draft.end
    while tokens.word(at) in AUXILIARIES or tokens.word(at) in ADVERBS:
        at += 1
    told = {cue.metric for cue in cues if cue.first == at and cue.form == "ed"} if at > draft.end and not draft.has_noun else set()
    return next((d for d in earlier if d.metric in told), None)


def same_verb(draft: Draft, earlier: Sequence[Draft]) -> Draft | None:
    """ "The clinic postponed 900 births. A second one postponed 60.": the verb comes again, and so does what it counts."""
    is_verb = draft.before.endswith("ed") or draft.before in VERBS
    return next((d for d in earlier if d.before == draft.before and d.has_noun), None) if is_verb and not draft.has_noun else None


def people_before(earlier: Sequence[Draft]) -> Draft | None:
    """The first figure of people in the sentence before."""
    return next((d for d in earlier if d.metric in known().people or d.metric in CROWDS or d.metric == "recovered"), None)


def is_next_act(tokens: Tokens, draft: Draft, before: Draft) -> bool:
    """ "arrested 12 students and fined nine": the object of a second verb, its noun left out."""
    first = draft.quantity.first
    is_act = tokens.word(first - 2) in ("and", ",") and tokens.word(first - 1).endswith("ed")
    return not draft.has_noun and is_act and (before.metric in known().people or counts_persons(tokens, before))


def first_counted(earlier: Sequence[Draft]) -> Draft | None:
    return next((d for d in earlier if d.kind is FigureKind.COUNT and d.has_noun), None)
