"""In which language is a text written? By its share of function words, and by its script; None where too little speaks."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib import resources
from operator import itemgetter

from tracker.model import Article

WORD, PLAIN = re.compile(r"[^\W\d_]+"), re.compile(r"[a-z]+")
ENOUGH = 30
"""Words below which nothing is said: a headline has hardly any function words."""
SAMPLE = 1000
"""Characters looked at from each of the beginning, the middle and the end."""
RULE = "its function words"
"""How `Article.inferred` says that the language was told by this module."""
FOREIGN = 0.12
"""Share of another language's function words from which a text counts as written in it; running text has 0.25 to 0.5 of its own."""


@cache
def stop_words() -> dict[str, frozenset[str]]:
    data = resources.files("tracker.data").joinpath("stop_words.toml").read_text("utf-8")
    return {language: frozenset(words.split()) for language, words in tomllib.loads(data).items()}


@cache
def foreign_words() -> frozenset[str]:
    """The function words of all languages but English: where English ones stand oftener than all these, no language can outdo it."""
    return frozenset().union(*(words for language, words in stop_words().items() if language != "en"))


def language_of(text: str) -> str | None:
    """The ISO 639-1 code; "und" for a text mostly in another script; None where too little speaks for any language."""
    seen = sample(text).lower()
    words = (PLAIN if seen.isascii() else WORD).findall(seen)
    if not words:
        return None
    if not seen.isascii() and foreign(words) > 0.5 * len(words):
        return "und"
    if len(words) < ENOUGH:
        return None
    if counted(stop_words()["en"], words) > max(counted(foreign_words(), words), FOREIGN * len(words)):
        return "en"
    shares = {language: counted(known, words) / len(words) for language, known in stop_words().items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= FOREIGN and (best == "en" or shares[best] > 1.5 * shares["en"]) else None


def counted(known: frozenset[str], words: list[str]) -> int:
    """How many of the words are known ones."""
    return sum(map(known.__contains__, words))


def foreign(words: list[str]) -> int:
    """How many of the words begin with a letter of another script."""
    return sum([count for letter, count in Counter(map(itemgetter(0), words)).items() if not is_latin(letter)])


def is_supported(article: Article) -> bool:
    """The text can be read for statements and figures: it is English, or nothing speaks for another language. What the text shows
    counts for more than what its page declares.
    """
    shown = article.language if ("language", RULE) in article.inferred else language_of(article.text)
    return (shown or article.language or "en").lower().startswith("en")


def sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))


@cache
def is_latin(letter: str) -> bool:
    return letter.isascii() or "LATIN" in unicodedata.name(letter, "")
