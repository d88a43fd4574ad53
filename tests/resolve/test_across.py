"""Names of many articles become speakers: joined where one candidate remains, proposed where more do."""

from __future__ import annotations

import datetime as dt
import json
import time
from itertools import combinations
from pathlib import Path

from tracker import pipeline, resolve
from tracker.model import Article, Kind, Name, Reading, Span, Speaker, SpeakerKind, SpeakerProposal, Statement

PERSON, BODY, UNNAMED = SpeakerKind.PERSON, SpeakerKind.ORGANISATION, SpeakerKind.UNNAMED


def reading(number: int, *names: str, kind: SpeakerKind = PERSON, roles: tuple[str, ...] = ()) -> Reading:
    """An article that credits one statement to each of the names."""
    article = Article(f"Article {number} about {names}.", id=f"a{number}")
    day = dt.date(2021, 3, number % 27 + 1)
    speakers = tuple(Speaker(f"a{number}/{name}", name, kind, (name,), tuple((role, day, day) for role in roles)) for name in names)
    statements = tuple(
        Statement(article.id, Kind.DIRECT, (Span(i, i + 1),), "A", speaker=s.name, speaker_id=s.id) for i, s in enumerate(speakers)
    )
    return Reading(article, statements, speakers=speakers)


def joined(*readings: Reading, **options: object) -> tuple[set[frozenset[str]], tuple[SpeakerProposal, ...]]:
    """The groups of printed forms, and the proposals."""
    _, speakers, proposals = resolve.across(readings, **options)  # type: ignore[arg-type]
    return {frozenset(s.variants) for s in speakers}, proposals


def test_spellings_titles_and_fuller_forms_join() -> None:
    groups, _ = joined(reading(1, "Farid Omar al-Harbi"), reading(2, "Fareed Al Harbi"), reading(3, "Dr. Farid El-Harbi"))
    assert groups == {frozenset({"Farid Omar al-Harbi", "Fareed Al Harbi", "Dr. Farid El-Harbi"})}


def test_statements_and_speakers_of_every_article_share_one_id() -> None:
    readings, speakers, _ = resolve.across([reading(1, "Farid al-Harbi"), reading(2, "Fareed Al Harbi")])
    assert {s.speaker_id for r in readings for s in r.statements} == {speakers[0].id}
    assert {s.id for r in readings for s in r.speakers} == {speakers[0].id}


def test_a_lone_family_name_joins_its_only_bearer() -> None:
    groups, _ = joined(reading(1, "Tomas Reyna"), reading(2, "Reyna"))
    assert groups == {frozenset({"Tomas Reyna", "Reyna"})}


def test_a_lone_family_name_with_two_bearers_is_proposed_to_both() -> None:
    groups, proposals = joined(reading(1, "Tomas Reyna"), reading(2, "Lucia Reyna"), reading(3, "Reyna"))
    assert len(groups) == 3
    assert [p.match.reason for p in proposals] == ["“Reyna” is the family name of 2 persons"] * 2


def test_a_lone_given_name_joins_nobody() -> None:
    assert len(joined(reading(1, "Tomas Reyna"), reading(2, "Tomas"))[0]) == 2


def test_a_name_that_ends_early_is_proposed() -> None:
    groups, proposals = joined(reading(1, "Ana Ruiz"), reading(2, "Ana Ruiz Prado"))
    assert (len(groups), len(proposals)) == (2, 1)


def test_a_word_that_is_nobodys_family_name_is_a_name_of_its_own() -> None:
    assert len(joined(reading(1, "Zarinko"), reading(2, "Zarinko"), reading(3, "Tomas Reyna"))[0]) == 2


def test_countries_and_their_peoples_are_one_word_in_the_names_of_bodies() -> None:
    groups, _ = joined(
        *(reading(n, name, kind=BODY) for n, name in enumerate(["Chilean government", "Government of Chile", "China’s government"]))
    )
    assert groups == {frozenset({"Chilean government", "Government of Chile"}), frozenset({"China’s government"})}


