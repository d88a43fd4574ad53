"""What does an article's own text say of its title, outlet, authors and dates? Its head and foot are looked at, never its body.

Only what is missing is filled, and `Article.inferred` names the rule for each.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from tracker.ingest import moments
from tracker.ingest.bylines import BYLINE, is_name, names_of
from tracker.ingest.language import RULE, language_of
from tracker.model import Article

HEAD, FOOT = 15, 10
"""Lines looked at from either end."""
REACH = 6000
"""Characters looked at from either end: a text of one endless line stays cheap."""

UPDATED = re.compile(r"^\W*(?:last )?(?:updated?|modified|revised)(?: on| at)?\b", re.IGNORECASE)
PUBLISHED = re.compile(
    r"^\W*(?:(?:first |originally |date )?(?:published|posted|issued|released)|date of publication|publication date|date)(?: on| at)?\b",
    re.IGNORECASE,
)
LABELS = frozenset(("published", "published on", "posted", "posted on", "date", "updated", "last updated"))
"""Lines that say what date stands below them."""
ADDRESS = re.compile(r"^(?:(?:source|url|link|original|permalink)\s*:\s*)?(?P<url>https?://\S+)$", re.IGNORECASE)
FURNITURE = re.compile(
    r"^(?:live updates?|powered by|\d+ min(?:ute)?s? read|live story|advertisement|share|print|save|read more|follow |sign up"
    r"|abstract\b|photo:|watch:|listen:|breaking$)",
    re.IGNORECASE,
)
DATELINE = re.compile(r"(?P<rest>[A-Z\d][\w.’'-]*(?:[,/ ]{1,2}[A-Z\d][\w.’'-]*){0,7}) \((?P<agency>[A-Z][\w .&’'-]{1,40})\) ?[-–—]+ *\S")
OPENING = 250
"""Characters of a text in which a stamp may stand behind its title."""
AS_OF = re.compile(r"\bas (?:of|at) ", re.IGNORECASE)
REPORTED = 4
"""Lines in which a report says as of when it is written."""
RUN_ON = re.compile(r"(?:\((?:last )?updated[^)]{0,40}\))?[ ()|–—-]*(?:by |title: )?[A-Z\d\"“‘(]")
TITLE_END = re.compile(r"\b[A-Z][\w’'-]*[ |–—-]+\Z")
"""What a stamp follows begins with a capital: in "on Friday 12 March 2019" it is the day of something."""
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
SENTENCE_END = re.compile(r"[.;:,][\"”’')\]]*$")


class Line(NamedTuple):
    number: int
    text: str


class Stamp(NamedTuple):
    """A line that is a date stamp. label — "published", "updated" or ""; rest — what else it says (a byline, a place); is_counted — it says
    how long ago.
    """

    when: dt.date
    label: str
    rest: str
    line: int
    is_counted: bool = False


def dated(article: Article) -> Article:
    """The article with title, outlet, authors, dates and URL inferred from its own text where they are missing; `inferred` says by which
    rule. What was given is never changed. Cost does not grow with the text. "3 hours ago" and days without a year are read only of what
    was fetched at a known moment.
    """
    head, foot = ends(article.text)
    now = article.retrieved_at
    stamps = [*stamps_of(head, now), *(stamp for stamp in stamps_of(foot, now) if stamp.label or not (stamp.rest or stamp.is_counted))]
    for attribute, rule in RULES:
        if not getattr(article, attribute) and (found := rule(article, head, foot, stamps)):
            value, why = found
            article = replace(article, **{attribute: value}, inferred=(*article.inferred, (attribute, why)))
    return article


def at_latest(article: Article, day: dt.date | None, rule: str) -> Article:
    """The article published on the day, where neither its maker nor its own text names one: for what tells less than a printed date."""
    if day is None or article.published or dated(article).published:
        return article
    return replace(article, published=day, inferred=(*article.inferred, ("published", rule)))


def ends(text: str) -> tuple[list[Line], list[Line]]:
    """The first and the last non-empty lines; a short text's lines are all head."""
    start = text[:REACH].split("\n")
    head = [Line(n, line.strip()) for n, line in enumerate(start) if line.strip()][:HEAD]
    if len(text) <= REACH:
        rest = [Line(n, line.strip()) for n, line in enumerate(start) if line.strip()][HEAD:]
        return head, rest[-FOOT:]
    tail = [line.strip() for line in text[-REACH:].split("\n")[1:]]
    return head, [Line(1_000_000 + n, line) for n, line in enumerate(tail) if line][-FOOT:]


