"""One query language for the screen and the command line; speakers taken fuzzily; nothing typed raises."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.bench import generate
from tracker import pipeline, search
from tracker.model import Article, Document, Hit, Query
from tracker.store import hits, open_store
from tracker.store.base import Store

DAY = dt.date
PARSED = [
    ("words alone", "dam gates", Query(words="dam gates")),
    ("a phrase", '"dam gates" open', Query(words='"dam gates" open')),
    ("a speaker", "speaker:ruiz dam", Query(words="dam", speakers=("ruiz",))),
    ("a speaker of two words", 'speaker:"Ana Ruiz"', Query(speakers=("Ana Ruiz",))),
    ("two speakers", "speaker:ruiz speaker:noor", Query(speakers=("ruiz", "noor"))),
    ("from a month on", "after:2023-10", Query(after=DAY(2023, 10, 1))),
    ("to the end of a month", "before:2023-02", Query(before=DAY(2023, 2, 28))),
    ("a day, a year", "after:2023-10-07 before:2024", Query(after=DAY(2023, 10, 7), before=DAY(2024, 12, 31))),
    ("a kind, begun", "kind:dir", Query(kinds=("direct",))),
    ("with a figure", "has:figure metric:killed", Query(has_figure=True, metrics=("killed",))),
    ("relay, place, case, near", "via:wire place:elm case:port near:dam", Query(via=("wire",), places=("elm",), case="port", near="dam")),
    ("a time of day is no operator", "at 10:30", Query(words="at 10:30")),
]


@pytest.mark.parametrize(
    ("name", "text", "query"), [c for c in PARSED if c[0] != "a time of day is no operator"], ids=lambda c: str(c)[:30]
)
def test_operators_fill_the_query(name: str, text: str, query: Query) -> None:
    assert search.parse(text) == (query, "")


@pytest.mark.parametrize(
    ("text", "words", "note"),
    [
        ("spaeker:ruiz", "ruiz", "spaeker: was read as a word; did you mean speaker:"),
        ("after:soon dam", "soon dam", "after:soon was read as a word: it takes a day like 2023-10-07"),
        ("kind:loud", "loud", "kind:loud was read as a word: it can be direct, indirect, mixed, narration"),
        ("dam speaker: gates", "dam gates", "speaker: was left out: nothing stands behind it"),
        ('dam "gates', '"dam" "gates"', "searched as plain words: a quotation mark stands alone"),
    ],
)
def test_what_is_no_operator_is_read_as_a_word_with_a_note(text: str, words: str, note: str) -> None:
    query, said = search.parse(text)
    assert (query, said) == (Query(words=words), note)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(Path(tmp_path_factory.mktemp("search")) / "case.db")
    generate.fill(made, 40)
    yield made
    made.close()


@given(some.text(alphabet='abdm :"()*-AND\x00é[]%_', max_size=25))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_nothing_typed_raises(store: Store, text: str) -> None:
    query, _ = search.parse(text)
    search.quotes(store, query, 0, 2)


def test_hits_are_lit_where_the_words_stand(store: Store) -> None:
    hit = search.quotes(store, Query(words="power lines")).rows[0]
    assert {hit.snippet[start:end].casefold() for start, end in hit.lit} <= {"power", "lines"}
    assert hit.snippet == hit.statement.content


def test_a_page_goes_on_where_the_last_one_ended(store: Store) -> None:
    whole = [hit.statement.id for hit in search.quotes(store, Query(words="people"), 0, 60).rows]
    pages = [hit.statement.id for at in range(0, 60, 20) for hit in search.quotes(store, Query(words="people"), at, 20).rows]
    assert pages == whole
    assert len(set(whole)) == 60


def test_a_misspelt_speaker_is_taken_and_said(store: Store) -> None:
    name = store.speakers(limit=1)[0].name
    given_name, surname = name.split()[:2]
    typo = name.replace(surname, surname[:-1] + ("x" if surname[-1] != "x" else "y"))
    hits = search.quotes(store, Query(speakers=(typo,)))
    assert hits.taken[0].startswith(given_name)
    assert {hit.statement.speaker for hit in hits.rows} == set(hits.taken)


def test_an_unknown_speaker_finds_nothing_and_says_so(store: Store) -> None:
    hits = search.quotes(store, Query(speakers=("Zzyzx Qwortle",)))
    assert (hits.rows, hits.total, hits.note) == ((), 0, "nobody is called Zzyzx Qwortle")


def test_a_misspelt_word_brings_the_nearest_that_stands_somewhere(store: Store) -> None:
    assert search.quotes(store, Query(words="brigde")).note == "did you mean bridge?"


def test_a_profile_is_in_time_order(store: Store) -> None:
    speaker = store.speakers(limit=1)[0]
    profile = search.profile(store, speaker.id)
    assert profile is not None
    days = [hit.heading.day or DAY.min for hit in profile.hits]
    assert days == sorted(days) != []
    assert sum(count for _, count in profile.months) == len(profile.hits)


def test_a_profile_shows_where_somebody_contradicts_himself(tmp_path: Path) -> None:
    made = open_store(tmp_path / "case.db")
    text = "Ana Ruiz, the mayor of Port Elm, said {} people were killed in the blast at Port Elm on Monday."
    papers = (("Beacon", 12), ("Gazette", 90))
    articles = [Article(text.format(n), title="Blast at Port Elm", outlet=outlet, published=DAY(2031, 5, 6)) for outlet, n in papers]
    assert all(outcome.is_new for outcome in pipeline.ingest(map(Document, articles), made))
    profile = search.profile(made, made.speakers_called("Ana Ruiz")[0])
    made.close()
    assert profile is not None
    assert [pair.relation for pair in profile.contradictions] == ["conflict"]


def test_nobody_has_no_profile(store: Store) -> None:
    assert search.profile(store, "nobody") is None


@pytest.fixture(scope="module")
def offices_held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two prime ministers of one country one after the other, one of another country, and a spokesman of the first."""
    made = open_store(Path(tmp_path_factory.mktemp("offices")) / "case.db")
    articles = [
        Article("Norwegian Prime Minister Ann Lund spoke.\n\n“The dam will hold,” Mrs Lund said.", published=DAY(2021, 3, 2)),
        Article("Nils Berg, the prime minister of Norway, spoke.\n\n“The gates will open,” Mr Berg said.", published=DAY(2023, 3, 2)),
        Article("Chilean Prime Minister Eva Roe spoke.\n\n“The port will close,” Ms Roe said.", published=DAY(2021, 3, 2)),
        Article("“The road will open,” said Tom Weld, a spokesman for the prime minister of Norway.", published=DAY(2021, 3, 2)),
    ]
    list(pipeline.ingest([Document(article) for article in articles], made))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("asked", "query", "taken"),
    [
        ("in a period", Query(speakers=("norwegian prime minister",), before=DAY(2021, 12, 31)), ("Ann Lund",)),
        ("in another", Query(speakers=("Prime Minister of Norway",), after=DAY(2022, 1, 1)), ("Nils Berg",)),
        ("in any", Query(speakers=("norway pm",)), ("Ann Lund", "Nils Berg")),
        ("with slips", Query(speakers=("norwegan prime minster",), after=DAY(2022, 1, 1)), ("Nils Berg",)),
        ("another country", Query(speakers=("chilean premier",)), ("Eva Roe",)),
        ("an office of another", Query(speakers=("norwegian prime minister spokeswoman",)), ("Tom Weld",)),
        ("a period without one", Query(speakers=("norwegian prime minister",), after=DAY(2024, 1, 1)), ()),
        ("a country without one", Query(speakers=("finnish prime minister",)), ()),
    ],
)
def test_an_office_stands_for_who_was_met_in_it_in_that_period(
    offices_held: Store, asked: str, query: Query, taken: tuple[str, ...]
) -> None:
    assert search.quotes(offices_held, query).taken == taken


