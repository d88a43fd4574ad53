"""Which names of one article are one person or body: "Mr Lund" is Nils Lund where no other Lund is named.

By form alone and by the sole candidate: two siblings of one surname stay apart, and a surname that two bear is nobody's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tracker.model import Name, SpeakerKind
from tracker.text.countries import is_country
from tracker.text.metonyms import bodies
from tracker.text.names import ORG_HEADS, SUFFIXES, kind_of
from tracker.text.wordlists import lines

GENERIC: Final = frozenset(word for line in lines("body_words.txt") if line[0] == "=" for word in line[1:].split())
ARTICLE: Final = re.compile(r"^(?:al|el|as|ash|at|ad|an|ar|az|ul)[-‑’']", re.IGNORECASE)
PARTICLE: Final = frozenset(
    ["al", "el", "ul", "bin", "ibn", "bint", "abu", "de", "la", "van", "von", "der", "den", "del", "di", "da", "dos", "du"]
)
IN_BRACKETS: Final = re.compile(r"\s*\(\W?([A-Z][A-Za-z.]{1,7})\W?\)")
SMALL: Final = frozenset(["of", "for", "the", "and", "on", "in", "to"])


@dataclass(slots=True)
class Cluster:
    """The names that are one. name — the fullest form; gender — "m", "f" or ""; names in text order."""

    name: str
    kind: SpeakerKind
    gender: str = ""
    names: list[Name] = field(default_factory=list)

    def take(self, name: Name) -> None:
        self.names.append(name)
        self.gender = self.gender or name.gender
        if len(key(name.text)) > len(key(self.name)):
            self.name = name.text


@lru_cache(maxsize=65536)
def key(printed: str) -> tuple[str, ...]:
    """The words that tell persons apart: particles, periods, suffixes and capitals folded.

    >>> key("Karim al-Zahri Jr.")
    ('karim', 'zahri')
    """
    parts = [ARTICLE.sub("", p).replace("’", "'").rstrip(".,").casefold() for p in printed.split() if p.rstrip(",") not in SUFFIXES]
    return tuple(p for p in parts if p and p not in PARTICLE) or tuple(parts)


def clusters(text: str, names: Sequence[Name]) -> list[Cluster]:
    """The persons and bodies named in an article, in order of their first mention.

    Fuller names are gathered first, shorter ones join where exactly one candidate remains; the rest stand alone.
    """
    persons, bodies = [n for n in names if n.kind != "organisation"], [n for n in names if n.kind == "organisation"]
    by_word: dict[str, list[Cluster]] = defaultdict(list)
    found: list[Cluster] = []
    for name in sorted(persons, key=lambda n: (-len(key(n.text)), n.span)):
        if new := _join(by_word[key(name.text)[-1]], name):
            found.append(new)
            for word in {key(name.text)[0], key(name.text)[-1]}:
                by_word[word].append(new)
    found += _bodies(text, bodies)
    for cluster in found:
        cluster.names.sort(key=lambda n: n.span)
    return sorted(found, key=lambda c: c.names[0].span)


def _join(near: list[Cluster], name: Name) -> Cluster | None:
    """The name taken by the one cluster of those near that it can be of, else a cluster of its own."""
    short = key(name.text)
    same = [c for c in near if key(c.name) == short and _agree(c, name)]
    options = same or [c for c in near if _is_short_of(short, key(c.name), name) and _agree(c, name)]
    if same or len(options) == 1:
        options[0].take(name)
        return None
    return Cluster(name.text, SpeakerKind.PERSON if name.kind == "person" else _kind(name.text), name.gender, [name])


def _agree(cluster: Cluster, name: Name) -> bool:
    return not (cluster.gender and name.gender and cluster.gender != name.gender)


def _is_short_of(short: tuple[str, ...], full: tuple[str, ...], name: Name) -> bool:
    """The words could be a shorter form of the full name: the surname, or first and last, or an untitled first name."""
    if len(short) == 1 and len(full) > 1:
        return short[0] == full[-1] or (short[0] == full[0] and not name.title)
    if short[-1] != full[-1] or len(short) >= len(full):
        return False
    return short[0] == full[0] or (len(short[0]) == 1 and full[0].startswith(short[0])) or short == full[-len(short) :]


@lru_cache(maxsize=65536)
def _kind(printed: str) -> SpeakerKind:
    """What a name is that no title and no given name makes a person's."""
    if (
        printed in bodies()
        or is_country(printed)
        or not GENERIC.isdisjoint(key(printed))  # "Liwa …", "Hizb …"
        or printed.split()[-1] in ORG_HEADS
        or kind_of(printed)[0] == "organisation"
    ):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON


def _bodies(text: str, names: Sequence[Name]) -> list[Cluster]:
    """Bodies, an acronym joined to the one name that spells it out or that it stands in brackets after."""
    found: list[Cluster] = []
    short_for = {m.group(1): n.text for n in names if (m := IN_BRACKETS.match(text, n.span.end))}
    for name in sorted(names, key=lambda n: (-len(n.text), n.span)):
        plain = name.text.replace(".", "")
        options = [c for c in found if c.name.casefold() == name.text.casefold()]
        options = options or [c for c in found if short_for.get(name.text) == c.name]
        options = options or [c for c in found if len(plain) < 8 and plain.isupper() and _initials(c.name) == plain]
        if len(options) == 1:
            options[0].take(name)
        else:
            found.append(Cluster(name.text, SpeakerKind.ORGANISATION, "", [name]))
    return found


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in SMALL).upper() if " " in name else ""
