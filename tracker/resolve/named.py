"""Which name stands beside a description, so that both may be one person: before it, behind it, or at the head of the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tracker.model import Name, Words
from tracker.resolve.mentions import Form

HOLDERS: Final = frozenset(
    ("owner", "operator", "publisher", "employer", "contractor", "developer", "supplier", "manufacturer", "organiser")
)
"""What a body can be as well as a person: "the owner, Harbour Lines,"."""
BESIDE: Final = re.compile(r"(?:(?!(?:of|from|in|at|for|with|who|to|on|near|by|the|a|an)\b)[a-z-]+ ){0,3}")
"""What may stand between a description and its name: "counsel for the port, senior advocate Ann Roe"."""
INTRODUCED: Final = re.compile(r",\s+(?:aged\s+)?(?:\d\d\b|an?\s|of\s|from\s|who\s)")
NamesIn = Callable[[Words], Sequence[Name]]


def name_before(text: str, names_in: NamesIn, form: Form) -> Name | None:
    """The person named right before a description that is their apposition: "Ann Roe, a former pilot said"."""
    near = names_in(Words.at(text, max(0, form.words.start - 3), form.words.start))
    name = next((n for n in near if n.kind == "person"), None)
    return name if name is not None and text[name.span.end : form.words.start] == ", " else None


def name_beside(text: str, names_in: NamesIn, form: Form) -> Name | None:
    """The name that follows a description as its apposition: "a spokeswoman, Ann Roe, said"."""
    start = form.words.end + 2
    if (form.is_plural and form.head not in HOLDERS) or not text.startswith(", ", form.words.end):
        return None
    near = names_in(Words.at(text, start, start + 40))
    name = next((n for n in near if BESIDE.fullmatch(text, start, n.span.start) or text[start : n.span.start - 1] == n.title), None)
    return name if name is not None and text[name.span.end : name.span.end + 1] in (",", ".") else None


def name_next(text: str, names_in: NamesIn, form: Form) -> Name | None:
    """Whom the second paragraph names first, with age or description, for "a former cashier" in the first: who they are comes late."""
    first = text.find("\n", len(text) - len(text.lstrip()))
    if not 0 <= form.words.start < first or form.words.text[:2].lower() not in ("a ", "an"):
        return None
    start = first + len(text[first:]) - len(text[first:].lstrip())
    near = names_in(Words.at(text, start, start + 30))
    name = next((n for n in near if n.span.start - start in (0, len(n.title) + 1)), None)
    return name if name is not None and INTRODUCED.match(text, name.span.end) else None
