"""The schema brought up to date on opening; a copy is kept before a change that alters data.

Alembic is loaded only where there is something to do.
"""

from __future__ import annotations

import logging
from pathlib import Path

from sqlalchemy import Connection, inspect

from tracker import shipped
from tracker.errors import NewerDatabase, NotADatabase
from tracker.store.database import APPLICATION, MEMORY, Database

HEAD = "0010"
"""The schema this version knows: the last file of db/versions."""


def bring_up_to_date(database: Database) -> None:
    """Raises NewerDatabase or NotADatabase, with nothing changed; an empty file gets the schema."""
    with database.read() as connection:
        found = version_of(connection, database.where)
    if found == HEAD:
        return
    known = versions()
    if found is not None and found not in known:
        raise NewerDatabase(database.where, found, HEAD)
    if found is not None and any(alters_data(version) for version in known[known.index(found) + 1 :]):
        keep_copy(database, found)
    with database.transaction() as connection:
        upgrade(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def version_of(connection: Connection, where: str) -> str | None:
    """The schema's version, None for an empty database. Raises NotADatabase where the tables are not ours."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {"alembic_version", "article", "decision"} <= tables:
        raise NotADatabase(where)
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def versions() -> list[str]:
    """Versions in order: files of db/versions are named by them."""
    return sorted(path.name.split("_")[0] for path in (shipped.folder("db") / "versions").glob("[0-9]*.py"))


def alters_data(version: str) -> bool:
    """A migration says `alters_data = True` where it does more than add."""
    (path,) = (shipped.folder("db") / "versions").glob(f"{version}_*.py")
    return "alters_data = True" in path.read_text("utf-8")


def keep_copy(database: Database, version: str) -> None:
    """tracker.db → tracker.before-0002.db beside it, through SQLite's own backup."""
    if database.where == MEMORY:
        return
    path = Path(database.where)
    copy = path.with_name(f"{path.stem}.schema-{version}{path.suffix}")
    with database.read() as connection:
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),)) if not copy.exists() else None


def upgrade(connection: Connection) -> None:
    """Run what is missing, inside the transaction at hand."""
    from alembic import command
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(shipped.folder("db")).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
