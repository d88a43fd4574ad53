"""Who is credited beside a cue: the noun phrase that ends before it, or begins after it.

The words around the cue are read as a string of one-letter classes (tracker/text/classes.py).
"""

from __future__ import annotations

import re
from typing import Final

from tracker.model import Words
from tracker.text.classes import NAME, PHRASE, Tokens, merged, tokens
from tracker.text.clauses import word_class
from tracker.text.countries import is_country
from tracker.text.names import ORG_HEADS, TITLES
from tracker.text.phrases import heads_of_persons, is_person, is_plural
from tracker.text.wordlists import words

RELATIVES: Final = frozenset(("who", "which", "that"))
RELATED: Final = re.compile(r"(?P<adverbs>v*)(?P<verb>[lt]?)(?P<rest>[^,q.;:(w-]*)\Z")
"""What follows the pronoun of a relative clause behind its noun, up to the cue: "a nurse who took part and was freed after a week"."""
VERBAL: Final = frozenset(("-ed", "past", "verb", "be", "have", "do", "modal", "participle"))
OBJECTS: Final = ("d", "p", "n")
"""What follows a verb and no subject: "who monitor | the border", not "who witnesses | said"."""
TIMED: Final = re.compile(r"[dnl]*z\Z")
INSERTED: Final = re.compile(r",[on][^,w]*\Z")
"""Where somebody is from, or their age, before "who": "Ann Smit, of Port Sella, who …"."""
REACH: Final = 320
"""Characters looked at on one side of a cue: the longest apposition met is shorter."""
OPENED: Final = r"(?<![^,k&\-(q.;vw:])"
GROUP: Final = rf"(?:(?:{OPENED}{PHRASE},)+{OPENED}{PHRASE},?|{OPENED}{PHRASE})&{PHRASE}"
"""Two sources or more. Two clauses are what a lone comma before "and" joins: "the port shut, and the mayor said" """
BEFORE: Final = re.compile(rf"(?:{GROUP}|{PHRASE})\Z")
FORWARD: Final = (
    re.compile(r"p|n(?![lctn])|n?[ds]?(?:[lcnt]*t|l{1,3}(?=c[ci]))?[ct]*[cit](?:s[lct]*[lct])?"),
    re.compile(r"[dsn][lctn]*[ltn]|l{1,3}(?:c+l{1,2})?|c+l{1,2}c+"),
)
PEOPLE: Final = re.compile(r"c[lt]+(?=[ow,.;q)k]|\Z)")
"""An adjective of a country and whom it describes: "Turkish health officials"."""
MORE: Final = re.compile(rf"(?:o(?:{NAME}|[ds][lctn]*[ltc]|c+))*(?:,?&(?:{NAME}|[ds][lct]*[lt]))?")
TAIL: Final = re.compile(r"(?:v|oy[n,]*|y[n,]*|o[ds]?[n]*[lt]+|,v+,)*\Z")
"""Between source and cue: adverbs, auxiliaries, a day, "in a statement"."""
OF: Final = re.compile(r"o[ds]?n*[lt]+")
TAKING: Final = frozenset(("close", "loyal", "familiar", "opposed", "allied", "linked", "sympathetic", "privy"))
"""Adjectives whose object belongs to whom they describe: "a source close | to the family"."""
WHEN: Final = re.compile(r"(?:(?:o[dl]?)?y[zln]*|o?dz|lz)v*\Z")
"""A time between source and cue: "on Monday night", "this week"."""
OVER: Final = re.compile(r"kdz\Z")
"""A time that belongs to the clause before it: "after nine days"."""
BODIES: Final = words("generic_bodies.txt") | words("bodies.txt")
NAMED: Final = re.compile(r"[A-Z][\w’'-]*(?:\s+(?:(?:of|for|without)\s+(?:the\s+)?)?[A-Z][\w’'-]*)*")
"""The name of a body behind its noun: "the campaign group | Bring Them Home"."""
BOUNDARY: Final = frozenset(",k&-(q.;vw:")


def before(text: str, cue_start: int, floor: int = 0) -> Words | None:
    """The source that ends before a cue, or None; nothing before `floor` is read.

    Adverbs, auxiliaries, days and short phrases between the two are passed over; so are an apposition, a relative clause and a
    parenthesis ("Jon Ruiz, who runs the port, said" gives "Jon Ruiz"). "A and B said" gives both.
    """
    floor = max(floor, cue_start - REACH)
    found = merged(tokens(text, floor, cue_start))
    kinds = found.kinds
    return _before(text, found, kinds)