def stamps_of(lines: list[Line], now: dt.datetime | None = None) -> Iterator[Stamp]:
    """Lines that are a date stamp and little more; a label on a line of its own holds for the next."""
    pending = ""
    for line in lines:
        if len(line.text) > 120:
            pending = ""
            continue
        label, after = labelled(line.text)
        if label and not after:
            pending = label
            continue
        if stamp := stamped(after, label or pending, line.number, now):
            yield stamp
        pending = ""


def labelled(line: str) -> tuple[str, str]:
    for label, pattern in (("updated", UPDATED), ("published", PUBLISHED)):
        if match := pattern.match(line):
            return label, line[match.end() :].strip(" :\u00a0-–—")
    return "", line


def stamped(line: str, label: str, number: int, now: dt.datetime | None = None) -> Stamp | None:
    found = moments.find(line)
    is_counted = found is None and now is not None
    if is_counted and now:
        found = moments.ago(line, now)
    if not found or SENTENCE_END.search(line) or "@" in line:
        return None
    before, after = line[: found.start].strip(" |·•–—-,("), line[found.end :].strip(" |·•–—-,)")
    rest = f"{before} {after}".strip()
    if BYLINE.match(rest) or len(rest.split()) <= (6 if label else 3):
        return Stamp(found.when, label, rest, number, is_counted)
    return None


