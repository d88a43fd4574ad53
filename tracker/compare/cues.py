"""Update cues as words: what they say of the figure that bears them. Which figures they tie is the business of `updates`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tracker.model import Figure, changed
from tracker.text.phrases import words

RISING = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb\w*|reach\w*|grow\w*|grew|jump\w*|mount\w*|surg\w*|increas\w*|swell\w*|swollen|bring\w*|brought|hits?|rais\w*)\b",
    re.I,
)
CORRECTING = re.compile(
    r"\b(?:updat\w*|correct\w*|revis\w*|replac\w*|amend\w*|lower\w*|reduc\w*|cut|fell|fallen|drop\w*|up|down|than"
    r"|from(?= (?:[^\W\d]+ ){0,3}\d))\b",
    re.I,
)
ADDED = re.compile(r"\b(?:bring\w*|brought|tak(?:ing|es)|took)\b", re.I)
"""In one sentence these add one figure to reach the other."""
EARLIER = re.compile(
    r"\b(?:had|previous(?:ly)?|earlier|initial(?:ly)?|first|before|original(?:ly)?|former(?:ly)?|prior|preliminary|withdrawn|retracted)\b",
    re.I,
)
WIDENED = re.compile(
    r"\b(?:nationwide|countrywide|statewide|worldwide|nationally|globally|in all|altogether|combined|across the \w+)\b", re.I
)
"""What is brought to a number there is more than what was told before: a sum over places."""
LOWERED = re.compile(r"\b(?:lower\w*|reduc\w*|down|cut|fell|fallen|drop\w*|correct\w*|revis\w*)\b", re.I)

CONTRASTED = re.compile(
    rf"^(?:while|whereas|but|although|{'|'.join(sorted(words('small')))})\b|^the … |^(?:{'|'.join(sorted(words('owned')))})$"
    r"|\b(?:lower|higher|smaller|larger|bigger) (?:\w+ )?(?:toll|figure|count|number|estimate|tally|total)\b(?!.*\bthan\b)",
    re.I,
)
"""It sets one count against another and replaces none: "the police gave a lower toll, of 36"."""


INSTEAD = re.compile(r"^(?:and not|not|rather than|instead of|having)\b", re.I)
"""It stands between the number and the one that it replaces, and says nothing of other sentences."""


def is_rising(cue: str) -> bool:
    """It says that the count grew, not that the earlier one was wrong."""
    return bool(RISING.search(cue)) and not CORRECTING.search(cue) and not EARLIER.search(cue)


def named_numbers(cue: str) -> set[str]:
    """The numbers in the words, written out: "up from the 1.4 million" names 1400000."""
    found = ((Decimal(match[1].replace(",", "")) * SCALE.get((match[2] or "").lower(), 1)) for match in NAMED.finditer(cue))
    return {f"{number.normalize():f}" for number in found}


SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
NAMED = re.compile(rf"(\d[\d,]{{0,30}}(?:\.\d{{1,9}})?)(?: ({'|'.join(SCALE)}))?", re.I)


def is_earlier(figure: Figure) -> bool:
    """The figure itself is the one replaced: "the previous toll was 20", not "updating a previous toll of 20"."""
    cue = figure.update or ""
    return bool(EARLIER.search(cue)) and not RISING.search(cue) and not CORRECTING.search(cue)


def is_update(figure: Figure) -> bool:
    """It takes the place of a count given before: "has risen to 20", not "the previous toll of 20", nor "the police gave 14"."""
    return bool(figure.update) and not is_cited(figure) and not CONTRASTED.search(figure.update or "")


def is_cited(figure: Figure) -> bool:
    """It was given before: the day on which its text was written is not its own."""
    return is_earlier(figure) or (figure.update or "").startswith("the … ")


def spread(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures with a cue that calls a figure earlier reaching those after it in the sentence: "at first 5 dead and 9 hurt"; and the
    number behind "and not" told to be given before. Doing it again changes nothing.
    """
    cue: str | None = None
    sentence, metric = None, ""
    for figure in figures:
        if figure.sentence is None or figure.sentence != sentence:
            cue, sentence = None, figure.sentence
        told = cue if cue and reaches(cue, metric, figure) else None
        if figure.update:
            is_first = is_earlier(figure) and figure.update != REPLACED
            cue, metric = figure.update if is_first else REPLACED if LAST.search(figure.update) else None, figure.metric
        elif cue == REPLACED:
            cue = None
        yield changed(figure, update=told) if told and not figure.update else figure


def reaches(cue: str, metric: str, figure: Figure) -> bool:
    """Of another measure what was given before is said too; of the same one it is what replaces it: "first spoke of 5, now of 9"."""
    return figure.low != 1 if cue == REPLACED else figure.metric != metric


REPLACED = "given before"
"""The cue of a number that one before it takes the place of; but "and not one"."""
UPDATED = "updated to"
"""A cue of which no more is known than that it is one."""
LAST = re.compile(r"(?:^|… )(?:and not|rather than|instead of|not(?: the)?|having \w+(?: \w+)?)\s*$", re.I)
"""Between the two."""