def test_a_name_that_fits_two_persons_is_proposed_to_both() -> None:
    groups, proposals = joined(reading(1, "Paul A. Wexler"), reading(2, "Paul B. Wexler"), reading(3, "Paul Wexler"))
    assert len(groups) == 3
    assert len(proposals) >= 2


def test_siblings_and_namesakes_stay_apart() -> None:
    groups, _ = joined(reading(1, "Ines Duarte"), reading(2, "Irene Duarte"), reading(3, "Mario Duarte"), reading(4, "Maria Duarte"))
    assert len(groups) == 4


def test_what_a_person_told_apart_is_neither_joined_nor_proposed() -> None:
    pair = reading(1, "Farid al-Harbi"), reading(2, "Fareed Harbi")
    assert len(joined(*pair)[0]) == 1
    groups, proposals = joined(*pair, apart=[("Mr. Fareed Harbi", "Farid al-Harbi")])
    assert (len(groups), proposals) == (2, ())


def test_a_known_speaker_keeps_its_id_and_takes_new_forms() -> None:
    known = Speaker("k1", "Farid al-Harbi", PERSON, ("Farid al-Harbi",))
    readings, speakers, _ = resolve.across([reading(1, "Fareed Al Harbi")], known=[known])
    assert [(s.id, s.variants) for s in speakers] == [("k1", ("Farid al-Harbi", "Fareed Al Harbi"))]
    assert readings[0].statements[0].speaker_id == "k1"


def test_two_known_speakers_are_never_joined_by_the_program() -> None:
    for second in ("Farid Harbi", "Fareed Harbi"):
        known = [Speaker("k1", "Farid al-Harbi", PERSON), Speaker("k2", second, PERSON)]
        _, speakers, proposals = resolve.across([reading(1, "Farid O. Harbi")], known=known)
        assert {"k1", "k2"} < {s.id for s in speakers}
        assert {p.a for p in proposals} == {"k1", "k2"}


def test_a_family_name_stored_apart_from_its_bearer_stays_apart_and_is_proposed_for_new_mentions() -> None:
    known = [Speaker("k1", "Reyna", PERSON), Speaker("k2", "Tomas Reyna", PERSON)]
    _, speakers, proposals = resolve.across([reading(1, "Reyna")], known=known)
    assert {"k1", "k2"} < {s.id for s in speakers}
    assert {p.a for p in proposals} | {p.b for p in proposals} > {"k1", "k2"}


def test_a_known_family_name_takes_the_id_along_when_its_bearer_appears() -> None:
    known = [Speaker("k1", "Reyna", PERSON, ("Reyna",))]
    assert [s.id for s in resolve.across([reading(1, "Reyna")], known=known)[1]] == ["k1"]
    (speaker,) = resolve.across([reading(1, "Tomas Reyna")], known=known)[1]
    assert (speaker.id, speaker.name, speaker.variants) == ("k1", "Tomas Reyna", ("Tomas Reyna", "Reyna"))


def test_unnamed_speakers_and_offices_without_a_country_are_each_articles_own() -> None:
    same = [reading(n, "a hospital official", kind=UNNAMED) for n in (1, 2)]
    assert len({s.id for s in resolve.across(same)[1]}) == 2
    assert len({s.id for s in resolve.across([reading(n, "Interior Ministry", kind=BODY) for n in (1, 2)])[1]}) == 2


def test_bodies_join_by_spelling_glossary_and_initials() -> None:
    groups, _ = joined(
        reading(1, "Harakat al-Sahil", "Coastal Mobilisation Forces", kind=BODY), reading(2, "Al Sahil Movement", "CMF", kind=BODY)
    )
    assert groups == {frozenset({"Harakat al-Sahil", "Al Sahil Movement"}), frozenset({"Coastal Mobilisation Forces", "CMF"})}


