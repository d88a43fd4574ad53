"""Parts that a sentence counts apart, and that together make a count elsewhere, contradict nothing."""

from __future__ import annotations

import datetime as dt

from tests.compare.making import figure
from tracker import pipeline
from tracker.compare.sums import freed, made_up, summed
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


def test_counts_of_several_sentences_that_come_to_the_first_total_are_parts_of_it() -> None:
    total = figure("11", sentence=Span(0, 90))
    some = (figure("8", sentence=Span(100, 190)), figure("3", sentence=Span(200, 290)))
    assert [f.part_of for f in summed((total, *some))] == [None, total.number, total.number]
    assert all(f.role is Role.TOTAL for f in summed((total, *some)))
    assert summed(summed((total, *some))) == summed((total, *some))


def test_counts_told_before_the_greatest_or_in_one_sentence_or_not_exact_make_nothing_up() -> None:
    early, late = figure("8", sentence=Span(0, 90)), figure("3", sentence=Span(100, 190))
    total = figure("11", sentence=Span(200, 290))
    assert [f.part_of for f in summed((early, late, total))] == [None] * 3
    beside = (figure("11", sentence=Span(0, 90)), figure("8", sentence=Span(100, 190)), figure("3", sentence=Span(100, 190)))
    assert [f.part_of for f in summed(beside)] == [None] * 3
    rough = (figure("11", sentence=Span(0, 90)), figure("about 8", sentence=Span(100, 190)), figure("3", sentence=Span(200, 290)))
    assert [f.part_of for f in summed(rough)] == [None] * 3
    assert summed(()) == ()


def test_a_hundred_counts_of_one_article_are_not_tried_in_every_way() -> None:
    many = tuple(figure(str(n), sentence=Span(n * 10, n * 10 + 9)) for n in range(300, 1, -1))
    assert [f.part_of for f in summed(many)] == [None] * len(many)


def test_a_part_of_a_count_of_another_measure_is_the_toll() -> None:
    aboard = figure("90", metric="passengers")
    (_, toll) = freed([aboard, figure("70", role=Role.PART, part_of=aboard.number)])
    assert (toll.role, toll.part_of) == (Role.TOTAL, None)
    hurt = figure("90", metric="injured")
    assert [f.role for f in freed([hurt, figure("7", role=Role.PART, part_of=hurt.number)])] == [Role.TOTAL, Role.PART]


def test_a_part_that_is_one_by_its_place_alone_is_the_toll_of_that_place() -> None:
    whole = figure("90", population="people", place="Malta", places=("Malta",))
    there = figure("12", population="people", place="Varen", places=("Varen",), role=Role.PART, part_of=whole.number)
    (_, found) = freed([whole, there])
    assert (found.role, found.part_of) == (Role.TOTAL, whole.number)
    monks = figure("12", population="monks", place="Varen", places=("Varen",), role=Role.PART, part_of=whole.number)
    assert [f.role for f in freed([whole, monks])] == [Role.TOTAL, Role.PART]
