"""Origins: agency credits, reprints, speakers whom several outlets report."""

from __future__ import annotations

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
