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
        "Editor's note: A remark about the bow door was wrongly attributed to the captain; it was made by a passenger.",
        "This story previously misstated the number of boats.",
        "An earlier version of this dispatch gave a wrong day.",
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


ABOUT = (
    "The ferry sank off the cape on Tuesday, killing 14 people, the coast guard said. It was carrying 120 passengers.\n\n"
    "“The bow door stood open all night,” said Omar Tayeb, the captain.\n\n"
)


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("Correction: An earlier version of this article said 40 people had been killed. It was 14.", ["14"]),
        ("This article was amended on 3 March 2021 to make clear that 120 passengers were booked, not aboard.", ["120"]),
        ("An earlier version of this story misstated the number of people killed.", ["14"]),
        ("Editor’s note: A quotation was wrongly attributed to Mr. Tayeb.", ["The bow door stood open all night,"]),
        ("Clarification: It was not known whether the bow door stood open.", ["The bow door stood open all night,"]),
        ("Correction: The ferry has two decks.", []),
    ],
)
def test_a_note_is_linked_to_what_it_names_and_says_nothing_of_its_own(note: str, named: list[str]) -> None:
    article = Article(ABOUT + note)
    reading = pipeline.read(article)
    found = [finding.span.of(article.text) for finding in reading.findings if finding.code == "corrected" and finding.span]
    assert found == named
    assert max(item.span.end for item in (*reading.statements, *reading.figures)) < len(ABOUT)


def test_notes_without_number_cost_in_proportion() -> None:
    text = "Correction: it was 12 boats, not 14.\n“Boats, twelve of them, were lost,” said Omar Tayeb.\n" * 300
    found = [finding.code for finding in pipeline.read(Article(text)).findings]
    assert found.count("correction_note") == 300
    assert found.count("corrected") <= 20 * 300
