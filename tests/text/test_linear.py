"""The sum of the weights, and scores as probabilities."""

from __future__ import annotations

from tracker.text.linear import score, shares


def test_features_without_a_weight_count_nothing() -> None:
    assert score({"a": 0.5, "b": -2.0}, ["a", "b", "c"]) == -1.5


def test_no_feature_scores_zero() -> None:
    assert score({"a": 1.0}, []) == 0.0


def test_shares_sum_to_one_and_keep_the_order() -> None:
    low, middle, high = shares([-1.0, 0.0, 4.0])
    assert low < middle < high
    assert abs(low + middle + high - 1) < 1e-12


def test_scores_beyond_what_exp_can_hold_still_give_shares() -> None:
    assert shares([1e6, -1e6]) == [1.0, 0.0]
