"""Mentions become speakers inside one article, where exactly one candidate remains."""

from __future__ import annotations

import pytest

from tracker.extract import extract
from tracker.model import Article, Reading, SpeakerKind
from tracker.resolve import within


def read(text: str, **more: str) -> Reading:
    return within(extract(Article(text, **more)))  # type: ignore[arg-type]


def speakers(text: str) -> list[str | None]:
    return [s.speaker for s in read(text).statements]


ONE = [
    ("surname with a title", "Mayor Ann Lind spoke.\n\n“The dam will hold this winter,” Ms. Lind said.", "Ann Lind"),
    ("surname alone", "Mayor Ann Lind spoke.\n\n“The dam will hold this winter,” Lind said.", "Ann Lind"),
    ("a particle more or less", "Karim Saleh al-Zahri spoke.\n\n“The dam will hold,” Mr Al Zahri said.", "Karim Saleh al-Zahri"),
    ("initial and suffix", "Robert F. Lund III spoke.\n\n“The dam will hold this winter,” Robert Lund said.", "Robert F. Lund III"),
    ("she", "Mayor Ann Lind met Tom Roe.\n\n“The dam will hold this winter,” she said.", "Ann Lind"),
    ("he, past the nearer woman", "Tom Roe met Ann Lind.\n\n“The dam will hold this winter,” he said.", "Tom Roe"),
    ("a title", "Tom Roe, a spokesman for the port, spoke.\n\n“The dam will hold this winter,” the spokesman said.", "Tom Roe"),
    ("a title before", "They met the warden, Mrs Ann Roe, at noon.\n\n“The dam will hold,” the warden said.", "Ann Roe"),
    ("a body", "“The dam will hold this winter,” the Harbour ministry said.", "Harbour ministry"),
    ("he, somebody described", "A clerk of the port disputed this. “The dam will hold,” he said.", "A clerk"),
    ("she, somebody from abroad", "A Danish nurse who came to Sella wept. “The dam will hold,” she said.", "A Danish nurse"),
    ("it, a body by its noun", "The Sella board met. The management denied it. “The dam will hold,” it said.", "management"),
    (
        "she, the second of two",
        "Bo Roe of the port spoke. Madam Ann Lind, 58, a cleaner, sat there. “The dam will hold,” she said.",
        "Ann Lind",
    ),
    ("he, an office by its noun", "Bo Roe left. The county engineer is brisk. “The dam will hold,” he said.", "The county engineer"),
    ("a company, and no workers", "Workers at Lund Freight met at noon. “The dam will hold,” the company said.", "Lund Freight"),
    ("he, and no place", "A clerk fled to the port in Sella. “The dam will hold,” he said.", "A clerk"),
    ("it, the owner of a count", "The strike is solid by the union’s count. “The dam will hold,” it said.", "union"),
    ("it, and no dateline", "SELLA, Feb 2 (NNB) - Rain fell. The harbour board met. “The dam will hold,” it said.", "harbour board"),
    ("an aide", "“The dam will hold,” said an aide to President Tom Roe.", "an aide to President Tom Roe"),
    ("a number is no name", "Ann Lind came. Thirty-eight of them, she said, had come too.", "Ann Lind"),
    ("an agency of a union", "Ann Roe left. “The dam will hold,” the UN seamen’s agency said.", "UN seamen’s agency"),
    ("an acronym", "The Northern Water Board (NWB) met.\n\n“The dam will hold this winter,” the NWB said.", "Northern Water Board"),
    ("a described official", "“The dam will hold this winter,” a senior port official told reporters.", "a senior port official"),
]


@pytest.mark.parametrize(("form", "text", "expected"), ONE, ids=[case[0] for case in ONE])
def test_a_mention_stands_for_the_sole_candidate(form: str, text: str, expected: str) -> None:
    assert speakers(text) == [expected]


