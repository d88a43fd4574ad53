"""What stands above a text and says of it: front matter between lines of "---", or a header as people write it by hand.

    ---                            Title: Dam fails at Elm Bay
    title: UN: dam fails           Outlet: Harbour Post
    authors: [Rosa Lind]           Date: 6 May 2031
    ---
    The dam …                      The dam …

Lines of a key and its words are taken as they stand, colons and apostrophes included; only what is more than that is read as YAML.
"""

from __future__ import annotations

import re
from typing import Any

from tracker.ingest import given
from tracker.model import Finding

FRONT = re.compile(r"\A---[ \t]*\n(?P<matter>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
REACH = 20_000
"""Characters in which it ends."""
HEADER = re.compile(r"\A\n*(?P<matter>(?:[A-Za-z][A-Za-z_ -]{1,20}:[ \t]+\S[^\n]*\n){2,12})[ \t]*\n")
LINE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)")
NOT_PLAIN = tuple("{|>&*!%@`")
"""Beginnings of values that mean something to YAML."""
BRACKETS = 50
KEYS = frozenset(key for keys in given.FIELDS.values() for key in keys)


def parted(text: str) -> tuple[dict[str, Any], str, Finding | None]:
    """What stands above as a mapping, the text after it (from its first line that is not empty), and a finding where it cannot be read.

    A header without its lines of "---" is one only where every key of it says something of an article.
    """
    if match := FRONT.match(text[:REACH]):
        record = matter(match["matter"])
        if record is None:
            return {}, text, Finding("front_matter", "the lines between --- at the top are no keys with values; kept as text")
    elif (match := HEADER.match(text[:REACH])) and (record := plain(match["matter"])) and all(folded(key) in KEYS for key in record):
        pass
    else:
        return {}, text, None
    return record, text[match.end() :].lstrip("\n"), None


def folded(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def matter(words: str) -> dict[str, Any] | None:
    return plain(words) or as_yaml(words)


def plain(words: str) -> dict[str, Any] | None:
    """Keys with words, or with a list of them in brackets or one a line; None where any line is something else, or a key comes twice."""
    found: dict[str, Any] = {}
    last = ""
    for line in words.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        item, pair = ITEM.fullmatch(line), LINE.fullmatch(line)
        if item and last and isinstance(found[last], list):
            found[last].append(unquoted(item["value"]))
        elif pair and pair["key"] not in found and not (pair["value"] or "").startswith(NOT_PLAIN):
            last = pair["key"]
            found[last] = value_of((pair["value"] or "").strip())
        else:
            return None
    return found


def value_of(words: str) -> Any:
    if words.startswith("[") and words.endswith("]"):
        return [unquoted(item) for item in words[1:-1].split(",") if item.strip()]
    return unquoted(words) if words else []


def unquoted(words: str) -> str:
    words = words.strip()
    return words[1:-1] if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'" and words[0] not in words[1:-1] else words


def as_yaml(words: str) -> dict[str, Any] | None:
    """YAML of keys and values; None where it is something else. Aliases and deep nesting, which cost without end, are refused."""
    import yaml

    if words.count("{") + words.count("[") > BRACKETS:
        return None
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(words, yaml.SafeLoader)):
            return None
        value = yaml.safe_load(words)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