def test_the_answer_says_in_which_days_the_office_was_met(offices_held: Store) -> None:
    note = search.quotes(offices_held, Query(speakers=("norwegian prime minister",), before=DAY(2021, 12, 31))).note
    assert note == "norwegian prime minister: Ann Lund, Norwegian Prime Minister, met 2 Mar 2021"
    late = search.quotes(offices_held, Query(speakers=("norwegian prime minister",), after=DAY(2024, 1, 1)))
    assert "at other times: Ann Lund, Norwegian Prime Minister, met 2 Mar 2021; " in late.note
    assert set(late.close) >= {"Ann Lund", "Nils Berg"}


def test_a_count_is_taken_anew_when_something_changed(tmp_path: Path) -> None:
    made = open_store(tmp_path / "case.db")
    generate.fill(made, 3)
    query = Query(words="people")
    before = search.quotes(made, query).total
    statement = search.quotes(made, query).rows[0].statement
    made.drop(statement.id)
    assert search.quotes(made, query).total == before - 1
    made.credit(statement.id, None)
    assert search.quotes(made, query).total == before - 1
    made.close()


def test_the_ends_of_months_are_told_by_the_index_alone(store: Store) -> None:
    days = [hit.statement.said_on or hit.heading.day for hit in search.quotes(store, Query(), 0, 1000).rows]
    for after, before in ((DAY(2015, 2, 1), DAY(2015, 3, 31)), (DAY(2015, 2, 2), DAY(2015, 3, 30)), (DAY(2015, 2, 1), None)):
        wanted = sum((day or DAY.min) >= after and (before is None or (day or DAY.max) <= before) for day in days)
        assert search.quotes(store, Query(after=after, before=before)).total == wanted


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = open_store(Path(tmp_path_factory.mktemp("described")) / "case.db")
    texts = (
        "Dam\n\n“The dam is sound,” a harbour office spokeswoman said. “It leaks,” a security official of the ministry said.",
        "Quay\n\n“We go,” Harbour Office spokesman Tom Weld said.",
    )
    documents = [Document(Article(text, title=text[:4], outlet="Post", published=DAY(2022, 5, 1))) for text in texts]
    assert all(outcome.is_new for outcome in pipeline.ingest(documents, made))
    yield made
    made.close()


