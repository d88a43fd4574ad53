"""Claims: sets of figures that answer one question, their names, and what they bear."""

from __future__ import annotations

import datetime as dt

from tests.compare.making import DAY, entry, figure
from tracker.compare import claims, prepare, relate
from tracker.model import Article, Entry, Reading, Relation, Role, Span

PORT = {"place": "Port Elm", "event": "blast at the harbour", "event_words": ("blast", "harbour"), "event_day": DAY}


def test_linked_figures_are_one_claim_and_the_rest_claims_of_their_own() -> None:
    entries = [entry("20", **PORT), entry("55", outlet="Herald", **PORT), entry("7", metric="missing", **PORT)]
    found = claims(entries, relate(entries, ()))
    assert [len(claim.figures) for claim in found] == [2, 1]
    assert [claim.relation for claim in found] == [Relation.CONFLICT, None]


def test_a_claim_bears_the_most_serious_relation() -> None:
    later = DAY + dt.timedelta(days=2)
    entries = [entry("20", **PORT), entry("20", outlet="Herald", **PORT), entry("55", day=later, **PORT)]
    (claim,) = claims(entries, relate(entries, ()))
    assert claim.relation is Relation.REVISION
    assert (claim.low, claim.high, claim.best) == (20, 55, None)


def test_figures_are_in_order_of_their_day_and_the_first_gives_the_identity() -> None:
    later = entry("55", day=DAY + dt.timedelta(days=2), **PORT)
    first = entry("20", **PORT)
    (claim,) = claims([later, first], relate([later, first], ()))
    assert claim.figures == (first.figure.id, later.figure.id)
    assert claim.id == claims([first, later], relate([first, later], ()))[0].id


def test_a_claim_is_named_by_measure_event_place_and_day() -> None:
    (claim,) = claims([entry("20", population="dock workers", **PORT)], ())
    assert claim.name == "killed, dock workers — blast at the harbour, Port Elm, 6 May 2031"


def test_a_claim_without_event_is_named_by_its_article() -> None:
    (claim,) = claims([entry("20")], ())
    assert claim.name == "killed — Blast at Port Elm harbour"


def test_no_figures_make_no_claims() -> None:
    assert claims([], ()) == ()


def reading(whole: str, part: str, **more: object) -> Reading:
    first = figure(whole)
    return Reading(Article("…", id="a"), figures=(first, figure(part, role=Role.PART, part_of=first.number, **more)))


def test_a_part_greater_than_its_whole_is_a_finding_on_the_part() -> None:
    read = prepare(reading("20", "30"))
    (finding,) = read.findings
    assert (finding.code, finding.span) == ("impossible_sum", read.figures[1].span)
    assert prepare(read) == read


def test_parts_that_fit_or_cannot_be_judged_are_no_finding() -> None:
    for whole, part in (("20", "20"), ("at least 20", "30"), ("20", "dozens"), ("1,000", "1,030")):
        assert prepare(reading(whole, part)).findings == (), (whole, part)
    assert prepare(Reading(Article("…"), figures=(figure("30", role=Role.PART, part_of=Span(5000, 5001)),))).findings == ()


def test_many_figures_of_one_claim_stay_quick_to_count() -> None:
    entries: list[Entry] = [entry("20", outlet=f"Courier {n}", speaker=f"speaker {n}", **PORT) for n in range(120)]
    (claim,) = claims(entries, relate(entries, ()))
    assert claim.origins == 120
