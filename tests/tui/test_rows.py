"""Every list row as a pure function: the words it shows at each width."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.tui.sample import Sample
from tracker.model import Anchor, Decision, Hit, Query, Verdict
from tracker.tui.line import plain, width
from tracker.tui.rows import decision_row, figure_row, fitted, interval, number, queue_row, stated
from tracker.tui.saidrows import citation, hit_row, snippet


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1140, 1260, "1,140–1,260"),
        (5, None, "≥ 5"),
        (None, 9, "≤ 9"),
        (3, 3, "3"),
        (None, None, "?"),
        (Decimal("1.50"), Decimal("2"), "1.50–2"),
    ],
)
def test_an_interval_is_written_as_people_write_it(low: int | None, high: int | None, expected: str) -> None:
    assert interval(low, high) == expected


def test_a_fraction_keeps_its_written_precision() -> None:
    assert number(Decimal("12.30")) == "12.30"


@pytest.mark.parametrize("columns", [26, 53, 110])
def test_a_queue_row_tells_relation_spread_and_question(sample: Sample, columns: int) -> None:
    first, second = (plain(row) for row in queue_row(sample.store.queue(Query())[0], columns, marked=True))
    assert "≠" in first and "210–340" in first and "killed" in first and "●" in first
    assert "ferry accident [off" in second


@pytest.mark.parametrize("columns", [53, 70, 110])
def test_a_figure_row_fits_and_says_what_was_stated_and_by_whom(sample: Sample, columns: int) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    (row,) = figure_row(view.rows[0], columns, marked=False, relation=view.pairs[0].relation, origin=1)
    assert width(row) <= columns
    assert "At least 340" in plain(row) and "340–425" in plain(row) and "Ines Okafor" in plain(row)
    (own,) = figure_row(view.rows[1], 110, marked=False)
    assert "own voice" in plain(own) and "Almara Gazette" in plain(own) and "2031-03-04~" in plain(own)


def test_a_withdrawn_decision_says_by_whom() -> None:
    when = dt.datetime(2031, 3, 7, 9, 30)
    decision = Decision(
        Verdict.PREFER, (Anchor("figure", "[sic] 340"),), "rosa", when, "seen", number=7, withdrawn_at=when, withdrawn_by="omar"
    )
    (row,) = decision_row(decision, 120, marked=False)
    assert "prefer" in plain(row) and "[sic] 340" in plain(row) and "withdrawn by omar" in plain(row)


def test_a_hit_lights_what_was_searched(sample: Sample) -> None:
    statement = next(hit.statement for hit in sample.store.search(Query(speakers=("s-okafor",))))
    hit = Hit(statement, sample.store.headings(Query())[0], "the first number", ((4, 9),), variants=2)
    assert [run.text for run in snippet(hit, 80) if run.role == "match"] == ["first"]
    head, words = (plain(row) for row in hit_row(hit, 80, marked=False))
    assert "3 wordings" in head and "the first number" in words


def test_what_is_searched_is_seen_however_long_the_statement(sample: Sample) -> None:
    statement = next(hit.statement for hit in sample.store.search(Query(speakers=("s-okafor",))))
    words = "word " * 60 + "anchor"
    seen = plain(snippet(Hit(statement, sample.store.headings(Query())[0], words, ((300, 306),)), 60))
    assert seen.startswith("…") and "anchor" in seen[:60]


def test_a_citation_names_all_that_is_known(sample: Sample) -> None:
    assert citation("Quite.", "Ines Okafor", sample.articles["post"]) == (
        "“Quite.”, Ines Okafor, “Ferry sinks off Port Almara”, Harbour Post, 2031-03-04, https://post.example/1"
    )


def test_a_number_is_never_cut_but_told_shorter(sample: Sample) -> None:
    toll = sample.figures["340"]
    assert stated(toll, 12) == "At least 340" and stated(toll, 8) == "≥ 340" and stated(sample.figures["210"], 6) == "≈ 210"
    assert fitted((200_000, 300_000), 11) == "200k–300k" and fitted((None, 1_250_000), 8) == "≤ 1.25m" and fitted((7, 7), 3) == "7"
    view = sample.store.claim_view("c-dead")
    assert view
    for columns in range(40, 170, 7):
        shown = "".join(run.text for run in figure_row(view.rows[0], columns, False)[0])
        assert "340" in shown and "425" in shown, columns
