"""How inputs are to be read, beyond what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tracker.errors import InputError
from tracker.model import Document


@dataclass(frozen=True, slots=True)
class Options:
    """
    columns        attribute → column of a table ("text" → "Body")
    allow_private  addresses of the own network may be fetched
    fetch          reads the page at an address; None where nothing is to be fetched
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    fetch: Callable[[str], Document | InputError] | None = None
