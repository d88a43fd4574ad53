"""The statements of a dossier by speaker and by article, in order, a group at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from typing import Any, TypeVar

from tracker.model import Credit, Dossier, Heading, Hit, Kind, Run, Span, Speaker, SpeakerKind
from tracker.report import passage, wording
from tracker.report.ordering import ordered
from tracker.report.passage import Piece
from tracker.text import offices

SECTIONS = {
    SpeakerKind.PERSON: "Persons",
    SpeakerKind.ORGANISATION: "Organisations",
    SpeakerKind.GROUP: "Groups",
    SpeakerKind.UNNAMED: "Unnamed sources",
    Kind.NARRATION: "In the outlets’ own voice",
    None: "Nobody credited",
}
"""In the order of the report."""
PLACES = {kind: place for place, kind in enumerate(SECTIONS)}
NOBODY = "Statements without a speaker"
OF_ONE_ARTICLE = (SpeakerKind.GROUP, SpeakerKind.UNNAMED)
"""Speakers that are never taken for one of another article."""
Key = tuple[int, str, str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of one article and the statements that stand in it, lit together."""

    heading: Heading
    pieces: tuple[Piece, ...]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """name — its heading; about — a line beneath it; section — the heading above it where a new one begins; article — the only one it is
    of, empty where it can be of several; quoted — can be gone through once.
    """

    name: str
    about: str
    section: str
    article: str
    quoted: Iterable[Quoted]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the contents; section and article as of its group."""

    name: str
    count: int
    section: str
    article: str


def credits_of(dossier: Dossier) -> Collection[Credit]:
    return dossier.credits if dossier.credits is not None else Run(lambda: map(credit_of, credited(dossier.statements)))


def credited(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The statements, one that several said once for each of them, as its speaker."""
    for hit in hits:
        yield hit
        yield from (replace(hit, speaker=speaker, co_speakers=(speaker,)) for speaker in hit.co_speakers)


def credit_of(hit: Hit) -> Credit:
    """To its speaker."""
    s = hit.statement
    if s.kind is Kind.NARRATION:
        return Credit(s.id, hit.heading.id, s.kind, None, hit.heading.outlet, None)
    if hit.speaker:
        is_beside = hit.speaker in hit.co_speakers
        return Credit(s.id, hit.heading.id, s.kind, hit.speaker.id, hit.speaker.name, hit.speaker.kind, is_beside)
    return Credit(s.id, hit.heading.id, s.kind, s.speaker_id, s.speaker, s.speaker_kind)


def section_of(credit: Credit) -> SpeakerKind | Kind | None:
    if credit.kind is Kind.NARRATION:
        return Kind.NARRATION
    return credit.speaker_kind if credit.speaker else None


def own_article(credit: Credit) -> str:
    """The only article that the speaker is of; so is the voice of an outlet that is not known."""
    is_unknown = credit.kind is Kind.NARRATION and not credit.name
    return credit.article if section_of(credit) in OF_ONE_ARTICLE or is_unknown else ""


def key_of(credit: Credit) -> Key:
    """Speakers of one kind together, by name; two of one name stay two. An outlet's own voice is one for all its articles."""
    section = section_of(credit)
    return PLACES[section], (credit.name or "").casefold() if section else "", credit.speaker or credit.name or own_article(credit)


def named(credit: Credit) -> str:
    if credit.kind is Kind.NARRATION:
        return wording.own_voice(credit.name)
    return credit.name or NOBODY if credit.speaker else NOBODY


def together(values: Iterable[T], key: Callable[[T], Any]) -> Iterator[tuple[T, Iterator[T]]]:
    """The values in runs of one key: the first of each run, and all of it."""
    for _, run in groupby(values, key):
        for first in run:
            yield first, chain((first,), run)  # noqa: B031
            break


def contents_by_speaker(dossier: Dossier) -> Iterator[Listed]:
    """Everybody, with the number of their statements."""
    last = ""
    for first, run in together(ordered(credits_of(dossier), key_of), key_of):
        section = SECTIONS[section_of(first)]
        yield Listed(named(first), sum(1 for _ in run), "" if section == last else section, own_article(first))
        last = section


