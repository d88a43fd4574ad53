"""Which figures make up which claims, kept up to date: a change works on the claims it touches, and ends where a rebuild would end.

What is done to some figures can do something to the claims they are tied to, and where one of these falls apart, to those around it. So the
claims beside are *known* at first, by what they keep of themselves (`compare.parting`); one that does not stay as it is, or only grow, is
*opened*: of its figures every tie is asked for, and the claims at their other ends become known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tracker import compare, ruling
from tracker.model import Claim, Entry, Figure, Pair, Ruling, Voice, changed
from tracker.store.base import Store

Key = frozenset[str]
LEAD = "lead"
"""The setting that names the reviewer whose word settles a disagreement."""


def regroup(store: Store, figures: Sequence[str], is_ruled: bool = False) -> None:
    """Build the claims of these figures, and of all in one claim with them now, again from the stored pairs and decisions.

    is_ruled — a decision on them was made or withdrawn, so that pairs may stand otherwise than before.
    """
    about = store.rulings(figures)
    touched = list(dict.fromkeys([*figures, *(target for ruling in about for target in ruling.targets if target)]))
    touched = store.claimed_with(touched)
    if (about := store.rulings(touched)) or is_ruled:
        targets = dict.fromkeys(target for ruling in about for target in ruling.targets if target)
        figure_by_id = {entry.figure.id: entry.figure for entry in store.entries(list(dict.fromkeys([*touched, *targets])))}
        found, own = store.found_pairs_of(touched), set(touched)
        ruled = ruling.rule_pairs(found, about, figure_by_id, store.setting(LEAD))
        as_found = set(found)
        store.rule_pairs(touched, [pair for pair in ruled.pairs if pair not in as_found and not own.isdisjoint((pair.a, pair.b))])
    Neighbourhood(store).settle(touched)


def extend(store: Store, figures: Sequence[str]) -> None:
    """Put figures that are in no claim yet into claims."""
    if store.rulings(figures):
        regroup(store, figures)
    else:
        Neighbourhood(store, figures).settle(figures)


class Neighbourhood:
    """Figures whose claims are built, and the claims around them. fresh — those that are in none yet."""

    def __init__(self, store: Store, fresh: Iterable[str] = ()) -> None:
        self.store = store
        self.lead = store.setting(LEAD)
        self.fresh = set(fresh)
        self.opened: set[str] = set()
        self.known: dict[str, Claim] = {}
        self.entries: dict[str, Entry] = {}
        self.extents: dict[str, compare.Extent] = {}
        self.copies = compare.Copies(store.sketches)
        self.pairs: dict[Key, Pair] = {}
        self.ties: set[compare.Tie] = set()
        self.rulings: list[Ruling] = []
        self.sure: frozenset[Key] = frozenset()
        self.apart: frozenset[Key] = frozenset()

    def settle(self, figures: Sequence[str]) -> None:
        """Build the claims of these, all that are in one claim among them."""
        self.open(figures)
        parts = compare.part(self.extents, self.ties)
        while disturbed := self.disturbed(parts):
            self.open(disturbed)
            parts = compare.part(self.extents, self.ties)
        self.save([one for one in parts if not self.is_kept(one)], figures)

    def open(self, figures: Sequence[str]) -> None:
        while figures:
            self.opened.update(figures)
            for figure in figures:
                self.known.pop(figure, None)
                self.extents.pop(figure, None)
            found = self.store.entries(figures)
            self.entries.update((entry.figure.id, entry) for entry in found)
            self.extents |= compare.extents(found)
            pairs = self.store.pairs_of(figures, is_linked=True)
            met = self.opened.union(self.extents)
            ends = dict.fromkeys(end for pair in pairs for end in (pair.a, pair.b) if end not in met)
            near = [made for made in self.store.claims_of(list(ends)) if self.opened.isdisjoint(made.figures)]
            self.heed([*figures, *(figure for made in near for figure in made.figures)])
            self.pairs.update((frozenset((pair.a, pair.b)), pair) for pair in pairs)
            self.ties |= self.weighed(pairs)
            figures = [figure for made in near if not self.meet(made) for figure in made.figures]

    def heed(self, figures: Sequence[str]) -> None:
        """What was decided about these figures."""
        if found := self.store.rulings(figures):
            rulings = {about.decision.number: about for about in (*self.rulings, *found)}
            self.rulings = [rulings[number] for number in sorted(rulings)]
            self.sure, self.apart = ruling.told(self.rulings, self.lead)

    def weighed(self, pairs: Iterable[Pair]) -> set[compare.Tie]:
        """The ties that pairs are; those that an earlier version stored are weighed."""
        unknown = [pair for pair in pairs if pair.points is None and frozenset((pair.a, pair.b)) not in self.sure]
        sides = compare.sides(self.store.entries(list(dict.fromkeys(end for pair in unknown for end in (pair.a, pair.b)))))
        side_by_id = {side.id: side for side in sides}
        gone = {pair for pair in unknown if pair.a not in side_by_id or pair.b not in side_by_id}
        return {compare.tie(pair, self.sure, side_by_id) for pair in pairs if pair not in gone}

    def meet(self, made: Claim) -> bool:
        """Take a claim for known; False where what it keeps of itself does not suffice."""
        if not made.holding or any(key.intersection(made.figures) for key in self.apart):
            return False
        extents, bonds = compare.read(made)
        self.extents |= extents
        self.ties |= set(bonds)
        self.known.update(dict.fromkeys(made.figures, made))
        return True

    def disturbed(self, parts: Sequence[compare.Part]) -> list[str]:
        """The figures of known claims that fall apart, or come into a part of which their bonds do not tell all."""
        number = {figure: at for at, one in enumerate(parts) for figure in one.figures}
        ruled = {target for about in self.rulings for target in about.targets}
        intricate = {at for at, one in enumerate(parts) if not one.is_plain or not ruled.isdisjoint(one.figures)}
        found: list[str] = []
        for made in self.claims():
            held = {number[figure] for figure in made.figures}
            is_kept = len(parts[number[made.figures[0]]].figures) == len(made.figures)
            if len(held) > 1 or not (is_kept or held.isdisjoint(intricate)):
                found += made.figures
        return found

    def claims(self) -> list[Claim]:
        """Those known."""
        return [made for figure, made in self.known.items() if figure == made.figures[0]]

    def is_kept(self, one: compare.Part) -> bool:
        made = self.known.get(one.figures[0])
        return made is not None and len(made.figures) == len(one.figures)

    def save(self, parts: Sequence[compare.Part], instead_of: Sequence[str]) -> None:
        widened = [one for one in parts if self.widen(one)]
        parts = [one for one in parts if one not in widened]
        members = [figure for one in parts for figure in one.figures]
        self.read(members)
        entries = [self.entries[figure] for figure in members]
        held = {made.figures[0]: made for figure in members if (made := self.known.get(figure))}
        pairs = [
            *(pair for key, pair in self.pairs.items() if key <= self.entries.keys()),
            *filter(None, map(compare.chain, held.values())),
        ]
        found = compare.claims_of(parts, entries, pairs, self.sure, lambda pairs: ruling.kept_apart(pairs, self.apart))
        done = {figure for one in widened for figure in one.figures}
        instead_of = [*members, *(figure for figure in instead_of if figure not in done)]
        self.store.save_claims(*self.ruled(found, pairs, {entry.figure.id: entry.figure for entry in entries}), instead_of)

    def ruled(
        self, found: Sequence[Claim], pairs: Iterable[Pair], figure_by_id: Mapping[str, Figure]
    ) -> tuple[list[Claim], dict[str, str]]:
        """The claims with what was decided about them, and their states."""
        about = [one for one in self.rulings if not figure_by_id.keys().isdisjoint(one.targets)]
        if not about:
            return list(found), {}
        ruled = ruling.rule_pairs([pair for pair in pairs if {pair.a, pair.b} <= figure_by_id.keys()], about, figure_by_id, self.lead)
        made = [ruling.rule_claim(claim, ruled, about, figure_by_id, self.lead) for claim in found]
        return [claim for claim, _ in made], {claim.id: state for claim, state in made}

    def widen(self, one: compare.Part) -> bool:
        """Put the figures of a part into the longest of the known claims in it. Of claims only what says it all is read; False where that
        cannot be.
        """
        held = {made.figures[0]: made for figure in one.figures if (made := self.known.get(figure))}
        claims = sorted(held.values(), key=lambda made: -len(made.figures))
        if not claims or not is_long(claims[0]) or not self.fresh.union(self.known).issuperset(one.figures):
            return False
        witnesses = [figure for made in claims for figure in made.witnesses or made.figures]
        told, heads = self.store.entries(witnesses), [made.figures[0] for made in claims]
        texts, others = self.store.texts(heads[:1]), self.store.texts(heads[1:])
        is_whole = sum((*texts.values(), *others.values())) == sum(len(made.figures) for made in claims)
        if not is_whole or len(told) != len(witnesses):
            return False
        new = [figure for figure in one.figures if figure not in self.known]
        self.read(new)
        fresh, members = [self.entries[figure] for figure in new], set(one.figures)
        pairs = [pair for key, pair in self.pairs.items() if key <= members]
        copies = self.copies.among([*others, *(entry.heading.id for entry in fresh)], texts)
        made = compare.grow(claims, told, fresh, pairs, self.voices(heads, fresh, copies), copies, self.store.orders)
        self.store.widen_claim(changed(made, holding=compare.written(made.figures, self.extents, one.bonds)), new, heads)
        return True

    def voices(self, heads: Sequence[str], fresh: Iterable[Entry], copies: Iterable[tuple[str, str]]) -> dict[str, Voice]:
        """Whom the figures of the claims come from that begin with these; of the first only those that may come from where another does."""
        voices = self.store.voices(heads[1:])
        near = [*compare.voices(fresh), *voices.values()]
        return voices | self.store.voices(heads[:1], near, {text for pair in copies for text in pair})

    def read(self, figures: Iterable[str]) -> None:
        found = self.store.entries([figure for figure in figures if figure not in self.entries])
        self.entries.update((entry.figure.id, entry) for entry in found)


def is_long(made: Claim) -> bool:
    """Its witnesses spare reading most of its figures."""
    return 0 < 2 * len(made.witnesses) < len(made.figures)
