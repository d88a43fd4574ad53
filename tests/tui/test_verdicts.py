"""Judging: one key writes a decision and moves on; every one can be undone."""

from __future__ import annotations

import pytest

from tests.tui.driving import LARGE, desk
from tests.tui.sample import Sample
from tracker import history, review
from tracker.model import Verdict
from tracker.tui.desk import Settings
from tracker.tui.narrowing import EVERYTHING, remembered
from tracker.tui.verdicts import meant


def decisions(sample: Sample) -> list[tuple[str, str]]:
    return [(d.verdict.value, d.anchors[0].words) for d in history.log(sample.store) if d.stands]


@pytest.mark.parametrize(
    ("key", "verdict"),
    [
        ("a", "prefer"),
        ("r", "range"),
        ("u", "unsure"),
        ("t", "running_total"),
        ("R", "revision"),
        ("e", "echo"),
        ("d", "split_claim"),
        ("x", "extraction_error"),
    ],
)
async def test_one_key_writes_the_verdict_and_the_desk_says_so(sample: Sample, key: str, verdict: str) -> None:
    async with desk(sample.store) as person:
        await person.press(key)
        (made,) = history.log(sample.store)
        assert (made.verdict.value, made.reviewer) == (verdict, "rosa")
        assert person.sees("z undoes.")


