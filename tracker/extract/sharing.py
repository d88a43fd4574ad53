"""What neighbouring figures share: a unit, a vehicle, a hedge, the whole that one is a share of."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tracker.extract.behind import right
from tracker.extract.drafts import Draft
from tracker.extract.metrics import Cue, metrics
from tracker.extract.naming import is_bare
from tracker.model import Bound, FigureKind, Role
from tracker.text.numbers import LETTERS, SCALES
from tracker.text.phrases import DETERMINERS, SPEECH, is_person, words
from tracker.text.tokens import Tokens

WITH_UNIT: Final = (FigureKind.MONEY, FigureKind.PERCENT, FigureKind.MEASURE)
COMPARED: Final = words("compared")
UNSAID: Final = DETERMINERS | {"combined", "total", "mere"}
GROUPING: Final = words("groups") | DETERMINERS | {"of"}


def share_unit(tokens: Tokens, one: Draft, following: Draft) -> None:
    """ "three or four euros", "5- or 6-inch", "90 million of the 2 billion euros": the unit stands with the second alone. In "$9 million
    and 7 million" and in "12 votes to 9" it stands with the first.
    """
    gap = tokens.words[one.quantity.number_last : following.quantity.first]
    is_share = gap == ["to"] and following.kind is FigureKind.PERCENT
    if (
        not one.has_noun
        and one.before != "the"
        and (is_share or gap in (["or"], ["-", "or"], ["of", "the"], ["and"], ["of"], ["but"]))
        and following.has_noun
    ):
        one.noun_first, one.noun_last, one.kind, one.metric = following.noun_first, following.noun_last, following.kind, following.metric
        one.shared = True
    elif tokens.words[one.noun_first : following.quantity.first] == ["votes", "to"] and not following.has_noun:
        following.noun_first, following.noun_last, following.shared = one.noun_first, one.noun_last, True
    elif one.kind is FigureKind.MONEY and not following.has_noun and following.metric == "" and is_scaled(tokens, following):
        following.noun_first, following.noun_last, following.kind, following.metric = one.noun_first, one.noun_last, one.kind, one.metric
        following.shared = True


def is_scaled(tokens: Tokens, made: Draft) -> bool:
    """The number ends in a word of scale: "71 million" counts something even where nothing is named."""
    return tokens.words[made.quantity.number_last - 1] in SCALES or tokens.words[made.quantity.number_last - 1] in LETTERS


def share_kind(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """ "9.1 percent, compared with 6.5 a year ago", "to 29 from 41 percent": a bare number set beside one with a unit has that unit."""
    for one, following in pairwise(drafts):
        is_end = one.before == "to" and following.before == "from"
        bare, other = (one, following) if is_end and not one.has_noun else (following, one)
        has_unit = other.kind in WITH_UNIT and not other.quantity.numeral.is_share
        if has_unit and not bare.metric and not bare.has_noun and (bare is one or is_compared(tokens, following, one, [])):
            bare.kind, bare.metric, bare.shared = other.kind, other.metric, True
            bare.noun_first, bare.noun_last = other.noun_first, other.noun_last


def share_vehicle(tokens: Tokens, counts: Sequence[Draft]) -> None:
    """ "52 pilgrims and three crew on board", "carrying 52 pilgrims and a crew of three": all of them are aboard."""
    for one, following in pairwise(counts):
        gap = [word for word in tokens.words[one.end : following.quantity.first] if word not in GROUPING]
        is_joined = gap in (["and"], [","], ["plus"])
        for draft, other in ((following, one), (one, following)):
            is_unheld = draft.cue is None and draft.metric not in metrics().people
            if is_joined and other.metric == "aboard" and is_unheld and (draft.metric == "people" or counts_persons(tokens, draft)):
                draft.metric = "aboard"


def counts_persons(tokens: Tokens, draft: Draft) -> bool:
    return draft.has_noun and is_person(tokens.words[draft.noun_last - 1])


def share_of(tokens: Tokens, draft: Draft, before: Sequence[Draft], behind: Sequence[Draft], cues: list[Cue]) -> None:
    """ "a third of the 30 guards" and "16 guards, half in the north" are counts: the share of the number, about."""
    of = tokens.words[draft.quantity.last : behind[0].quantity.first] if behind else []
    host = behind[0] if of in (["of", "the"], ["of"], ["of", "its"], ["of", "their"]) else None
    found = right(tokens, host, behind[1:], cues, False) if host else None
    if host is None and before and is_left_open(tokens, draft):
        host = before[-1]
    value, share = host.quantity.stated if host else None, draft.quantity.numeral.value
    if host is None or value is None or share is None or host.kind is not FigureKind.COUNT or host.leans(draft):
        return
    part, bound = round(Decimal(value) * Decimal(share)), draft.quantity.bound
    counted = draft.quantity.stating(part, part, Bound.APPROX)
    draft.quantity = counted if bound is Bound.EXACT else counted.bounded_as(bound)
    draft.kind, draft.metric, draft.leans_on, draft.role = FigureKind.COUNT, found.metric if found else host.metric, host, Role.PART
    draft.noun_first = draft.noun_last = draft.quantity.after
    draft.counted = tokens.words_of(host.noun_first, host.noun_last) or None


def is_left_open(tokens: Tokens, draft: Draft) -> bool:
    """It stands after a comma or dash, and no noun of its own follows: "16 guards, half of them", "half in the north"."""
    after = tokens.words[draft.quantity.last : draft.quantity.last + 2]
    if tokens.word(draft.quantity.first - 1) not in (",", "-", "–", "—"):
        return False
    return after == ["of", "them"] or after == ["of", "whom"] or after[:1] in (["in"], ["at"], ["near"])


def share_hedge(tokens: Tokens, draft: Draft, before: Draft | None) -> None:
    """ "around 900 were killed and 70 hurt": an approximation reaches over "and" to a number whose noun is left out; any bound reaches a
    conversion in brackets ("more than 60 miles (97 km)").
    """
    q = draft.quantity
    if before and before.per and not draft.per and draft.has_noun and tokens.words[before.end : q.first][-1:] in (["or"], ["("]):
        draft.per, draft.kind = before.per, before.kind
    if before is None or q.bound is not Bound.EXACT or draft.kind is not before.kind:
        return
    between = tokens.words[before.end : q.first]
    if q.unit and between == ["("]:
        draft.quantity = q.bounded_as(before.quantity.bound)
        return
    if (
        is_bare(tokens, draft)
        and before.quantity.bound is Bound.APPROX
        and tokens.word(q.first - 1) == "and"
        and "others" not in draft.notes
    ):
        draft.quantity = q.stating(q.low, q.high, Bound.APPROX)


def is_compared(tokens: Tokens, draft: Draft, before: Draft, cues: list[Cue]) -> bool:
    """ "up from 71", "compared with 52", "the union said 900"."""
    ahead = [word for word in tokens.words[max(0, draft.quantity.first - 4) : draft.quantity.first] if word not in UNSAID][-3:]
    if ahead and ahead[-1] in SPEECH and not draft.has_noun:
        return True
    is_end = ahead[-1:] == ["to"] and tokens.word(before.quantity.first - 1) == "from"
    if ahead and (ahead[-1].endswith("'s") or ahead[-1] == "'"):
        ahead = [word for word in tokens.words[before.end : draft.quantity.first] if word in COMPARED or word == "to"]
    if ahead[-1:] in (["at"], ["on"], ["by"], ["of"]) and ahead[-2:-1] in (["not"], ["than"], ["instead"]):
        ahead.pop()  # "and not at 12"
    if ahead[-2:] == ["loss", "of"]:
        return not draft.has_noun  # "shot down 12 aircraft for the loss of nine"
    is_set_beside = ahead[-1:] in (["from"], ["than"], ["versus"], ["against"], ["not"], ["instead"]) or (
        len(ahead) > 1 and ahead[-2] in COMPARED
    )
    return not draft.has_noun and (is_end or is_set_beside)
