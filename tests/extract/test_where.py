"""Where a figure is: the places of its own clause, and none of another time's."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract.figures import figures
from tracker.model import Article


def places(text: str) -> dict[str, str | None]:
    return {f.words: f.scope.place for f in figures(Article(text, published=dt.date(2031, 5, 6)), ()) if f.metric != "duration"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 5, the worst since 1999, when 108 died at Brod.", {"5": None, "108": "Brod"}),
        ("In Salb a bomb killed 5, three months after 108 died at Brod.", {"5": "Salb", "108": "Brod"}),
        ("A coach plunged into the Dorra valley, drowning six.", {"six": "Dorra"}),
        ("Rockets fell on Ashmere, where two boys were hurt.", {"two": "Ashmere"}),
        ("A storm over Mr Vane's farm killed 12 pigs.", {"12": None}),
        ("In Oru 12 have died, in Tamby 9 and in Salb 4.", {"12": "Oru", "9": "Tamby", "4": "Salb"}),
        ("The toll in Oru stood at 12 and in Tamby at 9.", {"12": "Oru", "9": "Tamby"}),
        ("In all, 44 died: 30 in Oru and nine in Tamby.", {"44": None, "30": "Oru", "nine": "Tamby"}),
        ("A gale killed 14 people on Mora Island and three in Tellin.", {"14": "Mora Island", "three": "Tellin"}),
        ("The crisis centre in Ankora put the dead at 41.", {"41": None}),
        ("The raid killed 41, according to the ministry in Ankora, which gave no names.", {"41": None}),
        ("The raid killed 41 in Oru, the ministry in Ankora said.", {"41": "Oru"}),
        ("The raid killed 41, the envoy said in Ankora.", {"41": None}),
        ("The cyberattack on Orrin Health exposed 41 patients.", {"41": None}),
        ("The envoy said in Ankora the raid had killed 41.", {"41": None}),
        ("Six died in the town of Oru. Since Norway's war began 41 have died.", {"Six": "Oru", "41": "Norway"}),
        ("Six died in the town of Oru. Since the war began 41 have died.", {"Six": "Oru", "41": "Oru"}),
        ("The raid killed 41, police said, in Oru.", {"41": "Oru"}),
        ("The envoy told reporters in Varen that nine sailors died in the raid.", {"nine": None}),
        ("The envoy told reporters that nine sailors died in Varen.", {"nine": "Varen"}),
        ("A war monitor based in Varen put the dead at 41.", {"41": None}),
        ("Shelling of villages in Salb has killed 41 north of the town, especially in Oru.", {"41": "Salb"}),
        (
            "The flood killed 300, of whom 211 lived in the town itself and 64 in the village of Salb.",
            {"300": None, "211": None, "64": "Salb"},
        ),
        ("Of the deaths, 41 were reported from Salb alone.", {"41": "Salb"}),
        ("He shouted that 41 had perished in the State.", {"41": None}),
        (
            "The list gave 163 dead, of whom 88 lived in Salb district, and the envoy cried that 400 had died.",
            {"163": None, "88": "Salb", "400": None},
        ),
        ("Norway has 41 confirmed cases, and mainland Denmark has 12 cases of the rash.", {"41": "Norway", "12": "Denmark"}),
        ("The Norway desk has 41 cases. Norway has 12 cranes.", {"41": None, "12": None}),
        ("Guests at Rossi's country club ate 12 pigs.", {"12": None}),
        ("The blast, which came after one in Dorrin, killed 12.", {"12": None}),
        ("Nine Papua New Guineans drowned off Guinea-Bissau.", {"Nine": "Guinea-Bissau"}),
    ],
)
def test_a_place_binds_the_figures_of_its_clause(text: str, expected: dict[str, str | None]) -> None:
    assert places(text) == expected


def test_an_event_named_by_its_year_is_of_that_year() -> None:
    (figure,) = figures(Article("The 1999 earthquake killed 170 people.", published=dt.date(2031, 5, 6)), ())
    assert (figure.scope.event_day, figure.scope.event_day_end) == (dt.date(1999, 1, 1), dt.date(1999, 12, 31))


def test_a_blast_at_a_funeral_is_the_event() -> None:
    (figure,) = figures(Article("A blast at a crowded funeral killed 12 people."), ())
    assert figure.scope.event is not None and "blast" in figure.scope.event.lower()
