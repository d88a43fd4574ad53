"""What an office is called: its words, the one that names it, and whether words that somebody types mean it.

said("the Prime Minister of Norway")    ("prime", "minister", "norway")
said("Norwegian premier")               ("norway", "prime", "minister")
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence, Set
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from tracker.model import Speaker, SpeakerKind
from tracker.text.countries import countries, country
from tracker.text.names import TITLES
from tracker.text.wordlists import lines


def listed(kind: str) -> list[str]:
    """The entries of `offices.txt` of one kind."""
    return [line.partition(":")[2] for line in lines("offices.txt") if line.startswith(f"{kind}:")]


def worded(kind: str) -> frozenset[str]:
    return frozenset(" ".join(listed(kind)).split())


ADDRESS, MODIFIERS, LESSER, LINKS = (worded(kind) for kind in ("address", "modifier", "lesser", "link"))
OFFICES: Final = (frozenset(title.lower() for title in TITLES) - ADDRESS - MODIFIERS - worded("kin")) | worded("office")
"""The words that name an office, lower case."""
EMPTY: Final = worded("empty") | LINKS
SAME: Final = {one.strip(): tuple(other.split()) for one, _, other in (entry.partition("=") for entry in listed("same"))}
SEX: Final = re.compile(r"(?<=[a-z]{3})(?:wom[ae]n|m[ae]n|persons?|people)\b")
INITIALS: Final = re.compile(r"\b(?:\w\.){2,}")
WORD: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=65536)
def said(words: str) -> tuple[str, ...]:
    """The words that tell an office: countries and their peoples as one name, no articles or links, one word for both sexes."""
    return tuple(dict.fromkeys(word for part, _ in parts(words) for word in part))


def lands_in(words: str) -> frozenset[str]:
    """Those of them that name a country."""
    return frozenset(word for part, is_land in parts(words) if is_land for word in part)


def land_near(word: str) -> tuple[str, ...]:
    """The words of the country that a misspelt one or its people's name most likely is; none where none is near."""
    near = get_close_matches(word, countries(), 1, 0.85) if len(word) > 4 else []
    return tuple(countries()[near[0]].split()) if near else ()


def parts(words: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """What is said word by word, and whether it is a country."""
    bare = INITIALS.sub(lambda found: found[0].replace(".", ""), words.lower().replace("’", "'"))
    tokens = [token for token in WORD.findall(bare) if token not in EMPTY]
    at = 0
    while at < len(tokens):
        named = ((size, country(" ".join(tokens[at : at + size]))) for size in (3, 2, 1))
        size, land = next((found for found in named if found[1]), (1, None))
        yield (tuple(land.split()), True) if land else (SAME.get(tokens[at], (SEX.sub("", tokens[at]),)), False)
        at += size


def head(title: str) -> str:
    """The word that names the office, folded as `said` folds it: the last before "of", "for", "to"; empty where there is none.

    >>> head("Deputy Minister of Health")
    'minister'
    """
    before: list[str] = []
    for token in WORD.findall(title.lower()):
        if token in LINKS and before:
            break
        before.append(token)
    named = next((token for token in reversed(before) if token in OFFICES), "")
    return said(named)[-1] if named else ""


def means(asked: Set[str], title: str) -> bool:
    """The words asked for, folded by `said`, mean this office: all are in it, the one that names it is among them, and none that makes it
    a lesser one is left out.

    >>> means(frozenset(said("norwegian prime minister")), "Prime Minister of Norway")
    True
    >>> means(frozenset(said("norwegian prime minister")), "spokesman for the Prime Minister of Norway")
    False
    """
    words = frozenset(said(title))
    return asked <= words and head(title) in asked and not (words & LESSER) - asked


Met = tuple[str, dt.date | None, dt.date | None]


def met(roles: Sequence[Met], asked: Set[str]) -> Met | None:
    """The office of these that the words mean, as printed at its fullest, with the first and the last day it was met, in this form or in a
    shorter one ("prime minister" beside "Norwegian prime minister"); None where they mean none.
    """
    meant = [role for role in roles if means(asked, role[0])]
    if not meant:
        return None
    title = max(meant, key=lambda role: (len(said(role[0])), role[0]))[0]
    same = [role for role in roles if head(role[0]) == head(title) and set(said(role[0])) <= set(said(title))]
    days = [day for _, first, last in [*meant, *same] for day in (first, last) if day]
    return title, min(days, default=None), max(days, default=None)


def of(speaker: Speaker) -> tuple[Met, ...]:
    """The offices of a speaker; one that is called by an office alone ("Norwegian PM") holds that."""
    is_called = speaker.kind is SpeakerKind.PERSON and head(speaker.name)
    return (*speaker.roles, (speaker.name, None, None)) if is_called else speaker.roles


def describes(asked: Set[str], name: str) -> bool:
    """The words asked for, folded by `said`, are among those that describe somebody ("a security official of the ministry"); where they
    name an office, it is that one.
    """
    return means(asked, name) if head(" ".join(asked)) else asked <= frozenset(said(name))


def held(roles: Sequence[Met]) -> list[Met]:
    """The offices, each once, at its fullest, with the first and the last day it was met, by the first: a shorter form ("prime minister")
    goes with the fuller one that holds its words, where there is one such, and no lesser office ("deputy prime minister") is one. A word
    alone ("spokesman") says too little to go with any.
    """
    found: list[Met] = []
    for role in sorted(roles, key=lambda role: -len(set(said(role[0])))):
        fuller = [other for other in found if is_short_for(role[0], other[0])]
        if len(fuller) != 1:
            found.append(role)
            continue
        days = sorted((day for each in (role, *fuller) for day in each[1:] if day), key=day_of)
        found[found.index(fuller[0])] = (fuller[0][0], days[0] if days else None, days[-1] if days else None)
    return sorted(found, key=lambda role: (role[1] is None, day_of(role[1]) if role[1] else dt.date.max))


def is_short_for(title: str, fuller: str) -> bool:
    """All words of a title stand in another that names the same office, or both are the same words."""
    short, full = frozenset(said(title)), frozenset(said(fuller))
    return short == full or (len(short) > 1 and short < full and head(title) == head(fuller) and not (full - short) & LESSER)


def touches(role: Met, after: dt.date | None, before: dt.date | None) -> bool:
    """Some of the days it was met lie in the period; so they may where none is known."""
    _, first, last = role
    return (not first or not before or day_of(first) <= before) and (not last or not after or day_of(last) >= after)


def day_of(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment
