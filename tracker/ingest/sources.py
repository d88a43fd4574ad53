"""Which inputs does a source name? A file, a folder and all below it, standard input; in name order, never through a loop of links."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from tracker.errors import InputError

IGNORED = ("__pycache__", "node_modules")


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder, in name order, hidden ones left out. Links to folders are not followed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in IGNORED)
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def shown(path: Path | str) -> str:
    """A path as text that can be printed and stored, whatever bytes its name is made of."""
    words = os.fsencode(path).decode("utf-8", "backslashreplace")
    return words if words.isprintable() else "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)


def opened(path: Path) -> tuple[int, str]:
    """(size, "file" | "folder" | "pipe"). Raises InputError where it is missing, unreadable or no such thing."""
    try:
        found = path.stat()
    except OSError as error:
        raise unreadable(path, error) from error
    kinds = ((stat.S_ISDIR, "folder"), (stat.S_ISREG, "file"), (stat.S_ISFIFO, "pipe"))
    kind = next((name for test, name in kinds if test(found.st_mode)), None)
    if kind is None:
        raise InputError(shown(path), "is a device or a socket, not a file")
    return found.st_size, kind


def unreadable(path: Path | str, error: OSError) -> InputError:
    """The sentence for what the system said."""
    reasons: dict[type[OSError], tuple[str, str]] = {
        FileNotFoundError: ("there is no such file or folder", "check the spelling"),
        PermissionError: ("may not be read", "ask for permission to read it"),
        NotADirectoryError: ("there is no such file or folder", "check the spelling"),
    }
    why, remedy = reasons.get(type(error), (f"cannot be read ({(error.strerror or 'unknown reason').lower()})", ""))
    return InputError(shown(path), why, remedy)


def standard_input() -> bytes:
    return sys.stdin.buffer.read()
