"""Whether a number without a noun answers what was counted before: it is said alone, led by the name of a count, or changed."""

from __future__ import annotations

from typing import Final

from tracker.extract.attach import TO_A_NUMBER, is_exceeded
from tracker.extract.behind import QUOTES
from tracker.extract.drafts import Draft
from tracker.extract.governing import BE
from tracker.extract.listing import COUNTING
from tracker.text.phrases import AUXILIARIES, SPEECH, VERBS, is_participle, words
from tracker.text.tokens import Tokens

CHANGES: Final = words("changes")
SPEAKING: Final = frozenset(("speak", "speaks", "spoke", "spoken", "speaking", "talk", "talks", "talked"))
NAMING: Final = SPEAKING | {"record", "records", "knowledge", "reports", "evidence", "word", "presence"}
""" "unions spoke of 900", "he had a record of 43"."""
GIVEN: Final = words("given")
OWN: Final = frozenset(("his", "her", "its", "their"))
SMALL: Final = words("small")
SETTLING: Final = words("settling")
ACKNOWLEDGING: Final = (COUNTING | words("owned")) - SPEECH
CLAUSE_BEGINS: Final = frozenset(("that", ";", "but"))
FINITE: Final = frozenset(("was", "were", "had", "have", "are", "will", "would", "could", "may", "can"))
REACH: Final = 10
ENDS: Final = frozenset((".", "!", "?"))
ENDING: Final = QUOTES | {".", ",", "!", "?", ";", "is"}
"""What stands behind an answer; a number with nothing behind it is one of the page."""


def is_led(tokens: Tokens, draft: Draft) -> bool:
    """A word before the number says that it is one: "stands at 30", "may exceed 30"."""
    first = draft.quantity.first
    is_as = tokens.word(first - 1) == "as" and tokens.word(first - 2) in ("number", "figure", "toll", "total", "count", "tally")
    return is_as or tokens.word(first - 1) in TO_A_NUMBER or is_exceeded(tokens, draft)


def is_total(tokens: Tokens, draft: Draft) -> bool:
    """ "bringing the total to 30", "put the figure at 30"."""
    return bool(
        {"total", "figure", "number", "count", "tally", "estimate", "estimates"}
        & set(tokens.words[max(0, draft.quantity.first - 10) : draft.quantity.first])
    )


def is_of_those(tokens: Tokens, draft: Draft) -> bool:
    """ "Of those, 12 were let go", "the remaining 12": a part of what the sentence before counts."""
    first = draft.quantity.first
    ahead = tokens.words[max(0, first - 2) : first]
    if tokens.words[:2] == ["of", "those"] and ahead[-1:] == [","]:
        return not any(word[0].isdecimal() for word in tokens.words[:first])  # "Of those hurt on Monday, 12 were let go"
    return ahead in (["the", "remaining"], ["the", "other"]) or tokens.words[: draft.quantity.first] in (
        ["of", "those", ","],
        ["of", "them", ","],
        ["of", "these", ","],
        ["of", "those"],
        ["among", "them", ","],
    )


def is_object(tokens: Tokens, draft: Draft) -> bool:
    """ "Oruland had taken in 90,000.": the object of a verb, its noun left to the sentence before."""
    first = draft.quantity.first
    verb = tokens.word(first - 2) if tokens.word(first - 1) in ("in", "up", "out") else tokens.word(first - 1)
    is_verb = is_participle(verb) or verb in VERBS or verb in AUXILIARIES
    return is_verb and (draft.quantity.stated or 0) >= 100 and not tokens.word(draft.quantity.last)[:1].isalnum()


