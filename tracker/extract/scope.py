"""What a figure is about: who, whose, where, in which event, when, over what time, how sure; and the day it holds for."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from tracker.extract.citing import CITING, cited
from tracker.extract.days import MOURNING
from tracker.extract.drafts import Draft
from tracker.extract.events import Event, gatherings
from tracker.extract.metrics import Metrics
from tracker.extract.places import DIRECTIONS, PLACE_NOUNS, country_in
from tracker.extract.screening import HARMED
from tracker.extract.setting import CHANGES, LEADING, REACH, TOLLS, Setting, begins_report, is_set_off, token_at
from tracker.extract.when import STOCKS, when
from tracker.extract.where import own_places, place_of
from tracker.model import Article, FigureKind, Scope
from tracker.text.phrases import words
from tracker.text.tokens import Tokens

CORRECTING: Final = words("correcting")
SUSPECTED: Final = words("suspected")
PROJECTED: Final = words("projected")
ESTIMATED: Final = words("estimated")
EARLIER: Final = words("earlier")
REPLACING: Final = CHANGES | EARLIER
DOUBTING: Final = SUSPECTED | PROJECTED | ESTIMATED
AFTERWARDS: Final = re.compile(
    r"\b(?:updat|revis|correct|replac|rais|lower|up from|down from|higher than|rather than"
    r"|from (?:an? |the )?(?:earlier|previous|initial))[^.;]{0,60}?\d[\d,]*(?:\.\d+)?(?: (?:million|billion|thousand|trillion))?"
    r"|\baccording to (?:the )?(?:updated|revised|corrected) (?:information|figures|data|numbers|lists?|tolls?|counts?)\b"
    r"|\bin an? (?:updated|revised) (?:toll|count|figure|tally|estimate|statement)"
    r"|\b(?:was|were|has been|have been) (?:later |then |since )?(?:withdrawn|retracted)",
    re.I,
)
CORRECTED: Final = re.compile(
    r"\b(?:correct|revis|updat|amend|retract|withdr[ae]w|cut)\w* (?:its|an?|the|their|his|her) (?:own |earlier |previous |initial |first )*"
    r"(?:statement|account|version|toll|tally|figure|count|report|estimate|number)s?\b",
    re.I,
)
"""Said before the number: "corrected its earlier statement and said nine"."""
NAMED: Final = TOLLS - {"report", "reports"}
INSTEAD: Final = re.compile(
    r"\b(?:and not|rather than|instead of|having (?:\w+ )?(?:spoken|said|given|put|counted|reported))\b|\bnot (?:the )?\Z", re.I
)
"""Between a number and the one it replaces: "43 and not 52", "20, having spoken of only six before"."""
CONTRASTING: Final = re.compile(
    r"\b(?:while|whereas|but|although)\b.*\b(?:says?|said|puts?|gives?|gave|counts?|counted|claim(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?"
    r"|estimate[sd]?|insist(?:s|ed)?|maintain(?:s|ed)?|concede[sd]?|confirm(?:s|ed)?|speaks?|spoke|report(?:s|ed)?)\b.*",
    re.I | re.S,
)
"""Between two numbers, the second of which is set against the first: "14, while the warden gave"."""
NOT: Final = frozenset(("not", "rather", "instead", "having"))
BUT: Final = frozenset(("while", "whereas", "but", "although"))
SMALL: Final = words("small")
OWNED: Final = words("owned")
AGAINST: Final = re.compile(rf"\b(?:(?:{'|'.join(SMALL)}) \Z|(?:{'|'.join(OWNED)})\b(?=[^,;.]*\Z))", re.I)
"""Before the first number of a sentence it sets it against one told before: "only five of the huts burned", "the owner admits to nine"."""
TURNING: Final = REPLACING | CORRECTING | NOT | BUT | SMALL | OWNED
"""Without one of these words nothing is replaced, but by "to 71 from 64"."""
STATED: Final = TOLLS | {"statement", "statements", "account", "version"}
REACH_TO: Final = 20
"""Tokens before a number with "to" in which its word of change stands."""
FROM: Final = re.compile(r",?\s+from (?:(?:an?|the) \w+ )?\d[\d,]*")
"""Right behind a number that "to" leads: "to 71 from 64"."""
ASIDE: Final = re.compile(
    r"\b(?:elsewhere|separately|alone|also|(?:earlier|later) (?:in the day|that (?:day|week)|the same day|this (?:week|month|year)))\b",
    re.I,
)
BEFORE: Final = re.compile(r"(?:[\w'’-]+ ){1,2}(?:hours?|days?|weeks?|months?|years?|decades?) (?:earlier|before|later|ago)\b", re.I)
"""At the head of a sentence it turns to another time; further on it says when something was."""
ASIDES: Final = frozenset("elsewhere separately alone also earlier later before ago".split())  # noqa: SIM905
"""Every ASIDE holds one of these words."""
OTHER: Final = frozenset("another both separate second different similar other unrelated previous earlier neighbouring neighboring".split())  # noqa: SIM905
PARTING: Final = ASIDES | OTHER
TOLD: Final = re.compile(r"\b(?:said|says|told|reported|reports|put|announced|earlier (?:toll|count|figure|report|estimate)\w*)\b", re.I)
SIDED: Final = ("has", "have", "had", "deployed", "sent", "lost", "maintains", "keeps", "stationed")
NEAR: Final = 8
COUNTED_LIKE: Final = (FigureKind.COUNT, FigureKind.RATE)


def scope(draft: Draft, drafts: list[Draft], at: Setting, metrics: Metrics) -> Scope:
    """The scope of one figure, from its own clause, then its sentence, then the sentence before."""
    tokens = at.tokens
    where, around = place_of(draft, drafts, at)
    event, told = event_of(draft, drafts, at)
    day = when(draft, drafts, event, told, at)
    return Scope(
        population=population(draft),
        side=side(draft, drafts, tokens),
        place=where,
        places=around,
        event=event.named(told.tokens) if event else None,
        event_words=event.content(told.tokens) if event else (),
        event_day=day[0],
        event_day_end=day[1],
        period=period_of(draft, drafts, at),
        status=status(draft, drafts, tokens) if at.has(DOUBTING) else "confirmed",
        per=draft.per,
        open=is_open(draft, event, at),
        aside=aside(draft, drafts, at) if at.has(PARTING) else None,
    )


def population(draft: Draft) -> str | None:
    """Who is counted, where the words say so or the figure leans on one that does."""
    if draft.kind not in COUNTED_LIKE or not draft.counted:
        return None
    said = draft.has_noun or draft.leans_on is not None
    return draft.counted.lower() if said else None


def side(draft: Draft, drafts: list[Draft], tokens: Tokens) -> str | None:
    """The country or people in what is counted ("Norlandish soldiers"), or whose they are ("Norland has 900 troops")."""
    while (host := draft.leans_on) and host.metric == draft.metric and not draft.has_noun and host in drafts:
        draft = host
    own = country_in(tokens, draft.noun_first, draft.noun_last) if draft.has_noun else None
    if own or draft.metric not in ("troops", "personnel"):
        return own
    verb = next((i for i in range(draft.quantity.first - 1, max(-1, draft.quantity.first - 6), -1) if tokens.words[i] in SIDED), 0)
    return country_in(tokens, max(0, verb - 4), verb)


def period_of(draft: Draft, drafts: list[Draft], at: Setting) -> str | None:
    """The period behind the figure and before the next, else the nearest to it; none that belongs to another clause."""
    if not at.periods:
        return None
    here = draft.quantity.first
    written = [(i, words) for i, words in at.periods if not is_set_off(at.tokens, i, here)]
    following = next((d.quantity.first for d in drafts if d.quantity.first > here), len(at.tokens))
    nearest = min(written, key=lambda one: abs(one[0] - here), default=(0, None))[1]
    return next((words for i, words in written if here < i < following), nearest)


def event_of(draft: Draft, drafts: list[Draft], at: Setting) -> tuple[Event | None, Setting]:
    """The event nearest before the figure in its sentence, else after it, else the last of the sentence before. A gathering harms nobody
    where something else is told of too: "a blast at a funeral".
    """
    told = at.events
    if draft.metric in HARMED:
        told = [e for e in told if at.tokens.words[e.noun] not in gatherings()] or told
    here = draft.quantity.first
    ahead = [e for e in told if e.noun < here and not is_set_off(at.tokens, e.noun, here) and not begins_report(at.tokens, e.last, here)]
    behind = [e for e in told if e.noun >= draft.end and not is_of_next(draft, drafts, e, at.tokens)]
    if ahead and behind and has_own_day(draft, drafts, ahead[-1], behind[0], at):
        return behind[0], at
    if ahead or behind:
        return (ahead[-1] if ahead else behind[0]), at
    if at.before and (
        told := [e for e in at.before.events if draft.metric not in HARMED or at.before.tokens.words[e.noun] not in MOURNING]
    ):
        return without_place(told[-1], draft, drafts, at), at.before
    return None, at


def without_place(event: Event, draft: Draft, drafts: list[Draft], at: Setting) -> Event:
    """ "Five were killed in attacks in Oru. In Tamby it reached 3.": the event, without the place of the others."""
    own = {place.name for place in own_places(draft, drafts, at)}
    told = at.before.places if at.before and own else []
    is_elsewhere = any(event.noun < place.first < event.last and place.name not in own for place in told)
    return Event(event.first, event.noun, event.noun + 1, event.is_open) if is_elsewhere else event


def is_of_next(draft: Draft, drafts: list[Draft], event: Event, tokens: Tokens) -> bool:
    """It stands in a clause about the next figure: "the remains of 120, nine of which he ascribes to the flood"."""
    following = next((d.quantity for d in drafts if d.quantity.first >= draft.end), None)
    if following is None or following.first > event.noun:
        return False
    return tokens.word(following.first - 1) in WHICH or tokens.words[following.last : following.last + 2] in OF_WHICH


def has_own_day(draft: Draft, drafts: list[Draft], ahead: Event, behind: Event, at: Setting) -> bool:
    """ "In 1913 a blast killed 137, and nine died in a flood in 1951": a clause behind another figure has event and day of its own."""
    here = draft.quantity.first
    if at.tokens.word(here - 1) not in JOINING or not any(ahead.last <= d.quantity.first < here for d in drafts):
        return False
    following = next((d.quantity.first for d in drafts if d.quantity.first > here), len(at.tokens))
    return any(behind.noun < token_at(at.tokens, date.span.start) < following for date in at.dates)


def status(draft: Draft, drafts: list[Draft], tokens: Tokens) -> str:
    first = draft.quantity.number_first
    floor = max([d.end for d in drafts if d.end < first], default=0)
    ahead = range(max(floor, first - NEAR), first)
    beside = (*ahead, *range(draft.noun_first, min(len(tokens), draft.noun_last + 2)))
    near = {tokens.words[i] for i in beside if tokens.raw[i] != "May"}
    for name, listed in (("suspected", SUSPECTED), ("projected", PROJECTED), ("estimated", ESTIMATED)):
        if near & listed:
            return name
    return "confirmed"


def aside(draft: Draft, drafts: list[Draft], at: Setting) -> str | None:
    """The words of its clause that say it is of another event, time or place than what was told before; None where there are none, or a
    word of speech is what they belong to.
    """
    tokens = at.tokens
    counts = [d for d in drafts if d.kind is not FigureKind.MEASURE]
    first = max((d.end for d in counts if d.end <= draft.quantity.first), default=0)
    last = next((d.quantity.first for d in counts if d.quantity.first > draft.quantity.first), len(tokens))
    for i in range(first, last):
        if tokens.words[i] in OTHER and (
            any(e.first - 1 <= i < e.noun for e in at.events) or (tokens.words[i] != "both" and names_place(tokens, i + 1))
        ):
            return tokens.words_of(i, i + 2)
    if ASIDES.isdisjoint(tokens.words):
        return None
    found = ASIDE.search(tokens.text, tokens.starts[min(first, len(tokens) - 1)], tokens.ends[last - 1])
    found = found or (BEFORE.match(tokens.text, tokens.starts[0]) if not first else None)
    if found and found.group().casefold() == "also":
        return found.group()
    if found is None or TOLD.search(tokens.text, max(at.sentence.start, found.start() - 40), min(at.sentence.end, found.end() + 30)):
        return None
    return found.group()


def names_place(tokens: Tokens, i: int) -> bool:
    return tokens.word(i) in PLACE_NOUNS or (tokens.word(i) in DIRECTIONS and tokens.word(i + 1) in PLACE_NOUNS)


def is_open(draft: Draft, event: Event | None, at: Setting) -> bool:
    return at.goes_on or (event is not None and event.is_open)


def update(draft: Draft, drafts: list[Draft], at: Setting) -> str | None:
    """The words that tie the figure to an earlier one: "rose to", "updating an earlier toll of 12", "the previous toll"."""
    tokens, first = at.tokens, draft.quantity.first
    if at.has(CITING) and (before := cited(draft, drafts, at)):
        return before
    if tokens.word(first - 1) != "to" and not at.has(TURNING):
        return None
    is_count = draft.kind in COUNTED_LIKE or (at.has(TOLLS) and at.has(CORRECTING))
    said = tokens.words_of(replacing(tokens, first, drafts), first) if at.has(REPLACING) and is_count else ""
    said = "" if "both" in said.split() else said  # "the number killed in both raids": it replaces no count of one of them
    behind = tokens.ends[draft.quantity.last - 1]
    follows = AFTERWARDS.search(tokens.text, behind, at.sentence.end) if at.has(CORRECTING) else None
    if follows is None and tokens.word(first - 1) == "to" and is_count:
        follows = FROM.match(tokens.text, behind, at.sentence.end)
    leads = CORRECTED.search(tokens.text, at.sentence.start, tokens.starts[first]) if at.has(CORRECTING) and not said else None
    follows = follows or (INSTEAD.search(tokens.text, behind, reach(draft, drafts, at)) if at.has(NOT) else None)
    if not (said or leads or follows) and at.has(BUT) and (floor := max((d.end for d in drafts if d.end <= first), default=0)):
        leads = CONTRASTING.search(tokens.text, max(tokens.ends[floor - 1], tokens.starts[first] - LONGEST), tokens.starts[first])
    if not (said or leads or follows) and at.has(SMALL | OWNED) and all(d.end > first for d in drafts):
        leads = AGAINST.search(tokens.text, max(at.sentence.start, tokens.starts[first] - LONGEST), tokens.starts[first])
    return " … ".join(part for part in (leads.group().strip() if leads else said, follows.group() if follows else "") if part) or None


def reach(draft: Draft, drafts: list[Draft], at: Setting) -> int:
    """The character where the next count begins, where it follows soon; else where this one ends."""
    end = at.tokens.ends[draft.quantity.last - 1]
    following = min((at.tokens.starts[d.quantity.first] for d in drafts if d.quantity.first >= draft.quantity.last), default=end)
    return following if following - end <= SOON else end


JOINING: Final = frozenset(("and", "while", "but", ";"))
WHICH: Final = ("which", "whom")
OF_WHICH: Final = (["of", "which"], ["of", "whom"])
SOON: Final = 60
LONGEST: Final = 200
"""Characters between two numbers of which one replaces the other, and of words that set one against another."""


def replacing(tokens: Tokens, first: int, drafts: list[Draft]) -> int:
    """The token where the words begin that make the number at `first` replace another, or the one replaced; `first` where none do."""
    floor = max([d.end for d in drafts if d.end <= first], default=0)
    before = range(max(floor, first - (REACH_TO if tokens.word(first - 1) in ("to", "from") else REACH)), first)
    at = next(
        (i for i in before if tokens.words[i] in EARLIER and tokens.words[i + 1 : i + 5] and STATED & set(tokens.words[i : i + 5])), None
    )
    if at is None:  # "An earlier death toll from the raid on the port gave 9"
        at = next(
            (i for i in range(floor, first) if tokens.words[i] in EARLIER and (NAMED if i > 1 else STATED) & set(tokens.words[i : i + 3])),
            None,
        )
    if at is not None:
        return max(0, at - 3) if set(tokens.words[max(0, at - 3) : at]) & CHANGES else at
    changed = [i for i in before if tokens.words[i] in CHANGES]
    leads = first - 1 in changed or tokens.word(first - 1) in LEADING
    return changed[0] if changed and leads else first


def holds_for(article: Article, draft: Draft, at: Setting) -> tuple[dt.date | None, str | None]:
    """The day the figure holds for, and the rule where the text does not say it. A stock ("900 troops") holds for the date beside it."""
    if draft.metric in STOCKS and (
        named := next((d for d in at.dates if d.last and d.span.start < at.tokens.starts[draft.quantity.first]), None)
    ):
        return named.last, None if named.first == named.last else "the end of the period named"
    if at.said_on:
        return at.said_on, None
    if at.before and at.before.said_on:
        return at.before.said_on, "said the sentence before"
    return article.day, "publication" if article.day else None
