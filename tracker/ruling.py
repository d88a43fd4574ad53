"""What decisions make of pairs and claims: pure, so that a rebuild comes to the same as the day they were made.

A person's latest word counts. Two who disagree are not overruled: the pair stays as it was found and its claim is disputed, until one
withdraws or the lead has spoken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from tracker.model import SERIOUSNESS, Claim, Decision, Figure, Number, Pair, Relation, Ruling, Verdict

RELATION = {
    Verdict.REVISION: Relation.REVISION,
    Verdict.RUNNING_TOTAL: Relation.RUNNING_TOTAL,
    Verdict.DISTINCT: Relation.DIFFERENT_SCOPE,
    Verdict.SPLIT_CLAIM: Relation.DIFFERENT_SCOPE,
    Verdict.ECHO: Relation.ECHO,
}
"""Verdicts on pairs, and what each makes of them; joining makes what the numbers say."""
PAIRWISE = (*RELATION, Verdict.JOIN_CLAIMS)
ORIGINS = (Verdict.ECHO, Verdict.SPLIT_ORIGIN)
"""Verdicts on whether two figures come from one origin."""
FROM_FIRST = (Verdict.REVISION, Verdict.ECHO)
"""The first figure stands against each of the others; otherwise each against each."""
ACROSS = (Verdict.SPLIT_CLAIM, Verdict.JOIN_CLAIMS, Verdict.SPLIT_ORIGIN)
"""The first `value` figures stand against the rest."""
POSITIONS = (Verdict.PREFER, Verdict.RANGE, Verdict.REVISION, Verdict.RUNNING_TOTAL, Verdict.ECHO, Verdict.UNSURE)
"""What a reviewer can hold of a claim as a whole; the latest of each counts."""
WORDS = {
    Relation.REVISION: "a revision",
    Relation.RUNNING_TOTAL: "a running total",
    Relation.DIFFERENT_SCOPE: "figures of different things",
    Relation.ECHO: "an echo",
}
Key = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruled:
    """pairs — as they stand now; disputed — pairs on which reviewers disagree; apart — pairs that must not come into one claim;
    parted — pairs that do not come from one origin; tied — pairs that a person brought into one claim.
    """

    pairs: tuple[Pair, ...]
    disputed: frozenset[Key]
    apart: frozenset[Key] = frozenset()
    parted: frozenset[Key] = frozenset()
    tied: frozenset[Key] = frozenset()


def pairs_of(ruling: Ruling) -> list[tuple[str, str]]:
    """The pairs of figures that a ruling is about; orphans are left out."""
    figures = [target for target in ruling.targets if target]
    verdict = ruling.decision.verdict
    if verdict in FROM_FIRST:
        return [(ruling.targets[0], other) for other in figures[1:]] if ruling.targets and ruling.targets[0] else []
    if verdict in ACROSS:
        first = ruling.targets[: share(ruling.decision)]
        rest = ruling.targets[len(first) :]
        return [(a, b) for a in first for b in rest if a and b]
    return [(a, b) for at, a in enumerate(figures) for b in figures[at + 1 :]]


def share(decision: Decision) -> int:
    """How many of the anchors stand on the first side: the value of a split or join, one where it is none."""
    return int(decision.value) if decision.value.isdigit() else 1


def rule_pairs(found: Iterable[Pair], rulings: Sequence[Ruling], figure_by_id: Mapping[str, Figure], lead: str | None = None) -> Ruled:
    """The pairs as found, with what was decided put in its place; pairs that only a person made are added, in order of deciding."""
    pair_by_key: dict[Key, Pair] = {frozenset((pair.a, pair.b)): pair for pair in found}
    disputed: set[Key] = set()
    tied, apart = told(rulings, lead)
    for key, counted in latest(rulings, PAIRWISE, lead).items():
        if len({ruling.decision.verdict for ruling, _ in counted}) > 1:
            disputed.add(key)
        elif len(key) == 2:
            pair_by_key[key] = ruled(*counted[-1], pair_by_key.get(key), figure_by_id)
    parted = {key: said[-1][0] for key, said in latest(rulings, ORIGINS, lead).items() if all(is_parting(ruling) for ruling, _ in said)}
    pairs = tuple(of_two_origins(pair, parted.get(key)) for key, pair in pair_by_key.items())
    return Ruled(pairs, frozenset(disputed), apart, frozenset(parted), tied)


def told(rulings: Sequence[Ruling], lead: str | None = None) -> tuple[frozenset[Key], frozenset[Key]]:
    """Pairs that a person brought into one claim, and pairs that must not come into one; those disputed are neither."""
    said = {key: {ruling.decision.verdict for ruling, _ in counted} for key, counted in latest(rulings, PAIRWISE, lead).items()}
    firm = {key: verdicts.pop() for key, verdicts in said.items() if len(verdicts) == 1 and len(key) == 2}
    apart = frozenset(key for key, verdict in firm.items() if RELATION.get(verdict) is Relation.DIFFERENT_SCOPE)
    return frozenset(firm) - apart, apart


def latest(rulings: Iterable[Ruling], verdicts: Collection[Verdict], lead: str | None) -> dict[Key, list[tuple[Ruling, tuple[str, str]]]]:
    """What counts of each pair that these verdicts are on: the last word of each reviewer, the lead's alone where there is one."""
    said_by_key: dict[Key, dict[str, tuple[Ruling, tuple[str, str]]]] = {}
    for ruling in rulings:
        if ruling.decision.verdict in verdicts:
            for pair in pairs_of(ruling):
                said_by_key.setdefault(frozenset(pair), {})[ruling.decision.reviewer] = (ruling, pair)
    return {key: [said[lead]] if lead in said else list(said.values()) for key, said in said_by_key.items()}


