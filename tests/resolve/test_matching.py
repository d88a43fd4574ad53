"""Two spellings of one name are told from two names."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tracker.model import Sameness
from tracker.resolve import match
from tracker.resolve.matching import are_unlike

KINDS = {"bodies": "organisation"}
PAIRS = Path(__file__).parent.parent / "gold" / "name_pairs.jsonl"

ONE_NAME = [
    ("Brig. Gen. Tomas Reyna", "Tomás Reyna"),
    ("REYNA, Tomas", "Tomas Reyna"),
    ("Farid al-Harbi", "Fareed Al Harbi"),
    ("Farid A. Harbi III", "Farid Harbi"),
    ("Абдул Рахман Каримов", "Abdurrahman Karimov"),
    ("Bob Tanner", "Robert Tanner"),
    ("Ye Min-seok", "Ye Minseok"),
]
TWO_NAMES = [
    ("Farid Harbi", "Fuad Harbi"),
    ("Karim Naser", "Karam Naser"),
    ("Mario Bianchi", "Maria Bianchi"),
    ("Paul A. Wexler", "Paul B. Wexler"),
    ("Robert Tanner Jr.", "Robert Tanner Sr."),
    ("Hassan Tufik", "Hussein Tufik"),
    ("Robert Tanner", "Robert Fielding"),
]
BODIES = [
    ("Northern Mobilisation Front", "Northern Mobilization Front", Sameness.SAME),
    ("NMF", "Northern Mobilisation Front", Sameness.SAME),
    ("Harakat al-Sahil", "Al Sahil Movement", Sameness.SAME),
    ("Ministry of Defence", "Defense Ministry", Sameness.SAME),
    ("Ministry of Defence", "Ministry of Health", Sameness.DIFFERENT),
    ("Kataib al-Sahil", "Harakat al-Sahil", Sameness.DIFFERENT),
    ("Sahil", "Kataib Sahil", Sameness.DIFFERENT),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_spellings_of_one_person_are_the_same_whichever_comes_first(a: str, b: str) -> None:
    assert match(a, b).verdict == Sameness.SAME
    assert match(b, a).score == pytest.approx(match(a, b).score, abs=0.02)


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_two_persons_are_not_taken_for_one(a: str, b: str) -> None:
    assert match(a, b).verdict != Sameness.SAME


@pytest.mark.parametrize(("a", "b", "verdict"), BODIES)
def test_bodies_are_told_by_what_sets_them_apart(a: str, b: str, verdict: Sameness) -> None:
    assert match(a, b, "organisation").verdict == verdict


def test_the_reason_names_the_deciding_words() -> None:
    assert match("Farid Harbi", "Fuad Harbi").reason.startswith("“farid” beside “fuad” is ")
    assert "only one name has “lopez”" in match("Ana Ruiz", "Ana López Ruiz").reason


@pytest.mark.parametrize("bad", ["", " ", "...", "’", "\x00", "☃" * 50, "a" * 5000, "x " * 400, "١٢٣"])
def test_hostile_names_give_a_verdict_and_never_raise(bad: str) -> None:
    began = time.perf_counter()
    for other in ("", "Ana Ruiz", bad):
        assert 0 <= match(bad, other).score <= 1
    assert time.perf_counter() - began < 20


def test_one_letter_names_and_particles_alone_are_names_too() -> None:
    assert match("U", "U").score == 1
    assert match("al", "al").score == 1


def best_f1(scored: list[tuple[float, bool]]) -> float:
    """The best F1 over all thresholds."""
    positives, right, best = sum(same for _, same in scored), 0, 0.0
    for i, (_, same) in enumerate(sorted(scored, key=lambda pair: (-pair[0], pair[1])), 1):
        right += same
        best = max(best, 2 * right / (i + positives))
    return best


@pytest.mark.parametrize(
    ("part", "floor"),
    [
        ("tune", 0.94),
        ("check", 0.94),
        ("held", 0.92),
        ("bodies", 0.93),
        ("second tune", 0.94),
        ("second held", 0.93),
        ("third tune", 0.95),
        ("third held", 0.94),
    ],
)
def test_the_pairs_of_names_are_ranked(part: str, floor: float) -> None:
    rows = [row for row in map(json.loads, PAIRS.read_text("utf-8").splitlines()) if row["part"] == part]
    assert best_f1([(match(row["a"], row["b"], KINDS.get(part, "person")).score, row["same"]) for row in rows]) >= floor


@pytest.mark.parametrize("kind", ["person", "organisation"])
def test_names_told_to_be_unlike_at_a_glance_are_so_looked_at_closely(kind: str) -> None:
    rows = list(map(json.loads, PAIRS.read_text("utf-8").splitlines()))[::3]
    names = [(a["a"], b["b"]) for a, b in zip(rows, [*rows[1:], *rows[:1]], strict=True)] + [(row["a"], row["b"]) for row in rows]
    for least in (0.6, 0.8):
        unlike = [pair for pair in names if are_unlike(*pair, least, kind)]
        assert [pair for pair in unlike if match(*pair, kind).score >= least] == []
        assert len(unlike) > 0.8 * sum(match(*pair, kind).score < least for pair in names)


@pytest.mark.parametrize(
    ("sets", "precise", "found"),
    [(("tune", "check", "held", "second tune", "second held"), 0.94, 0.89), (("third tune", "third held"), 0.94, 0.76)],
)
def test_what_is_called_the_same_on_the_pairs_of_names_nearly_always_is(sets: tuple[str, ...], precise: float, found: float) -> None:
    rows = [row for row in map(json.loads, PAIRS.read_text("utf-8").splitlines()) if row["part"] in sets]
    called = [row["same"] for row in rows if match(row["a"], row["b"], "person").verdict == Sameness.SAME]
    assert sum(called) / len(called) >= precise
    assert sum(called) / sum(row["same"] for row in rows) >= found
