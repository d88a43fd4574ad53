"""Who is credited with what a cue reports, where no name stands right beside it."""

from __future__ import annotations

import pytest

from tracker.extract.speech import speech
from tracker.model import Article

SHARED = {
    "a participle after the sentence": ("Lund left the harbour early, saying that the ice would hold.", "Lund"),
    "a participle after another cue": ("Lund said the road was shut, adding that the ice would hold.", "Lund"),
    "a participle after a quotation": ("“The road is shut,” Ann Smit said, adding that the ice would hold.", "Ann Smit"),
    "a second verb": ("Ann Smit left the harbour early and said that the ice would hold.", "Ann Smit"),
    "a place or time first": ("On Monday, Ann Smit left the harbour early, saying that the ice would hold.", "Ann Smit"),
    "a bare noun after another clause": ("The road is shut but another said that the ice would hold.", "another"),
    "a relative clause between": ("Ann Smit, who has run the port for ten years, said that the ice would hold.", "Ann Smit"),
}


@pytest.mark.parametrize(("text", "source"), SHARED.values(), ids=SHARED)
def test_the_last_cue_is_credited_to_the_right_source(text: str, source: str) -> None:
    found = speech(Article(text), (), ())[-1]
    assert found.mention is not None
    assert found.mention.text == source == found.mention.span.of(text)


def test_a_source_named_nowhere_is_none() -> None:
    assert [s.mention for s in speech(Article("“Well,” and said that the ice would hold."), (), ())] == [None]
