"""Two wordings side by side: the words that matter are named first."""

from __future__ import annotations

import pytest

from tracker.model import ChangeKind
from tracker.text.wording import changes, diff


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("We lost ten homes", "We lost twelve homes", [ChangeKind.NUMBER]),
        ("We lost 1,200 homes", "We lost 1,400 homes", [ChangeKind.NUMBER]),
        ("We will pay", "We will not pay", [ChangeKind.NEGATION]),
        ("They didn't come", "They came", [ChangeKind.NEGATION]),
        ("We must leave", "We may leave", [ChangeKind.MODAL]),
        ("The old dam failed", "The dam broke, and two villages", [ChangeKind.NUMBER, ChangeKind.WORD]),
        ("They’re HERE", "They're here", []),
        ("", "", []),
        ("", "new words", [ChangeKind.WORD]),
    ],
)
def test_the_gravest_change_comes_first(before: str, after: str, expected: list[ChangeKind]) -> None:
    assert [stretch.change for stretch in changes(before, after)] == expected


def test_stretches_give_back_both_wordings() -> None:
    before, after = "We lost ten homes, and the school.", "They lost twelve homes and the old school."
    found = diff(before, after)
    assert " ".join(s.before for s in found if s.before).replace(" ,", ",").replace(" .", ".") == before
    assert " ".join(s.after for s in found if s.after).replace(" .", ".") == after
