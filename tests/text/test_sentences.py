"""Paragraphs and sentences: cut where a reader cuts, sliced from the text."""

from __future__ import annotations

import pytest

from tracker.text.sentences import paragraphs, sentences

CASES = [
    ("one sentence", ["The dam held."]),
    ("an abbreviation ends no sentence", ["Maj. Gen. Ann Roe landed on Jan. 24.", "She left."]),
    ("initials end no sentence", ["J. R. Ruiz spoke.", "Nobody heard."]),
    ("a country of initials can end one", ["They stayed in the U.S.", "The road was shut."]),
    ("a country of initials can go on", ["The U.S. Navy sailed."]),
    ("a closing mark belongs to its sentence", ["“We lost.”", "“We won,” he said."]),
    ("a sentence may begin inside a quotation", ["“We lost.", "They won,” he said."]),
    ("a decimal point is none", ["Prices rose 3.5 percent.", "Wages fell."]),
    ("a last sentence without its period counts", ["It rained.", "Then it stopped"]),
]


@pytest.mark.parametrize(("name", "parts"), CASES)
def test_a_text_is_cut_into_its_sentences(name: str, parts: list[str]) -> None:
    text = " ".join(parts)
    assert [s.of(text) for s in sentences(text)] == parts


def test_a_line_end_ends_a_sentence_and_a_paragraph() -> None:
    text = "\n\nFire in the hall \n\nNobody was hurt.  \n"
    assert [s.of(text) for s in sentences(text)] == ["Fire in the hall", "Nobody was hurt."]
    assert [p.of(text) for p in paragraphs(text)] == ["Fire in the hall", "Nobody was hurt."]


@pytest.mark.parametrize("text", ["", " \n ", "...", "“", "A.", "?!"])
def test_text_without_sentences_raises_nothing(text: str) -> None:
    assert all(s.of(text).strip() for s in sentences(text))


def test_a_part_of_a_text_is_cut_in_the_characters_of_the_whole() -> None:
    text = "One came. Two went. Three stayed."
    assert [s.of(text) for s in sentences(text, 10, 19)] == ["Two went."]


def test_a_run_of_words_without_end_is_cut_at_spaces() -> None:
    text = "and so on " * 1000
    found = sentences(text)
    assert max(span.end - span.start for span in found) <= 2000
    assert " ".join(text[span.start : span.end] for span in found) == text.strip()
