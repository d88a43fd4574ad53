"""What a report knows before its first line is not held, however much it is."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.report.sample import CLAIM, DOSSIER, HEADINGS, PAIRS, ROWS
from tracker.model import ClaimView, Dossier, Relation, Run
from tracker.report import attribution, ordering
from tracker.report.aside import Cited, Numbers, Titles


def test_keys_are_numbered_in_their_order() -> None:
    found = Numbers(iter(("c", "a", "ü")))
    assert dict(found) == {"c": 1, "a": 2, "ü": 3}
    assert ("a" in found, "b" in found, len(found)) == (True, False, 3)
    with pytest.raises(KeyError):
        found["b"]


def test_titles_come_again_as_often_as_they_are_asked_for() -> None:
    found = Titles()
    for title in (("a", Relation.CONFLICT), ("a", None), ("'", Relation.ECHO)):
        found.add(*title)
    assert list(found) == list(found) == [("a", Relation.CONFLICT), ("a", None), ("'", Relation.ECHO)]
    assert (len(found), ("a", None) in found, ("b", None) in found) == (3, True, False)


def test_a_claim_cites_an_article_once() -> None:
    found = Cited()
    for claim in (2, 10, 2):
        found.add("a1", claim)
    assert (found.of("a1"), found.of("a2")) == ([2, 10], [])


def large(size: int) -> Dossier:
    """As many claims, each of an article of its own, made when they are asked for."""

    def views() -> Iterator[ClaimView]:
        for n in range(size):
            rows = tuple(replace(row, heading=replace(row.heading, id=f"{n:032}")) for row in ROWS)
            yield ClaimView(replace(CLAIM, name=f"killed — ferry {n}"), "open", rows, PAIRS, ())

    headings = Run(lambda: (replace(HEADINGS["a1"], id=f"{n:032}") for n in range(size)))
    return replace(DOSSIER, claims=Run(views), headings=headings, variants=(), findings=(), statements=())


def most_held(size: int) -> int:
    """At any of some moments, of what cannot be given back."""
    tracemalloc.start()
    found = []
    for number, _ in enumerate(attribution.chunks("report.md.j2", large(size), "claim", attribution.NONE, None)):
        if number % 40 == 0:
            gc.collect()
            found.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    assert found
    return max(found)


def test_twice_the_claims_and_articles_are_written_in_the_same_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "HELD", 100)
    most_held(20)
    few, many = most_held(300), most_held(600)
    assert many < few + 300 * 100, (few, many)
