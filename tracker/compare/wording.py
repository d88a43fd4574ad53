"""The words that two figures share as a reader knows them: as printed in the texts, never as stems or names of classes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from tracker.compare import words
from tracker.compare.sides import Side

MOST = 4
"""Words shown of those that link two figures."""


def linked(found: Iterable[tuple[float, str, Iterable[str]]], a: Side, b: Side) -> str:
    """What speaks for one event, in order, each word of the texts once: "one title, the place Port Elm, the words harbour, blast"."""
    said: list[str] = []
    told: set[str] = set()
    for points, label, stems in found:
        wanted = frozenset(stems)
        if points <= 0 or not label:
            continue
        forms = PRINTED.get(label, shared)(wanted - told, a, b) if wanted else []
        told |= wanted if forms else set()
        if forms or label != "the words":
            named = label.removesuffix("s") if len(forms) == 1 and label == "the words" else label
            said.append(f"{named} {', '.join(forms)}" if forms else label)
    return ", ".join(said)


def shared(stems: frozenset[str], a: Side, b: Side) -> list[str]:
    """Up to four of the words, those for the event itself first, then the most telling; a stem that is printed nowhere is left out."""
    forms = known(a) | known(b)
    own = a.names | b.names
    telling = [stem for stem in forms if stem in stems and words.weight(stem) >= 1] or [stem for stem in forms if stem in stems]
    kept = sorted(telling, key=lambda stem: (stem not in own, -words.weight(stem)))[:MOST]
    return list(dict.fromkeys(forms[stem] for stem in kept))


def located(stems: frozenset[str], a: Side, b: Side) -> list[str]:
    """The first place with one of the stems."""
    printed = (place for side in (a, b) for place in (side.figure.scope.place, *side.figure.scope.places, *side.heading.places) if place)
    return next(([place] for place in printed if words.place_stems(place) & stems), shared(stems, a, b))


def of_kinds(kinds: frozenset[str], a: Side, b: Side) -> list[str]:
    """Nothing: which words name the event is said with the words."""
    return []


PRINTED = {"the place": located, "the country": located, "the kind of event": of_kinds}


def happening(side: Side) -> str:
    """The words by which the figure's texts name what kind of event it was."""
    classes = words.vocabulary().classes_of
    named = [form for stem, form in known(side).items() if classes.get(stem, frozenset()) & side.kinds]
    return ", ".join(dict.fromkeys(form if form.isupper() else form.lower() for form in named[:2])) or "another event"


@lru_cache(maxsize=4_000)
def known(side: Side) -> dict[str, str]:
    """Stem → printed word, from the figure's own words first, then from its title."""
    scope = side.figure.scope
    found: dict[str, str] = {}
    for text in (scope.event, scope.place, *scope.places, side.heading.title, *side.heading.places):
        for stem, form in words.printed(text or "").items():
            found.setdefault(stem, form)
    return found
