"""Relays carried on in one article: "the newspaper" after it was named, and what an unnamed source goes on to say.

Somebody without a name is known only through whom they spoke to: what else they are quoted on came the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracker.model import SpeakerKind, Statement, Words, changed
from tracker.text.wordlists import pattern, tagged

MEDIA: Final = tagged("media.txt")
DESCRIBED: Final = re.compile(rf"[Tt]he (?:{pattern(MEDIA['nouns'])})\Z")
NAMED: Final = re.compile(r"(?:[Tt]he )?[A-Z]")


def carried(statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements, in text order, with the relays that earlier ones give them.

    A relay that is only described stands for the last one named before it, and is given with the words that name it; where none was
    named it stays as it is. An unnamed speaker's statement without a relay has that of their last one before it.
    """
    named: Words | None = None
    last: dict[str, tuple[Words, ...]] = {}
    for statement in statements:
        via = tuple(named if named and DESCRIBED.match(relay.text) else relay for relay in statement.via)
        named = next((relay for relay in reversed(via) if is_named(relay)), named)
        if statement.speaker_kind is SpeakerKind.UNNAMED and statement.speaker_id:
            via = last[statement.speaker_id] = via or last.get(statement.speaker_id, ())
        yield statement if via == statement.via else changed(statement, via=via)


def is_named(relay: Words) -> bool:
    """It is an outlet by name: no platform, and neither a description nor a document."""
    return bool(NAMED.match(relay.text)) and relay.text not in MEDIA["platforms"] and not DESCRIBED.match(relay.text)
