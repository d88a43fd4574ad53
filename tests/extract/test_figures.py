"""Figures of invented sentences, through the door of the stage: value, bound, metric and what is counted, and numbers that are none."""

from __future__ import annotations

import random

import pytest

from tracker.extract.figures import figures, narration
from tracker.model import Article, Bound, Figure

Row = tuple[str, int | None, int | None, str, str, str | None]

# sentence → (words, low, high, bound, metric, counted) of each figure, in order
CASES: list[tuple[str, list[Row]]] = [
    ("Two survivors told the court so.", [("Two", 2, 2, "exact", "survivors", "survivors")]),
    ("The clerk put the number of arrested at 40.", [("40", 40, 40, "exact", "detained", "people")]),
    ("Nine hundred weavers were moved to shelters.", [("Nine hundred", 900, 900, "exact", "evacuated", "weavers")]),
    (
        "Nine weavers lost their lives and 12 were hurt.",
        [("Nine", 9, 9, "exact", "killed", "weavers"), ("12", 12, 12, "exact", "injured", "people")],
    ),
    ("Divers found 12 bodies.", [("12", 12, 12, "exact", "recovered", "bodies")]),
    (
        "They put the dead at 40 and the missing at 12.",
        [("40", 40, 40, "exact", "killed", "people"), ("12", 12, 12, "exact", "missing", "people")],
    ),
    ("Eight of the injured died.", [("Eight", 8, 8, "exact", "killed", "people")]),
    ("Fourteen weavers were brought out alive.", [("Fourteen", 14, 14, "exact", "rescued", "weavers")]),
    ("Nobody knows the fate of the 30 weavers they had seized.", [("30", 30, 30, "exact", "abducted", "weavers")]),
    ("It cost 9 billion pounds.", [("9 billion", 9_000_000_000, 9_000_000_000, "exact", "money", "pounds")]),
    ("He is serving a 12-year sentence.", []),
    ("A total of 31 persons have been confirmed dead.", [("31", 31, 31, "exact", "killed", "persons")]),
    (
        "Among the injured were a Swede and two Koreans.",
        [("a", 1, 1, "exact", "injured", "Swede"), ("two", 2, 2, "exact", "injured", "Koreans")],
    ),
    ("The herders lost nine men in the raid.", [("nine", 9, 9, "exact", "killed", "men")]),
    ("The party lost nine seats.", [("nine", 9, 9, "exact", "seats", "seats")]),
    (
        "The sheriff held 14 herders, including two boys, and six deputies were hurt.",
        [
            ("14", 14, 14, "exact", "herders", "herders"),
            ("two", 2, 2, "exact", "herders", "boys"),
            ("six", 6, 6, "exact", "injured", "deputies"),
        ],
    ),
    ("The clinic took in 40 wounded rebels.", [("40", 40, 40, "exact", "injured", "rebels")]),
    ("It was the worst flood in half a century.", []),
    ("One clerk, who asked not to be named, said it was over.", []),
    ("One clerk was killed.", [("One", 1, 1, "exact", "killed", "clerk")]),
    ("Sixty ushers fled the hall, in which nobody was hurt.", [("Sixty", 60, 60, "exact", "displaced", "ushers")]),
    ("The flood killed villagers including four children.", [("four", 4, 4, "exact", "killed", "children")]),
    ("Fire kills mother and two toddlers.", [("two", 2, 2, "exact", "killed", "toddlers")]),
    ("Oil rose $2 to $31.", [("$2", 2, 2, "exact", "money", "$"), ("$31", 31, 31, "exact", "money", "$")]),
    ("Her daughters, aged six and nine, a boy of 14 and Ulla Fenn (69) watched.", []),
    ("More than 20 Red Front (RF) fighters died.", [("More than 20", 20, None, "more_than", "killed", "Red Front (RF) fighters")]),
    ("He drove at 90 km/h in a 50 zone.", [("90", 90, 90, "exact", "measure", "km/h")]),
    ("A poll of 900 likely voters.", [("900", 900, 900, "exact", "voters", "likely voters")]),
    (
        "The landslide killed at least 31 miners and wounded nine others.",
        [("at least 31", 31, None, "at_least", "killed", "miners"), ("nine", 9, 9, "exact", "injured", "people")],
    ),
    (
        "Six hikers were found dead and 14 remain missing.",
        [("Six", 6, 6, "exact", "killed", "hikers"), ("14", 14, 14, "exact", "missing", "people")],
    ),
    (
        "The death toll from the ferry fire rose to 88, up from 71.",
        [("88", 88, 88, "exact", "killed", "dead"), ("71", 71, 71, "exact", "killed", "dead")],
    ),
    (
        "Roughly 300 marchers were arrested and 40 hurt.",
        [("Roughly 300", 300, 300, "approx", "detained", "marchers"), ("40", 40, 40, "approx", "injured", "people")],
    ),
    (
        "The blast killed 12 sailors, including four cadets.",
        [("12", 12, 12, "exact", "killed", "sailors"), ("four", 4, 4, "exact", "killed", "cadets")],
    ),
    (
        "Norland has 700 troops in Estmark and 1,100 in Sudmark.",
        [("700", 700, 700, "exact", "troops", "troops"), ("1,100", 1100, 1100, "exact", "troops", "troops")],
    ),
    (
        "Of the 87 skaters, 12 fell ill and half were sent home.",
        [
            ("87", 87, 87, "exact", "skaters", "skaters"),
            ("12", 12, 12, "exact", "cases", "cases"),
            ("half", 50, 50, "exact", "percent", None),
        ],
    ),
    (
        "A third of the 30 guards were hurt.",
        [("A third", 10, 10, "approx", "injured", "guards"), ("30", 30, 30, "exact", "personnel", "guards")],
    ),
    (
        "Seven members of one choir were killed.",
        [("Seven", 7, 7, "exact", "killed", "members"), ("one", 1, 1, "exact", "choir", "choir")],
    ),
    (
        "The raid killed 11 herders and 6 smugglers and captured three huts.",
        [
            ("11", 11, 11, "exact", "killed", "herders"),
            ("6", 6, 6, "exact", "killed", "smugglers"),
            ("three", 3, 3, "exact", "buildings", "huts"),
        ],
    ),
    (
        "The march drew 900 people, police said; the union claimed 4,000.",
        [("900", 900, 900, "exact", "participants", "people"), ("4,000", 4000, 4000, "exact", "participants", "people")],
    ),
    (
        "A gale in which 900 goats were killed and a raid that hurt nine ended.",
        [("900", 900, 900, "exact", "killed", "goats"), ("nine", 9, 9, "exact", "injured", "people")],
    ),
    ("Officials said 35 of the dead were women.", [("35", 35, 35, "exact", "killed", "women")]),
    ("The toll was revised from 94 to 88.", [("94", 94, 94, "exact", "killed", "dead"), ("88", 88, 88, "exact", "killed", "dead")]),
    ("The gale killed a family of six.", [("six", 6, 6, "exact", "killed", "people")]),
    (
        "Twelve people, eight of them divers, drowned.",
        [("Twelve", 12, 12, "exact", "killed", "people"), ("eight", 8, 8, "exact", "killed", "divers")],
    ),
    ("Pumps moved 900 barrels of brine per day.", [("900", 900, 900, "exact", "barrels", "barrels")]),
    (
        "Nine smugglers attacked a post, killing four guards.",
        [("Nine", 9, 9, "exact", "smugglers", "smugglers"), ("four", 4, 4, "exact", "killed", "guards")],
    ),
    ("Dozens of villagers fled.", [("Dozens", None, None, "vague", "displaced", "villagers")]),
    ("A nurse was killed in the raid.", [("A", 1, 1, "exact", "killed", "nurse")]),
    ("A nurse was given a prize.", []),
]


