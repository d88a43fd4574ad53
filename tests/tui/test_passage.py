"""Which words are lit, which word the caret is on, what is found."""

from __future__ import annotations

from tests.tui.sample import POST, Sample, at
from tracker.model import Span
from tracker.tui.line import Run, plain
from tracker.tui.passage import Light, find_all, lights_of, lights_of_row, line_of, lit, margin, word_after, word_at


def test_a_lit_line_is_its_words_and_every_light_covers_its_own(sample: Sample) -> None:
    view = sample.store.article_view(sample.articles["post"].id)
    assert view
    lights = lights_of(view.statements, view.figures)
    runs = lit(POST, 0, len(POST), lights)
    assert plain(runs) == POST
    words = {(run.role, run.text) for run in runs}
    assert {("figure", "At least 340"), ("speaker", "Mayor Ines Okafor"), ("cue", "told"), ("via", "Delta Wire")} <= words


def test_the_figure_in_focus_stands_out_from_its_statement(sample: Sample) -> None:
    view = sample.store.claim_view("c-dead")
    assert view
    runs = lit(POST, 0, len(POST), lights_of_row(view.rows[0]))
    assert Run("At least 340", "focus") in runs


def test_lights_that_reach_beyond_the_line_or_the_text_are_cut() -> None:
    assert lit("abcdef", 2, 4, [Light(0, 3, "cue"), Light(3, 99, "figure")]) == (Run("c", "cue"), Run("d", "figure"))


def test_the_margin_tells_the_kind_of_statement(sample: Sample) -> None:
    view = sample.store.article_view(sample.articles["post"].id)
    assert view
    direct, indirect = at(POST, "We [the city]"), at(POST, "Forty passengers")
    assert (margin(*direct, view.statements), margin(*indirect, view.statements), margin(0, 5, view.statements)) == ("❝", "┆", " ")


def test_words_are_walked_in_both_directions_and_stop_at_the_ends() -> None:
    text = "  one two,  three "
    first = word_at(text, 2)
    assert first.of(text) == "one"
    assert word_after(text, first, 1).of(text) == "two,"
    assert word_after(text, word_after(text, first, 1), 1).of(text) == "three"
    assert word_after(text, first, -1) == first
    assert word_at("", 0) == Span(0, 0)


def test_finding_goes_by_letters_not_by_case() -> None:
    assert [span.of(POST) for span in find_all(POST, "OKAFOR")] == ["Okafor"]
    assert find_all(POST, "") == [] and find_all(POST, "no such words") == []
    assert len(find_all("aaaa", "a", limit=3)) == 3


def test_the_line_of_a_character_is_found_among_the_folded_lines() -> None:
    lines = [(0, 5), (6, 9), (9, 12)]
    assert [line_of(offset, lines) for offset in (0, 5, 6, 9, 50)] == [0, 0, 1, 2, 2]
