"""Through whom a statement came: the outlet it was told to, the post or document it stood in. Never the audience it was spoken to."""

from __future__ import annotations

import re
from itertools import chain
from typing import Final

from tracker.extract.cues import lemma
from tracker.extract.sources import after
from tracker.model import Span, Words
from tracker.text.agencies import agencies
from tracker.text.countries import is_country
from tracker.text.known import Known
from tracker.text.metonyms import bodies
from tracker.text.names import ORG_HEADS, TITLES
from tracker.text.wordlists import pattern, tagged, words

OUTLETS: Final = words("outlets.txt") - {"Le", "Gazeta"}
MEDIA: Final = tagged("media.txt")
NOT_OUTLETS: Final = re.compile(r"\w+(?:ans|ers|ats|ish|ese|ists|ors|ents|men|s)\Z|Congress|Parliament|(?:[A-Z]\.)+\Z")
QUOTED_SHOW: Final = re.compile(r"\s*(?:the\s+(?:[a-z]+\s+){0,3})?(?:``|''|[“\"‘'])([A-Z][^”\"’\n]{2,40}?)(?:''|[”\"’'])")


def _any(name: str) -> str:
    return pattern(MEDIA[name])


ADDRESSING: Final = frozenset(["tell", "inform", "brief", "assure", "remind"])
OWNER: Final = r"(?:an?|the|his|her|its|their|another|one)"
PLATFORM: Final = re.compile(rf"\b(?:[Oo]n|via|to)\s+(?:(?:his|her|its|their|the)\s+)?((?:{_any('platforms')}|Truth Social))\b(?!\s+[A-Z])")
SOCIAL: Final = rf"(?:social[ -]media|online|{_any('platforms')})"
SOCIAL_POST: Final = re.compile(
    rf"\b(?:[Ii]n|[Vv]ia|through|by)\s+{OWNER}\s+(?:[a-z]+\s+){{0,2}}?({SOCIAL}\s+{_any('posts')})\b(?!\s+on\s+[A-Z])"
)
ISSUED: Final = rf"(?:{_any('documents')}|press release)(?:\s+\w+ed)?\s+(?:from|by|of|on behalf of)"
DOCUMENT: Final = re.compile(rf"\b(?:[Ii]n|by|[Aa]ccording to|per|through|[Vv]ia|from)\s+({OWNER}\s+(?:[\w.]+\s+){{0,3}}?{ISSUED}\s+)")
WHEN: Final = r"(?:\s+(?:\w+day|\w+ed|(?:this|last)\s+\w+))?"
GIVEN_TO: Final = r"(?:with|to|on|for|in|by|from|given to|published (?:in|by)|broadcast (?:on|by))"
TALK: Final = re.compile(
    rf"\b(?:{_any('talks')}s?{WHEN}\s+{GIVEN_TO}|(?:[Ss]peaking|spoke|talk(?:ing|ed))(?:\s+\w+ly)?\s+(?:to|with|on))\s+"
)
ON_AIR: Final = re.compile(r"\b(?:[Oo]n|to|[Ii]n)\s+(?=(?:the\s+|[A-Z]))")
QUOTED_BY: Final = re.compile(
    r"\b(?:quoted|cited|reported|carried|published|broadcast)\s+(?:(?:him|her|them|as\s+\w+ing)\s+)?(?:by|in|on)\s+"
)
TITLED: Final = r"(?:the\s+)?[A-Z][\w.’'&-]*(?:\s+[A-Z][\w.’'&-]*){0,4}"
AS_REPORTED: Final = re.compile(rf",\s+(?:as\s+)?({TITLED})\s+(?:reported|reports)\b(?!\s+that)")
OWNED: Final = re.compile(r"(?:the\s+)?((?:[A-Z][\w&.-]*\s?)+)[’']s\b")
HOSTED: Final = re.compile(rf"(?:the\s+)?((?:[A-Z][\w&.-]*\s)+){_any('hosts')}\b")
HOST_OF: Final = re.compile(rf"\s+(?:of|from|at)\s+({TITLED})")
APPOSED: Final = re.compile(rf",\s+(?:an?|the)\s+(?:[\w’'-]+\s+){{0,4}}?{_any('nouns')}\b")
"""What a name is told to be: "the Delta Courier, a weekly …"."""
NUMBERED: Final = re.compile(rf" \d{{1,3}}(?= (?:that|the|an?|he|she|it|they|we|his|her|its|their|{_any('nouns')}|TV|news)\b|[,.])")
"""The number that ends the name of a channel: "told Kanal 3 television", "told Radio 4 the"."""
THE: Final = re.compile(r"(?:the|The)\s+")


TELLING_WORDS: Final = {
    TALK: rf"(?:{_any('talks')}s?|[Ss]peaking|spoke|talk(?:ing|ed))\b",
    QUOTED_BY: r"(?:quoted|cited|reported|carried|published|broadcast)\b",
    PLATFORM: rf"(?:{_any('platforms')}|Truth)\b",
    SOCIAL_POST: rf"(?:social|online|{_any('platforms')})\b",
    DOCUMENT: rf"(?:{_any('documents')}|press)\b",
    AS_REPORTED: r"(?:reported|reports)\b",
    ON_AIR: rf"(?:{pattern(OUTLETS | MEDIA['heads'] | {form.split()[0] for form in agencies()})})",
}
"""Form of a relay → a word that it cannot do without."""
TELLING: Final = Known(lambda run: tuple(form for form, word in TELLING_WORDS.items() if re.search(r"\b" + word, run)))


