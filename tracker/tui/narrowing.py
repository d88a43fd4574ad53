"""What the queue is narrowed to: chosen facets and words as a query, and back. No widget here."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.model import Query

AWAITING = ("open", "disputed", "pending")
EVERYTHING = Query(states=AWAITING)
FACETS = {"metric": "metrics", "place": "places", "outlet": "outlets", "speaker": "speakers", "relation": "relations", "state": "states"}


SAVED = re.compile(r"(?<!\S)@(\w[\w-]*)(?!\S)")


def spelled_out(text: str, queries: Mapping[str, str]) -> tuple[str, str]:
    """The text with the words of a saved query for each `@name` in it, and a note where no query of that name is saved.

    >>> spelled_out("@coast killed", {"coast": "place:almara"}), spelled_out("@cost", {"coast": "place:almara"})
    (('place:almara killed', ''), ('', 'no query @cost is saved; there is @coast'))
    """
    unknown = [name for name in SAVED.findall(text) if name not in queries]
    near = [f"@{each}" for name in unknown for each in difflib.get_close_matches(name, queries, 1, 0.4) or list(queries)[:3]]
    note = f"no query @{unknown[0]} is saved" + (f"; there is {', '.join(near)}" if near else "") if unknown else ""
    return SAVED.sub(lambda found: queries.get(found[1], ""), text).strip(), note


def chosen_facets(query: Query) -> list[tuple[str, str]]:
    """(facet, value) of everything a person chose; what the queue shows anyway is not chosen."""
    pairs = ((name, getattr(query, attribute), getattr(EVERYTHING, attribute)) for name, attribute in FACETS.items())
    return [(name, value) for name, values, usual in pairs if values != usual for value in values]


def remembered(memory: dict[str, Any]) -> Query:
    """The filter of the last session; everything where there was none, or where it cannot be read."""
    try:
        chosen = [(name, value) for name, value in memory.get("chosen", ()) if name in FACETS and isinstance(value, str)]
        return replace(narrowed(chosen), words=str(memory.get("words", "")))
    except (TypeError, ValueError):
        return EVERYTHING


def narrowed(taken: Sequence[tuple[str, str]]) -> Query:
    """The queue's query with these facets: values of one facet are alternatives; states and relations stay as they are unless chosen."""
    chosen: dict[str, Any] = {}
    for name, value in taken:
        chosen[FACETS[name]] = (*chosen.get(FACETS[name], ()), value)
    return replace(EVERYTHING, **chosen)
