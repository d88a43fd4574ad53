"""Names of bodies that small words run through: "Ministry of Health", "Doctors for Peace", "the Stop It Now Coalition"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracker.model import Name, Span
from tracker.text.clauses import CLOSED
from tracker.text.wordlists import words

ORG_HEADS: Final = words("org_heads.txt")
LINK: Final = re.compile(r"[ \u00a0](?:of|for|on|and|without|against)(?:[ \u00a0]the)?[ \u00a0]\Z")
MEMBERS: Final = words("member_nouns.txt")
"""Whose body a name is that begins with them: "Lawyers for Peace"."""
PEOPLES: Final = re.compile(r"(?<![\w’'-])(?P<whole>(?:(?!The\b)[A-Z][\w-]+ ){0,3}(?:People|Women|Men|Children)['’]s )\Z")
"""Whose front, army or party it is."""
THE: Final = re.compile(r"\b[Tt]he (?:[a-z]+ )?\Z")
WITHOUT: Final = frozenset(("for", "without", "against"))
DATES: Final = frozenset(word.capitalize() for word, kind in CLOSED.items() if kind == "day") | {"May"}


def joined(text: str, left: Name, right: Name) -> Name | None:
    """ "Ministry of Health", "Center for the Arts": a body's name goes on over a preposition."""
    if right.title or left.title:
        return None
    if text[left.span.end : right.span.start] in ("' ", "’ ") and left.text.endswith("s") and right.text.split()[-1] in ORG_HEADS:
        return _whole(text, left, right)
    if not 3 < right.span.start - left.span.end < 10:
        return None
    link = LINK.match(text, left.span.end, right.span.start)
    parts = left.text.split()
    if link is None:
        return None
    if parts[-1] in MEMBERS and link.group().split()[0] in WITHOUT:
        return _whole(text, left, right)
    if (
        "and" in link.group()
        and len(parts) == 1
        and " " in right.text
        and right.text.split()[-1] in ORG_HEADS
        and follows_the(text, left.span.start)
    ):
        return _whole(text, left, right)
    if not (parts[-1] in ORG_HEADS or parts[0] in ORG_HEADS):
        return None
    if "and" in link.group() and " of " not in left.text:
        return None
    return _whole(text, left, right)


def department(text: str, left: Name, run: re.Match[str], portfolios: frozenset[str]) -> Name | None:
    """ "Ministry of Justice", "Doctors for All": what a body is of or for, though the word alone is a title or no name."""
    link, last = text[left.span.end : run.start()], left.text.split()[-1]
    is_of = link in (" of ", " of the ") and last in ORG_HEADS and not left.title and portfolios.issuperset(run.group().split())
    if not is_of and not (last in MEMBERS and link.strip() in WITHOUT and " " not in run.group()):
        return None
    span = Span(left.span.start, run.end())
    return Name(span, span.of(text), kind="organisation")


def _whole(text: str, left: Name, right: Name) -> Name:
    span = Span(left.span.start, right.span.end)
    return Name(span, span.of(text), kind="organisation")


def of_a_people(text: str, name: Name) -> Name:
    """ "The Lund People's Front": the name from its beginning, where the words before a body's noun say whose it is; else as it is."""
    start = name.span.start
    if start < 3 or text[start - 2] != "s" or name.title or name.text.split()[-1] not in ORG_HEADS:
        return name
    found = PEOPLES.search(text, max(0, start - 40), start)
    if found is None:
        return name
    span = Span(found.start("whole"), name.span.end)
    return Name(span, span.of(text), kind="organisation")


def follows_the(text: str, start: int) -> bool:
    """The word before is "the", or the one before a plain adjective."""
    return THE.search(text, max(0, start - 24), start) is not None


def is_whole_body(tokens: Sequence[str], small: Sequence[bool], follows_the: bool) -> bool:
    """The run of capitals is one body's name, function words and all: "Lawyers Without Chains", "Coast Rights Watch", "the Stop It Now
    Coalition".

    small — which tokens are words that are no names, as a rule; follows_the — the run stands after "the".
    """
    if len(tokens) < 3 or small[0] or True not in small or not DATES.isdisjoint(tokens):
        return False
    if tokens[0] in MEMBERS and tokens[1].lower() in WITHOUT:
        return True
    return tokens[-1] in ORG_HEADS and (follows_the or True not in small[:-1])
