"""What a list holds, counted: the twin of the filter window of the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from tracker.cli import listing
from tracker.cli.listing import Column

Counted = Annotated[bool, typer.Option("--facets", help="Count what fits by place, outlet, speaker … and list nothing.")]


@dataclass(frozen=True, slots=True)
class Facet:
    facet: str
    value: str
    count: int


COLUMNS = (
    Column("facet", lambda row: row.facet),
    Column("value", lambda row: row.value, wraps=True),
    Column("count", lambda row: row.count, right=True),
)


def show(found: Mapping[str, Sequence[tuple[str, int]]], as_json: bool) -> None:
    """Every value of every facet with its count, most first."""
    rows = [Facet(name, value, count) for name, counted in found.items() for value, count in counted]
    listing.show(rows, COLUMNS, as_json, None, "Nothing to count.")
