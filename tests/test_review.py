"""Every verdict, what follows from it, and that undoing it leaves no trace."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.making import reading, state, store_reading
from tracker import history, review, search
from tracker.errors import QueryError
from tracker.model import Anchor, ClaimView, Kind, Query, Ready, Relation, Span, Verdict
from tracker.store import open_store
from tracker.store.base import Store

BEACON = reading("Beacon", ("Ana Ruiz", 40))
GAZETTE = reading("Gazette", ("Tomas Weld", 90))
HERALD = reading("Herald", ("Lena Okafor", 90))
LOW, HIGH, ALSO_HIGH = (made.figures[0].id for made in (BEACON, GAZETTE, HERALD))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "case.db")
    for one in (BEACON, GAZETTE, HERALD):
        store_reading(made, one)
    yield made
    made.close()


def view_of(store: Store, figure: str = LOW) -> ClaimView:
    claim = store.claim_of(figure)
    assert claim is not None
    view = store.claim_view(claim.id)
    assert view is not None
    return view


def test_figures_that_cannot_all_hold_await_a_person(store: Store) -> None:
    (row,) = review.queue(store)
    assert (row.state, row.claim.relation, row.claim.low, row.claim.high) == ("open", Relation.CONFLICT, 40, 90)
    assert set(row.claim.figures) == {LOW, HIGH, ALSO_HIGH}


def test_the_preferred_figure_is_best_and_the_claim_decided(store: Store) -> None:
    review.judge(store, Verdict.PREFER, [HIGH], "ana", "the ministry has lists")
    view = view_of(store)
    assert (view.state, view.claim.best, view.claim.low, view.claim.high) == ("decided", 90, 40, 90)
    assert view.decisions[0].reason == "the ministry has lists"


def test_a_figure_that_comes_later_and_cannot_hold_opens_a_decided_claim(store: Store) -> None:
    review.judge(store, Verdict.PREFER, [HIGH], "ana")
    store_reading(store, reading("Ledger", ("Samira Noor", 300)))
    assert view_of(store).state == "open"


def test_a_range_is_decided_without_a_best(store: Store) -> None:
    review.judge(store, Verdict.RANGE, [LOW], "ana")
    assert (view_of(store).state, view_of(store).claim.best) == ("decided", None)


def test_unsure_leaves_it_pending(store: Store) -> None:
    review.judge(store, Verdict.UNSURE, [LOW], "ana")
    assert view_of(store).state == "pending"


@pytest.mark.parametrize("verdict", [Verdict.REVISION, Verdict.RUNNING_TOTAL, Verdict.ECHO])
def test_a_verdict_on_a_pair_takes_the_place_of_its_relation(store: Store, verdict: Verdict) -> None:
    review.judge(store, verdict, [HIGH, LOW], "ana", "said so himself")
    (pair,) = [pair for pair in view_of(store).pairs if {pair.a, pair.b} == {HIGH, LOW}]
    assert pair.relation == verdict.value
    assert pair.reason.startswith("ana judged them ")
    assert pair.reason.endswith(": said so himself")


def test_distinct_figures_part_and_are_never_asked_again(store: Store) -> None:
    review.judge(store, Verdict.DISTINCT, [LOW], "ana")
    assert view_of(store).claim.figures == (LOW,)
    assert set(view_of(store, HIGH).claim.figures) == {HIGH, ALSO_HIGH}
    store_reading(store, reading("Ledger", ("Samira Noor", 90)))
    assert LOW not in view_of(store, HIGH).claim.figures


def test_a_split_parts_some_figures_from_the_rest(store: Store) -> None:
    review.split(store, [HIGH, ALSO_HIGH], "ana")
    assert view_of(store).claim.figures == (LOW,)
    assert set(view_of(store, HIGH).claim.figures) == {HIGH, ALSO_HIGH}


def test_an_origin_is_split_by_a_person_and_the_claim_stays_one(store: Store) -> None:
    again = store_reading(store, reading("Ledger", ("Tomas Weld", 90), lead="Again. ")).figures[0].id
    before = view_of(store)
    origin = {row.figure.id: row.origin for row in before.rows}
    assert origin[HIGH] == origin[again] and before.claim.origins == 3
    assert relation_of(before, HIGH, again) is Relation.ECHO
    decision = review.judge(store, Verdict.SPLIT_ORIGIN, [again], "ana", "he spoke twice")
    after = view_of(store)
    origin = {row.figure.id: row.origin for row in after.rows}
    assert origin[HIGH] != origin[again] and after.claim.origins == 4
    assert relation_of(after, HIGH, again) is Relation.CORROBORATES
    assert (set(after.claim.figures), after.state) == (set(before.claim.figures), "open")
    history.undo(store, "ana")
    assert view_of(store) == dataclasses.replace(before, decisions=(dataclasses.replace(store.decision(decision.number)),))  # type: ignore[type-var,arg-type]


def test_who_holds_it_an_echo_is_not_overruled(store: Store) -> None:
    again = store_reading(store, reading("Ledger", ("Tomas Weld", 90), lead="Again. ")).figures[0].id
    review.judge(store, Verdict.ECHO, [HIGH, again], "ben")
    review.judge(store, Verdict.SPLIT_ORIGIN, [again], "ana")
    assert view_of(store).claim.origins == 3


def test_an_origin_of_one_figure_cannot_be_split(store: Store) -> None:
    with pytest.raises(QueryError, match="no other figure"):
        review.judge(store, Verdict.SPLIT_ORIGIN, [LOW], "ana")


def relation_of(view: ClaimView, a: str, b: str) -> Relation:
    return next(pair.relation for pair in view.pairs if {pair.a, pair.b} == {a, b})


def test_two_claims_joined_stand_as_their_numbers_say(store: Store) -> None:
    other = store_reading(store, reading("Ledger", ("Samira Noor", 40), place="Halden")).figures[0].id
    review.join(store, view_of(store).claim.id, view_of(store, other).claim.id, "ana")
    view = view_of(store)
    assert set(view.claim.figures) == {LOW, HIGH, ALSO_HIGH, other}
    assert {pair.relation for pair in view.pairs if {pair.a, pair.b} == {LOW, other}} == {Relation.CORROBORATES}
    assert {pair.relation for pair in view.pairs if {pair.a, pair.b} == {HIGH, other}} == {Relation.CONFLICT}


def test_an_extraction_error_is_taken_out_everywhere(store: Store) -> None:
    review.delete(store, BEACON.figures[0], "ana")
    assert set(view_of(store, HIGH).claim.figures) == {HIGH, ALSO_HIGH}
    assert store.claim_of(LOW) is None
    shown = store.article_view(BEACON.article.id)
    assert shown is not None
    assert shown.figures == ()


def test_low_best_high_and_name_are_set_by_a_person(store: Store) -> None:
    claim = view_of(store).claim.id
    for which, value in (("low", "35"), ("best", "88"), ("high", "1,200.5")):
        review.set_number(store, claim, which, value, "ana")
    review.on_claim(store, claim, Verdict.RENAME_CLAIM, "ana", value="dead at the harbour")
    claimed = view_of(store).claim
    assert (claimed.low, claimed.best, str(claimed.high), claimed.name) == (35, 88, "1200.5", "dead at the harbour")


def test_two_who_disagree_are_shown_and_the_lead_settles_it(store: Store) -> None:
    review.judge(store, Verdict.PREFER, [HIGH], "ana")
    review.judge(store, Verdict.PREFER, [LOW], "ben")
    assert (view_of(store).state, view_of(store).claim.best) == ("disputed", None)
    store.save_setting("lead", "kim")
    review.judge(store, Verdict.PREFER, [LOW], "kim")
    assert (view_of(store).state, view_of(store).claim.best) == ("decided", 40)


def test_a_dispute_ends_when_one_withdraws(store: Store) -> None:
    review.judge(store, Verdict.REVISION, [HIGH, LOW], "ana")
    review.judge(store, Verdict.DISTINCT, [HIGH, LOW], "ben")
    assert view_of(store).state == "disputed"
    history.undo(store, "ben")
    assert view_of(store).state != "disputed"


def test_one_speaker_under_two_names_is_joined_and_parted_again(store: Store) -> None:
    before = state(store)
    review.speakers(store, Verdict.SAME_SPEAKER, ["Ana Ruiz", "Lena Okafor"], "ana")
    hits = search.quotes(store, Query(speakers=("Ana Ruiz",)))
    assert {hit.statement.speaker for hit in hits.rows} == {"Ana Ruiz"}
    assert hits.total == 2
    assert "Lena Okafor" not in [speaker.name for speaker in store.speakers()]
    history.undo(store, "ana")
    assert state(store) == before


def test_a_speaker_is_renamed_and_marked_unnamed(store: Store) -> None:
    review.speakers(store, Verdict.RENAME_SPEAKER, ["Ana Ruiz"], "ana", value="Ana María Ruiz")
    assert "Ana María Ruiz" in [speaker.name for speaker in store.speakers()]
    review.speakers(store, Verdict.UNNAMED_SPEAKER, ["Tomas Weld"], "ana")
    assert "Tomas Weld" not in [speaker.name for speaker in store.speakers()]


def test_a_statement_is_credited_to_another(store: Store) -> None:
    review.credit(store, BEACON.statements[0], "Jan Broek", "ana")
    shown = store.article_view(BEACON.article.id)
    assert shown is not None
    assert (shown.statements[0].speaker, shown.figures[0].speaker) == ("Jan Broek", "Jan Broek")
    assert search.quotes(store, Query(speakers=("Jan Broek",))).total == 1
    review.credit(store, BEACON.statements[0], "", "ana")
    shown = store.article_view(BEACON.article.id)
    assert shown is not None
    assert shown.statements[0].speaker is None


def test_a_statement_and_a_figure_are_made_by_hand(store: Store) -> None:
    text = BEACON.article.text
    span = Span(0, text.index("\n"))
    review.add_statement(store, BEACON.article.id, span, "ana", "Jan Broek", Kind.DIRECT)
    review.add_figure(store, BEACON.article.id, Span(0, 5), "ana", 7, 7, "injured")
    shown = store.article_view(BEACON.article.id)
    assert shown is not None
    made = [value for value in (*shown.statements, *shown.figures) if value.by_hand]
    assert [(type(value).__name__, value.speaker) for value in made] == [("Statement", "Jan Broek"), ("Figure", None)]
    assert search.quotes(store, Query(words="harbour", kinds=("direct",))).total == 1


def test_words_that_are_not_in_the_article_are_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="there are no words at 5 to 99999"):
        review.add_statement(store, BEACON.article.id, Span(5, 99999), "ana")


def test_an_outlet_is_graded(store: Store) -> None:
    review.grade(store, "Beacon", "b", "ana")
    assert {outlet.name: outlet.grade for outlet in store.outlets()}["Beacon"] == "B"
    assert {row.heading.outlet: row.grade for row in view_of(store).rows}["Beacon"] == "B"
    with pytest.raises(QueryError):
        review.grade(store, "Beacon", "Z", "ana")


VERDICTS = [
    ("prefer", lambda s: review.judge(s, Verdict.PREFER, [HIGH], "ana")),
    ("distinct", lambda s: review.judge(s, Verdict.DISTINCT, [LOW, HIGH], "ana")),
    ("revision", lambda s: review.judge(s, Verdict.REVISION, [HIGH, LOW], "ana")),
    ("split", lambda s: review.split(s, [HIGH], "ana")),
    ("extraction error", lambda s: review.delete(s, BEACON.figures[0], "ana")),
    ("delete", lambda s: review.delete(s, BEACON.statements[0], "ana")),
    ("set speaker", lambda s: review.credit(s, BEACON.statements[0], "Tomas Weld", "ana")),
    ("add statement", lambda s: review.add_statement(s, BEACON.article.id, Span(0, 5), "ana")),
    ("add figure", lambda s: review.add_figure(s, BEACON.article.id, Span(0, 5), "ana", 1, 1, "killed")),
    ("replace a figure", lambda s: review.add_figure(s, BEACON.article.id, BEACON.figures[0].span, "ana", 44, 44, "killed")),
    ("grade", lambda s: review.grade(s, "Beacon", "A", "ana")),
    ("rename", lambda s: review.speakers(s, Verdict.RENAME_SPEAKER, ["Ana Ruiz"], "ana", value="A. Ruiz")),
    ("set high", lambda s: review.set_number(s, view_of(s).claim.id, "high", "100", "ana")),
]


@pytest.mark.parametrize(("name", "act"), VERDICTS, ids=[name for name, _ in VERDICTS])
def test_undoing_leaves_no_trace_and_redoing_brings_it_back(store: Store, name: str, act: Any) -> None:
    before = state(store)
    decision = act(store)
    after = state(store)
    assert after != before
    assert history.undo(store, "ana") == dataclasses.replace(store.decision(decision.number), withdrawn_by="ana")  # type: ignore[type-var]
    assert state(store) == before
    history.redo(store, "ana")
    assert state(store) == after


def test_one_decision_in_the_middle_is_undone_and_its_dependents_are_named(store: Store) -> None:
    first = review.judge(store, Verdict.REVISION, [HIGH, LOW], "ana")
    second = review.judge(store, Verdict.PREFER, [HIGH], "ana")
    assert [decision.number for decision in history.dependents(store, first.number)] == [second.number]
    history.undo(store, "ana", first.number)
    assert view_of(store).claim.best == 90
    assert [decision.stands for decision in history.log(store)] == [True, False]


def test_nothing_to_undo_is_none(store: Store) -> None:
    assert history.undo(store, "ana") is None
    assert history.redo(store, "ana") is None
    assert history.undo(store, "ana", 99) is None


def test_a_log_replayed_on_a_fresh_database_comes_to_the_same(store: Store, tmp_path: Path) -> None:
    for _, act in VERDICTS:
        act(store)
    history.undo(store, "ana", 3)
    lines = list(history.export_log(store))
    fresh = open_store(tmp_path / "fresh.db")
    for one in (BEACON, GAZETTE, HERALD):
        store_reading(fresh, one)
    assert all(not isinstance(found, QueryError) for found in history.replay(fresh, lines))
    assert list(history.export_log(fresh)) == lines
    assert state(fresh) == state(store)
    assert [o for o in history.replay(fresh, [*lines, "no json", "{}"]) if isinstance(o, QueryError)]
    assert list(history.export_log(fresh)) == lines


def test_a_log_replayed_before_the_articles_come_is_orphaned_until_they_do(store: Store, tmp_path: Path) -> None:
    review.judge(store, Verdict.PREFER, [HIGH], "ana")
    review.speakers(store, Verdict.SAME_SPEAKER, ["Ana Ruiz", "Lena Okafor"], "ana")
    fresh = open_store(tmp_path / "fresh.db")
    list(history.replay(fresh, history.export_log(store)))
    assert len(history.orphans(fresh)) == 1
    for one in (BEACON, GAZETTE, HERALD):
        store_reading(fresh, one)
    assert history.orphans(fresh) == []
    assert state(fresh) == state(store)


def test_a_decision_on_what_is_not_stored_is_refused(store: Store) -> None:
    with pytest.raises(QueryError):
        review.decide(store, Verdict.PREFER, [Anchor("figure", "12", "nowhere", 0, 2)], "ana")
    with pytest.raises(QueryError):
        review.judge(store, Verdict.PREFER, ["nothing"], "ana")
    with pytest.raises(QueryError):
        review.speakers(store, Verdict.SAME_SPEAKER, ["Nobody", "Ana Ruiz"], "ana")


def test_an_anchor_follows_its_words_to_a_span_that_overlaps(store: Store) -> None:
    figure = GAZETTE.figures[0]
    review.judge(store, Verdict.PREFER, [HIGH], "ana")
    better = dataclasses.replace(figure, span=Span(figure.span.start, figure.span.end + 7), number=figure.span)
    moved = dataclasses.replace(GAZETTE, figures=(dataclasses.replace(better, kind=figure.kind),))
    heading = store.headings(Query(articles=(GAZETTE.article.id,)))[0]
    store.replace_readings([Ready(moved, heading)])
    store.reanchor(GAZETTE.article.id)
    assert [ruling.targets[0] for ruling in store.rulings([moved.figures[0].id])] == [moved.figures[0].id]
