"""Places that a sentence names: after a preposition of place, and the countries of its adjectives. Nothing is looked up but countries."""

from __future__ import annotations

from functools import cache
from typing import Final

from tracker.extract.events import BODIES, kinds
from tracker.extract.moments import is_month
from tracker.extract.seams import is_credit
from tracker.text.dates import WEEKDAYS
from tracker.text.phrases import NUMBERS, STOPS, VERBS, words
from tracker.text.tables import load
from tracker.text.tokens import Tokens
from tracker.text.wordlists import lines
from tracker.text.wordlists import words as listed

WHERE: Final = words("where")
WEAK: Final = words("where_weak")
PLACE_NOUNS: Final = words("place_nouns")
DIRECTIONS: Final = words("directions")
HEADLINE: Final = words("headline")
TITLES: Final = frozenset(word.lower() for word in listed("titles.txt"))
LATER: Final = frozenset(("late", "early", "alone", "per", "including"))
INSIDE: Final = frozenset(("al", "el", "de", "del", "la", "le", "ibn", "bin", "ad", "as", "es"))
BODILY: Final = frozenset(("state", "department", "street"))
"""They end the names of bodies as well as of places."""
RESIDENTS: Final = frozenset(("residents", "inhabitants", "villagers", "people", "townspeople"))
HELD: Final = frozenset(("held", "controlled", "run", "ruled", "occupied", "administered", "besieged", "dominated"))
OF_A_PLACE: Final = PLACE_NOUNS | RESIDENTS
PLACE_WORDS: Final = PLACE_NOUNS | DIRECTIONS
BREACHES: Final = frozenset(load("events")["closed"]["breach"].split())
"""A breach is of somebody, not at a place."""
BATTLES: Final = frozenset(("battle", "battles"))
UNNAMED: Final = frozenset("city town village province state region county district department university school hospital".split())  # noqa: SIM905
"""With a capital and "the" before them they are the one that is told of: "had perished in the State"."""
HAVING: Final = frozenset("has had have counts counted records recorded registers registered".split())  # noqa: SIM905
CASES: Final = frozenset("cases infections deaths dead fatalities injured wounded missing".split())  # noqa: SIM905
NEXT: Final = 6
LONGEST: Final = 5


class Place:
    """name — as printed; tokens first–last from the preposition on.

    is_strong — nothing but a place can be meant; is_country — it is the name of a country
    """

    __slots__ = ("first", "is_country", "is_strong", "last", "name")

    def __init__(self, name: str, first: int, last: int, is_strong: bool, is_country: bool = False) -> None:
        self.name, self.first, self.last = name, first, last
        self.is_strong, self.is_country = is_strong, is_country


@cache
def countries() -> dict[str, str]:
    """Country name, demonym or initials in lower case → the country ("israelis" → "israel"), the tokens of one name joined by _."""
    rows = ([form.strip() for form in row.split("|")] for row in lines("countries.txt"))
    return {form.replace("-", " - ").replace(" ", "_"): row[0] for row in rows for form in row}


@cache
def leading() -> frozenset[str]:
    """Words in small letters that may follow the preposition of a place."""
    return frozenset(("the", "a", "and", *INSIDE, *countries())) | PLACE_WORDS


def places(tokens: Tokens) -> list[Place]:
    """Every place after a preposition, in order: "in Oru", "near the northern town of Oru", "attack on Oru"."""
    found: list[Place] = []
    words = tokens.words
    may_hold = not HAVING.isdisjoint(words) and not CASES.isdisjoint(words)
    for i, word in enumerate(words):
        if found and i < found[-1].last:
            continue
        if place := place_at(tokens, i) if word in WHERE else holder_at(tokens, i) if may_hold else None:
            found.append(place)
    return found


def holder_at(tokens: Tokens, i: int) -> Place | None:
    """ "Norland has 12 confirmed cases": the country at `i` that a clause begins with, and that has so many ill or dead."""
    if not tokens.is_name(i) or (i and tokens.is_name(i - 1) and tokens.words[i - 1] != "mainland"):
        return None
    last = name_end(tokens, i)
    is_there = tokens.word(last) in HAVING and not CASES.isdisjoint(tokens.words[last + 1 : last + NEXT])
    if not is_there or key_of(tokens, i, last) != " ".join(tokens.words[i:last]):
        return None
    return Place(tokens.words_of(i, last), i, last, True, True)


def place_at(tokens: Tokens, i: int) -> Place | None:
    """The place that the preposition at `i` leads to; of "in Norland's Oru" the inner one."""
    if not (tokens.is_name(i + 1) or tokens.word(i + 1) in leading() or tokens.word(i + 2) == "-"):
        return None
    before = tokens.word(i - 1)
    at, told = (
        i + 1,
        (tokens.words[i] == "of" and before in OF_A_PLACE)
        or (before in kinds() and before not in BREACHES)
        or before in BATTLES
        or before == "reported",
    )
    while (
        tokens.word(at) in ("the", "a", "and")
        or is_lower_place_word(tokens, at)
        or is_lower_country(tokens, at)
        or (tokens.word(at + 1) == "-" and is_held(tokens, at))
    ):
        at += 2 * (tokens.word(at + 1) == "-")
        told = told or tokens.words[at] in PLACE_NOUNS or tokens.words[at] in DIRECTIONS
        at += tokens.words[at] == "and" and tokens.word(at + 1) in WHERE  # "in and around Oru"
        if tokens.word(at + 1) == "of" and tokens.words[at] in PLACE_NOUNS:
            at += 1
        at += 1
    if not tokens.is_name(at) and tokens.word(at) not in INSIDE:
        return None
    return (named(tokens, i, at + 1, told=True) if is_owner(tokens, at) else None) or named(tokens, i, at, told)