def _before(text: str, found: Tokens, kinds: str) -> Words | None:
    kinds = kinds if OVER.search(kinds) else WHEN.sub("", kinds) or kinds
    kinds = kinds.rstrip("v")
    if not kinds:
        return None
    if kinds[-1] == "w" or (kinds[-1] == "k" and text[found.starts[len(kinds) - 1] : found.ends[len(kinds) - 1]] == "that"):
        owner = kinds[:-1].rstrip(",-")
        return _before(text, found, INSERTED.sub("", owner) or owner)
    if kinds[-1] in ",-)":
        return _over_insertion(text, found, kinds)
    if whose := _related(text, found, kinds):
        return _trimmed(text, found, kinds, *whose)
    for kept in _without_tails(text, found, kinds):
        span = _phrase(text, found, kinds[:kept])
        if span:
            return _trimmed(text, found, kinds, *span)
    return None


def _without_tails(text: str, found: Tokens, kinds: str) -> list[int]:
    """Where the phrase may end: as it stands, and with days and short prepositional phrases taken off, most taken off first; but what an
    office is of ("a spokesman for the port") stays.
    """
    tail = TAIL.search(kinds)
    cut = tail.start() if tail else len(kinds)
    if not cut or kinds[cut - 1] not in "ctip":
        return [len(kinds)]
    is_of = kinds[cut - 1] == "t" and kinds[cut : cut + 1] == "o" and _word(text, found, cut) in ("of", "for")
    if (is_of or _word(text, found, cut - 1) in TAKING) and (whose := OF.match(kinds, cut)):
        cut = whose.end()
    return [cut, len(kinds)] if cut < len(kinds) else [cut]


def _phrase(text: str, found: Tokens, kinds: str) -> tuple[int, int] | None:
    match = BEFORE.search(kinds)
    while match:
        start = match.start()
        if not _is_verb(text, found, kinds, start):
            return start, len(kinds)
        match = BEFORE.search(kinds, start + 1)
    last = re.search(r"[ct]*[ci]\Z|p\Z", kinds)
    return (_with_article(text, found, kinds, last.start()), last.end()) if last else None


def _related(text: str, found: Tokens, kinds: str) -> tuple[int, int] | None:
    """The phrase whose relative clause ends where `kinds` do; None where that clause has a subject of its own ("a man who police said")."""
    for who in range(len(kinds) - 2, max(map(kinds.rfind, ",q.;:(")) + 1, -1):
        if kinds[who - 1] in "clti" and _word(text, found, who) in RELATIVES and (clause := RELATED.match(kinds, who + 1)):
            last = max(i for i in range(who, len(kinds)) if i == who or kinds[i] == "&" or _is_conjunction(text, found, kinds, i))
            is_whole = last == who or _holds_verb(text, found, last + 1, len(kinds)) or TIMED.match(kinds, last + 1)
            if is_whole and _opens_with_verb(text, found, kinds, clause):
                return _phrase(text, found, kinds[:who])
    return None


def _is_conjunction(text: str, found: Tokens, kinds: str, at: int) -> bool:
    return kinds[at] == "k" and word_class(_word(text, found, at)) not in ("pronoun", "adverb", "not")


def _opens_with_verb(text: str, found: Tokens, kinds: str, relative: re.Match[str]) -> bool:
    """The verb stands right behind "who", adverbs passed over: told by its form, or by what follows it."""
    if _holds_verb(text, found, *relative.span("adverbs")):
        return True
    at = relative.start("verb")
    if not relative["verb"]:
        return False
    word, head = _word(text, found, at), _word(text, found, relative.start("adverbs") - 2)
    beyond = kinds[at + 1 : at + 2]
    is_agreed = beyond != "" and not is_person(word) and word.islower() and is_plural(head) is not word.endswith("s")
    return word_class(word) in VERBAL or beyond in OBJECTS or is_agreed or (beyond == "o" and not is_person(word))


def _holds_verb(text: str, found: Tokens, first: int, last: int) -> bool:
    return any(word_class(_word(text, found, i)) in VERBAL for i in range(first, last))


def _with_article(text: str, found: Tokens, kinds: str, start: int) -> int:
    """ "A wounded | Norwegian": what stands between the article and one of a country describes them."""
    at = start
    while at and kinds[at - 1] == "l":
        at -= 1
    is_indefinite = at < start and at and _word(text, found, at - 1).lower() in ("a", "an")
    return at - 1 if is_indefinite and is_country(_word(text, found, start)) else start


def _is_verb(text: str, found: Tokens, kinds: str, at: int) -> bool:
    """A lone word that begins a phrase is its verb: in the middle of a clause, after "can", after "which", a participle, "spent"."""
    if kinds[at] != "l":
        return False
    word = _word(text, found, at)
    if word.endswith(("ed", "ing")) or word_class(word) in ("past", "verb"):
        return True
    before = kinds[at - 1] if at else ""
    is_after_which = before == "w" and not is_person(word)
    return at > 0 and (before not in BOUNDARY or is_after_which or word_class(_word(text, found, at - 1)) == "modal")


def _word(text: str, found: Tokens, at: int) -> str:
    return text[found.starts[at] : found.ends[at]]


