"""Statements by speaker and by article: sections, unnamed sources apart, passages once; and an order that needs no memory."""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import replace

import pytest

from tests.report.sample import DOSSIER, HEADINGS, PASSAGES, STATEMENTS
from tracker.model import Dossier, Hit, Kind, Speaker, SpeakerKind
from tracker.report import attribution, grouping, ordering
from tracker.report.redaction import Redaction

RESCUER = Speaker("r1", "a rescuer", SpeakerKind.UNNAMED, ("a rescuer",))
MAYOR = Speaker("m", "Ana Ruiz", SpeakerKind.PERSON, ("Ana Ruiz", "Mayor Ana Ruiz"), (("Mayor", HEADINGS["a2"].day, HEADINGS["a2"].day),))


def hit(number: int, speaker: Speaker | None, **more: object) -> Hit:
    statement = STATEMENTS[number]
    held = replace(statement, speaker=speaker.name, speaker_id=speaker.id) if speaker else replace(statement, speaker=None, speaker_id=None)
    text = PASSAGES[statement.article]
    return replace(Hit(held, HEADINGS[statement.article], statement.content, speaker=speaker, passage=text), **more)  # type: ignore[arg-type]


def dossier(*hits: Hit) -> Dossier:
    return replace(DOSSIER, statements=hits, credits=None)


def test_unnamed_sources_of_two_articles_are_two() -> None:
    other = replace(RESCUER, id="r2")
    found = dossier(hit(2, RESCUER), hit(0, other))
    assert [(group.name, group.article) for group in grouping.by_speaker(found)] == [("a rescuer", "a3"), ("a rescuer", "a1")]
    assert list(grouping.unnamed(found)) == [("a rescuer", "a1", 1), ("a rescuer", "a3", 1)]
    assert "A rescuer [1], 1" in " ".join(attribution.html(found, "speaker").replace("</a>", "").split(">"))


def test_a_person_stands_with_offices_and_days_and_the_forms_printed() -> None:
    (group,) = grouping.by_speaker(dossier(hit(1, MAYOR)))
    assert (group.section, group.name, group.about) == ("Persons", "Ana Ruiz", "Mayor (4 Mar 2021); printed as Mayor Ana Ruiz")


def test_two_statements_of_one_sentence_are_shown_in_it_once() -> None:
    first = hit(1, MAYOR)
    second = replace(first, statement=replace(first.statement, kind=Kind.INDIRECT, content="58 dead"))
    (quoted,) = next(grouping.by_speaker(dossier(first, second))).quoted
    assert "".join(piece.text for piece in quoted.pieces) == PASSAGES["a2"]
    assert attribution.credit(quoted, "speaker").startswith("quoted and in other words, via <b>Courier</b> & Sons · ")


def test_what_nobody_is_credited_with_comes_last() -> None:
    groups = [(group.section, group.name) for group in grouping.by_speaker(dossier(hit(0, None), hit(1, MAYOR)))]
    assert groups == [("Persons", "Ana Ruiz"), ("Nobody credited", "Statements without a speaker")]


@pytest.mark.parametrize("by", ["speaker", "article"])
def test_the_contents_name_the_groups_in_their_order(by: str) -> None:
    found = dossier(hit(2, RESCUER), hit(0, None), hit(1, MAYOR), hit(2, replace(MAYOR, id="m2")))
    groups, contents = attribution.GROUPED[by]
    assert [line.name for line in contents(found)] == [group.name for group in groups(found)]


def test_the_order_is_that_of_sorting_however_little_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ordering, "HELD", 7)
    values = [(random.Random(3 * n).randrange(20), n) for n in range(100)]
    assert list(ordering.ordered(values, lambda value: value[0])) == sorted(values, key=lambda value: value[0])
    assert list(ordering.ordered([], lambda value: value)) == []


@pytest.mark.parametrize("by", attribution.VIEWS)
def test_a_withheld_outlet_is_named_nowhere(by: str) -> None:
    """Not as the source, nor as an origin, a voice, a relay, in a reason, in the filter or in quoted words."""
    withheld = "Harbour Radio"
    narrated = replace(DOSSIER.statements[0], statement=replace(STATEMENTS[0], kind=Kind.NARRATION, speaker=withheld))  # type: ignore[index]
    claims = tuple(replace(v, claim=replace(v.claim, reason=f"{withheld} and another differ")) for v in DOSSIER.claims)
    rows = tuple(replace(v, rows=tuple(replace(row, origin=withheld) for row in v.rows)) for v in claims)
    found = replace(DOSSIER, claims=rows, statements=(*DOSSIER.statements, narrated), query=f"outlets: {withheld}")
    for text in (
        attribution.html(found, by, Redaction(outlets=(withheld,))),
        attribution.markdown(found, by, Redaction(outlets=(withheld,))),
    ):
        assert withheld.casefold() not in text.casefold()
        assert "█████" in text
        assert "Stored text a1" not in re.sub("<[^>]+>", "", text)
        assert "Stored text a2" in re.sub("<[^>]+>", "", text)


def test_what_one_speaker_said_is_in_the_order_in_which_it_was_said() -> None:
    late = hit(1, MAYOR)
    early = replace(late, statement=replace(late.statement, kind=Kind.INDIRECT, said_on=dt.date(2020, 1, 1)), passage="", passage_start=0)
    group = next(grouping.by_speaker(dossier(late, early)))
    assert [quoted.hits for quoted in group.quoted] == [(early,), (late,)]


def test_who_said_it_together_with_another_is_told_so() -> None:
    both = hit(1, MAYOR)
    both = replace(both, statement=replace(both.statement, speakers=("Ana Ruiz", "the coast guard")))
    assert "<footer>Ana Ruiz and the coast guard · quoted, via" in attribution.html(dossier(both), "speaker")
    assert "<footer>quoted, via" in attribution.html(dossier(hit(1, MAYOR)), "speaker")


def test_two_outlets_that_are_not_known_are_two_voices() -> None:
    told = [replace(hit(n, None), heading=replace(HEADINGS[article], outlet=None)) for n, article in ((0, "a1"), (1, "a2"))]
    found = dossier(*(replace(one, statement=replace(one.statement, kind=Kind.NARRATION)) for one in told))
    assert [(group.name, group.article) for group in grouping.by_speaker(found)] == [
        ("the article (own voice)", "a1"),
        ("the article (own voice)", "a2"),
    ]
