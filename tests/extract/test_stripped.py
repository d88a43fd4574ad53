"""Copy whose commas and apostrophes were lost on the way is read by weights of its own; the same copy as printed is not."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article, Kind, Statement

PADDING = (
    "Nine boats were lost in the night and the harbour stayed shut until noon. Divers went down to the wreck twice. The sea was calm and "
    "the wind had dropped by the time the last of them came up. A crane was brought from the yard in the north of the town. Nobody knows "
    "how long the work will take or what it will cost the port. "
)


def read(sentence: str) -> list[Statement]:
    return [s for s in extract(Article(PADDING + sentence)).statements if s.kind is not Kind.NARRATION]


CREDITED = [
    ("A fire at a cannery killed 14 people a rescue group said on Thursday.", "A fire at a cannery killed 14 people", "a rescue group"),
    ("Four ferries were turned back the Norwegian navy said in a statement.", "Four ferries were turned back", "the Norwegian navy"),
    ("The dead were all fishermen the Coast Watch for Safer Seas said.", "The dead were all fishermen", "the Coast Watch for Safer Seas"),
    ("The rest were taken to hospital he added.", "The rest were taken to hospital", "he"),
    ("The crane fell because a cable broke officials told the Harbour Post.", "The crane fell because a cable broke", "officials"),
    (
        "The cost will reach nine million crowns according to the port authority.",
        "The cost will reach nine million crowns",
        "the port authority",
    ),
]


SOURCES = [
    ("Four boats sank off the outer banks local officials said.", "local officials"),
    ("Four boats sank near the island Norwegian health officials told Reuters.", "Norwegian health officials"),
    ("Four boats sank in a storm that wounded 50 state media reported.", "state media"),
    ("Four boats sank with all hands harbour director Ann Lind said.", "harbour director Ann Lind"),
    ("Four boats sank in the night a source in Port Sella Naval Hospital told Reuters.", "a source in Port Sella Naval Hospital"),
    ("Four boats sank near the border the Coast Watch for Human rights said.", "the Coast Watch for Human rights"),
    ("Four boats sank off the outer banks the navys spokesman said.", "the navys spokesman"),
    ("Four boats sank in the night said Mayor Bo Lind who saw it.", "Mayor Bo Lind"),
    ("Four boats sank but the crews were saved two fishermen and a pilot said.", "two fishermen and a pilot"),
    ("Four boats sank in the night the Sella Rescue Council (SRC) said adding that two were missing.", "the Sella Rescue Council"),
    ("Bo Lind a nurse in the port said that four boats sank.", "Bo Lind"),
    ("The navy refuted the rebels claims about the boats and the minister said that four sank.", "the minister"),
]


@pytest.mark.parametrize(("sentence", "source"), SOURCES)
def test_a_source_is_told_from_the_clause_before_it_by_its_form(sentence: str, source: str) -> None:
    said = next(s for s in read(sentence) if s.cue and s.cue.text in ("said", "told", "reported"))
    assert said.mention is not None
    assert said.mention.text == source
    assert "boats sank" in said.content or "four sank" in said.content


@pytest.mark.parametrize(("sentence", "content", "source"), CREDITED)
def test_a_credit_at_the_end_of_a_sentence_needs_no_comma(sentence: str, content: str, source: str) -> None:
    [found] = read(sentence)
    assert (found.content, found.mention and found.mention.text) == (content, source)


def test_a_participle_shares_the_subject_of_its_clause() -> None:
    found = read("The union rejected any talk of moving the yard stressing that the crane was safe.")
    assert [(s.content, s.mention and s.mention.text) for s in found][-1] == ("that the crane was safe", "The union")


def test_what_nobody_is_credited_with_is_narration() -> None:
    assert not read("Heavy rain and high waves on the outer banks were reported.")
    assert not read("The strike began in March 1980 with brief anti-tax protests.")


def test_every_span_slices_to_its_words() -> None:
    article = Article(PADDING + " ".join(sentence for sentence, _, _ in CREDITED))
    for s in extract(article).statements:
        assert s.content == " ".join(span.of(article.text) for span in s.spans)


SHORT = [
    ("Nine soldiers were killed when gunmen raked the outpost with fire on Tuesday the governors office said.", "the governors office"),
    ("Rebels attacked the town at dawn and killed at least 14 people a monitoring group said on Thursday.", "a monitoring group"),
    ("Nine were killed on Friday when the bus fell off a bridge police say.", "police"),
]


@pytest.mark.parametrize(("text", "source"), SHORT)
def test_one_sentence_of_a_wire_needs_no_comma_before_its_credit(text: str, source: str) -> None:
    (found,) = extract(Article(text)).statements[:1]
    assert found.mention is not None
    assert (found.mention.text, text.startswith(found.content)) == (source, True)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody in the town of Sella knew on Friday night what the mayor said.",
        "The union will take the case to the highest court as the mayor said.",
        "Nine boats sank off the island on Friday night and two are missing.",
    ],
)
def test_what_somebody_said_is_no_credit(text: str) -> None:
    assert not [s for s in extract(Article(text)).statements if s.kind is not Kind.NARRATION]


def test_after_according_to_the_clause_begins_behind_the_source() -> None:
    said = read("According to a source at the port hospital nine fishermen were hurt.")
    assert [(s.content, s.mention and s.mention.text) for s in said] == [("nine fishermen were hurt", "a source at the port hospital")]


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("A raid on the mill killed 38 people police and doctors said on Thursday.", ["people"]),
        ("A raid on the mill killed 17 guests a village elder said on Thursday.", ["guests"]),
    ],
)
def test_who_speaks_behind_a_count_that_lost_its_comma_is_nobody_counted(sentence: str, counted: list[str]) -> None:
    killed = [figure.counted for figure in extract(Article(PADDING + sentence)).figures if figure.metric == "killed"]
    assert killed == counted
