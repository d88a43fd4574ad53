"""How the name of a person or a body is folded before two spellings are compared: script, accents, titles, particles, order.

Nothing here scores: it brings names into one alphabet and takes away what is no part of them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from anyascii import anyascii

from tracker.text.known import Known
from tracker.text.wordlists import lines

ARTICLE: Final = re.compile(r"\bال(?=\w{2})")
APOSTROPHES: Final = re.compile(r"(?<=\w)['’‘ʼʻ`´ʿʾ′](?=\w)|[ʿʾʼʻ]")
WORD: Final = re.compile(r"[a-z0-9]+")
EAST_ASIAN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
HALVES: Final = {
    **dict.fromkeys(("abd", "abdel", "abdul", "abdal", "abdol", "abdoul", "abdur", "abdu", "abdou", "abdo", "bd"), "abdul"),
    **dict.fromkeys(("abu", "abou", "abo", "bw"), "abu"),
    "umm": "umm",
    "oum": "umm",
}
SERVANT: Final = re.compile(r"^abd[aeou]+(?:l(?=[^aeioul])|([rsndtz])(?=\1))")
ALSO_GIVEN: Final = frozenset(("ben", "van", "an", "lo"))
CONSONANTS: Final = str.maketrans(dict.fromkeys("qcgxj", "k") | dict.fromkeys("vbp", "f") | {"z": "s", "d": "t"})
ABJAD: Final = re.compile(r"[\u0590-\u08ff]")


class Part(NamedTuple):
    """One word of a name. particle — the small words before it, run together ("al", "bin", "vander"), empty where there are none."""

    text: str
    particle: str = ""


class Folded(NamedTuple):
    """A personal name taken apart.

    parts      its words in the order printed, the family name moved to the end where a comma showed it
    suffix     the generation ("2" for Jr and II), empty where none is printed
    is_turned  a comma gave the order
    """

    parts: tuple[Part, ...]
    suffix: str = ""
    is_turned: bool = False


@cache
def arabic() -> dict[int, str]:
    """Arabic letters → Latin ones, as `str.translate` takes them."""
    pairs = (line.split() for line in lines("arabic_letters.txt"))
    return {ord(letter): "" if latin == "-" else latin for letter, latin in pairs}


@lru_cache(maxsize=65536)
def romanise(text: str) -> str:
    """The text in plain ASCII letters, its case kept. Chinese, Japanese and Korean syllables become words of their own.

    >>> romanise("Şükrü Đoković, Зеленський, 习近平")
    'Sukru Dokovic, Zelenskiy, Xi Jin Ping'
    """
    if text.isascii():
        return APOSTROPHES.sub("", text)
    text = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isascii() or unicodedata.category(c)[0] != "S")
    text = APOSTROPHES.sub("", text)
    if ABJAD.search(text):
        text = ARTICLE.sub("al-", text).translate(arabic())
    if EAST_ASIAN.search(text):
        text = EAST_ASIAN.sub(lambda m: f"{anyascii(m.group())} ", text)
    return re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?!\w)", "", anyascii(text)).strip()


def fold(text: str) -> str:
    """Lower-case words parted by single spaces: ASCII letters and digits, nothing else. Initials stay words of their own.

    >>> fold("  Sana’i Front-al-Sahil ")
    'sanai front al sahil'
    """
    return FOLDED[text]


def _folded(text: str) -> str:
    return " ".join(WORD.findall(romanise(text).lower()))


FOLDED: Final = Known(_folded)
"""A name is met again and again; a sentence is not kept."""


@cache
def titles() -> tuple[frozenset[str], frozenset[str]]:
    """Titles that stand before a name and those that stand behind one, folded."""
    before = {fold(line) for line in lines("name_titles.txt") if not line.startswith("<")}
    return frozenset(before), frozenset(fold(line[1:]) for line in lines("name_titles.txt") if line.startswith("<"))


@cache
def particles() -> tuple[frozenset[str], dict[str, str]]:
    """Small words inside names, and generational suffixes with what they are read as."""
    suffixes = dict(line[1:].split() for line in lines("name_particles.txt") if line.startswith("="))
    return frozenset(line for line in lines("name_particles.txt") if not line.startswith("=")), suffixes


def untitled(words: list[str]) -> list[str]:
    """The words without titles, longest title first; the last word always stays, so that "General" alone is kept."""
    before, behind = titles()
    start, end = 0, len(words)
    while start < end - 1:
        length = next((n for n in (4, 3, 2, 1) if start + n < end and " ".join(words[start : start + n]) in before), 0)
        if not length:
            break
        start += length
    while end - start > 2:
        length = next((n for n in (2, 1) if end - n - start >= 2 and " ".join(words[end - n : end]) in behind), 0)
        if not length:
            break
        end -= length
    return words[start:end]


def grouped(words: list[str]) -> tuple[Part, ...]:
    """Words with the particles before each put to it. A particle at the end, and a name of particles only, are words.

    "Abd" and "Abu" are half a name: they are written as one word with what follows, the article between them left out.
    """
    small, _ = particles()
    parts: list[Part] = []
    held: list[str] = []
    half = ""
    for i, word in enumerate(words):
        is_last = i == len(words) - 1
        word = SERVANT.sub("abdul", word)
        if word in HALVES and not is_last:
            half = HALVES[word]
        elif half and (is_last or word not in small):
            parts.append(Part(half + word, "".join(held) if parts else ""))
            held, half = [], ""
        elif word in small and not is_last and not (i == 0 and len(words) == 2 and word in ALSO_GIVEN):
            held.append(word)
        else:
            parts.append(Part(word, "".join(held)))
            held = []
    return tuple(parts)


@lru_cache(maxsize=65536)
def person(name: str) -> Folded:
    """A personal name taken apart: titles off, "Last, First" turned, particles and suffixes told from the name.

    >>> person("AL-HARBI, Dr. Farid Omar").parts
    (Part(text='farid', particle=''), Part(text='omar', particle=''), Part(text='harbi', particle='al'))
    """
    _, suffixes = particles()
    head, comma, tail = re.sub(r"\([^)]*\)|[\"“”«»]", " ", name).partition(",")
    first, last = fold(tail).split(), fold(head).split()
    turned = bool(comma and first and not all(word in suffixes or word in titles()[1] for word in first))
    words = untitled(first) + untitled(last) if turned else untitled(last) + (first if comma and first and first[0] in suffixes else [])
    suffix = suffixes.get(words[-1], "") if len(words) > 1 else ""
    return Folded(grouped(words[:-1] if suffix else words), suffix, turned)


@lru_cache(maxsize=65536)
def canonical(name: str) -> str:
    """One key for spellings that differ in title, case, accent, apostrophe, hyphen, particle or script only; empty where nothing is left.

    >>> canonical("Brig. Gen. Yaḥya al-Harbi") == canonical("YAHYA Al Harbi")
    True
    """
    folded = person(name)
    return " ".join([*(part.text for part in folded.parts), *([folded.suffix] if folded.suffix else [])])


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What is left of a folded word when vowels, doubled and easily confused consonants are folded away: a key for looking up candidates.

    >>> skeleton("khattab"), skeleton("chatab"), skeleton("jamal") == skeleton("gamal")
    ('ktf', 'ktf', True)
    """
    bare = re.sub(r"[aeiouyw0-9]", "", word.translate(CONSONANTS).replace("h", ""))
    return re.sub(r"(.)\1+", r"\1", bare) or word[:1]
