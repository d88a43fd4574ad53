"""Which metric a figure has: the word that governs it, beside it or across its clause, or the figure it leans on."""

from __future__ import annotations

from dataclasses import replace

from tracker.extract.drafts import Draft
from tracker.extract.metrics import TOTAL, Cue, Metrics
from tracker.model import Bound, FigureKind, Role
from tracker.text.phrases import ADVERBS, AUXILIARIES, DETERMINERS, STATES, words
from tracker.text.tokens import Tokens

BETWEEN = ADVERBS | DETERMINERS | words("between") | set("\"“'‘(:")
TO_A_NUMBER = words("to_a_number") | set(":-")
SUBORDINATE = words("subordinate") | set(";:")
REACH = 22
WITHIN = 9


def attach(tokens: Tokens, drafts: list[Draft], cues: list[Cue], metrics: Metrics, earlier: list[Draft]) -> None:
    """Give every draft of the sentence its metric, left to right. earlier — the drafts of the sentence before, for "the total"."""
    for i, draft in enumerate(drafts):
        if draft.kind in (FigureKind.COUNT, FigureKind.RATE):
            following = drafts[i + 1].quantity.first if i + 1 < len(drafts) else len(tokens)
            found = (
                inside(tokens, draft, cues)
                or left(tokens, draft, cues)
                or right(tokens, draft, cues, following)
                or toll(tokens, draft, cues)
            )
            if found:
                draft.cue, draft.metric = found, found.metric
            lean(tokens, draft, drafts[:i], drafts[i + 1 :], earlier)
            if not draft.metric:
                draft.metric = by_head(tokens, draft, cues)
    for i, draft in enumerate(drafts):
        name(tokens, draft, metrics)
        share_hedge(tokens, draft, drafts[i - 1] if i else None)


