"""What a person or a file says of an article, as strings, and how it is set on one. What is said wins over what is inferred."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from tracker.errors import InputError
from tracker.ingest import bylines, moments
from tracker.model import Article

SIGNED = re.compile(r"^by\s+(?=\S)", re.IGNORECASE)
FIELDS = {
    "title": ("title", "headline", "name"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "paper", "source", "site", "source_name", "issuer"),
    "authors": ("authors", "author", "byline", "by"),
    "published": (
        "published",
        "date",
        "date_published",
        "datepublished",
        "published_at",
        "pubdate",
        "publication_date",
        "publish_date",
        "day",
    ),
    "updated": ("updated", "modified", "date_modified", "datemodified", "updated_at"),
    "url": ("url", "link", "permalink", "uri"),
    "archive_url": ("archive_url", "archive", "archived"),
    "language": ("language", "lang"),
    "place": ("place", "location"),
    "medium": ("medium",),
}
"""Attribute → the keys that set it, the first present one counts; case and hyphens aside."""
COLUMNS = ("text", "statements", "figures", *(key for keys in FIELDS.values() for key in keys))
"""What a column of a table, or a key, can be said to hold."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the caller says of what is read; what is not given is inferred, and says so."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    archive_url: str | None = None
    language: str | None = None
    place: str | None = None
    medium: str | None = None

    def on(self, article: Article) -> Article:
        """The article with everything given set. Raises InputError where a date, address or language cannot be one."""
        values = {field.name: value for field in fields(self) if (value := getattr(self, field.name))}
        for key in ("published", "updated"):
            if key in values:
                values[key] = day_given(key, values[key])
        for key, (form, why, remedy) in FORMS.items():
            if key in values and not form.match(values[key]):
                raise InputError(values[key], why, remedy)
        inferred = tuple((key, rule) for key, rule in article.inferred if key not in values)
        return replace(article, **values, inferred=inferred) if values else article


ADDRESS = re.compile(r"https?://\S+\Z"), "is no web address", "write it from https:// on"
FORMS = {
    "url": ADDRESS,
    "archive_url": ADDRESS,
    "language": (re.compile(r"[A-Za-z]{2,3}(?:[-_]\w{1,8})*\Z"), "is no code of a language", "write it as en, fr or pt-BR"),
}
"""How a person is to write it; what files and pages say is taken as it stands."""


def day_given(key: str, words: str) -> Any:
    if when := moments.stamp(words):
        return when
    raise InputError(words, f"is not a date that can be read for {key}", "write it as 2024-03-05 or 5 March 2024")


def attributes(record: Mapping[str, Any]) -> dict[str, Any]:
    """The article attributes of a record that others wrote (front matter, JSON, a table row). A value that is of no use is left out."""
    folded = {str(key).strip().lower().replace("-", "_").replace(" ", "_"): value for key, value in record.items()}
    found: dict[str, Any] = {}
    for attribute, keys in FIELDS.items():
        value = next((folded[key] for key in keys if folded.get(key)), None)
        if value is not None and (kept := READ[attribute](value) if attribute in READ else words(value)):
            found[attribute] = kept
    return found


def words(value: Any) -> str | None:
    """A scalar as stripped text; the name of an object that has one; None for anything else."""
    if isinstance(value, Mapping):
        value = value.get("name")
    return str(value).strip()[:2000] or None if isinstance(value, (str, int, float)) or hasattr(value, "isoformat") else None


def names(value: Any) -> tuple[str, ...]:
    """Each of a list; "Rosa Lind and Omar Tayeb" is two, where all of it is names."""
    listed = [name for item in (value if isinstance(value, list) else [value])[:50] if (name := words(item))]
    signed = (SIGNED.sub("", name) for name in listed)
    return tuple(name for line in signed for name in bylines.signers(line) or (line,))


def when(value: Any) -> Any:
    said = words(value)
    return moments.stamp(said) if said else None


READ: dict[str, Callable[[Any], Any]] = {"authors": names, "published": when, "updated": when}
