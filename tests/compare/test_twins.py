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


CITED = {"sentence": Span(0, 90), "event_words": (), "place": None, "places": ()}


def cited(number: str, update: str | None = None, **more: object) -> Entry:
    return entry(number, article="report", outlet="Herald", title="The count is put right", update=update, **{**CITED, **more})


def test_a_number_set_in_the_place_of_one_that_both_give_answers_both() -> None:
    a = entry("120", outlet="Courier", article="first", **PORT)
    twin, other = cited("120", "had spoken of", **PORT), cited("138")
    assert ("Courier 120", "Herald 138") not in relations(a, other)
    assert relations(a, twin, other)["Courier 120", "Herald 138"] is Relation.REVISION
    assert relations(twin, other, a) == relations(a, twin, other)


def test_what_comes_later_meets_the_same_pairs() -> None:
    a = entry("120", outlet="Courier", article="first", **PORT)
    report = (cited("120", "had spoken of", **PORT), cited("138"))
    together = {frozenset((pair.a, pair.b)): pair.relation for pair in relate([a, *report], ())}
    across = {ends: relation for ends, relation in together.items() if a.figure.id in ends}
    assert {frozenset((pair.a, pair.b)): pair.relation for pair in relate([a], report)} == across
    assert {frozenset((pair.a, pair.b)): pair.relation for pair in relate(report, [a])} == together
