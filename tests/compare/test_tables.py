"""A table of hundreds of figures costs no more than a long article, and says what was left out."""

from __future__ import annotations

from dataclasses import replace

from tests.compare.making import DAY, entry, figure
from tracker.compare import keys, prepare, relate
from tracker.compare.tables import MOST
from tracker.model import Article, Entry, Reading

ARTICLE = Article("x" * 100_000, title="List of fires", outlet="Courier", published=DAY)


def table(count: int, metric: str = "killed") -> Reading:
    made = [figure(f"{20 + number % 700}", metric, ARTICLE.id, event_words=("fire",)) for number in range(count)]
    return prepare(Reading(ARTICLE, figures=tuple(made)))


def test_figures_of_one_measure_beyond_some_hundreds_are_kept_and_not_compared() -> None:
    made = table(MOST + 5)
    assert len(made.figures) == MOST + 5
    assert [figure.uncompared for figure in made.figures] == [False] * MOST + [True] * 5
    (finding,) = made.findings
    assert finding.code == "not_compared" and finding.message.startswith("5 figures (killed)")
    assert finding.span == made.figures[MOST].span


def test_doing_it_again_changes_nothing() -> None:
    made = table(MOST + 5)
    assert prepare(made) == made


def test_an_article_of_as_many_measures_loses_none() -> None:
    parts = [table(MOST - 1, metric).figures for metric in ("killed", "injured")]
    made = prepare(Reading(ARTICLE, figures=tuple(one for part in parts for one in part)))
    assert not made.findings and not any(one.uncompared for one in made.figures)


def test_what_is_left_out_meets_nothing() -> None:
    old = entry("40", "Fire at Port Elm", event_words=("fire",))
    new = entry("90", "Fire at Port Elm", event_words=("fire",))
    left = Entry(replace(new.figure, uncompared=True), new.heading)
    assert relate([new], [old]) and not relate([left], [old]) and not relate([old], [left])
    assert keys([new]) and not keys([left])
