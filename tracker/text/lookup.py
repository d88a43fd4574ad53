"""Under which keys a name is filed and looked for, so that two names that can be one share a key and few others do.

A person: the skeleton of one word with the beginning of another, or with the table line that the other stands in. A family name alone finds
its bearers, and a full name finds the family name filed alone. A body: the skeleton of each word that tells it, and its initials.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tracker.model import Speaker, SpeakerKind
from tracker.text.body_names import is_generic, looks_like_body, words_of
from tracker.text.canonical import fold, person, skeleton
from tracker.text.spellings import family_names, groups

MOST_WORDS: Final = 8
COMMON: Final = 100
"""Speakers filed under one key beyond which nobody is looked for under it: it tells nobody apart."""


@lru_cache(maxsize=65536)
def filed(name: str, is_body: bool) -> frozenset[str]:
    """The keys a name is filed under; none for a name without letters.

    >>> sorted(filed("Ana Ruiz", False) & asked("Anna Ruis", False))
    ['n r', 'rs *anna', 'rs =anna', 'rs n']
    """
    words = person_words(name)
    keys = set(pairs(words)) | (
        {f"{skeleton(word)}." for word in family_of(words)} if len(words) > 1 else {f"{skeleton(w)}!" for w in words}
    )
    return frozenset(keys | set(body_keys(name)) if is_body else keys)


@lru_cache(maxsize=65536)
def asked(name: str, is_body: bool | None = None) -> frozenset[str]:
    """The keys under which those are filed that the name can stand for. is_body — None where the name's own form tells. None for a name
    of generic words ("police"): it is its article's own.
    """
    if is_body is not False and all(map(is_generic, words_of(name))):
        return frozenset()
    words = person_words(name)
    keys = set(pairs(words)) | {f"{skeleton(word)}!" for word in family_of(words)}
    if len(words) == 1:
        keys.add(f"{skeleton(words[0])}.")
    if is_body is None:
        is_body = len(words) == 1 or looks_like_body(name)
    return frozenset(keys | set(body_keys(name)) if is_body else keys)


def filed_for(speaker: Speaker) -> set[str]:
    """The keys of the name and of each other form of it that has several words; none for who has no name."""
    if speaker.kind is SpeakerKind.UNNAMED:
        return set()
    forms = (speaker.name, *(form for form in speaker.variants if len(person_words(form)) > 1))
    is_body = speaker.kind is SpeakerKind.ORGANISATION
    return {key for form in dict.fromkeys(forms) for key in filed(form, is_body)}


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a personal name; of a very long one the first and the last."""
    words = tuple(part.text for part in person(name).parts)
    return words if len(words) <= MOST_WORDS else (*words[: MOST_WORDS - 1], words[-1])


def family_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that can stand for it alone: the last; the first too where it customarily is a family name."""
    return tuple(dict.fromkeys((*words[-1:], *(word for word in words[:1] if word in family_names()))))


def pairs(words: tuple[str, ...]) -> Iterator[str]:
    """Each word by its skeleton with each other word by the beginning of its own and by the table lines it stands in."""
    for i, word in enumerate(words):
        for other in (*words[:i], *words[i + 1 :]):
            yield f"{skeleton(word)} {skeleton(other)[:1]}"
            yield from (f"{skeleton(word)} {line}" for line in groups().get(other, ()))


def body_keys(name: str) -> Iterator[str]:
    words = words_of(name)
    yield from (f"{skeleton(word)}*" for word in words if not is_generic(word))
    yield "=" + ("".join(word[0] for word in words) if len(words) > 1 else "".join(fold(name).split()))
