"""Who puts a number on something."""

from __future__ import annotations

import pytest

from tracker import pipeline
from tracker.model import Article


def told(text: str) -> list[tuple[str, str | None]]:
    return [(s.content, s.speaker) for s in pipeline.read(Article(text)).statements if s.found_by == "puts a number"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police counted 2,000. Organisers put the crowd at 8,000.", [("2,000", "Police"), ("the crowd at 8,000", "Organisers")]),
        (
            "Ann Lind put arrests nationwide at 600.",
            [("arrests nationwide at 600", "Ann Lind")],
        ),
        ("Ann Lind put it at 40.", [("it at 40", "Ann Lind")]),
        ("The mayor said police put the crowd at 900.", [("the crowd at 900", "police")]),
        ("The mayor said his office put the crowd at 900.", []),
        ("The prefect, who last week spoke of 900 tents in the park, resigned.", [("900 tents", "The prefect")]),
        ("The city council believes that it will pass 25 per cent by May.", [("that it will pass 25 per cent", "city council")]),
        (
            "The order put its own dead at 61, with nine hurt and two lost.",
            [("its own dead at 61, with nine hurt and two lost", "order")],
        ),
        (
            "The widows' league has drawn up a list of its own, bearing 71 names.",
            [("a list of its own, bearing 71 names", "widows' league")],
        ),
        ("Anglers say 40 swans died, though some officials believe the number to be 90.", [("the number to be 90", "some officials")]),
        ("Nobody knew. The league continues to speak of two.", [("two", "league")]),
        ("The clerk put arrests in the valley at more than 600.", [("arrests in the valley at more than 600", "The clerk")]),
        ("A nurse put the wounded at 187, nine of whom had died.", [("the wounded at 187, nine of whom had died", "A nurse")]),
        ("The Bureau of Work counts 1,200 idle weavers.", [("1,200 idle weavers", "Bureau of Work")]),
        (
            "Five ships sank, the Admiralty announced, raising to 26 the number of the drowned.",
            [("to 26 the number of the drowned", "Admiralty")],
        ),
        ("The weavers are thought by their bishop to number 900.", [("to number 900", "their bishop")]),
        ("The army laughed and gave its losses as 11 dead.", [("its losses as 11 dead", "army")]),
        ("The ministry, whose own count stopped at 96, said nothing.", [("96", "ministry")]),
        ("Nine drowned, the port said, updating an earlier toll on Sunday of seven.", [("an earlier toll on Sunday of seven", "port")]),
        ("The elders keep a list of the dead in a drawer.", []),
        ("The coroner, Ann Lind, has put the toll at between 90 and 110.", [("the toll at between 90 and 110", "Ann Lind")]),
        ("Insurers put the damage at $1.2 billion, while the port does not.", [("the damage at $1.2 billion", "Insurers")]),
        ("The union's own estimate was about 900.", [("about 900", "union")]),
        ("Police saw 400 marchers; unions spoke of 2,000.", [("2,000", "unions")]),
        ("The port gave a lower figure, 412 dead and 80 lost.", [("a lower figure, 412 dead and 80 lost", "port")]),
        ("The army gave an estimate of 900 dead.", [("an estimate of 900 dead", "army")]),
        ("The army put the toll at 49, with 30 still missing.", [("the toll at 49, with 30 still missing", "army")]),
        (
            "She spoke to supporters, whom police estimated at 900 and organisers at 4,000.",
            [("at 900", "police"), ("at 4,000", "organisers")],
        ),
        ("The rebels put army dead at 158 and will not budge.", [("army dead at 158", "The rebels")]),
        ("The ministry, which spoke of 29 dead, later raised its tally to 41.", [("29 dead", "ministry"), ("its tally to 41", "ministry")]),
        ("Officials lowered to 198 the number of the dead.", [("198 the number of the dead", "Officials")]),
        ("The port authority stood by its count of 37 on Friday.", [("its count of 37", "port authority")]),
        ("Western diplomats believe the war has cost 3,000 lives.", [("the war has cost 3,000 lives", "Western diplomats")]),
        ("The governor gave a lower figure for the port: 35 dead.", [("a lower figure for the port: 35 dead", "The governor")]),
        ("Ann Lind gave the losses of the garrison as 33.", [("the losses of the garrison as 33", "Ann Lind")]),
        ("Official spokesmen hold to “about five hundred”.", [("“about five hundred", "Official spokesmen")]),
        ("The charity believed more than 120 people had died.", [("more than 120 people had died", "charity")]),
        ("The rebels now give 120.", [("120", "The rebels")]),
        ("The professor has arrived at 783.", [("783", "The professor")]),
        ("It came a week after the envoy had spoken of 160.", [("160", "the envoy")]),
        ("The train arrived at 9.", []),
        ("He gave the porter 20 as a tip.", []),
        ("She held to the rail.", []),
        ("The new deaths raised the toll to 34.", []),
        ("Police put the meeting at 3 p.m. on Sunday.", []),
        ("He gave a figure of speech.", []),
        ("The toll's count was 9.", []),
        ("An earlier report had put the toll at 50.", []),
        ("She put the lamp at the door.", []),
        ("The toll was put at 50.", []),
        ("put the toll at 9", []),
    ],
)
def test_a_number_is_credited_to_whom_puts_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_its_figure_is_theirs() -> None:
    (figure,) = pipeline.read(Article("Organisers put the crowd at 8,000.")).figures
    assert figure.speaker == "Organisers"


def test_a_clause_of_their_own_within_what_another_says_is_theirs() -> None:
    reading = pipeline.read(Article("Organisers said 9,000 people had come, while the police put turnout at 1,200."))
    assert {f.words: f.speaker for f in reading.figures} == {"9,000": "Organisers", "1,200": "police"}


def test_what_is_said_already_is_not_said_twice() -> None:
    reading = pipeline.read(Article("“They put the toll at 50,” Ann Lind said."))
    assert [s.content for s in reading.statements] == ["They put the toll at 50,"]