LAST = [
    (
        "a relay is nobody that speaks",
        "A retired attache told Radio Sella that the count was padded. “Divide it by three,” he said.",
        "A retired attache",
    ),
    (
        "the land of a dateline is no woman",
        "TARSK, Belland - The mayor met Oksana Roe on Sunday.\n“We have won this vote,” she told supporters.",
        "Oksana Roe",
    ),
    (
        "another body's president",
        "President Viktor Roe won. The Harbour Commission's president said the vote was lost.",
        "The Harbour Commission's president",
    ),
    (
        "a third by what is said of it",
        "Two traders said no. A third, a trader in the port, said that one crane was working.",
        "a trader in the port",
    ),
    (
        "another sort of group",
        "A rescue group said nine died. The Coast Bureau for Seas said six boats sank. The Oslo-based group said two were missing.",
        "Coast Bureau for Seas",
    ),
    (
        "a body named by its noun",
        "The harbour commission has published its findings. The flood, it concludes, killed nine people.",
        "harbour commission",
    ),
    ("not the agency that relayed", "The Sella Bureau told AFP that nine died. It said most were children.", "Sella Bureau"),
]


@pytest.mark.parametrize(("form", "text", "expected"), LAST, ids=[case[0] for case in LAST])
def test_the_last_to_speak_is(form: str, text: str, expected: str) -> None:
    assert [s for s in speakers(text) if s][-1] == expected


def test_a_surname_that_two_siblings_bear_is_neither() -> None:
    text = "Ann Lind met Eva Lind.\n\n“The dam will hold this winter,” Lind said."
    assert speakers(text) == ["Lind"]


def test_the_form_of_address_tells_siblings_apart() -> None:
    text = "Ann Lind met Tom Lind.\n\n“The dam will hold this winter,” Mr. Lind said."
    assert speakers(text) == ["Tom Lind"]


def test_a_described_official_is_unnamed_and_stays_one_speaker() -> None:
    text = "“The dam will hold this winter,” a port official said.\n\n“We are ready for it,” the official said."
    first, second = read(text).statements
    assert first.speaker_kind is SpeakerKind.UNNAMED
    assert first.speaker_id == second.speaker_id


def test_two_who_said_it_are_both_credited() -> None:
    (statement,) = read("“The dam will hold this winter,” Tom Roe and Ann Lind said.").statements
    assert statement.speakers == ("Tom Roe", "Ann Lind")
    assert statement.speaker_kind is SpeakerKind.GROUP


def test_the_same_description_in_two_articles_is_two_speakers() -> None:
    text = "“The dam will hold this winter,” a port official said."
    ids = {read(text + tail).statements[0].speaker_id for tail in ("", " It rained.")}
    assert len(ids) == 2


def test_speakers_list_every_form_as_printed_and_the_titles() -> None:
    text = "Brig. Gen. Ann Lind spoke.\n\n“The dam will hold this winter,” Gen. Lind said."
    (speaker,) = read(text).speakers
    assert speaker.name == "Ann Lind"
    assert speaker.variants == ("Brig. Gen. Ann Lind", "Gen. Lind")
    assert [role for role, _, _ in speaker.roles] == ["Brig. Gen.", "Gen."]


def test_the_author_is_who_says_i() -> None:
    reading = within(extract(Article("“The dam will hold this winter,” I told the mayor.", authors=("Ida Berg",))))
    assert [s.speaker for s in reading.statements] in (["Ida Berg"], [])


@pytest.mark.parametrize("text", ["", "“x”", "He said “yes”.", "“Yes, we will go there,” it said.", "“Yes, we all will go,” they said."])
def test_nobody_to_credit_raises_nothing(text: str) -> None:
    assert all(s.speaker is None or s.speaker_id for s in read(text).statements)


def test_a_name_that_ends_in_an_article_keeps_its_letters() -> None:
    reading = within(extract(Article("The relief fund’s South Asia office said that rain would spread the fire.")))
    assert "South Asia office" in " ".join(speaker.name for speaker in reading.speakers)


