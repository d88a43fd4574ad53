"""Learns which candidate is the source of a quoted stretch, and which stretches quote nobody."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.extract.candidates import Candidate
from tracker.extract.ranking import Choice, rows, walk
from tracker.extract.stretches import Stretch, stretches
from tracker.model import Words
from tracker.text.linear import Weights
from tracker.text.marks import quoted
from tracker.text.sentences import paragraphs
from tracker.train.corpus import Annotated, Attribution
from tracker.train.fit import Example, fit


def train(articles: Sequence[Annotated]) -> dict[str, Weights]:
    """The weights of tracker/data/quotations.json."""
    return {"source": fit([example for article in articles for example in examples(article)], epochs=10)}


def examples(article: Annotated) -> list[Example]:
    """One example a quoted stretch; a stretch whose source no rule proposes teaches nothing."""
    text, found = article.text, []

    def choose(here: Stretch, proposed: Sequence[Candidate]) -> Choice:
        gold = attribution_of(article, here)
        if gold is None:
            found.append((rows(here, proposed), 0))
            return Choice(None, 1.0, 0.0)
        if gold.source is None:
            return Choice(None, 1.0, 1.0)
        right = right_candidate(text, gold, proposed)
        if right is not None:
            found.append((rows(here, proposed), right + 1))
        return Choice(proposed[right] if right is not None else given(text, gold), 1.0, 1.0)

    for _ in walk(stretches(text, quoted(text)[0], paragraphs(text)), choose):
        pass
    return found


def attribution_of(article: Annotated, here: Stretch) -> Attribution | None:
    """The annotated attribution that holds at least half of the stretch."""
    start, end = here.quoted.start, here.quoted.end
    for gold in article.attributions:
        inside = sum(max(0, min(end, s.end) - max(start, s.start)) for s in gold.spans)
        if gold.kind != "indirect" and inside * 2 >= end - start:
            return gold
    return None


def right_candidate(text: str, gold: Attribution, proposed: Sequence[Candidate]) -> int | None:
    """The candidate that overlaps the annotated source, else the first with the same last word; None where there is none."""
    assert gold.source is not None
    for i, one in enumerate(proposed):
        if one.mention.start < gold.source.end and one.mention.end > gold.source.start:
            return i
    last = gold.source.of(text).split(",")[0].split()[-1:]
    return next((i for i, one in enumerate(proposed) if one.mention.text.split()[-1:] == last and last[0][0].isupper()), None)


def given(text: str, gold: Attribution) -> Candidate:
    """The annotated source as a candidate, to carry on where no rule proposed it."""
    assert gold.source is not None
    return Candidate(Words.at(text, *gold.source), None, "given")
