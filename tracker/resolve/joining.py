"""Which names of many articles are one person or body. A name joins only where exactly one candidate remains; the rest is for a person.

Candidates are looked up by folded words, so that the cost grows with the number of names and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tracker.model import Match, Sameness, Speaker, SpeakerKind, SpeakerProposal, content_hash
from tracker.resolve.gathering import Called, merged_roles
from tracker.resolve.matching import are_unlike, match
from tracker.text.body_names import words_of
from tracker.text.canonical import canonical, fold
from tracker.text.countries import is_demonym
from tracker.text.lookup import asked, family_of, filed, person_words
from tracker.text.metonyms import bodies

CROWDED: Final = 300
"""At most so many candidates by one key."""
PROPOSED: Final = 5
"""At most so many proposals for one name."""
JOINED: Final = 0.835
"""From which score on the program joins two names: one that ends early ("Ana Ruiz" beside "Ana Ruiz Prado") stays below."""
APART: Final = 0.6
"""Below this score with any of its names, a group of names cannot be joined."""
UNSCORED: Final = 0.65
"""What a proposal is given that rests on no comparison of letters: a shared family name, a metonym."""


UNLIKE: Final = Match(0.0, Sameness.DIFFERENT, "the words are not alike")


@dataclass(slots=True)
class Group:
    """Names taken for one person or body. names — one of each printing, by `canonical`."""

    members: list[Called] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    number: int = 0
    is_body: bool = False

    def add(self, key: str, members: Iterable[Called]) -> None:
        for one in members:
            self.members.append(one)
            self.names.setdefault(key, one.name)
            self.is_body = self.is_body or one.is_body

    @property
    def kind(self) -> str:
        return "organisation" if self.is_body else "person"

    @property
    def known(self) -> set[str]:
        return {one.known for one in self.members if one.known}

    @property
    def name(self) -> str:
        """The fullest name; of equally full ones the most frequent."""
        counts: dict[str, int] = defaultdict(int)
        for one in self.members:
            counts[one.name] += 1
        return max(counts, key=lambda name: (len(fold(name).split()), not is_demonym(name), counts[name], name))

    @property
    def id(self) -> str:
        """The id it was known by before, else one made of its fullest name."""
        if self.known:
            return min(self.known)
        article = self.members[0].article if all("@" in key for key in self.names) else ""
        return content_hash("speaker", self.kind, canonical(self.name), article)

    def speaker(self) -> Speaker:
        """As it was known before where nothing has joined it."""
        if len(self.members) == 1 and self.members[0].stored:
            return self.members[0].stored
        forms = dict.fromkeys(form for one in self.members for form in (one.name, *one.forms))
        kind = SpeakerKind.ORGANISATION if self.is_body else SpeakerKind.PERSON
        return Speaker(self.id, self.name, kind, tuple(forms), merged_roles(self.members))


class Joiner:
    """Puts names into groups, the fullest first. told_apart — pairs of canonical names a person told apart."""

    def __init__(self, told_apart: Iterable[tuple[str, str]] = ()) -> None:
        self.apart = {frozenset((canonical(a), canonical(b))) for a, b in told_apart}
        self.groups: list[Group] = []
        self.blocks: dict[str, list[int]] = defaultdict(list)
        self.wanted: set[str] = set()
        self.before = 0
        self.proposals: dict[tuple[int, int], Match] = {}

    def join(self, called: Sequence[Called]) -> None:
        """Group all names: full persons and bodies by their words, then lone family names, then metonyms are proposed."""
        self.wanted.update(*(asked(one.name, one.is_body) for one in called if not one.known or one.is_lone))
        same: dict[tuple[str, str], list[Called]] = defaultdict(list)
        for one in called:
            same[(one.key, one.known or "")].append(one)
        full = {spot: members for spot, members in same.items() if not members[0].is_lone}
        for (key, known), members in sorted(full.items(), key=lambda item: (not item[0][1], -len(item[0][0].split()), item[0])):
            if known:
                self.new(key, members, [])
                self.before = len(self.groups)
            else:
                self.place(key, members)
        lone = {spot: members for spot, members in same.items() if members[0].is_lone}
        for (key, known), members in sorted(lone.items(), key=lambda item: not item[0][1]):
            self.place_lone(key, members, is_known=known != "")
        self.propose_metonyms()

    def place(self, key: str, members: list[Called]) -> None:
        """Join the one group that fits; where several fit or one nearly does, make a new group and propose."""
        name, kind = members[0].name, "organisation" if any(m.is_body for m in members) else "person"
        scored = [(group, self.fit(group, key, name, kind)) for group in self.candidates(name, members[0])]
        fitting = [group for group, found in scored if found.verdict == Sameness.SAME and found.score >= JOINED]
        if len(fitting) == 1:
            fitting[0].add(key, members)
            self.index(fitting[0], name)
            return
        self.new(key, members, [(group, found) for group, found in scored if found.verdict != Sameness.DIFFERENT])

    def place_lone(self, key: str, members: list[Called], is_known: bool) -> None:
        """One word joins the only person who bears it as family name; where several do, each article's is proposed to them. Where
        nobody does, the word is a name of its own ("Pelé"). What was known before was kept from those known before: only a new one
        can be its bearer.
        """
        name = members[0].name
        met = self.candidates(name, members[0], self.before if is_known else 0)
        bearers = [group for group in met if not group.is_body and not (is_known and group.known) and self.bears(group, key, name)]
        if len(bearers) == 1:
            bearers[0].add(key, members)
            self.index(bearers[0], name)
        elif not bearers:
            self.new(key, members, [])
        else:
            found = Match(UNSCORED, Sameness.MAYBE, f"“{name}” is the family name of {len(bearers)} persons")
            for article in dict.fromkeys(one.article for one in members):
                own = [one for one in members if one.article == article]
                self.new(f"{key} @{article}", own, [(group, found) for group in bearers])

    def new(self, key: str, members: list[Called], near: list[tuple[Group, Match]]) -> None:
        group = Group(list(members), {key: members[0].name}, len(self.groups), any(one.is_body for one in members))
        self.groups.append(group)
        self.index(group, members[0].name)
        for other, found in sorted(near, key=lambda item: -item[1].score)[:PROPOSED]:
            self.proposals[(other.number, group.number)] = found

    def fit(self, group: Group, key: str, name: str, kind: str) -> Match:
        """The best match with any name of the group; DIFFERENT where one of its names excludes it or a person told them apart."""
        if self.are_apart(group, name):
            return Match(0.0, Sameness.DIFFERENT, "a person told them apart")
        if kind != group.kind and key not in group.names:
            return Match(0.0, Sameness.DIFFERENT, "one is a person, one a body")
        if all(are_unlike(name, other, APART, kind) for other in group.names.values()):
            return UNLIKE
        found = [match(name, other, kind) for other in group.names.values()]
        worst = min(found, key=lambda m: m.score)
        best = max(found, key=lambda m: m.score)
        if worst.score < APART and best.verdict == Sameness.SAME:
            return Match(best.score, Sameness.MAYBE, f"{best.reason}; but {worst.reason}")
        return best

    def are_apart(self, group: Group, name: str) -> bool:
        return bool(self.apart) and any(frozenset((canonical(name), canonical(other))) in self.apart for other in group.names.values())

    def bears(self, group: Group, key: str, name: str) -> bool:
        """The lone name is the family name of one of the group's names, or its only one; and no person told them apart."""
        if self.are_apart(group, name):
            return False
        if key in group.names:
            return True
        return any(match(name, word, "person").score >= 0.9 for full in group.names.values() for word in family_words(full))

    def candidates(self, name: str, one: Called, first: int = 0) -> list[Group]:
        """Groups that share a word by its skeleton, from the first on in the order they were made; of a crowd the first ones."""
        if one.is_body and one.is_vague:
            return []
        numbers: set[int] = set()
        for held in (self.blocks.get(block, ()) for block in asked(name, one.is_body)):
            numbers.update(held[:CROWDED])
        return [self.groups[number] for number in sorted(numbers) if number >= first]

    def index(self, group: Group, name: str) -> None:
        """Under the keys that a name of this joining asks for: most of what is known before is asked for by one of its keys only."""
        for block in self.wanted & filed(name, group.is_body):
            held = self.blocks[block]
            if not held or held[-1] != group.number:
                held.append(group.number)

    def propose_metonyms(self) -> None:
        known = {words for _, *pair in metonyms() for words in pair}
        told = ((words_of(name), group) for group in self.groups for name in group.names.values())
        by_words = {words: group for words, group in told if words in known}
        for (place, body), place_words, body_words in metonyms() if len(by_words) > 1 else ():
            one, other = by_words.get(place_words), by_words.get(body_words)
            if one and other and one is not other:
                pair = min(one.number, other.number), max(one.number, other.number)
                self.proposals.setdefault(pair, Match(UNSCORED, Sameness.MAYBE, f"“{place}” often stands for the {body}"))

    def speakers(self) -> tuple[Speaker, ...]:
        return tuple(group.speaker() for group in self.groups)

    def proposed(self) -> tuple[SpeakerProposal, ...]:
        """Proposals between groups, the likeliest first."""
        rows = [SpeakerProposal(self.groups[a].id, self.groups[b].id, found) for (a, b), found in self.proposals.items()]
        return tuple(sorted(rows, key=lambda row: (-row.match.score, row.a, row.b)))


@cache
def metonyms() -> tuple[tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]], ...]:
    """A place and the body that it often stands for, as printed; and the words of each."""
    return tuple(((place, body), words_of(place), words_of(body)) for place, body in bodies().items() if body)


def family_words(full: str) -> tuple[str, ...]:
    """The words of a full name that can stand for it alone; none for a name of one word."""
    words = person_words(full)
    return family_of(words) if len(words) > 1 else ()
