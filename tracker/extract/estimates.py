"""Who puts a number on it: "organisers put the crowd at 8,000", "the mission's estimate was between 90 and 110", "unions spoke of 900"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tracker.extract.quoting import sentence_start
from tracker.extract.screening import screened
from tracker.extract.soundness import PEOPLE, sound
from tracker.extract.sources import after, before
from tracker.model import Article, Kind, Span, Statement, Words, changed
from tracker.text.classes import singular
from tracker.text.numbers import LISTS
from tracker.text.wordlists import pattern, words

CONFIDENCE: Final = 0.8
PRONOUNS: Final = frozenset(("he", "she", "it", "they"))
OWNERS: Final = frozenset(("his", "her", "its", "their", "our", "my"))
POSSESSIVE: Final = re.compile(r"[’']s?\s")
SAYERS: Final = words("generic_bodies.txt") | OWNERS
NOBODY: Final = frozenset(("report", "reports", "toll", "tolls", "count", "counts", "estimate", "estimates", "figure", "figures", "tally"))
"""They say that a number was put before, not by whom."""
WORDED: Final = f"(?:a|an|{pattern(LISTS['words'])}|dozens|scores|hundreds|thousands|half)\\b"
SPELLED: Final = rf"(?:{pattern(word for word in LISTS['words'] if word not in ('zero', 'one'))})\b"
AMOUNT: Final = rf"(?:\d|(?i:{WORDED}))"
NUMBER: Final = rf"[“\"‘]?(?:[\w-]+\.?\s+){{0,3}}?[$£€¥]?{AMOUNT}"
GOES_ON: Final = r"(?:[^.;,\n\"“”]|[.,](?=\d))"
WITH: Final = (
    rf"(?:,\s(?:(?:with|including|among\sthem|of\swhom)\s(?:another\s|some\s)?{AMOUNT}|{AMOUNT}[\d,]*\sof\s(?:whom|them|which))"
    rf"{GOES_ON}{{0,60}}?)?"
)
"""Another number of the same count: "at 4,900, with 3,000 still missing", "at 30, nine of whom died"."""
REST: Final = (
    rf"{GOES_ON}{{0,80}}?{WITH})"
    rf"(?=[;\n\"“”]|[.,](?!\d)|\s(?:and\s(?!{AMOUNT})|(?:but|while|as|after|when|in|on|by)\s)|\Z)"
)
WHAT: Final = r"(?:it|them|the|its|their|his|her|that|this|total|attendance|turnout|losses|damage|casualties|[a-z]{4,}s)\b"
TALLY: Final = r"(?:toll|tally|count|figure|estimate|number|total)"
LOST: Final = r"(?:losses|dead|deaths|toll|number|total|figure|casualties|wounded|injured|missing)\b"
COUNTED: Final = rf"(?:(?:the|its|their|his|her)\s)?(?:[\w-]+\s+){{0,2}}?{LOST}"
OWN: Final = rf"(?:its|their|his|her|the|that)\s+(?:[\w-]+\s+){{0,3}}?{TALLY}\b"
TO: Final = rf"[^.;:\"“”\n]{{0,100}}?\bto\s+{NUMBER}{REST}"
CLOCK: Final = r"(?!\s*(?:[ap]\.?m\b|o[’']clock|:\d))"
PUT: Final = re.compile(
    rf"(?P<of>['’]s?|\bwhose)\s+(?:\w+\s+)?(?P<its>estimate|count|figure|tally)\s+(?:was|is|(?:stood|stands|stopped|stops|ended|ends)\s+at|came\s+to|reached)\s+(?P<given>{NUMBER}{REST}"
    rf"|\b(?:(?P<cue>put|puts|putting|placed?|places|estimates?|estimated)\s+(?P<said>{WHAT}[^.;:,\"“”\n]{{0,60}}?\bat\s+{NUMBER}{CLOCK}{REST}"
    rf"|(?P<gave>gave|gives|giving|issued|publish(?:es|ed)|offer(?:s|ed)|released)\s+(?P<figure>an?\s+(?:[\w-]+\s+)?(?:figure|toll|estimate|count|tally)(?:\s+of|,|[^.;:,\"“”\n]{{0,40}}:)\s+{NUMBER}{REST}"
    rf"|(?P<gives>gave|gives|giving)\s+(?P<losses>{COUNTED}[^.;:,\"“”\n]{{0,40}}?\bas\s+{NUMBER}{CLOCK}{REST}"
    rf"|(?P<arrived>arrived)\s+at\s+(?P<sum>(?=\d{{3}}\b|\d{{1,3}},\d{{3}}){NUMBER}{CLOCK}{REST}"
    rf"|(?P<give>gives?|gave|counts?|counted|tall(?:y|ies|ied)|records?|recorded|registered|lists?|listed|admits?|admitted|concedes?|conceded|acknowledges?|acknowledged|claims?|claimed|certified|certifies)\s+(?P<bare>(?:(?:only|just)\s+)?(?:[\d,]*\d|{SPELLED}))(?=\.(?:\s|\Z)|;)"
    rf"|(?P<tallies>counts?|counted|recorded|registered|documented|verified|tallied|logged|gives|lists|listed|estimates|estimated)\s+(?P<tallied>{NUMBER}{REST}"
    rf"|(?P<listed>compiled|published|released|produced|drawn\s+up|kept|keeps?|issued)\s+(?P<names>(?:an?|its|their)\s+(?:[\w-]+\s+){{0,2}}?"
    rf"(?:list|register|roll)(?:\s+of\s+(?:its|their|his|her)\s+own)?,?\s+(?:of|with|bearing|holding|containing)\s+{NUMBER}[\d,]*\s+(?:names|people|victims)\b{REST}"
    rf"|(?P<holds>(?:holds?|held|sticks?|stuck|own(?:s|ed)|confess(?:es|ed)|admit(?:s|ted))\s+to|insist(?:s|ed)?\s+(?:up)?on|reckon(?:s|ed)?\s+with)\s+(?P<kept>{NUMBER}{CLOCK}{REST}"
    rf"|(?P<spoke>(?:continue[sd]?\s+to\s+)?(?:spoken?|speaks?)|talked)\s+of\s+(?P<told>{NUMBER}{REST}"
    rf"|(?P<putting>puts?)\s+(?P<there>(?:[A-Z][\w’'-]*|\w+)\s+(?:dead|killed|wounded|losses|casualties)\s+at\s+{NUMBER}{REST}"
    rf"|(?P<puts>puts?)\s+(?P<things>(?:arrests|deaths|injuries|losses|strikers|marchers|absences|attendance|turnout)(?:\s[a-z]+){{0,2}}\s+at\s+{NUMBER}{CLOCK}{REST}"
    rf"|(?P<stood>stood|stands?|standing)\s+by\s+(?P<old>{OWN}\s+(?:of|that)\s+{NUMBER}{REST}"
    rf"|(?P<raised>raised|raises|lowered|lowers|revised|increased|reduced|cut)\s+(?P<revised>{OWN}{TO}"
    rf"|(?P<updating>updating|revising|correcting)\s+(?P<earlier>(?:an?|its|the|their)\s+(?:[\w-]+\s+){{0,3}}?{TALLY}\b[^.;:,\n]{{0,40}}?\bof\s+{NUMBER}{REST}"
    rf"|(?P<raising>raising|lowering|bringing|taking|pushing)\s+(?P<higher>to\s+[\d,]+\s+the\s+{TALLY}\b[^.;:,\"“”\n]{{0,60}})"
    rf"|(?P<lowered>raised|lowered|revised|increased|reduced|cut)\s+to\s+(?P<new>[\d,]+\s+the\s+{TALLY}\b[^.;:,\"“”\n]{{0,60}})"
    rf"|(?:whom|which)\s+(?:[\w’'-]+\s+){{1,5}}?(?P<counted>estimated|numbered|counted|put)\s+(?P<many>(?:on\s+\w+\s+)?at\s+{NUMBER}{CLOCK}{REST}"
    rf"|(?:thought|believed|estimated|reckoned|put)\s+by\s+(?P<agent>[^.;:\n]{{3,60}}?)\s+(?P<taken>(?:to\s+(?:be|number|exceed)|at)\s+{NUMBER}{REST}"
    rf"|(?P<believed>believe[ds]?|fear(?:s|ed)?|thinks?|thought|(?:hold|holds|held)(?=\sthat\s))\s+(?P<held>(?:that\s+)?{GOES_ON}{{0,60}}?\d{REST})"
)
OPENING_WORDS: Final = (
    "put puts putting place placed places estimate estimates estimated gave give gives giving issued arrived count counts counted "
    "tally tallies tallied record records recorded registered list lists listed compiled published released produced drawn kept keep keeps "
    "hold holds held stick sticks stuck spoke spoken speak speaks talked stand stands standing stood raised raises lowered lowers revised "
    "increased reduced cut whom which thought think thinks believe believed believes fear feared fears reckoned "
    "continue continues continued certified certifies updating revising correcting raising lowering bringing taking pushing whose "
    "admit admits admitted concede concedes conceded acknowledge acknowledges acknowledged "
    "claim claims claimed documented verified logged publishes offers offered owned owns confesses confessed insist insists insisted "
    "reckon reckons"
)
OPENING: Final = re.compile(rf"['’]s?\s|\b{pattern(OPENING_WORDS.split())}\s")
"""How every match of PUT begins: one that begins with another word is never found."""
CONTENTS = {
    "cue": "said",
    "its": "given",
    "gave": "figure",
    "spoke": "told",
    "putting": "there",
    "stood": "old",
    "raised": "revised",
}
CONTENTS |= {"gives": "losses", "holds": "kept", "arrived": "sum", "give": "bare"}
CONTENTS |= {"lowered": "new", "counted": "many", "believed": "held", "listed": "names", "agent": "taken"}
CONTENTS |= {"tallies": "tallied", "raising": "higher", "updating": "earlier", "puts": "things"}
"""Groups of PUT: the cue → what is said. The source stands before the cue, or before the possessive."""
DOUBTFUL: Final = frozenset(("stood", "raised", "lowered", "believed", "tallies"))
"""Cues that events and things can be the subject of too: "the new deaths raised the toll"."""
SECOND: Final = re.compile(r"\s(?:and|but)\s(?:(?:now|also|then|later|so|still|today)\s)?\Z")
""" "Has raised his estimate, and now | counts 141"."""
ANOTHER: Final = re.compile(rf"\s+and\s+(?P<who>(?:[A-Za-z][\w’'-]*\s+){{1,4}}?)(?P<also>at\s+{NUMBER}{REST}")
"""The verb left out: "police estimated at 900 | and organisers at 4,000"."""
OTHERS: Final = re.compile(
    r"(?:,?\s+(?:while|but|and|though|although|whereas)|;)\s+(?P<who>[^,.;:\n]{3,60}?)\s*(?:\b(?:have|has|had)\s+)?\Z"
)


def _ended(text: str, statement: Statement, at: int) -> Statement:
    """The statement, ended where another one begins to count: "… marched, while police put it at 900"."""
    start, end = statement.spans[-1]
    other = OTHERS.search(text, max(start, at - 90), at) if statement.kind is Kind.INDIRECT and start < at < end else None
    if other is None:
        return statement
    spans = (*statement.spans[:-1], Span(start, other.start()))
    return changed(statement, spans=spans, content=" ".join(" ".join(span.of(text).split()) for span in spans))


def _put(text: str) -> Iterator[re.Match[str]]:
    """The matches of PUT, looked for in the sentences that count something, where one of its words stands."""
    for sentence in screened(text):
        (at, end), counts = sentence.span, sentence.may_count
        while counts and (opening := OPENING.search(text, at, end)):
            match = PUT.match(text, opening.start(), end)
            if match:
                yield match
            at = match.end() if match else opening.end()


def estimates(article: Article, said: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with those that put a number on something, in text order; what is said already is not said twice, and a number
    that nobody beside it puts is left alone.
    """
    text, found = article.text, list(said)
    for match in _put(text):
        cue = next(name for name in CONTENTS if match[name])
        span, at = Span(*match.span(CONTENTS[cue])), match.start("of" if cue == "its" else cue)
        found[:] = [_ended(text, s, at) for s in found]
        floor = max([sentence_start(text, at), *begun(found, at)])
        if cue in ("raising", "updating"):
            mention = _announced(found, floor, at)
        else:
            mention = after(text, *match.span("agent")) if cue == "agent" else _source(text, at, floor)
        place = at if mention is None else 0 if cue in ("listed", "tallies") else giver(mention)
        if any(is_said(statement, span, place) for statement in found):
            continue
        if mention and _counts(mention, cue):
            found.append(_statement(article, span, mention, Words.at(text, *match.span(cue))))
            if other := ANOTHER.match(text, span.end):
                found.append(_statement(article, Span(*other.span("also")), Words.at(text, other.start("who"), other.end("who") - 1), None))
    return tuple(sorted(found, key=lambda s: s.span)) if found != list(said) else said


