"""Direct quotations and their sources, marked in the text: «content», ⟨source⟩ of the statement; what is unmarked quotes nobody."""

from __future__ import annotations

import pytest

from tracker.extract.quotations import quotations
from tracker.model import Article, Kind, Polarity, Statement
from tracker.text.names import names

ONE_SPEAKER = [
    ("quotation, speaker, cue", "“«The dam will hold through the winter»,” ⟨Ann Lind⟩ said."),
    ("quotation, cue, speaker", "“«The dam will hold through the winter»,” said ⟨Ann Lind⟩, who built it."),
    ("speaker, cue, quotation", "⟨Ann Lind⟩ said, “«The dam will hold through the winter.»”"),
    ("colon", "⟨Ann Lind⟩ told the council: “«The dam will hold through the winter.»”"),
    ("straight marks", '"«The dam will hold through the winter»," ⟨she⟩ said.'),
    ("apposition before the cue", "“«We ran out of sand by noon»,” ⟨Tom Roe⟩, a harbour pilot from Bergen, said on Monday."),
    ("split by its cue", "“«We ran out of sand»,” ⟨Tom Roe⟩ said, “«and nobody came to help us.»”"),
    ("carried on after its cue", "“«We ran out of sand»,” ⟨he⟩ said. “«Nobody came to help us that day.»”"),
    ("unnamed", "“«We ran out of sand»,” ⟨a senior port official⟩ told reporters."),
    ("two speakers", "“«We ran out of sand»,” ⟨Tom Roe and Ann Lind⟩ said."),
    ("a fragment", "⟨The ministry⟩ called the plan “«a gift to the smugglers of the coast.»”"),
    ("written", "“«We ran out of sand»,” ⟨the pilots⟩ wrote in a letter to the minister."),
]


def read(text: str) -> tuple[Statement, ...]:
    return quotations(Article(text), names(text))[0]


def unmarked(marked: str) -> tuple[str, list[str], str]:
    """The plain text, the contents, the source."""
    contents = [part.split("»")[0] for part in marked.split("«")[1:]]
    source = marked.partition("⟨")[2].partition("⟩")[0]
    return marked.translate({ord(c): None for c in "«»⟨⟩"}), contents, source


HOSTILE = [
    ("apostrophes in single marks", "‘«It’s the dogs’ barking that wakes ’em»,’ said ⟨Joan Pell⟩."),
    ("single marks, a name in -s", "⟨Tom Roe⟩ said: ‘«My mother’s house, my brothers’ boat, the lot. ’Twas all gone.»’"),
    ("double marks in single ones", "‘«He told me, “Go home,” and I went»,’ said ⟨Joan Pell⟩."),
    ("over sentences", "“«I saw it. It was red. And then—»” ⟨Ann Lind⟩ broke off."),
    ("never closed, its cue within", '"«We did our best in the flood», said ⟨Mayor Ann Lind⟩. The town was under water for nine days.'),
    ("never closed, its cue within and last", '"«We did our best in the flood», ⟨Ann Lind⟩ said. The town was under water.'),
    ("a label", "⟨Ann Roe⟩, the mayor: “«The dam will hold through the winter.»”"),
    ("a label above it", "⟨Ann Roe⟩, the mayor:\n\n“«The dam will hold through the winter.»”"),
    ("in a headline", "⟨Mayor⟩: ‘«We did our best»’ in flood"),
    ("the name of a programme", '"«We are all fine today»," ⟨Ann Lind⟩ told the BBC\'s "Newshour" programme.'),
    ("an age before the name", "“«The sea took the house»,” said ⟨19-year-old Mina Tolo⟩."),
]
"""Marks of every manner."""


