"""Origins: agency credits, reprints, speakers whom several outlets report."""

from __future__ import annotations

import itertools
import random

import pytest

from tests.compare.making import entry
from tracker.compare import claims, origins, relate
from tracker.compare.components import components
from tracker.model import Article, Relation

STORY = " ".join(f"Crew number {n} carried lamp {n * 7} across bridge {n * 3} towards shelter {n + 40} before dawn." for n in range(60))
OTHER = " ".join(f"Committee {n} discussed tariff {n * 5} with delegate {n * 2} after lunch in room {n + 9}." for n in range(60))


@pytest.mark.parametrize(
    ("name", "article", "key"),
    [
        ("byline", Article("Text.", authors=("Reuters",)), "reuters"),
        ("byline of a person", Article("Text.", authors=("Ana Ruiz",)), None),
        ("dateline", Article("PORT ELM (AP) — The harbour burned."), "ap"),
        ("last words", Article("The harbour burned. --AFP"), "afp"),
        ("last line", Article("The harbour burned.\n\nSource: Xinhua"), None),
        ("an agency that helped", Article("The harbour burned.\n\nReuters contributed to this report."), None),
        ("an agency as outlet", Article("The harbour burned.", outlet="Associated Press"), "ap"),
        ("no credit", Article("The harbour burned."), None),
    ],
)
def test_the_agency_is_read_from_byline_dateline_and_last_words(name: str, article: Article, key: str | None) -> None:
    assert origins.credited(article) == key, name


def test_a_shortened_copy_is_a_reprint_and_another_text_is_not() -> None:
    whole, half, other = (origins.sketch(text) for text in (STORY, STORY[: len(STORY) // 2], OTHER))
    assert origins.containment(whole, half) > 0.9
    assert origins.containment(whole, other) < 0.1
    assert origins.containment(whole, origins.sketch("Too short.")) == 0


def test_reprints_count_as_one_origin() -> None:
    entries = [entry("40", outlet=outlet, text=STORY, place="Port Elm") for outlet in ("Courier", "Herald", "Gazette")]
    pairs = relate(entries, ())
    (claim,) = claims(entries, pairs)
    assert {pair.relation for pair in pairs} == {Relation.ECHO}
    assert claim.origins == 1 and claim.relation is Relation.ECHO


def test_a_speaker_in_two_outlets_is_one_origin_and_two_speakers_are_two() -> None:
    one = [entry("40", outlet=outlet, place="Port Elm", speaker="the mayor") for outlet in ("Courier", "Herald")]
    two = [*one, entry("40", outlet="Gazette", place="Port Elm", speaker="the coroner")]
    assert claims(one, relate(one, ()))[0].origins == 1
    assert claims(two, relate(two, ()))[0].origins == 2


def test_words_that_every_text_repeats_make_no_reprint_and_near_copies_are_one_through_others() -> None:
    repeated = tuple(range(8))
    sketches = {f"own {n}": tuple(sorted((*repeated, *range(100 * n, 100 * n + 20)))) for n in range(1, 6)}
    sketches |= {"first": tuple(range(1000, 1020)), "shorter": tuple(range(1008, 1020)), "same": tuple(range(1000, 1020))}
    sketches |= {"grown": (*range(1000, 1012), *range(2000, 2030)), "too short": (1, 2, 3)}
    found = components(sketches, origins.reprints(tuple(sketches.items())))
    assert [group for group in found if len(group) > 1] == [["first", "shorter", "same", "grown"]]


@pytest.mark.parametrize("most", (0, 60))
def test_texts_met_again_and_again_are_looked_up_and_compared_once_and_told_as_all_at_once(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """most — new texts up to which each is compared with every other."""
    monkeypatch.setattr(origins, "FEW", most)
    source, asked = random.Random(6), list[str]()
    sketches = {f"text {n}": tuple(sorted(source.sample(range(60), 25))) for n in range(40)}
    share = origins.margins().reprint_containment
    one = {(a, b) for a, b in itertools.permutations(sketches, 2) if len({*sketches[a]} & {*sketches[b]}) >= share * 25}
    assert 4 < len(one) < 400
    copies = origins.Copies(lambda texts: asked.extend(texts) or sketches)
    for _ in range(12):
        few = source.sample(sorted(sketches), 12)
        told = copies.among(few[:3], few[3:])
        wanted = {frozenset(pair) for pair in one if {*pair} <= {*few} and not {*pair}.isdisjoint(few[:3])}
        within = {frozenset(pair) for pair in one if {*pair} <= {*few}}
        assert (wanted if most else set()) <= {frozenset(pair) for pair in told} <= within
        joined = components(few, told)
        assert all(any({*pair} <= {*held} for held in joined) for pair in wanted)
    assert len(asked) == len(set(asked))
