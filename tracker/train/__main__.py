"""`python -m tracker.train [NAME …]`: learn the weights in tracker/data again from the texts that TRACKER_CORPUS points to.

Every trainer takes what its reader reads and returns model → feature → weight; the file is written only where all went well.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import tracker
from tracker.errors import InputError, QueryError, TrackerError
from tracker.text.linear import Weights
from tracker.train import quotations, speech, words
from tracker.train.corpus import read, stripped, texts

Trainer = Callable[[Sequence[Any]], dict[str, Weights]]

TRAINERS: dict[str, tuple[Callable[[Path], Sequence[Any]], Trainer]] = {
    "quotations": (read, quotations.train),
    "speech": (read, speech.train),
    "stripped_speech": (stripped, speech.train),
    "news_words": (texts, words.train),
}
"""Name of the data file → what reads the texts for it, and what learns it."""


def main(names: Sequence[str]) -> None:
    """Train the named models, all of them where none is named."""
    if unknown := [name for name in names if name not in TRAINERS]:
        raise QueryError(unknown[0], "no model of this name", tuple(TRAINERS))
    folder = os.environ.get("TRACKER_CORPUS")
    if not folder:
        raise InputError("TRACKER_CORPUS", "is not set", "point it to the folder that holds dev/quotes.jsonl")
    for name in names or TRAINERS:
        reader, trainer = TRAINERS[name]
        articles = reader(Path(folder))
        target = Path(tracker.__file__).parent / "data" / f"{name}.json"
        target.write_text(written(trainer(articles)), "utf-8")
        print(f"{target}: learned from {len(articles)} articles")


def written(models: dict[str, Weights]) -> str:
    """The models as JSON, one feature a line in alphabetical order: the same weights are the same bytes."""
    return json.dumps(models, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except TrackerError as error:
        sys.exit(str(error))
