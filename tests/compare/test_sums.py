"""Parts that a sentence counts apart, and that together make a count elsewhere, contradict nothing."""

from __future__ import annotations

import datetime as dt

from tests.compare.making import figure
from tracker import pipeline
from tracker.compare.sums import made_up
from tracker.model import Article, Figure, Relation, Role, Span

TOLL, BOTH = Span(0, 90), Span(100, 190)


def parts(*figures: Figure) -> list[Role]:
    return [made.role for made in made_up(figures)]


def test_two_parts_of_one_sentence_that_make_up_a_count_of_another_are_its_parts() -> None:
    whole = figure("at least 70", sentence=TOLL, population="fighters")
    some = (figure("30", sentence=BOTH, population="soldiers"), figure("39", sentence=BOTH, population="rebels"))
    made = made_up((whole, *some))
    assert [f.role for f in made] == [Role.TOTAL, Role.PART, Role.PART]
    assert made[1].part_of == whole.number
    assert made_up(made) == made


def test_counts_that_come_to_something_else_stay_counts() -> None:
    whole = figure("70", sentence=TOLL, population="fighters")
    soldiers, rebels = figure("30", sentence=BOTH, population="soldiers"), figure("12", sentence=BOTH, population="rebels")
    assert parts(whole, soldiers, rebels) == [Role.TOTAL] * 3
    assert parts(whole, soldiers, figure("40", metric="injured", sentence=BOTH, population="rebels")) == [Role.TOTAL] * 3
    assert parts(whole, soldiers, figure("40", sentence=BOTH, population="soldiers")) == [Role.TOTAL] * 3
    assert parts(whole, soldiers, figure("dozens", sentence=BOTH, population="rebels")) == [Role.TOTAL] * 3
    assert parts() == []


def test_an_article_that_adds_up_puts_nothing_before_a_person() -> None:
    text = (
        "At least 70 fighters were killed in battles around Oru on Monday.\n\n"
        "The Valley Monitor said 30 soldiers and 39 rebels had been killed in the battles around Oru."
    )
    found = pipeline.compare([Article(text, title="70 fighters die around Oru", published=dt.date(2031, 5, 6))])
    assert not [pair for pair in found.pairs if pair.relation is Relation.CONFLICT]
