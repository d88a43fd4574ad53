"""The verb, participle or state behind what is counted that says what happened to it: "12 people from the town were killed"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.extract.drafts import Draft
from tracker.extract.governing import can_count
from tracker.extract.metrics import Cue, happens
from tracker.text.phrases import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SPEECH, STATES, is_participle, words
from tracker.text.quantities import quantity_at
from tracker.text.tokens import Tokens

QUOTES: Final = frozenset("\"“”'‘’")
SUBORDINATE: Final = words("subordinate") | {";", ":"}
HAVING: Final = frozenset(("have", "has", "had"))
""" "Four have since escaped": "since" opens no clause."""
SUBJECTS: Final = frozenset(("he", "she", "it", "they", "we", "i", "nobody", "everybody", "everyone", "none", "one"))
TELLING: Final = words("telling")
ABOUT_THEM: Final = SUBJECTS | {"who"}
"""They begin a clause about those counted: "a list of 12 people who drowned", "12 villagers they had seized"."""
BE: Final = words("be")
LEFT: Final = words("left")
INNER: Final = words("inner")
POSSESSORS: Final = DETERMINERS - words("relatives")
GATHERED: Final = words("groups") | {"total", "average"}
OUTCOMES: Final = ("killed", "injured", "casualties")
OTHERS: Final = words("others")
TELLING_WHO: Final = words("telling_who")
OF_THEM: Final = frozenset(("of", "them"))
ARTICLES: Final = frozenset(("the", "a", "an", "his", "her", "their", "its"))
SAYING: Final = frozenset(("said", "says", "say", "told", "tell", "tells"))
OWNING: Final = SPEECH | words("owned")
RELATIVES: Final = ("who", "whom", "which", "that")
REACH: Final = 24
WITHIN: Final = 9


def right(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue], is_inner: bool | None = None) -> Cue | None:
    """The participle, verb or state after what is counted, in its clause: "12 people from the town were killed"."""
    begin = past_aside(tokens, draft.end, cues)
    while tokens.word(begin) in QUOTES:
        begin += 1
    is_left = tokens.word(draft.quantity.first - 1) in LEFT
    is_inner = inner(tokens, draft) if is_inner is None else is_inner
    doing: Cue | None = None
    is_who = tokens.word(begin) == "who"
    for cue in cues:
        if not begin <= cue.first < begin + REACH or cue.role not in ("verb", "act", "state", "after"):
            continue
        if cue.role == "act" and cue.form == "ing" and begin == cue.first and not is_inner:
            doing = doing or cue  # what they did, unless a verb says what became of them: "six marching on the port were shot dead"
            continue
        if is_who and cue.role == "verb" and cue.metric in OUTCOMES and is_over(tokens, begin + 1, cue, drafts):
            return cue
        if is_who and cue.role == "after" and cue.metric not in OUTCOMES and is_open(tokens, draft, begin + 1, cue, drafts):
            doing = doing or cue  # "200 people who had taken shelter in a church were slaughtered"
            continue
        if is_who and doing:
            continue
        if cue.form == "ing" and cue.role == "verb" and tokens.word(begin) == "whom" and tokens.word(cue.first - 1) == "of":
            return cue  # "nine millers whom they are accused of killing"
        if cue.role == "verb" and cue.form != "ed":
            return doing
        if is_left and (cue.role == "state" or (cue.role == "verb" and cue.form == "ed" and cue.first == begin)):
            return cue
        if cue.role == "state" and tokens.word(cue.first - 1) == "later":
            return doing  # "nine died, two later in hospital"
        if cue.role == "verb" and is_active(tokens, cue, begin):
            return doing
        if tokens.word(begin) == "whom" and cue.role == "verb" and tokens.word(cue.first - 1) not in BE:
            return cue
        if is_inner and tokens.word(begin) not in ABOUT_THEM and (begin != cue.first or cue.role == "act" or is_loose(tokens, cue)):
            return doing
        if begin == cue.first or is_apposed(tokens, begin, cue) or is_open(tokens, draft, begin, cue, drafts):
            meant = (outdone(tokens, one, cues) for one in cues if one.first == cue.first and one.role == cue.role)
            return next((found for found in meant if can_count(tokens, draft, found, cues)), doing)
        if cue.first - begin > 2 and cue.role == "verb":
            return doing
    return doing


def past_aside(tokens: Tokens, begin: int, cues: list[Cue]) -> int:
    """The token behind what tells between commas who they are, where the verb follows: "28 hostages, among them the wife of an envoy and
    two of his sons, | were freed", also in copy without commas: "12 people mostly pupils | killed"; `begin` itself where nothing of the
    kind stands there.
    """
    verbs = {cue.first for cue in cues if cue.role in ("verb", "act", "after") and cue.form in ("ed", "")}
    if tokens.word(begin) in ("including", "mostly", "mainly") or (tokens.word(begin) in TELLING_WHO and tokens.word(begin + 1) in OF_THEM):
        return next((at for at in range(begin + 2, min(len(tokens), begin + WITHIN)) if at in verbs), begin)
    if tokens.word(begin) != "," or tokens.word(begin + 1) not in TELLING_WHO:
        return begin
    for at in range(begin + 2, min(len(tokens) - 1, begin + REACH)):
        if tokens.words[at] in (";", ":"):
            break
        if tokens.words[at] == "," and (tokens.words[at + 1] in AUXILIARIES or at + 1 in verbs):
            return at + 1
    return begin


def is_loose(tokens: Tokens, cue: Cue) -> bool:
    """The phrase may belong to more than the noun before it; not so a participle: "of the 15 persons | reported missing"."""
    return cue.role == "after" and not is_participle(tokens.words[cue.first]) and tokens.words[cue.first] != "taken"


def is_over(tokens: Tokens, begin: int, cue: Cue, drafts: Sequence[Draft]) -> bool:
    """A clause on who they are is over before the cue: "12 people who had been found in a cellar | were killed"."""
    gap = tokens.words[begin : cue.first - 1]
    has_verb = any(word in AUXILIARIES or is_participle(word) for word in gap)
    is_plain = SPEECH.isdisjoint(gap) and not any(begin <= d.quantity.first < cue.first for d in drafts)
    return tokens.word(cue.first - 1) in BE and has_verb and is_plain


def inner(tokens: Tokens, draft: Draft) -> bool:
    """The number stands in the description of something else: "of a family", "of the 87 aboard"; not in "a total of 12", "in all 12"."""
    i = draft.quantity.first - 1
    while i > 0 and tokens.words[i] in POSSESSORS:
        i -= 1
    if tokens.words[i : i + 2] == ["in", "all"] or (tokens.words[i] == "of" and tokens.word(i - 1) in TELLING):
        return False  # "in all 12", "spoke of 12"
    return tokens.word(i) in INNER and tokens.word(i - 1) not in GATHERED and not draft.is_question


def is_apposed(tokens: Tokens, begin: int, cue: Cue) -> bool:
    """Only an apposition stands between: "100 people, mostly women and children, drowned"."""
    return tokens.word(begin) == "," == tokens.word(cue.first - 1) and cue.first - begin <= 8


def is_active(tokens: Tokens, cue: Cue, begin: int) -> bool:
    """ "12 gunmen killed a guard", "the rallies drew 900 people": what follows is the verb's object."""
    after, before = tokens.word(cue.last), tokens.word(cue.first - 1)
    if cue.first > begin and (before in AUXILIARIES or before in ADVERBS) and before not in ("have", "had", "has"):
        return False
    if after in DETERMINERS and after not in ("this", "that", "all", "both"):
        return True
    return bool(after) and is_counting(tokens, cue.last)


