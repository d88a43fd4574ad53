"""How much of what a careful reader sees in invented stories does the program see?

`python -m tests.stories [STORY …]` prints what it missed. A story (tests/gold/stories/**/*.toml) is a few short articles
and what is to be found in them. Words are looked for as printed; «» marks the stretch where the words around it are needed to tell which.

    figures     [article, words, metric, speaker]: "" is the outlet's own voice, "?" anything, "a|b" either
    nothing     [article, words]: no figure there
    statements  [article, speaker, words]: a statement that holds these words, credited so
    silent      [article, words]: in no statement
    kinds       [speaker, kind]
    conflict, linked, apart   two figures that contradict each other; that answer one question, whatever the relation; that do not
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tracker import pipeline
from tracker.model import Article, Comparison, Figure, Kind, Pair, Relation, Span, Statement

GOLD = Path(__file__).parent / "gold" / "stories"
STORIES, LATER, LONG, LONGER, NEWEST = (sorted((GOLD / name).glob("*.toml")) for name in ("", "later", "long", "longer", "newest"))
"""Those that the rules were mended on; those written afterwards: the causes of some of their errors were known, not their words; and long
ones in the prose of papers of six decades: fourteen, eight, and twelve that were first read by strangers to the rules.
"""


class Check(NamedTuple):
    """One expectation, whether it was met, and what was found."""

    story: str
    kind: str
    is_met: bool
    told: str


class Told(NamedTuple):
    """The articles of a story, as read and compared."""

    texts: dict[str, str]
    ids: dict[str, str]
    found: Comparison

    def place(self, article: str, words: str) -> Span:
        plain = words.replace("«", "").replace("»", "")
        start = self.texts[article].index(plain)
        return Span(start + words.index("«"), start + words.index("»") - 1) if "«" in words else Span(start, start + len(plain))

    def figures(self, article: str, words: str) -> list[Figure]:
        at = self.place(article, words)
        every = (f for reading in self.found.readings for f in reading.figures)
        return [f for f in every if f.article == self.ids[article] and meet(f.span, at)]

    def statements(self, article: str, words: str) -> list[Statement]:
        at = self.place(article, words)
        every = (s for reading in self.found.readings for s in reading.statements)
        mine = (s for s in every if s.article == self.ids[article] and s.kind is not Kind.NARRATION)
        return [s for s in mine if any(meet(span, at) for span in s.spans)]

    def pairs(self, a: Sequence[str], b: Sequence[str]) -> list[Pair]:
        one, other = ({figure.id for figure in self.figures(*end)} for end in (a, b))
        return [p for p in self.found.pairs if (p.a in one and p.b in other) or (p.b in one and p.a in other)]


def meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def is_called(name: str | None, expected: str) -> bool:
    """Whether a speaker is the one expected: by part of the name; None is the outlet's own voice."""
    if expected == "?":
        return True
    return any((part.lower() in (name or "").lower()) if part else name is None for part in expected.split("|"))


def figure_read(told: Told, article: str, words: str, metric: str, speaker: str) -> tuple[bool, object]:
    read = [(f.words, f.metric, f.speaker) for f in told.figures(article, words)]
    return any((metric == "?" or m in metric.split("|")) and is_called(s, speaker) for _, m, s in read), read


def nothing_read(told: Told, article: str, words: str) -> tuple[bool, object]:
    read = [f.words for f in told.figures(article, words)]
    return not read, read


def statement_read(told: Told, article: str, speaker: str, words: str) -> tuple[bool, object]:
    read = [(s.speaker, s.content) for s in told.statements(article, words)]
    return any(name is not None and is_called(name, speaker) for name, _ in read), read


def silence_kept(told: Told, article: str, words: str) -> tuple[bool, object]:
    read = [(s.speaker, s.content) for s in told.statements(article, words)]
    return not read, read


def kind_told(told: Told, speaker: str, kind: str) -> tuple[bool, object]:
    read = [(s.name, str(s.kind)) for s in told.found.speakers if is_called(s.name, speaker)]
    return any(found in kind.split("|") for _, found in read), read


def related(wanted: Callable[[Relation], bool], needed: bool) -> Callable[..., tuple[bool, object]]:
    def check(told: Told, a: Sequence[str], b: Sequence[str]) -> tuple[bool, object]:
        pairs = told.pairs(a, b)
        return any(wanted(p.relation) for p in pairs) is needed, [f"{p.relation}: {p.reason}" for p in pairs]

    return check


CHECKS: dict[str, Callable[..., tuple[bool, object]]] = {
    "figures": figure_read,
    "nothing": nothing_read,
    "statements": statement_read,
    "silent": silence_kept,
    "kinds": kind_told,
    "conflict": related(lambda relation: relation is Relation.CONFLICT, True),
    "linked": related(lambda relation: relation.is_linked, True),
    "apart": related(lambda relation: relation.is_linked, False),
}


def read(story: dict[str, Any]) -> Told:
    texts = {name: article["text"].strip() + "\n" for name, article in story["articles"].items()}
    articles = {
        name: Article(texts[name], title=told["title"], outlet=told["outlet"], published=told["date"])
        for name, told in story["articles"].items()
    }
    return Told(texts, {name: article.id for name, article in articles.items()}, pipeline.compare(articles.values()))


def checks(paths: Sequence[Path] = STORIES) -> Iterator[Check]:
    for path in paths:
        story = tomllib.loads(path.read_text(encoding="utf-8"))
        told = read(story)
        for kind, check in CHECKS.items():
            for expected in story["expect"].get(kind, ()):
                is_met, found = check(told, *expected)
                yield Check(path.stem, kind, is_met, f"{expected}: {found}")


def main(names: list[str]) -> int:
    for title, paths in (
        ("mended on", STORIES),
        ("written afterwards", LATER),
        ("long", LONG),
        ("eight more", LONGER),
        ("twelve more", NEWEST),
    ):
        show(title, list(checks([path for path in paths if not names or path.stem in names])))
    return 0


def show(title: str, made: list[Check]) -> None:
    for check in made:
        if not check.is_met:
            print(f"{check.story}: {check.kind} {check.told}")
    met, all_of = Counter(c.kind for c in made if c.is_met), Counter(c.kind for c in made)
    print(title)
    for kind, count in all_of.items():
        print(f"{kind:<12} {met[kind]:>4} of {count:>4}  {100 * met[kind] / count:5.1f} %")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
