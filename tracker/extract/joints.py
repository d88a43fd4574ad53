"""Where the source of a credit begins that no comma parts from the clause before it: "… killed nine people | a rescue group said." """

from __future__ import annotations

from typing import Final

from tracker.extract.passages import BREAKS, DETERMINERS, ROLES, STARTERS, Passage
from tracker.text.countries import is_country
from tracker.text.names import ACRONYM, OCCUPATION, ORG_HEADS, TITLES
from tracker.text.phrases import is_person
from tracker.text.sexes import sex_of
from tracker.text.wordlists import words

LEADING: Final = BREAKS | DETERMINERS | STARTERS | (ROLES["adjunct"] - {"day", "adverb"}) | {"of", "to", "that", "not"}
"""Classes that lead to something: no clause ends behind them."""
OPENING: Final = BREAKS | DETERMINERS | {"Cap", "title", "w", "-s", "pronoun", "NUM", "quantifier", "demonstrative", "-ed", "-ing"}
"""Classes that a noun phrase begins with, and marks."""
MODIFIERS: Final = words("source_modifiers.txt")
BODIES: Final = words("bodies.txt")
MASSES: Final = frozenset(("media", "police", "people", "parliament", "congress", "staff", "counsel", "management", "television", "radio"))
"""Singular nouns that speak without an article."""
SPEAKERS: Final = frozenset(("source", "sources", "head", "member", "members", "branch", "office", "statement", "report"))
"""Nouns that are no persons and speak with a phrase behind them: "a source in the port"."""
SHORTEST: Final = 3
"""Letters of initials that can be a body of their own beside another name."""
BETWEEN: Final = frozenset(("adverb", "-ly", "have"))
COMMON: Final = frozenset(("w", "Cap", "title", "-s"))
WH: Final = ("who", "whom", "which", "what", "whose", "where", "how", "why")
COUNTING: Final = ("NUM", "quantifier", "demonstrative")
LINKS: Final = ("of", "for", "and")
WITHIN: Final = frozenset(("of", "for", "in", "at", "from", "with", "on", "near"))
DESCRIBED: Final = DETERMINERS | WITHIN


def is_joint(p: Passage, i: int, c: int) -> bool:
    """A source of the cue at token c may begin at token i: what stands before can end a clause, and the two belong to no one phrase."""
    k, here, before = p.classes, p.word(i), p.word(i - 1)
    if k[i] not in OPENING or (k[i - 1] in LEADING and k[i - 1] != ")"):
        return False
    if before in MODIFIERS and here.islower():
        return False
    if k[i] == k[i - 1] == "Cap":
        return are_two_names(p, i)
    if here.islower() and k[i] == "title" and k[i - 1] == k[i + 1] == "Cap":
        return False  # "Harbour | spokesman Ann Lind"
    if before.islower() and k[i - 1] == "title" and k[i] == "Cap":
        return k[i - 2] in DETERMINERS
    return not (set(k[i:c]) == {"w"} and p.word(c - 1) not in MASSES)


def are_two_names(p: Passage, i: int) -> bool:
    """ "in Oslo | Ann Lind", "in Oslo | Norwegian officials", "in Oslo | NRK": the second begins as names do; no title before."""
    here, before, first = p.word(i), p.word(i - 1), _run(p, i)
    if p.classes[first - 1] == "title" or before in TITLES or sex_of(before):
        return False
    is_body = ACRONYM.match(here) and len(here) >= SHORTEST and not ACRONYM.match(before)
    return bool(sex_of(here) or is_country(here) or is_body)


def source_start(p: Passage, c: int) -> int:
    """At which token the noun phrase begins that is the subject of the cue at token c, told by its form; 0 where it may be another's."""
    end = c
    while end > 1 and p.classes[end - 1] in BETWEEN:
        end -= 1
    start = _phrase(p, end)
    if start > 1 and p.classes[start - 1] == "and" and _speaks(p, start - 2):
        start = _phrase(p, start - 1)
    return start if start > 0 and p.classes[start - 1] not in LEADING and p.classes[start - 1] not in WH else 0


