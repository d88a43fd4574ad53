"""Who signed? The names in a byline, told from sections, desks and places by how they are written; no list of names is used."""

from __future__ import annotations

import re

BYLINE = re.compile(r"^(?:by|words by|written by|reported by|author:)\s+(?P<names>\S.*)$", re.IGNORECASE)
FILED = re.compile(r"(?<=\w) in (?=[A-Z])[^,;|&]+?(?=,|;|\||&| and |$)")
"""Where a reporter is: "Rosa Lind in Port Elm and Omar Tayeb in Sella"."""
PARTICLES = frozenset(
    ["al", "el", "bin", "ibn", "van", "von", "de", "da", "del", "della", "di", "der", "den", "le", "la", "dos", "du", "y"]
)
SECTIONS = frozenset(["news", "world", "politics", "business", "sport", "sports", "opinion", "analysis", "culture", "desk", "staff"])
REGIONS = frozenset(["east", "west", "africa", "asia", "europe", "america"])
"""With SECTIONS, words of section labels and desks, which stand where a byline stands."""


def names_of(words: str) -> tuple[str, ...]:
    """ "Ann Lee and Omar Haddad, Reuters" → the names; nothing where the words do not look like names."""
    parts = re.split(r",|\band\b|&|\||;", FILED.sub("", words))
    return tuple(part.strip() for part in parts if is_name(part.strip()))[:8] if len(words) <= 160 else ()


def signers(words: str) -> tuple[str, ...]:
    """The names of a byline that holds nothing else; an outlet or a post beside them leaves open which are names, and there are none."""
    names = names_of(words)
    said = [word for word in re.findall(r"[^\s,;|&]+", FILED.sub("", words)) if word != "and"]
    return names if sum(len(name.split()) for name in names) == len(said) else ()


def is_name(words: str) -> bool:
    """Two to five words, each capitalised or a particle of names, none of a section label."""
    parts = words.split()
    return 2 <= len(parts) <= 5 and len(words) <= 60 and parts[0][0].isupper() and all(is_name_part(part) for part in parts)


def is_name_part(word: str) -> bool:
    bare = re.sub(r"[.’'-]", "", word)
    return bare.isalpha() and (bare[0].isupper() or re.split(r"[’'-]", word)[0] in PARTICLES) and bare.lower() not in SECTIONS | REGIONS
