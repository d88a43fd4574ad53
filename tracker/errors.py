"""The error tree. Bad text never raises (it yields a Finding); bad calls do.

    TrackerError
    ├── InputError        an input that cannot be read: file, feed, line, encoding
    ├── QueryError        a filter or option that names nothing known
    ├── StoreError        the database cannot be used as asked
    │   ├── NotADatabase
    │   ├── NewerDatabase
    │   └── NotWritable
    ├── ConfigError       a configuration file with a line that cannot be used
    └── ExportError       a report that cannot be written

A subclass takes facts and builds one sentence that names the place and the remedy. Only `cli` and `tui` show errors.
"""

from __future__ import annotations


class TrackerError(Exception):
    """Something asked for cannot be done; `str(error)` is one sentence for the person who asked."""


class InputError(TrackerError):
    """where — file, URL or line; why — what is wrong with it; remedy — what the person can do."""

    def __init__(self, where: str, why: str, remedy: str = "") -> None:
        self.where, self.why, self.remedy = where, why, remedy
        super().__init__(f"{where}: {why}" + (f"; {remedy}" if remedy else ""))


class QueryError(TrackerError):
    """what — the words that were asked for; why — what is wrong; known — the nearest valid ones, if any."""

    def __init__(self, what: str, why: str, known: tuple[str, ...] = ()) -> None:
        self.what, self.known = what, known
        super().__init__(f"{what}: {why}" + (f"; did you mean {', '.join(known)}?" if known else ""))


class StoreError(TrackerError):
    """where — the database; why — what it refused; remedy — what the person can do."""

    def __init__(self, where: str, why: str, remedy: str = "") -> None:
        self.where = where
        super().__init__(f"{where}: {why}" + (f"; {remedy}" if remedy else ""))


class NotADatabase(StoreError):
    def __init__(
        self, where: str, remedy: str = "nothing was changed; name another file with --db", why: str = "is not a tracker database"
    ) -> None:
        super().__init__(where, why, remedy)


class NewerDatabase(StoreError):
    def __init__(self, where: str, found: str, known: str) -> None:
        why = f"was made by a newer version of tracker (schema {found}, this one knows {known})"
        super().__init__(where, why, "nothing was changed; upgrade tracker")


class NotWritable(StoreError):
    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, f"cannot be written ({why})", "nothing was changed; name another place with --db")


class ConfigError(TrackerError):
    """where — the configuration file; key — the entry; why — what is wrong; known — the nearest valid entry."""

    def __init__(self, where: str, key: str, why: str, known: tuple[str, ...] = ()) -> None:
        self.where, self.key, self.known = where, key, known
        super().__init__(f"{where}: {key}: {why}" + (f"; the nearest valid one is {known[0]}" if known else ""))


class ExportError(TrackerError):
    """where — the output; why — what stopped it; remedy — what the person can do."""

    def __init__(self, where: str, why: str, remedy: str = "") -> None:
        self.where = where
        super().__init__(f"{where}: {why}" + (f"; {remedy}" if remedy else ""))