def rows(text: str) -> list[Row]:
    return [(f.words, f.low, f.high, f.bound, f.metric, f.counted) for f in figures(Article(text))]  # type: ignore[misc]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_figures_are_read_with_bound_metric_and_noun(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, 61, resigned.",
        "Ann Ruiz 34 said she saw it.",
        "The 52-year-old baker smiled.",
        "She was born in 1987 and left in 2004.",
        "On 9 May 2019 the bridge opened.",
        "The vote is on March 3.",
        "It began at 10:45 and ended at 6 p.m.",
        "He finished 3rd in the race.",
        "The 4th Brigade moved north.",
        "A C-130 landed beside an F-16.",
        "They won 4-2 away.",
        "Call 555-0134-22 now.",
        "See page 14 of the report.",
        "The attack was one of the worst.",
        "They fought one another.",
        "It was a three-way race.",
        "",
        "\u0663\u0664 \u00bd ٪ 💥",
    ],
)
def test_numbers_that_count_nothing_are_no_figures(text: str) -> None:
    assert rows(text) == []


def test_every_span_slices_to_its_words() -> None:
    text = "In Oru, about 20 to 30 boats sank; nearly $4 million was lost, and “at least six” crew drowned.\n\nA girl was hurt."
    found: tuple[Figure, ...] = figures(Article(text))
    assert [f.span.of(text) for f in found] == [f.words for f in found]
    assert all(f.span.contains(f.number) and f.sentence and f.sentence.contains(f.span) for f in found)


SCRAPS = (
    "one two half a third of the 5 1,200 2014 $ % dozen several killed were in Oru , . - “ ” ( ) : / 3rd F-16 US ½ ² ٣ may May 7 to toll",
    "others between and from at least about up among including more than no 12:30 31 April million was death rose another",
)


def test_words_in_any_order_never_raise_and_every_span_slices() -> None:
    words, chance = " ".join(SCRAPS).split(), random.Random(7)
    for _ in range(400):
        text = chance.choice((" ", "", "  ")).join(chance.choices(words, k=chance.randint(1, 40)))
        assert all(f.span.of(text) == f.words and f.span.contains(f.number) for f in figures(Article(text)))


def test_a_text_without_full_stops_is_read_in_pieces_and_loses_nothing() -> None:
    text = "on Monday 12 goats were killed and 30 traders hurt in an attack on a market in Oru, " * 100
    found = figures(Article(text))
    assert len(found) >= 190
    assert max(f.sentence.end - f.sentence.start for f in found if f.sentence) <= 1500


def test_the_outlets_own_sentences_are_told_as_narration_once() -> None:
    text = "The fire killed 12 goats and 3 sheep. Nobody counted.\n\nIt cost $5."
    article = Article(text, outlet="The Oru Post")
    told = narration(article, figures(article))
    assert [s.content for s in told] == ["The fire killed 12 goats and 3 sheep.", "It cost $5."]
    assert {s.speaker for s in told} == {"The Oru Post"}


def test_a_number_that_was_passed_counts_what_it_is_the_number_of() -> None:
    (figure,) = figures(Article("The number of refugees in Melonia has passed 90,000, the agency said."), ())
    assert (figure.low, figure.bound, figure.metric, figure.counted) == (90000, Bound.MORE_THAN, "displaced", "refugees")


def test_a_row_of_numbers_without_a_word_counts_nothing() -> None:
    """What the sentence before it counted is not counted again by every number of a table."""
    row = ", ".join(map(str, range(12, 30)))
    assert [f.words for f in figures(Article(f"The flood killed 40 people. {row}."))] == ["40"]
    assert [f.words for f in figures(Article("The flood killed 40 people. The mayor says 41."))] == ["40", "41"]
