"""Which metric a figure has by its own words: the noun it counts, the verb before it, the participle after it, the name of a toll."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.drafts import Draft
from tracker.extract.events import kinds
from tracker.extract.metrics import TOTAL, Cue, Metrics, happens, metrics
from tracker.extract.screening import HARMED
from tracker.model import FigureKind
from tracker.text.phrases import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SPEECH, STATES, is_person, is_plural, words
from tracker.text.quantities import quantity_at
from tracker.text.tables import load
from tracker.text.tokens import Tokens

QUOTES = frozenset("\"“”'‘’")
BETWEEN = ADVERBS | DETERMINERS | words("between") | QUOTES | {"(", ":"}
TO_A_NUMBER = words("to_a_number") | {":", "-"}
SUBORDINATE = words("subordinate") | {";", ":"}
COMBATANTS = frozenset(word for name in ("forces", "armed") for word in load("populations")["classes"][name].split())
MOURNED = COMBATANTS | words("kin")
"""Who is lost is dead: fighters, and one's own."""
JOINING = frozenset(("and", "including", "plus"))
CLOSED = AUXILIARIES | PREPOSITIONS | CONJUNCTIONS
SUBJECTS = frozenset(("he", "she", "it", "they", "we", "i", "nobody", "everybody", "everyone", "none", "one"))
LEFT, BE, INNER, EXCEEDING = words("left"), words("be"), words("inner"), words("exceeding")
LISTING = BE | words("listing")
EVENTS = frozenset(word for word, is_open in kinds().items() if not is_open)
"""Nouns of events that happen once."""
COUNTED_LIKE = (FigureKind.COUNT, FigureKind.RATE)
POSSESSORS = DETERMINERS - words("relatives")
GATHERED = words("groups") | {"total", "average"}
REACH = 24
WITHIN = 9


def own_cue(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue]) -> Cue | None:
    """The cue that governs the figure by itself; None where it must lean on another figure or on its noun."""
    found = (
        later(tokens, draft, drafts, cues)
        or inside(draft, cues)
        or left(tokens, draft, cues)
        or toll(tokens, draft, cues)
        or among(tokens, draft, cues)
        or right(tokens, draft, drafts, cues)
    )
    return found if found and can_count(tokens, draft, found, cues) else None


def can_count(tokens: Tokens, draft: Draft, cue: Cue, cues: list[Cue]) -> bool:
    """The noun is one that the cue's metric counts: "captured 12 villages" abducts nobody, "lost 12 seats" kills nobody."""
    if cue.role == "toll":
        return not draft.has_noun or cue.metric not in metrics().people or counts_people(tokens, draft, cues)
    if cue.role not in ("verb", "act", "after", "before"):
        return True
    if cue.role in ("verb", "before") and tokens.words[cue.first] in metrics().beside:
        is_told = is_passive(tokens, cue) or any(c is not cue and tells_of_harm(c) for c in cues) or not EVENTS.isdisjoint(tokens.words)
        head = tokens.words[draft.noun_last - 1]
        return draft.has_noun and (head in MOURNED or (is_told and is_person(head)))
    if draft.has_noun:
        return metrics().may_count(cue.metric, tokens.words[draft.noun_last - 1])
    return cue.role != "verb" or metrics().may_leave_out(cue.metric)


def counts_people(tokens: Tokens, draft: Draft, cues: list[Cue]) -> bool:
    """The noun means persons, or what happens to them: "12 civilians", "12 deaths"."""
    within = (c for c in cues if draft.noun_first <= c.first < draft.noun_last)
    return is_person(tokens.words[draft.noun_last - 1]) or any(c.metric in metrics().people for c in within)


def later(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue]) -> Cue | None:
    """ "eight of the injured died": what became of those whom the noun names."""
    if "of the" not in draft.notes or not any(draft.noun_first <= c.first < draft.noun_last and tells_of_harm(c) for c in cues):
        return None
    found = right(tokens, draft, drafts, cues)
    return found if found and found.role in ("act", "verb") else None


def tells_of_harm(cue: Cue) -> bool:
    return cue.metric in HARMED and cue.role in ("verb", "act", "state")


def inside(draft: Draft, cues: list[Cue]) -> Cue | None:
    """A noun or state within what is counted, as its head: "12 deaths", "12 dead", "12 of the wounded"."""
    for cue in cues:
        if draft.noun_first <= cue.first < draft.noun_last or cue.first == draft.noun_last == draft.noun_first:
            if cue.role in ("noun", "state") and cue.last >= draft.noun_last and cue.metric in metrics().people:
                return cue
            if cue.role == "state" and cue.first == draft.noun_first and "of the" in draft.notes:
                return cue
    return None


