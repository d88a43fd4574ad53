"""What a name stands for where its form does not tell: a person, a body, a group, or only what describes a noun.

Told by the words right beside it wherever the article has it; a person is what remains.
"""

from __future__ import annotations

import re
from typing import Final

from tracker.model import Name, SpeakerKind
from tracker.resolve.clusters import Cluster
from tracker.resolve.mentions import BODIES
from tracker.text.classes import singular
from tracker.text.countries import is_country
from tracker.text.datelines import paragraph_start
from tracker.text.names import TITLES
from tracker.text.phrases import PERSONS
from tracker.text.wordlists import pattern, words

CROWDS: Final = words("crowds.txt")
BODY: Final = pattern(BODIES)
CALLED: Final = re.compile(rf"\b(?:{BODY})\s+\Z")
"""What it is, right before its name: "the airline Torran"."""
OWNED: Final = re.compile(r"\b(?:(?:shares|stake|workers|employees|executives|customers)\s+(?:in|of|at)|(?:subsidiary|unit|arm)\s+of)\s+\Z")
"""What only a body has: "shares in Torran"."""
HELD: Final = re.compile(
    rf"(?:[’']s?)?\s+(?:shares|shareholders|headquarters|chief executive|chairman|chairwoman|executives|employees|subsidiary)\b"
    rf"|,\s+which\s|,\s+(?:an?|the|one of the)\s+(?:(?!of\b)[\w’'-]+\s+){{0,5}}?(?:{BODY})\b\s*(?:[,.]|of\s|in\s|that\s|which\s)"
)
"""The same after the name, or what it is as an apposition: "Torran, a small airline,"."""
MODIFIER: Final = re.compile(
    r"\s(?!(?:said|says|has|had|was|is|told|did|and|or|of|in|on|at|to|by|for|who|that|will|would)\b)[a-z]+(?<!ed)\b"
)
NEAR: Final = 24
WHERE: Final = re.compile(
    r"(?:\b(?:in|at|near|outside|reached|left)|(?:republic|province|state|town|city|village|island|port|district)\sof)\s\Z"
)


def is_unsure(cluster: Cluster) -> bool:
    """Nothing in the form of the names tells a person or a body."""
    return cluster.kind is SpeakerKind.PERSON and not cluster.gender and not any(n.kind or n.title for n in cluster.names)


def is_body(text: str, cluster: Cluster) -> bool:
    """A name, its form unsure, of which the words beside it say that it is a company, a party, a militia …"""
    return any(_is_called_a_body(text, name) for name in cluster.names)


def _is_called_a_body(text: str, name: Name) -> bool:
    lead = text[max(0, name.span.start - NEAR) : name.span.start].lower()
    return bool(CALLED.search(lead) or OWNED.search(lead) or HELD.match(text, name.span.end))


def is_dateline(text: str, cluster: Cluster, *, every: bool = False) -> bool:
    """A name of which the article says only by its dateline that it is a place: "SELLA, Norway - "; every — it stands nowhere else."""
    return (all if every else any)(name.span.start < paragraph_start(text, name.span.start) for name in cluster.names)


def is_where(text: str, cluster: Cluster) -> bool:
    """A name, its form unsure, that a preposition of place makes one: "in Sella", "the republic of Norland"."""
    return any(WHERE.search(text, max(0, name.span.start - NEAR), name.span.start) for name in cluster.names)


def is_modifier(text: str, cluster: Cluster) -> bool:
    """A lone word of which nothing says that it is a person, mostly before a common noun: European leaders, the Democratic race."""
    if " " in cluster.name or any(n.kind or n.title for n in cluster.names):
        return False
    return 2 * sum(bool(MODIFIER.match(text, n.span.end)) for n in cluster.names) > len(cluster.names)


def is_group(text: str, cluster: Cluster) -> bool:
    """A lone plural name of which nothing says that it is a person: the Teamsters, Democrats, Norwegians, Witnesses."""
    name = cluster.names[0]
    if " " in cluster.name or not cluster.name.endswith("s") or name.kind or name.title or cluster.gender:
        return False
    has_article = text[max(0, name.span.start - 4) : name.span.start].lower() == "the "
    one = singular(cluster.name)
    is_common = one.lower() in CROWDS or one.lower() in PERSONS or one.lower() in BODIES
    return has_article or is_common or one in TITLES or is_country(one)
