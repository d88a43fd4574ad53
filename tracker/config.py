"""What a person has set once: name, database, theme, keys. Read from one TOML file; nothing is written to it.

reviewer = "Rosa Lind"          # whose name stands on decisions
lead = "Omar Tayeb"             # settles where two reviewers disagree
database = "~/cases/river.db"   # what to open without --db
theme = "textual-dark"
jobs = 2                        # processes used by `tracker add`
metrics = "~/cases/metrics.toml" # words added to those that say what a figure counts (docs/figures.md)
margins = "~/cases/margins.toml" # margins that take the place of those shipped (docs/comparing.md)

[keymap]                        # action id = key, or a list of keys
"conflicts.prefer" = "a"

[queries]                       # name = a query, asked for as @name
elm = 'place:"Port Elm" metric:killed after:2023-10'
"""

from __future__ import annotations

import difflib
import getpass
import os
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tracker.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Config:
    """where — the file it was read from, "" where there is none; keymap — action id → the keys for it; queries — name → its words."""

    reviewer: str = ""
    lead: str = ""
    database: str = ""
    theme: str = ""
    jobs: int = 1
    metrics: str = ""
    margins: str = ""
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    queries: Mapping[str, str] = field(default_factory=dict)
    where: str = ""

    def name_files(self) -> None:
        """Put the user's own metrics and margins where the stages look for them; what the environment names goes before."""
        for name, path in (("TRACKER_METRICS", self.metrics), ("TRACKER_MARGINS", self.margins)):
            if path:
                os.environ.setdefault(name, str(Path(path).expanduser()))

    def check_keymap(self, actions: Iterable[str]) -> None:
        """Raises ConfigError, naming the nearest valid one, where the keymap names an action that does not exist."""
        known = list(actions)
        for action in self.keymap:
            if action not in known:
                raise ConfigError(self.where, f"keymap.{action}", "there is no such action", nearest(action, known))


KINDS: dict[str, type] = {
    **dict.fromkeys(("reviewer", "lead", "database", "theme", "metrics", "margins"), str),
    "jobs": int,
    **dict.fromkeys(("keymap", "queries"), dict),
}


def load(path: Path | None = None) -> Config:
    """The configuration file named by `path`, TRACKER_CONFIG, or in the user's configuration folder; defaults where there is none.

    Raises ConfigError naming file, entry and the nearest valid one.
    """
    path = path or default_path()
    try:
        values = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(str(path), "the file", f"cannot be read ({(error.strerror or str(error)).lower()})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(str(path), "the file", f"is not TOML ({error})") from error
    return parsed(values, str(path))


def default_path() -> Path:
    from platformdirs import user_config_path

    named = os.environ.get("TRACKER_CONFIG")
    return Path(named) if named else user_config_path("tracker", appauthor=False) / "config.toml"


def parsed(values: Mapping[str, Any], where: str) -> Config:
    for key, value in values.items():
        if key not in KINDS:
            raise ConfigError(where, key, "there is no such entry", nearest(key, KINDS))
        if not isinstance(value, KINDS[key]) or isinstance(value, bool):
            raise ConfigError(where, key, f"is to be {WORDS[KINDS[key]]}, not {value!r}")
    for name, words in values.get("queries", {}).items():
        if not isinstance(words, str):
            raise ConfigError(where, f"queries.{name}", "is to be a query in quotation marks")
    keymap = {action: keys_of(action, keys, where) for action, keys in values.get("keymap", {}).items()}
    return Config(**{**values, "keymap": keymap}, where=where)


WORDS: dict[type, str] = {str: "a text in quotation marks", int: "a whole number", dict: "a table"}


def keys_of(action: str, keys: Any, where: str) -> tuple[str, ...]:
    listed = [keys] if isinstance(keys, str) else keys
    if not isinstance(listed, list) or not all(isinstance(key, str) and key for key in listed):
        raise ConfigError(where, f"keymap.{action}", "is to be a key, or a list of keys, in quotation marks")
    return tuple(listed)


def nearest(word: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(difflib.get_close_matches(word, list(known), n=1, cutoff=0.4))


def reviewer(config: Config, named: str | None = None) -> str:
    """Whose name stands on a decision: as named on the command line, TRACKER_REVIEWER, the configuration, git, or the system user."""
    return named or os.environ.get("TRACKER_REVIEWER") or config.reviewer or git_user() or system_user()


def git_user() -> str:
    try:
        found = subprocess.run(["git", "config", "user.name"], capture_output=True, text=True, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return found.stdout.strip()


def system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown reviewer"
