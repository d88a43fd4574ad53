"""What a figure counts: the metrics file, and where its words stand in a sentence."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from tracker.errors import ConfigError
from tracker.text.phrases import is_person, is_plural, singular
from tracker.text.tables import load
from tracker.text.tokens import Tokens

ROLES: Final = ("verb", "act", "state", "noun", "toll", "before", "after", "head")
FIELDS: Final = {
    "verbs": "verb",
    "acts": "act",
    "states": "state",
    "nouns": "noun",
    "tolls": "toll",
    "before": "before",
    "after": "after",
    "heads": "head",
}
KNOWN: Final = (*FIELDS, "only", "beside", "counted", "people", "grows")
TOTAL: Final = "_total"
MADE: Final = ("missiles", "drones", "vehicles", "tanks", "aircraft", "ships", "buildings", "jobs")
Lists = dict[str, dict[str, object]]


class Cue:
    """Tokens `first` to `last` (left out) name a metric.

    role — a field of the metrics file in the singular; form — base, s, ed or ing for a verb or act, "" otherwise
    """

    __slots__ = ("first", "form", "last", "metric", "role")

    def __init__(self, first: int, last: int, metric: str, role: str, form: str = "") -> None:
        self.first, self.last = first, last
        self.metric, self.role, self.form = metric, role, form


Row = tuple[tuple[str, ...], str, str, str]


@dataclass(frozen=True, slots=True)
class Metrics:
    """The metrics file, ready to be looked up. table — first word → (words, metric, role, form), the longest first; alone — the same of
    the rows of that word alone; seconds — first word → what may stand second.

    things — nouns of what people made: "blew up 12 houses" kills nobody
    """

    table: dict[str, list[Row]]
    counted: dict[str, str]
    only: dict[str, frozenset[str]]
    beside: frozenset[str]
    people: frozenset[str]
    grows: frozenset[str]
    things: frozenset[str]
    alone: dict[str, list[tuple[str, str, str]]]
    seconds: dict[str, frozenset[str]]

    def cues(self, tokens: Tokens) -> list[Cue]:
        """Every cue of a sentence, in order; where a longer one stands, the shorter ones within it of the same role are left out."""
        found: list[Cue] = []
        for i, word in enumerate(tokens.words):
            if word in self.table and (self.alone[word] or tokens.word(i + 1) in self.seconds[word]):
                found += self.at(tokens, i)
        return found

    def may_count(self, metric: str, head: str) -> bool:
        """The verbs of the metric can have this noun as what they count."""
        only = self.only.get(metric)
        if head in self.only.get("recovered", ()):
            return metric == "killed" or (only is not None and head in only)  # "took 12 bodies to hospital"
        return only is None or head in only or ("persons" in only and is_person(head))

    def may_leave_out(self, metric: str) -> bool:
        """A number without a noun can be counted by its verbs: not where only certain nouns can."""
        only = self.only.get(metric)
        return only is None or "persons" in only

    def at(self, tokens: Tokens, i: int) -> list[Cue]:
        """The cues that begin at a word of the table, the longest of each role."""
        word, after = tokens.words[i], tokens.word(i + 1)
        if after not in self.seconds[word]:
            return [Cue(i, i + 1, metric, role, form) for metric, role, form in self.alone[word]]
        found: list[Cue] = []
        seen: dict[str, int] = {}
        for words, metric, role, form in self.table[word]:
            size = len(words)
            if size > 1 and words[1] != after:
                continue
            last = i + size
            if seen.get(role, last) == last and (size < 3 or tuple(tokens.words[i:last]) == words):
                seen[role] = last
                found.append(Cue(i, last, metric, role, form))
        return found


def forms(entry: str) -> Iterator[tuple[str, str]]:
    """(form, words) of a verb of the metrics file: "kill" gives base, s, ed, ing; given forms are told apart by their ending."""
    given = entry.split("/")
    if len(given) > 1 or " " in entry:
        for words in given:
            first = words.split()[0]
            yield (
                (
                    "base"
                    if words == given[0] and given.count(words) == 1
                    else "ing"
                    if first.endswith("ing")
                    else "s"
                    if first.endswith("s")
                    else "ed"
                ),
                words,
            )
        return
    stem = entry[:-1] if entry.endswith("e") else entry
    in_y = entry.endswith("y") and entry[-2] not in "aeou"
    yield "base", entry
    yield "s", entry[:-1] + "ies" if in_y else entry + ("es" if entry.endswith(("sh", "ch", "ss", "x")) else "s")
    yield "ed", entry[:-1] + "ied" if in_y else stem + "ed"
    yield "ing", stem + "ing"


def happens(tokens: Tokens, i: int) -> bool:
    """A word of what happens to people stands at `i`: "15 killed"."""
    if tokens.word(i) not in metrics().table:
        return False
    return any(cue.role in ("verb", "act", "state") and cue.form != "base" for cue in metrics().at(tokens, i))


@cache
def metrics() -> Metrics:
    """The metrics that ship with the program, with those of the file that TRACKER_METRICS names.

    Raises ConfigError where that file cannot be read or holds a field that is not known.
    """
    path = os.environ.get("TRACKER_METRICS")
    return build(joined(load("metrics"), own(path)) if path else load("metrics"))


def own(path: str) -> Lists:
    """The tables of a user's metrics file."""
    try:
        lists: Lists = tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(path, "metrics", f"cannot be read ({error})") from error
    for metric, fields in lists.items():
        for name in fields if isinstance(fields, dict) else [metric]:
            if name not in KNOWN:
                near = difflib.get_close_matches(name, KNOWN, 1, 0)
                raise ConfigError(path, f"{metric}.{name}", "is no field of a metric", tuple(near))
    return lists


