"""What a store does, as protocols: services and stages know these and nothing else of `tracker.store`.

Readers return values, never rows of a library. Lists are paged, in an order that tells any two rows apart; `past` is the id of the row
after which a page begins (what is stored or decided meanwhile then neither repeats nor skips one), and `offset` counts from there.
Writers are transactions: all or nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from tracker.model import (
    Article,
    ArticleView,
    Claim,
    ClaimView,
    Credit,
    Document,
    Entry,
    FigureRow,
    Finding,
    Heading,
    Hit,
    Outlet,
    Pair,
    Point,
    ProposalView,
    Query,
    QueueRow,
    QuoteVariant,
    Reading,
    Ready,
    Speaker,
    SpeakerProposal,
    Statement,
    Voice,
)
from tracker.store.judged import Decisions, Rulings

Choose = Callable[[Iterable[tuple[int, int]]], Sequence[int]]
"""Which of some articles, or of some quotations, told by a number and a key each is filed under."""
Pick = Callable[[Iterable[tuple[int, str]]], Iterable[str]]
"""Ids of which figures of some articles, told by a number and an outline."""


class Articles(Protocol):
    def has_article(self, article_id: str) -> bool: ...
    def stored(self, articles: Sequence[str]) -> set[str]:
        """Those of these articles that are stored."""
        ...

    def add(self, document: Document, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[int]] | None = None) -> bool:
        """Store one article with all that was read in it; False, and nothing changed, where its text is stored already.

        keys — the article's id → the keys under which `neighbours` finds it, a quotation's id → those under which `quoted_alike` does.
        """
        ...

    def add_new(self, brought: Sequence[tuple[Document, Ready]]) -> None:
        """Store articles that are not stored yet, each once, in this order."""
        ...

    def replace_readings(self, every: Sequence[Ready]) -> None:
        """Put new readings of stored articles in place of the old ones (rebuild)."""
        ...

    def article(self, article_id: str) -> Article | None: ...
    def version_before(self, article: Article) -> ArticleView | None:
        """The text that the article's address held when it was stored before this one, the newest; None where there is none."""
        ...

    def article_view(self, article_id: str) -> ArticleView | None: ...
    def raw(self, article_id: str) -> bytes: ...
    def headings(self, query: Query, offset: int = 0, limit: int = 100, past: str = "") -> list[Heading]: ...
    def count_articles(self, query: Query) -> int: ...
    def every_article(self) -> Iterator[Article]:
        """All articles, streamed, in order of storing."""
        ...

    def edit_article(self, article: Article) -> None:
        """New attributes for a stored article; its text is never changed."""
        ...

    def outlets(self) -> list[Outlet]: ...
    def save_outlet(self, outlet: Outlet) -> None: ...
    def findings(self, query: Query, offset: int = 0, limit: int = 100) -> list[Finding]: ...


