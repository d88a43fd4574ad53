"""The fit learns what separates the right candidate from the others, the same way every time."""

from __future__ import annotations

import pytest

from tracker.text.linear import score
from tracker.train.fit import Example, fit

EXAMPLES: list[Example] = [
    ([["comma", "noise"], ["stop"]], 1),
    ([["stop", "noise"], ["comma"]], 0),
    ([["comma"], ["stop", "noise"]], 1),
    ([["stop"], ["comma", "noise"]], 0),
] * 5


def test_the_right_candidate_comes_to_score_highest() -> None:
    weights = fit(EXAMPLES)
    assert all(max(range(2), key=lambda i: score(weights, rows[i])) == right for rows, right in EXAMPLES)


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(EXAMPLES) == fit(EXAMPLES)


@pytest.mark.parametrize("rare", [2, 50])
def test_rare_features_are_left_out(rare: int) -> None:
    weights = fit([*EXAMPLES, ([["once"], ["stop"]], 0)], rare=rare)
    assert "once" not in weights
    assert bool(weights) == (rare == 2)


def test_nothing_to_learn_from_gives_no_weights() -> None:
    assert fit([]) == {}
