"""Offices printed beside a name, with the country or body they belong to."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract import extract
from tracker.model import Article
from tracker.resolve import within
from tracker.resolve.roles import roles
from tracker.text.names import names

PRINTED = [
    ("a title with its country", "Norwegian Prime Minister Ann Lund spoke.", ("Norwegian Prime Minister",)),
    ("an apposition", "Ann Lund, the prime minister of Norway, spoke.", ("prime minister of Norway",)),
    ("a country that owns it", "Norway’s prime minister, Ann Lund, spoke.", ("Norway’s prime minister",)),
    ("its, where one country is named", "Norway sent its prime minister, Ann Lund, abroad.", ("prime minister (Norway)",)),
    ("its, where two are", "Norway told Chile that its prime minister, Ann Lund, was ill.", ("prime minister",)),
    ("a body before a small word", "Harbour Office spokesman Tom Roe spoke.", ("Harbour Office spokesman",)),
    ("an office and a rank", "Harbour Office spokesman Maj. Gen. Tom Roe spoke.", ("Harbour Office spokesman", "Maj. Gen.")),
    ("a department", "Tom Roe, Secretary of State Ann Lund and others met.", ("Secretary of State",)),
    ("whose office it is", "Tom Roe, a spokesman for Norwegian Prime Minister Ann Lund, spoke.", ("Norwegian Prime Minister",)),
    ("a predicate", "Ann Lund was Chancellor of Austria until 2003.", ("Chancellor of Austria",)),
    ("an office of two words", "Chief executive Ann Lund spoke.", ("Chief executive",)),
    ("a relative clause", "Ann Lund, who is the mayor of Port Elm, spoke.", ("mayor of Port Elm",)),
    ("of whom somebody speaks", "The house of President Ann Lund stood.", ("President",)),
    ("a government of hers", "The Norwegian government of President Ann Lund fell.", ("President",)),
    ("under whom", "It grew under President Ann Lund.", ("President",)),
    ("what she is now", "Ann Lund, now the mayor of Port Elm, spoke.", ("mayor of Port Elm",)),
    ("kin", "His sister Ann Lund spoke.", ()),
    ("a sentence that ends", "We met Ann Lund, the mayor of Elm County. All of them left.", ("mayor of Elm County",)),
    ("an age between", "Ann Lund, 44, a teacher in Elm, spoke.", ("teacher in Elm",)),
    ("a form of address", "Mrs Ann Lund spoke to Mr Roe and Dr Weld.", ()),
    ("what is no office", "Ann Lund, a mother of two, spoke.", ()),
    ("where it was said", "Ann Lund, a spokeswoman in a long statement, was clear.", ("spokeswoman",)),
    ("no name at all", "The prime minister, [sic] Ann Lund", ()),
]


@pytest.mark.parametrize(("form", "text", "expected"), PRINTED, ids=[case[0] for case in PRINTED])
def test_the_office_beside_a_name_is_kept_as_printed(form: str, text: str, expected: tuple[str, ...]) -> None:
    found = names(text)
    lund = next(name for name in found if name.text in ("Ann Lund", "Tom Roe") and (name.text == "Ann Lund" or "Lund" not in text))
    assert roles(text, lund, found) == expected


def test_a_place_at_the_end_of_an_office_holds_none() -> None:
    text = "Ann Lund, the mayor of Elm, spoke."
    assert [roles(text, name, names(text)) for name in names(text) if name.text == "Elm"] == [()]


def test_an_article_dates_the_offices_it_prints() -> None:
    article = Article("Norwegian Prime Minister Ann Lund spoke.\n\n“The dam will hold,” Mrs Lund said.", published=dt.date(2021, 3, 2))
    (speaker,) = within(extract(article)).speakers
    assert speaker.roles == (("Norwegian Prime Minister", dt.date(2021, 3, 2), dt.date(2021, 3, 2)),)