def named(tokens: Tokens, i: int, at: int, told: bool) -> Place | None:
    """The place whose name begins at `at`, the preposition at `i`. told — something before it says that it is one."""
    last = name_end(tokens, at)
    if (
        last == at
        or DIRECTIONS.issuperset(tokens.words[at:last])
        or (last == at + 1 and tokens.words[at] in UNNAMED and tokens.word(at - 1) == "the")
        or tokens.word(at - 1) in ("a", "an")
        or is_other(tokens, at, last, tokens.words[i] in WEAK)
    ):
        return None
    is_described = tokens.words[last : last + 2] == [",", "where"]
    told = told or is_described or ends_in_place(tokens, at, last) or key_of(tokens, at, last) is not None
    if tokens.words[i] in WEAK and not told:
        return None
    if tokens.words[last - 1].endswith("'s") and not (told or tokens.is_name(last)):
        return None  # "at Rossi's country club"
    name = tokens.words_of(at, last).removesuffix("'s").removesuffix("’s")
    return Place(name, i, last, told, key_of(tokens, at, last) is not None)


def is_owner(tokens: Tokens, i: int) -> bool:
    """A country in the possessive, with its apostrophe or without, stands before a name: "Norland's Oru", "Norlands Oru"."""
    word = tokens.words[i]
    if word[-1] != "s" or not tokens.is_name(i + 1):
        return False
    owner = word.removesuffix("'s") if word.endswith("'s") else word[:-1] if word not in countries() else ""
    return bool(owner) and countries().get(owner) == owner


def ends_in_place(tokens: Tokens, first: int, last: int) -> bool:
    """A noun of place ends the name or follows it: "Mora Island", "Oru province". "Red State" names a body."""
    is_last = last > first + 1 and tokens.words[last - 1] in PLACE_NOUNS and tokens.words[last - 1] not in BODILY
    return is_last or tokens.word(last) in PLACE_NOUNS


def is_other(tokens: Tokens, first: int, last: int, is_weak: bool) -> bool:
    """A body, a people, or a name that only describes ("Oru residents", "Oru-based", "a Catholic school")."""
    if tokens.words[last - 1] in BODIES or last - first > LONGEST or is_demonym(tokens, first, last):
        return True
    after = tokens.word(last)
    if after[:1].isdecimal() and tokens.joined(last - 1):
        return True
    if after == "(" and is_short_for(tokens.raw[last + 1 : last + 2], tokens.raw[first:last]):
        return True
    if (
        not kinds()
        .keys()
        .isdisjoint((*tokens.words[first:last], after, tokens.word(last + 1) if after not in STOPS and after not in PLACE_NOUNS else ""))
    ):
        return True
    if after == "-" and tokens.joined(last - 1):
        return True
    follows = after.isalpha() and not tokens.is_name(last) and after not in STOPS and after not in VERBS and after not in PLACE_NOUNS
    return follows and not after.endswith(("ed", "ing", "ly")) and after not in LATER and (is_weak or key_of(tokens, first, last) is None)


def is_short_for(initials: list[str], name: list[str]) -> bool:
    """ "the Red Front (RF)": a name with its initials is that of a body."""
    return len(name) > 1 and initials == ["".join(word[0] for word in name if word[0].isupper())]


def is_lower_place_word(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in PLACE_WORDS and not tokens.is_name(i)


def is_held(tokens: Tokens, i: int) -> bool:
    """ "rebel-held", "Norland-controlled": a joined adjective before the name of a place."""
    return tokens.word(i + 1) == "-" and tokens.joined(i) and tokens.joined(i + 1) and tokens.word(i + 2) in HELD


def is_lower_country(tokens: Tokens, i: int) -> bool:
    """A demonym before a noun of place: "the Norlandish city of Oru"."""
    return tokens.word(i) in countries() and tokens.word(i + 1) in PLACE_WORDS


def name_end(tokens: Tokens, i: int) -> int:
    """The token after the capitalised name that begins at `i`; `i` where none does."""
    last = i
    while last < tokens.size:
        word = tokens.words[last]
        if (word in TITLES and tokens.word(last - 1) != "-") or (
            last > i and word in countries() and word not in ("u.s.", "uk") and tokens.words[last - 1] not in DIRECTIONS
        ):
            break
        if last > i and (word in HEADLINE or word in NUMBERS or is_credit(tokens, last)):
            break
        if tokens.is_name(last) and word not in WEEKDAYS and not is_month(tokens, last) and (word not in STOPS or word in ("us", "u.s.")):
            last += 1
        elif last > i and word == "-" and tokens.joined(last - 1) and tokens.joined(last) and tokens.is_name(last + 1):
            last += 2
        elif word in INSIDE and (tokens.word(last + 1) == "-" or tokens.is_name(last + 1)):
            last += 2 if tokens.word(last + 1) == "-" else 1
        else:
            break
        if word.endswith("'s"):
            break
    return min(last, tokens.size)


def is_demonym(tokens: Tokens, first: int, last: int) -> bool:
    """ "in Norlandish": a language or a people, no place."""
    word, key = tokens.words[first], key_of(tokens, first, last)
    return last == first + 1 and key is not None and word != key and word.endswith(("an", "ans", "ish", "ese", "ic", "i", "is", "ch", "sh"))


def key_of(tokens: Tokens, first: int, last: int) -> str | None:
    """The key of the country that the name is, if it is one."""
    return countries().get("_".join(w.removesuffix("'s") for w in tokens.words[first:last]))


def country_in(tokens: Tokens, first: int, last: int) -> str | None:
    """The key of the first country or people named among the tokens."""
    names = [i for i in range(first, last) if tokens.is_name(i)]
    return next((key for i in names for size in (4, 3, 2, 1) if (key := key_of(tokens, i, i + size))), None) if names else None
