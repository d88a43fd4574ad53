"""What a report leaves out on purpose, and says that it does: reviewers' names and notes, and whole sources.

A withheld outlet has no title, author, link, hash or name in what is written: its articles bear a number instead of the hash of their
text, and its name, in every spelling that is known, its authors and its addresses are blacked out wherever they would stand, in
quotations too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from tracker.model import ClaimView, Decision, Dossier, FigureRow, Heading, Hit, QuoteVariant, Run, Speaker, changed, content_hash
from tracker.report.source import Source

BLACK = "█████"
WITHHELD = "source withheld"
NO_TITLE = "title withheld"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
RUN = re.compile("█+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out: reviewers — names; notes — reasons of decisions; outlets — sources that are withheld, by name; forms — other
    spellings of those names.
    """

    reviewers: bool = False
    notes: bool = False
    outlets: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """One sentence that tells the reader what was left out; empty where nothing was."""
        kept = ["names"] * self.reviewers + ["notes"] * self.notes
        left = [f"reviewers’ {' and '.join(kept)}"] if kept else []
        left += [f"{len(self.outlets)} outlet{'s' * (len(self.outlets) > 1)} with all that shows which"] if self.outlets else []
        return f"Left out of this report on purpose: {', and '.join(left)}." if left else ""


def redacted(dossier: Dossier, redaction: Redaction) -> Dossier:
    """The dossier without what the redaction leaves out."""
    if not redaction.said:
        return dossier
    veil = Veil(redaction, dossier.headings)

    def each(values: Iterable[T]) -> Run[T]:
        return Run(lambda: map(veil.cover, values))

    return replace(
        dossier,
        query=veil.cover(dossier.query),
        claims=each(dossier.claims),
        headings=each(dossier.headings),
        statements=each(dossier.statements),
        credits=None if dossier.credits is None else each(dossier.credits),
        variants=each(dossier.variants),
        findings=each(dossier.findings),
        speakers=each(dossier.speakers),
    )


class Redacted:
    """A source of data without what the redaction leaves out."""

    def __init__(self, source: Source, redaction: Redaction) -> None:
        self.source, self.veil = source, Veil(redaction, source.headings())
        self.hidden = {number: article for article, number in self.veil.numbers.items()}

    def headings(self) -> Iterator[Heading]:
        return map(self.veil.cover, self.source.headings())

    def statements(self) -> Iterator[Hit]:
        return map(self.veil.cover, self.source.statements())

    def figures(self) -> Iterator[FigureRow]:
        return map(self.veil.cover, self.source.figures())

    def claims(self) -> Iterator[ClaimView]:
        return map(self.veil.cover, self.source.claims())

    def speakers(self) -> Iterator[Speaker]:
        return map(self.veil.cover, self.source.speakers())

    def decisions(self) -> Iterator[Decision]:
        return map(self.veil.cover, self.source.decisions())

    def text(self, article_id: str) -> str | None:
        text = self.source.text(self.hidden.get(article_id, article_id))
        return None if text is None else self.veil.masked(text, self.veil.titles.get(article_id, ""))


