"""What a number without a noun counts, told by the words before it: the subject of its verb, the label of its line; and people aboard."""

from __future__ import annotations

from typing import Final

from tracker.extract.attach import TO_A_NUMBER, is_exceeded
from tracker.extract.drafts import Draft
from tracker.extract.governing import BE
from tracker.extract.metrics import Cue, metrics
from tracker.extract.moments import TIMES
from tracker.model import Role
from tracker.text.dates import MONTHS, WEEKDAYS
from tracker.text.numbers import FRACTIONS, LETTERS, SCALES
from tracker.text.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    LABELS,
    PREPOSITIONS,
    SPEECH,
    STATES,
    STOPS,
    is_participle,
    is_person,
    is_plural,
    noun_phrase,
    phrases,
    words,
)
from tracker.text.quantities import CHANGED
from tracker.text.tokens import Tokens
from tracker.text.units import LISTS

CHANGES: Final = words("changes")
CLOSING: Final = words("closing")
GROUPS: Final = words("groups") | {"nation", "country", "town", "city", "village", "island"}
CARRYING: Final = words("carrying")
CHANGING: Final = CHANGED | CHANGES
VERBAL: Final = {"number", "numbered"} | TO_A_NUMBER | CHANGING | CLOSING | AUXILIARIES | ADVERBS | {"down", "up"}
SAYING_HOW_MANY: Final = {"number", "numbered"} | CHANGING | CLOSING | BE | {":"}
PERCENTS: Final = frozenset(word for form in LISTS["percent"]["forms"] for word in form.split())
VEHICLES: Final = frozenset(("vehicles", "aircraft", "ships"))
DOING: Final = words("doing")
SPANS: Final = TIMES | {"in", "a", "the", "past", "last", "this", "on", *MONTHS, *WEEKDAYS}
"""Of "in the past week", over which something changed."""
HOLDING: Final = phrases("holding")
SHELTERING: Final = phrases("sheltering")
"""What holds people, and need not say so: "the camp shelters 900"."""
FEW: Final = 10
MANY: Final = 10
LEVELS: Final = frozenset(("above", "below", "beyond", "over", "past", "under"))
NUMBERING: Final = frozenset(("number", "list", "tally", "count", "total"))
ANYBODY: Final = frozenset(
    ("people", "persons", "casualties", "victims", "names", "numbers", "figures", "estimates", "totals", "losses", "counts")
)
"""Of whom more was told before: "the number of people has risen to 30"."""
NAMED: Final = 6
"""Tokens behind "a list of 105 names" in which it says of whom: "of people killed"."""
PUTTING: Final = frozenset(("put", "puts", "putting"))
OLDEST: Final = 120
VOTING: Final = frozenset(("vote", "votes", "voted", "voting"))
VOTED: Final = 3
REACH: Final = 10
FARTHEST: Final = 16


