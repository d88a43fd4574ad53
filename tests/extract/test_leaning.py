"""Figures that take their metric, their noun or their role from another one, or from the words around: invented sentences."""

from __future__ import annotations

import pytest

from tracker.extract.figures import figures
from tracker.model import Article

Row = tuple[str, str, str]

CASE_PARTS = [("90", "total"), ("41", "part"), ("20", "total"), ("29", "total")]

CASES: list[tuple[str, list[Row]]] = [
    ("Eight of the 43 injured died overnight.", [("Eight", "killed", "part"), ("43", "injured", "total")]),
    ("Of the barge's crew of 28, four drowned.", [("28", "people", "total"), ("four", "killed", "part")]),
    ("Nine rowers dropped out, three because of the heat.", [("Nine", "rowers", "total"), ("three", "rowers", "part")]),
    (
        "Twenty-two people were killed, the clinic said: 12 cooks and ten patients.",
        [("Twenty-two", "killed", "total"), ("12", "killed", "part"), ("ten", "killed", "part")],
    ),
    (
        "In all, 44 died: 30 in Oru, nine in Tamby and five at sea.",
        [("44", "killed", "total"), ("30", "killed", "part"), ("nine", "killed", "part"), ("five", "killed", "part")],
    ),
    (
        "Twenty people, including 3 women and 4 children, were killed.",
        [("Twenty", "killed", "total"), ("3", "killed", "part"), ("4", "killed", "part")],
    ),
    ("Thieves took away 39 girls, 27 of whom have been freed.", [("39", "abducted", "total"), ("27", "released", "part")]),
    (
        "Guilds said 3 million took part, the prime minister 20 million.",
        [("3 million", "participants", "total"), ("20 million", "participants", "total")],
    ),
    ("The coach carried 31 pilgrims and a crew of two.", [("31", "aboard", "total"), ("two", "aboard", "total")]),
    ("It went down with 31 pilgrims and two stewards on board.", [("31", "aboard", "total"), ("two", "aboard", "total")]),
    ("The clinic postponed 900 births. A second one postponed 60.", [("900", "births", "total"), ("60", "births", "total")]),
    ("The quake killed 80 people. Another 120 people were missing.", [("80", "killed", "total"), ("120", "missing", "total")]),
    ("The quake killed 80 people. Another nine people were killed at sea.", [("80", "killed", "total"), ("nine", "killed", "increment")]),
    ("Rents climbed to 29 from 41 percent.", [("29", "percent", "total"), ("41", "percent", "total")]),
    ("The motion passed by 203 votes to 151.", [("203", "votes", "total"), ("151", "votes", "total")]),
    ("Parents of the missing pupils have a list of 105 names.", [("105", "missing", "total")]),
    ("The dead were never counted with care. The guild holds to 900.", [("900", "killed", "total")]),
    (
        "The dead were never counted. Clerks tried all seven wards. They arrived at 900.",
        [("seven", "wards", "total"), ("900", "killed", "total")],
    ),
    ("The landslip killed 61. A tablet lists 58.", [("61", "killed", "total"), ("58", "killed", "total")]),
    ("Divers found 30 bodies. Only 12 had been found by Sunday.", [("30", "recovered", "total"), ("12", "recovered", "total")]),
    ("The inquest adds five to the toll.", [("five", "killed", "increment")]),
    ("That brings to 61 the number of known victims.", [("61", "killed", "total")]),
    ("The wounded, she writes, numbered 210.", [("210", "injured", "total")]),
    ("There were 90 cases, of which 41 were confirmed, 20 probable and 29 suspected.", [(n, "cases", r) for n, r in CASE_PARTS]),
    ("The guards voted 402 to 97 to stay out.", [("402", "votes", "total"), ("97", "votes", "total")]),
    (
        "Nineteen hostages, among them the wife of an envoy and six of his clerks, were freed.",
        [("Nineteen", "released", "total"), ("six", "released", "total")],
    ),
    ("They keep a register of the dead. It holds 113 names.", [("113", "killed", "total")]),
    (
        "The refugees, whom the parish numbered on Monday at 900, are now thought by its clerk to be nearer 1,200.",
        [("900", "displaced", "total"), ("1,200", "displaced", "total")],
    ),
    (
        "Nine wounded lie in the chapel. The evacuees housed in Oru, 310 of them by one count, are to move.",
        [("Nine", "injured", "total"), ("310", "evacuated", "total")],
    ),
    (
        "The board raised its count of the families in the camp to 1,040 from 870.",
        [("1,040", "families", "total"), ("870", "families", "total")],
    ),
    ("Arrivals were running at 210 a week.", [("210", "arrivals", "total")]),
    ("Arrivals have now fallen to about 90 a week.", [("90", "arrivals", "total")]),
    (
        "Sixteen convicts died in the riot, and nine of the convicts were shot by guards.",
        [("Sixteen", "killed", "total"), ("nine", "killed", "part")],
    ),
    (
        "At least five people died in the raid, among them two cooks shot at the gate.",
        [("five", "killed", "total"), ("two", "killed", "part")],
    ),
    ("The hostages set free numbered 14, not 12.", [("14", "released", "total"), ("12", "released", "total")]),
    (
        "The clerk said 47 people, not 34 as had been reported, had been arrested.",
        [("47", "detained", "total"), ("34", "detained", "total")],
    ),
    (
        "The office has verified 89 deaths, well above the 54 given by volunteers.",
        [("89", "killed", "total"), ("54", "killed", "total")],
    ),
    ("Sixty pickets were injured. Ann Lind said she had a record of 43.", [("Sixty", "injured", "total"), ("43", "injured", "total")]),
    (
        "The consul put the army's dead at 250 and those of the other side at something like 120.",
        [("250", "killed", "total"), ("120", "killed", "total")],
    ),
    (
        "Of the named dead, 83 were children; 57 came from Oru.",
        [("83", "killed", "total"), ("57", "killed", "total")],
    ),
    ("The mill has 2,960 weavers. About 900 will be moved.", [("2,960", "weavers", "total"), ("900", "weavers", "part")]),
    ("Nine of the 12 lodgers who died were neglected.", [("Nine", "killed", "part"), ("12", "killed", "total")]),
    ("Four bus drivers were hurt. The firm has since certified ten.", [("Four", "injured", "total"), ("ten", "injured", "total")]),
    ("It sank 12 boats for the loss of nine.", [("12", "ships", "total"), ("nine", "ships", "total")]),
    ("Eleven girls were abducted. Four have since escaped.", [("Eleven", "abducted", "total"), ("Four", "escaped", "total")]),
    ("The clerk said 160 weavers of Oru and the farms around it were still missing.", [("160", "missing", "total")]),
    ("Thirty-one of our soldiers had fallen since Sunday.", [("Thirty-one", "killed", "total")]),
    ("Nine of our soldiers had fallen behind.", [("Nine", "troops", "total")]),
    ("She had treated 30 wounded and lost nine of them.", [("30", "injured", "total"), ("nine", "killed", "part")]),
    ("Of the 15 persons reported missing, 13 had drowned.", [("15", "missing", "total"), ("13", "killed", "part")]),
    ("They cut the number of those who lost their lives on Flight 618 to 138.", [("138", "killed", "total")]),
    ("There had been 174 miners below, of whom 114 escaped.", [("174", "miners", "total"), ("114", "escaped", "part")]),
    ("He wrote down the names of 39 women and 31 boys among the dead.", [("39", "killed", "part"), ("31", "killed", "part")]),
    (
        "There had been 38 people in the boat, in which case seven are still in the sea.",
        [("38", "people", "total"), ("seven", "missing", "total")],
    ),
    ("There are 49 men trapped, not 43.", [("49", "trapped", "total"), ("43", "trapped", "total")]),
    ("She nursed 30 wounded. Eight of these were children.", [("30", "injured", "total"), ("Eight", "injured", "part")]),
    ("The judge convicted 12 millers and acquitted nine.", [("12", "convicted", "total"), ("nine", "acquitted", "total")]),
    (
        "Raids killed 14 rebels from the Red Front group and five shepherds.",
        [("14", "killed", "total"), ("five", "killed", "total")],
    ),
    (
        "40 Shepherds 25 ARF Fighters Killed 110 Injured.",
        [("40", "killed", "total"), ("25", "killed", "total"), ("110", "injured", "total")],
    ),
    ("The gang killed and crucified five shepherds.", [("five", "killed", "total")]),
    ("Nine shoppers lost their lives and 37 were hurt.", [("Nine", "killed", "total"), ("37", "injured", "total")]),
    (
        "The raid killed 14 people including three girls fleeing over the river.",
        [("14", "killed", "total"), ("three", "killed", "part")],
    ),
    ("Six people marching on the port were shot dead.", [("Six", "killed", "total")]),
    ("The raid killed two millers one of them a boy.", [("two", "killed", "total"), ("one", "killed", "part")]),
    (
        "Three millers two of them boys died and nine were hurt.",
        [("Three", "killed", "total"), ("two", "killed", "part"), ("nine", "injured", "total")],
    ),
    ("Another man and a woman were killed.", [("Another", "killed", "increment"), ("a", "killed", "total")]),
    ("The army destroyed 60 rebels and nine lorries.", [("60", "killed", "total"), ("nine", "vehicles", "total")]),
    ("A van with 12 rebels was destroyed.", [("12", "attackers", "total")]),
    ("Nine of the 340 boarders could not be found.", [("Nine", "missing", "part"), ("340", "boarders", "total")]),
    (
        "A crowd came, whom the watch estimated at 30,000 and guilds at 90,000.",
        [("30,000", "participants", "total"), ("90,000", "participants", "total")],
    ),
    ("Four died and 24 remained in the hands of the gang.", [("Four", "killed", "total"), ("24", "abducted", "total")]),
    ("The toll rose to 8, up from a combined seven.", [("8", "killed", "total"), ("seven", "killed", "total")]),
    ("The army lost nineteen of our own.", [("nineteen", "killed", "total")]),
    ("The toll rose to 67 with the deaths in hospital of six of the injured.", [("67", "killed", "total"), ("six", "killed", "part")]),
    ("Of the dead, 19 were under age, not twelve.", [("19", "killed", "total"), ("twelve", "killed", "total")]),
    ("Oru had 205 deaths, followed by Tamby with 118.", [("205", "killed", "total"), ("118", "killed", "total")]),
    ("The mill recorded nine such deaths.", [("nine", "killed", "total")]),
    ("The district lowered to 198 the number of deaths.", [("198", "killed", "total")]),
    ("The number of soldiers killed stands at 24, revising its count of 16.", [("24", "killed", "total"), ("16", "killed", "total")]),
    ("Twenty soldiers fell in the ambush and two fell ill.", [("Twenty", "killed", "total"), ("two", "cases", "total")]),
    ("In all 231 people suffered injuries.", [("231", "injured", "total")]),
    ("The clinic received 49 bodies and divers recovered two bodies.", [("49", "killed", "total"), ("two", "recovered", "total")]),
    ("Seven boats sank. The port has acknowledged three.", [("Seven", "ships", "total"), ("three", "ships", "total")]),
    ("The blast killed two women (a nurse and a cook) and nine guards.", [("two", "killed", "total"), ("nine", "killed", "total")]),
    ("The army put the dead of the mill siege at 134.", [("134", "killed", "total")]),
    ("A list put the martyrs at 35 and the hurt at 60.", [("35", "killed", "total"), ("60", "injured", "total")]),
    ("They had cremated 15 millers rather than the nine first given out.", [("15", "buried", "total"), ("nine", "buried", "total")]),
    ("The man buried 12 coins.", [("12", "coins", "total")]),
    ("They buried 40 from that mill alone.", [("40", "buried", "total")]),
    ("There were also 20 women among the dead and more are missing.", [("20", "killed", "part")]),
    ("The guild raised its tally for the blast to 44.", [("44", "killed", "total")]),
    ("The number of those who suffered in the blast has grown to 17.", [("17", "people", "total")]),
    ("The list of hamlets retaken had grown to 28.", [("28", "hamlets", "total")]),
    ("Some 200 people who had taken shelter in a mill were slaughtered.", [("200", "killed", "total")]),
    ("Some 200 people who had taken shelter in a mill left.", [("200", "displaced", "total")]),
    ("The guard logged 19 members of the watch dead.", [("19", "killed", "total")]),
    ("Nine women carried out the lifeless body of a farmer.", [("Nine", "women", "total"), ("a", "killed", "total")]),
    ("The clinic had 36 millers in its mortuary.", [("36", "killed", "total")]),
    ("The cars went off leaving 127 people injured the mayor told us.", [("127", "injured", "total")]),
    ("They recovered the corpses of 53 rebels.", [("53", "killed", "total")]),
    ("They drew up a list with 204 names of people killed.", [("204", "killed", "total")]),
    ("The martyrs of the mill now number 48 state radio said.", [("48", "killed", "total")]),
    ("They put at 900 the villagers.", [("900", "villagers", "total")]),
    ("He speaks of 150 families left without a roof.", [("150", "displaced", "total")]),
    ("They raise the tally of infections to 35.", [("35", "cases", "total")]),
    ("The season's count of destroyed homes climbed to 97.", [("97", "buildings", "total")]),
    ("They hold 238 boys. He had said there were 346 of them.", [("238", "boys", "total"), ("346", "boys", "total")]),
    ("Guards killed 35 Front (banned at home) rebels.", [("35", "killed", "total")]),
    ("A total of 70 rebels who were later named as Danes were shot dead.", [("70", "killed", "total")]),
    ("Being a member can't hurt, she is the one strong enough.", []),
    (
        "The raid destroyed 30 homes, took two positions and hit nine planes.",
        [("30", "buildings", "total"), ("two", "positions", "total"), ("nine", "aircraft", "total")],
    ),
    ("The death toll reached 3 in addition to 8 injured millers.", [("3", "killed", "total"), ("8", "injured", "total")]),
    ("The number of millers killed has become around 40.", [("40", "killed", "total")]),
    ("The mayor lowered the toll of the blast in Oru from 41 to 38.", [("41", "killed", "total"), ("38", "killed", "total")]),
    ("The ferry line corrects the number aboard from 380 to 425.", [("380", "aboard", "total"), ("425", "aboard", "total")]),
    ("The army says it killed from 20 to 30 rebels.", [("20 to 30", "killed", "total")]),
    ("He named nine millers whom they are accused of killing.", [("nine", "killed", "total")]),
    ("Some 900 people have come over the border.", [("900", "displaced", "total")]),
    ("Some 300 were swept away, and nine bridges were washed away.", [("300", "missing", "total"), ("nine", "bridges", "total")]),
    ("Six died. 12", [("Six", "killed", "total")]),
    ("“Eleven of the dead are lodgers,” she said. “Five are my cooks.”", [("Eleven", "killed", "part"), ("Five", "killed", "part")]),
    ("The floods claimed 17 lives, and the fever 26 more.", [("17", "killed", "total"), ("26", "killed", "increment")]),
    ("The larger pit held 109 skeletons, and the smaller one 34.", [("109", "killed", "total"), ("34", "killed", "total")]),
    (
        "The dead in the gorge numbered 26, and four guards had been taken prisoner.",
        [("26", "killed", "total"), ("four", "abducted", "total")],
    ),
    ("Of the dead 48 were younger than four.", [("48", "killed", "total")]),
    ("Of the jobs to go 940 are at the mill.", [("940", "jobs", "part")]),
    ("More than 1,000 of the islands' 34,500 inhabitants died.", [("1,000", "killed", "part"), ("34,500", "inhabitants", "total")]),
    (
        "The study found 151 deaths. “Eighty-three is the number,” he said.",
        [("151", "killed", "total"), ("Eighty-three", "killed", "total")],
    ),
    ("The ministry promised 2,150 posts. It would be fewer than 2,000.", [("2,150", "posts", "total"), ("2,000", "posts", "total")]),
    ("Sixty-four survivors spoke, and a doctor saw 31 of the bodies.", [("Sixty-four", "rescued", "total"), ("31", "killed", "part")]),
    ("The mutineers, some 240 in number, gave up.", [("240", "attackers", "total")]),
    ("The guild counted 7,000 marchers and Oru Police 3,200.", [("7,000", "participants", "total"), ("3,200", "participants", "total")]),
    ("We counted 95 of their dead on the road.", [("95", "killed", "total")]),
    ("The works is eliminating 4,200 jobs.", [("4,200", "jobs", "total")]),
    ("The chief put the jobs lost at the mill at 3,400, counting leave.", [("3,400", "jobs", "total")]),
    ("The rebels at first owned to three dead and now mourn twelve.", [("three", "killed", "total"), ("twelve", "killed", "total")]),
    (
        "The mill, which once fed 780 people, has 290 clerks. About 90 will be moved.",
        [("780", "people", "total"), ("290", "clerks", "total"), ("90", "clerks", "part")],
    ),
    (
        "Of 900 cases, 40 are grave. The clinic says 212 of the cases are confirmed.",
        [("900", "cases", "total"), ("40", "cases", "part"), ("212", "cases", "part")],
    ),
    ("Fishermen got 70 of the whales afloat.", [("70", "whales", "part")]),
    ("Nine of the clerks died.", [("Nine", "killed", "total")]),
    ("A clerk conceded that some books had not been seen.", []),
    ("Some 70 fishermen, not 22, had yet to return.", [("70", "missing", "total"), ("22", "missing", "total")]),
    ("Forty people died. “Fifty-one is what we know,” she said.", [("Forty", "killed", "total"), ("Fifty-one", "killed", "total")]),
]


