"""Words folded to stems and weighed by how much they tell: a name or a rare word names an event, "killed" and "people" do not."""

from __future__ import annotations

import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LINK = re.compile(r"\S*(?:https?|www\.|@)\S*")
CONTRACTED = re.compile(r"\b\w+(?:n['’]t|['’](?:m|ll|re|ve|d))\b", re.IGNORECASE)
POSSESSIVE = re.compile(r"['’]s$|['’]$")
SUFFIXES = "ations ation ments ment ions ives ings ion ive ing ees ers ies ee er ed es s"
ENDINGS = tuple((ending, "y" if ending == "ies" else "") for ending in SUFFIXES.split(" "))
ARTICLES = frozenset(("al", "el", "ad", "as", "ash", "an", "ar", "at", "az"))
"""The Arabic article as romanised; in front of a name it tells nothing."""


def stems(text: str) -> Iterator[str]:
    """The content words of the text, folded, in order, with repeats; a people is folded to its country."""
    known = peoples()
    for _, stem in stemmed(text):
        yield known.get(stem, stem)


def stemmed(text: str) -> Iterator[tuple[str, str]]:
    """Each content word with its stem, a part of a joined word by itself; addresses and contractions are left out."""
    if "@" in text or "http" in text or "www." in text:
        text = LINK.sub(" ", text)
    if "'" in text or "’" in text:
        text = CONTRACTED.sub(" ", text)
    for word in TOKEN.findall(text):
        for part in POSSESSIVE.sub("", word).split("-") if "-" in word or "'" in word or "’" in word else (word,):
            if (stem := fold(part)) and len(stem) > 1:
                yield part, stem


@lru_cache(maxsize=5_000)
def printed(text: str) -> dict[str, str]:
    """Stem → the word as the text first prints it; a part of a joined word stands for itself."""
    found: dict[str, str] = {}
    for part, stem in stemmed(text):
        found.setdefault(peoples().get(stem, stem), part)
    return found


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case, no accents, no plural or verb ending, doubled letters single (two spellings of a name meet); "" for a function word."""
    bare = word.casefold().replace("'", "").replace("’", "")
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    if plain in stopwords() or plain in ARTICLES:
        return ""
    for ending, instead in ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4 - (ending == "s") and not plain.endswith(("ss", "us", "is")):
            plain = plain[: len(plain) - len(ending)] + instead
            break
    return re.sub(r"(.)\1", r"\1", plain).removesuffix("e") if len(plain) > 3 else plain


@lru_cache(maxsize=20_000)
def folded(phrases: tuple[str, ...]) -> frozenset[str]:
    """The stems of several phrases together."""
    return frozenset(stem for phrase in phrases for stem in stems(phrase))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What data/events.toml says, folded: classes_of — stem → classes; closed; alike — class → classes it may be; telling — stems without
    weight; open_metrics; place_nouns — what kind of place a name stands for, no part of the name;
    case_metrics, stock_metrics, crowd_metrics, harmed_metrics, remembrance (stems), seldom, often, long, targets (stems) — as there;
    groups_of — class → the lines of `alike` it stands in, or itself.
    """

    classes_of: dict[str, frozenset[str]]
    closed: frozenset[str]
    alike: dict[str, frozenset[str]]
    telling: frozenset[str]
    open_metrics: frozenset[str]
    place_nouns: frozenset[str]
    case_metrics: frozenset[str]
    stock_metrics: frozenset[str]
    crowd_metrics: frozenset[str]
    harmed_metrics: frozenset[str]
    remembrance: frozenset[str]
    groups_of: dict[str, tuple[str, ...]]
    seldom: frozenset[str]
    often: frozenset[str]
    long: frozenset[str]
    targets: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    data = tomllib.loads(resources.files("tracker").joinpath("data/events.toml").read_text("utf-8"))
    classes: dict[str, set[str]] = {}
    for name, words in {**data["closed"], **data["open"]}.items():
        for word in words.split():
            classes.setdefault(fold(word), set()).add(name)
    groups = [frozenset(words.split()) for words in data["alike"].values()]
    every = {*data["closed"], *data["open"]}
    return Vocabulary(
        {word: frozenset(names) for word, names in classes.items()},
        frozenset(data["closed"]),
        {name: frozenset((name,)).union(*(group for group in groups if name in group)) for name in every},
        frozenset(fold(word) for word in data["telling"]["words"].split()),
        frozenset(data["open_metrics"]["words"].split()),
        frozenset(fold(word) for word in data["place_nouns"]["words"].split()),
        frozenset(data["case_metrics"]["words"].split()),
        frozenset(data["stock_metrics"]["words"].split()),
        frozenset(data["crowd_metrics"]["words"].split()),
        frozenset(data["harmed_metrics"]["words"].split()),
        frozenset(fold(word) for word in data["remembrance"]["words"].split()),
        {name: tuple(group for group, names in data["alike"].items() if name in names.split()) or (name,) for name in every},
        frozenset(data["seldom"]["classes"].split()),
        frozenset(data["often"]["classes"].split()),
        frozenset(fold(word) for word in data["long"]["words"].split()),
        frozenset(fold(word) for word in data["targets"]["words"].split()),
    )


