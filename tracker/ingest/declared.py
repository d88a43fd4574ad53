"""What does a page declare of itself? JSON-LD first, then meta elements, then what it prints where a page does."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from tracker.ingest import given, printed

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
    "title": "og:title twitter:title dc.title headline",
    "outlet": "og:site_name application-name publisher dc.publisher",
    "authors": "author article:author parsely-author dc.creator byl",
    "published": "article:published_time datepublished date pubdate dc.date parsely-pub-date publication_date publisheddate sailthru.date "
    "dcterms.date dcterms.created dc.date.issued rnews:datepublished originalpublicationdate govuk:first-published-at",
    "updated": "article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified govuk:updated-at",
}
"""Attribute → the meta elements that state it, the first present one counts."""


def attributes(tree: Any, url: str | None = None) -> dict[str, Any]:
    """Article attributes as the page states them: JSON-LD before meta elements before what it prints; the URL it was fetched from stands in
    for a missing canonical one. An outlet that signs its own article is no author where a name is printed.
    """
    found: dict[str, Any] = {"url": url} if url else {}
    for record in (printed.record(tree), from_meta(tree), from_linked_data(tree)):
        read = given.attributes({key: unescaped(value) for key, value in record.items() if value})
        found.update(without_outlet(read, found))
    found["authors"] = tuple(name for name in found.get("authors", ()) if not name.startswith("http"))
    if found.get("title"):
        found["title"] = without_site(found["title"], found.get("outlet"))
    return found


def without_outlet(read: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """What was read, its authors left out where they are the outlet alone and others are known."""
    outlet = read.get("outlet") or known.get("outlet")
    if known.get("authors") and read.get("authors") == (outlet,):
        return {key: value for key, value in read.items() if key != "authors"}
    return read


def without_site(title: str, outlet: str | None) -> str:
    """ "Ferry sinks | Harbour Post" → "Ferry sinks", where that is the outlet."""
    if not outlet:
        return title
    name = re.escape(outlet)
    return re.sub(rf"(?i)\s+[|–—·-]\s+{name}\s*$|^\s*{name}\s*(?:[|–—·:]|-\s)\s*", "", title).strip() or title


def unescaped(value: Any) -> Any:
    """Text with character references read, which linked data often still has; lists and objects likewise."""
    if isinstance(value, str):
        return html.unescape(value)
    if isinstance(value, list):
        return [unescaped(item) for item in value]
    return {**value, "name": unescaped(value["name"])} if isinstance(value, dict) and isinstance(value.get("name"), str) else value


def from_linked_data(tree: Any) -> dict[str, Any]:
    """The first article among the page's JSON-LD objects, in our words; what it only refers to by "@id" is looked up among them."""
    items = list(linked_data(tree))
    articles = [item for item in items if types_of(item) & set(ARTICLE_TYPES)]
    articles.sort(key=lambda item: "WebPage" in types_of(item))
    if not articles:
        return {}
    item = articles[0]
    named = {key: other for other in items if other.get("name") and isinstance(key := other.get("@id"), str)}

    def whole(value: Any) -> Any:
        if isinstance(value, list):
            return [whole(each) for each in value[:50]]
        known = isinstance(value, dict) and not value.get("name") and isinstance(value.get("@id"), str)
        return named.get(value["@id"]) if known else value

    return {
        "title": first(item.get("headline")),
        "authors": whole(item.get("author") or item.get("creator")),
        "outlet": first(whole(item.get("publisher"))),
        "published": first(item.get("datePublished")),
        "updated": first(item.get("dateModified")),
        "url": first(item.get("url")) or address(item.get("mainEntityOfPage")),
        "language": first(item.get("inLanguage")),
    }


def first(value: Any) -> Any:
    """Linked data may give a list where one is meant."""
    return next(iter(value), None) if isinstance(value, list) else value


def address(page: Any) -> str | None:
    """Of the page that an article is the main thing of, said outright or by its "@id"."""
    said = page.get("url") or page.get("@id") if isinstance(page, dict) else page
    return said.partition("#")[0] if isinstance(said, str) and said.startswith(("http://", "https://")) else None


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
        values = next((contents[key] for key in keys.split() if key in contents), None)
        if values:
            found[attribute] = values if attribute == "authors" else values[0]
    return found
