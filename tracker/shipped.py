"""Where the folders that stand beside the package (seeds, db) are found, and what a fresh database can be seeded with."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from tracker.errors import InputError
from tracker.model import Outlet, Speaker, SpeakerKind, content_hash

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` ("seeds", "db"): the wheel's own copy, `_seeds` or `_db` inside the package, else the checkout's.

    Raises InputError where neither is there: the installation is broken.
    """
    for place in (PACKAGE / f"_{name}", PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise InputError(name, "this folder is missing from the installation", "install the package again")


def articles() -> Path:
    """The folder of the sample corpus: one text file with front matter an article."""
    return folder("seeds") / "articles"


def outlets() -> tuple[Outlet, ...]:
    """Well-known outlets, in file order; other names and domains are their variants."""
    return tuple(Outlet(row["name"], (*row.get("variants", ()), *row.get("domains", ()))) for row in table("outlets.toml")["outlet"])


def bodies() -> tuple[Speaker, ...]:
    """International bodies that news cites by several names, as speakers that mentions can join, in file order."""
    rows = table("name_variants.toml")["body"]
    return tuple(
        Speaker(content_hash("seed", row["name"]), row["name"], SpeakerKind.ORGANISATION, (row["name"], *row["variants"])) for row in rows
    )


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((folder("seeds") / name).read_text("utf-8"))