def read(text: str) -> list[Row]:
    return [(f.number.of(text), f.metric, f.role.value) for f in figures(Article(text))]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_a_figure_takes_what_it_leaves_out_from_another(text: str, expected: list[Row]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Rockets Kills 3 Wounds 20 in Salb.", ["people", "people"]),
        ("Eight drowned and 80 sustained injuries.", ["people", "people"]),
        ("The gas hurt dozens of millers residents said.", ["millers"]),
        ("The gas hurt dozens more Norways state agency said.", ["people"]),
        ("Shells hurt 50 state media reported.", ["people"]),
        ("The army killed some 120 Front (banned at home) rebels.", ["Front (banned at home) rebels"]),
        ("They came with 22 four-wheel cars.", ["four-wheel cars"]),
        ("The raid killed two millers one of them a boy.", ["millers", "boy"]),
    ],
)
def test_what_is_counted_ends_where_another_phrase_begins(text: str, counted: list[str]) -> None:
    assert [f.counted for f in figures(Article(text))] == counted


@pytest.mark.parametrize(
    ("text", "per"), [("It loses 1,900 barrels of crude a day.", "day"), ("It throws up 200 tonnes of ash an hour.", "hour")]
)
def test_what_a_rate_is_of_stands_between(text: str, per: str) -> None:
    assert [f.scope.per for f in figures(Article(text))] == [per]


