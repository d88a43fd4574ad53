"""The sample corpus shows what the program is for, says where it comes from, and copies nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tracker import ingest, pipeline, resolve, shipped
from tracker.model import Article, Comparison, Document, Figure, Kind, SpeakerKind

LABELS = {
    "conflict": "conflict",
    "running_total": "running_total",
    "corroborates": "corroborated",
    "echo": "corroborated",
    "compatible": "vague_vs_exact",
}
Gold = dict[str, Any]


@pytest.fixture(scope="module")
def gold() -> Gold:
    found: Gold = json.loads((shipped.folder("seeds") / "gold.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def articles(gold: Gold) -> dict[str, Article]:
    """Key in the gold → the article as the program reads it."""
    read = {Path(d.source).name: d.article for d in ingest.documents(str(shipped.articles())) if isinstance(d, Document)}
    return {key: read[Path(row["file"]).name] for key, row in gold["articles"].items()}


@pytest.fixture(scope="module")
def comparison(articles: dict[str, Article]) -> Comparison:
    return pipeline.compare(articles.values())


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def quoted(text: str) -> Iterator[str]:
    yield from re.findall(r"“([^”]*)”", text)


def test_every_digest_cites_title_outlet_and_date_of_its_original(gold: Gold, articles: dict[str, Article]) -> None:
    for key, row in gold["articles"].items():
        article = articles[key]
        assert (article.title, article.outlet, str(article.day)) == (row["title"], row["outlet"], row["published"])
        assert article.authors == ((row["author"],) if "author" in row else ())


def test_quoted_fragments_are_at_most_eight_words(articles: dict[str, Article]) -> None:
    assert [q for article in articles.values() for q in quoted(article.text) if len(q.split()) > 8] == []


def test_every_span_of_the_gold_slices_to_its_words(gold: Gold, articles: dict[str, Article]) -> None:
    for row in gold["figures"]:
        assert articles[row["article"]].text[row["start"] : row["end"]] == row["number_text"]
    for row in gold["quotes"]:
        assert articles[row["article"]].text[row["start"] : row["end"]] == row["text"]


@pytest.mark.slow
def test_the_digests_share_no_sentence_with_their_originals(corpus: Path, gold: Gold, articles: dict[str, Article]) -> None:
    originals = {key: words(next((corpus / "articles").glob(f"{key}*")).read_text("utf-8")) for key in gold["articles"]}
    runs = {tuple(w[i : i + 10]) for w in originals.values() for i in range(len(w) - 9)}
    for file in shipped.folder("seeds").rglob("*.*"):
        seed = words(file.read_text("utf-8"))
        assert [seed[i : i + 10] for i in range(len(seed) - 9) if tuple(seed[i : i + 10]) in runs] == [], file


@pytest.mark.slow
def test_quoted_fragments_stand_word_for_word_in_their_original(corpus: Path, gold: Gold, articles: dict[str, Article]) -> None:
    for key, article in articles.items():
        original = " ".join(words(next((corpus / "articles").glob(f"{key}*")).read_text("utf-8")))
        assert [q for q in quoted(article.text) if " ".join(words(q)) not in original] == []


def figures_by_gold(gold: Gold, articles: dict[str, Article], comparison: Comparison) -> dict[int, Figure]:
    """Index in the gold → the figure that the program read there."""
    read = {(r.article.id, f.number or f.span): f for r in comparison.readings for f in r.figures}
    places = {(articles[g["article"]].id, (g["start"], g["end"])): i for i, g in enumerate(gold["figures"])}
    return {places[place]: figure for place, figure in read.items() if place in places}


def test_the_figures_are_read(gold: Gold, articles: dict[str, Article], comparison: Comparison) -> None:
    found = figures_by_gold(gold, articles, comparison)
    wanted = {i for i, g in enumerate(gold["figures"]) if not g["optional"]}
    missed = {gold["figures"][i]["quote_text"] for i in wanted - found.keys()}
    assert missed == set()
    for i, figure in found.items():
        g = gold["figures"][i]
        assert (figure.low, figure.high, figure.bound) == (g["low"], g["high"], g["bound"]) or g["optional"], g["quote_text"]


def test_the_groups_of_the_gold_show_and_nothing_else_alarms(gold: Gold, articles: dict[str, Article], comparison: Comparison) -> None:
    by_id = {figure.id: i for i, figure in figures_by_gold(gold, articles, comparison).items()}
    said: dict[tuple[int, ...], str] = {}
    for pair in comparison.pairs:
        if pair.a in by_id and pair.b in by_id:
            said[tuple(sorted((by_id[pair.a], by_id[pair.b])))] = LABELS.get(pair.relation, str(pair.relation))
    wanted = {p: g["label"] for g in gold["conflicts"] for p in combinations(sorted(g["members"]), 2)}
    vague = {i for i, g in enumerate(gold["figures"]) if g["bound"] == "vague"}
    same = {p for p in wanted if gold["figures"][p[0]]["low"] == gold["figures"][p[1]]["low"]}
    for pair, label in wanted.items():
        allowed = {label, *({"vague_vs_exact"} if vague & set(pair) else ()), *({"corroborated"} if pair in same else ())}
        assert said.get(pair) in allowed, [gold["figures"][i]["quote_text"] for i in pair]
    assert {p for p, label in said.items() if label == "conflict"} == {p for p, label in wanted.items() if label == "conflict"}


def test_quotations_are_credited(gold: Gold, articles: dict[str, Article], comparison: Comparison) -> None:
    forms = {form: name for name, listed in gold["speakers"].items() for form in (name, *listed)}
    readings = {r.article.id: r for r in comparison.readings}
    wanted = [q for q in gold["quotes"] if q["type"] == "direct" and not q["optional"]]
    missed = []
    for q in wanted:
        over = [
            s
            for s in readings[articles[q["article"]].id].statements
            if s.kind is not Kind.NARRATION and any(a <= q["start"] + 1 and q["end"] - 1 <= b for a, b in s.spans)
        ]
        accepted = {forms.get(name, name) for name in q["accept"]}
        if not any(forms.get(s.speaker or "", s.speaker) in accepted for s in over):
            missed.append((q["text"], [s.speaker for s in over]))
    assert len(missed) <= 0.1 * len(wanted), missed


def test_speakers_join_and_stay_apart(gold: Gold, comparison: Comparison) -> None:
    owner = {form: s.id for s in comparison.speakers for form in (s.name, *s.variants) if s.kind is not SpeakerKind.UNNAMED}
    pairs = [pair for forms in gold["speakers"].values() for pair in combinations(forms, 2)]
    joined = [(a, b) for a, b in pairs if a in owner and owner[a] == owner.get(b)]
    assert len(joined) >= 0.9 * len(pairs), set(pairs) - set(joined)
    assert not [(a, b) for a, b in gold["distinct_speakers"] if a in owner and owner[a] == owner.get(b)]


def test_the_weekday_that_does_not_fit_is_found(articles: dict[str, Article], comparison: Comparison) -> None:
    found = [f for r in comparison.readings for f in (*r.findings, *comparison.findings) if f.code == "weekday_mismatch" and f.span]
    assert {f.span.of(articles["002"].text) for f in found if f.span} == {"Wednesday, 12 October"}


def test_outlets_and_bodies_are_named_once_and_bodies_are_joined_by_their_names() -> None:
    outlets, bodies = shipped.outlets(), shipped.bodies()
    names = [name for o in outlets for name in (o.name, *o.variants)]
    assert len(outlets) > 150
    assert {name for name in names if names.count(name) > 1} == set()
    _, speakers, _ = resolve.across([], known=bodies)
    assert len(speakers) == len(bodies) == len({s.id for s in speakers})