def is_parting(ruling: Ruling) -> bool:
    return ruling.decision.verdict is Verdict.SPLIT_ORIGIN


def of_two_origins(pair: Pair, ruling: Ruling | None) -> Pair:
    """An echo no more, but two who say the same; any other relation does not rest on where the figures come from."""
    if ruling is None or pair.relation is not Relation.ECHO:
        return pair
    because = f": {ruling.decision.reason}" if ruling.decision.reason else ""
    return replace(pair, relation=Relation.CORROBORATES, reason=f"{ruling.decision.reviewer} judged that they have two origins{because}")


def origins_told(claim: Claim, parted: frozenset[Key]) -> Claim:
    """The claim with its origins as a person parted them: each figure is with the first of its group that it is not told from."""
    inside = [key for key in parted if key <= set(claim.figures)]
    if not inside or not claim.origin_groups:
        return claim
    held: dict[int, list[list[str]]] = {}
    place = {}
    for figure, group in zip(claim.figures, claim.origin_groups, strict=True):
        parts = held.setdefault(group, [])
        part = next((part for part in parts if not any(frozenset((figure, other)) in parted for other in part)), None)
        if part is None:
            parts.append(part := [])
        part.append(figure)
        place[figure] = (group, parts.index(part))
    numbers: dict[tuple[int, int], int] = {}
    groups = tuple(numbers.setdefault(place[figure], len(numbers)) for figure in claim.figures)
    return replace(claim, origin_groups=groups, origins=len(numbers))


def kept_apart(pairs: Sequence[Pair], apart: frozenset[Key]) -> list[Pair]:
    """The pairs, less those that would bring together by way of others what was told apart; figures that agree stay together first."""
    group_by_figure: dict[str, set[str]] = {}
    kept = []
    for pair in sorted(pairs, key=lambda pair: (-SERIOUSNESS.index(pair.relation), pair.id)) if apart else ():
        a, b = (group_by_figure.setdefault(figure, {figure}) for figure in (pair.a, pair.b))
        if a is not b and any(frozenset((x, y)) in apart for x in a for y in b):
            continue
        kept.append(pair.id)
        if a is not b:
            a |= b
            group_by_figure.update(dict.fromkeys(b, a))
    wanted = set(kept)
    return [pair for pair in pairs if not apart or pair.id in wanted]


def ruled(ruling: Ruling, pair: tuple[str, str], found: Pair | None, figure_by_id: Mapping[str, Figure]) -> Pair:
    a, b = (found.a, found.b) if found else pair
    verdict = ruling.decision.verdict
    relation = RELATION.get(verdict) or by_numbers(figure_by_id.get(a), figure_by_id.get(b))
    words = WORDS.get(relation, f"one question, where they are {relation.value.replace('_', ' ')}")
    because = f": {ruling.decision.reason}" if ruling.decision.reason else ""
    return Pair(a, b, relation, f"{ruling.decision.reviewer} judged them {words}{because}")


