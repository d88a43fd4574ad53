"""Which words any news uses is counted, never listed by hand."""

from __future__ import annotations

from tracker.compare import words as comparing
from tracker.train.words import train


def test_names_are_not_counted_and_a_word_counts_once_a_text() -> None:
    texts = ["In Ostrow men dug on; other men wept.", "The men of Ostrow slept.", "A herd crossed Ostrow.", *["Snow fell."] * 97]
    share = train(texts)["share"]
    assert share["men"] == 0.02
    assert not {"ostrow", "herd"} & share.keys()


def test_no_texts_give_no_words() -> None:
    assert train([]) == {"share": {}}


def test_the_words_shipped_weigh_less_than_a_name() -> None:
    assert comparing.weight(comparing.fold("hospital")) < comparing.weight(comparing.fold("Ostrow"))
