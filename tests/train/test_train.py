"""The command: what it refuses, what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import InputError, QueryError
from tracker.train.__main__ import main, written
from tracker.train.corpus import read


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    with pytest.raises(QueryError, match="sooth: no model of this name"):
        main(["sooth"])


def test_without_a_corpus_the_command_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRACKER_CORPUS", raising=False)
    with pytest.raises(InputError, match="TRACKER_CORPUS: is not set"):
        main([])


def test_the_same_weights_are_the_same_bytes_in_any_order() -> None:
    assert written({"m": {"b": 1.0, "a": 0.25}, "l": {}}) == written({"l": {}, "m": {"a": 0.25, "b": 1.0}})


def test_annotated_articles_come_in_order_of_id(tmp_path: Path) -> None:
    (tmp_path / "dev").mkdir()
    quote = '{"start": 0, "end": 4, "type": "indirect", "cue_start": 5, "cue_end": 9, "cue_lemma": "say"}'
    (tmp_path / "dev" / "quotes.jsonl").write_text(
        f'{{"id": "b", "text": "Snow fell.", "quotes": []}}\n{{"id": "a", "text": "Rain they said", "quotes": [{quote}]}}\n', "utf-8"
    )
    first, second = read(tmp_path)
    assert (first.id, second.id) == ("a", "b")
    assert first.attributions[0].cue == (5, 9)
    assert first.attributions[0].source is None
