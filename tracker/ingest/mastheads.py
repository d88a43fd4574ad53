"""What a page prints above its article (title, agency, date) run into its first sentence, and sentences run together, set apart again.

"Ferry sinks off Sella Northern Wire Friday 12 Mar 2019 Nine people drowned …" says nothing of "2019 Nine people".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.ingest import moments
from tracker.ingest.infer import PUBLISHED, UPDATED
from tracker.text.agencies import agencies
from tracker.text.stripped import is_stripped
from tracker.text.wordlists import lines, pattern

OPENING = 400
"""Characters of a text in which its masthead may stand."""
FEWEST = 4
"""Words of a title that is no beginning of a sentence by chance, and of a lead that comes twice."""
LEAD, APART = 40, 1200
"""Characters that a lead is known by, and how far it may come again."""
YEAR = re.compile(r"(?:19|20)\d\d")
REST = re.compile("".join(f"(?: ?{line})?" for line in lines("behind_dates.txt")), re.IGNORECASE)
"""What pages print behind their date."""
CLOCK = 40
"""Characters behind the first year in which its stamp ends."""
ON_A_DAY = frozenset(("On", "In", "By", "Since", "Until", "From", "Of", "Before", "After"))
BEGINS = re.compile(r"[A-Z\d\"“‘(]")
AGENCY = pattern(agencies())
UNDER = re.compile(rf"{AGENCY}(?= [A-Z][a-z])")
FILED = re.compile(rf"\({AGENCY}\)(?= (?![-–—]))")
WHERE = re.compile(r"(?<![A-Z]) [A-Z][A-Z’'-]{2,}(?:[ /][A-Z][A-Z’'-]+)* \Z")
PICTURED = re.compile(r"\) (?=[A-Z])")
CAPTIONS = ("hoto", "rchive", "gencies")
"""Where and by whom a text was filed, or a picture taken, in the middle of a line."""
LOST = re.compile(r"(?<=[a-z]{3}) (?=(?:According to|At least|(?:The|It|He|She|They|But|Meanwhile|However|In|On|Earlier|Also) [a-z]))")
"""Where a sentence begins whose full stop was lost with the commas."""
REPORTING, SHORT = re.compile(r"\b(?:said|says|say|added|told|stated|reported|that)\Z"), 60
"""Behind these a capital may begin what was said, unless so many characters stand before them that they end a credit."""


def unglued(text: str, title: str | None = None) -> str:
    """The text with a line end for every blank at which such a part ends or begins: of the same length, so that every span holds. The text
    itself where nothing runs into anything.
    """
    places = {*_stamps(text), *_around_title(text, title or ""), *_filed(text)}
    places |= {*_twice(text, max((at for at in places if at < OPENING), default=-1) + 1)}
    if is_stripped(text):
        places |= {match.start() for match in LOST.finditer(text) if _is_ended(text, match.start())}
    if not any(text[at] == " " for at in places):
        return text
    chars = list(text)
    for at in places:
        chars[at] = "\n" if chars[at] == " " else chars[at]
    return "".join(chars)


def _is_ended(text: str, at: int) -> bool:
    return not REPORTING.search(text, max(0, at - 9), at) or not re.search(r"[.\n]", text[max(0, at - SHORT) : at])


def _stamps(text: str) -> Iterator[int]:
    """Behind a date that opens the text, with or without "Published", or that stands behind capitals: a title, an agency."""
    head = text[:OPENING].partition("\n")[0]
    if not (year := YEAR.search(head)):
        return
    head = head[: year.end() + CLOCK]
    label = PUBLISHED.match(head) or UPDATED.match(head)
    first = label.end() + 1 if label else 0
    for found in sorted((m for form in moments.patterns() for m in form.finditer(head)), key=lambda m: m.start()):
        before = head[first : found.start()].split()
        is_headed = found.start() <= first or bool(before and before[-1][:1].isupper() and before[-1] not in ON_A_DAY and first == 0)
        end = REST.match(text, found.end())
        if is_headed and end and BEGINS.match(text, end.end() + 1):
            yield end.end()
            return


def _around_title(text: str, title: str) -> Iterator[int]:
    """Before and behind the title where it opens the text, alone or under a date, and behind the agency that follows it."""
    for named in (title.strip(" ."), title.rpartition(" - ")[0].strip(" .")):
        at = text.find(named, 0, OPENING) if len(named.split()) >= FEWEST else -1
        end = at + len(named)
        end += text[end : end + 1] == "."
        if at >= 0 and BEGINS.match(text, end + 1):
            yield from (at - 1, end) if at else (end,)
            if agency := UNDER.match(text, end + 1):
                yield agency.end()
            return


def _filed(text: str) -> Iterator[int]:
    for match in FILED.finditer(text):
        if town := WHERE.search(text, max(0, match.start() - LEAD), match.start()):
            yield from (town.start(), match.end())
    for match in PICTURED.finditer(text):
        if text.endswith(CAPTIONS, 0, match.start()):
            yield match.start() + 1


def _twice(text: str, start: int) -> Iterator[int]:
    """Before the lead that comes again, as where a page prints its summary and then its text."""
    lead = text[start : start + LEAD]
    if len(lead.split()) > FEWEST and "\n" not in lead and (at := text.find(lead, start + LEAD, start + APART)) > 0:
        yield at - 1
