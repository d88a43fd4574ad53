"""A claim of hundreds of figures: only what is shown is read, and everything that works on a small one works on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.driving import LARGE, SMALL, desk
from tracker.model import Article, Claim, Document, Figure, Heading, Pair, Reading, Relation, Scope, Span
from tracker.store import open_store
from tracker.store.base import Store
from tracker.tui.pages import PAGE

MANY = 300
TEXT = "".join(f"{100 + n} boats were lost off Port Almara.\n" for n in range(MANY))


@pytest.fixture
def giant(tmp_path: Path) -> Iterator[Store]:
    """One claim of three hundred figures, each in conflict with the first, ten a day."""
    store = open_store(tmp_path / "giant.db")
    article = Article(TEXT, title="Every count", outlet="Harbour Post", published=dt.date(2031, 3, 4))
    figures = []
    for n in range(MANY):
        words = str(100 + n)
        span = Span(TEXT.index(f"{words} boats"), TEXT.index(f"{words} boats") + 3)
        day = dt.date(2031, 3, 4) + dt.timedelta(n // 10)
        figures.append(Figure(article.id, span, span, words, 100 + n, 100 + n, metric="boats", as_of=day, scope=Scope(place="Port Almara")))
    store.add(Document(article), Reading(article, (), tuple(figures), ()), Heading(article.id, article.title, article.outlet))
    store.save_pairs([Pair(figures[0].id, figure.id, Relation.CONFLICT, "too far apart") for figure in figures[1:]])
    ids = tuple(figure.id for figure in figures)
    groups = tuple(range(MANY))
    claim = Claim("c-many", "boats — off Port Almara", "boats", None, None, "Port Almara", None, Relation.CONFLICT, ids, MANY, "apart",
        100, 399, origin_groups=groups)  # fmt: skip
    store.save_claims([claim])
    yield store
    store.close()


def test_a_part_of_a_claim_has_its_rows_and_the_pairs_they_are_in(giant: Store) -> None:
    whole, part = giant.claim_view("c-many"), giant.claim_view("c-many", 64, 10)
    assert whole and part
    assert [row.figure for row in part.rows] == [row.figure for row in whole.rows[64:74]] and part.claim == whole.claim
    assert [pair.reason for pair in part.pairs] == ["too far apart"] * 10
    assert giant.claim_view("c-many", MANY, 10).rows == ()  # type: ignore[union-attr]


def test_points_are_every_figure_by_day_with_the_worst_it_stands_in(giant: Store) -> None:
    points = giant.points("c-many")
    assert [point.stated for point in points] == list(range(100, 400))
    assert {point.relation for point in points} == {Relation.CONFLICT} and not any(point.grows for point in points)
    assert giant.points("no such claim") == []


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_it_opens_with_a_page_and_reads_on_as_one_goes_down(giant: Store, size: tuple[int, int]) -> None:
    async with desk(giant, size=size) as person:
        screen = person.app.screen
        assert len(screen.view.rows) == PAGE and screen.figures.total == MANY  # type: ignore[attr-defined]
        assert person.sees("not drawn") or size == SMALL
        await person.press("enter", "G")
        assert person.sees("399") and screen.figures.item.figure.words == "399"  # type: ignore[attr-defined]
        await person.press("g")
        assert screen.figures.item.figure.words == "100"  # type: ignore[attr-defined]


async def test_a_verdict_is_about_all_of_it_and_why_gives_every_pair(giant: Store) -> None:
    async with desk(giant) as person:
        await person.press("i", "G")
        assert person.sees("399")
        await person.press("escape", "w")
        assert person.sees("Numbers or negations differ")
        await person.press("escape", "enter", "G", "R")
        (decision,) = giant.decisions()
        assert len(decision.anchors) == MANY and decision.anchors[0].words == "399"


async def test_a_list_that_lost_rows_since_they_were_counted_ends_where_they_end(giant: Store) -> None:
    async with desk(giant) as person:
        figures = person.app.screen.figures  # type: ignore[attr-defined]
        figures.pages.total = MANY + 40
        await person.press("enter", "G")
        await person.settle()
        assert figures.total == MANY and figures.item.figure.words == "399"