@pytest.mark.parametrize(("form", "marked"), ONE_SPEAKER + HOSTILE, ids=[name for name, _ in ONE_SPEAKER + HOSTILE])
def test_a_quotation_is_one_statement_with_its_source(form: str, marked: str) -> None:
    text, contents, source = unmarked(marked)
    (statement,) = read(text)
    assert [span.of(text).rstrip(",") for span in statement.spans] == [c.rstrip(",") for c in contents]
    assert statement.mention is not None
    assert statement.mention.text == source == statement.mention.span.of(text)
    assert statement.kind is Kind.DIRECT
    assert 0 < statement.confidence <= 1


SCARE = [
    "They sell so-called “smart” locks in the town.",
    "He sang “The Long Road Home” at the fair.",
    "Jack “Tiny” Moss won the race.",
]


@pytest.mark.parametrize("text", SCARE)
def test_marks_that_quote_nobody_make_no_statement(text: str) -> None:
    assert read(text) == ()


TALK = [
    ("“Why were you late?” asked the judge.\n\n“My train did not come that day.”", ["the judge", None]),
    (
        "“I was late,” said Tom Roe.\n\n“Why were you late?” asked the judge.\n\n“My train did not come.”\n\n“And then?”\n\n"
        "“I walked all the way.”",
        ["Tom Roe", "the judge", "Tom Roe", "the judge", "Tom Roe"],
    ),
    ("“We lost it all,” Ann Lind said.\n\n“There is nothing left of the house.”", ["Ann Lind", "Ann Lind"]),
    ("“What can I do,” Ann Lind asked.\n\n“There is nothing left of the house.”", ["Ann Lind", "Ann Lind"]),
]


@pytest.mark.parametrize(("text", "speakers"), TALK)
def test_an_answer_without_a_cue_is_the_other_ones(text: str, speakers: list[str | None]) -> None:
    assert [s.mention and s.mention.text for s in read(text)] == speakers


def test_quotations_in_separate_paragraphs_are_separate_statements_of_one_speaker() -> None:
    text = "“We ran out of sand,” Tom Roe said.\n\n“Nobody came to help us that whole day.”"
    first, second = read(text)
    assert first.mention == second.mention
    assert second.found_by == "quotation:carry"


def test_a_quotation_left_open_over_paragraphs_keeps_its_speaker() -> None:
    text = "“We ran out of sand by noon,” Tom Roe said. “Then the water came.\n\n“Nobody came to help us that whole day.”"
    assert [s.mention.text for s in read(text) if s.mention] == ["Tom Roe", "Tom Roe"]


def test_every_content_slices_to_its_words() -> None:
    text = "“ We lost ten homes, ” Tom Roe said. ``Ten homes,'' he added, \"all of them.\""
    for statement in read(text):
        assert statement.content == " ".join(span.of(text) for span in statement.spans)
        assert statement.content == statement.content.strip()


def test_a_denial_and_a_question_carry_their_polarity() -> None:
    text = "“Is the dam safe for the winter?” asked Ann Lind.\n\nThe ministry denied “any talk of a closed port.”"
    assert [s.polarity for s in read(text)] == [Polarity.ASKS, Polarity.DENIES]


def test_an_unpaired_mark_is_a_finding_on_the_mark() -> None:
    text = "The dam held.” Nobody said more."
    _, findings = quotations(Article(text), ())
    assert [(f.code, f.span and f.span.of(text)) for f in findings] == [("unpaired_quotation", "”")]


def test_a_quotation_without_anybody_is_a_statement_without_mention_and_a_finding() -> None:
    text = "“The dam held through the long winter and nobody was hurt at all.”"
    statements, findings = quotations(Article(text), ())
    assert [s.mention for s in statements] == [None]
    assert [f.code for f in findings] == ["unattributed_quotation"]


@pytest.mark.parametrize("text", ["“", "””””", '"" "', "he said “”", "“a” “b” “c", "said “x” said", "“x”\n“y", "’’ ``", "\u2028“x”"])
def test_broken_marks_raise_nothing(text: str) -> None:
    statements, _ = quotations(Article(text), names(text))
    assert all(span.of(text) for s in statements for span in s.spans)
