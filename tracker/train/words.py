"""Which words any news uses: stems by the share of articles in which they stand in small letters.

A word with a capital is not counted: names of persons and places stay out, however often the texts speak of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tracker.compare.words import stemmed
from tracker.text.linear import Weights

LEAST = 0.02
"""Of the articles: a word that is met in fewer may name what an article is about."""


def train(texts: Sequence[str]) -> dict[str, Weights]:
    """Stem → share of the texts that hold it, for those above LEAST; empty where there are no texts."""
    met = Counter(stem for text in texts for stem in {stem for word, stem in stemmed(text) if word.islower()})
    return {"share": {stem: round(count / len(texts), 3) for stem, count in met.items() if count >= LEAST * len(texts)}}