def inside(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """A noun or state within what is counted, as its head: "12 deaths", "12 dead", "12 injured"."""
    for cue in cues:
        if draft.noun_first <= cue.first < draft.noun_last or (cue.first == draft.noun_last == draft.noun_first):
            if cue.role in ("noun", "state") and cue.last == draft.noun_last and cue.metric in STRONG:
                return cue
            if cue.role == "state" and cue.first == draft.noun_first and "of the" in draft.notes:
                return cue
    return None


STRONG = words("strong")


def left(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The verb or phrase just before the number: "killing 12", "the lives of 12", "injuries to 12"."""
    end = draft.quantity.first
    while end > 0 and tokens.words[end - 1] in BETWEEN and not ends_cue(cues, end):
        end -= 1
    for cue in cues:
        if cue.last == end and (cue.role == "before" or (cue.role == "verb" and not is_passive(tokens, cue))):
            return cue
    return None


def ends_cue(cues: list[Cue], end: int) -> bool:
    return any(cue.last == end and cue.role in ("verb", "before") for cue in cues)


def is_passive(tokens: Tokens, cue: Cue) -> bool:
    """ "were killed": a form of be stands before the participle."""
    return cue.form == "ed" and tokens.word(cue.first - 1) in ("were", "was", "been", "being", "are", "is", "be")


def right(tokens: Tokens, draft: Draft, cues: list[Cue], following: int) -> Cue | None:
    """The participle, verb or state after what is counted, in its clause: "12 people from the town were killed"."""
    begin = draft.end
    for cue in (c for c in cues if begin <= c.first < begin + REACH and c.role in ("verb", "act", "state", "after")):
        gap = tokens.words[begin : cue.first]
        if cue.form == "ing" and cue.role == "verb" and not (gap and gap[-1] in AUXILIARIES):
            return None
        if not gap or is_open(tokens, draft, begin, cue, following):
            return cue if fits(cue) else None
    return None


def fits(cue: Cue) -> bool:
    """An active verb in a form that takes an object does not count its subject: "12 soldiers killed a farmer" is told by what follows."""
    return not (cue.role == "verb" and cue.form in ("s", "base"))


def is_open(tokens: Tokens, draft: Draft, begin: int, cue: Cue, following: int) -> bool:
    """Nothing between the noun and the cue closes the clause."""
    gap = tokens.words[begin : cue.first]
    if any(word in SUBORDINATE for word in gap):
        return False
    if following < cue.first:
        return joins(tokens, begin, following, cue)
    verbs = [k for k, word in enumerate(gap) if word in AUXILIARIES]
    if cue.role in ("verb", "state") and cue.form != "base":
        return (bool(verbs) and len(gap) - verbs[-1] <= WITHIN) or (not verbs and len(gap) <= 3 and cue.role == "state")
    return True


def joins(tokens: Tokens, begin: int, following: int, cue: Cue) -> bool:
    """Another figure between them is of the same list: "12 people including 3 children were killed", "12 men and 3 women died"."""
    link = tokens.words[begin:following]
    if link and (link[0] in ("including", ",", "and", "(", "among") or link[-1] in ("including", "and")) and len(link) <= 5:
        gap = tokens.words[following : cue.first]
        return any(word in AUXILIARIES for word in gap) or cue.role in ("act", "after")
    return False


def toll(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The name of the number itself: "the death toll rose to 12", "put the number of displaced at 400"."""
    first = draft.quantity.first
    if (
        tokens.word(first - 1) not in TO_A_NUMBER
        and draft.quantity.first == draft.quantity.number_first
        and tokens.word(first - 1) not in ('"', "“")
    ):
        return None
    best = [c for c in cues if c.role == "toll" and c.metric != TOTAL and c.last <= first and first - c.last <= REACH]
    return best[-1] if best else None


def lean(tokens: Tokens, draft: Draft, before: list[Draft], behind: list[Draft], earlier: list[Draft]) -> None:
    """Take metric, and noun where left out, from another figure: breakdowns, ellipsis, "bringing the total to"."""
    counts = [d for d in before if d.kind is FigureKind.COUNT]
    host = counts[-1] if counts else None
    prior = tokens.word(draft.quantity.first - 1)
    two = tokens.words[max(0, draft.quantity.first - 3) : draft.quantity.first]
    if host and ("including" in two or two[-2:] == ["among", "them"] or two[-1:] == ["includes"]):
        draft.leans_on, draft.role = host, Role.PART
    elif host and draft.metric == "" and not draft.has_noun and prior in ("and", ",", "another", "or", "from", "plus", ";"):
        draft.leans_on = host
    elif host and draft.metric == "" and "of them" in " ".join(tokens.words[draft.quantity.number_last : draft.quantity.number_last + 3]):
        draft.leans_on, draft.role = host, Role.PART
    elif draft.metric == "" and behind and among(tokens, draft, behind[0]):
        draft.leans_on, draft.role = behind[0], Role.PART
    elif draft.metric == "" and prior in TO_A_NUMBER and not draft.has_noun and is_total(tokens, draft):
        draft.leans_on = host or (earlier[-1] if earlier else None)


def share_hedge(tokens: Tokens, draft: Draft, before: Draft | None) -> None:
    """ "around 900 were killed and 70 hurt": an approximation reaches over "and" to a number whose noun is left out."""
    q = draft.quantity
    if before is None or before.quantity.bound is not Bound.APPROX or q.bound is not Bound.EXACT or draft.kind is not before.kind:
        return
    if tokens.word(q.first - 1) == "and" and "others" not in draft.notes and tokens.words[draft.noun_first : draft.noun_last] in BARE:
        draft.quantity = replace(q, bound=Bound.APPROX)


def among(tokens: Tokens, draft: Draft, host: Draft) -> bool:
    """ "68 children were among the 126 people killed"."""
    gap = tokens.words[draft.end : host.quantity.first]
    return len(gap) <= 4 and ("among" in gap or gap[:2] == ["of", "the"])


def is_total(tokens: Tokens, draft: Draft) -> bool:
    return bool(
        {"total", "figure", "number", "count", "tally", "estimate"}
        & set(tokens.words[max(0, draft.quantity.first - 10) : draft.quantity.first])
    )


def by_head(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """The metric that the noun alone gives ("900 troops"), else its head word, else nothing."""
    for cue in cues:
        if draft.noun_first <= cue.first and cue.last == draft.noun_last and cue.role in ("head", "noun", "state"):
            return cue.metric
    return tokens.words[draft.noun_last - 1] if draft.has_noun else ""


def name(tokens: Tokens, draft: Draft, metrics: Metrics) -> None:
    """Set metric and noun from the figure leant on, and the noun where the text leaves it out."""
    host = draft.leans_on
    if host and host.metric and draft.cue is None:
        draft.metric = host.metric
    if draft.has_noun and tokens.words[draft.noun_first] not in BARE_STATES:
        draft.counted = tokens.words_of(draft.noun_first, draft.noun_last)
    elif draft.kind is FigureKind.COUNT and draft.metric:
        draft.counted = left_out(draft, host, metrics)


BARE_STATES = STATES - {"dead"}
BARE = [[], *([state] for state in BARE_STATES)]


def left_out(draft: Draft, host: Draft | None, metrics: Metrics) -> str | None:
    """The noun the text leaves out: of the figure leant on where the metric is the same, of the toll, else of the metric."""
    if host and host.counted and host.metric == draft.metric and "others" not in draft.notes:
        return host.counted
    if draft.cue and draft.cue.role == "toll" and draft.metric == "killed":
        return "dead"
    return metrics.counted.get(draft.metric)
