"""When what is counted happened: the day of the event that a sentence points back to, and no day of anything else. Invented sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from tracker.extract.figures import figures
from tracker.model import Article

PUBLISHED = dt.date(2017, 6, 14)  # a Wednesday
MONDAY, SATURDAY = dt.date(2017, 6, 12), dt.date(2017, 6, 10)


def day(text: str) -> dt.date | None:
    return figures(Article(text, published=PUBLISHED))[-1].scope.event_day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A blast hit Oru on Monday. At least 12 people died.", MONDAY),
        ("A blast hit Oru on Monday. The blast killed 12 people.", MONDAY),
        ("A bomb went off in Oru on Monday, killing nine people.\n\nThe attack also hurt 12 others.", MONDAY),
        ("A raid on Saturday killed nine people.\n\nThe raid was led by a boy.\n\nThe raid also hurt 12 others.", SATURDAY),
        ("The mayor said 12 people were hurt in Monday's raid.", MONDAY),
        ("A blast hit Oru on Monday. A blast killed 12 people.", None),
        ("A raid hit Oru on Monday. Three days earlier rockets fell on a base. The attack killed 12 people.", None),
        ("A blast hit Oru on Monday. The flood killed 12 people.", None),
        ("A raid on the depot killed nine on Monday.\n\nThe raid on the mill hurt 12.", None),
        ("The search after the flood ended on Saturday. The final toll stood at 12.", None),
        ("On Monday the mayor blamed the guild for the raid that killed 12.", None),
        ("The war began on Saturday. The war killed 12 people.", None),
        ("A blast hit Oru on Monday. Since 2011 12 people have died.", None),
        ("A collision off Oru on Monday sank a ferry. The disaster killed 12 people.", MONDAY),
        ("The war began on Saturday. The disaster killed 12 people.", None),
        ("The warden, who came home on Saturday, said 12 men had died.", None),
        ("A skipper who ran down a raft, killing 12, was acquitted on Saturday.", None),
        ("Twelve people, most of them boys, were killed on Saturday.", SATURDAY),
        ("A tablet unveiled on Saturday names 12 dead.", None),
        ("An inquest found on Saturday that 12 people had died.", None),
        ("Funerals were held on Saturday for the 12 killed.", None),
        ("On Monday a blast killed 40, and 12 died in a flood on Saturday.", SATURDAY),
        ("On Saturday a blast killed 40, and 12 died in the flames.", SATURDAY),
        ("Schools stayed shut on Saturday in memory of the 12 who died in the raid.", None),
        ("The guild called on Saturday for an inquiry into the raid that killed 12.", None),
        ("A bomb went off on Saturday in the market that killed 12.", SATURDAY),
        ("The council revised the toll of the raid on the depot to 12 on Saturday.", None),
        ("The count of the dead in the province reached 112 on Saturday.", None),
        ("The toll rose to 12 in the hills of the far north-eastern province on Saturday.", None),
        ("The guard on Saturday put the dead of the raid at 12.", None),
        ("By Saturday 12 people had died in the raid.", None),
        ("The guild admitted on Saturday, in a letter to the crown, that 12 had died.", None),
        ("Answering the council on Saturday, the warden declared that 12 had died.", None),
        ("OLM, June 10 (Kanal) - A raid on Oru killed 12 men.", None),
        ("Nine died in the last raid, on Saturday, when 12 were hurt.", SATURDAY),
        ("The toll from the blast rose to 12 in the hard-hit eastern town of Salb on Saturday.", None),
        ("SALB, June 10 (NNA) - A blast in Oru killed 12 people.", None),
        ("VESZ, June 12 — Troops fired yesterday on a march, and 12 were killed.", dt.date(2017, 6, 11)),
        ("Answering deputies on Saturday, the envoy declared that 12 men had died.", None),
        ("The warden conceded on Saturday that 12 men had died.", None),
        ("In 2011 riders seized a mill. Twelve millers died when it was stormed.", dt.date(2011, 1, 1)),
        ("In 2011 riders seized a mill. Two days later 12 millers died.", None),
        ("Salb lifted its curfew on Saturday with the death toll from cholera at 12.", None),
        ("Hundreds have died since the revolt began in March 2011 and 12 have been hurt.", None),
        ("Twelve were killed when a bus fell into a 300-foot gorge near Salb on Saturday.", SATURDAY),
        ("Last March, in the riots over bread, 12 smiths died.", dt.date(2017, 3, 1)),
        ("The clinic had by Saturday recorded 12 deaths in the raid.", None),
        ("The junta that fell in May 1991 never admitted to more than 12 dead.", None),
        ("The siege, which was lifted on Saturday, cost lives, according to the clinic; the guild has given a figure of 12 dead.", None),
        ("The storm itself, which struck on Saturday, killed 12 people.", SATURDAY),
        ("On Saturday a raid killed nine, according to the clinic, whose head said that 12 bodies lay in the mill.", None),
        ("Riders fired on Saturday upon a crowd of women who had come to pray, and 12 were killed.", SATURDAY),
        ("A raid on Saturday killed 60 people, all but two of them boys, and wounded 12.", SATURDAY),
        ("The siege was the worst since that of the mill in Salb on Saturday, in which 12 men died.", SATURDAY),
        ("In the raid of 10 June 2017, for which the state paid, the judges held that 12 men had died.", SATURDAY),
    ],
)
def test_an_event_told_before_lends_its_day_and_nothing_else_does(text: str, expected: dt.date | None) -> None:
    assert day(text) == expected
