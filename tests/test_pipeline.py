"""The flow into a store: order, failures, executors; and that going on where one was comes to what a rebuild comes to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import textwrap
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.bench import text
from tests.making import state
from tracker import history, keeping, pipeline, removal, review
from tracker.errors import InputError, QueryError
from tracker.model import Article, Document, Query, Relation, Verdict
from tracker.store import open_store
from tracker.store.base import Store

DAY = dt.date(2031, 5, 6)
TOLD = (
    ("Beacon", "At least 40 people were killed in the blast at the harbour in Port Elm on Tuesday, Mayor Ana Ruiz said."),
    ("Gazette", "The blast at the harbour in Port Elm on Tuesday killed 90 people, Colonel Petr Halas told the Herald."),
    (
        "Herald",
        "“We will rebuild the harbour before winter comes,” Mayor Ana Ruiz said. The blast in Port Elm killed 90 people on Tuesday.",
    ),
    (
        "Ledger",
        "“We will not rebuild the harbour before winter comes,” said Ana Ruiz, the mayor. Some 200 people were injured in Port Elm.",
    ),
)
ARTICLES = [
    Article(f"Blast at Port Elm harbour\n\n{words}", title="Blast at Port Elm harbour", outlet=o, published=DAY) for o, words in TOLD
]
DOCUMENTS = [Document(article) for article in ARTICLES]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = open_store(tmp_path / "case.db")
    yield made
    made.close()


def test_outcomes_come_in_the_order_given_and_a_failure_stops_nothing(store: Store) -> None:
    given = [DOCUMENTS[0], InputError("broken.txt", "is empty"), DOCUMENTS[1], DOCUMENTS[0]]
    outcomes = list(pipeline.ingest(given, store))
    assert [(outcome.article, outcome.is_new, str(outcome.error or "")) for outcome in outcomes] == [
        (ARTICLES[0].id, True, ""),
        (None, False, "broken.txt: is empty"),
        (ARTICLES[1].id, True, ""),
        (ARTICLES[0].id, False, ""),
    ]


def test_an_executor_changes_nothing_but_where_articles_are_read(store: Store, tmp_path: Path) -> None:
    documents = [Document(article) for article in text.articles(12)]
    list(pipeline.ingest(documents, store))
    other = open_store(tmp_path / "other.db")
    with ThreadPoolExecutor(3) as executor:
        outcomes = list(pipeline.ingest(documents, other, executor))
    assert [outcome.article for outcome in outcomes] == [document.article.id for document in documents]
    assert state(other) == state(store)


def test_an_article_is_stored_whole_or_not_at_all(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    list(pipeline.ingest(DOCUMENTS[:1], store))
    before = state(store)
    monkeypatch.setattr(pipeline.keeping, "save_variants", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(pipeline.ingest(DOCUMENTS[1:2], store))
    assert state(store) == before


def test_one_that_the_store_refuses_takes_no_other_with_it(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS[1:2], store))
    removal.remove_article(store, ARTICLES[1].id, "ana")
    outcomes = list(pipeline.ingest(DOCUMENTS, store))
    assert [(outcome.is_new, outcome.error is None) for outcome in outcomes] == [(True, True), (False, False), (True, True), (True, True)]
    assert store.count_articles(Query()) == 3


def test_claims_that_an_interruption_left_are_built_by_the_next(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = open_store(tmp_path / "other.db")
    list(pipeline.ingest(DOCUMENTS, other))
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "claim", lambda _: None)
        list(pipeline.ingest(DOCUMENTS[:3], store))
    assert store.queue(Query()) == []
    list(pipeline.ingest(DOCUMENTS[3:], store))
    assert state(store) == state(other)


def test_a_caller_who_stops_early_finds_the_claims_of_what_was_stored(store: Store) -> None:
    outcomes = pipeline.ingest(DOCUMENTS, store)
    assert next(outcomes).article == ARTICLES[0].id
    assert store.count_articles(Query()) == 1
    next(outcomes)
    outcomes.close()
    assert store.count_articles(Query()) == 3
    assert [row.claim.relation for row in store.queue(Query())] == ["conflict"]


def test_a_rebuild_comes_to_the_same(store: Store) -> None:
    list(pipeline.ingest([*DOCUMENTS, *(Document(article) for article in text.articles(6))], store))
    before = state(store)
    assert before[0]
    assert before[6]
    list(pipeline.rebuild(store))
    assert state(store) == before


def test_decisions_survive_a_rebuild(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS, store))
    (row, *_) = store.queue(Query())
    view = store.claim_view(row.claim.id)
    assert view is not None
    review.judge(store, Verdict.PREFER, [view.claim.figures[-1]], "ana")
    review.credit(store, store.search(Query(words="rebuild"))[0].statement, "Jan Broek", "ana")
    review.speakers(store, Verdict.RENAME_SPEAKER, ["Jan Broek"], "ana", value="Jan van Broek")
    review.set_number(store, row.claim.id, "high", "95", "ana")
    before = state(store)
    assert before[0][-1].state == "decided" or any(row.state == "decided" for row in before[0])
    list(pipeline.rebuild(store))
    assert state(store) == before
    assert history.orphans(store) == []


def test_the_order_of_articles_does_not_change_the_claims(store: Store, tmp_path: Path) -> None:
    list(pipeline.ingest(DOCUMENTS, store))
    other = open_store(tmp_path / "other.db")
    list(pipeline.ingest(reversed(DOCUMENTS), other))
    claims = [{frozenset(row.claim.figures) for row in each.queue(Query(relations=("single", "conflict")))} for each in (store, other)]
    assert claims[0] == claims[1] != set()


def test_news_of_an_attack_a_day_comes_to_the_same_claims_one_by_one_at_once_in_any_order_and_rebuilt(store: Store, tmp_path: Path) -> None:
    told = [
        Article(
            f"Shelling killed {13 + 7 * day % 40} people in Port Elm, the mayor said.\n\nReport {day}.",
            title=f"Port Elm on day {day}",
            outlet=f"Courier {day % 3}",
            published=DAY + dt.timedelta(days=day),
        )
        for day in range(14)
    ]
    found = []
    for number, order in enumerate((told, told[::-1], told[::2] + told[1::2])):
        other = open_store(tmp_path / f"{number}.db")
        for article in order if number else ():
            list(pipeline.ingest([Document(article)], other))
        list(pipeline.ingest(map(Document, order), other))
        for _ in range(2):
            rows = other.queue(Query(relations=("single", *Relation)), 0, 100)
            found.append({frozenset(row.claim.figures): (row.claim.relation, row.claim.reason, row.claim.origins) for row in rows})
            list(pipeline.rebuild(other))
        other.close()
    assert all(one == found[0] for one in found)
    assert 2 < len(found[0]) < 14


def test_an_edited_article_is_read_again_with_its_new_day(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS, store))
    before = state(store)
    review.edit_article(store, ARTICLES[0].id, {"published": dt.date(2032, 1, 2), "authors": ("Rosa Vega",)}, "ana")
    article = store.article(ARTICLES[0].id)
    assert article == dataclasses.replace(ARTICLES[0], published=dt.date(2032, 1, 2), authors=("Rosa Vega",))
    history.undo(store, "ana")
    list(pipeline.rebuild(store))
    assert state(store) == before
    with pytest.raises(QueryError, match="text: is no attribute"):
        review.edit_article(store, ARTICLES[0].id, {"text": "other"}, "ana")


def test_what_a_person_gave_is_inferred_no_more(store: Store) -> None:
    told = dataclasses.replace(ARTICLES[0], inferred=(("title", "the first line"), ("published", "the dateline")))
    list(pipeline.ingest([Document(told)], store))
    review.edit_article(store, told.id, {"published": dt.date(2032, 1, 2)}, "ana")
    article = store.article(told.id)
    assert article is not None
    assert article.inferred == (("title", "the first line"),)
    history.undo(store, "ana")
    assert store.article(told.id) == told


def test_a_retracted_article_counts_no_more_until_it_is_taken_back(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS, store))
    before = state(store)
    review.retract_article(store, ARTICLES[0].id, "ana")
    assert not any(row.claim.relation == "conflict" for row in store.queue(Query()))
    view = store.article_view(ARTICLES[0].id)
    assert view is not None
    assert view.retracted
    history.undo(store, "ana")
    assert state(store) == before


def test_a_word_changed_in_a_quotation_is_found_across_articles(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS, store))
    (variant,) = store.quote_variants()
    assert "not" in variant.reason


def test_a_quotation_struck_out_meets_no_variant_until_that_is_undone(store: Store) -> None:
    list(pipeline.ingest(DOCUMENTS[2:3], store))
    quoted = next(s for s in store.statements_in(ARTICLES[2].id) if s.kind == "direct")
    review.delete(store, quoted, "ana")
    list(pipeline.ingest(DOCUMENTS[3:], store))
    assert store.quote_variants() == []
    history.undo(store, "ana")
    assert [quoted.id in variant.statements for variant in store.quote_variants()] == [True]


def test_a_name_joins_its_speaker_in_another_romanisation_and_by_family_name_alone(store: Store) -> None:
    said = (
        "“The dam will hold,” General Muammar al-Qadri said.",
        "“The dam will break,” said Moammar Kadri.",
        "“Nobody asked us,” Qadri said.",
        "“We were asked,” said Mona Qadri.",
    )
    documents = [Document(Article(words, outlet=f"Outlet {n}", published=DAY)) for n, words in enumerate(said)]
    assert all(outcome.error is None for outcome in pipeline.ingest(documents, store))
    ids = [hit.statement.speaker_id for hit in sorted(store.search(Query(), 0, 9), key=lambda hit: hit.heading.outlet or "")]
    assert ids[0] == ids[1] == ids[2] != ids[3]


def test_a_claim_is_counted_under_the_fuller_name_that_comes_later(store: Store) -> None:
    said = "The blast at the harbour in Port Elm on Tuesday killed {} people, Colonel Halas said."
    blast = [Article(said.format(toll), title="Blast at Port Elm harbour", outlet=f"No {toll}", published=DAY) for toll in (90, 40)]
    later = Article("“The bridge will open in spring,” Colonel Petr Halas said.", outlet="Herald", published=dt.date(2032, 2, 3))
    for article in (*blast, later):
        list(pipeline.ingest([Document(article)], store))
    assert [name for name, _ in store.facets(Query())["speaker"]] == ["Petr Halas"]


def test_what_comes_after_two_names_were_joined_is_compared_as_the_one(store: Store) -> None:
    said = "Some 90 people were killed by the blast at the harbour in Port Elm on Tuesday, {} said."
    told = [Article(said.format(name), title=f"Toll by {name}", outlet=name, published=DAY) for name in ("Ana Ruiz", "Lena Okafor")]
    list(pipeline.ingest([Document(told[0]), *DOCUMENTS[1:]], store))
    review.speakers(store, Verdict.SAME_SPEAKER, ["Petr Halas", "Ana Ruiz"], "ana")
    list(pipeline.ingest([Document(told[1]), DOCUMENTS[0]], store))
    before = state(store)
    list(pipeline.rebuild(store))
    assert state(store) == before


def test_claims_extended_figure_by_figure_are_those_built_at_once(store: Store, tmp_path: Path) -> None:
    documents = [*DOCUMENTS, *(Document(article) for article in text.articles(9))]
    other = open_store(tmp_path / "other.db")
    list(pipeline.ingest(documents, other))
    for document in documents:
        list(pipeline.ingest([document], store))
    assert state(store) == state(other)
    other.close()


def test_what_comes_together_comes_to_what_comes_one_by_one(store: Store, tmp_path: Path) -> None:
    """Names that each article makes fuller, an address whose text changes, one text twice: each article meets those before it."""
    said = (
        "“The dam will hold until spring comes,” Qadri said. It cost 40 million.",
        "“The dam will not hold until spring comes,” said Muammar Qadri, the minister of works.",
        "“Nobody asked us,” Moammar al-Qadri, the prime minister, said. Some 90 people were killed by the flood in Port Elm on Tuesday.",
        "“The dam will hold until spring,” said M. Qadri of Holm Bay. At least 12 people were killed by the flood in Port Elm on Tuesday.",
    )
    articles = [Article(words, outlet=f"Outlet {n}", published=DAY, url=f"https://port.example/{n % 2}") for n, words in enumerate(said)]
    documents = [*map(Document, articles), *DOCUMENTS, Document(articles[1]), *(Document(article) for article in text.articles(3))]
    other = open_store(tmp_path / "other.db")
    for document in documents:
        list(pipeline.ingest([document], store))
    (first, *_) = pipeline.ingest([documents[0]], other)
    assert first.is_new
    outcomes = keeping.keep(other, [(document, pipeline.prepared(document.article)) for document in documents])
    assert outcomes == [False, *[True] * 7, False, *[True] * 3]
    pipeline.claim(other)
    assert state(other) == state(store)
    other.close()


def test_lines_cut_at_a_width_are_read_as_paragraphs_and_the_words_are_those_of_the_text() -> None:
    told = (
        "A landslide buried 14 houses in the village of Oru on Sunday night, and at least 31 people were killed, the governor said. "
        "“We could not reach them until the rain had stopped,” said Ines Vale, who led the first team of rescuers into the valley."
    )
    whole, cut = pipeline.read(Article(told)), pipeline.read(Article(textwrap.fill(told, 64)))
    assert [(s.span, s.kind, s.speaker) for s in cut.statements] == [(s.span, s.kind, s.speaker) for s in whole.statements]
    assert [f.span for f in cut.figures] == [f.span for f in whole.figures]
    assert any("\n" in s.content for s in cut.statements)
    for statement in cut.statements:
        assert statement.content == " ".join(span.of(cut.article.text) for span in statement.spans)
