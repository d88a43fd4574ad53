"""A sentence with everything that scope is read from: its places, events, dates, the day it was said, its period."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import Final

from tracker.extract.behind import SUBORDINATE
from tracker.extract.events import Event, events, kinds
from tracker.extract.places import Place, places
from tracker.text.dates import Date
from tracker.text.phrases import LISTS, PREPOSITIONS, SPEECH, words
from tracker.text.tokens import Tokens

SPEAKING: Final = (
    SPEECH
    | {"spoke", "spoken", "speaking", "addressing", "testifying", "briefed", "answering", "replying"}
    | words("publishing")
    | words("owned")
)
CHANGES: Final = words("changes")
TIMED: Final = words("timed")
GOES_ON: Final = re.compile(rf"\b(?:{LISTS['going_on']})\b", re.I)
GOING_ON: Final = frozenset(max(phrase.split(), key=len) for phrase in LISTS["going_on"].split("|"))
"""The longest word of each of these phrases."""
PERIOD: Final = re.compile(
    r"\b(?:[Ss]ince (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[Ss]ince (?:the|its|their) [^,.;]{0,40}? (?:began|begun|started|broke out|erupted|resumed)"
    r"|so far this (?:year|month|week)|[Ss]ince (?:the )?(?:start|beginning|outbreak)[^,.;]{0,40}|[Ss]ince \d{4}"
    r"|[Ss]ince (?:the )?[A-Z]\w+(?: \d+(?:st|nd|rd|th)?)?(?:,? \d{4})?"
    r"|(?:[Ii]n|[Oo]ver|[Dd]uring|[Ff]or|[Ww]ithin) the (?:past|last|first|previous) (?:\w+ )?"
    r"(?:hours?|days?|weeks?|months?|years?|decades?|quarter)"
    r"|(?:[Ii]n|[Dd]uring|[Ff]or|of|[Oo]ver) (?:the|its|their) (?:first|second|third|fourth) (?:fiscal )?(?:quarter|half)"
    r"|(?:[Ii]n|[Dd]uring|of|for) (?:1[89]|20)\d\d|[Bb]etween [A-Z]\w+ \d+\w* and [A-Z]\w+ \d+\w*|in the \d+ days)"
)
SUPERLATIVE: Final = re.compile(r"\b(?:most \w+|least \w+|worst|first|last|only|best|\w{3,}est)(?: [\w’'-]+){1,6} \Z")
"""The period behind it is what it is compared with: "the worst flood since 1961"."""
STANDS: Final = CHANGES | frozenset(("stood", "stands", "stand", "was", "is", "remained", "remains", "put"))
PUTTING: Final = CHANGES | {"put", "puts"}
TOLLS: Final = frozenset(("toll", "figure", "count", "number", "estimate", "tally", "total", "report", "reports"))
LEADING: Final = frozenset(("to", "at", "above", "past", "by", "from", "of", "over", "beyond"))
LONGEST_DATELINE: Final = 9
RELATIVE: Final = frozenset(("which", "who", "whose", "where", "when", "whom"))
REACH: Final = 7
"""Tokens before a number in which its word of change stands."""
FAR: Final = 14
"""Tokens before a day in which a count is put."""

WHERETO: Final = frozenset(("into", "onto", "in", "on", "off", "down", "a", "an"))
"""What falls there is no count: "a bus fell into a 300-foot gorge"."""
PARTS_OF_DAY: Final = frozenset(("morning", "afternoon", "evening", "night"))
DAYS: Final = frozenset(("day", "week", "weekend", "month", "year"))
AS_OF: Final = (["as", "of"], ["up", "to"])
ADDING: Final = frozenset(("bringing", "brought", "brings", "taking", "takes", "took"))


class Setting:
    """A sentence with everything that scope is read from.

    before — the setting of the sentence before it in the same paragraph; placed, dated — the nearest of those before it that names a
    place, a day; last — that of the last sentence before it that holds figures; seen — its words
    """

    __slots__ = (
        "before",
        "dated",
        "dates",
        "events",
        "goes_on",
        "last",
        "periods",
        "placed",
        "places",
        "said_on",
        "seen",
        "sentence",
        "tokens",
    )

    def __init__(self, tokens: Tokens, places: list[Place], events: list[Event], dates: list[Date], said_on: dt.date | None) -> None:
        self.tokens, self.sentence = tokens, tokens.sentence
        self.places, self.events, self.dates = places, events, dates
        self.said_on = said_on
        self.before: Setting | None = None
        self.placed: Setting | None = None
        self.dated: Setting | None = None
        self.last: Setting | None = None
        self.periods: tuple[tuple[int, str], ...] = ()
        self.goes_on = False
        self.seen: frozenset[str] = frozenset()

    def has(self, any_of: frozenset[str]) -> bool:
        """One of the words stands in the sentence."""
        return not self.seen.isdisjoint(any_of)


def setting(tokens: Tokens, dates: list[Date]) -> Setting:
    """Its places, events and dates; the rest is read by `timed`, where figures stand in the sentence itself."""
    spoken = [date for date in dates if is_said(tokens, date) or is_counted(tokens, date)]
    said_on = next((date.first for date in spoken if date.first == date.last), None)
    kept = [date for date in dates if date not in spoken and not is_dateline(tokens, date) and not is_said_aside(tokens, date)]
    return Setting(tokens, places(tokens), events(tokens), kept, said_on)


def follow(here: Setting, before: Setting) -> None:
    """Put the setting behind that of the sentence before it."""
    here.before = before
    here.placed = before if before.places else before.placed
    here.dated = before if before.dates else before.dated


def timed(found: Setting) -> Setting:
    """The same setting, with its words and over what time they count."""
    text, sentence, found.seen = found.tokens.text, found.sentence, frozenset(found.tokens.words)
    is_timed = found.has(TIMED) or any(len(word) == 4 and word.isdecimal() for word in found.seen)
    written = list(PERIOD.finditer(text, *sentence)) if is_timed else []
    measured = [match for match in written if SUPERLATIVE.search(text, sentence.start, match.start())]
    found.periods = tuple((token_at(found.tokens, match.start()), match.group()) for match in written if match not in measured)
    found.goes_on = not measured and found.has(GOING_ON) and GOES_ON.search(text, *sentence) is not None
    return found


def is_set_off(tokens: Tokens, i: int, here: int) -> bool:
    """Token `i` stands in a clause between commas that is over before `here`: "The blast, which came a day after one in Oru, killed 9".
    It goes on in "a blast, which came on Monday, killing 9".
    """
    closing = next((at for at in range(here - 1, i, -1) if tokens.words[at] == ","), None)
    if closing is None or (tokens.word(closing + 1).endswith("ing") and tokens.word(closing + 1) not in PREPOSITIONS):
        return False
    opening = next((at for at in range(i, 0, -1) if tokens.words[at - 1] == "," and tokens.words[at] in RELATIVE), None)
    return opening is not None and "," not in tokens.words[opening:i]


def begins_report(tokens: Tokens, i: int, here: int) -> bool:
    """Between the two somebody begins to tell of something else: "a raid killed 9, according to the clinic, whose head said that | 44"."""
    between = tokens.words[i:here]
    who = next((at for at, word in enumerate(between) if word in RELATIVE and word != "when"), None)
    if who is None or "that" not in between:
        return False
    told = next((at for at, word in enumerate(between) if word in SPEECH and at > who), len(between))
    return "that" in between[told:]


def is_dateline(tokens: Tokens, date: Date) -> bool:
    """The day the report was filed: "NORHAM, Nov 27 — ", "NORHAM, Nov 27 (Kanal) — "."""
    at = token_at(tokens, date.span.end)
    at += 3 * (tokens.words[at : at + 3 : 2] == ["(", ")"])
    return at <= LONGEST_DATELINE and tokens.word(at + (tokens.word(at) == ")")) in ("—", "–", "-")


def is_said(tokens: Tokens, date: Date) -> bool:
    """The day belongs to a word of speech: "said on Sunday", "told Norland TV late on Tuesday", "On Monday the council said"."""
    at, behind = token_at(tokens, date.span.start), token_at(tokens, date.span.end)
    before, after = tokens.words[max(0, at - 5) : at], tokens.words[behind : behind + 5]
    if after[:1] and after[0] in kinds() and tokens.word(at - 1) not in ("on", "since"):
        return False  # "said nine were hurt in Monday's raid"
    if before[-2:] in AS_OF or before[-1:] in (["until"], ["by"]):
        return True
    if after[:1] == ["that"] and tokens.word(behind - 1) not in DAYS:
        return True  # "found in December that nine had died"
    if spoken := [i for i, word in enumerate(before) if word in SPEAKING]:
        return not any(word in before[spoken[-1] :] for word in ("that", "killed", "attack", "attacks"))
    return at <= 1 and bool(SPEECH & set(after))


def is_said_aside(tokens: Tokens, date: Date) -> bool:
    """The day somebody spoke before: "the ministry, which on Tuesday spoke of 29", neither that of the event nor of what is told now."""
    at, behind = token_at(tokens, date.span.start), token_at(tokens, date.span.end)
    return not RELATIVE.isdisjoint(tokens.words[max(0, at - 2) : at]) and not SPEAKING.isdisjoint(tokens.words[behind : behind + 2])


def is_counted(tokens: Tokens, date: Date) -> bool:
    """The day is that of a count and not of what happened: "the toll rose to 112 on Tuesday", "On Friday the toll stood at 40",
    "found two on Friday, bringing the toll to 42", "who yesterday raised its tally to 50".
    """
    at, behind = token_at(tokens, date.span.start), token_at(tokens, date.span.end)
    after = tokens.words[behind : behind + REACH]
    if (at <= 1 or not ADDING.isdisjoint(after[:3])) and not TOLLS.isdisjoint(after):
        return True
    if after[:1] == ["to"] and tokens.word(at - 2) in CHANGES:
        return True
    after = after[1:] if after[:1] and after[0] in PARTS_OF_DAY else after
    if after and after[0] in PUTTING and ("at" in after or not TOLLS.isdisjoint(after)):
        return True
    clause = tokens.words[max(0, at - FAR) : at]
    last = next((i for i in range(len(clause) - 1, 0, -1) if is_put(clause, i)), None)
    return last is not None and not any(word in SUBORDINATE or word in kinds() for word in clause[last:])


def is_put(clause: list[str], i: int) -> bool:
    """At `i` it says where a count stands: "stood at", "revised the toll of the raid to 53", "reached 40"."""
    if clause[i] not in LEADING:
        return clause[i - 1] in CHANGES and clause[i] not in WHERETO and any(word[:1].isdecimal() for word in clause[i : i + 3])
    if clause[i - 1] in STANDS:
        return True
    is_changed = clause[i] == "to" and "".join(clause[i + 1 : i + 2])[:1].isdecimal()
    return is_changed and not CHANGES.isdisjoint(clause[:i]) and not TOLLS.isdisjoint(clause[:i])


def token_at(tokens: Tokens, char: int) -> int:
    """The first token at or after the character."""
    return bisect_left(tokens.starts, char)