async def test_after_a_verdict_the_next_claim_is_in_focus_and_the_judged_one_is_gone(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("a")
        assert person.sees("1 to judge") and person.sees("↗ running total") and not person.sees("210–340")
        await person.press("r")
        assert person.sees("Nothing to judge.")
        assert decisions(sample) == [("range", "Forty"), ("prefer", "At least 340")]


async def test_undo_brings_the_claim_back_and_redo_takes_it_away(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("a", "z")
        assert person.sees("2 to judge") and person.sees("Undone: prefer — At least 340") and decisions(sample) == []
        await person.press("Z")
        assert person.sees("1 to judge") and decisions(sample) == [("prefer", "At least 340")]
        await person.press("ctrl+z", "ctrl+z")
        assert person.sees("Nothing of yours to undo.")


async def test_the_figure_in_focus_is_the_preferred_one_and_becomes_the_best(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("enter", "j", "a")
        assert decisions(sample) == [("prefer", "Around 210")]
        claim = sample.store.claim_of(sample.figures["210"].id)
        assert claim and claim.best == 210


async def test_a_reason_goes_with_the_next_verdict_and_no_other(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("c")
        await person.type("the register [/] is signed")
        await person.press("enter")
        assert person.sees("reason: the register [/] is signed")
        await person.press("u")
        assert not person.sees("reason:")
        await person.press("j", "u")
        assert [d.reason for d in history.log(sample.store)] == ["", "the register [/] is signed"]


async def test_marked_claims_are_all_judged_by_one_key(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("space", "space")
        assert person.sees("2 claims marked")
        await person.press("a")
        assert person.sees("Prefer names one figure") and decisions(sample) == []
        await person.press("u")
        assert len(decisions(sample)) == 2 and not person.sees("marked")


async def test_escape_takes_the_marks_away(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("v", "j", "v")
        assert person.sees("2 claims marked")
        await person.press("escape")
        assert not person.sees("marked")


async def test_a_figure_can_be_split_off_and_the_claims_joined_again(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("enter", "j", "space", "S")
        one, other = (sample.store.claim_of(sample.figures[name].id) for name in ("210", "340"))
        assert one and other and one.id != other.id
        await person.press("z")
        one, other = (sample.store.claim_of(sample.figures[name].id) for name in ("210", "340"))
        assert one and other and one.id == other.id


async def test_a_figure_is_given_an_origin_of_its_own_and_its_claim_stays_one(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [sample.figures[name].id for name in ("210", "340")]
    monkeypatch.setattr(review, "of_one_origin", lambda store, figure: ids)
    async with desk(sample.store, size=LARGE) as person:
        await person.click(*person.find("Around 210"))
        await person.press("O")
        assert decisions(sample)[0] == ("split_origin", "Around 210") and person.sees("1 of another origin. z undoes.")
        one, other = (sample.store.claim_of(sample.figures[name].id) for name in ("210", "340"))
        assert one and other and one.id == other.id


async def test_a_figure_that_shares_its_origin_with_no_other_is_left_as_it_is(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("enter", "O")
        assert decisions(sample) == [] and person.sees("no other figure of the claim comes from the same origin")


async def test_two_claims_are_joined_by_mark_and_key(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("M")
        assert person.sees("Mark the other claim")
        await person.press("space", "M")
        one, other = (sample.store.claim_of(sample.figures[name].id) for name in ("210", "40"))
        assert one and other and one.id == other.id


async def test_low_best_and_high_are_chosen_or_typed(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("b")
        assert person.sees("best = 340")
        await person.press("enter")
        await person.press("b")
        await person.type("low 200")
        await person.press("enter")
        claim = sample.store.claim_of(sample.figures["340"].id)
        assert claim and (claim.best, claim.low) == (340, 200)
        assert person.sees("200–340 best 340")


async def test_facets_narrow_the_queue_and_escape_widens_it(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("f")
        assert person.sees("metric: injured") and person.sees("relation: conflict")
        await person.type("injured")
        await person.press("enter")
        assert person.sees("1 to judge · filtered") and person.sees("↗ running total")
        await person.press("escape")
        assert person.sees("2 to judge")


async def test_the_filter_is_there_next_time(sample: Sample) -> None:
    async with desk(sample.store) as person:
        await person.press("f")
        await person.type("injured")
        await person.press("enter", "q")
    async with desk(sample.store) as person:
        assert person.sees("1 to judge · filtered") and person.sees("↗ running total")


def test_a_session_that_cannot_be_read_shows_everything() -> None:
    assert remembered({"chosen": 7}) == remembered({"chosen": [["metric"]]}) == remembered({"chosen": [["colour", "red"]]}) == EVERYTHING


async def test_decided_claims_are_shown_when_asked_for(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("a", "/")
        await person.type("state:decided")
        await person.press("enter")
        assert person.sees("✓≠ 210–340 best 340") and person.sees("✓ prefer At least 340 — rosa")


async def test_two_reviewers_who_disagree_are_shown_as_disputed(sample: Sample) -> None:
    ids = [sample.figures[name].id for name in ("340", "210", "338")]
    review.judge(sample.store, Verdict.PREFER, ids, "omar")
    async with desk(sample.store, size=LARGE, settings=Settings("rosa")) as person:
        await person.press("/")
        await person.type("state:decided")
        await person.press("enter", "enter", "j", "a")
        await person.press("escape", "escape")
        assert person.sees("!≠ 210–340")
        await person.press("k", "k")
        assert person.sees("omar: prefer At least 340") and person.sees("rosa: prefer Around 210")


async def test_a_line_of_the_log_is_undone_and_what_rests_on_it_is_shown_first(sample: Sample) -> None:
    async with desk(sample.store, size=LARGE) as person:
        await person.press("b", "enter", "a", "6")
        assert person.sees("2 decisions, newest first") and person.sees("set best")
        await person.press("j", "z")
        assert person.sees("Later decisions rest on this one")
        await person.press("escape")
        assert len(decisions(sample)) == 2
        await person.press("z", "enter")
        assert decisions(sample) == [("prefer", "At least 340")]
        assert person.sees("withdrawn by rosa")
        await person.press("Z")
        assert len(decisions(sample)) == 2


async def test_a_join_of_speakers_is_judged_by_one_key_and_never_asked_again(sample: Sample) -> None:
    async with desk(sample.store, "speakers") as person:
        await person.press("n")
        assert person.sees("none to join") and decisions(sample)[0][0] == "not_same_speaker"
        await person.press("z")
        assert person.sees("81% alike")
        await person.press("m")
        assert decisions(sample)[0][0] == "same_speaker" and sample.store.proposals() == []


async def test_speakers_are_renamed(sample: Sample) -> None:
    async with desk(sample.store, "speakers", LARGE) as person:
        await person.press("tab", "r", *["backspace"] * 11)
        await person.type("Inés Okafor")
        await person.press("enter")
        assert person.sees("Inés Okafor") and decisions(sample)[0][0] == "rename_speaker"


async def test_an_outlet_is_graded(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("A")
        await person.type("usually reliable")
        await person.press("enter")
        assert {outlet.name: outlet.grade for outlet in sample.store.outlets()}["Almara Gazette"] in "BD"
        assert decisions(sample)[0][0] == "grade"


async def test_words_selected_with_the_keyboard_become_a_statement_by_hand(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        await person.press("enter", "g", "N")
        assert person.sees("Select the words first")
        await person.press("v", "l", "l", "N")
        assert person.sees("“Third day of” is …")
        await person.press("enter")
        await person.type("Neue Person")
        await person.press("enter")
        view = sample.store.article_view(sample.articles["times"].id)
        assert view
        (made,) = [s for s in view.statements if s.by_hand]
        assert (made.content, made.speaker) == ("Third day of", "Neue Person")


async def test_words_selected_with_the_mouse_become_a_figure_by_hand(sample: Sample) -> None:
    async with desk(sample.store, "sources", LARGE) as person:
        x, y = person.find("Third day of searching\n".strip())
        x, y = next(
            (line.index("of searching"), at)
            for at, line in enumerate(person.lines())
            if "of searching" in line and at > 1 and "[live]" not in line
        )
        await person.pilot.mouse_down(offset=(x, y))
        await person.pilot.hover(offset=(x + 5, y))
        await person.pilot.mouse_up(offset=(x + 5, y))
        await person.press("N")
        await person.type("figure")
        await person.press("enter")
        await person.type("3")
        await person.press("enter")
        await person.type("days")
        await person.press("enter")
        view = sample.store.article_view(sample.articles["times"].id)
        assert view and [(f.low, f.metric) for f in view.figures if f.by_hand] == [(3, "days")]


def test_marked_figures_that_are_distinct_are_split_off_and_a_revision_begins_with_the_latest(sample: Sample) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    a, b, c = view.rows
    assert meant(Verdict.DISTINCT, view.claim.figures, a, [a, b])[0] is Verdict.SPLIT_CLAIM
    assert meant(Verdict.DISTINCT, view.claim.figures, b, []) == (Verdict.DISTINCT, [b.figure.id])
    assert meant(Verdict.REVISION, view.claim.figures, a, [])[1][0] == c.figure.id
    assert meant(Verdict.PREFER, view.claim.figures, b, [])[1][0] == b.figure.id


async def test_a_figure_that_was_read_wrongly_is_put_right_where_it_stands(sample: Sample) -> None:
    async with desk(sample.store, "conflicts", LARGE) as person:
        await person.press("enter", "enter", "N")
        assert person.sees("Put right: “At least 340”")
        await person.press("ctrl+u")
        await person.type("345")
        await person.press("enter")
        assert person.sees("What does it count?") and person.sees("killed")
        await person.press("enter")
        view = sample.store.article_view(sample.articles["post"].id)
        assert view
        (made,) = [figure for figure in view.figures if figure.by_hand]
        old = sample.figures["340"]
        assert (made.low, made.high, made.bound, made.metric) == (345, None, old.bound, "killed")
        assert (made.speaker, made.as_of, made.scope) == (old.speaker, old.as_of, old.scope)
        assert 340 not in [figure.low for figure in view.figures]


async def test_the_help_says_what_each_verdict_means(sample: Sample) -> None:
    async with desk(sample.store, "conflicts", LARGE) as person:
        await person.press("?")
        assert person.sees("Prefer: this figure; it becomes the best") and person.sees("Unsure: pending")
        assert not person.sees("Copy selected text")
