"""Numbers that one article gives as two counts do not contradict each other where another article repeats one of them."""

from __future__ import annotations

from tests.compare.making import entry
from tracker.compare import relate
from tracker.model import Entry, Relation, Span

PORT = {"place": "Port Elm", "places": ("Port Elm",), "event_words": ("raid", "harbour")}


def told(words: str, who: str, article: str, **more: object) -> Entry:
    return entry(words, article=article, outlet=article, population=who, sentence=Span(0, 90), **{**PORT, **more})


def relations(*entries: Entry) -> dict[tuple[str, str], Relation]:
    words = {one.figure.id: f"{one.heading.outlet} {one.figure.words}" for one in entries}
    return {tuple(sorted((words[p.a], words[p.b]))): p.relation for p in relate(entries, ())}


def test_the_twin_of_a_number_is_no_contradiction_of_the_number_beside_it() -> None:
    a = told("120", "hill fighters", "Courier")
    b = (told("120", "hill fighters", "Herald"), told("60", "mercenaries", "Herald"))
    assert relations(a, b[1])["Courier 120", "Herald 60"] is Relation.CONFLICT
    assert relations(a, *b)["Courier 120", "Herald 60"] is Relation.DIFFERENT_SCOPE
    assert relations(*b, a) == relations(a, *b)


def test_two_numbers_that_an_article_merely_reports_side_by_side_stay_a_contradiction() -> None:
    a = told("120", "people", "Courier")
    b = (told("120", "people", "Herald", speaker="the mayor"), told("60", "people", "Herald", speaker="the rebels"))
    assert relations(a, *b)["Courier 120", "Herald 60"] is Relation.CONFLICT


def test_nothing_to_compare_is_nothing_to_part() -> None:
    assert relations() == {}
    assert relations(told("dozens of", "people", "Courier")) == {}
