"""Copy whose marks a feed has stripped: a name, an event and a lead that run into each other are told apart. Invented sentences."""

from __future__ import annotations

import pytest

from tracker.extract.figures import figures
from tracker.model import Article, Scope


def scope(text: str) -> Scope:
    return figures(Article(text), ())[0].scope


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rockets kill 12 in Salb Monitor AFP Friday 6 May 2016 The shelling began at dawn.", "Salb"),
        ("Rockets kill 12 in Salb NGRA Friday 6 May 2016 The shelling began at dawn.", "Salb"),
        ("Rockets killed 12 in Norways Salb province.", "Salb"),
        ("Rockets killed 12 in Norway's Salb province.", "Salb"),
        ("Rockets killed 12 in Norway's Labour Party.", "Norway"),
        ("A shell that fell in the al-Sheikh Dorran quarter killed 12.", "al-Sheikh Dorran"),
        ("Rockets killed 12 in Washington DC.", "Washington DC"),
        ("Rockets killed 12 in the Red Front (RF) camp.", None),
        ("Rockets killed 12 residents of Salb.", "Salb"),
        ("Lorries on the M5 killed 12.", None),
        ("Rockets killed 12 in rebel-held Salb.", "Salb"),
        ("Rockets killed 12 in and around Salb.", "Salb"),
        ("Twelve millers were killed in battles around Salb.", "Salb"),
        ("Rockets killed 12 in the Western parts of town.", None),
        ("Rockets kill 12 in Salb Ten millers were hurt.", "Salb"),
    ],
)
def test_a_place_ends_where_a_credit_or_a_body_begins(text: str, place: str | None) -> None:
    assert scope(text).place == place


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The strike on a rebel-held town in Salb killed 12.", "strike on a rebel-held town"),
        ("Raids hit Salb Monitor AFP Norwegian air strikes killed 12 on the coast.", "Norwegian air strikes"),
        ("Crews held by rebels Airstrikes by allied jets killed 12.", "Airstrikes"),
        ("Three raids killed 12 people.", "raids"),
        ("The Six-Day War killed 12 people.", "Six-Day War"),
        ("The raid on the depot the port authority runs killed 12.", "raid on the depot"),
        ("ARF shelling killed 12.", "ARF shelling"),
        ("An air strike by a coalition fighting Norland killed 12.", "air strike"),
        ("In breach of the cease-fire rockets killed 12.", None),
    ],
)
def test_an_event_ends_where_another_phrase_begins(text: str, event: str | None) -> None:
    assert event in {f.scope.event for f in figures(Article(text), ())}
