"""What does a page print of itself, where its markup says what it is: the heading, the byline, the hour, the canonical address."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tracker.ingest import infer, moments
from tracker.ingest.boxes import is_logo, name_of
from tracker.ingest.bylines import signers

BYLINE = re.compile(r"(?:^| )(?:byline|by line|authors?|author name|contributor names?|writer)(?: |$)")
AUTHOR = re.compile(r"(?:^|[:\s])(?:author|creator)$", re.IGNORECASE)
PUBLISHED = re.compile(r"(?:^|[:\s])(?:datePublished|dateCreated|pubdate)$", re.IGNORECASE)
SIGNED = re.compile(r"^\W*(?:(?:written |words |photographs |reported )?by|author)\b:?\s*", re.IGNORECASE)
LONGEST = 160
FEW = 40
"""Characters beyond which a paragraph says what language its page is in."""
STAMPED = ("div", "li", "p", "small", "span")
BELOW = "the date printed below the heading"
LEAD, UNDER = 100, 80
"""Characters of a paragraph, below which no stamp is looked for, and how many elements behind the heading are."""


def record(tree: Any) -> dict[str, Any]:
    """What is printed, in our words; what is not there, or cannot be told, is left out."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower())
    shared = (meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url")
    found = {
        "title": title(tree),
        "authors": next((names for names in bylines(tree) if names), None),
        "published": next(times(tree), None),
        "url": next((href for href in (*links, *shared) if href and href.startswith(("http://", "https://"))), None),
        "language": language(tree),
    }
    return {key: value for key, value in found.items() if value}


def language(tree: Any) -> str | None:
    """The one that most of the first paragraphs are said to be in: a page may wrap its article in menus of another."""
    told: Counter[str | None] = Counter()
    for paragraph in islice((element for element in tree.iter("p") if len(words(element)) > FEW), UNDER):
        told[next((said for one in (paragraph, *paragraph.iterancestors()) if (said := one.get("lang"))), None)] += 1
    return told.most_common(1)[0][0] if told else tree.get("lang")


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


def told(tree: Any, now: dt.datetime | None) -> Iterator[tuple[dt.date | None, str]]:
    """Days on which the page may have been published, with the rule for each, the surest first. now — when it was fetched."""
    days = {stamp.label: stamp.when for stamp in reversed(stamps_below_heading(tree))}
    yield days.get("published") or days.get(""), BELOW
    if now:
        yield counted_back(tree, now), infer.COUNTED
    yield days.get("updated"), infer.UPDATE_ONLY


def stamps_below_heading(tree: Any) -> list[infer.Stamp]:
    """The dates printed between the page's only heading and its first paragraph, whatever the markup calls them: "Updated 4:12 PM GMT,
    March 24, 2021". Below the first paragraph a date is another story's.
    """
    headings = [heading for heading in tree.iter("h1") if words(heading) and not is_logo(heading)]
    if len(headings) != 1:
        return []
    found: list[infer.Stamp] = []
    for element in islice(headings[0].xpath("following::*"), UNDER):
        if element.tag not in STAMPED:
            continue
        said = words(element)
        if element.tag == "p" and len(said) > LEAD:
            break
        found += infer.stamps_of([infer.Line(0, said)])
    return found


def counted_back(tree: Any, now: dt.datetime) -> dt.date | None:
    """The day that the first <time> of the article names by "3 hours ago"; None where it says so of an update, or says anything else."""
    said = next((words(element) for part in tree.iter("article", "main") for element in part.iter("time")), "")
    label, rest = infer.labelled(said)
    stamp = infer.stamped(rest, label, 0, now) if label != "updated" else None
    return stamp.when if stamp and stamp.is_counted else None


def words(element: Any) -> str:
    return " ".join(" ".join(element.itertext()).split())
