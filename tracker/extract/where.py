"""Where the people of a figure are or what happened to them happened: the places of its clause, its sentence, the sentence before."""

from __future__ import annotations

from typing import Final

from tracker.extract import setting
from tracker.extract.behind import SUBORDINATE
from tracker.extract.drafts import Draft
from tracker.extract.events import OFFICES
from tracker.extract.moments import TIMES
from tracker.extract.places import HAVING, PLACE_NOUNS, Place, countries, country_in
from tracker.extract.screening import HARMED
from tracker.extract.setting import Setting, is_set_off
from tracker.model import Role
from tracker.text.phrases import AUXILIARIES, SPEECH, is_participle
from tracker.text.tokens import Tokens

PARTING: Final = frozenset((",", ";", "and", "while"))
RELATIVE: Final = setting.RELATIVE | {"since"}
SAYING: Final = frozenset(("said", "says", "told", "announced", "declared"))
PARTLY: Final = frozenset("especially particularly notably mainly mostly largely chiefly primarily".split())  # noqa: SIM905
"""Before a place they say where most of them were."""
SEATED: Final = frozenset(("based", "headquartered"))
NEAR: Final = 3
"""Tokens behind a figure in which its place begins."""
TOLD: Final = 4
"""Tokens between a word of speech, the place where it was said, and "that"."""


def place_of(draft: Draft, drafts: list[Draft], at: Setting) -> tuple[str | None, tuple[str, ...]]:
    """Where, as printed, and every place that binds the figure: its own, else those of the sentence that no other figure has for its
    own, else those of the sentence before.
    """
    own = own_places(draft, drafts, at)
    if own:
        return own[0].name, tuple(dict.fromkeys(p.name for p in own))
    free = free_places(draft, drafts, at) if at.places else []
    if not free:
        if at.goes_on and (owned := at_war(at)):
            return owned[0], owned  # "since Norland's war began"
        inherited = at.placed.places if at.placed else []
        names = tuple(dict.fromkeys(p.name for p in inherited))
        return (names[0] if names else None), names or peoples(at)
    before = [p for p in free if p.first < draft.quantity.first]
    precise = [p for p in before if not p.is_country]
    chosen = precise[-1] if precise else before[-1] if before else free[0]
    return chosen.name, tuple(dict.fromkeys([chosen.name, *(p.name for p in free)]))


def free_places(draft: Draft, drafts: list[Draft], at: Setting) -> list[Place]:
    """The places of the sentence that no other figure has for its own, of the time of this one; else those that others have before it."""
    taken = {p: d for d in drafts if d is not draft for p in own_places(d, drafts, at)}
    free = [p for p in at.places if p not in taken and not is_of_then(at.tokens, draft.end, p.first)]
    free = [p for p in free if not is_set_off(at.tokens, p.first, draft.quantity.first)]
    if not (has_scattered_parts(draft, drafts, at) or is_unnamed(at.tokens, draft.end)):
        shared = ((p, d) for p, d in taken.items() if at.tokens.word(d.quantity.first - 1) not in ("which", "whom"))
        free = free or [p for p, d in shared if RELATIVE.isdisjoint(at.tokens.words[draft.end : d.quantity.first])]
    return [p for p in free if not is_seat(at.tokens, p, draft)]


def is_led(tokens: Tokens, place: Place, draft: Draft) -> bool:
    """ "in Oru 12 died, in Tamby 9", "and in Oru at 12": the place right before a number that begins a clause or a part of a list; or the
    country that has so many.
    """
    if place.last < draft.quantity.first and HAVING.issuperset(tokens.words[place.last : draft.quantity.first]):
        return True
    is_beside = place.last <= draft.quantity.first and tokens.words[place.last : draft.quantity.first] in ([], ["at"], ["to"])
    return is_beside and (place.first == 0 or tokens.word(place.first - 1) in PARTING)


def is_seat(tokens: Tokens, place: Place, draft: Draft) -> bool:
    """A place right behind a body, before the number, is where that sits: "the crisis centre in Oru put the dead at 9". So is one between
    a word of speech and what was said: "told reporters in Oru that nine had died in the raid".
    """
    body = tokens.word(place.first - 1)
    if body in SEATED and draft.metric in HARMED:
        return True  # "a monitor based in Oru put the dead at 9"
    if place.first >= draft.quantity.first:
        return is_teller_there(tokens, place, draft)
    is_middle = body in ("center", "centre") and tokens.words[place.first] == "of"
    return (body in OFFICES and not is_middle) or is_where_told(tokens, place, draft)