def _phrase(p: Passage, end: int) -> int:
    """Where the noun phrase begins that ends before token `end`, with what it describes ("a source | in the port"); 0 for none."""
    k, last = p.classes, end - 1
    if k[last] == "pronoun":
        return last
    start = _named(p, end) if p.word(last)[:1].isupper() or k[last] == ")" else _common(p, end)
    if start > 1 and k[start - 1] in WITHIN and _speaks(p, start - 2):
        return _phrase(p, start - 1)
    return start


def _named(p: Passage, end: int) -> int:
    """Of a name: what it is of or for, who bears it and the article before it belong to it."""
    k = p.classes
    if k[end - 1] == ")" and k[end - 3] == "(":
        end -= 3
    start = _run(p, end - 1)
    start = max((i for i in range(start + 1, end) if are_two_names(p, i)), default=start)
    if start > 1 and k[start - 1] in LINKS and k[start - 2] == "Cap":
        body = _run(p, start - 2)
        if k[body - 1] == "article" or p.word(start - 2) in ORG_HEADS:
            start = body
    return _introduced(p, start) if start and p.word(start - 1).islower() else start


def _introduced(p: Passage, start: int) -> int:
    """Where the title or calling begins that stands before a name ("harbour spokesman | Ann Lind"), or its article."""
    k, i = p.classes, start
    if k[i - 1] == "title" or (k[i - 1] == "w" and OCCUPATION.match(p.word(i - 1)) and is_person(p.word(i - 1))):
        i -= 1
        i -= k[i - 1] == "w" and (p.word(i - 1) in BODIES or k[i - 2] not in DESCRIBED)
    i = _modified(p, i)
    return i - 1 if k[i - 1] in DETERMINERS else i


def _common(p: Passage, end: int) -> int:
    """Of a common noun: with its article, or in the plural with what says of which kind it is."""
    k, i, head = p.classes, end - 1, p.word(end - 1)
    if k[i] not in COMMON:
        return 0
    if k[i] == "-s" or (k[i] == "title" and head.endswith("s")) or head in MASSES:
        i = _modified(p, i)
        if k[i - 1] == "Cap" and k[(body := _run(p, i - 1)) - 1] in LINKS[:2] and k[body - 2] == "Cap":
            return _named(p, i)  # "the Bureau for Human | rights"
        is_counted = k[i - 1] in COUNTING and p.word(i - 1) != "others" and head not in MASSES
        return i - 1 if k[i - 1] in DETERMINERS or is_counted else i
    while i > 0 and (k[i - 1] in COMMON or p.word(i - 1) in MODIFIERS):
        i -= 1
    if i > 0 and (k[i - 1] in DETERMINERS or k[i - 1] in COUNTING):
        return _beside_name(p, i - 1)
    start = _modified(p, end - 1)
    return start if k[start] == "Cap" or (start < end - 1 and head in BODIES) else 0


def _modified(p: Passage, i: int) -> int:
    """Where the words begin that say of which kind the noun at token i is: "Norwegian health | officials"."""
    while i > 0 and (p.word(i - 1) in MODIFIERS or (p.word(i - 1)[:1].islower() and "-" in p.word(i - 1))):
        i -= 1
    return _run(p, i - 1) if i > 1 and p.word(i - 1)[:1].isupper() and _is_adjective(p, i - 1) else i


def _is_adjective(p: Passage, i: int) -> bool:
    """The name at token i describes the noun after it, and is not where something happened ("in Oslo | officials said")."""
    return is_country(p.word(i)) or p.classes[_run(p, i) - 1] not in WITHIN


def _beside_name(p: Passage, start: int) -> int:
    """Where the person's name begins that a description stands beside: "Ann Lind | a nurse"."""
    first = _run(p, start - 1) if start > 1 and p.classes[start - 1] == "Cap" else start
    return first if first < start - 1 and sex_of(p.word(first)) else start


def _run(p: Passage, last: int) -> int:
    """Where the run of capitals begins that token `last` stands in."""
    while last > 1 and p.word(last - 1)[0].isupper() and p.classes[last - 1] not in ("article", "day"):
        last -= 1
    return last - (last == 1 and p.classes[0] in ("Cap", "title"))


def _speaks(p: Passage, i: int) -> bool:
    word = p.word(i)
    return is_person(word) or word in SPEAKERS or p.classes[i] == "title"