def is_answer(tokens: Tokens, draft: Draft) -> bool:
    """ "The government says 231.", "unions spoke of 900": nothing but a number is said of what was counted before."""
    first = draft.quantity.first
    while tokens.word(first - 1) in QUOTES and first > 1:
        first -= 1
    is_said = (
        (first == 0 and tokens.word(draft.quantity.last) in ENDING)
        or tokens.word(first - 1) in COUNTING
        or (tokens.word(first - 1) == "of" and tokens.word(first - 2) in NAMING)
        or is_it(tokens, first)
        or settles(tokens, first - (tokens.word(first - 1) in OWN))
    )
    is_all = not tokens.word(draft.quantity.last)[:1].isalnum() or tokens.words[draft.quantity.last : draft.quantity.last + 2] == [
        "is",
        "what",
    ]
    is_all = is_all or is_the_count(tokens, draft.quantity.last)
    is_said = is_said or (first > 0 and set(tokens.words[:first]) <= QUOTES)
    return (is_said and (draft.quantity.stated or 0) >= 10 and is_all) or is_counted(tokens, draft) or is_given(tokens, draft)


def is_the_count(tokens: Tokens, i: int) -> bool:
    """ "Eighty-three | is the number"."""
    return tokens.words[i : i + 2] == ["is", "the"] and tokens.word(i + 2) in ("number", "figure", "toll", "total", "count", "tally")


def settles(tokens: Tokens, first: int) -> bool:
    """ "arrived at 900", "stands by his 900"."""
    return tokens.word(first - 1) in ("at", "to", "on", "by") and tokens.word(first - 2) in SETTLING


def is_given(tokens: Tokens, draft: Draft) -> bool:
    """ "well above the 54 given by volunteers": a number that somebody gave of what was counted before."""
    last = draft.quantity.last
    return tokens.word(draft.quantity.first - 1) == "the" and tokens.word(last) in GIVEN and tokens.word(last + 1) == "by"


def is_tallied(tokens: Tokens, draft: Draft) -> bool:
    """ "raised its tally for the raid to 30"."""
    ahead = tokens.words[max(0, draft.quantity.first - REACH) : draft.quantity.first]
    is_tally = not {"tally", "count"}.isdisjoint(ahead) and not is_number_of(tokens, draft)
    return ahead[-1:] == ["to"] and not CHANGES.isdisjoint(ahead) and is_tally


def is_number_of(tokens: Tokens, draft: Draft) -> bool:
    """ "the number of those hurt", "the count of homes": it is said what the number is of."""
    ahead = tokens.words[: draft.quantity.first]
    return any(ahead[i : i + 2] == [word, "of"] for word in ("number", "tally", "count", "total") for i in range(len(ahead) - 1))


def is_counted(tokens: Tokens, draft: Draft) -> bool:
    """ "The port has acknowledged only three.": a verb of counting, a number, and no more."""
    before = draft.quantity.first - 1
    before -= tokens.word(before) in SMALL
    is_spoken = (tokens.word(before) == "of" and tokens.word(before - 1) in SPEAKING) or (
        tokens.word(before) == "to" and tokens.word(before - 1) in ACKNOWLEDGING
    )  # "spoke of three", "admitted to three"
    is_it_all = is_it(tokens, draft.quantity.first) and tokens.word(draft.quantity.last) in ENDING
    return is_it_all or ((is_spoken or tokens.word(before) in ACKNOWLEDGING) and tokens.word(draft.quantity.last) in ENDS)


def is_it(tokens: Tokens, first: int) -> bool:
    """ "By noon it was 141", "promised that it would be fewer than 2,000"."""
    return tokens.word(first - 1) in BE and "it" in tokens.words[max(0, first - 3) : first]


def is_subject(tokens: Tokens, draft: Draft) -> bool:
    """ "The defence says only three were in the city.", "Sixty dated from the war": the number is the subject of its clause."""
    first, after = draft.quantity.first, tokens.word(draft.end)
    first -= tokens.word(first - 1) in SMALL
    begins = QUOTES.issuperset(tokens.words[:first]) or tokens.word(first - 1) in CLAUSE_BEGINS or tokens.word(first - 1) in SPEECH
    return begins and draft.end == draft.quantity.last and (after in FINITE or after in VERBS or after.endswith("ed"))


def is_changed(tokens: Tokens, draft: Draft) -> bool:
    """ "was later raised to 30"."""
    return tokens.word(draft.quantity.first - 1) == "to" and tokens.word(draft.quantity.first - 2) in CHANGES