def language(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[str, str] | None:
    found = language_of(article.text)
    return (found, RULE) if found else None


def title(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[str, str] | None:
    """The first line but for a date, where it stands alone and is no sentence, byline or furniture."""
    dates = {stamp.line for stamp in stamps}
    told = [line for line in head if line.number not in dates and line.text.strip(" :").casefold() not in LABELS]
    if len(told) < 2:
        return None
    first = told[0].text.lstrip("# ").strip()
    if (
        not 3 <= len(first) <= 250
        or SENTENCE_END.search(first)
        or BYLINE.match(first)
        or FURNITURE.match(first)
        or (told[0] is not head[0] and is_name(first))
        or ADDRESS.match(first)
        or DATELINE.match(first)
    ):
        return None
    return first, "the first line" if told[0] is head[0] else "the first line below the date"


def outlet(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[str, str] | None:
    host = urlsplit(article.url).hostname if article.url else None
    if host:
        return host.removeprefix("www."), "the host of the URL"
    line = dateline(head)
    return (line["agency"].strip(), "the agency of the dateline") if line else None


def dateline(head: list[Line]) -> re.Match[str] | None:
    """ "PORT ELM, March 24 (Northern Wire) — The dam …", among the first lines."""
    return next((match for line in head[:6] if (match := DATELINE.match(line.text[:160]))), None)


def authors(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[tuple[str, ...], str] | None:
    """A line "By …"; else the line just above the date stamp, where it is a name and nothing more."""
    for line in head:
        if (byline := BYLINE.match(line.text)) and (names := names_of(byline["names"])):
            return names, "the line that begins with By"
    for stamp in stamps:
        if (byline := BYLINE.match(stamp.rest)) and (names := names_of(byline["names"])):
            return names, "the name beside the date"
    lines = {line.number: line.text for line in head}
    for stamp in stamps:
        above = lines.get(stamp.line - 1, "")
        if stamp.line > 1 and is_name(above):
            return (above,), "the name above the date"
    return None


COUNTED = "the line that says how long ago, counted from when it was fetched"
UPDATE_ONLY = "the day of the update; no other date is printed"


def published(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[dt.date, str] | None:
    """A labelled date, else a bare date stamp, else a date that opens the text, else one in the URL, else a day counted back from when the
    article was fetched, else the day of the update, else the day as of which a report says that it is written.
    """
    exact = [stamp for stamp in stamps if not stamp.is_counted]
    for label, rule in (("published", "the line that says published"), ("", "the line that is a date")):
        if stamp := next((stamp for stamp in exact if stamp.label == label), None):
            return stamp.when, rule
    if head and (first := opening(head[0].text)):
        return first, "the date that opens the text"
    if head and (fitting := by_weekday(head[0].text)):
        return fitting, "the date that opens the text, day and month told apart by the weekday it speaks of"
    if head and (line := dateline(head)) and (found := moments.find(line["rest"])):
        return found.when, "the dateline"
    if named := moments.in_name(article.url or ""):
        return named, "the date in the URL"
    if counted := counted_back(article, head, stamps):
        return counted
    if stamp := next((stamp for stamp in stamps if stamp.label == "updated"), None):
        return stamp.when, UPDATE_ONLY
    if reported := next((day for line in head[:REPORTED] if (day := as_of(line.text))), None):
        return reported, "the day as of which it is written"
    return None


def as_of(line: str) -> dt.date | None:
    """ "Flood situation report No. 3 (as of 24 March 2021)": a heading that ends with the day it holds for."""
    match = AS_OF.search(line[:OPENING])
    found = moments.find(line[match.end() :]) if match and len(line) <= OPENING else None
    return found.when if found and match and not line[match.end() + found.end :].strip(" )].") else None


def counted_back(article: Article, head: list[Line], stamps: list[Stamp]) -> tuple[dt.date, str] | None:
    """A dateline without a year, else a line that says how long ago; of what was fetched at a known moment. Below the first sentence, a
    bare "2 hours ago" is that of another story.
    """
    if article.retrieved_at and (line := dateline(head)) and (day := moments.before(line["rest"], article.retrieved_at)):
        return day, "the dateline, in the year up to when it was fetched"
    body = next((line.number for line in head if SENTENCE_END.search(line.text)), 0)
    told = (stamp for stamp in stamps if stamp.is_counted and stamp.label != "updated")
    stamp = next((stamp for stamp in told if stamp.label or stamp.line < body), None)
    return (stamp.when, COUNTED) if stamp else None


def opening(line: str) -> dt.date | None:
    """ "12 March 2019 Rescuers reached the mine …", "Mine rescue ends Northern Wire 12 Mar 2019 Rescuers reached …": a page's stamp run
    into its text. Not "12 March 2019 was …", not "on 12 March 2019 The …".
    """
    _, after = labelled(line[:OPENING])
    found = moments.find(after)
    if found is None or not RUN_ON.match(after, found.end):
        return None
    return found.when if not found.start or TITLE_END.search(after[: found.start]) else None


def by_weekday(line: str) -> dt.date | None:
    """ "01-10-2014 The army said on Wednesday …": of the two days that the numbers may mean, the one that is a weekday of the text or the
    day after; None where both are, or neither.
    """
    both = moments.either(line[:REACH])
    if both is None or not RUN_ON.match(line, both[0].end):
        return None
    named = {name.lower() for name in WEEKDAY.findall(line[:REACH])}
    fitting = [m.when for m in both if not named.isdisjoint(f"{m.when - dt.timedelta(days=back):%A}".lower() for back in (0, 1))]
    return fitting[0] if len(fitting) == 1 else None


def updated(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[dt.date, str] | None:
    stamp = next((stamp for stamp in reversed(stamps) if stamp.label == "updated"), None)
    return (stamp.when, "the line that says updated") if stamp else None


def url(article: Article, head: list[Line], foot: list[Line], stamps: list[Stamp]) -> tuple[str, str] | None:
    match = next((match for line in (*head[:4], *foot[-3:]) if (match := ADDRESS.match(line.text))), None)
    return (match["url"], "the line that is an address") if match else None


Rule = Callable[[Article, list[Line], list[Line], list[Stamp]], "tuple[Any, str] | None"]
RULES: tuple[tuple[str, Rule], ...] = (
    ("url", url),
    ("title", title),
    ("authors", authors),
    ("published", published),
    ("updated", updated),
    ("outlet", outlet),
    ("language", language),
)