def _announced(found: list[Statement], floor: int, at: int) -> Words | None:
    """ "…, the Admiralty announced, | raising to 26 the number of the dead": who said what stands before it in the sentence."""
    said = [s for s in found if s.cue and s.mention and floor <= s.cue.start < at]
    return said[-1].mention if said else None


def _source(text: str, at: int, floor: int) -> Words | None:
    """Who stands before the cue; or before the first verb of the two ("the army laughed | and gave its losses as 12")."""
    if text.startswith("whose", at):
        at -= 2  # "the ministry, whose own count stopped at 12"
    is_second = SECOND.search(text, max(0, at - 16), at) is not None
    if not is_second:
        return before(text, at, floor)
    subject = after(text, floor, at)
    return sound(text, subject) if subject else None


def begun(found: list[Statement], at: int) -> list[int]:
    """Where the indirect words begin that hold the place: who speaks before them gives no number in them."""
    return [start for s in found if s.kind is Kind.INDIRECT for start, end in s.spans if start <= at < end]


def is_said(statement: Statement, number: Span, source: int) -> bool:
    """The statement says the number by itself. Where it tells who gives it ("the mayor said | police put the crowd at 900"), it does not.

    source — where the name of who gives it begins
    """
    held = [part for part in statement.spans if part.overlaps(number)]
    is_told = statement.kind is not Kind.DIRECT and any(part.contains(number) and part.contains(Span(source, source)) for part in held)
    return bool(held) and not is_told


def giver(mention: Words) -> int:
    """Where the name begins of somebody other than the sayer; 0 for the sayer's own ("said his office", "said the agency")."""
    first, last = (word.lower() for word in (mention.text.split()[0], mention.text.split()[-1]))
    is_own = first in OWNERS and not POSSESSIVE.search(mention.text)  # but "his ministry's communique"
    return 0 if is_own or last in SAYERS or last in PRONOUNS else mention.start


def _counts(mention: Words, cue: str) -> bool:
    """The source is somebody who can put a number on something."""
    last = mention.text.split()[-1]
    return (
        last not in NOBODY
        and last not in ("I", "we", "We")
        and (cue not in DOUBTFUL or last[0].isupper() or last in PRONOUNS or singular(last.lower()) in PEOPLE)
    )


def _statement(article: Article, span: Span, mention: Words, cue: Words | None) -> Statement:
    content = span.of(article.text)
    return Statement(article.id, Kind.INDIRECT, (span,), content, mention, cue, found_by="puts a number", confidence=CONFIDENCE)
