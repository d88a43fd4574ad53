"""What changed from one version of an article to the next."""

from __future__ import annotations

import datetime as dt

from tracker import versions
from tracker.model import Article, ArticleView, Figure, Span


def view(text: str, title: str = "Fire", day: int = 1, words: str = "") -> ArticleView:
    article = Article(text, title=title, published=dt.date(2031, 3, day))
    start = text.find(words)
    figures = (Figure(article.id, Span(start, start + len(words)), Span(start, start + len(words)), words, 1, 1, metric="killed"),)
    return ArticleView(article, (), figures if words else (), ())


def test_a_figure_that_came_for_another_is_told_before_any_word() -> None:
    before, after = view("Nine died.", words="Nine"), view("Ten died.", "Fire kills ten", words="Ten")
    found = [(change.mark, change.what, change.words) for change in versions.changed(before, after)]
    assert found == [
        ("−", "title", "Fire"),
        ("−", "figure", "Nine killed"),
        ("+", "title", "Fire kills ten"),
        ("+", "figure", "Ten killed"),
    ]


def test_versions_stand_in_the_order_of_their_days() -> None:
    late, early = view("b", day=9), view("a", day=2)
    assert versions.in_order([late, early]) == [early, late]


def test_passages_hold_every_paragraph_of_both_and_count_those_that_are_the_same() -> None:
    found = versions.passages("one\n\ntwo\n\nthree\n\nfour", "one\n\ntwo\n\nTHREE\n\nfour\n\nfive")
    assert [(p.before, p.after, p.is_same) for p in found] == [
        ("one\ntwo", "one\ntwo", True),
        ("three", "THREE", False),
        ("four", "four", True),
        ("", "five", False),
    ]
    assert found[0].paragraphs == 2


def test_two_empty_texts_have_no_passage() -> None:
    assert versions.passages("", "\n\n") == []
