"""The noun phrase that begins at a word, told by closed classes of words and by endings alone; no dictionary, no parser."""

from __future__ import annotations

from functools import cache
from typing import Final

from tracker.text.countries import is_country
from tracker.text.tables import load
from tracker.text.tokens import Tokens

LISTS: Final = load("grammar")


def words(name: str) -> frozenset[str]:
    """One list of data/grammar.toml."""
    return frozenset(LISTS[name].lower().split())


def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """One list of phrases of data/grammar.toml, parted by bars and lines."""
    return frozenset(tuple(phrase.split()) for phrase in LISTS[name].replace("\n", "|").split("|"))


PREPOSITIONS: Final = words("prepositions")
CONJUNCTIONS: Final = words("conjunctions")
DETERMINERS: Final = words("determiners")
PRONOUNS: Final = words("pronouns")
AUXILIARIES: Final = words("auxiliaries")
ADVERBS: Final = words("adverbs")
STATES: Final = words("states")
SPEECH: Final = words("speech")
ING_NOUNS: Final = words("ing_nouns")
LY_NOUNS: Final = words("ly_nouns")
PLURALS: Final = words("plurals")
VERBS: Final = words("verbs")
PERSONS: Final = words("persons")
NO_PERSONS: Final = words("no_persons")
LABELS: Final = words("labels")
STOPS: Final = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS
ADJECTIVAL: Final = frozenset(("likely", "unlikely", "overseas", "overnight", "overall", "total", "nearby"))
"""Adverbs that also stand before a noun: "900 likely voters"."""
SINGULAR_S: Final = ("ss", "us", "is", "'s")
OF_PERSONS: Final = ("er", "or", "ist", "ian", "ee", "ant", "man", "eer", "ese", "ite", "i", "ni")
NUMBERS: Final = frozenset(load("quantities")["words"])
LONGEST: Final = 8


def is_plural(word: str) -> bool:
    """The word looks like a plural noun."""
    return word in PLURALS or (word.endswith("s") and len(word) > 3 and not word.endswith(SINGULAR_S))


def singular(word: str) -> str:
    """The singular of a plural noun, by its ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(SINGULAR_S) else word


def noun_phrase(tokens: Tokens, i: int, stops: frozenset[str] = frozenset(), is_one: bool = False) -> int:
    """The token after the noun phrase that begins at `i`; `i` itself where none does.

    stops — more words that end it, unless they describe a plural noun ("12 injured miners"); is_one — it counts one: a word in s is a verb
    """
    last = i
    while last < tokens.size and last - i < LONGEST:
        word = tokens.words[last]
        if word == "-" and last > i and tokens.joined(last - 1) and tokens.joined(last):
            last += 2
            continue
        if not word[0].isalpha() or (last == i and word in NUMBERS and not is_bound(tokens, last)):
            break
        if word[-1] == "s" and tokens.raw[last][0].isupper() and is_owner(tokens, last):
            break
        if word in STOPS and not (word in ADJECTIVAL and describes(tokens, last)):
            break
        if last > i and is_plural(tokens.words[last - 1]) and not (carries_on(tokens, last) or (is_one and word in PERSONS)):
            break
        is_stop = word in stops and (is_one or not is_plural(word) or (last > i and is_plural(tokens.words[last - 1])))
        if (is_stop or is_verb(word, last == i, is_one)) and not is_bound(tokens, last) and not describes(tokens, last):
            break
        if word in stops and tokens.word(last + 1)[:1].isdecimal():
            break  # "kills 3 wounds 20"
        last += 1
    return trimmed(tokens, i, min(last, tokens.size))


def is_bound(tokens: Tokens, i: int) -> bool:
    """A dash joins the word to the next."""
    return tokens.word(i + 1) == "-" and tokens.joined(i)


def is_owner(tokens: Tokens, i: int) -> bool:
    """A country whose possessive has lost its apostrophe: "Norways capital"."""
    word = tokens.words[i]
    return is_country(word[:-1]) and not is_country(word) and tokens.word(i + 1)[:1].isalpha()


def is_verb(word: str, is_first: bool, is_one: bool) -> bool:
    """A form of a verb where no plural noun has come yet: "reports" is a noun after a number, "say" is not."""
    if word not in VERBS:
        return False
    return is_plural(word) == is_first or not is_first if is_one else not is_plural(word) or word == "says"


def trimmed(tokens: Tokens, first: int, last: int) -> int:
    """The end of the phrase without the participles it trails: "900 needed", "one called"."""
    while last > first and is_participle(tokens.words[last - 1]):
        last -= 1
    if tokens.words[first:last] == ["first"]:
        return first  # "the nine first given out"
    return last


def is_participle(word: str) -> bool:
    """It ends like a participle or an adverb and is none of the nouns that do."""
    if word.endswith("ly") and len(word) > 4:
        return word not in LY_NOUNS
    return (word.endswith("ed") and not word.endswith("eed") and len(word) > 4 and word not in STATES) or (
        word.endswith("ing") and len(word) > 5 and word not in ING_NOUNS
    )


def describes(tokens: Tokens, i: int) -> bool:
    """The word stands before a plural noun and so describes it."""
    after = tokens.word(i + 1)
    return is_plural(after) and after not in STATES and after not in VERBS and not (tokens.is_name(i + 1) and not tokens.is_name(i))


def carries_on(tokens: Tokens, i: int) -> bool:
    """A word after a plural noun is still of the phrase: another plural ("arms dealers")."""
    word = tokens.words[i]
    if tokens.word(i + 1) in SPEECH and is_person(tokens.words[i - 1]):
        return False  # "dozens of civilians residents said"
    return is_plural(word) and word not in VERBS and word not in STATES and not (tokens.is_name(i) and not tokens.is_name(i - 1))


@cache
def heads_of_persons() -> frozenset[str]:
    """Nouns that mean persons, singular and plural."""
    known = load("populations")
    people = (group for name, group in known["classes"].items() if name not in known["things"].split())
    listed = known["whole"].split() + [word for group in people for word in group.split()]
    return PERSONS | frozenset(person + "s" for person in PERSONS) | frozenset(listed) | STATES | PLURALS


def is_person(word: str) -> bool:
    """The noun means a person or persons, by a list or by its ending ("herders", "activists", "evacuees", "Norwegians")."""
    if singular(word) in NO_PERSONS:
        return False
    return word in heads_of_persons() or is_country(word) or singular(word).endswith(OF_PERSONS)
