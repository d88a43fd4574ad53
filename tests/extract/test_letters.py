"""The paragraph that "he wrote:" announces is what he wrote."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article

BODY = "The port will never open again and the whole town knows it."


@pytest.mark.parametrize("lead", ["Ann Lind wrote:", "Ann Lind posted on her page:", "In a note, Ann Lind said:"])
def test_a_paragraph_after_a_colon_is_said(lead: str) -> None:
    said = [s for s in extract(Article(f"The port is shut.\n\n{lead}\n\n{BODY}\n\nNo ship came.")).statements if s.found_by == "letter"]
    assert [(s.content, s.mention and s.mention.text) for s in said] == [(BODY, "Ann Lind")]


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lind wrote.\n\n{BODY}",
        f"What to know:\n\n{BODY}",
        f"Ann Lind said:\n\n- {BODY}",
        "Ann Lind said:\n\nThe port.",
        "Ann Lind said:",
        ":\n\n:",
    ],
)
def test_nothing_announced_is_nothing_said(text: str) -> None:
    assert not [s for s in extract(Article(text)).statements if s.found_by == "letter"]


MORE = "We loved it, and I shall miss the boats."


def test_a_letter_goes_on_as_long_as_its_writer_speaks() -> None:
    text = f"Ann Lind wrote:\n\n{BODY}\n\n{MORE}\n\nNo ship came that day.\n\n{MORE}"
    said = [s for s in extract(Article(text)).statements if s.found_by == "letter"]
    assert [s.content for s in said] == [BODY, MORE]
    assert {s.mention and s.mention.text for s in said} == {"Ann Lind"}


def test_what_the_writer_says_of_herself_is_part_of_the_letter() -> None:
    body = "We thought it was the end and we said our prayers."
    assert [s.content for s in extract(Article(f"Ann Lind wrote:\n\n{body}")).statements] == [body]
