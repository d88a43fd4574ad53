"""The words in context: enough to check a figure by, and not the whole article."""

from __future__ import annotations

from tests.report.sample import ROWS
from tracker.model import Span
from tracker.report import passage
from tracker.report.passage import CUT, Piece, excerpt

FILLER = [
    f"The ferry of pier {word} was painted green that spring and nobody minded it."
    for word in ("one", "two", "three", "four", "five", "six")
]
TOLD = "Mayor Ana Ruiz counted 58 dead."


def text_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def marked(text: str) -> list[tuple[Span, str]]:
    at = text.index("58")
    return [(Span(at, at + 2), "figure")]


def long(*sentences: str) -> str:
    return " ".join((*FILLER, *FILLER, *sentences, *FILLER, *FILLER))


def test_of_a_long_passage_the_sentence_is_shown_with_those_beside_it() -> None:
    text = long(TOLD)
    pieces = excerpt(text, marked(text))
    assert text_of(pieces) == f"{CUT.lstrip()}{FILLER[-1]} {TOLD} {FILLER[0]}{CUT.rstrip()}"
    assert [piece.text for piece in pieces if piece.role] == ["58"]


def test_what_lies_between_two_of_them_is_cut_once() -> None:
    text = long(TOLD, *FILLER, "Later it was 60.")
    at = text.index("60")
    shown = text_of(excerpt(text, [*marked(text), (Span(at, at + 2), "figure")]))
    assert shown.count(CUT.strip()) == 3
    assert f"{TOLD} {FILLER[0]}{CUT}{FILLER[-1]} Later it was 60." in shown


def test_the_speaker_is_shown_however_far_from_the_figure() -> None:
    text = " ".join(("Tomas Weld came late.", *FILLER, *FILLER, TOLD))
    shown = text_of(excerpt(text, [(Span(0, 10), "speaker"), *marked(text)]))
    assert shown == f"Tomas Weld came late. {FILLER[0]}{CUT}{FILLER[-1]} {TOLD}"


def test_a_short_passage_and_one_with_nothing_lit_stay_whole() -> None:
    assert text_of(excerpt(TOLD, marked(TOLD))) == TOLD
    assert text_of(excerpt(long(TOLD), [])) == long(TOLD)
    assert text_of(passage.of_row(ROWS[0])) == ROWS[0].passage


def test_a_text_without_sentences_is_not_cut_within_a_mark() -> None:
    text = "x" * 5000
    assert text_of(excerpt(text, [(Span(100, 4900), "said")])) == text