def is_teller_there(tokens: Tokens, place: Place, draft: Draft) -> bool:
    """Behind the figure: where the body sits that tells of it ("according to the ministry in Oru", "the ministry in Oru said"), or where
    somebody told of it ("…, the envoy said in Oru").
    """
    between = tokens.words[draft.end : place.first]
    at = next((i for i, word in enumerate(between) if word == ","), None)
    if at is None:
        return False
    is_said = not SPEECH.isdisjoint(between[at:]) and tokens.word(place.first - 1) != ","
    return is_said or (tokens.word(place.first - 1) in OFFICES and not SPEECH.isdisjoint(tokens.words[place.last : place.last + TOLD]))


def is_where_told(tokens: Tokens, place: Place, draft: Draft) -> bool:
    ahead, behind = tokens.words[max(0, place.first - TOLD) : place.first], tokens.words[place.last : draft.quantity.first]
    if ahead[-1:] and ahead[-1] in SAYING and behind[:1] in (["the"], ["a"], ["an"], ["that"]):
        return True  # "said in Oru the raid had killed nine"
    return not SPEECH.isdisjoint(ahead) and "that" not in ahead and "that" in behind[:TOLD]


def is_unnamed(tokens: Tokens, first: int) -> bool:
    """ "211 lived | in the town itself and 64 in the village of Dol": a place of its own, though not its name."""
    at = next((i for i in range(first, first + NEAR) if tokens.word(i) in ("in", "at") and tokens.word(i + 1) == "the"), -3) + 2
    return tokens.word(at) in PLACE_NOUNS and not tokens.is_name(at) and not (tokens.word(at + 1) == "of" or tokens.is_name(at + 1))


def has_scattered_parts(draft: Draft, drafts: list[Draft], at: Setting) -> bool:
    """ "44 died: 30 in Oru, nine in Tamby and five at sea": none of the places is that of the 44, nor of the five."""
    if draft.role is Role.PART and not draft.has_noun and at.tokens.word(draft.quantity.last) in ("at", "in"):
        return True
    return len({own[0].name for d in drafts if d.leans_on is draft and d.role is Role.PART and (own := own_places(d, drafts, at))}) > 1


def is_of_then(tokens: Tokens, first: int, last: int) -> bool:
    """Something of another time is told among the tokens: "the worst since a raid on", "a year after the flood at"."""
    return any(
        tokens.words[i] == "since" or (tokens.words[i] in ("after", "before") and tokens.words[i - 1] in TIMES) for i in range(first, last)
    )


def own_places(draft: Draft, drafts: list[Draft], at: Setting) -> list[Place]:
    """The places behind a figure in its own clause, before the next figure: "900 in Oru", "9 people died in the town of Oru"."""
    if not at.places:
        return []
    following = next((d.quantity.first for d in drafts if d.quantity.first > draft.quantity.first and not d.is_article), len(at.tokens))
    behind = [p for p in at.places if draft.end <= p.first < following]
    behind = [p for p in behind if not any(is_led(at.tokens, p, d) for d in drafts if d is not draft)]
    behind = [p for p in behind if not is_parted(at.tokens.words[draft.end : p.first]) and at.tokens.word(p.first - 1) not in PARTLY]
    behind = [p for p in behind if not is_of_then(at.tokens, draft.end, p.first) and not is_seat(at.tokens, p, draft)]
    return behind or [p for p in at.places if is_led(at.tokens, p, draft)]


def is_parted(gap: list[str]) -> bool:
    """Another clause begins in between: "killing 9, and triggering raids in Oru"."""
    joined = next((i for i, word in enumerate(gap) if word in ("and", ",", "while", "after", "when", "but")), None)
    return joined is not None and any(is_participle(word) or word in AUXILIARIES or word in SUBORDINATE for word in gap[joined:])


def at_war(at: Setting) -> tuple[str, ...]:
    """Whose war or crisis is told of: "since Norland's war began"; in texts stripped of apostrophes "Norlands war"."""
    tokens = at.tokens
    words = [tokens.words[i] for event in at.events if event.is_open for i in range(event.first, event.noun) if tokens.is_name(i)]
    keys = (countries().get(word.removesuffix("'s")) or countries().get(word[:-1]) for word in words)
    return tuple(dict.fromkeys(key.title() for key in keys if key))


def peoples(at: Setting) -> tuple[str, ...]:
    """Where no place is named, the countries in the adjectives of what happened: "assaults on Norlandish villages"."""
    found = (country_in(at.tokens, e.noun + 1, e.last) for e in at.events)
    return tuple(dict.fromkeys(country.title() for country in found if country))
