"""What does a page print of itself, where its markup says what it is: the heading, the byline, the hour, the canonical address."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from tracker.ingest import infer, moments
from tracker.ingest.boxes import is_logo, name_of
from tracker.ingest.bylines import signers

BYLINE = re.compile(r"(?:^| )(?:byline|by line|authors?|author name|contributor names?|writer)(?: |$)")
AUTHOR = re.compile(r"(?:^|[:\s])(?:author|creator)$", re.IGNORECASE)
PUBLISHED = re.compile(r"(?:^|[:\s])(?:datePublished|dateCreated|pubdate)$", re.IGNORECASE)
SIGNED = re.compile(r"^\W*(?:(?:written |words |photographs |reported )?by|author)\b:?\s*", re.IGNORECASE)
LONGEST = 160


def record(tree: Any) -> dict[str, Any]:
    """What is printed, in our words; what is not there, or cannot be told, is left out."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    found = {
        "title": title(tree),
        "authors": next((names for names in bylines(tree) if names), None),
        "published": next(times(tree), None),
        "url": next((href for href in links if href and href.startswith(("http://", "https://"))), None),
        "language": tree.get("lang"),
    }
    return {key: value for key, value in found.items() if value}


def title(tree: Any) -> str | None:
    """The only heading of the first rank; else the page's title, which often names the site too."""
    headings = [text for heading in tree.iter("h1") if (text := words(heading)) and not is_logo(heading)]
    return headings[0] if len(headings) == 1 else next((text for element in tree.iter("title") if (text := words(element))), None)


def bylines(tree: Any) -> Iterator[list[str]]:
    """Names of authors, most telling markup first: said to be the author, then called a byline."""
    for said in (is_author, is_byline):
        for element in tree.iter("a", "span", "p", "div", "address", "li"):
            if said(element) and len(text := words(element)) <= LONGEST:
                yield list(signers(SIGNED.sub("", text)))


def is_author(element: Any) -> bool:
    return "author" in (element.get("rel") or "").split() or any(AUTHOR.search(element.get(key) or "") for key in ("itemprop", "property"))


def is_byline(element: Any) -> bool:
    return bool(element.get("class") or element.get("data-component")) and bool(BYLINE.search(name_of(element)))


def times(tree: Any) -> Iterator[str]:
    """The hour of publication: what is marked as that, then the first <time> of the article."""
    marked = (e for e in tree.iter() if any(PUBLISHED.search(e.get(key) or "") for key in ("itemprop", "property")))
    first = (e for part in tree.iter("article", "main") for e in part.iter("time"))
    for element in (*marked, *first):
        said = element.get("datetime") or element.get("content") or words(element)
        if moments.stamp(said):
            yield said


def counted_back(tree: Any, now: dt.datetime) -> dt.date | None:
    """The day that the first <time> of the article names by "3 hours ago"; None where it says so of an update, or says anything else."""
    said = next((words(element) for part in tree.iter("article", "main") for element in part.iter("time")), "")
    label, rest = infer.labelled(said)
    stamp = infer.stamped(rest, label, 0, now) if label != "updated" else None
    return stamp.when if stamp and stamp.is_counted else None


def words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