def relay(text: str, room: Span, cue: Words | None, persons: frozenset[str] = frozenset()) -> tuple[Words, ...]:
    """The relay of a statement whose attribution stands in text[room], in text order; empty where it was said to nobody but readers.

    cue — its cue: "told" is followed by an outlet, or by an audience, which is no relay. A bare "in a statement" is none either.
    persons — the names of those who are persons in the article, and so no outlets.
    """
    found: list[Words] = []
    if cue is not None and lemma(cue.text) in ADDRESSING:
        found += _outlet_at(text, cue.end, room.end, persons, told=lemma(cue.text) == "tell")
    told = set(chain.from_iterable(map(TELLING.__getitem__, text[room.start : room.end].split())))
    for form in [form for form in (TALK, QUOTED_BY) if form in told]:
        for match in form.finditer(text, *room):
            found += _outlet_at(text, match.end(), room.end, persons, told=False)
    for form in [form for form in (PLATFORM, SOCIAL_POST) if form in told]:
        found += [Words.at(text, *m.span(1)) for m in form.finditer(text, *room)]
    for match in DOCUMENT.finditer(text, *room) if DOCUMENT in told else ():
        issuer = after(text, match.end(1), room.end)
        if issuer:
            found.append(Words.at(text, match.start(1), issuer.end))
    for match in AS_REPORTED.finditer(text, *room) if AS_REPORTED in told else ():
        if is_outlet(match.group(1), persons):
            found.append(Words.at(text, *match.span(1)))
    for match in ON_AIR.finditer(text, *room) if ON_AIR in told else ():
        found += [w for w in _outlet_at(text, match.end(), room.end, persons, told=False) if is_known_outlet(w.text)]
    return _apart(found) if found else ()


def _apart(found: list[Words]) -> tuple[Words, ...]:
    """In text order, none inside another."""
    kept: list[Words] = []
    for one in sorted(found, key=lambda w: (w.start, -w.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _outlet_at(text: str, start: int, end: int, persons: frozenset[str], told: bool) -> list[Words]:
    """The outlet whose name begins at `start`, if it is one."""
    show = QUOTED_SHOW.match(text, start, end)
    if show:
        return [Words.at(text, *show.span(1))]
    object_ = after(text, start, end)
    if object_ is None or object_.start - start > 2:
        return []
    object_ = _part(object_, object_.text.rfind(" to ") + len(" to "), len(object_.text)) if " to " in object_.text else object_
    printed = object_.text
    if told and printed.split()[-1][:1].isupper() and (number := NUMBERED.match(text, object_.end, end)):
        return [Words.at(text, object_.start, number.end())]
    if (owner := OWNED.match(printed)) and is_known_outlet(owner.group(1)):
        return [_part(object_, *owner.span(1))]
    if hosted := HOSTED.match(printed):
        return [_part(object_, hosted.start(1), hosted.end(1) - 1)]
    following = HOST_OF.match(text, object_.end, end)
    if following and is_known_outlet(following.group(1)):
        return [Words.at(text, *following.span(1))]
    may_be_named = told or APPOSED.match(text, object_.end, end)
    if is_outlet(printed, persons) or (may_be_named and _is_unknown_name(printed, persons)):
        return [object_]
    return []


def _part(words: Words, start: int, end: int) -> Words:
    return Words(words.start + start, words.start + end, words.text[start:end])


def is_known_outlet(printed: str) -> bool:
    """The name says that it is an outlet, or is a well-known one's."""
    bare = THE.sub("", printed.replace(",", ""), count=1).strip()
    parts = bare.split()
    if (
        bare in OUTLETS
        or bare in agencies()
        or (bare in MEDIA["heads"] and bare != printed)
        or any(p.isupper() and p in OUTLETS for p in parts)
    ):
        return True
    return len(parts) > 1 and parts[-1][:1].isupper() and any(p in MEDIA["heads"] for p in parts[-2:])


def is_outlet(printed: str, persons: frozenset[str]) -> bool:
    """An outlet by name, or described as one ("local television", "the newspaper")."""
    parts = printed.split()
    return bool(parts) and ((is_known_outlet(printed) and printed not in persons) or parts[-1] in MEDIA["nouns"])


def _is_unknown_name(printed: str, persons: frozenset[str]) -> bool:
    """A proper name of one or two words of which nothing says that it is a person, a people, a country or another body."""
    bare = THE.sub("", printed, count=1)
    parts = bare.split()
    if not 0 < len(parts) < 3 or not all(p[:1].isupper() for p in parts) or bare in persons or bare in bodies():
        return False
    return not (is_country(bare) or parts[-1] in ORG_HEADS or any(NOT_OUTLETS.match(p) or p in TITLES for p in parts))