def test_two_parts_side_by_side_are_of_the_same_whole_and_not_of_each_other() -> None:
    boys, girls = figures(Article("Seventeen boys and six girls were among those killed."))
    assert (boys.part_of, girls.part_of) == (None, None)


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The number of miners known to have died in the pit rose to 99.", "killed"),
        ("One paper put the number of soldiers killed at more than 400.", "killed"),
        ("The mayor put the number of houses lost at 310.", "buildings"),
        ("Estimates of the dead range from 400 to more than 1,000.", "killed"),
        ("The week's raids took the dead there to 61.", "killed"),
        ("They put the hostages at “no more than 200”.", "abducted"),
        ("Ten passengers mostly schoolchildren killed in rocket attacks.", "killed"),
        ("Seven soldiers most of them conscripts wounded in ambush.", "injured"),
        ("Ten gunmen among them a deserter killed the mayor.", "attackers"),
        ("The number of cases could exceed 20,000.", "cases"),
        ("The dead were believed to include three senators.", "killed"),
        ("Guards shot two poachers dead.", "killed"),
        ("Guards shot two poachers.", "casualties"),
        ("Soldiers blew up three houses.", "buildings"),
        ("The bowler lost three rounds.", "missiles"),
        ("By noon 35 bodies had been dug out.", "recovered"),
        ("Four skiers were dug out alive.", "rescued"),
        ("The surgeon treated 82 people for bullet wounds.", "injured"),
        ("The surgeon treated 82 people for cholera.", "people"),
        ("A list of 61 people who, it says, were drowned.", "killed"),
    ],
)
def test_the_words_around_a_number_say_what_happened_to_those_counted(text: str, metric: str) -> None:
    assert [f.metric for f in figures(Article(text)) if f.number.of(text) != "One"] == [metric]


@pytest.mark.parametrize(
    "text", [": 12", "of the 12, 3, 4 of whom", "in 12, in 13 and in 14", "20 million, the 20 million", "of of the 3 of the 4"]
)
def test_scraps_of_lists_never_raise(text: str) -> None:
    assert all(f.number.of(text) for f in figures(Article(text)))
