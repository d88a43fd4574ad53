"""Numbers without a noun: counted by the subject of their verb, by a label, by what was asked before; and people aboard."""

from __future__ import annotations

import pytest

from tracker.extract.figures import figures
from tracker.model import Article, Role


def told(text: str) -> list[tuple[str, str, str | None]]:
    """(words, metric, counted) of each figure."""
    return [(f.words, f.metric, f.counted) for f in figures(Article(text), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Membership of the guild had fallen to under 900.", [("under 900", "membership", "Membership")]),
        ("Burglaries in the valley rose by a tenth to 4,410.", [("4,410", "burglaries", "Burglaries")]),
        ("Murders, by contrast, are down.", []),
        (
            "Nine people died. The number of damaged barns stood at 54.",
            [("Nine", "killed", "people"), ("54", "buildings", "damaged barns")],
        ),
        (
            "Nine drivers died. She put the number of herders left in the valley at 350.",
            [("Nine", "killed", "drivers"), ("350", "herders", "herders")],
        ),
        ("Nine people died. The number of people has since risen to 12.", [("Nine", "killed", "people"), ("12", "killed", "people")]),
        (
            "She gave the number of arrested as 214, of whom 60 were freed, and of injured guards as 17.",
            [("214", "detained", "people"), ("60", "released", "people"), ("17", "injured", "injured guards")],
        ),
        (
            "The photograph yields a crowd of 34,000. Mr Orr laughed. He stands by his 80,000.",
            [("34,000", "participants", "people"), ("80,000", "participants", "people")],
        ),
        (
            "The envoy mourned the deaths of 20 herders. The doctor said he could name 66.",
            [("20", "killed", "herders"), ("66", "killed", "herders")],
        ),
        (
            "Six guards died. Assaults on clerks had risen to 412 from 289.",
            [("Six", "killed", "guards"), ("412", "attacks", "Assaults"), ("289", "attacks", "Assaults")],
        ),
        (
            "The marchers, perhaps 900 at their height, left. Herders, 12 of whom were hurt, came.",
            [("perhaps 900", "participants", "marchers"), ("12", "injured", "Herders")],
        ),
        (
            "On Monday 117 were dead. By noon it was 141. The junta admitted to 350.",
            [("117", "killed", "people"), ("141", "killed", "people"), ("350", "killed", "people")],
        ),
        ("The list of the missing had shrunk to 170 names.", [("170", "missing", "names")]),
        ("Of the 287 people who were aboard, nine drowned.", [("287", "aboard", "people"), ("nine", "killed", "people")]),
        ("The number of herders hurt rose to 34 from 22.", [("34", "injured", "herders"), ("22", "injured", "herders")]),
        ("Missing: 14\nHomes burned: 230", [("14", "missing", "people"), ("230", "buildings", "Homes")]),
        ("Ana Brill: 7", []),
        ("The victim was 34.", []),
        ("Weavers, numbering some 600, sat down in the road.", [("some 600", "weavers", "Weavers")]),
        (
            "The index gained 12 points, or 0.4 percent, to 3,110.",
            [("12", "points", "points"), ("0.4", "percent", "percent"), ("3,110", "index", "index")],
        ),
        ("The camp, built for 900, now shelters 4,000.", [("900", "people", "people"), ("4,000", "displaced", "people")]),
        ("Knife offences averaged 14 a week.", [("14", "offences", "Knife offences")]),
        ("Births fell below 700.", [("below 700", "births", "Births")]),
        ("It brought the month's closures to 31.", [("31", "closures", "month's closures")]),
        ("Some 60,000 had squeezed in.", [("Some 60,000", "people", "people")]),
        ("Ridership reached 1.2m a day.", [("1.2m", "ridership", "Ridership")]),
        (
            "Jobless claims rose by 20,000 to 1.4 million.",
            [("20,000", "difference", None), ("1.4 million", "claims", "Jobless claims")],
        ),
        ("Oruland hosts 900 refugees. Tembia had taken in 400.", [("900", "displaced", "refugees"), ("400", "displaced", "refugees")]),
        ("Growth was 3.1 percent, compared with 2.4 a year ago.", [("3.1", "percent", "percent"), ("2.4", "percent", "percent")]),
        ("The lender set aside 2bn for this.", [("2bn", "amount", None)]),
        ("The coach was carrying 31 pilgrims.", [("31", "aboard", "pilgrims")]),
        ("Forty people were on the bus.", [("Forty", "aboard", "people")]),
        ("All 17 aboard were rescued.", [("17", "rescued", "people")]),
        ("There were at least 60 of us.", [("at least 60", "people", "people")]),
    ],
)
def test_what_a_bare_number_counts_is_told_by_the_words_around_it(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [row for row in told(text) if row[1] != "duration"] == expected


def test_a_bare_number_answers_the_question_of_the_sentence_before() -> None:
    assert told("Nobody agrees on how many people died. The army says 24; elders speak of 90.") == [
        ("24", "killed", "people"),
        ("90", "killed", "people"),
    ]


def test_of_those_is_a_part_of_the_count_before() -> None:
    _, part = figures(Article("Police arrested 50 marchers. Of those, 12 were charged."), ())
    assert (part.low, part.metric, part.role) == (12, "charged", Role.PART)
