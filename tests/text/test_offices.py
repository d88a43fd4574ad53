"""What an office is called, however it is written; whose it is, and in which days."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.text import offices

SAID = [
    ("the Prime Minister of Norway", ("prime", "minister", "norway")),
    ("Norwegian premier", ("norway", "prime", "minister")),
    ("U.S. Defence Secretary", ("united", "states", "defense", "secretary")),
    ("Norway’s spokeswoman", ("norway", "spokes")),
    ("South Korean MPs", ("south", "korea", "mps")),
    ("", ()),
    ("of the", ()),
    ("\x00 — [/]", ()),
]


@pytest.mark.parametrize(("words", "expected"), SAID, ids=[case[0][:20] or "nothing" for case in SAID])
def test_an_office_is_its_words_folded(words: str, expected: tuple[str, ...]) -> None:
    assert offices.said(words) == expected


@pytest.mark.parametrize(
    ("asked", "title", "is_meant"),
    [
        ("norwegian prime minister", "Prime Minister of Norway", True),
        ("norwegian prime minister", "spokesman for the Prime Minister of Norway", False),
        ("norwegian prime minister", "former Norwegian Prime Minister", False),
        ("former prime minister", "former Norwegian Prime Minister", True),
        ("norwegian prime minister", "Prime Minister", False),
        ("health minister", "deputy health minister", False),
        ("norway", "Prime Minister of Norway", False),
        ("secretary of state", "US Secretary of State", True),
        ("harbour office spokeswoman", "spokesman for the Harbour Office", True),
    ],
)
def test_words_mean_an_office_where_they_name_it_and_no_lesser_one(asked: str, title: str, is_meant: bool) -> None:
    assert offices.means(frozenset(offices.said(asked)), title) is is_meant


def test_an_office_was_met_in_its_shorter_form_too() -> None:
    day = dt.date
    roles = (("prime minister", day(2021, 3, 2), day(2021, 9, 1)), ("Norway’s prime minister", day(2021, 5, 1), day(2021, 5, 1)))
    met = offices.met(roles, frozenset(offices.said("norwegian pm")))
    assert met == ("Norway’s prime minister", day(2021, 3, 2), day(2021, 9, 1))
    assert offices.met(roles, frozenset(offices.said("swedish pm"))) is None
    assert [offices.touches(met, *period) for period in ((day(2021, 9, 1), None), (day(2021, 9, 2), None), (None, day(2021, 3, 1)))] == [
        True,
        False,
        False,
    ]


DAYS = [dt.date(2021, 3, day) for day in range(1, 8)]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([("prime minister", 2, 2), ("Norway’s prime minister", 1, 1)], [("Norway’s prime minister", 1, 2)]),
        ([("Norwegian Prime Minister", 1, 3), ("Norway’s Prime Minister", 2, 5)], [("Norwegian Prime Minister", 1, 5)]),
        ([("minister", 1, 1), ("deputy minister", 4, 4)], [("minister", 1, 1), ("deputy minister", 4, 4)]),
        (
            [("spokesman", 3, 3), ("spokesman for the army", 1, 1), ("spokesman for the police", 2, 2)],
            [("spokesman for the army", 1, 1), ("spokesman for the police", 2, 2), ("spokesman", 3, 3)],
        ),
        ([("defence minister", None, None), ("Chilean defense minister", 2, 2)], [("Chilean defense minister", 2, 2)]),
        ([("spokesman", 3, 3), ("army spokesman", 1, 1)], [("army spokesman", 1, 1), ("spokesman", 3, 3)]),
        ([], []),
    ],
)
def test_offices_are_held_each_once(roles: list[tuple[str, int, int]], expected: list[tuple[str, int, int]]) -> None:
    def dated(rows: list[tuple[str, int, int]]) -> list[offices.Met]:
        return [(title, DAYS[first] if first else None, DAYS[last] if last else None) for title, first, last in rows]

    assert offices.held(dated(roles)) == dated(expected)


@pytest.mark.parametrize(
    ("asked", "name", "is_meant"),
    [
        ("harbour spokesman", "a spokeswoman for the harbour", True),
        ("security official", "a security official of the Norwegian ministry", True),
        ("norway security official", "a Norwegian security official", True),
        ("health minister", "a spokesman for the health minister", False),
        ("army official", "an official", False),
    ],
)
def test_words_describe_whom_nobody_names(asked: str, name: str, is_meant: bool) -> None:
    assert offices.describes(frozenset(offices.said(asked)), name) is is_meant
