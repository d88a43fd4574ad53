"""Where the folders that stand beside the package (seeds, db) are found: in a checkout, or inside an installed wheel."""

from __future__ import annotations

from pathlib import Path

from tracker.errors import InputError

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `name` ("seeds", "db"): the wheel's own copy, `_seeds` or `_db` inside the package, else the checkout's.

    Raises InputError where neither is there: the installation is broken.
    """
    for place in (PACKAGE / f"_{name}", PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise InputError(name, "this folder is missing from the installation", "install the package again")
