"""No article is read by models that learned from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import tracker
from tracker.model import Span
from tracker.train.__main__ import written
from tracker.train.corpus import Annotated, Attribution, fold, read, stripped, without_commas
from tracker.train.heldout import held_out
from tracker.train.speech import train


def said(number: int) -> Annotated:
    text = "Lund said the mine was closed."
    return Annotated(str(number), text, (Attribution((Span(10, 29),), "indirect", Span(5, 9), "say", Span(0, 4), True),))


ARTICLES = tuple(said(number) for number in range(16))


def test_the_parts_share_no_article_and_leave_none_out() -> None:
    for part in range(3):
        learned_from, held = fold(ARTICLES, part, 3)
        assert not set(learned_from) & set(held)
        assert set(learned_from) | set(held) == set(ARTICLES)


def test_every_article_is_read_once_by_models_of_the_others() -> None:
    found = dict(held_out(ARTICLES, 2))
    assert set(found) == set(ARTICLES)
    assert all(statement.content == "the mine was closed" for statements in found.values() for statement in statements)
    assert any(found.values())


def test_models_that_learned_nothing_find_nothing() -> None:
    silent = tuple(Annotated(str(n), "Lund said the mine was closed.", ()) for n in range(4))
    assert not any(dict(held_out(silent, 2)).values())


@pytest.mark.slow
@pytest.mark.parametrize(("name", "reader"), [("speech", read), ("stripped_speech", stripped)])
def test_the_committed_weights_are_what_training_gives(corpus: Path, name: str, reader: Callable[[Path], tuple[Annotated, ...]]) -> None:
    committed = (Path(tracker.__file__).parent / "data" / f"{name}.json").read_text("utf-8")
    assert written(train(reader(corpus))) == committed


def test_without_commas_every_annotation_covers_the_same_words() -> None:
    text = "Lund, the mayor, said the mine’s gate, too, was closed."
    told = Attribution((Span(22, 54),), "indirect", Span(17, 21), "say", Span(0, 15), True)
    bare = without_commas(Annotated("1", text, (told,)))
    [found] = bare.attributions
    assert bare.text == "Lund the mayor said the mines gate too was closed."
    assert [span and span.of(bare.text) for span in (*found.spans, found.cue, found.source)] == [
        "the mines gate too was closed",
        "said",
        "Lund the mayor",
    ]
