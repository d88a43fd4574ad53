"""Words that may report speech, in every form."""

from __future__ import annotations

import pytest

from tracker.extract.reporting import candidates, lexicon
from tracker.extract.verbs import forms_of, verbs


@pytest.mark.parametrize(
    ("lemma", "irregular", "forms"),
    [
        ("say", "said", "say says saying said"),
        ("deny", "", "deny denies denying denied"),
        ("argue", "", "argue argues arguing argued"),
        ("agree", "", "agree agrees agreeing agreed"),
        ("admit", "+", "admit admits admitting admitted"),
        ("stress", "", "stress stresses stressing stressed"),
        ("write", "wrote/written", "write writes writing written wrote"),
        ("begin", "+began/begun", "begin begins beginning begun began"),
        ("go", "went/gone", "go goes going gone went"),
        ("convey", "", "convey conveys conveying conveyed"),
    ],
)
def test_a_verb_is_known_in_all_its_forms(lemma: str, irregular: str, forms: str) -> None:
    assert [word for word, _ in forms_of(lemma, irregular)] == forms.split()


def test_candidates_come_in_text_order_with_lemma_and_form() -> None:
    text = "According to Lund, she SAID nothing and denied it: Vows followed."
    found = list(candidates(text))
    assert [(cue.lemma, cue.form) for cue in found] == [("according to", ""), ("deny", "ed"), (":", ""), ("vow", "s")]
    assert [text[cue.start : cue.end] for cue in found] == ["According", "denied", ":", "Vows"]


def test_a_colon_inside_a_time_or_address_is_none() -> None:
    assert list(candidates("at 10:30 see http://example.org")) == []


def test_what_reports_only_beside_a_quotation_is_no_candidate_elsewhere() -> None:
    assert {"went", "began", "thought"} <= {verb.word for verb in verbs()} - set(lexicon())


def test_no_form_is_listed_for_two_frames() -> None:
    assert all(len(entry) == 3 for entry in lexicon().values())
