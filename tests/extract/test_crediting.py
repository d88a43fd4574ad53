"""Who is credited with what a cue reports, where no name stands right beside it."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.extract.speech import speech
from tracker.model import Article

SHARED = {
    "a participle after the sentence": ("Lund left the harbour early, saying that the ice would hold.", "Lund"),
    "a participle after another cue": ("Lund said the road was shut, adding that the ice would hold.", "Lund"),
    "a participle after a quotation": ("“The road is shut,” Ann Smit said, adding that the ice would hold.", "Ann Smit"),
    "a participle after what is said of others": ("Ann Smit said that drivers refuse to stop, adding that the ice would hold.", "Ann Smit"),
    "a second verb after a first in the past": ("The army seized power and announced that the ice would hold.", "The army"),
    "a second verb after a first in the present": (
        "The bureau relies on a network of wardens and says that the ice would hold.",
        "The bureau",
    ),
    "a second verb": ("Ann Smit left the harbour early and said that the ice would hold.", "Ann Smit"),
    "a place or time first": ("On Monday, Ann Smit left the harbour early, saying that the ice would hold.", "Ann Smit"),
    "the subject of the last clause": (
        "The port was shut in the night, and Ann Smit, its warden, tore up the list, shouting that the ice would hold.",
        "Ann Smit",
    ),
    "a bare noun after another clause": ("The road is shut but another said that the ice would hold.", "another"),
    "a dateline first": (
        "TAMBYL, Saturday. — The boats came home, and the Mayor, Mr. Jon Lind, reading from a sheet, told us that the ice would hold.",
        "Mr. Jon Lind",
    ),
    "a question after what somebody is": ("Mr. Bo Lind, the owner of the port, asked why the ice would hold.", "Mr. Bo Lind"),
    "another speaker after a semicolon": (
        "The port, it says, was shut; the board’s chairman, the judge Jon Lind, said that the ice would hold.",
        "the board’s chairman",
    ),
    "a subject of plain nouns": (
        "Norwegian television showed the boats on Friday and said that the ice would hold.",
        "Norwegian television",
    ),
    "with": ("Ann Smit denied the theft of nine boats with the mayor saying that the ice would hold.", "the mayor"),
    "whom, where": ("Ann Smit told the sailors in the chapel, St. Olave’s, that the ice would hold.", "Ann Smit"),
    "what an inquiry found": ("An inquiry led by Ann Smit found on Monday that the ice would hold.", "An inquiry led by Ann Smit"),
    "a relative clause between": ("Ann Smit, who has run the port for ten years, said that the ice would hold.", "Ann Smit"),
}


@pytest.mark.parametrize(("text", "source"), SHARED.values(), ids=SHARED)
def test_the_last_cue_is_credited_to_the_right_source(text: str, source: str) -> None:
    found = speech(Article(text), (), ())[-1]
    assert found.mention is not None
    assert found.mention.text == source == found.mention.span.of(text)


@pytest.mark.parametrize("blow", ["the mill, killing nine weavers", "the mill with two truck bombs"])
def test_a_blow_is_no_criticism(blow: str) -> None:
    assert extract(Article(f"Bandits on horses attacked {blow}.")).statements[0].found_by == "outlet"


def test_who_announced_it_stands_after_by() -> None:
    (said,) = extract(Article("The death of its founder was announced by the port on Monday.")).statements
    assert (said.content, said.mention and said.mention.text) == ("The death of its founder", "the port")


def test_a_name_is_never_cut() -> None:
    (said,) = extract(Article("On Sunday captain Will Lind insisted that the ice would hold.")).statements
    assert said.mention is not None
    assert said.mention.text == "Will Lind"


@pytest.mark.parametrize("text", ["Not everyone was convinced.", "Nobody said the ice would hold.", "No claim was made."])
def test_what_nobody_says_is_no_statement(text: str) -> None:
    assert extract(Article(text)).statements == ()


def test_a_source_named_nowhere_is_none() -> None:
    assert [s.mention for s in speech(Article("“Well,” and said that the ice would hold."), (), ())] == [None]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The board's chairman, the Dutch engineer Ann Smit, said that the ice would hold.", "Ann Smit"),
        ("Ann Smit, a retired engineer, who said that the ice would hold, went home.", "Ann Smit"),
        ("A harbour spokesman, Brig.-Gen. Jon Lind, said that the ice would hold.", "Jon Lind"),
        ("The port's engineers, Ann Smit's men, said that the ice would hold.", "engineers"),
        ("The port office, Ann Smit, said that the ice would hold.", "office"),
    ],
)
def test_who_is_described_is_credited_by_name(text: str, speaker: str) -> None:
    (found,) = [s for s in extract(Article(text)).statements if s.cue and s.cue.text == "said"]
    assert found.mention and found.mention.text.endswith(speaker)
