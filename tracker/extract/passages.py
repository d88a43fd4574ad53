"""The stretch of text in which a reporting word is read: its sentence, whole quotations kept together, as columns of words and classes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import attrgetter
from typing import Final

from tracker.extract.reporting import Cue, candidates
from tracker.model import Span
from tracker.text import marks
from tracker.text.clauses import tokens
from tracker.text.datelines import paragraph_start
from tracker.text.marks import Quoted
from tracker.text.sentences import PARAGRAPH, sentences
from tracker.text.stripped import is_stripped, may_be_stripped
from tracker.text.wordlists import lines

BREAKS: Final = frozenset((",", ";", ":", "—", "(", ")", "Q", ".", "q"))
"""Classes of marks, at which a clause may end."""


def roles() -> dict[str, frozenset[str]]:
    """Role → the word classes that can play it, from data/clause_roles.txt."""
    found: dict[str, set[str]] = {}
    for line in lines("clause_roles.txt"):
        role, *classes = line.split()
        found.setdefault(role, set()).update(classes)
    return {role: frozenset(classes) for role, classes in found.items()}


ROLES: Final = roles()
FINITE: Final = ROLES["finite"]
AUXILIARIES: Final = ROLES["auxiliary"]
NOUNS: Final = ROLES["nominal"]
SUBORDINATORS: Final = ROLES["subordinator"]
STARTERS: Final = ROLES["starter"]
RELATIVES: Final = ROLES["relative"]
ENDERS: Final = ROLES["ender"] | BREAKS
DETERMINERS: Final = ROLES["determiner"]
NOUN_FORMS: Final = ("base", "s")
REACH: Final = 14
FAR: Final = 40
WINDOW: Final = 160
"""Tokens looked at beside a cue: every one of the first; those after a mark; at most."""
CROWD: Final = 12
SPARSE: Final = 18
"""Cues of one passage from which it must have so many characters for each: no prose reports with every third word."""
BUCKETS: Final = (0, 1, 2, 3, 4, 5, 6, 7, 9, 12, 16, 24, 25)
LENGTHS: Final = [str(max(size for size in BUCKETS if size <= count)) for count in range(WINDOW + 2)]


class Groups(dict[str, str]):
    """A class that is in no group is a group of its own."""

    def __missing__(self, kind: str) -> str:
        self[kind] = kind
        return kind


COARSE: Final = Groups(
    {
        **dict.fromkeys(("Cap", "title"), "N"),
        "Cap's": "Ns",
        **dict.fromkeys(("article", "possessive", "demonstrative", "quantifier"), "D"),
        **dict.fromkeys(("w", "-s", "NUM"), "w"),
        **dict.fromkeys(("be", "have", "do", "modal"), "x"),
        **dict.fromkeys(("adverb", "-ly"), "a"),
    }
)
MARKS: Final = "\"“”'‘’`«»"


def length(count: int) -> str:
    """A number of tokens, rounded down to one of BUCKETS."""
    return LENGTHS[count] if count < WINDOW else LENGTHS[WINDOW]


class Passage:
    """Tokens of one passage, in columns; "" stands beyond the last one.

    classes, coarse  what kind of word each is, fine and in a few groups; folded — coarse, "" where it repeats the one before
    quoted           whether it stands in quotation marks
    marks            the quoted stretches in it, in text order
    cues             place of a candidate → the candidate, for those of the passage's own sentence
    last             how many tokens there are; first_quote, last_quote — where the outermost quotation marks stand
    is_stripped      the text lost its commas: no mark parts a clause from its comment
    """

    __slots__ = (
        "classes",
        "coarse",
        "cues",
        "ends",
        "first_quote",
        "folded",
        "is_stripped",
        "last",
        "last_quote",
        "marks",
        "quoted",
        "starts",
        "text",
    )

    def __init__(self, text: str, span: Span, quoted: Sequence[Quoted], cues: Sequence[Cue], is_stripped: bool = False) -> None:
        self.text, self.is_stripped = text, is_stripped
        self.starts, self.ends, classes = tokens(text, span.start, span.end)
        self.last = len(self.starts)
        self.cues: dict[int, Cue] = {}
        for cue in cues:
            at = bisect_left(self.starts, cue.start)
            if at < self.last and self.starts[at] == cue.start and not (at and self._is_noun(text, cue, classes[at - 1])):
                self.cues[at] = cue
                classes[at] = "V" + cue.form if cue.form else classes[at]
        if "q" in classes:
            _mend_possessives(text, self.ends, self.starts, classes)
        self.marks = quoted
        self.quoted = bytearray(self.last + 5)
        for q in quoted:
            low, high = bisect_left(self.starts, q.start), bisect_left(self.starts, q.end)
            self.quoted[low:high] = b"\1" * (high - low)
        has_quotes = "Q" in classes
        self.first_quote = classes.index("Q") if has_quotes else self.last
        self.last_quote = self.last - 1 - classes[::-1].index("Q") if has_quotes else -1
        classes += [""] * 5
        self.classes = classes
        self.coarse = coarse = list(map(COARSE.__getitem__, classes))
        self.folded = [kind if kind != before else "" for kind, before in zip(coarse, ["", *coarse], strict=False)]

    def _is_noun(self, text: str, cue: Cue, before: str) -> bool:
        """ "The claim", "his reports", "the port’s promise", where the apostrophe was lost "the rebels claims": after a determiner a
        cue in its plain form or in -s is a noun.
        """
        if self.is_stripped and cue.form == "s":
            kind = text[text.rfind(" ", 0, cue.start - 1) + 1 : cue.start]
            if (before == "-s" and kind[-3:] != "ss ") or (before == "w" and "-" in kind):
                return True
        is_gerund = cue.form == "ing" and before == "article"  # "told a briefing", "after the warning"
        return is_gerund or (cue.form in NOUN_FORMS and (before in DETERMINERS or text[cue.start - 3 : cue.start - 1] in ("’s", "'s")))

    def shape(self, start: int, end: int, reach: int = 10) -> str:
        """The coarse classes of tokens start to end, `reach` of them at most, runs folded into one."""
        return self.coarse[start] + "".join(self.folded[start + 1 : min(end, start + reach)]) if end > start else ""

    def word(self, at: int) -> str:
        """The token as printed; empty beyond the last one."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < self.last else ""

    def after(self, offset: int) -> int:
        """The first token that begins at `offset` of the article or later."""
        return bisect_left(self.starts, offset)

    def shapes(self, start: int, most: int) -> list[str]:
        """The shapes of the first tokens from `start` on: of none of them, of one, up to `most`."""
        return ["", *accumulate([self.coarse[start], *self.folded[start + 1 : start + most]])]

    def span(self, start: int, end: int) -> Span:
        """Where tokens start to end (end left out) stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])


def _mend_possessives(text: str, ends: Sequence[int], starts: Sequence[int], classes: list[str]) -> None:
    """The apostrophe of "the miners’ union" closes nothing, unless a single mark stands open before it."""
    opened = False
    for i, kind in enumerate(classes):
        if kind == "q":
            follows = i > 0 and ends[i - 1] == starts[i]
            if follows and not opened and text[starts[i] - 1] == "s" and text[ends[i] : ends[i] + 1] == " ":
                classes[i] = "Cap's"
            opened = not follows


def outside(cues: Iterable[Cue], quoted: Sequence[Quoted]) -> list[Cue]:
    """The cues that stand in no quotation; both in text order. What a quoted person reports is theirs to report."""
    kept, at = [], 0
    for cue in cues:
        while at < len(quoted) and quoted[at].end <= cue.start:
            at += 1
        if at == len(quoted) or cue.start < quoted[at].start:
            kept.append(cue)
    return kept


def passages(text: str, settled: Container[int] = ()) -> Iterator[Passage]:
    """The passages that hold a candidate cue outside quotation marks, in text order; every such candidate stands in one of them.

    settled — where cues begin that need no reading: a passage that holds no others is left out.
    """
    quoted, without_commas = marks.quoted(text)[0], is_stripped(text) or may_be_stripped(text)
    cues = outside(candidates(text), quoted)
    done, starts = 0, [q.start for q in quoted]
    while done < len(cues):
        paragraph = _paragraph(text, cues[done].start)
        inside = quoted[bisect_left(starts, paragraph.start) : bisect_left(starts, paragraph.end)]
        for span, own in _windows(text, paragraph, inside):
            mine = []
            while done < len(cues) and cues[done].start < own:
                mine.append(cues[done])
                done += 1
            is_prose = len(mine) < CROWD or span.end - span.start > SPARSE * len(mine)
            if mine and is_prose and not all(cue.start in settled for cue in mine):
                yield Passage(text, span, [q for q in inside if q.start < span.end and span.start < q.end], mine, without_commas)


def _paragraph(text: str, offset: int) -> Span:
    start = paragraph_start(text, offset)
    found = PARAGRAPH.match(text, start) or PARAGRAPH.search(text, start)
    return Span(start, max(found.end() if found else len(text), offset + 1))


def _windows(text: str, paragraph: Span, quoted: Sequence[Quoted]) -> list[tuple[Span, int]]:
    """(stretch, end of its own sentence): sentences, those inside one quotation joined, each with the whole quotations that follow it."""
    parts = sentences(text, paragraph.start, paragraph.end)
    if not quoted and parts:
        parts = (*parts[:-1], Span(parts[-1].start, paragraph.end))
        return [(sentence, sentence.end) for sentence in parts]
    joined: list[Span] = []
    for sentence in parts:
        if joined and _goes_on(text, joined[-1].end, quoted):
            joined[-1] = Span(joined[-1].start, sentence.end)
        else:
            joined.append(sentence)
    ends = [sentence.end for sentence in joined]
    for i in range(len(joined) - 2, -1, -1):
        if _is_quotation(joined[i + 1], quoted):
            ends[i] = ends[i + 1]
    if joined:
        joined[-1] = Span(joined[-1].start, paragraph.end)
        ends[-1] = paragraph.end
    return [(Span(sentence.start, end), sentence.end) for sentence, end in zip(joined, ends, strict=True)]


def _goes_on(text: str, end: int, quoted: Sequence[Quoted]) -> bool:
    """The sentence end stands inside a quotation, or is the question mark of one that its cue follows (“Who?” she asked)."""
    at = bisect_left(quoted, end, key=attrgetter("start")) - 1
    if at < 0 or end > quoted[at].end + 2:
        return False
    return end < quoted[at].end or text[max(0, end - 3) : end].rstrip(MARKS)[-1:] in ("?", "!")


def _is_quotation(sentence: Span, quoted: Sequence[Quoted]) -> bool:
    at = bisect_left(quoted, sentence.start - 2, key=attrgetter("start"))
    return at < len(quoted) and quoted[at].start <= sentence.start + 2 and abs(sentence.end - quoted[at].end) <= 3
