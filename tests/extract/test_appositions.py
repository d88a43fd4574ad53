"""The name that stands beside a description is who said it."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article

NAMED = {
    "behind a relative clause": ("A lawyer for sailors who deny the theft, Ann Smit, said that the ice would hold.", "Ann Smit"),
    "behind a chair": ("“The ice will hold,” said the board’s chair, the Dutch engineer Ann Smit, who had walked on it.", "Ann Smit"),
    "behind an office of something": (
        "The minister for harbours, Mr. Bo Lind, did not accept it, and said that the ice would hold.",
        "Bo Lind",
    ),
    "behind two nouns": ("Its lead author, geologist Bo Lind of Sella University, told the Courier that the ice would hold.", "Bo Lind"),
    "the chairman whom a with names": ("The Guild agreed, with its chairman, Bill Lind, saying that the ice would hold.", "Bill Lind"),
    "close to somebody": ("A clerk close to the board said that the ice would hold.", "A clerk close to the board"),
    "of whom more is said": ("A Danish clerk who follows the talks in the port said that the ice would hold.", "A Danish clerk"),
    "who work there": ("Pilots who work there say that the ice would hold.", "Pilots"),
    "as given": ("A boy of twelve, who gave his name only as Lind, told the Courier that the ice would hold.", "Lind"),
    "before the body": ("Ann Smit of the charity Warm Harbour said that the ice would hold.", "Ann Smit"),
}


@pytest.mark.parametrize(("text", "source"), NAMED.values(), ids=NAMED)
def test_who_is_described_is_called_by_the_name_beside_it(text: str, source: str) -> None:
    first = extract(Article(text)).statements[0]
    assert first.mention is not None
    assert first.mention.text == source