def by_numbers(a: Figure | None, b: Figure | None) -> Relation:
    """What two figures of one question are by their numbers alone."""
    if a is None or b is None or not a.interval or not b.interval:
        return Relation.COMPATIBLE
    if (a.low, a.high) == (b.low, b.high):
        return Relation.CORROBORATES
    (low, high), (other_low, other_high) = a.interval, b.interval
    apart = (high is not None and other_low is not None and high < other_low) or (
        low is not None and other_high is not None and other_high < low
    )
    return Relation.CONFLICT if apart else Relation.COMPATIBLE


def rule_claim(
    claim: Claim, ruled: Ruled, rulings: Sequence[Ruling], figure_by_id: Mapping[str, Figure], lead: str | None = None
) -> tuple[Claim, str]:
    """The claim with what was decided about it, and its state: open, decided, disputed or pending."""
    members = frozenset(claim.figures)
    about = [ruling for ruling in rulings if members & set(ruling.targets)]
    positions = positions_of(about, members, lead)
    state = state_of(claim, ruled, positions, members)
    claim = origins_told(claim, ruled.parted)
    for ruling in about:
        claim = set_by(claim, ruling, figure_by_id)
    kept = [ruling for ruling in positions if ruling.decision.verdict is Verdict.PREFER]
    if state == "decided" and kept and claim.best is None:
        claim = preferred(claim, figure_by_id.get(kept[-1].targets[0] or ""))
    return claim, state


def positions_of(rulings: Sequence[Ruling], members: Key, lead: str | None) -> list[Ruling]:
    """The latest word of each reviewer on the claim as a whole, the lead's alone where there is one."""
    latest: dict[str, Ruling] = {}
    for ruling in rulings:
        if ruling.decision.verdict in POSITIONS and ruling.targets and ruling.targets[0] in members:
            latest[ruling.decision.reviewer] = ruling
    return [latest[lead]] if lead in latest else list(latest.values())


def state_of(claim: Claim, ruled: Ruled, positions: Sequence[Ruling], members: Key) -> str:
    if any(key <= members for key in ruled.disputed):
        return "disputed"
    firm = [ruling for ruling in positions if ruling.decision.verdict is not Verdict.UNSURE]
    if len({position(ruling) for ruling in firm}) > 1:
        return "disputed"
    if not firm:
        return "pending" if positions else "open"
    covered = {target for ruling in firm for target in ruling.targets}
    conflicts = [pair for pair in ruled.pairs if pair.relation is Relation.CONFLICT and {pair.a, pair.b} <= members]
    return "decided" if all({pair.a, pair.b} <= covered for pair in conflicts) else "open"


def position(ruling: Ruling) -> tuple[Verdict, str | None]:
    """Two reviewers agree where verdict and, if one figure is singled out, the figure are the same."""
    verdict = ruling.decision.verdict
    return verdict, ruling.targets[0] if verdict in (Verdict.PREFER, *FROM_FIRST) else None


def set_by(claim: Claim, ruling: Ruling, figure_by_id: Mapping[str, Figure]) -> Claim:
    """The claim with the number or name that one decision sets."""
    value = ruling.decision.value
    if ruling.decision.verdict is Verdict.RENAME_CLAIM:
        return replace(claim, name=value)
    if ruling.decision.verdict is Verdict.SET_LOW:
        return replace(claim, low=number(value))
    if ruling.decision.verdict is Verdict.SET_BEST:
        return replace(claim, best=number(value))
    if ruling.decision.verdict is Verdict.SET_HIGH:
        return replace(claim, high=number(value))
    return claim


def preferred(claim: Claim, figure: Figure | None) -> Claim:
    """The claim with the preferred figure as its best; a range stays low and high."""
    if figure is None or (figure.low is not None and figure.high is not None and figure.low != figure.high):
        return claim
    return replace(claim, best=figure.low if figure.low is not None else figure.high)


def number(text: str) -> Number | None:
    """An exact number of the text ("1,200"), None where it is none."""
    bare = text.replace(",", "").strip()
    try:
        return int(bare) if bare.lstrip("-").isdigit() else Decimal(bare)
    except InvalidOperation:
        return None
