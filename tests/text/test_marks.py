"""Quotation marks of every style, well and badly paired."""

from __future__ import annotations

import pytest

from tracker.text.marks import quoted

STYLES = [
    ("curly", "“We lost,” he said.", ["We lost,"]),
    ("straight", '"We lost," he said. "All of it."', ["We lost,", "All of it."]),
    ("backticks", "``We lost,'' he said.", ["We lost,"]),
    ("doubled single marks", "''We lost,'' he said. ''All.''", ["We lost,", "All."]),
    ("angle", "«We lost», he said.", ["We lost"]),
    ("single outer marks", "‘We lost the farmers’ fields,’ he said. ‘It’s over.’", ["We lost the farmers’ fields,", "It’s over."]),
    ("straight single marks", "'We lost it,' he said, and didn't stay.", ["We lost it,"]),
    ("a nested single quotation stays inside", "“He cried ‘fire’ twice,” she said.", ["He cried ‘fire’ twice,"]),
    ("nested marks of one kind", "“He cried “fire” twice,” she said.", ["He cried “fire” twice,"]),
    ("closed by an opening mark", "“We lost,“ he said.", ["We lost,"]),
    ("opened by a closing mark", "He said ”we lost” again.", ["we lost"]),
    ("mixed styles", '“We lost," he said.', ["We lost,"]),
    ("feet and inches quote nobody", "He is 5'10\" tall and 6'2\" in boots.", []),
    ("apostrophes quote nobody", "The farmers' dogs weren't theirs.", []),
]


@pytest.mark.parametrize(("name", "text", "expected"), STYLES)
def test_a_stretch_is_read_whatever_its_marks(name: str, text: str, expected: list[str]) -> None:
    found, _ = quoted(text)
    assert [text[q.start : q.end] for q in found] == expected


def test_a_quotation_left_open_over_paragraphs_is_one_stretch_a_paragraph_and_no_trouble() -> None:
    text = "“We lost the first.\n\n“We won the second,” he said."
    found, strays = quoted(text)
    assert [text[q.start : q.end] for q in found] == ["We lost the first.", "We won the second,"]
    assert strays == ()


def test_an_unpaired_mark_ends_with_its_paragraph_and_is_reported() -> None:
    text = "He said “we lost it all.\n\nNobody came. “Why?” she asked."
    found, strays = quoted(text)
    assert [text[q.start : q.end] for q in found] == ["we lost it all.", "Why?"]
    assert [s.of(text) for s in strays] == ["“"]
    assert not found[0].is_closed


def test_a_closing_mark_without_its_opening_is_reported() -> None:
    text = "We lost,” he said."
    assert quoted(text)[0] == ()
    assert [s.of(text) for s in quoted(text)[1]] == ["”"]


@pytest.mark.parametrize("text", ["", "“", "”", '"', "''", "“”", "‘", "“ ”", '"""', "“‘", "“\n”"])
def test_marks_around_nothing_raise_nothing(text: str) -> None:
    assert quoted(text)[0] == ()
