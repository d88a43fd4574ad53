"""What does a page declare of itself? JSON-LD first, then meta elements; nothing is guessed here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tracker.ingest import given

ARTICLE_TYPES = (
    "NewsArticle",
    "ReportageNewsArticle",
    "Article",
    "BlogPosting",
    "LiveBlogPosting",
    "AnalysisNewsArticle",
    "Report",
    "WebPage",
)
META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "outlet": ("og:site_name", "application-name", "publisher", "dc.publisher"),
    "authors": ("author", "article:author", "parsely-author", "dc.creator", "byl"),
    "published": ("article:published_time", "datepublished", "date", "pubdate", "dc.date", "parsely-pub-date", "publication_date"),
    "updated": ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified"),
}
"""Attribute → the meta elements that state it, the first present one counts."""


def attributes(tree: Any, url: str | None = None) -> dict[str, Any]:
    """Article attributes as the page states them, JSON-LD before meta elements; the URL it was fetched from stands in for a missing
    canonical one.
    """
    record = {**from_meta(tree), **{key: value for key, value in from_linked_data(tree).items() if value}}
    found = given.attributes(record)
    if url and not found.get("url"):
        found["url"] = url
    found["authors"] = tuple(name for name in found.get("authors", ()) if not name.startswith("http"))
    return found


def from_linked_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects, in our words."""
    articles = [item for item in linked_data(tree) if types_of(item) & set(ARTICLE_TYPES)]
    articles.sort(key=lambda item: "WebPage" in types_of(item))
    if not articles:
        return {}
    item = articles[0]
    return {
        "title": item.get("headline"),
        "authors": item.get("author") or item.get("creator"),
        "outlet": item.get("publisher"),
        "published": item.get("datePublished"),
        "updated": item.get("dateModified"),
        "url": item.get("url"),
        "language": item.get("inLanguage"),
    }


def linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every JSON-LD object of the page, those of a graph one by one; scripts that are not JSON are passed over."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from objects(json.loads((script.text or "").strip().removesuffix(";"), strict=False))
            except (ValueError, RecursionError):
                continue


def objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value[:100]:
            yield from objects(item)
    elif isinstance(value, dict):
        yield value
        yield from objects(value.get("@graph") or [])


def types_of(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}


def from_meta(tree: Any) -> dict[str, Any]:
    contents: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and element.get("content"):
            contents.setdefault(key.strip().lower(), []).append(element.get("content").strip())
    found: dict[str, Any] = {}
    for attribute, keys in META.items():
        values = next((contents[key] for key in keys if key in contents), None)
        if values:
            found[attribute] = values if attribute == "authors" else values[0]
    return {**found, **from_elements(tree)}


def from_elements(tree: Any) -> dict[str, Any]:
    """The canonical address, the language, and a lone <time> or <h1> where no meta element speaks."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    canonical = next((href for href in links if href and href.startswith(("http://", "https://"))), None)
    language = tree.get("lang")
    return {key: value for key, value in (("url", canonical), ("language", language)) if value}