class Comparisons(Protocol):
    def filed(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Numbers of the articles filed in these ranges of keys, each with a key."""
        ...

    def published(self, articles: Iterable[int]) -> dict[int, dt.date | None]:
        """The days of publication of the articles with these numbers."""
        ...

    def neighbours(self, articles: Sequence[int], pick: Pick) -> dict[int, list[Entry]]:
        """The figures that `pick` takes of the articles with these numbers, by number, in order of storing. pick — is told their outlines;
        of an article without one all figures are taken.
        """
        ...

    def file(self, article_id: str, keys: Sequence[int], outline: str, quoted: Mapping[str, Sequence[int]]) -> None:
        """File an article and its quotations (id → keys) under these keys and no others, and with this outline."""
        ...

    def save_pairs(self, pairs: Iterable[Pair]) -> None:
        """Pairs of two figures that no stored pair is about, the other way round either."""
        ...

    def pairs_of(self, figures: Sequence[str], is_linked: bool = False) -> list[Pair]:
        """Pairs that any of the figures is in. is_linked — those of one claim alone."""
        ...

    def entries(self, figures: Sequence[str]) -> list[Entry]: ...
    def replace_pairs(self, figures: Sequence[str], pairs: Iterable[Pair]) -> None:
        """Put these in place of every stored pair of the figures."""
        ...

    def claimed_with(self, figures: Sequence[str]) -> list[str]:
        """These figures, and all that are in one claim with any of them."""
        ...

    def claims_of(self, figures: Sequence[str]) -> list[Claim]:
        """The claims that any of these figures is in."""
        ...

    def save_claims(self, claims: Iterable[Claim], states: Mapping[str, str] | None = None, instead_of: Sequence[str] = ()) -> None:
        """Put claims in place of every stored claim that shares a figure with them, or with `instead_of`.

        states — claim id → its state, "open" unless given.
        """
        ...

    def texts(self, figures: Sequence[str]) -> dict[str, int]:
        """The articles of the claims that these figures are in, and of each how many figures these claims have."""
        ...

    def orders(self, figures: Sequence[str]) -> dict[str, Entry]:
        """These figures with nothing but what tells their order."""
        ...

    def sketches(self, articles: Iterable[str]) -> dict[str, tuple[int, ...]]:
        """By which reprints are told, of each of these articles."""
        ...

    def voices(self, figures: Sequence[str], like: Iterable[Voice] | None = None, articles: Iterable[str] = ()) -> dict[str, Voice]:
        """Whom each figure comes from that is in one claim with these; with like, those that come from one of these or stand in one of the
        articles.
        """
        ...

    def widen_claim(self, claim: Claim, new: Sequence[str], old: Sequence[str]) -> None:
        """Put a claim in place of the stored ones that have all of its figures but the new ones, which are in none; nobody ruled on them.

        old — a figure of each of these, the longest first.
        """
        ...

    def unclaimed(self, limit: int = 1000) -> list[str]:
        """Figures that count and are in no claim yet, in order of storing."""
        ...

    def save_quote_variants(self, variants: Iterable[QuoteVariant]) -> None: ...
    def replace_quote_variants(self, article_id: str, variants: Iterable[QuoteVariant]) -> None:
        """Put these in place of every stored one that a statement of the article is in."""
        ...

    def quote_variants(self, statements: Sequence[str] = (), offset: int = 0, limit: int = 100) -> list[QuoteVariant]: ...
    def quoted_alike(self, article_id: str | None, ranges: Sequence[tuple[int, int]], choose: Choose) -> list[Statement]:
        """The quotations chosen, of other articles than this, in order of storing. ranges — first and last key of each stretch of keys;
        choose — is told those filed within these.
        """
        ...

    def days(self, articles: Iterable[str]) -> dict[str, dt.date | None]:
        """Article id → its day of publication."""
        ...

    def clear_derived(self) -> None:
        """Forget everything that can be rebuilt from articles and decisions."""
        ...


class Speakers(Protocol):
    def speaker(self, speaker_id: str) -> Speaker | None: ...
    def speakers(self, name: str = "", offset: int = 0, limit: int = 100, past: str = "") -> list[Speaker]:
        """Speakers by name; with a name, the nearest first (surname, typo, transliteration, title)."""
        ...

    def count_speakers(self, name: str = "") -> int: ...
    def crowded(self, keys: Iterable[str]) -> set[str]:
        """Those keys of `text.lookup` that more than COMMON speakers are filed under."""
        ...

    def candidates(self, keys: Iterable[str]) -> list[Speaker]:
        """Stored speakers that are filed under any of these keys of `text.lookup`, in order of storing."""
        ...

    def save_speakers(self, speakers: Iterable[Speaker]) -> None: ...
    def save_proposals(self, proposals: Iterable[SpeakerProposal]) -> None: ...
    def proposals(self, offset: int = 0, limit: int = 100, past: str = "") -> list[ProposalView]:
        """past — the ids of the two, with a space between them."""
        ...

    def speakers_meant(self, name: str, after: dt.date | None = None, before: dt.date | None = None) -> tuple[list[Speaker], list[Speaker]]:
        """Those that a name, or a role held in that period, stands for; and others that are close, the nearest first."""
        ...

    def office_words(self, name: str) -> frozenset[str]:
        """The words of an office, as `text.offices` folds them, slips of the pen put right."""
        ...

    def conflicts_of(self, speaker_id: str) -> tuple[tuple[Pair, ...], tuple[tuple[str, str], ...]]:
        """Pairs of the speaker's own figures that cannot both hold; the names of those whose figures conflict with theirs, each with the
        reason.
        """
        ...

    def statements_of(self, speaker_id: str, offset: int = 0, limit: int = 100, past: str = "") -> list[Hit]:
        """What a speaker said, in time order; what has no day comes last."""
        ...

    def months_of(self, speaker_id: str) -> list[tuple[str, int]]:
        """How much a speaker said in each month in which they said anything ("2031-03"), in order."""
        ...


class Queues(Protocol):
    def queue(self, query: Query, offset: int = 0, limit: int = 100, past: str = "") -> list[QueueRow]:
        """Claims by what deserves attention: relation, spread, independent origins, newness."""
        ...

    def ids_beginning(self, kind: str, digits: str) -> list[str]:
        """The first two ids of a kind ("claim", "article", "figure") that begin with these digits."""
        ...

    def count_queue(self, query: Query) -> int: ...
    def claim_view(self, claim_id: str, offset: int = 0, limit: int | None = None) -> ClaimView | None:
        """The claim with its figures in order, and the pairs they are in. limit — only so many of them, from `offset` on: a claim may
        have thousands, and a screen shows twenty. Origins of one name are then numbered among these.
        """
        ...

    def points(self, claim_id: str) -> list[Point]:
        """Every figure of a claim as its timeline needs it, by day and number, those without a day last."""
        ...

    def claim_of(self, figure_id: str) -> Claim | None: ...
    def facets(self, query: Query) -> dict[str, list[tuple[str, int]]]:
        """metric, place, outlet, speaker, relation, state → (value, count), most first, within the query."""
        ...

    def search(self, query: Query, offset: int = 0, limit: int = 50, past: str = "") -> list[Hit]: ...
    def count_search(self, query: Query) -> int:
        """How many statements fit; counted no further than 10,001."""
        ...

    def wordings(self, statement_id: str) -> list[Hit]:
        """The statement and every other that gives the same utterance, by day; itself alone where there is none."""
        ...

    def search_facets(self, query: Query) -> dict[str, list[tuple[str, int]]]:
        """speaker, outlet, kind, year → (value, how many of the statements that fit), most first; of the first 10,000 that fit."""
        ...

    def metrics(self) -> list[str]:
        """What figures count, each a word without its underscores, the most frequent first."""
        ...

    def words_like(self, word: str) -> str:
        """The word itself where a statement has it, else the nearest that one has; empty where none is near."""
        ...


class Streams(Protocol):
    """Everything a query selects, a page in memory at a time, whatever its number; articles, statements and figures in order of storing."""

    def every_heading(self, query: Query) -> Iterator[Heading]: ...
    def every_document(self, query: Query) -> Iterator[Document]: ...
    def every_statement(self, query: Query, bare: bool = False) -> Iterator[Hit]:
        """bare — without the figures in them and their other wordings, which cost as much as all the rest."""
        ...

    def every_figure(self, query: Query) -> Iterator[FigureRow]:
        """The figures that fit the query themselves, those of no claim too."""
        ...

    def every_claim(self, query: Query) -> Iterator[ClaimView]:
        """In the order of the queue."""
        ...

    def every_speaker(self) -> Iterator[Speaker]:
        """Those named who are credited with something, in order of storing."""
        ...

    def every_finding(self, query: Query) -> Iterator[Finding]: ...
    def every_variant(self, query: Query) -> Iterator[tuple[QuoteVariant, tuple[Hit, ...]]]:
        """Least alike first, each with those of its statements that fit; two at the least."""
        ...

    def every_credit(self, query: Query) -> Iterator[Credit]:
        """Who each statement is credited to, in order of storing, those beside its speaker after them; no text is read."""
        ...

    def count_figures(self, query: Query) -> tuple[int, int, int]:
        """How many figures fit, in how many sentences they stand, and how many of them no speaker is credited with."""
        ...


class Store(Articles, Comparisons, Speakers, Rulings, Decisions, Queues, Streams, Protocol):
    where: str

    def close(self) -> None: ...
    def transaction(self) -> AbstractContextManager[Any]:
        """What is written inside is kept whole or not at all; writers called inside join it."""
        ...

    def stoppable(self, stop: Callable[[], bool]) -> AbstractContextManager[None]:
        """What this thread reads inside ends early, with StoreError, once `stop()` holds: nobody waits for what is not wanted any more."""
        ...

    def spare_memory(self) -> None:
        """Keep less of what was read from now on: for a program that stays open beside others. Call it before threads read."""
        ...

    def changed(self) -> int:
        """A number that grows when any process changes the database, cheap to ask: screens poll it."""
        ...

    def setting(self, key: str) -> str | None: ...
    def save_setting(self, key: str, value: str) -> None: ...
