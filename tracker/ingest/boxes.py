"""What on a page is not its article: menus, boxes, teasers of other stories, what is hidden. Told by markup, never by an outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from tracker.text.furniture import furniture
from tracker.text.wordlists import lines

FURNITURE = (
    *("aside", "button", "canvas", "dialog", "footer", "form", "iframe", "input", "nav", "noscript", "object", "script", "select", "style"),
    *("svg", "template", "textarea"),
)
NAMES = ("class", "id", "role", "aria-label", "data-component", "data-module", "data-testid", "data-gu-name", "data-spacefinder-role")
"""Attributes in which a page names the part that an element is."""
MODIFIES = re.compile(r"^(?:has|no|with|without|is|not|show|hide|single|page|body|theme|site|post-(?:type|template)|js)[-_]", re.IGNORECASE)
"""Beginnings of class names that say something of the whole page: "has-sidebar"."""
JOINTS = re.compile(r"[\s_-]+|(?<=[a-z0-9])(?=[A-Z])")
ALWAYS_KEPT = ("html", "body", "main", "h1", "blockquote")
DISCUSSION = re.compile(r"\b(?:comments?|disqus|respond)\b")
"""Boxes that may be longer than the article."""
ARTICLE = 200
"""Characters that the shortest of articles has, besides its discussion."""
HOME = re.compile(r"(?:https?://[^/]+)?/?$")
UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
HEADINGS = ("h2", "h3", "h4", "h5", "h6")
LINKED = 0.8
"""Share of a block's characters within links from which it is a teaser."""
LEAD_IN = 3
"""Words outside its link that a teaser may begin with: "Also read: …"."""


def clear(tree: Any, here: str | None = None) -> None:
    """Take out of a page, in place, what is not its article. here — the page's own address: links within it are no teasers.

    A box never holds the page's first heading, and (discussions aside) never more than half of its words: that is the article, whatever
    it is called.
    """
    for logo in [heading for heading in tree.iter("h1") if is_logo(heading)]:
        logo.drop_tree()
    title = next(tree.iter("h1"), None)
    kept = {tree, *(() if title is None else (title, *title.iterancestors()))}
    sizes = measured(tree)
    half = sizes[tree] / 2
    for element in list(tree.iter()):
        if element in kept or not isinstance(element.tag, str) or element.getparent() is None:
            continue
        named = name_of(element)
        size = sizes.get(element, 0)
        if is_furniture(element, named) and (size <= half or (DISCUSSION.search(named) and sizes[tree] - size > ARTICLE)):
            element.drop_tree()
    for element in list(tree.iter("p", "li", "dd", *HEADINGS)):
        if element not in kept and is_teaser(element, here):
            element.drop_tree()
    for element in list(headed(tree)):
        if element not in kept and 2 * len(element.text_content()) <= sizes[tree]:
            element.drop_tree()


def measured(tree: Any) -> dict[Any, int]:
    """Characters of text below each element; scripts, which are long, count for nothing. One pass, whatever the depth."""
    found: dict[Any, int] = {}
    for element in reversed(list(tree.iter())):
        own = len((element.text or "").strip()) if isinstance(element.tag, str) and element.tag not in ("script", "style") else 0
        found[element] = found.get(element, 0) + own
        above = element.getparent()
        if above is not None:
            found[above] = found.get(above, 0) + found[element] + len((element.tail or "").strip())
    return found


@cache
def boxes() -> re.Pattern[str]:
    return re.compile(rf"(?:^| )(?:{'|'.join(lines('page_boxes.txt'))})(?: |$)")


def name_of(element: Any) -> str:
    """What the page calls an element: its names in lower case, their words parted by one space, one name from the next by a bar."""
    given = [element.get(key) or "" for key in NAMES]
    words = [word for value in given[:2] for word in value.split() if not MODIFIES.match(word)]
    return " | ".join(
        JOINTS.sub(" ", word).strip().lower() for word in (*words, *given[2:], element.tag if "-" in element.tag else "") if word
    )


def is_furniture(element: Any, named: str) -> bool:
    if element.tag in ALWAYS_KEPT:
        return False
    if element.tag == "footer":
        return next(element.iterancestors("blockquote"), None) is None
    is_hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true" or UNSEEN.search(element.get("style") or "")
    if element.tag in FURNITURE or is_hidden:
        return True
    return (element.tag == "header" and next(element.iterancestors("article", "main"), None) is None) or bool(
        named and boxes().search(named)
    )


def is_logo(heading: Any) -> bool:
    """A heading that leads to the site's front page names the site."""
    return any(HOME.fullmatch(link.get("href") or "") for link in heading.iter("a") if link.get("href"))


def is_teaser(element: Any, here: str | None) -> bool:
    """All of it, or all but a lead-in, is links to other pages."""
    links = [link for link in element.iter("a") if leads_away(link.get("href") or "", here)]
    if not links:
        return False
    whole = " ".join(element.text_content().split())
    linked = " ".join(" ".join(link.text_content().split()) for link in links)
    if len(linked) >= LINKED * len(whole):
        return True
    lead, _, after = whole.partition(linked)
    return (
        bool(linked)
        and not after.strip(" .|»›→")
        and len(lead.split()) <= LEAD_IN
        and lead.rstrip().endswith((":", "|", "–", "-", "»", "›"))
    )


def leads_away(target: str, here: str | None) -> bool:
    return bool(target) and not target.startswith("#") and not (here and target.partition("#")[0] == here)


def headed(tree: Any) -> Iterator[Any]:
    """Parts that begin with the heading of a box ("Most read", "Related coverage"), and lists right after one."""
    for heading in tree.iter(*HEADINGS):
        words = " ".join(heading.text_content().split())
        if not words or not furniture(words):
            continue
        yield heading
        above, after = heading.getparent(), heading.getnext()
        if after is not None and after.tag in ("ul", "ol"):
            yield after
        if above is not None and above.tag in ("div", "section", "li", "td") and not any(text.strip() for text in before(heading)):
            yield above


def before(element: Any) -> Iterator[str]:
    """The text of the parent that stands before an element, the nearest first."""
    for earlier in element.itersiblings(preceding=True):
        yield earlier.tail or ""
        yield earlier.text_content() if isinstance(earlier.tag, str) else ""
    yield element.getparent().text or ""
