"""What one article calls whom: its speakers and the persons and bodies it only names, each with every form it is printed in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from tracker.model import Name, Reading, Speaker, SpeakerKind
from tracker.text.body_names import is_generic, looks_like_body, words_of
from tracker.text.canonical import canonical, fold, person
from tracker.text.wordlists import words

DESCRIPTION: Final = re.compile(r"^(?:\w+[-‑–](?:led|backed|based|\w{3,}ed)\s+)+(?=\w)")
"""A participle before a name that is no part of it ("Ruritania-backed Northern Front")."""
NAMED: Final = (SpeakerKind.PERSON, SpeakerKind.ORGANISATION)
Role = tuple[str, dt.date | None, dt.date | None]


@dataclass(slots=True)
class Called:
    """One person or body in one article, or one that was known before.

    name    the fullest form; kind — PERSON or ORGANISATION; article — id of the article, empty where known before
    ids     speaker ids that stand for it in the article's reading; stored — the speaker as it was known before
    is_lone     a person called by one word only: a family name, seldom a given name
    is_vague    a body with no word that tells it from its like abroad ("the health ministry"), or a name without letters
    key     what makes two printings one name at once; a vague name is its article's own
    """

    name: str
    kind: SpeakerKind
    article: str = ""
    ids: list[str] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    stored: Speaker | None = None
    is_body: bool = field(init=False)
    is_lone: bool = field(init=False)
    is_vague: bool = field(init=False)
    key: str = field(init=False)

    def __post_init__(self) -> None:
        self.is_body = self.kind == SpeakerKind.ORGANISATION
        self.is_lone = not self.is_body and len(person(self.name).parts) < 2
        self.is_vague = all(map(is_generic, words_of(self.name)))
        if not self.is_body:
            self.key = canonical(self.name)
        else:
            self.key = " ".join(words_of(self.name)) + (f" @{self.article}" if self.is_vague else "")

    @property
    def known(self) -> str | None:
        return self.stored.id if self.stored else None

    def add(self, *forms: str) -> None:
        self.forms += [form for form in forms if form and form not in self.forms]


def called_in(reading: Reading) -> list[Called]:
    """Everyone the article names: its named speakers, then persons and bodies that it only mentions, in text order.

    A name that is credited with nothing counts only where its form tells that it is a person's or a body's.
    """
    credited = {one for s in reading.statements for one in s.speaker_ids} | {f.speaker_id for f in reading.figures}
    told = {fold(name.text) for name in reading.names if name.kind in ("person", "organisation")}
    found = [
        of_speaker(speaker, reading.article.id)
        for speaker in reading.speakers
        if speaker.kind in NAMED and (speaker.id in credited or is_surely_body(speaker.name) or told & set(map(fold, names_of(speaker))))
    ]
    by_form = {fold(form): one for one in reversed(found) for form in (one.name, *one.forms)}
    lone: list[tuple[str, Name]] = []
    for name in reading.names:
        printed = DESCRIPTION.sub("", name.text)
        kind = kind_of(name, printed)
        if fold(printed) in by_form:
            by_form[fold(printed)].add(printed, titled(name, printed))
        elif kind != SpeakerKind.ORGANISATION and len(person(printed).parts) < 2:
            lone.append((printed, name))
        elif kind and name.kind != "place":
            one = Called(printed, kind, reading.article.id, forms=[printed])
            one.add(titled(name, printed))
            found.append(one)
            by_form[fold(printed)] = one
    for printed, name in lone:
        owners = [one for one in found if one.kind == SpeakerKind.PERSON and ends_like(one.name, printed)]
        if len(owners) == 1:
            owners[0].add(printed, titled(name, printed))
    return found


def names_of(speaker: Speaker) -> tuple[str, ...]:
    return (speaker.name, *speaker.variants)


def of_speaker(speaker: Speaker, article: str = "") -> Called:
    """A speaker as the article has it; one known before has no article and keeps its id."""
    kind = SpeakerKind.ORGANISATION if speaker.kind == SpeakerKind.PERSON and is_surely_body(speaker.name) else speaker.kind
    stored = None if article else speaker
    one = Called(DESCRIPTION.sub("", speaker.name), kind, article, [speaker.id], roles=list(speaker.roles), stored=stored)
    one.add(one.name, *speaker.variants)
    return one


def is_surely_body(name: str) -> bool:
    """Several words with a generic one among them, or one word of three capitals and more."""
    return looks_like_body(name) and (len(words_of(name)) > 1 or len(name) > 2)


def kind_of(name: Name, printed: str) -> SpeakerKind | None:
    """None for what is neither a person nor a body as far as its form tells."""
    if is_surely_body(printed) and not name.title:
        return SpeakerKind.ORGANISATION
    if name.kind == "organisation" and len(printed) > 2:
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON if name.kind == "person" else None


@cache
def kept_titles() -> frozenset[str]:
    return words("kept_titles.txt")


def titled(name: Name, printed: str) -> str:
    """The name with the form of address or rank printed right before it ("Maj. Gen. Doe"), empty where there is none."""
    kept: list[str] = []
    for word in reversed(name.title.split()):
        if fold(word) not in kept_titles():
            break
        kept.insert(0, word)
    return f"{' '.join(kept)} {printed}" if kept else ""


def ends_like(full: str, lone: str) -> bool:
    """The lone name is the family name of the full one, its particle or not."""
    parts, last = person(full).parts, person(lone).parts
    return bool(parts and last) and len(parts) > 1 and parts[-1].text == last[-1].text


def merged_roles(called: Iterable[Called]) -> tuple[Role, ...]:
    """One line a title, from the first day it is printed to the last, in order of the first day. Those of a speaker known before are so."""
    told = [one for one in called if one.roles]
    if len(told) == 1 and told[0].stored:
        return told[0].stored.roles
    row_by_title: dict[str, Role] = {}
    for one in told:
        for role in one.roles:
            title = fold(role[0])
            row_by_title[title] = widened(row_by_title.get(title, role), role)
    return tuple(sorted(row_by_title.values(), key=lambda row: (row[1] is None, str(row[1]), row[0])))


def widened(row: Role, other: Role) -> Role:
    if row[1:] == other[1:]:
        return row
    days = [day for day in (*row[1:], *other[1:]) if day]
    return row[0], min(days), max(days)