@cache
def no_event() -> re.Pattern[str]:
    """A word of an event where it names none: "the fire chief", "tear gas"."""
    data = tomllib.loads(resources.files("tracker").joinpath("data/events.toml").read_text("utf-8"))
    rules = [rf"{word}s?(?= (?:{'|'.join(after.split())})\b)" for word, after in data["followed"].items()]
    rules += [rf"(?:{'|'.join(before.split())})['’]?s? {word}s?" for word, before in data["preceded"].items()]
    return re.compile(rf"\b(?:{'|'.join(rules)})\b", re.IGNORECASE)


@cache
def stopwords() -> frozenset[str]:
    rows = resources.files("tracker").joinpath("data/stopwords.txt").read_text("utf-8").splitlines()
    return frozenset(word for row in rows if not row.startswith("#") for word in row.split())


@lru_cache(maxsize=20_000)
def classes(words: frozenset[str]) -> frozenset[str]:
    """The kinds of event that these stems name."""
    known = vocabulary().classes_of
    return frozenset(name for word in words for name in known.get(word, ()))


@cache
def countries() -> dict[str, str]:
    """Name of a country or of its people, in lower case → one stem for the country, so that "Maltese" and "Malta" meet."""
    rows = resources.files("tracker").joinpath("data/countries.txt").read_text("utf-8").splitlines()
    forms = [[form.strip() for form in row.split("|")] for row in rows if row and not row.startswith("#")]
    return {form: row[0].replace(" ", "") for row in forms for form in row}


@cache
def peoples() -> dict[str, str]:
    """Stem → stem of the country, for the names that are one word."""
    return {fold(form): country for form, country in countries().items() if " " not in form and fold(form)}


@cache
def country_stems() -> frozenset[str]:
    return frozenset(countries().values())


@lru_cache(maxsize=50_000)
def place_stems(place: str) -> frozenset[str]:
    """The stems of a place's name; one for a country."""
    bare = place.casefold().removeprefix("the ").strip(" .")
    if country := countries().get(bare) or countries().get(place.casefold().strip()):
        return frozenset((country,))
    return frozenset(stem for stem in stems(place) if stem not in vocabulary().place_nouns)


@cache
def common() -> frozenset[str]:
    """Stems that any news uses, whatever it is about: one article in fifty has them in small letters (`tracker.train.words`)."""
    return frozenset(json.loads(resources.files("tracker").joinpath("data/news_words.json").read_text("utf-8"))["share"])


@cache
def weight(stem: str) -> float:
    """0 for the words of telling, 0.5 for common words, 1 for the words of a kind of event, 2 for the rest: names and rare words."""
    known = vocabulary()
    if stem in known.telling:
        return 0.0
    return 1.0 if stem in known.classes_of else 0.5 if stem in common() or stem in country_stems() else 2.0