def joined(lists: Lists, more: Lists) -> Lists:
    """The lists with the words of the second added to those of the first; its other fields take their place."""
    both = {metric: dict(fields) for metric, fields in lists.items()}
    for metric, fields in more.items():
        known = both.setdefault(metric, {})
        for name, value in fields.items():
            before = known.get(name)
            known[name] = [*before, *value] if isinstance(before, list) and isinstance(value, list) else value
    return both


def build(lists: Lists) -> Metrics:
    """The lookup of metrics of the shape of data/metrics.toml."""
    table: dict[str, list[Row]] = {}
    for metric, fields in lists.items():
        for name, role in FIELDS.items():
            entries = fields.get(name, [])
            for entry in with_singulars(entries, role, metric in flagged(lists, "people")) if isinstance(entries, list) else []:
                for form, words in forms(entry) if role in ("verb", "act") else [("", entry)]:
                    row = tuple(words.lower().split())
                    table.setdefault(row[0], []).append((row, metric, role, form))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    counted = {metric: str(fields["counted"]) for metric, fields in lists.items() if "counted" in fields}
    only = {metric: frozenset(listed) for metric, fields in lists.items() if isinstance(listed := fields.get("only"), list)}
    beside = frozenset(word for fields in lists.values() if isinstance(listed := fields.get("beside"), list) for word in listed)
    things = frozenset(
        row[0][0] for rows in table.values() for row in rows if row[1] in MADE and row[2] in ("noun", "head") and len(row[0]) == 1
    )
    alone = {first: [(metric, role, form) for words, metric, role, form in rows if len(words) == 1] for first, rows in table.items()}
    seconds = {first: frozenset(words[1] for words, *_ in rows if len(words) > 1) for first, rows in table.items()}
    return Metrics(table, counted, only, beside, flagged(lists, "people"), flagged(lists, "grows"), things, alone, seconds)


def with_singulars(entries: Iterable[str], role: str, is_people: bool) -> Iterator[str]:
    """The entries, and "one church" beside "churches": the singular of each noun that names a thing."""
    for entry in entries:
        yield entry
        if role in ("noun", "head") and not is_people and is_plural(entry.split()[-1]):
            yield singular(entry)


def flagged(lists: Lists, field: str) -> frozenset[str]:
    return frozenset(metric for metric, fields in lists.items() if fields.get(field))
