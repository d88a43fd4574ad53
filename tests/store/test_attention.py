"""The queue's order: a more serious relation first; within one, what is surely of one event, far apart, of many origins, new."""

from __future__ import annotations

from typing import Any

import pytest

from tracker.model import Claim, Relation
from tracker.store.attention import attention


def claim(relation: Relation | None = Relation.CONFLICT, **more: Any) -> Claim:
    given = {"figures": ("a", "b"), "origins": 2, "reason": "", "low": 10, "high": 20, "points": 5.0} | more
    return Claim("1", "killed", "killed", None, None, None, None, relation, **given)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (claim(), claim(points=2.5)),
        (claim(), claim(points=None)),
        (claim(high=40), claim()),
        (claim(origins=3), claim()),
        (claim(points=None, low=20), claim(Relation.REVISION, points=30.0, low=0, origins=900)),
        (claim(points=9.0), claim(points=2.5, high=40)),
    ],
)
def test_what_deserves_attention_comes_first(first: Claim, second: Claim) -> None:
    assert attention(first, "open", "2031-05-06") > attention(second, "open", "2031-05-06")


def test_the_newer_comes_first_and_what_is_decided_last() -> None:
    assert attention(claim(), "open", "2031-05-06") > attention(claim(), "open", "2031-05-05") > attention(claim(), "open", None)
    assert attention(claim(Relation.ECHO), "open", None) > attention(claim(), "pending", None) > attention(claim(), "decided", None)


def test_a_claim_of_one_figure_has_nothing_to_judge() -> None:
    assert attention(claim(None), "open", "2031-05-06") == 0
