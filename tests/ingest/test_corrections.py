"""The outlet's own corrections are found. Every sentence here is invented."""

from __future__ import annotations

import pytest

from tracker import pipeline
from tracker.model import Article

BODY = "The ferry sank off the cape on Tuesday, officials said.\n\n"


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said 40 people were on board. There were 14.",
        "CLARIFICATION, March 3: The mayor spoke before the vote, not after it.",
        "An earlier version of this story misstated the name of the ferry.",
        "This article was amended on 3 March 2021 to change the number of boats.",
        "Editor’s note: this story has been corrected; the harbour has two piers, not three.",
        "* This post has been updated to include the ministry’s answer.",
    ],
)
def test_a_note_of_correction_is_a_finding_on_its_words(note: str) -> None:
    article = Article(BODY + note + "\n\nMore to follow.")
    [finding] = [found for found in pipeline.read(article).findings if found.code == "correction_note"]
    assert finding.span is not None
    assert finding.span.of(article.text) == note


@pytest.mark.parametrize(
    "line",
    [
        "The correction of the chart took the coast guard a week.",
        "Corrections officers were called to the harbour.",
        "Editor’s note: this is the first part of three about the ferry.",
        "An earlier version of this bill failed in the spring.",
        "This story has been told before.",
    ],
)
def test_prose_about_corrections_is_none(line: str) -> None:
    assert "correction_note" not in [found.code for found in pipeline.read(Article(BODY + line)).findings]
