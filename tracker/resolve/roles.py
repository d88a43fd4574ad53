"""Which offices an article says that somebody holds, as printed beside the name: "Norwegian Prime Minister Ann Lund",
"Ann Lund, the prime minister of Norway,", "its prime minister, Ann Lund,".

Forms of address are no office. A rank printed before the name stands for itself. Nothing is inferred but the country that "its" means,
where the sentence names only one before it; it is added in brackets.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from tracker.model import Name
from tracker.resolve.gathering import kept_titles
from tracker.text.canonical import fold
from tracker.text.countries import country
from tracker.text.known import Known
from tracker.text.names import PORTFOLIOS
from tracker.text.offices import ADDRESS, MODIFIERS, OFFICES, worded
from tracker.text.wordlists import pattern

LAST: Final = re.compile(r"(?:\A|[\s(“\"])([\w.’'-]*[\w.’']) ?\Z")
"""The word before a place in the text."""
CLOSED: Final = re.compile(r"(?<=\w{4})\.\s.*", re.DOTALL)
"""A full stop that ends a sentence, and all behind it."""
PORTFOLIO: Final = re.compile(rf"(?:{pattern(PORTFOLIOS)})\b", re.IGNORECASE)
ENDS: Final = re.compile(r"\s*(?:[,.;:)]|\Z)")
OWNING: Final = re.compile(r"[’']s?\Z")
OWNER: Final = re.compile(r"\b(?:its|their|the (?:country|nation|kingdom|republic)[’']s)\s\Z", re.IGNORECASE)
SENTENCE: Final = re.compile(r"[.!?][”\"’)]?\s+(?=[“\"‘(A-Z])|\n")
AFTER: Final = re.compile(
    r"(?:,?\s(?:who\s)?(?:is|was|serves as|served as)\s|,\s(?:\d{1,3},\s)?|\s\()"
    r"(?:(?:now|currently)\s)?(?:(?:the|a|an|his|her|its|their|my|our)\s)?"
    r"(?P<office>[\w.’'-]+(?:\s[\w.’'-]+){0,9})"
)
STOPS: Final = worded("stop")
LINKED: Final = frozenset(["of", "for", "to", "at", "in", "with"])
LOWER_PORTFOLIOS: Final = frozenset(word.lower() for word in PORTFOLIOS)
LOWER: Final = LOWER_PORTFOLIOS | MODIFIERS | OFFICES | worded("branch")
"""Words of an office written small before a name ("police chief", "deputy health minister")."""
LINKING: Final = LOWER | {"of"}
ENDING: Final = OFFICES | LOWER_PORTFOLIOS
LONGEST: Final = 40
"""Characters: no word of an office is as long."""
MOST: Final = 7


def roles(text: str, name: Name, names: Sequence[Name]) -> tuple[str, ...]:
    """The offices and ranks beside one printing of a name, each once, in text order; none where the text gives none."""
    found = [*before(text, name, names), *after(text, name)]
    return tuple(dict.fromkeys(found)) if found else ()


def before(text: str, name: Name, names: Sequence[Name]) -> Iterator[str]:
    """What stands right before the name, or before a comma and a name that a comma ends."""
    is_apposed = not name.title and text.endswith(", ", 0, name.span.start) and bool(ENDS.match(text, name.span.end))
    end = name.span.start - (2 if is_apposed else 1)
    if end <= 0 or not text.endswith(name.title, 0, end) or not (name.title or ends_office(text, end)):
        return
    start = begun(text, end - len(name.title), names)
    words = text[start:end].split()
    if len(words) > 1 and words[0] == "under" and words[1].lower() != "secretary":
        del words[0]
    ranks = len(words)
    while ranks and words[ranks - 1][:1].isupper() and fold(words[ranks - 1]) in kept_titles():
        ranks -= 1
    if is_office(words[:ranks]):
        yield with_land(text, start, " ".join(words[:ranks]))
    if rank := [word for word in words[ranks:] if fold(word) not in ADDRESS]:
        yield " ".join(rank)


def ends_office(text: str, end: int) -> bool:
    """The word before a place may be the last of an office or rank; most names have none before them."""
    return any(map(OFFICE.__getitem__, text[max(0, end - LONGEST) : end].rsplit(None, 1)[-1:]))


def is_last(printed: str) -> bool:
    """The word may be the last of an office or rank."""
    word = printed.lstrip('(“"')
    return word.rstrip(".,").lower() in ENDING or (word[:1].isupper() and fold(word) in kept_titles())


OFFICE: Final = Known(is_last)


def begun(text: str, start: int, names: Sequence[Name]) -> int:
    """Where the phrase that goes on at `start` begins: over its lower-case words, then the country or body it belongs to."""
    for _ in range(MOST):
        word, at = last_word(text, start)
        if (owner := owned_by(word, at, names)) is not None:
            return owner
        if word.lower() not in LINKING or (word == "of" and not PORTFOLIO.match(text, start)):
            return start
        start = at
    return start


def last_word(text: str, end: int) -> tuple[str, int]:
    """The word before a place, one blank between them allowed, and where it begins; "" where another sign stands there."""
    stop = end - text.endswith(" ", 0, end)
    start = text.rfind(" ", 0, stop) + 1
    if text[start:stop].isalpha():
        return text[start:stop], start
    found = LAST.search(text, max(0, end - 40), end)
    return (found[1], found.start(1)) if found else ("", end)


def owned_by(word: str, at: int, names: Sequence[Name]) -> int | None:
    """Where the country or body begins whose last word stands at `at`; None where it is of none."""
    bare = word if word.isalpha() else OWNING.sub("", word)
    if country(bare):
        return at
    if not bare[:1].isupper():
        return None
    end = at + len(bare)
    near = names[bisect_left(names, end, key=lambda n: n.span.end) :][:1]
    return next((n.span.start for n in near if n.span.end == end and not n.title and n.kind != "person"), None)


def with_land(text: str, start: int, office: str) -> str:
    """The office with the country that "its" before it means: the only one the sentence has named."""
    owner = OWNER.search(text, max(0, start - 24), start)
    if owner is None:
        return office
    begin = max((found.end() for found in SENTENCE.finditer(text, max(0, start - 400), start)), default=max(0, start - 400))
    named = {country(word): word for word in re.findall(r"[A-Z][\w.]+", text[begin : owner.start()]) if country(word)}
    return f"{office} ({next(iter(named.values()))})" if len(named) == 1 else office


def after(text: str, name: Name) -> Iterator[str]:
    """The apposition or the predicate that follows the name."""
    found = AFTER.match(text, name.span.end)
    if found is None:
        return
    words = list(takewhile(lambda word: word.lower() not in STOPS, CLOSED.sub(".", found["office"]).split()))
    at = next((i for i, word in enumerate(words) if word.lower() in LINKED), len(words))
    belongs = words[at : at + MOST]
    while belongs and belongs[-1].lower() in LINKED | {"the", "a"}:
        belongs.pop()
    if is_office(words[:at]):
        is_of = bool(belongs) and (belongs[0].lower() in ("of", "for", "to") or belongs[-1][:1].isupper())
        yield " ".join([*words[:at], *(belongs if is_of else [])]).rstrip(".’'")


def is_office(words: Sequence[str]) -> bool:
    """The last word names an office, or what it is the office of follows ("secretary of state")."""
    low = [word.rstrip(".,").lower() for word in words]
    named = max((i for i, word in enumerate(low) if word in OFFICES), default=-1)
    rest = low[named + 1 :]
    return 0 <= named < MOST and (not rest or (rest[0] == "of" and bool(rest[1:]) and set(rest[1:]) <= LOWER_PORTFOLIOS))
