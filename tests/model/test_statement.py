"""A statement as it may be quoted."""

from __future__ import annotations

import pytest

from tracker.model import Kind, Span, Statement


@pytest.mark.parametrize(
    ("stretches", "content", "told"),
    [
        (["We lost ten homes."], "We lost ten homes.", "We lost ten homes."),
        (["We lost ten homes,", "Nobody came."], "We lost ten homes, Nobody came.", "We lost ten homes, … Nobody came."),
        (["We", "lost", "ten homes"], "We lost ten homes", "We … lost … ten homes"),
        (["We lost ten homes,", "Nobody came."], "What a person typed", "What a person typed"),
        ([""], "", ""),
    ],
)
def test_an_ellipsis_stands_where_the_cue_was_cut_out(stretches: list[str], content: str, told: str) -> None:
    spans, at = [], 7
    for words in stretches:
        spans.append(Span(at, at + len(words)))
        at += len(words) + 20
    assert Statement("a", Kind.DIRECT, tuple(spans), content).told == told
