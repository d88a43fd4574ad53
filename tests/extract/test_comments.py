"""A cue after a comma that only says who spoke, to whom and when comments on the clause before it."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article

COMMENTED = [
    ("Clinics in the port had treated 40 people, the health minister, Ann Lind, told reporters.", "Ann Lind"),
    ("As of Sunday there were 133 cases, of which 47 were confirmed, WHO spokeswoman Ann Lind told reporters.", "WHO spokeswoman Ann Lind"),
    ("Nine boats were burnt on Sunday, a league fighting for the valley said on Monday.", "a league fighting for the valley"),
    ("As many as 40 people drowned, the harbour office said on Monday, although the search goes on.", "the harbour office"),
    ("Nine boats were burnt on Sunday, Norwegian sailors who watched it said.", "Norwegian sailors"),
    ("Nine boats were burnt during protests on Sunday, a league of sailors said in a note released today.", "a league of sailors"),
    ('Nine boats were burnt at dusk, the harbour board informed; "they were old," said its clerk, Bo Lind.', "the harbour board"),
    ("It is the list of those who drowned, the mayor explained to the people who stood before it.", "the mayor"),
    ("As many as 900 came to the quay, the harbour board calculated.", "the harbour board"),
    ("The road is shut, said Mayor Bo Lind, who walked it on Sunday.", "Mayor Bo Lind"),
    ("Nine boats were lost in the night, harbour officials said on Monday, three hours after the storm.", "harbour officials"),
    ("The road was closed at noon, the mayor said on Monday, even as buses ran on it.", "the mayor"),
    ("The road was closed at noon, he said, adding that it would open soon.", "he"),
    ("Carters came to march against the toll, and nine boats were burnt, the Board of Pilots announced today.", "the Board of Pilots"),
    ("Nine boats were burnt at dusk, pilots there told the Courier.", "pilots there"),
    (
        "Nine boats were burnt at dusk, a duty officer at the port, who was not allowed to be named, told the Courier.",
        "a duty officer at the port",
    ),
    (
        "Nine boats burnt at dusk, the old judge of the port, the Danish jurist Bo Lind, concluded in a paper made public on Monday.",
        "Bo Lind",
    ),
    (
        "The clerk will be paid 900 crowns, a person familiar with the talks said, although the board denied it.",
        "a person familiar with the talks",
    ),
    (
        "Bandits raided a convoy, killing nine, the board of pilots in southern Norway said, in what may be the worst raid of all.",
        "the board of pilots in southern Norway",
    ),
]

WITHIN = [
    (
        "The board sent in a second list on Monday, in which, Mayor Ann Lind admitted, «nine boats had been entered twice».",
        "Mayor Ann Lind",
    ),
    ("The town kept the day on which, according to the Board of Pilots, «nine boats were burnt in the port».", "the Board of Pilots"),
    ("They marked the end of a closing that the board says «has gone according to plan».", "the board"),
    ("The port was shut in what its warden, Ann Lind, called “«a matter of prudence»”.", "its warden"),
    ("The port was shut in what the Board of Pilots called «a matter of prudence».", "the Board of Pilots"),
    ("Mayor Ann Lind took the board to task for a plan which she described as “«idle and foolish talk»”.", "she"),
]


def test_every_clause_that_a_that_opens_is_of_what_was_said() -> None:
    said = "that the road was shut, that nine boats and not ten had been taken, and that the bandits had lost four"
    assert extract(Article(f"Mayor Ann Lind declared {said}.")).statements[0].content == said


@pytest.mark.parametrize("said", ["Nine went home according to plan.", "The boats lie in the port. Photograph: Ann Lind"])
def test_a_plan_and_a_label_say_nothing(said: str) -> None:
    assert all(statement.kind == "narration" for statement in extract(Article(said)).statements)


AROUND = [
    ("The gap, a port spokeswoman, Ann Lind, explained, is that of the unnamed.", ["The gap", "is that of the unnamed"], "Ann Lind"),
    ("Two, according to the pilots, had been drowned in the port.", ["Two", "had been drowned in the port"], "the pilots"),
    (
        "Nine boats were seized, its warden Ann Lind said; about 40 would be sold.",
        ["Nine boats were seized", "about 40 would be sold"],
        "Ann Lind",
    ),
]


@pytest.mark.parametrize(("text", "pieces", "speaker"), AROUND)
def test_what_stands_on_both_sides_of_a_credit_is_said(text: str, pieces: list[str], speaker: str) -> None:
    first = extract(Article(text)).statements[0]
    assert [span.of(text) for span in first.spans] == pieces
    assert first.mention is not None
    assert first.mention.text == speaker


@pytest.mark.parametrize(("marked", "speaker"), WITHIN)
def test_what_is_credited_within_the_writers_own_clause_is_said_alone(marked: str, speaker: str) -> None:
    text = marked.replace("«", "").replace("»", "")
    said = [s for s in extract(Article(text)).statements if s.kind != "narration"]
    assert [(s.content, s.mention.text) for s in said if s.mention] == [(marked[marked.index("«") + 1 : marked.index("»")], speaker)]


@pytest.mark.parametrize(("text", "speaker"), COMMENTED)
def test_the_clause_before_the_comma_is_what_was_said(text: str, speaker: str) -> None:
    first = extract(Article(text)).statements[0]
    assert text.startswith(first.content)
    assert first.mention is not None
    assert first.mention.text == speaker


CLAUSE = "At least nine people were killed when a bridge fell in the port"
WHO = [
    "the interior ministry said.",
    "the interior ministry said on Monday.",
    "the interior ministry said in a statement.",
    "the interior ministry said late on Tuesday.",
    "police said by telephone.",
    "officials said early Friday.",
    "a spokesman for the port, Bo Lind, said by telephone.",
    "its spokeswoman said yesterday.",
    "a local official said on Sunday.",
    "the researchers write.",
    "Doctors for Peace said in a report released today.",
    "state media reported.",
    "local media reported, citing police.",
    "police said in a tweet.",
    "the BBC reported on Sunday.",
    "he told AFP.",
    "Mayor Ann Lind told the BBC.",
    "the Lund ministry said, adding that the road was shut.",
    "according to police.",
    "according to the fire service.",
    "a police officer said on condition of anonymity.",
    "witnesses and officials said.",
    "the United Nations said Thursday.",
    "a hospital official told Reuters, speaking on condition of anonymity.",
    "the agency said, citing local officials.",
    "the army said in a communique read on state radio.",
    "rescue workers said today.",
    "the governor of the province, Ann Lind, said at a news conference.",
    "Lind said in an interview on Monday.",
    "said the regional governor, Ann Lind.",
    "said Ann Lind, the governor.",
    "she added.",
    "the ministry announced on Saturday.",
    "a doctor at the hospital said, asking not to be named.",
    "the official news agency reported.",
]


@pytest.mark.parametrize("who", WHO)
def test_a_whole_sentence_before_its_speaker_is_what_was_said(who: str) -> None:
    first = extract(Article(f"{CLAUSE}, {who}")).statements[0]
    assert first.content == CLAUSE
    assert first.mention is not None


INSERTED = [
    ("The gate, he found, was opened at noon.", "The gate was opened at noon", "he"),
    ("I saw nine graves, all of them, so the sexton told me, of soldiers.", "I saw nine graves, all of them of soldiers", "the sexton"),
    ("Nine men died, the mayor said on Friday, and the road was shut.", "Nine men died and the road was shut", "the mayor"),
    ("Nine men died, local officials and traders said, in the worst storm for years.", "Nine men died", "local officials and traders"),
    ("The chairman admitted, however, that nine men had died.", "that nine men had died", "The chairman"),
    ("The pilot told the Post that about nine ships a day, a fifth of all, had been lost.", None, "The pilot"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), INSERTED)
def test_a_comment_in_the_middle_parts_what_was_said(text: str, content: str | None, speaker: str) -> None:
    (said,) = extract(Article(text)).statements
    assert said.content == (content or "that about nine ships a day, a fifth of all, had been lost")
    assert said.mention is not None
    assert said.mention.text == speaker


def test_who_declines_to_comment_says_nothing() -> None:
    assert not extract(Article("The mayor's office declined to comment on the fire.")).statements


def test_another_speaker_ends_what_the_first_one_said() -> None:
    said = extract(Article("Rebels say they took the port; the army says nine boats fled.")).statements
    assert [s.content for s in said] == ["they took the port", "nine boats fled"]


def test_a_dateline_is_said_by_nobody() -> None:
    (said,) = extract(Article("HARBOUR CITY, Feb 3 (Northern Wire) - The road is shut, the mayor said.")).statements
    assert said.content == "The road is shut"


@pytest.mark.parametrize("text", ["Asked whether the road was shut, Ann Lind smiled.", "Nobody said that the road was shut."])
def test_who_is_asked_and_nobody_say_nothing(text: str) -> None:
    assert not extract(Article(text)).statements


def test_the_apostrophe_of_many_closes_no_quotation() -> None:
    (said,) = extract(Article("The miners' union said as many as 300 posts would go.")).statements
    assert said.mention is not None
    assert said.mention.text == "The miners' union"
