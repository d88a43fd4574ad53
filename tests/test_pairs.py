"""Two figures of invented news of many kinds and decades, labelled by hand before the program saw them: floors that no change may break.

Ids "1-…" were written first and served to find errors; of "2-…", written after those were mended, 29 of 30 were right at first sight.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from tracker import pipeline
from tracker.model import Article, Span

GOLD = Path(__file__).parent / "gold"
MARK = re.compile(r"\[\[(.*?)\]\]")
FOLD = {"possible": "different_scope", "unrelated": "different_scope", "echo": "corroborates"}


def article(row: dict[str, str]) -> tuple[Article, list[Span]]:
    """The article and the spans that its text marks: "killed [[9]] people"."""
    text, spans = "", []
    for i, part in enumerate(MARK.split(row["text"])):
        if i % 2:
            spans.append(Span(len(text), len(text) + len(part)))
        text += part
    return Article(text, title=row["title"], outlet=row["outlet"], published=dt.date.fromisoformat(row["date"])), spans


def told(row: dict[str, Any]) -> str:
    """The relation of the two marked figures, as the labels name it; "missing" where one of them is not found."""
    made = [article(side) for side in row["articles"]]
    found = pipeline.compare([one for one, _ in made])
    figures = [f for reading in found.readings for f in reading.figures]
    a, b = (
        {f.id for f in figures if f.article == one.id and f.span.start < span.end and f.span.end > span.start}
        for one, spans in made
        for span in spans
    )
    if not (a and b):
        return "missing"
    pair = next((p for p in found.pairs if (p.a in a and p.b in b) or (p.b in a and p.a in b)), None)
    relation = pair.relation.value if pair else "unrelated"
    return FOLD.get(relation, relation)


@cache
def results(name: str = "pairs") -> tuple[tuple[str, str, str], ...]:
    """Id, label, answer of every pair."""
    rows = [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]
    return tuple((row["id"], row["label"], told(row)) for row in rows)


def test_most_pairs_of_unseen_news_are_told_right() -> None:
    wrong = [row for row in results() if row[1] != row[2]]
    assert len(wrong) <= 0.07 * len(results()), wrong


def test_conflicts_are_found_and_few_are_false() -> None:
    given = [row for row in results() if row[2] == "conflict"]
    gold = [row for row in results() if row[1] == "conflict"]
    right = [row for row in given if row[1] == "conflict"]
    assert len(right) >= 0.85 * len(given), given
    assert len(right) >= 0.88 * len(gold), [row for row in gold if row not in right]


def test_what_can_be_explained_is_hardly_ever_a_conflict() -> None:
    explained = ("revision", "running_total", "corroborates", "compatible")
    assert len([row for row in results() if row[1] in explained and row[2] == "conflict"]) <= 1


def test_harder_pairs_are_told_as_well_as_reached() -> None:
    """Longer articles, more distractors: 50 % of the tuned ones were right at first sight, 34 % of the held ones."""
    found = results("more_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.64 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= 0.64 * len(given), given


def test_pairs_of_single_sentences_and_of_whole_articles_are_told_as_well_as_reached() -> None:
    """Written before the rules were looked at again: 57 % of the tuned ones and 49 % of the held ones were right at first sight."""
    found = results("prose_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.73 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= 0.7 * len(given), given


def test_pairs_of_wires_monitors_and_timelines_are_told_as_well_as_reached() -> None:
    """Written by somebody who did not know the rules: 72 % were right at first sight, and 7 of 14 contradictions found."""
    found = results("wire_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.86 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.9 * len(given), 11), given


def test_pairs_worded_very_differently_are_told_as_well_as_reached() -> None:
    """The same kinds, two names for one thing in most: 42 % were right at first sight, and 14 of 34 contradictions found."""
    found = results("reworded_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.66 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.85 * len(given), 22), given


def test_pairs_of_strangers_are_told_as_well_as_reached() -> None:
    """Of two who did not know the rules: 67 % and 72 % were right at first sight, and 19 of 28 contradictions found."""
    found = results("stranger_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.8 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.75 * len(given), 20), given


def test_pairs_of_a_third_stranger_are_told_as_well_as_reached() -> None:
    """Who did not know the rules either: 72 % were right at first sight, and 8 of 14 contradictions found."""
    found = results("desk_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.78 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.7 * len(given), 10), given


def test_pairs_of_plain_news_are_told_as_well_as_reached() -> None:
    """Elections, budgets, harvests, recalls, dams, prices: 62 % were right at first sight, and 10 of 16 contradictions found."""
    found = results("time_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.7 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.75 * len(given), 10), given


def test_pairs_of_strangers_that_were_opened_are_told_as_well_as_reached() -> None:
    """Of three strangers: 163 of 210 were right when they were opened, and 39 of 52 contradictions found."""
    found = results("opened_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.86 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.84 * len(given), 42), given


def test_pairs_of_war_and_disaster_are_told_as_well_as_reached() -> None:
    """Seven decades and countries that the others lack: 65 % were right at first sight, and 9 of 17 contradictions found."""
    found = results("war_pairs")
    assert sum(row[1] == row[2] for row in found) >= 0.7 * len(found), [row for row in found if row[1] != row[2]]
    given = [row for row in found if row[2] == "conflict"]
    assert sum(row[1] == "conflict" for row in given) >= max(0.75 * len(given), 10), given
