"""Numbers that count nothing, with what stands beside them that does: a trap must not take the count with it."""

from __future__ import annotations

import pytest

from tracker.extract.figures import figures
from tracker.model import Article

CASES = [
    ("Flight 212 carried 90 people.", ["90"]),
    ("In 1998, 224 miners died.", ["224"]),
    ("In texts without commas 2000 people marched.", ["2000"]),
    ("Ann Ruiz 34 said 12 goats were lost.", ["12"]),
    ("At 6 a.m. on May 3 2011 two bridges fell.", ["two"]),
    ("The 15-member council met 4,000-strong crowds.", ["15", "4,000"]),
    ("They won 4-2 before 300 spectators.", ["300"]),
    ("Route 9 is closed; 14 lorries wait.", ["14"]),
    ("No one saw the 3 wolves.", ["3"]),
    ("He lives at 100 Harbour Street with 4 dogs.", ["4"]),
    ("1. Add 3 eggs.", ["3"]),
    ("Fire broke out on 9/11 and 24/7 crews lost 5 trucks.", ["5"]),
    ("Call 555-0134-22 for 2 tickets.", ["2"]),
    ("In Oru 12 have died.", ["12"]),
    ("By Friday 40,000 were out.", ["40,000"]),
    ("Version 3.2 fixes 14 bugs.", ["14"]),
    ("Year 9 pupils read 14 books.", ["14"]),
    ("They reached 287 for 6 before 300 guests.", ["300"]),
    ("Marek won 6-4, 3-6, 7-6 before 300 guests.", ["300"]),
    ("Top 5 beaches of Norland", []),
    ("Most residents are over 65 and have two sons.", ["two"]),
    ("Her grandson, 3, and two nurses were drowned.", ["two"]),
    ("Okoro shot a 66 and ate 2 pies.", ["2"]),
    ("In one way the 2 towns are alike.", ["2"]),
    ("Six years ago a 38-metre dam gave way after a three-day gale and 12 cows drowned.", ["12"]),
    ("Salb, 40 km to the east and 60 miles north of here, must send 12 carts within 48 hours.", ["12"]),
    ("Of the 40 players 12 were under 16 years of age or younger than 14.", ["40", "12"]),
    ("Release 10.4.2 and a .38 revolver went to the two boys, 15 and 17, at Club 9.", ["two"]),
    ("He signed for 61 crates between dawn and three in the afternoon.", ["61"]),
    ("The Group of 77 met 14 envoys.", ["14"]),
    ("The guild sold an 8-inch pipe and walked for six hours.", ["8", "six"]),
    ("A second clerk told Norland Radio 480 were inside.", ["480"]),
    ("The judge said that one guard, not four, had died.", ["one", "four"]),
    ("He came back on that one day with 12 goats.", ["12"]),
    ("Six cousins died, said Ann Ruiz, who was 12 at the time.", ["Six"]),
]


@pytest.mark.parametrize(("text", "words"), CASES, ids=[c[0][:30] for c in CASES])
def test_only_the_numbers_that_count_are_taken(text: str, words: list[str]) -> None:
    assert [f.number.of(text) for f in figures(Article(text))] == words


@pytest.mark.parametrize(
    "text",
    ["12", "1,2,3,4", "$", "5 %", "- 5 -", "0 0 0", "one", "a a a a", "½ of ¾", "1e9", "9" * 400, "and 7 and 8 or 9 to 3", "of of 4"],
)
def test_scraps_never_raise_and_their_spans_slice(text: str) -> None:
    assert all(f.span.of(text) == f.words for f in figures(Article(text)))