def _over_insertion(text: str, found: Tokens, kinds: str) -> Words | None:
    """The phrase before the insertion that ends at the cue. Of several openings the one after a name that begins its clause wins;
    otherwise the nearest.
    """
    sign = "(" if kinds[-1] == ")" else kinds[-1]
    body = kinds[:-1]
    best: tuple[int, Words] | None = None
    for at in (i for i in range(len(body) - 1, body.rfind(";"), -1) if body[i] == sign):
        span = _phrase(text, found, body[:at])
        if span is None:
            continue
        start, end = span
        begins = start == 0 or body[start - 1] in "k&q.;:,v"
        is_first = start == 0 or body[start - 1] in "kq.;:"
        if body[at + 1 : at + 2] == "w" and (is_first or body[start - 1] == "&"):
            return _trimmed(text, found, body, start, end)  # "…, and the union, which has a van, claimed"
        is_name = body[end - 1] in "ci" or body[end - 1] == "p"
        is_related = (
            body[at + 1 : at + 2] == "w" and start > 0 and body[start - 1] in "k&"
        )  # "…, and the union, which has 900 members, said"
        score = 4 * is_name + 2 * begins + 2 * is_first + 4 * is_related
        if begins and (best is None or score > best[0]):
            best = (score, _trimmed(text, found, body, start, end))
    return best[1] if best else None


def _trimmed(text: str, found: Tokens, kinds: str, start: int, end: int) -> Words:
    """A person's name sheds the prepositional phrases after it; a body's ("Center for …"), a noun's and a lone plural's keep them."""
    match = re.match(rf"{NAME}(?=o)", kinds[start:end])
    if match and kinds[start + match.end() - 1] in "ci" and "&" not in kinds[start:end]:
        words = text[found.starts[start] : found.ends[start + match.end() - 1]].split()
        is_whole = len(words) == 1 and words[0].endswith("s") and text.startswith(("of ", "for "), found.starts[start + match.end()])
        is_whole = is_whole or (len(words) == 1 and words[0].lower() in heads_of_persons())  # "Counsel for the port"
        if not (ORG_HEADS & set(words) or kinds[start] == "d" or words[-1] in TITLES or is_whole):
            end = start + match.end()
    return Words.at(text, found.starts[start], found.ends[end - 1])


def after(text: str, cue_end: int, ceiling: int | None = None) -> Words | None:
    """The source that begins right after a cue ("said Jon Ruiz, who …"), or None; nothing from `ceiling` on is read."""
    ceiling = min(len(text) if ceiling is None else ceiling, cue_end + REACH)
    found = merged(tokens(text, cue_end, ceiling))
    kinds = found.kinds
    core = max((m.end() for form in FORWARD if (m := form.match(kinds))), default=0)
    if not core:
        return None
    if kinds[:core] == "c" and is_country(_word(text, found, 0)) and (people := PEOPLE.match(kinds)):
        core = people.end()
    if kinds[core : core + 1] == "c" and kinds[core - 1] == "l" and _word(text, found, core - 1) in BODIES:
        named = NAMED.match(text, found.starts[core])
        return Words.at(text, found.starts[0], min(named.end(), ceiling)) if named else None
    more = MORE.match(kinds, core)
    return _trimmed(text, found, kinds, 0, more.end() if more else core)


WHOM: Final = re.compile(r"\s+(him|her|them|it)\b(?!\s+[a-z])")


def whom(text: str, start: int) -> Words | None:
    """The pronoun at `start` in its other case: "according to him", "quoted her as saying"."""
    match = WHOM.match(text, start)
    return Words.at(text, *match.span(1)) if match else None


SUBJECT: Final = re.compile(rf"(?:(?<=[,k&\-(q.;:vw])|^)(?:p|{NAME}|[ds][lcn]*?[lt]+?(?:o{NAME})?)(?!t)(?=[^o,]|,)")


def subjects(text: str, start: int, end: int) -> list[Words]:
    """The phrases of text[start:end] that can be the subject of a clause there, in text order: names, pronouns and nouns with a
    determiner that begin a clause.
    """
    found = merged(tokens(text, start, end))
    kinds = found.kinds
    spans = [(m.start(), _whole(text, found, kinds, *m.span())) for m in SUBJECT.finditer(kinds) if m.end() > m.start()]
    return [Words.at(text, found.starts[first], found.ends[last - 1]) for first, last in spans]


def _whole(text: str, found: Tokens, kinds: str, first: int, last: int) -> int:
    """Where the phrase ends: "a German" goes on to its noun, since no name has an indefinite article."""
    is_open = (
        kinds[last - 1] == "c"
        and kinds[last : last + 1] in ("l", "t")
        and text[found.starts[first] : found.ends[first]].lower() in ("a", "an")
    )
    return last + 1 if is_open else last