def test_a_metonym_is_proposed_and_not_joined() -> None:
    groups, proposals = joined(reading(1, "Pentagon", kind=BODY), reading(2, "U.S. Department of Defense", kind=BODY))
    assert len(groups) == 2
    assert proposals[0].match.reason == "“Pentagon” often stands for the us department of defense"


def test_roles_are_dated_from_the_first_day_to_the_last() -> None:
    _, speakers, _ = resolve.across(
        [reading(1, "Ines Duarte", roles=("Col.",)), reading(5, "Ines Duarte", roles=("Col.",)), reading(9, "Ines Duarte", roles=("Gen.",))]
    )
    days = [dt.date(2021, 3, n) for n in (2, 6, 10)]
    assert speakers[0].roles == (("Col.", days[0], days[1]), ("Gen.", days[2], days[2]))


def test_persons_and_bodies_that_are_only_mentioned_are_listed_without_what_describes_them() -> None:
    text = "Ruritania-backed Kataib Sahil fired. Maj. Gen. Ines Duarte left."
    names = (
        Name(Span(0, 29), "Ruritania-backed Kataib Sahil"),
        Name(Span(47, 58), "Ines Duarte", "Maj. Gen.", "person"),
        Name(Span(0, 9), "Ruritania", kind="place"),
    )
    _, speakers, _ = resolve.across([Reading(Article(text, id="a"), names=names)])
    assert {s.variants for s in speakers} == {("Kataib Sahil",), ("Ines Duarte", "Maj. Gen. Ines Duarte")}


def test_the_result_does_not_depend_on_the_order_of_the_articles() -> None:
    names = ["Paul A. Wexler", "Paul Wexler", "Farid al-Harbi", "Fareed Omar Harbi", "Harbi", "P. Wexler", "Tomas Reyna", "Reyna"]
    readings = [reading(n, name) for n, name in enumerate(names)]
    assert joined(*readings)[0] == joined(*reversed(readings))[0]


def test_nothing_gives_nothing() -> None:
    assert resolve.across([]) == ((), (), ())
    assert len(resolve.across([reading(1, "word " * 500, "wo" * 3000)])[1]) == 2
    assert resolve.across([reading(1, "", "...", "☃")])[0][0].article.id == "a1"


def test_the_cost_grows_with_the_names_and_not_with_their_square() -> None:
    syllables = ["ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zu"]

    def word(n: int) -> str:
        return "".join(syllables[int(digit)] for digit in f"{n:05}").capitalize()

    def cost(count: int) -> float:
        readings = [reading(n, f"{word(n * 37)} {word(n % (count // 4) * 101)}k") for n in range(count)]
        began = time.process_time()
        resolve.across(readings)
        return time.process_time() - began

    cost(50)
    assert cost(2000) < 12 * max(cost(400), 0.02)


def test_the_speakers_of_the_real_articles(corpus: Path) -> None:
    gold = json.loads((corpus / "gold" / "samples.json").read_text("utf-8"))
    articles = [Article((corpus / "articles" / a["file"]).read_text("utf-8"), id=key) for key, a in gold["articles"].items()]
    owner = {form.lower(): s.id for s in pipeline.compare(articles).speakers for form in (s.name, *s.variants)}
    for a, b in gold["distinct_speakers"]:
        assert a.lower() not in owner or owner[a.lower()] != owner.get(b.lower())
    wanted = {pair for forms in gold["speakers"].values() for pair in combinations(sorted({f.lower() for f in forms}), 2)}
    found = {pair for pair in wanted if pair[0] in owner and owner[pair[0]] == owner.get(pair[1])}
    assert len(found) / len(wanted) >= 0.9


def test_a_country_is_called_by_its_name_and_not_by_its_adjective() -> None:
    _, speakers, _ = resolve.across(
        [reading(1, "Norwegian", kind=BODY), reading(2, "Norwegian", kind=BODY), reading(3, "Norway", kind=BODY)]
    )
    assert {s.name for s in speakers} == {"Norway"}