class Veil:
    """headings — of everything that is to be written: those of withheld outlets tell what must not be."""

    def __init__(self, redaction: Redaction, headings: Iterable[Heading]) -> None:
        self.redaction = redaction
        withheld = [heading for heading in headings if heading.outlet in redaction.outlets]
        self.numbers = {heading.id: f"withheld-{number}" for number, heading in enumerate(withheld, 1)}
        self.titles = {self.numbers[heading.id]: heading.title or "" for heading in withheld}
        self.pattern = pattern([*redaction.outlets, *redaction.forms, *(form for heading in withheld for form in shown_by(heading))])

    def cover(self, value: T) -> T:
        """The value, whatever it is made of, with nothing in it that is withheld."""
        found: T = self._cover(value, "")
        return found

    def _cover(self, value: Any, title: str) -> Any:
        if type(value) is str:
            if value in self.redaction.outlets:
                return WITHHELD
            return self.numbers.get(value) or RUN.sub(BLACK, self.masked(value, title))
        if type(value) is tuple:
            return tuple(self._cover(part, title) for part in value)
        made = COVERED.get(type(value))
        if made:
            return made(self, value)
        return self.parts(value, title) if is_dataclass(value) else value

    def parts(self, value: Any, title: str = "") -> Any:
        """A value of the model with each of its parts covered; what holds words by their place keeps their number."""
        names = [field.name for field in fields(value)]
        held = {name: self._cover(getattr(value, name), title) for name in names if name not in PLACED}
        return changed(value, **held, **{name: self.masked(getattr(value, name), title) for name in names if name in PLACED})

    def masked(self, text: str, title: str = "") -> str:
        """The text, as long as it is, with what is withheld in black."""
        found = self.pattern.sub(black, text) if self.pattern else text
        return re.sub(re.escape(title), black, found, flags=re.IGNORECASE) if title else found

    def title_of(self, heading: Heading) -> str:
        return self.titles.get(self.numbers.get(heading.id, ""), "")

    def heading(self, heading: Heading) -> Heading:
        if heading.id not in self.numbers:
            return self.parts(heading)  # type: ignore[no-any-return]
        return Heading(self.numbers[heading.id], NO_TITLE, WITHHELD, (), heading.published)

    def row(self, row: FigureRow) -> FigureRow:
        found: FigureRow = self.parts(row, self.title_of(row.heading))
        return replace(found, figure=changed(found.figure, statement=found.statement.id if found.statement else None))

    def hit(self, hit: Hit) -> Hit:
        found: Hit = self.parts(hit, self.title_of(hit.heading))
        ids = {hit.statement.id: found.statement.id}
        return replace(found, figures=tuple(changed(f, statement=ids.get(f.statement or "")) for f in found.figures))

    def view(self, view: ClaimView) -> ClaimView:
        """Figures of withheld articles have other ids, and so has a claim that is known by the first of them."""
        found: ClaimView = self.parts(view)
        ids = {before.figure.id: after.figure.id for before, after in zip(view.rows, found.rows, strict=True)}
        figures = tuple(ids.get(key, key) for key in view.claim.figures)
        first = view.claim.figures[0] if figures else ""
        claim = replace(
            found.claim,
            figures=figures,
            pair=tuple(ids.get(key, key) for key in view.claim.pair),
            id=view.claim.id if ids.get(first, first) == first else content_hash("claim", figures[0]),
        )
        pairs = tuple(replace(pair, a=ids.get(pair.a, pair.a), b=ids.get(pair.b, pair.b)) for pair in found.pairs)
        return replace(found, claim=claim, pairs=pairs)

    def decision(self, decision: Decision) -> Decision:
        found: Decision = self.parts(decision)
        by = {"reviewer": "a reviewer", "withdrawn_by": found.withdrawn_by and "a reviewer"} if self.redaction.reviewers else {}
        return replace(found, **by, **({"reason": ""} if self.redaction.notes else {}))  # type: ignore[arg-type]

    def variant(self, variant: QuoteVariant) -> QuoteVariant:
        """Without the ids of its statements, which stand beside it."""
        return replace(self.parts(variant), statements=())  # type: ignore[no-any-return]


COVERED: dict[type, Callable[[Veil, Any], Any]] = {
    Heading: Veil.heading,
    FigureRow: Veil.row,
    Hit: Veil.hit,
    ClaimView: Veil.view,
    Decision: Veil.decision,
    QuoteVariant: Veil.variant,
}
"""What is more than its parts."""
PLACED = frozenset({"passage", "snippet"})
"""Words of which spans are known."""


def black(found: re.Match[str]) -> str:
    return "█" * len(found[0])


def shown_by(heading: Heading) -> Iterator[str]:
    """What else would show whose article it is: its authors, its addresses and their hosts."""
    yield from (author for author in heading.authors if len(author.split()) > 1)
    yield from filter(None, (heading.url, heading.archive_url))
    if host := urlsplit(heading.url or "").hostname:
        yield host.removeprefix("www.")


def pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names: with or without accents and a "The" before two words and more, its words together or apart; None without names."""
    forms = {form for name in names for bare in {name, *bare_of(name)} for form in (bare, folded(bare))}
    words = {tuple(re.findall(r"\w+", form)) for form in forms}
    each = sorted((r"[\W_]*".join(map(re.escape, found)) for found in words if found), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?!\w)", re.IGNORECASE) if each else None


def bare_of(name: str) -> Iterator[str]:
    first, _, rest = name.partition(" ")
    if first.lower() == "the" and len(rest.split()) > 1:
        yield rest


def folded(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def printable(value: Any) -> Any:
    """Anything that is about to be printed without what no page may hold: control characters and lone surrogates become U+FFFD. What was
    blacked out is of one length.
    """
    if not isinstance(value, str):
        return value
    found = UNPRINTABLE.sub("\ufffd", value) if UNPRINTABLE.search(value) else value
    found = RUN.sub(BLACK, found) if "█" in found else found
    return value if found == value else type(value)(found) if hasattr(value, "__html__") else str(found)
