"""What indirect and mixed speech is learned from: annotated attributions laid onto the candidates that the program itself proposes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tracker.extract import attribution as asked
from tracker.extract.passages import BREAKS, Passage, passages
from tracker.extract.reporting import Cue, candidates
from tracker.text.linear import Weights
from tracker.text.marks import quoted
from tracker.train.corpus import Annotated, Attribution
from tracker.train.fit import Example, fit

Examples = dict[str, list[Example]]
RATE = 0.05


def train(articles: Sequence[Annotated]) -> dict[str, Weights]:
    """The models of `extract.attribution`, by name."""
    examples: Examples = {name: [] for name in ("side", "after_start", "after_end", "before_end", "before_start")}
    for article in articles:
        for passage in read(article.text):
            for at, cue in passage.cues.items():
                learn(examples, passage, at, gold_of(article, cue))
    return {name: fit(found, rate=RATE) for name, found in examples.items()}


def read(text: str) -> list[Passage]:
    """The passages of a text, as the program reads them."""
    return list(passages(text, quoted(text)[0], tuple(candidates(text))))


def gold_of(article: Annotated, cue: Cue) -> Attribution | None:
    """The annotated attribution whose cue covers the candidate, the one with the shortest cue where there are several."""
    covering = [a for a in article.attributions if a.cue and a.cue.start < cue.end and cue.start < a.cue.end]
    fitting = [a for a in covering if cue.lemma != ":" or a.lemma == ":"]
    return min(fitting, key=lambda a: a.cue.end - a.cue.start if a.cue else 0, default=None)


def learn(examples: Examples, p: Passage, c: int, gold: Attribution | None) -> None:
    """Add what the cue at token c teaches: its side, and where its content begins and ends."""
    cue = p.cues[c]
    before = [span for span in gold.spans if span.end <= cue.start] if gold else []
    after = [span for span in gold.spans if span.start >= cue.end] if gold else []
    if gold and len(before) + len(after) != len(gold.spans):
        before = after = []
    side = "around" if before and after else "before" if before else "after" if after else "none"
    features = asked.side_features(p, c)
    examples["side"].append(([[f"{name}/{feature}" for feature in features] for name in asked.SIDES], asked.SIDES.index(side)))
    if after and (place := laid(p, after[0].start, after[-1].end)):
        start, end = place
        teach(examples["after_start"], asked.after_starts(p, c), start, 1, lambda places: asked.after_start_features(p, c, places))
        teach(examples["after_end"], asked.after_ends(p, start), end, 2, lambda places: asked.after_end_features(p, c, start, places))
    if before and (place := laid(p, before[0].start, before[-1].end)):
        start, end = place
        teach(examples["before_end"], asked.before_ends(p, c), end, 1, lambda places: asked.before_end_features(p, c, places, side))
        teach(
            examples["before_start"],
            asked.before_starts(p, end),
            start,
            2,
            lambda places: asked.before_start_features(p, c, end, places, side),
        )


def laid(p: Passage, start: int, end: int) -> tuple[int, int] | None:
    """The tokens that characters start to end cover, marks at their ends and a leading "that" left out; None outside the passage."""
    if start >= p.ends[-1] or end <= p.starts[0]:
        return None
    low, high = bisect_right(p.ends, start), bisect_left(p.starts, end)
    while low < high - 1 and (p.classes[low] == "that" or (p.classes[low] in BREAKS and p.classes[low] != "(")):
        low += 1
    while high > low + 1 and p.classes[high - 1] in BREAKS:
        high -= 1
    return (low, high) if high > low else None


def teach(found: list[Example], places: list[int], right: int, slack: int, features: Callable[[list[int]], list[list[str]]]) -> None:
    """Add an example, unless no candidate lies within `slack` tokens of the right place."""
    nearest = min(range(len(places)), key=lambda i: abs(places[i] - right), default=None)
    if nearest is not None and abs(places[nearest] - right) <= slack:
        found.append((features(places), nearest))