def left(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The verb or phrase just before the number: "killing 12", "injuries to 12"; who they were: "the dead included 12 women"."""
    end = draft.quantity.first
    while end > 0:
        for cue in cues:
            if cue.last == end and (cue.role == "before" or (cue.role == "verb" and not is_passive(tokens, cue))):
                return cue
            if cue.last == end - 1 and tokens.words[end - 1] in LISTING and names_them(tokens, cue):
                return cue
        if tokens.words[end - 1] in JOINING:
            return over_a_noun(tokens, draft, end - 1, cues)
        if tokens.words[end - 1] not in BETWEEN:
            return None
        end -= 1
    return None


def over_a_noun(tokens: Tokens, draft: Draft, end: int, cues: list[Cue]) -> Cue | None:
    """ "killing villagers including 12 children", "kills mother and three children": the verb before persons that nobody counts."""
    if draft.has_noun and not is_person(tokens.words[draft.noun_last - 1]):
        return None
    begin = end - (tokens.word(end - 1) == ",")
    at = begin
    while at and begin - at < WITHIN and tokens.words[at - 1][0].isalpha() and tokens.words[at - 1] not in CLOSED:
        if cue := next((c for c in cues if c.last == at and c.role == "verb" and not is_passive(tokens, c)), None):
            return cue if at < begin and is_person(tokens.words[begin - 1]) else None
        at -= 1
    return None


def names_them(tokens: Tokens, cue: Cue) -> bool:
    """ "the dead", "the injured", "the victims", "those hurt", "the 12 killed": the word stands for persons to whom it happened."""
    before = tokens.word(cue.first - 1)
    is_noun = cue.role in ("state", "verb") and (before in DETERMINERS or before[:1].isdecimal())
    return is_noun or (cue.role == "head" and cue.metric in metrics().people)


def among(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """ "12 children were among the dead": what happened to those they were among."""
    at = next((i for i in range(draft.end, draft.end + 4) if tokens.word(i) == "among"), 0)
    if not at or BE.isdisjoint(tokens.words[draft.end : at]):
        return None
    return next((c for c in cues if at < c.first <= at + 2 and c.metric in HARMED and names_them(tokens, c)), None)


def is_passive(tokens: Tokens, cue: Cue) -> bool:
    """ "were killed": a form of be stands before the participle."""
    before = tokens.word(cue.first - 2) if tokens.word(cue.first - 1) in ADVERBS else tokens.word(cue.first - 1)
    return cue.form == "ed" and before in BE


def right(tokens: Tokens, draft: Draft, drafts: Sequence[Draft], cues: list[Cue], is_inner: bool | None = None) -> Cue | None:
    """The participle, verb or state after what is counted, in its clause: "12 people from the town were killed"."""
    begin = draft.end
    while tokens.word(begin) in QUOTES:
        begin += 1
    is_left = tokens.word(draft.quantity.first - 1) in LEFT
    is_inner = inner(tokens, draft) if is_inner is None else is_inner
    for cue in cues:
        if not begin <= cue.first < begin + REACH or cue.role not in ("verb", "act", "state", "after"):
            continue
        if cue.role == "verb" and cue.form != "ed":
            return None
        if is_left and cue.role == "state":
            return cue
        if cue.role == "state" and tokens.word(cue.first - 1) == "later":
            return None  # "nine died, two later in hospital"
        if cue.role == "verb" and is_active(tokens, cue, begin):
            return None
        if is_inner and tokens.word(begin) not in SUBJECTS and (begin != cue.first or cue.role in ("act", "after")):
            return None
        if begin == cue.first or is_apposed(tokens, begin, cue) or is_open(tokens, draft, begin, cue, drafts):
            found = outdone(tokens, cue, cues)
            return found if can_count(tokens, draft, found, cues) else None
        if cue.first - begin > 2 and cue.role == "verb":
            return None
    return None


def inner(tokens: Tokens, draft: Draft) -> bool:
    """The number stands in the description of something else: "members of one family", "of the 87 aboard"; not in "a total of 12"."""
    i = draft.quantity.first - 1
    while i > 0 and tokens.words[i] in POSSESSORS:
        i -= 1
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
        return not is_measure and tokens.word(quantity.after) not in STATES and not happens(tokens, quantity.after)
    return tokens.words[i : i + 2] in (["more", "than"], ["at", "least"], ["as", "many"], ["up", "to"])


def outdone(tokens: Tokens, cue: Cue, cues: list[Cue]) -> Cue:
    """ "were rounded up and shot": of two verbs joined by "and" the one that kills says what became of them."""
    if tokens.word(cue.last) == "and":
        return next((c for c in cues if c.first == cue.last + 1 and c.metric == "killed" and c.role in ("verb", "act")), cue)
    return cue


def is_open(tokens: Tokens, draft: Draft, begin: int, cue: Cue, drafts: Sequence[Draft]) -> bool:
    """Nothing between the noun and the cue closes the clause. In "12 villagers they had seized" they are its object."""
    gap = tokens.words[begin : cue.first]
    if not SUBORDINATE.isdisjoint(gap):
        return False
    if has_subject(gap):
        return cue.role == "verb" and gap[0] in SUBJECTS
    between = [d for d in drafts if begin <= d.quantity.first < cue.first]
    spoken = any(word in AUXILIARIES for word in gap[-WITHIN:])
    if between:
        first = between[0]
        if cue.first < between[-1].end or begins_clause(tokens, begin, between[-1]):
            return False
        joined = tokens.word(begin) in ("and", ",") and between[-1].has_noun
        return is_listed(tokens, begin, first) and (spoken_after(tokens, between[-1], cue, joined) or cue.role in ("act", "after"))
    if cue.role == "state":
        return spoken or len(gap) <= 3
    return spoken if cue.role == "verb" else True


def begins_clause(tokens: Tokens, begin: int, last: Draft) -> bool:
    """ "14 herders, including two boys, and six deputies were": the last figure is the subject of a clause of its own."""
    ahead = tokens.words[max(0, last.quantity.first - 2) : last.quantity.first]
    return ahead == [",", "and"] and tokens.word(begin) == "," and tokens.word(last.end) in AUXILIARIES


def has_subject(gap: list[str]) -> bool:
    """Another subject stands in the gap: "in which nobody was hurt", "and he was killed"."""
    return any(word in SUBJECTS and gap[i + 1] in AUXILIARIES for i, word in enumerate(gap[:-1]))


def spoken_after(tokens: Tokens, draft: Draft, cue: Cue, is_joined: bool) -> bool:
    """An auxiliary stands between the last figure and the cue; in a list ("12 men and 3 women killed") nothing may."""
    gap = tokens.words[draft.end : cue.first]
    return any(word in AUXILIARIES for word in gap) or (is_joined and not gap)


def is_listed(tokens: Tokens, begin: int, other: Draft) -> bool:
    """The other figure is of the same list, a part of this one, or inside its description: "12 people, including 3 children, were"."""
    link = tokens.words[begin : other.quantity.first]
    if not 0 < len(link) <= 6 or not AUXILIARIES.isdisjoint(link):
        return False
    return link[0] in PREPOSITIONS or link[0] in ("and", ",", "(", "-") or link[-1] in ("including", "and")


def toll(tokens: Tokens, draft: Draft, cues: list[Cue]) -> Cue | None:
    """The name of the number itself: "the death toll rose to 12", "put the number of displaced at 400"."""
    first = draft.quantity.first
    before = tokens.word(first - 1)
    if before == "at" and (put := next((c for c in cues if c.last == first - 1 and c.role == "state" and names_them(tokens, c)), None)):
        return put
    named = [c for c in cues if c.role == "toll" and c.metric != TOTAL and c.last <= first and first - c.last <= REACH]
    is_reached = before in TO_A_NUMBER or before in QUOTES or tokens.words[first] in EXCEEDING
    if not named or (not is_reached and named[-1].last != first):
        return None
    return named[-1]


def by_head(tokens: Tokens, draft: Draft, cues: Sequence[Cue]) -> str:
    """The metric that the noun alone gives ("900 troops"), else its head word, else nothing."""
    if not draft.has_noun:
        return ""
    last = draft.noun_last - 1
    state = next((c.metric for c in cues if c.role == "state" and c.first == draft.noun_first and c.last <= last), None)
    if state and is_person(tokens.words[last]):
        return state
    for cue in cues:
        if draft.noun_first <= cue.first and cue.last == draft.noun_last and cue.role in ("head", "noun", "state"):
            return tokens.words[last] if cue.metric in metrics().people and tokens.word(draft.noun_last) in SPEECH else cue.metric
    return tokens.words[last] if tokens.words[last].isalpha() else tokens.words_of(draft.noun_first, draft.noun_last).lower()


def noun_of_toll(tokens: Tokens, cue: Cue, known: Metrics) -> str | None:
    """What a toll counts: the noun in its own name ("the number of victims"), "dead" for a death toll, else the metric's."""
    named = [word for word in tokens.words[cue.first + 1 : cue.last] if is_plural(word)]
    if tokens.words[cue.first] == "number" and named:
        return named[-1]
    return "dead" if cue.metric == "killed" else known.counted.get(cue.metric)
