"""Is what was taken for a source a noun phrase? A clause, a lone verb or an adverb is nobody; what trails a phrase is cut off."""

from __future__ import annotations

from typing import Final

from tracker.extract.passages import BREAKS, NOUNS, ROLES
from tracker.model import Words
from tracker.text.clauses import Tokens, tokens, word_class
from tracker.text.names import OCCUPATION, TITLES
from tracker.text.phrases import PERSONS
from tracker.text.wordlists import words

VERBS: Final = ROLES["clausal"]
"""Classes of words that no noun phrase holds, unless in a relative clause."""
LEADS: Final = frozenset(("that", "said", "says", "and", "but", "or"))
PEOPLE: Final = words("bodies.txt") | words("documents.txt") | words("crowds.txt") | PERSONS | {"people", "police", "source", "sources"}


def sound(text: str, mention: Words) -> Words | None:
    """The mention as a noun phrase: marks and conjunctions before it and a participle after it left off ("a study published"); None where
    it holds a verb ("the firm lobbied", said of a clause) or a lone word that names nobody.
    """
    found = tokens(text, mention.start, mention.end)
    first, last = 0, len(found.starts)
    while first < last and (found.classes[first] in BREAKS or text[found.starts[first] : found.ends[first]].lower() in LEADS):
        first += 1
    if found.classes[first + 1 : first + 2] == ["by"] and word_class(text[found.starts[first] : found.ends[first]].lower()) == "-ed":
        first += 2  # "confirmed by | port officials"
    cut = _before_participle(found, first, last)
    last = last if cut == first + 1 and not _names_somebody(text[found.starts[first] : found.ends[first]]) else cut
    kinds = found.classes[first:last]
    if not kinds or _is_clause(kinds) or (len(kinds) == 1 and not _names_somebody(text[found.starts[first] : found.ends[first]])):
        return None
    return Words.at(text, found.starts[first], found.ends[last - 1])


def _before_participle(found: Tokens, first: int, last: int) -> int:
    """Where the phrase ends: before a participle that follows its noun and describes no further one."""
    for i in range(first + 1, last):
        after = found.classes[i + 1] if i + 1 < last else ""
        if found.classes[i] == "-ed" and found.classes[i - 1] in ("w", "-s", "Cap", "title") and after not in NOUNS:
            return i
    return last


def _is_clause(kinds: list[str]) -> bool:
    """A finite verb, and no relative pronoun before it that could hold it in the phrase."""
    at = next((i for i, kind in enumerate(kinds) if kind in VERBS), -1)
    return at >= 0 and not any(kind in ("who", "which", "that", "whose", "where") for kind in kinds[1:at])


def _names_somebody(word: str) -> bool:
    kind, plain = word_class(word), word.lower()
    is_known = plain in PEOPLE or word.capitalize() in TITLES or bool(OCCUPATION.match(plain))
    return kind in ("Cap", "-s", "pronoun", "title", "NUM", "quantifier", "Cap's") or is_known
