"""What others made comes in marked as such, once, and stands through a rebuild."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The flood at Elm Bay killed 4,000 people.",
    "author": {"@type": "Organization", "name": "Bay Check"},
    "datePublished": "2031-05-09",
    "url": "https://check.example/flood",
    "reviewRating": {"@type": "Rating", "ratingValue": 1, "alternateName": "Far too high"},
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Samira Noor"},
        "datePublished": "2031-05-06",
        "appearance": {"@type": "CreativeWork", "url": "https://talk.example/7"},
    },
}
TEXT = "Flood at Elm Bay\n\nThe flood took 40 lives, and Ana Ruiz, who runs the port, called it the worst in a century."
ROW: dict[str, Any] = {
    "text": TEXT,
    "outlet": "Beacon",
    "published": "2031-05-07",
    "statements": [
        {"content": "the worst in a century", "kind": "mixed", "speaker": "Ana Ruiz", "speaker_kind": "person", "said_on": "2031-05-06"},
        {"content": "words that nobody wrote", "speaker": "Ana Ruiz"},
        "not a statement",
    ],
    "figures": [
        {"start": TEXT.index("40"), "end": TEXT.index("40") + 2, "low": 40, "high": 40, "metric": "killed", "place": "Elm Bay"},
        {"start": 5, "end": 4000, "low": 1},
        {"start": 0, "end": 5, "low": "many"},
    ],
}


def rows(run: Run, *words: str) -> list[Any]:
    found = json.loads(run(*words, "--json").stdout)
    assert isinstance(found, list)
    return found


def test_a_claim_review_is_a_statement_of_whoever_made_the_claim(run: Run, tmp_path: Path) -> None:
    (tmp_path / "check.jsonld").write_text(json.dumps({"@graph": [{"@type": "WebSite"}, REVIEW]}), "utf-8")
    found = run("add", "check.jsonld")
    assert found.returncode == 0, found.stderr
    assert "1 made elsewhere (statements and figures)" in found.stdout
    [hit] = [hit for hit in rows(run, "quotes") if hit["statement"]["speaker"] == "Samira Noor"]
    statement, heading = hit["statement"], hit["heading"]
    assert (statement["content"], statement["found_by"], statement["by_hand"]) == (REVIEW["claimReviewed"], "imported", True)
    assert statement["said_on"] == "2031-05-06"
    assert (heading["outlet"], heading["published"], heading["url"]) == ("Bay Check", "2031-05-09", "https://check.example/flood")
    [article] = rows(run, "articles", "show", heading["id"])
    for said in ("Rated as: Far too high", "Claim seen at: https://talk.example/7", "Review by: Bay Check"):
        assert said in article["article"]["text"].splitlines()
    assert json.loads(run("articles", "show", heading["id"], "--raw").stdout) == REVIEW


@pytest.mark.parametrize(
    ("maker", "kind"),
    [
        ({"@type": "Organization", "name": "Noor Foundation"}, "organisation"),
        ({"@type": ["GovernmentOrganization"], "name": "Elm Bay"}, "organisation"),
        ({"@type": "Person", "name": "Samira Noor"}, "person"),
        ({"name": "Ministry of Works"}, "organisation"),
        ("Samira Noor", "person"),
    ],
)
def test_who_made_a_claim_is_of_the_kind_that_the_review_says(run: Run, tmp_path: Path, maker: Any, kind: str) -> None:
    (tmp_path / "check.json").write_text(json.dumps({**REVIEW, "itemReviewed": {"author": maker}}), "utf-8")
    run("add", "check.json")
    assert [speaker["kind"] for speaker in rows(run, "speakers", "list")] == [kind]


def test_a_review_in_a_web_page_is_imported_with_the_page_as_one_article(run: Run, tmp_path: Path) -> None:
    words = "The district counted 40 dead, and Ana Ruiz, who runs the port, said that nobody had been missing for a week."
    linked = json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "How many died at Elm Bay"}, REVIEW]})
    page = f"<html><head><script type='application/ld+json'>{linked}</script></head><body><article><p>{words}</p></article></body></html>"
    (tmp_path / "check.html").write_text(page, "utf-8")
    assert "1 made elsewhere (statements and figures)" in run("add", "check.html").stdout
    [hit] = [hit for hit in rows(run, "quotes") if hit["statement"]["by_hand"]]
    assert (hit["statement"]["speaker"], hit["statement"]["content"]) == ("Samira Noor", REVIEW["claimReviewed"])
    [view] = rows(run, "articles", "show", hit["heading"]["id"])
    assert view["article"]["text"].startswith(words)
    assert "Rated as: Far too high" in view["article"]["text"].splitlines()
    assert {hit["statement"]["speaker"] for hit in rows(run, "quotes")} == {"Samira Noor", "Ana Ruiz"}
    assert run("add", "check.html").stdout.startswith("0 articles added")
    assert run("db", "check").returncode == 0


def test_a_number_in_a_reviewed_claim_is_its_speakers_and_not_the_reviewers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "check.jsonl").write_text(json.dumps(REVIEW) + "\n", "utf-8")
    run("add", "check.jsonl")
    [row] = rows(run, "figures", "--metric", "killed")
    assert (row["figure"]["low"], row["figure"]["speaker"], row["figure"]["found_by"]) == (4000, "Samira Noor", "imported")
    assert "(imported)" in run("figures").stdout
    assert "indirect (imported)" in run("quotes").stdout


def test_rows_with_statements_and_figures_keep_what_can_be_placed_and_name_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW) + "\n", "utf-8")
    assert run("add", "rows.jsonl").returncode == 0
    [article] = rows(run, "articles", "list")
    [view] = rows(run, "articles", "show", article["id"])
    [statement] = [s for s in view["statements"] if s["by_hand"]]
    assert TEXT[slice(*statement["spans"][0])] == statement["content"] == "the worst in a century"
    [figure] = [f for f in view["figures"] if f["by_hand"]]
    assert (figure["words"], figure["low"], figure["scope"]["place"]) == ("40", 40, "Elm Bay")
    assert [f["message"].partition(":")[0] for f in view["findings"] if f["code"] == "import_left_out"] == [
        "imported statement 2 was left out",
        "imported statement 3 was left out",
        "imported figure 2 was left out",
        "imported figure 3 was left out",
    ]


def test_what_was_imported_comes_once_stands_through_a_rebuild_and_stays_undone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW) + "\n", "utf-8")
    run("add", "rows.jsonl")
    before, decisions = run("quotes", "--json").stdout, run("log", "--json").stdout
    assert run("add", "rows.jsonl").returncode == 0
    assert run("rebuild").returncode == 0
    assert (run("quotes", "--json").stdout, run("log", "--json").stdout) == (before, decisions)
    assert run("log", "undo", "1", "--force").returncode == 0
    run("add", "rows.jsonl")
    assert "imported" not in run("quotes").stdout


@pytest.mark.parametrize(
    "record",
    [
        {**REVIEW, "claimReviewed": ""},
        {"@type": ["Review", "ClaimReview"]},
        {**REVIEW, "claimReviewed": ["a", "b"]},
    ],
)
def test_a_review_without_a_claim_is_refused_in_one_sentence(run: Run, tmp_path: Path, record: dict[str, Any]) -> None:
    (tmp_path / "check.json").write_text(json.dumps(record), "utf-8")
    found = run("add", "check.json")
    assert found.returncode == 1
    assert found.stderr == 'failed: check.json: is a ClaimReview without a claim; the claim stands under "claimReviewed"\n'


@pytest.mark.parametrize("odd", [None, 7, "x", [], {}, [[]], [{}], [None, 3], {"name": {"name": 1}}, float("inf"), True])
def test_odd_parts_of_a_review_or_a_row_never_stop_the_rest(run: Run, tmp_path: Path, odd: Any) -> None:
    keys = ("author", "datePublished", "reviewRating", "itemReviewed", "reviewBody", "url", "headline")
    lines = [json.dumps({**REVIEW, key: odd}) for key in keys]
    lines += [json.dumps({**ROW, "text": TEXT + "!" * n, key: odd}) for n, key in enumerate(("statements", "figures"), 1)]
    lines += [
        json.dumps({**ROW, "text": TEXT + "?", "statements": [{**ROW["statements"][0], key: odd} for key in ("spans", "via", "cue")]})
    ]
    lines += [
        json.dumps({**ROW, "text": TEXT + "??", "figures": [{**ROW["figures"][0], key: odd} for key in ("number", "low", "via", "kind")]})
    ]
    (tmp_path / "odd.jsonl").write_text("\n".join(lines), "utf-8")
    found = run("add", "odd.jsonl")
    assert (found.returncode, found.stderr) == (0, "")
    assert run("db", "check").returncode == 0
