"""Where, when and by whom a text was filed, before its first words: "HARBOUR CITY, Feb. 3 (Northern Wire) - ". Told by its form: no town
and no agency need be known.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

WORDS: Final = r"(?:[ ,/]{1,2}(?:[A-Z\d][\w.’'-]*|d[aeo]s?|del?|la|al|el|van|on))"
BRACKETS: Final = r"\([A-Z][^()\n]{1,39}\)"
DASH: Final = r" ?[-–—]+ "
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
DAY: Final = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
DATELINE: Final = re.compile(
    rf"[A-Z][A-Z’'.-]+{WORDS}{{0,7}}(?: ?{BRACKETS})?{DASH}"
    rf"|[A-Z][\w’'-]+{WORDS}{{0,7}} {BRACKETS}{DASH}"
    rf"|[A-Z][\w’'-]+{WORDS}{{0,4}}, {DAY}{DASH}"
)
"""A town in capitals, any town before an agency in brackets or before a day; then a dash."""
LONGEST: Final = 110


@lru_cache(maxsize=64)
def words_begin(text: str, line: int) -> int:
    """Where the words of the line that begins at `line` begin: behind its dateline, where it has one.

    >>> text = "PORT ELM, Norway (NWA) — Nine boats sank."
    >>> text[words_begin(text, 0) :]
    'Nine boats sank.'
    """
    found = DATELINE.match(text, line, line + LONGEST)
    return found.end() if found else line


def paragraph_start(text: str, at: int) -> int:
    """Where the words of the paragraph begin that holds `at`: behind `at` where that stands in the dateline."""
    return words_begin(text, text.rfind("\n", 0, at) + 1)
