"""What indirect and mixed speech is learned from: annotated attributions laid onto the candidates that the program itself proposes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tracker.extract import borders, sides
from tracker.extract.attribution import NAMES
from tracker.extract.passages import BREAKS, Passage, passages
from tracker.extract.reporting import Cue
from tracker.extract.sides import SIDES, Row
from tracker.text.linear import Weights
from tracker.train.corpus import Annotated, Attribution
from tracker.train.fit import Example, fit

Examples = dict[str, list[Example]]
RATE, LEAST, RARE = 0.05, 0.03, 3


def train(articles: Sequence[Annotated]) -> dict[str, Weights]:
    """The models of `extract.attribution`, by name."""
    examples: Examples = {name: [] for name in ("side", "after_start", "after_end", "before_end", "before_start")}
    for article in articles:
        for passage in passages(article.text):
            for at, cue in passage.cues.items():
                learn(examples, passage, at, gold_of(article, cue))
    learned = {name: fit(found, rate=RATE, least=LEAST, rare=RARE) for name, found in examples.items()}
    return parted(learned.pop("side")) | learned


def parted(model: Weights) -> dict[str, Weights]:
    """The weights of features written "side/name=value" as one model a side."""
    found: dict[str, Weights] = {side: {} for side in SIDES}
    for feature, weight in model.items():
        side, _, rest = feature.partition("/")
        found[side][rest] = weight
    return found


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
    named = features(sides.NAMES, sides.features(p, c))
    examples["side"].append(([[f"{name}/{feature}" for feature in named] for name in SIDES], SIDES.index(side)))
    if after and (place := laid(p, after[0].start, after[-1].end)):
        start, end = place
        starts, ends = borders.after_starts(p, c), borders.after_ends(p, start)
        teach(examples, "after_start", starts, borders.after_start_rows(p, c, starts), start, 1)
        teach(examples, "after_end", ends, borders.after_end_rows(p, c, start, ends), end, 2)
    if before and (place := laid(p, before[0].start, before[-1].end)):
        start, end = place
        ends, starts = borders.before_ends(p, c), borders.before_starts(p, end)
        teach(examples, "before_end", ends, borders.before_end_rows(p, c, side, ends), end, 1)
        teach(examples, "before_start", starts, borders.before_start_rows(p, c, end, starts), start, 2)


def features(names: Sequence[str], row: Row) -> list[str]:
    return [f"{name}={value}" for name, value in zip(names, row, strict=True) if value is not None]


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


def teach(examples: Examples, name: str, places: list[int], rows: Iterable[Row], right: int, slack: int) -> None:
    """Add an example, unless no candidate lies within `slack` tokens of the right place."""
    nearest = min(range(len(places)), key=lambda i: abs(places[i] - right), default=None)
    if nearest is not None and abs(places[nearest] - right) <= slack:
        examples[name].append(([features(NAMES[name], row) for row in rows], nearest))