def by_subject(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """The metric of a number that its subject or label counts: "the number of migrants fell from 900 to 700", "murders rose to 12",
    "Missing: 37". Sets what is counted; "" where nothing before the number says it.
    """
    first = draft.quantity.first
    if draft.has_noun or not is_told(tokens, draft):
        return ""
    if tokens.word(first - 1) == "by" and tokens.word(first - 2) in CHANGED:
        return "difference"
    begin, end = numbered(tokens, first) or subject(tokens, first)
    end -= tokens.word(end - 1) == "numbers" and end - begin > 1
    if became := next((c for c in cues if c.last == end and begin < c.first and c.role in ("verb", "after")), None):
        draft.counted = tokens.words_of(begin, became.first)
        return became.metric  # "the hostages set free numbered 12"
    head = tokens.word(end - 1)
    metric = next((c.metric for c in cues if c.first == begin and c.last < end and c.role == "state" and is_person(head)), "")
    metric = metric or next((c.metric for c in cues if c.last == end and c.role in ("head", "noun", "state")), "")
    is_label = tokens.word(first - 1) == ":" and metric
    is_age = not is_label and is_one(tokens, end - 1) and (draft.quantity.stated or 0) <= OLDEST
    if begin == end or not head.isalpha() or len(head) == 1 or head in LABELS or (head in SPEECH and begin == end - 1) or is_age:
        return ""
    draft.counted = None if head in STATES else tokens.words_of(begin, end)
    return metric or head


def is_told(tokens: Tokens, draft: Draft) -> bool:
    """A verb or a colon that says how many stands before the number: "stood at 12", "averaged 12", "fell below 12", "are now over 12"."""
    first = draft.quantity.first
    is_level = tokens.word(first - 1) in CHANGING and not LEVELS.isdisjoint(tokens.words[first : draft.quantity.number_first])
    while tokens.word(first - 1) in ADVERBS:
        first -= 1
    before = tokens.word(first - 1)
    if before in ("number", "numbered"):
        return tokens.word(first - 2) not in DETERMINERS and not tokens.is_name(first - 1)
    is_changed_by = before == "by" and tokens.word(first - 2) in CHANGED
    return before in TO_A_NUMBER or before in CLOSING or before == ":" or is_exceeded(tokens, draft) or is_level or is_changed_by


def is_one(tokens: Tokens, i: int) -> bool:
    """A person or a name: what they are is their age."""
    return (tokens.is_name(i) and (i > 0 or not is_plural(tokens.words[i]))) or (
        is_person(tokens.words[i]) and not is_plural(tokens.words[i])
    )


def subject(tokens: Tokens, first: int) -> tuple[int, int]:
    """The tokens of the noun that the verb before the number has for its subject, or that stands before a colon; empty where none does.
    What stands in its description is passed over: "the population of the islands".
    """
    end = first
    while end and first - end < REACH and (tokens.words[end - 1] in VERBAL or is_amount(tokens, end - 1)):
        end -= 1
    end -= tokens.word(end - 1) == ":" or tokens.words[end - 1 : end + 1] in ([",", "numbering"], [",", "totalling"], [",", "totaling"])
    begin = chunk(tokens, end)
    is_brought = tokens.word(first - 1) == "to" and tokens.word(before_determiners(tokens, begin) - 1) in CHANGES
    if not is_brought and not any(word in SAYING_HOW_MANY for word in tokens.words[end:first]):
        return end, end
    while (at := before_prepositions(tokens, before_determiners(tokens, begin))) < begin and (more := chunk(tokens, at)) < at:
        begin, end = more, at
    while end - begin > (tokens.word(end) == ":") and is_participle(tokens.words[end - 1]) and tokens.words[end - 1] not in STATES:
        end -= 1
    return begin, end


def numbered(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """ "the number of people without work has doubled to 900": the tokens of what it is the number of."""
    at = next((i for i in range(first - 1, max(0, first - FARTHEST), -1) if tokens.word(i) == "of" and is_numbering(tokens, i - 1)), 0)
    begin = at + 1
    while tokens.word(begin) in DETERMINERS:
        begin += 1
    last = noun_phrase(tokens, begin) if at else 0
    return (begin, last) if last > begin else None


def is_numbering(tokens: Tokens, i: int) -> bool:
    """ "the number", and "and" where a second one goes on with it: "the number of held as 214, …, and of injured guards as 17"."""
    is_second = tokens.words[i : i + 2] == ["and", "of"] and not NUMBERING.isdisjoint(tokens.words[:i])
    return tokens.word(i) in NUMBERING or is_second


def number_of(tokens: Tokens, draft: Draft, before: Draft | None) -> str:
    """ "the number of damaged houses stood at 54", "put the number of students in the town at 35", "assaults on guards rose to 12": the
    noun that says itself what is counted, so that no other count goes on in it; "" where none does, or a number stands between.
    """
    if draft.has_noun or draft.cue or draft.before == "," or not is_told(tokens, draft):
        return ""
    first = draft.quantity.first
    is_changed = tokens.word(first - 1) == "to" and tokens.word(first - 2) in CHANGES
    told = numbered(tokens, first)
    begin, end = told or (subject(tokens, first) if is_changed else (0, 0))
    is_plain = end > begin and (before is None or before.quantity.first < begin)
    head = tokens.words[end - 1] if is_plain else ""
    return head if head not in ANYBODY and head not in STATES and (told or is_plural(head)) else ""


def is_amount(tokens: Tokens, i: int) -> bool:
    """ "rose by 12 percent to 900": how much it changed."""
    while i and tokens.words[i] in (",", "or"):
        i -= 1
    word = tokens.words[i]
    return word in SPANS or word in PERCENTS or word in FRACTIONS or word[0].isdecimal() or tokens.word(i + 1) in FRACTIONS


def chunk(tokens: Tokens, end: int) -> int:
    """Where the nouns and adjectives begin that end before token `end`."""
    i = end
    while i and tokens.words[i - 1] not in STOPS and (tokens.words[i - 1][0].isalpha() or tokens.words[i - 1] == "-"):
        i -= 1
    return i


def before_prepositions(tokens: Tokens, i: int) -> int:
    """The token where "from across" before `i` begins; a determiner alone moves nothing."""
    at = i
    while at and tokens.words[at - 1] in PREPOSITIONS:
        at -= 1
    return at if at < i else len(tokens)


def before_determiners(tokens: Tokens, i: int) -> int:
    while i and tokens.words[i - 1] in DETERMINERS:
        i -= 1
    return i


def aboard(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "54 people were on the bus", "350 aboard", "carrying 52 pilgrims": the metric of people in a vehicle, else ""."""
    if draft.has_noun and not is_person(tokens.words[draft.noun_last - 1]):
        return ""
    i = draft.end + (tokens.word(draft.end) == "who")
    while tokens.word(i) in AUXILIARIES:
        i += 1
    ahead = tokens.words[i : i + 2]
    inside = ahead[:1] == ["on"] and any(c.metric in VEHICLES and c.role == "noun" and i + 1 < c.first <= i + 3 for c in cues)
    is_carried = tokens.word(draft.quantity.first - 1) in CARRYING
    return "aboard" if ahead[:1] == ["aboard"] or ahead == ["on", "board"] or inside or is_carried else ""


def names(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "parents of those missing have a list of 105 names": what happened to those whom the sentence told of."""
    if tokens.words[draft.noun_first : draft.noun_last][-1:] != ["names"]:
        return ""
    told = (
        c
        for c in cues
        if (c.last <= draft.quantity.first or draft.end < c.first < draft.end + NAMED)
        and c.role in ("verb", "act", "state")
        and c.metric in metrics().people
    )
    return next((c.metric for c in told), "")


def voted(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "voted 402 to 97", "by a vote of 402 to 97": both are votes, though nothing behind them says so."""
    first, last = draft.quantity.first, draft.quantity.last
    is_second = tokens.word(first - 1) == "to" and tokens.word(first - 2)[:1].isdecimal()
    is_first = tokens.word(last) == "to" and tokens.word(last + 1)[:1].isdecimal()
    ahead = tokens.words[max(0, first - 2 * is_second - VOTED) : first]
    return "votes" if not draft.has_noun and (is_first or is_second) and not VOTING.isdisjoint(ahead) else ""


def unnamed_amount(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "set aside 3.2bn for bad loans": so large a number counts something even where nothing is named."""
    last = tokens.words[draft.quantity.number_last - 1]
    is_large = SCALES.get(last, LETTERS.get(last, 0)) >= 100_000
    return "amount" if is_large and not draft.has_noun and not draft.quantity.numeral.is_vague else ""


def put_at(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "The refugees, whom the office numbered at 900": what is put at a number stands before "whom"."""
    first = draft.quantity.first
    is_put = is_exceeded(tokens, draft) or tokens.word(first - 1) == "at"
    if draft.has_noun or "whom" not in tokens.words[:first] or not is_put:
        return ""
    end = tokens.words.index("whom")
    end -= tokens.word(end - 1) == ","
    draft.counted = tokens.words_of(chunk(tokens, end), end) or None
    return next((c.metric for c in cues if c.last == end and c.role in ("head", "noun", "state")), "people")


def put(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "put the jobs lost at the plant at 3,400": the plural noun right behind the verb."""
    first = draft.quantity.first
    at = next((i for i in range(first - 1, max(0, first - REACH), -1) if tokens.words[i] in PUTTING), 0)
    if draft.has_noun or not at or tokens.word(first - 1) != "at" or any(word[0].isdecimal() for word in tokens.words[at:first]):
        return ""
    begin = at + 1 + (tokens.word(at + 1) in DETERMINERS)
    last = noun_phrase(tokens, begin)
    if last == begin or not is_plural(tokens.words[last - 1]):
        return ""
    draft.counted = tokens.words_of(begin, last)
    return next((c.metric for c in cues if c.last == last and c.role in ("head", "noun")), tokens.words[last - 1])


def unnamed_people(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "a family of six", "1.1 million have returned", "500 of us": people, though nothing says so."""
    first = draft.quantity.first
    grouped = tokens.word(first - 1) == "of" and tokens.word(first - 2) in GROUPS and not tokens.is_name(first - 2)  # "the Group of 77"
    many = (draft.quantity.numeral.is_vague or (draft.quantity.stated or 0) >= MANY) and tokens.word(draft.end) in DOING
    ours = "of them" in draft.notes and "us" in tokens.words[draft.quantity.last : draft.end + 1]
    others = "others" in draft.notes or (draft.before == "with" and tokens.word(draft.end).endswith("ing"))
    if (draft.quantity.stated or 0) >= FEW and not draft.has_noun and match_before(tokens, first, SHELTERING):
        return "displaced"
    those = "those" in tokens.words[:first] and "number of those" in " ".join(tokens.words[:first]) and is_told(tokens, draft)
    held = (draft.quantity.stated or 0) >= FEW and match_before(tokens, first, HOLDING)
    return "people" if not draft.has_noun and (grouped or many or ours or others or held or those) else ""


def of_those(tokens: Tokens, draft: Draft, cues: list[Cue]) -> str:
    """ "Of the jobs to go 940 are at the mill": a part of what the sentence begins with, which nothing counts."""
    first = draft.quantity.first
    if tokens.words[:2] != ["of", "the"] or draft.has_noun or any(word[0].isdecimal() for word in tokens.words[:first]):
        return ""
    last = noun_phrase(tokens, 2)
    if last < 3 or not is_plural(tokens.words[last - 1]) or tokens.word(draft.end) not in AUXILIARIES:
        return ""
    draft.counted, draft.role = tokens.words_of(2, last), Role.PART
    return next((c.metric for c in cues if c.last == last and c.role in ("head", "noun")), tokens.words[last - 1])


def match_before(tokens: Tokens, end: int, listed: frozenset[tuple[str, ...]]) -> bool:
    """One of the phrases ends just before token `end`."""
    return any(tuple(tokens.words[max(0, end - size) : end]) in listed for size in (1, 2))
