"""The noun phrase that begins at a word, told by closed classes of words and by endings alone; no dictionary, no parser."""

from __future__ import annotations

from tracker.text.tables import load
from tracker.text.tokens import Tokens

LISTS = load("grammar")


def words(name: str) -> frozenset[str]:
    """One list of data/grammar.toml."""
    return frozenset(LISTS[name].lower().split())


PREPOSITIONS, CONJUNCTIONS, DETERMINERS = words("prepositions"), words("conjunctions"), words("determiners")
PRONOUNS, AUXILIARIES, ADVERBS = words("pronouns"), words("auxiliaries"), words("adverbs")
STATES, SPEECH = words("states"), words("speech")
PLURALS, VERBS, PERSONS, LABELS = words("plurals"), words("verbs"), words("persons"), words("labels")
STOPS = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | AUXILIARIES | ADVERBS
SINGULAR_S = ("ss", "us", "is", "'s")
LONGEST = 8


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


def noun_phrase(tokens: Tokens, i: int, stops: frozenset[str] = frozenset()) -> int:
    """The token after the noun phrase that begins at `i`; `i` itself where none does. stops — more words that end it."""
    last = i
    head = i
    while last < len(tokens) and last - i < LONGEST:
        word = tokens.words[last]
        if word == "-" and last > i and tokens.joined(last - 1) and tokens.joined(last):
            last += 2
            continue
        if (
            not word[0].isalpha()
            or word in STOPS
            or word in stops
            or (word in VERBS and (last > i or not is_plural(tokens.word(i + 1)) or tokens.word(i + 1) in STATES))
        ):
            break
        if last > head and is_plural(tokens.words[last - 1]) and not carries_on(tokens, last):
            break
        last += 1
        head = i
    return min(last, len(tokens))


def carries_on(tokens: Tokens, i: int) -> bool:
    """A word after a plural noun is still of the phrase: another plural ("arms dealers")."""
    word = tokens.words[i]
    return is_plural(word) and word not in VERBS and not (tokens.is_name(i) and not tokens.is_name(i - 1))
