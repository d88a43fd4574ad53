"""What a mention is by its form: a pronoun, a name, a body, a person described, or several of these joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.model import Name, Span, Words
from tracker.text.classes import NAME, NOUN, merged, singular, tokens
from tracker.text.countries import is_country
from tracker.text.names import HONOURS, LOWER_TITLES, TITLES
from tracker.text.phrases import is_person
from tracker.text.wordlists import words

BODIES: Final = words("bodies.txt")
DOCUMENTS: Final = words("documents.txt")
NAMED: Final = re.compile(NAME)
NOUN_PHRASE: Final = re.compile(NOUN)
PARTED: Final = re.compile(r",?&|,")
DEFINITE: Final = re.compile(r"(?:the|this|that|these|those|his|her|its|their|both)\b", re.IGNORECASE)
INDEFINITE: Final = re.compile(r"(?:a|an|one|another|some|several|many|two|three|four|five|six|most|\d+)\b", re.IGNORECASE)
PLAIN: Final = re.compile(r"(?:(?!(?:of|from|in|at|for|with|who|to|on|near|by|that|and)\b)[a-z0-9-]+ ){1,3}|" + "[A-Z][a-z]+ ")
POSTED: Final = re.compile(r"\s+(?:[\w-]+\s+){0,2}?(?P<post>[a-z]+)\s+(?:of|for|at|in)\s")
"""What somebody is, after the name, where a comma was lost: "Ann Roe head of the port"."""
SPEAKING: Final = frozenset(("he", "she", "they", "it", "i", "we", "police", "others", "another", "one", "people"))
DESCRIBING: Final = frozenset(("local", "foreign", "federal", "state", "national", "regional", "military", "medical", "current", "former"))
OBJECTS: Final = frozenset(("him", "her", "them", "his", "its", "their"))
"""Pronouns that are no subject: "quoted him", "his claim"."""
COUNTED: Final = frozenset(("second", "third", "fourth", "another", "other", "one"))
CALLED: Final = re.compile(r",\s+(an?\s[^,.;:“”\"]{2,60})[,.]")
DETERMINER: Final = re.compile(r"\A(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """
    kind   "pronoun", "name", "body", "document" or "person" (someone described)
    words  the mention or its part; name — the proper name that is its head, for kind "name"
    head   its head noun in lower case, for the described kinds
    is_definite  "the spokesman", "her lawyer": somebody the article has spoken of or will
    is_plural    "officials"
    """

    kind: str
    words: Words
    name: Name | None = None
    head: str = ""
    is_definite: bool = False
    is_plural: bool = False


def forms(text: str, mention: Words, names: Sequence[Name]) -> list[Form]:
    """The parts of a mention: one, or more where it joins several ("Lund and the Admiralty"). Never empty.

    names — those of the article that overlap the mention.
    """
    if "nd" not in mention.text:
        return [form(text, mention, names)]
    found = merged(tokens(text, mention.start, mention.end))
    kinds = found.kinds
    places = [m.start() for m in PARTED.finditer(kinds) if "&" in kinds]
    cuts = [Span(found.starts[i], found.ends[i]) for i in places]
    cuts = [c for c in cuts if not any(n.span.start < c.start < n.span.end for n in names)]
    if not cuts or not _joins_sources(kinds):
        return [form(text, mention, names)]
    edges = [mention.start, *[edge for c in cuts for edge in (c.start, c.end)], mention.end]
    parts = [_stripped(text, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    parts = [part for part in parts if part.text]
    if len(parts) < 2 or not _can_speak(parts[0], names):
        return [form(text, parts[-1] if len(parts) == 2 and _is_office(parts[0]) else mention, names)]
    return [form(text, part, [n for n in names if n.span.overlaps(part.span)]) for part in parts]


def _joins_sources(kinds: str) -> bool:
    """Each side of the "and" is a phrase of its own: "Lund and Roe", not "a black and white cat"."""
    return all(re.search(r"[ctpl]", part) and (part[:1] in "dsctp" or part[-1:] in "c") for part in re.split(r",?&|,", kinds) if part)


def _stripped(text: str, start: int, end: int) -> Words:
    part = text[start:end]
    drop = re.match(r"[\s,]*(?:and\b\s*)?", part)
    start += drop.end() if drop else 0
    return Words.at(text, start, max(start, start + len(text[start:end].rstrip(" ,"))))


def _can_speak(part: Words, names: Sequence[Name]) -> bool:
    """Who stands before "and": no adjective of whoever follows ("local and foreign officials"), no second title of one person."""
    last = part.text.split()[-1]
    if part.text.lower() in DESCRIBING or _is_office(part):
        return False
    if any(n.span.end == part.end for n in names) or last.lower() in SPEAKING:
        return True
    one = singular(last.lower())
    return one != last.lower() or one in BODIES or one in DOCUMENTS or is_person(one) or last[:1].isupper() or one.capitalize() in TITLES


def _is_office(part: Words) -> bool:
    """ "Norda News Vice President": nobody yet, where no article stands before it."""
    return part.text.split()[-1] in TITLES and not DEFINITE.match(part.text) and not INDEFINITE.match(part.text)


def form(text: str, mention: Words, names: Sequence[Name]) -> Form:
    found = merged(tokens(text, mention.start, mention.end))
    kinds = found.kinds
    if kinds == "p" or not kinds or mention.text.lower() in OBJECTS:
        return Form("pronoun", mention, head=mention.text.lower())
    if office := next((n for n in names if n.title and described_name(mention.text) == f"{n.title} {n.text}"), None):
        return Form("name", mention, office)
    if borne := next((n for n in names if _ends_with(text, mention, n) or _is_posted_after(mention, n)), None):
        return Form("name", mention, borne)
    named, noun = NAMED.match(kinds), NOUN_PHRASE.match(kinds) or NOUN_PHRASE.match(kinds, max(0, kinds.rfind("s")))
    if named is not None and (noun is None or noun.end() <= named.end()):
        end = found.ends[named.end() - 1]
        owner = next((n for n in reversed(names) if n.span.end >= end > n.span.start), None)
        if owner is not None and not _is_plural_noun(owner, text[owner.span.end : mention.end]):
            return Form("name", mention, owner)
    last = noun.end() - 1 if noun else -1
    return _described(mention, text[found.starts[last] : found.ends[last]].lower())


def _is_plural_noun(name: Name, following: str) -> bool:
    """ "Observers of the harbour": the capital is that of the sentence."""
    return (
        not (name.kind or name.title)
        and " " not in name.text
        and name.text.endswith("s")
        and following.startswith((" of ", " in ", " from "))
    )


def _ends_with(text: str, mention: Words, name: Name) -> bool:
    """The mention is the name with an office or plain words before it ("warden Ann Roe"), or letters of honour after it ("Ann Roe QC")."""
    before = text[mention.start : name.span.start]
    after = text[name.span.end : mention.end].split()
    return HONOURS.issuperset(after) and (_is_posted(before) or bool(before and PLAIN.fullmatch(before)) or bool(after and not before))


def _is_posted_after(mention: Words, name: Name) -> bool:
    post = POSTED.match(mention.text, name.span.end - mention.start) if name.kind == "person" and name.span.start == mention.start else None
    return post is not None and post["post"] in LOWER_TITLES


def _is_posted(before: str) -> bool:
    """ "ambassador to Norway" before a name is its title."""
    parts = before.split()
    is_place = len(parts) > 2 and (is_country(parts[-1]) or (parts[-1][:1].isupper() and parts[-1] not in TITLES))
    return is_place and parts[-2] in ("to", "in", "for")


def _described(mention: Words, head: str) -> Form:
    is_plural = head.endswith(("s", "men")) and not head.endswith(("ss", "us", "is")) and head not in BODIES
    single = singular(head)
    kind = "body" if single in BODIES else "document" if head in DOCUMENTS else "person"
    is_definite = bool(DEFINITE.match(mention.text)) or (
        not INDEFINITE.match(mention.text) and mention.text[:1].isupper() and not is_plural
    )
    return Form(kind, mention, None, single, is_definite, is_plural)


def called(text: str, form: Form) -> str:
    """How who is described is called: as printed, "a third" by the apposition behind it ("a third, a trader in the port,")."""
    found = CALLED.match(text, form.words.end) if form.head in COUNTED else None
    return found[1] if found else form.words.text


def described_name(words: str) -> str:
    """How a body without a proper name is called: without its article ("the Harbour ministry" → "Harbour ministry")."""
    return DETERMINER.sub("", words.strip(), count=1)