def test_whom_nobody_names_is_found_by_what_they_are_called(described: Store) -> None:
    found = search.quotes(described, Query(speakers=("harbour office spokesman",)))
    assert set(found.taken) == {"Tom Weld", "a harbour office spokeswoman"}
    assert "harbour office spokesman: not named, but called so: a harbour office spokeswoman" in found.note
    official = search.quotes(described, Query(speakers=("Security Official",)))
    assert [hit.statement.content for hit in official.rows] == ["It leaks,"]
    assert official.note == "Security Official: nobody by name; called so: a security official of the ministry"
    assert not search.quotes(described, Query(speakers=("army official",))).rows
    assert search.quotes(described, Query(speakers=("weld",))).taken == ("Tom Weld",)


def test_a_period_that_ends_before_it_begins_holds_nothing(store: Store) -> None:
    for after, before in ((DAY(2024, 1, 1), DAY(2023, 12, 31)), (DAY(2024, 1, 5), DAY(2023, 12, 3))):
        found = search.quotes(store, Query(after=after, before=before))
        assert (found.rows, found.total, found.note) == ((), 0, f"no day is after {after} and before {before}")


@pytest.mark.parametrize(
    ("query", "note"),
    [
        (Query(outlets=("Couriar 5",)), "there is no outlet Couriar 5; did you mean Courier 5"),
        (Query(metrics=("kiled",)), "there is no metric kiled; did you mean killed"),
        (Query(metrics=("killed",)), ""),
    ],
)
def test_a_name_that_nothing_has_is_told_with_the_nearest(store: Store, query: Query, note: str) -> None:
    assert search.quotes(store, query).note.startswith(note)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("***", "*** holds no word to search for"),
        ("AND AND", "searched as plain words: AND has nothing before it"),
        ("", ""),
    ],
)
def test_what_holds_no_word_is_said_to(text: str, note: str) -> None:
    query, said = search.parse(text)
    assert said == note
    assert query.words == ('"AND"' if text == "AND AND" else "***" if text == "***" else "")


def test_a_profile_is_in_the_order_of_time_and_of_the_text(described: Store) -> None:
    for speaker in described.speakers():
        found = search.profile(described, speaker.id)
        assert found
        places = [(str(hit.statement.said_on or hit.heading.day), hit.heading.id, hit.statement.span) for hit in found.hits]
        assert places == sorted(places)


LATEST = [
    Query(sort="time"),
    Query(words="harbour OR tents", sort="time"),
    Query(has_figure=True, sort="time"),
    Query(sort="time", after=DAY(2016, 2, 3)),
    Query(sort="time", before=DAY(2019, 7, 20)),
    Query(sort="time", has_figure=True, after=DAY(2015, 1, 1), before=DAY(2019, 7, 20)),
    Query(sort="time", after=DAY(9999, 12, 31)),
    Query(sort="time", before=DAY(1, 1, 1)),
]


@pytest.mark.parametrize("query", LATEST, ids=str)
@pytest.mark.parametrize(("offset", "limit"), [(0, 5), (3, 20), (0, 1000)])
def test_the_latest_are_the_same_when_those_before_are_not_sorted(
    store: Store, monkeypatch: pytest.MonkeyPatch, query: Query, offset: int, limit: int
) -> None:
    whole = [hit.statement.id for hit in store.search(query, offset, limit)]
    monkeypatch.setattr(hits.index, "RANKED", 0)
    assert [hit.statement.id for hit in store.search(query, offset, limit)] == whole
    plain = sorted(
        (hit for hit in store.search(Query(words=query.words, has_figure=query.has_figure, sort="oldest"), 0, 5000) if fits(hit, query)),
        key=lambda hit: -(told(hit) or DAY.min).toordinal(),
    )
    assert [hit.statement.id for hit in plain][offset : offset + limit] == whole


def told(hit: Hit) -> dt.date | None:
    return hit.statement.said_on or hit.heading.day


def fits(hit: Hit, query: Query) -> bool:
    day = told(hit)
    if day is None:
        return query.after is None and query.before is None
    return (query.after or day) <= day <= (query.before or day)
