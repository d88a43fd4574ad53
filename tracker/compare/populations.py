"""Who is counted, as far as it tells two counts apart: classes of people and things, by the words of data/populations.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from tracker.compare import words
from tracker.model import Figure, Role


@dataclass(frozen=True, slots=True)
class Populations:
    """whole — words for people of no class; dead — those of them that say no more than that they are dead; parts — classes that part a
    count of people; kin — those of them by sex and age; broad — those that a noun of no class may be another name of; class_of — head
    noun → class; saying — word before it → class; things — classes of no persons; disjoint — pairs of classes with nothing in common;
    overlapping — those that may be one; metrics — those that count people.
    """

    whole: frozenset[str]
    dead: frozenset[str]
    kin: frozenset[str]
    parts: frozenset[str]
    broad: frozenset[str]
    class_of: dict[str, str]
    saying: dict[str, str]
    things: frozenset[str]
    disjoint: frozenset[frozenset[str]]
    overlapping: frozenset[frozenset[str]]
    metrics: frozenset[str]

    def are_one(self, a: str, b: str) -> bool:
        """ "Shoppers" are civilians, and "comrades" may be rebels: one word is of a broad class, the other of none, and no word for all;
        "personnel" may be police or soldiers.
        """
        if frozenset((a, b)) in self.overlapping:
            return True
        named = {*self.class_of.values(), *self.whole, REST}
        return any(one in self.broad and other not in named for one, other in ((a, b), (b, a)))


@cache
def populations() -> Populations:
    data, metrics = (tomllib.loads(resources.files("tracker").joinpath(f"data/{name}.toml").read_text("utf-8")) for name in DATA)
    return Populations(
        frozenset(data["whole"].split()),
        frozenset(data["dead"].split()),
        frozenset(data["kin"].split()),
        frozenset((*data["parts"].split(), REST)),
        frozenset(data["broad"].split()),
        by_word(data["classes"]),
        by_word(data["saying"]),
        frozenset(data["things"].split()),
        pairs_of(data["disjoint"]),
        pairs_of(data["overlapping"]),
        frozenset(name for name, table in metrics.items() if table.get("people") or table.get("counted") == "people"),
    )


def pairs_of(table: dict[str, list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset((name, other)) for name, others in table.items() for other in others)


def by_word(table: dict[str, str]) -> dict[str, str]:
    return {word: name for name, words in table.items() for word in words.split()}


DATA = ("populations", "metrics")
REST = "rest"
"""The class of a breakdown that does not say of whom."""


def population(figure: Figure) -> str | None:
    """The class of who or what is counted, else the noun; None where not said."""
    return class_of((figure.scope.population or "").casefold()) or (REST if figure.role == Role.PART else None)


@lru_cache(maxsize=10_000)
def class_of(phrase: str) -> str | None:
    terms, known = phrase.split(), populations()
    named = [known.saying[word] for word in terms[:-1] if word in known.saying]
    named += [known.class_of[word] for word in reversed(terms) if word in known.class_of]
    surely = (name for name in named if name != "officers")
    return next(surely, named[0] if named else terms[-1] if terms else None)


def nation(figure: Figure) -> frozenset[str]:
    """The country whose people are counted: "12 of the dead were Maltese", "12 Maltese pilgrims"."""
    return words.folded((figure.scope.side or figure.scope.population or "",)) & words.country_stems()