APART = [
    (
        "whom the talk turned to",
        "Mayor John Bell said the school would shut. “We had to,” he said.\n\nGovernor Paul Stone came. He promised that help would too.",
        ["John Bell", "John Bell", "Paul Stone"],
    ),
    (
        "a title after an opening phrase hides no subject",
        "Mr Lund said the mine was safe. In May, Prime Minister Carl Berg visited it. He said he had been told otherwise.",
        ["Lund", "Carl Berg"],
    ),
    (
        "a place before what speaks of it",
        "A train came off the tracks near Hallam Junction, the rail operator says.",
        ["the rail operator"],
    ),
    (
        "another one brought in since",
        "A caller from Hollow Road said a man was shouting at cars. Officers found the man, who said he was learning a part.",
        ["A caller from Hollow Road", "the man"],
    ),
    (
        "an official and whoever is named next",
        "Three people died in the fire, a local official said.\n\nPaul Reyes, of the harbour police, said the cause was not known.",
        ["a local official", "Paul Reyes"],
    ),
    ("a name and what it is called", "Gary Holt, a former guard at the palace said the book was true.", ["Gary Holt"]),
]


@pytest.mark.parametrize(("what", "text", "expected"), APART, ids=[case[0] for case in APART])
def test_who_speaks_is_told_from_whoever_spoke_before(what: str, text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


PRINTED = [
    ("what somebody is, its comma lost", "Rami Karam head of the Coast Observatory said the dam had held.", "Rami Karam"),
    ("an envoy for a country", "The United Nations envoy for Malta Sefan de Mura said the dam had held.", "Sefan de Mura"),
    ("two offices of one person", "Norda News Vice President and Oslo Managing Editor Bill Samson said the dam had held.", "Bill Samson"),
    ("two adjectives", "Many current and former Lund employees said the dam had held.", "Many current and former Lund employees"),
    ("an age", "“The dam held,” said 19-year-old Mina Tolo.", "Mina Tolo"),
    ("a body named after what it is", "The militia group Hezbar said the dam had held.", "Hezbar"),
]


@pytest.mark.parametrize(("what", "text", "expected"), PRINTED, ids=[case[0] for case in PRINTED])
def test_a_source_is_called_by_its_name_alone(what: str, text: str, expected: str) -> None:
    assert speakers(text) == [expected]


BODIES = [
    ("shares in it", "Vectra swung to a loss. Shares in Vectra fell. Vectra said it was sorry.", "Vectra"),
    ("what it is", "Torran, a small airline, said two planes were late.", "Torran"),
    ("which, not who", "Torran, which has nine ships, said two were late.", "Torran"),
    ("what it is, before it", "The airline Torran said two planes were late.", "Torran"),
]


@pytest.mark.parametrize(("what", "text", "name"), BODIES, ids=[case[0] for case in BODIES])
def test_the_words_beside_a_name_tell_a_body(what: str, text: str, name: str) -> None:
    (said,) = [s for s in read(text).statements if s.mention]
    assert (said.speaker, said.speaker_kind) == (name, SpeakerKind.ORGANISATION)


@pytest.mark.parametrize("text", ["Jones, a member of the party, said no ship sank.", "Barlow, a company director, said no ship sank."])
def test_whoever_belongs_to_a_body_is_none(text: str) -> None:
    (said,) = read(text).statements
    assert said.speaker_kind is SpeakerKind.PERSON


def test_the_company_is_the_one_spoken_of_and_no_union() -> None:
    text = "Norland Lines lost money. Its union, the Dockers Union, was angry. The company said that the ships would sail."
    assert [s.speaker for s in read(text).statements if s.mention] == ["Norland Lines"]


def test_a_body_says_what_its_statement_says() -> None:
    assert speakers("The harbour board met. Its statement said that the dam would hold.") == ["harbour board"]


def test_who_is_only_described_and_says_nothing_is_no_speaker() -> None:
    reading = read("A clerk left the port. Ann Lind came. “The dam will hold,” she said.")
    assert [s.name for s in reading.speakers] == ["Ann Lind"]
