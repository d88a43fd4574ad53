"""A number that was given before: "a week after the minister had spoken of 160", "the guards, who first gave 12", "more than the 76 first
reported". The text replaces it by another, or sets another beside it.
"""

from __future__ import annotations

import re

from tracker.extract.drafts import Draft
from tracker.extract.setting import Setting

GIVING = (
    r"(?:sp(?:oke|oken) of|said|g(?:ave|iven)(?: [^.;,]{1,60} as)?|put [^.;,]{1,40} at|reported|announced|claimed|alleged|estimated|listed"
    r"|told [^.;,]{1,30} of)"
)
BEFORE = r"(?:first|initially|originally|previously|earlier)"
GAVE = re.compile(rf"\b(?:had (?:{BEFORE} |at first )?|{BEFORE} |at first ){GIVING} \Z", re.I)
"""Right before the number."""
BESIDE = re.compile(r"\b(?:against|above|below|than|beyond|exceeding|not(?: at)?) the \Z", re.I)
GIVEN = re.compile(
    rf"(?: (?!{BEFORE})\w+)?(?: ({BEFORE}))? (?:reported|given|announced|claimed|alleged|stated|estimated|feared|counted|acknowledged"
    r"|admitted|published)\b",
    re.I,
)
"""Right behind a number that has its article."""
EARLIER = frozenset(("had", "first", "initially", "originally", "previously", "earlier"))
BESIDES = frozenset(("against", "above", "below", "than", "beyond", "exceeding", "not"))
CITING = EARLIER | BESIDES
LONGEST = 80


def cited(draft: Draft, drafts: list[Draft], at: Setting) -> str | None:
    """The words that say so; None where there are none."""
    tokens, first = at.tokens, draft.quantity.first
    floor = max((tokens.ends[d.end - 1] for d in drafts if d.end <= first), default=at.sentence.start)
    ahead = max(floor, tokens.starts[first] - LONGEST), tokens.starts[first]
    if at.has(EARLIER) and (gave := GAVE.search(tokens.text, *ahead)):
        return gave.group().strip()
    if not at.has(BESIDES) or not BESIDE.search(tokens.text, *ahead):
        return None
    given = GIVEN.match(tokens.text, tokens.ends[draft.quantity.last - 1], at.sentence.end)
    return given and (f"{given[1]} {given.group().split()[-1]}" if given[1] else f"the … {given.group().strip()}")
