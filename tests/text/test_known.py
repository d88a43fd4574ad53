"""Runs of characters are looked at once; long ones are not kept, and never more than a bounded number."""

from __future__ import annotations

import pytest

from tracker.text import known
from tracker.text.classes import tokens as classed
from tracker.text.known import LONGEST, Known
from tracker.text.tokens import TOKEN, Tokens

TEXTS = (
    "",
    " ",
    "The dam  failed.\n\nNine-year-old Ann Roe’s dog, 12, ran (fast) to U.S. soil; $4.2m, 1 200 and 1,200 were lost…",
    "Water rose\u00a0by 1\u00a0200 m\u2009³ in\tOru: “gone”, 'gone' -- ''gone''",
    "said" * 400 + " :: " + "«" * 90,
    "İstanbul’da ﬁre\u2028next 5'10\" x_y _ __ \U0001f30a wave",
)


def test_a_run_is_looked_at_once() -> None:
    asked: list[str] = []
    table = Known(lambda run: asked.append(run) or len(run))
    assert [table["dam"], table["dam"], table["river"]] == [3, 3, 5]
    assert asked == ["dam", "river"]


def test_a_long_run_is_not_kept() -> None:
    table = Known(len)
    assert table["a" * (LONGEST + 1)] == LONGEST + 1
    assert not table


def test_a_full_table_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "MOST", 3)
    table = Known(len)
    assert [table[run] for run in ("a", "bb", "ccc", "dddd", "a")] == [1, 2, 3, 4, 1]
    assert len(table) <= 3


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_put_together_from_runs_are_those_of_the_whole(text: str) -> None:
    found = Tokens(text)
    assert found.raw == TOKEN.findall(text)
    assert [(m.start(), m.end()) for m in TOKEN.finditer(text)] == list(zip(found.starts, found.ends, strict=True))


@pytest.mark.parametrize("text", TEXTS)
def test_a_stretch_is_read_as_if_nothing_stood_around_it(text: str) -> None:
    for start, end in ((0, len(text)), (3, len(text)), (5, max(5, len(text) - 4))):
        alone, within = classed(text[start:end], 0, end - start), classed(text, start, end)
        assert (within.starts, within.ends) == ([i + start for i in alone.starts], [i + start for i in alone.ends])
        assert within.kinds == alone.kinds
