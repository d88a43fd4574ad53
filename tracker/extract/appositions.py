"""The name beside a mention: the whole of the one it begins or ends in, and that of the person it describes or who gives it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from tracker.model import Name, Statement, Words, changed
from tracker.text.countries import is_country
from tracker.text.names import OCCUPATION
from tracker.text.phrases import is_person, is_plural

BELONGS: Final = r"(?:\s+(?:of|for|at|in|from|with)\s[^,.;:“”\"\n]{2,60}?)?"
"""What a person is of, behind the noun: "a lawyer | for the port"."""
DESCRIBED: Final = re.compile(
    rf"{BELONGS}(?:\s+(?:who|whose)\s[^,.;:“”\"\n]{{3,60}})?,\s+(?:(?:the|an?)\s+(?:[\w’'-]+\s+){{0,4}}|(?:[a-z-]+\s+){{1,2}})?"
    r"(?:(?:[A-Z][\w.-]*\s+){1,2})?"
)
"""Between what describes a person and the name: ", ", ", the Dutch engineer ", ", Mr. ", " who worked there, "."""
CALLED: Final = re.compile(
    rf"{BELONGS},?\s+(?:an?\s[^,.;:\n]{{3,60}},\s)?who\s(?:\w+\s){{0,2}}?"
    r"(?:g[ai]ve[sn]?\s(?:his|her|their)\s(?:\w+\s)?name|identified\s(?:him|her|them)sel(?:f|ves)"
    r"|asked\sto\sbe\s(?:called|named|identified)|was\snamed)\s(?:only\s|simply\s)?(?:as\s)?"
)
""" "A boy of 17, who gave his name only as | Lamin"."""
BELONGING: Final = re.compile(r"\s(?:of|from|with|at|for)\s(?:the|an?|his|her|its)\s(?:[a-z’'-]+\s){0,4}")
"""Between a person and the body they are of: "Ann Roe of the charity | Clean Wells"."""
AFTER_NAME: Final = re.compile(r"(?:\s[A-Z]{2,3}\b|\s(?:of|from)\s(?:[A-Z][\w’'-]*\s?){1,3})?[,.]")
"""What ends a name set beside what it is: "Ann Lind," "Ann Lind MP," "Ann Lind of Sella,"."""
WHO: Final = re.compile(r"[^,.;\n]{0,40},\s+who\s")
NEXT: Final = 2
"""Names behind a mention of which one may be the person's: the first may be the country of "the Dutch engineer"."""
CAPITAL: Final = re.compile(r"\b[A-Z]")
CHAIRS: Final = frozenset(("chair", "head", "boss", "lead", "counsel"))
"""Who leads, by a word that means things too."""
HEAD: Final = re.compile(r"\s+(?:of|for|at|in|from|with)\s")


def with_whole_names(text: str, statements: Iterable[Statement], names: Sequence[Name]) -> tuple[Statement, ...]:
    """The statements, a mention that begins or ends inside a name widened to the whole of it ("Will" is no auxiliary in a name)."""
    starts = [name.span.start for name in names]
    whole = (_whole(text, statement, names, starts) for statement in statements)
    return tuple(_apposed(text, statement, names, starts) if names else statement for statement in whole)


def _apposed(text: str, statement: Statement, names: Sequence[Name], starts: Sequence[int]) -> Statement:
    """The statement credited to the person whom its mention describes: "The board's chairman, the Dutch engineer Jan Vos, said", "Jan Vos,
    a retired engineer, who said".
    """
    mention = statement.mention
    if mention is None:
        return statement
    if given := CALLED.match(text, mention.end):
        name = next((name for name in names[bisect_left(starts, given.end()) :][:1] if name.span.start == given.end()), None)
        return changed(statement, mention=Words.at(text, *name.span)) if name else statement
    i = bisect_left(starts, mention.end)
    following = next((name for name in names[i : i + NEXT] if name.kind != "place" and not is_country(name.text.lower())), None)
    previous = names[bisect_left(starts, mention.start) - 1]
    gap = text[mention.end : following.span.start] if following else ""
    if following and DESCRIBED.fullmatch(gap) and _is_person(mention.text):
        is_one = following.kind == "person" or (not following.kind and is_person(gap.split()[-1].lower()))
        if is_one and AFTER_NAME.match(text, following.span.end):
            return changed(statement, mention=Words.at(text, *following.span))
    is_name = previous.kind == "person" or (not previous.kind and " " in previous.text)
    if is_name and previous.span.end < mention.start and BELONGING.fullmatch(text, previous.span.end, _body_start(text, mention)):
        return changed(statement, mention=Words.at(text, *previous.span))
    is_beside = previous.kind == "person" and text[previous.span.end : mention.start].strip() == ","
    if is_beside and mention.text[:1].islower() and WHO.match(text, mention.end):
        return changed(statement, mention=Words.at(text, *previous.span))
    return statement


def _is_person(printed: str) -> bool:
    """The head of the phrase, before "of" and the like, means one person."""
    head = HEAD.split(printed, maxsplit=1)[0].split()[-1].lower()
    is_one = is_person(head.rpartition("-")[2]) or OCCUPATION.match(head) is not None
    return (is_one and not is_plural(head)) or head in CHAIRS


def _body_start(text: str, mention: Words) -> int:
    """Where the name begins in a mention that is one ("the charity | Clean Wells")."""
    return next((m.start() for m in CAPITAL.finditer(text, mention.start, mention.end)), mention.start)


def _whole(text: str, statement: Statement, names: Sequence[Name], starts: Sequence[int]) -> Statement:
    mention = statement.mention
    if mention is None or not names:
        return statement
    first = names[max(0, bisect_right(starts, mention.start) - 1)].span
    last = names[max(0, bisect_left(starts, mention.end) - 1)].span
    start = first.start if first.start < mention.start < first.end else mention.start
    end = last.end if last.start < mention.end < last.end else mention.end
    return statement if (start, end) == (mention.start, mention.end) else changed(statement, mention=Words.at(text, start, end))
