"""Somebody in the making: what an article has told of a person or body so far, and what a noun says of whoever it is."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tracker.model import Name, SpeakerKind
from tracker.resolve.antecedents import Person
from tracker.resolve.mentions import BODIES, Form, described_name
from tracker.text.classes import singular
from tracker.text.countries import country
from tracker.text.names import OCCUPATION, TITLES
from tracker.text.phrases import PERSONS, is_person
from tracker.text.sexes import gender_of_titles
from tracker.text.wordlists import pattern, words

SPOKES: Final = re.compile(r"spokes(?:wo)?(?:man|men|person|people)")
GENERIC: Final = words("generic_bodies.txt")
ANY_BODY: Final = frozenset(("group", "organisation", "organization", "body"))
OWNER: Final = re.compile(r"(?:[Tt]he\s+)?((?:[A-Z][\w.-]+\s+)+[A-Z][\w.-]+)[’']s?\s")
ADJUNCTS: Final = frozenset(
    ("according", "in", "on", "at", "by", "for", "from", "with", "after", "before", "while", "when", "as", "but", "and", "because")
)
"""What stands after a name and a comma and says nothing of who bears it."""
APPOSITION: Final = re.compile(
    rf",\s+((?!(?:{pattern(ADJUNCTS)}|\w+ing)\b)(?:an?|the|his|her|its|their|who|whose|former|[A-Za-z’'-]+)\b[^,.;:“”\"]{{2,90}})"
)
DESCRIBED: Final = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+(?P<what>(?:[\w’'-]+\s+){0,4}?[\w’'-]+),\s\Z")
NEAR_NAME: Final = 60
"""What stands before a name as its apposition: "the mayor, Ann Lund,"; characters looked back for it."""
FAR: Final = 600
"""Characters looked back for where a noun was brought in."""
BROUGHT_IN: Final = r"\b(?:an?|another|one|his|her|its|their|whose|\w+[’']s?)\s+(?:[\w-]+\s+){0,2}"
LONE: Final = frozenset(
    (
        "source",
        "one",
        "another",
        "other",
        "mum",
        "mom",
        "dad",
        "partner",
        "friend",
        "colleague",
        "guest",
        "voice",
        "head",
        "boss",
        "attache",
        "attaché",
    )
)
"""Nouns of persons that no ending shows."""


@dataclass(slots=True)
class Known:
    """A speaker in the making: what is known of somebody while the article is read from top to bottom."""

    name: str
    kind: SpeakerKind
    person: Person
    variants: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roles: str = ""
    head: str = ""

    def met(self, words: str) -> None:
        if words not in self.variants:
            self.variants.append(words)


def described(text: str, name: Name, sources: Container[int]) -> str:
    """What the article says of who bears the name, right beside it: title, apposition. What says something itself is none: "near Hallam,
    the operator said".

    sources — where mentions begin that are credited.
    """
    start, end = name.span.start - len(name.title) - bool(name.title), name.span.end
    before = DESCRIBED.search(text, max(0, start - NEAR_NAME), start) if text[end : end + 1] in (",", ".") else None
    after = APPOSITION.match(text, end)
    return f"{before['what'] if before else ''} {name.title} {after[1] if after and after.start(1) not in sources else ''}"


def is_of_owner(known: Known, words: str) -> bool:
    """Nothing in what the article told of somebody speaks against an owner of several words: "the Harbour Commission’s president" is no
    president met without the commission.
    """
    owner = OWNER.match(words)
    return owner is None or set(owner[1].lower().split()) <= set(known.roles.split())


def is_plain_person(form: Form) -> bool:
    """ "The plumber", "the witness": a person by what the article told of them, and by no office or part that somebody else may have."""
    is_person = form.words.text[:4].lower() == "the " and (form.head in PERSONS or bool(OCCUPATION.match(form.head)))
    return is_person and not holds_office(form.head)


def holds_office(head: str) -> bool:
    """ "Minister", "official", "spokesman": what more than one of an article may be."""
    return head.capitalize() in TITLES or head in ("official", "aide") or SPOKES.search(head) is not None


def may_be_a_person(head: str) -> bool:
    """ "The damage" is nobody that "he" could mean."""
    return is_person(head) or head in LONE or head.capitalize() in TITLES or bool(gender_in(head))


def gender_in(words: str) -> str:
    """ "m" or "f" where the words that show it agree ("spokeswoman", "Mr"), else ""."""
    found = {sex for word in words.lower().split() if (sex := gender_of_titles().get(word))}
    return found.pop() if len(found) == 1 else ""


def countries_in(text: str) -> set[str]:
    """The countries named, by name or adjective."""
    return {found for word in re.findall(r"[\w.]+", text) if (found := country(word))}


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a body's name, countries and their adjectives taken as one."""
    words = [w for w in re.sub(r"[’']s\b", "", name).lower().split() if w != "the"]
    return tuple(country(w) or w for w in words)


def goes_on(option: Known, form: Form, last: Known | None) -> bool:
    """ "The Oslo-based group" is the body that spoke last, and not one met as a group of another sort."""
    sort = set(described_name(form.words.text).lower().split()[:-1])
    is_other = last is not None and last.person.number == "body" and last is not option
    return is_other and bool(sort) and sort.isdisjoint(option.name.lower().split()) and form.head in GENERIC


def may_be(known: Known, form: Form) -> bool:
    """ "The company" is no ministry, and "the group" may be one."""
    sorts = {singular(word.lower()) for word in known.name.split()} & BODIES
    return form.head in ANY_BODY or sorts <= {form.head}


def is_met_since(text: str, known: Known, form: Form) -> bool:
    """The article has brought in another one of that name: "a caller said a man was shouting. The man said …"."""
    first = min(place.start for place in known.person.places)
    lead = text[max(first, form.words.start - FAR) : form.words.start]
    return form.head != known.head and re.search(rf"{BROUGHT_IN}{re.escape(form.head)}\b", lead) is not None