def by_speaker(dossier: Dossier) -> Iterator[Group]:
    """Who said what, in time order: persons, bodies, groups, unnamed sources, outlets' own voices, and what nobody is credited with."""
    last = ""
    in_order = ordered(credited(dossier.statements), lambda hit: (key_of(credit_of(hit)), time_of(hit)))
    for first, hits in together(in_order, lambda hit: key_of(credit_of(hit))):
        credit = credit_of(first)
        section = SECTIONS[section_of(credit)]
        about = described(first.speaker) if first.speaker and credit.speaker else ""
        yield Group(named(credit), about, "" if section == last else section, own_article(credit), quoted(hits))
        last = section


def contents_by_article(dossier: Dossier) -> Iterator[Listed]:
    counts: dict[str, int] = {}
    for credit in credits_of(dossier):
        counts[credit.article] = counts.get(credit.article, 0) + (not credit.is_beside)
    for heading in sorted_headings(dossier.headings):
        if heading.id in counts:
            yield Listed(wording.citation(heading), counts[heading.id], "", "")


def by_article(dossier: Dossier) -> Iterator[Group]:
    """What each article asserts, on whose word, in the order of the text; the articles as the sources are numbered."""
    in_order = ordered(dossier.statements, lambda hit: (order_of(hit.heading), hit.statement.span))
    for first, hits in together(in_order, lambda hit: hit.heading.id):
        yield Group(wording.citation(first.heading), "", "", "", quoted(hits))


def unnamed(dossier: Dossier) -> Iterator[tuple[str, str, int]]:
    """The ledger of unnamed sources: as the article calls them, the article, how many statements."""
    rows = ((c.name or "", c.article, c.speaker) for c in credits_of(dossier) if section_of(c) is SpeakerKind.UNNAMED)
    for (name, article, _), found in groupby(ordered(rows, lambda row: (row[0].casefold(), *row))):
        yield name, article, sum(1 for _ in found)


def quoted(hits: Iterator[Hit]) -> Iterator[Quoted]:
    """The passages, those that overlap and are credited alike shown once."""
    held: list[Hit] = []
    for hit in hits:
        if held and not is_together(held[-1], hit):
            yield passage_of(held)
            held = []
        held.append(hit)
    if held:
        yield passage_of(held)


def is_together(a: Hit, b: Hit) -> bool:
    if a.heading.id != b.heading.id or not (a.passage and b.passage) or key_of(credit_of(a)) != key_of(credit_of(b)):
        return False
    return a.passage_start < b.passage_start + len(b.passage) and b.passage_start < a.passage_start + len(a.passage)


def passage_of(hits: list[Hit]) -> Quoted:
    first = hits[0]
    if not first.passage:
        return Quoted(first.heading, passage.of_hit(first), tuple(hits))
    start = min(hit.passage_start for hit in hits)
    whole = ""
    for hit in sorted(hits, key=lambda hit: hit.passage_start):
        whole += hit.passage[max(0, start + len(whole) - hit.passage_start) :]
    marks = [(span.shifted(-start), role) for hit in hits for span, role in passage.marks_of(hit.statement)]
    marks += [(Span(f.span.start - start, f.span.end - start), "figure") for hit in hits for f in hit.figures]
    return Quoted(first.heading, passage.pieces(whole, marks), tuple(hits))


def described(speaker: Speaker) -> str:
    """ "Norwegian Prime Minister (2 Mar 2021 – 4 May 2021); printed as Mrs Lund, Lund"."""
    held = offices.held(speaker.roles)
    roles = [f"{title} ({days})" if (days := wording.days(first, last)) else title for title, first, last in held]
    forms = [form for form in speaker.variants if form != speaker.name]
    return "; ".join(part for part in (", ".join(roles), f"printed as {', '.join(forms)}" if forms else "") if part)


def time_of(hit: Hit) -> tuple[Any, ...]:
    """By the day it was said, or else printed."""
    day = hit.statement.said_on or hit.heading.day
    return day is None, wording.iso(day), hit.heading.id, hit.statement.span


def order_of(h: Heading) -> tuple[Any, ...]:
    """By day, undated last, then outlet and title."""
    return h.day is None, wording.iso(h.day), h.outlet or "", h.title or "", h.id


def sorted_headings(headings: Iterable[Heading]) -> Iterator[Heading]:
    return ordered(map(bare, headings), order_of)


def bare(h: Heading) -> Heading:
    """What is cited, without what comparing needs."""
    return Heading(h.id, h.title, h.outlet, h.authors, h.published, h.url, h.archive_url, retrieved_at=h.retrieved_at)
