"""The metrics file: the shipped one is sound, and a user's own adds to it or is refused with the nearest valid word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.errors import ConfigError
from tracker.extract import metrics
from tracker.extract.figures import figures
from tracker.model import Article
from tracker.text.tables import load

OWN = """
[baptised]
verbs = ["baptise"]
only = ["persons"]
people = true
counted = "people"

[killed]
acts = ["croak"]
"""


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[object]:
    def write(text: str) -> None:
        path = tmp_path / "own.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setenv("TRACKER_METRICS", str(path))
        metrics.metrics.cache_clear()

    yield write
    monkeypatch.delenv("TRACKER_METRICS", raising=False)
    metrics.metrics.cache_clear()


def test_every_field_of_the_shipped_file_is_known() -> None:
    assert {name for fields in load("metrics").values() for name in fields} <= set(metrics.KNOWN)


def test_a_users_file_adds_a_metric_and_words(use) -> None:  # type: ignore[no-untyped-def]
    use(OWN)
    read = [(f.metric, f.counted) for f in figures(Article("Priests baptised 40 herders and 12 frogs croaked."))]
    assert read == [("baptised", "herders"), ("killed", "frogs")]


def test_a_field_that_does_not_exist_is_refused_with_the_nearest(use) -> None:  # type: ignore[no-untyped-def]
    use('[baptised]\nverb = ["baptise"]\n')
    with pytest.raises(ConfigError, match=r"baptised\.verb: is no field of a metric; the nearest valid one is verbs"):
        metrics.metrics()


def test_a_file_that_cannot_be_read_is_named(use) -> None:  # type: ignore[no-untyped-def]
    use("[baptised\n")
    with pytest.raises(ConfigError, match=r"own\.toml"):
        metrics.metrics()


WORDS = [
    ("The governor insisted that the number of dead inmates was 29.", "killed"),
    ("Twelve rowers were swept overboard.", "missing"),
    ("Twelve rowers were feared drowned.", "killed"),
    ("Twelve rowers were hauled out of the water.", "rescued"),
    ("Twelve rowers escaped unhurt.", "rescued"),
    ("Twelve rowers escaped with minor injuries.", "injured"),
    ("Twelve rowers escaped from the jail.", "escaped"),
    ("Twelve rowers are still at large.", "escaped"),
    ("Twelve miners are still underground.", "trapped"),
    ("Twelve miners were airlifted to hospital.", "injured"),
    ("Twelve miners were airlifted from the roof.", "evacuated"),
    ("Twelve porters were remanded in custody.", "detained"),
    ("Prosecutors charged twelve porters.", "charged"),
    ("Twelve porters were acquitted.", "acquitted"),
    ("Twelve porters tested positive.", "cases"),
    ("Twelve patients were discharged.", "discharged"),
    ("Twelve million people are at risk of starvation.", "needing"),
    ("The firm will furlough twelve workers.", "jobs"),
    ("Bandits held twelve porters hostage.", "abducted"),
    ("Twelve porters gave themselves up.", "surrendered"),
    ("They took twelve bodies to a clinic.", "killed"),
    ("The number dug out alive reaches 310.", "rescued"),
    ("The number of geese picked up stands at 310.", "geese"),
    ("The number to be dismissed falls from 900 to 310.", "jobs"),
    ("The death toll of the blast is now 31.", "killed"),
    ("An inquest opens as the typhoid dead reach 310.", "killed"),
    ("Twelve divers are cut off below the lock.", "trapped"),
    ("Some 310 clerks have had a first shot.", "vaccinated"),
    ("The pact says 310 jobs are to be kept.", "kept"),
    ("Twelve clerks said a fight broke out.", "clerks"),
]


@pytest.mark.parametrize(("sentence", "metric"), WORDS)
def test_a_word_of_the_shipped_file_gives_its_metric(sentence: str, metric: str) -> None:
    assert metric in [f.metric for f in figures(Article(sentence))]