def is_counting(tokens: Tokens, i: int) -> bool:
    """A number or a bound follows: an object. "3 killed 40 injured" is a list of a headline."""
    if quantity := quantity_at(tokens, i):
        is_measure = quantity.unit is not None and quantity.unit.kind not in ("money", "percent")
        after = quantity.after + (tokens.word(quantity.after) in OTHERS)
        return not is_measure and tokens.word(after) not in STATES and not happens(tokens, after)
    return tokens.words[i : i + 2] in (["more", "than"], ["at", "least"], ["as", "many"], ["up", "to"])


def outdone(tokens: Tokens, cue: Cue, cues: list[Cue]) -> Cue:
    """ "were rounded up and shot": of two verbs joined by "and" the one that kills or wounds says what became of them."""
    if tokens.word(cue.last) == "and" and cue.metric != "killed":
        return next((c for c in cues if c.first == cue.last + 1 and c.metric in OUTCOMES and c.role in ("verb", "act")), cue)
    return cue


def is_open(tokens: Tokens, draft: Draft, begin: int, cue: Cue, drafts: Sequence[Draft]) -> bool:
    """Nothing between the noun and the cue closes the clause. In "12 villagers they had seized" they are its object."""
    gap = [word for i, word in enumerate(tokens.words[begin : cue.first], begin) if word != "since" or tokens.word(i - 1) not in HAVING]
    if not SUBORDINATE.isdisjoint(gap) or is_telling(gap):
        return False
    if has_subject(gap):
        return cue.role == "verb" and gap[0] in SUBJECTS
    between = [d for d in drafts if begin <= d.quantity.first < cue.first]
    spoken = any(word in AUXILIARIES for word in gap[-WITHIN:])
    if between and is_relative(tokens, between[-1], cue):
        return False
    if between:
        first = between[0]
        if cue.first < between[-1].end or begins_clause(tokens, begin, between[-1]):
            return False
        joined = (tokens.word(begin) in ("and", ",") or begin == first.quantity.first) and between[-1].has_noun
        return is_listed(tokens, draft, begin, first) and (spoken_after(tokens, between[-1], cue, joined) or cue.role in ("act", "after"))
    if cue.role == "state":
        is_whose = gap[:1] == ["of"] and not any(map(is_participle, gap))  # "19 members of the guard dead"
        is_theirs = tokens.word(cue.first - 1) in ARTICLES and describes(tokens, cue.last)
        return not is_theirs and (spoken or len(gap) <= 3 or is_whose)
    return spoken if cue.role == "verb" else True


