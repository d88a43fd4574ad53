"""Figures and who gives them, in invented news of kinds and decades that no other set holds (tests/gold/spoken_figures.jsonl).

Marked as in `wide`, and "by" a word of the speaker's name; "by -" is the outlet's own voice, "by *" anybody. Written before the program
saw any of them: the share right at that first look stands beside the floors in the test.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.extract.wide import Wanted, marked, stated, wrong
from tracker import pipeline
from tracker.model import Article, Figure, FigureKind

GOLD = Path(__file__).parent.parent / "gold" / "spoken_figures.jsonl"


def is_by(want: Wanted, figure: Figure) -> bool:
    """The figure is credited as marked."""
    name = next((more[3:] for more in want.more if more.startswith("by ")), "*")
    return name == "*" or (figure.speaker is None if name == "-" else name.lower() in (figure.speaker or "").lower())


def faults() -> Iterator[tuple[str, str, str]]:
    """(what is wrong, words, what was read) of each marked figure; one that is as marked is ("right", …)."""
    for line in GOLD.read_text("utf-8").splitlines():
        text, wanted = marked(json.loads(line)["text"])
        figures = pipeline.read(Article(text)).figures
        for want in wanted:
            got = next((f for f in figures if f.span.overlaps(want.span)), None)
            if want.value == "?":
                continue
            bad = [*wrong(want, got), *([] if is_by(want, got) else ["speaker"])] if got else ["missed"]
            said = f"{stated(got)} {got.metric} {got.counted} by {got.speaker}" if got else ""
            yield from ((kind, text[want.span.start : want.span.end], f"{said} ≠ {want.value} {want.metric} {want.more}") for kind in bad)
            if not bad:
                yield "right", "", ""
        free = [f for f in figures if f.kind is not FigureKind.MEASURE and not any(f.span.overlaps(want.span) for want in wanted)]
        yield from (("spurious", f.words, f"{f.metric} {f.counted}") for f in free)


def tally() -> Counter[str]:
    """How many figures were right, and how many had each fault."""
    return Counter(kind for kind, *_ in faults())


if __name__ == "__main__":
    for fault in faults():
        if fault[0] != "right":
            print(*fault, sep=" | ")
    print(tally())