def describes(tokens: Tokens, i: int) -> bool:
    """A noun follows at `i`, which the word before it describes: "carried the dead | boy", but not "among the dead | and"."""
    after = tokens.word(i)
    return after.isalpha() and after not in PREPOSITIONS and after not in CONJUNCTIONS and after not in AUXILIARIES and after not in ADVERBS


def begins_clause(tokens: Tokens, begin: int, last: Draft) -> bool:
    """ "14 herders, including two boys, and six deputies were": the last figure is the subject of a clause of its own."""
    ahead = tokens.words[max(0, last.quantity.first - 2) : last.quantity.first]
    return ahead == [",", "and"] and tokens.word(begin) == "," and tokens.word(last.end) in AUXILIARIES


def is_relative(tokens: Tokens, last: Draft, cue: Cue) -> bool:
    """ "39 girls, 27 of whom were freed": the cue is of the part alone; "nine girls two of them twins were freed" leaves out commas."""
    at = last.quantity.last
    if tokens.words[max(0, last.quantity.first - 2) : last.quantity.first] in (["of", "whom"], ["of", "which"]):
        return True  # "174 men, of whom 114 escaped"
    return not last.has_noun and tokens.words[at : at + 2] in (["of", "whom"], ["of", "them"]) and "," not in tokens.words[at : cue.first]


def is_telling(gap: list[str]) -> bool:
    """Those counted speak: "12 clerks from the port said a fight broke out", "a clerk, who was asked, said that". In "12 people, police
    said, were hurt" another does, and those "said to be" something say nothing.
    """
    told = next((i for i, word in enumerate(gap) if word in SAYING or (word in OWNING and gap[i + 1 : i + 2] == ["that"])), -1)
    follows = gap[told + 1 : told + 2]
    if told < 0 or follows == ["that"]:
        return told >= 0
    return follows != ["to"] and gap[0] not in RELATIVES and "," not in gap[:told]


def has_subject(gap: list[str]) -> bool:
    """Another subject stands in the gap: "in which nobody was hurt", "and he was killed"."""
    begins = [i for i, word in enumerate(gap[:-1]) if word in SUBJECTS and gap[i + 1] in AUXILIARIES]
    return any(i == 0 or gap[i - 1] not in PREPOSITIONS for i in begins)  # but "the hamlets around it were flooded"


def spoken_after(tokens: Tokens, draft: Draft, cue: Cue, is_joined: bool) -> bool:
    """An auxiliary stands between the last figure and the cue; in a list ("12 men and 3 women killed") nothing may."""
    gap = tokens.words[draft.end : cue.first]
    return any(word in AUXILIARIES for word in gap) or (is_joined and gap in ([], ["among", "the"]))


def is_listed(tokens: Tokens, draft: Draft, begin: int, other: Draft) -> bool:
    """The other figure is of the same list, a part of this one, or inside its description: "12 people, including 3 children, were"."""
    link = tokens.words[begin : other.quantity.first]
    if not link:
        return draft.has_noun and other.has_noun  # "12 herders nine guards killed"
    if not 0 < len(link) <= 6 or not AUXILIARIES.isdisjoint(link):
        return False
    return link[0] in PREPOSITIONS or link[0] in ("and", ",", "(", "-") or link[-1] in ("including", "and")
