"""What a store does, as protocols: services and stages know these and nothing else of `tracker.store`.

Readers return values, never rows of a library. Lists are paged; the order is stable. Writers are transactions: all or nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from tracker.model import (
    Article,
    ArticleView,
    Claim,
    ClaimView,
    Decision,
    Document,
    Entry,
    Finding,
    Heading,
    Hit,
    Outlet,
    Pair,
    ProposalView,
    Query,
    QueueRow,
    QuoteVariant,
    Reading,
    Speaker,
    SpeakerProposal,
    Statement,
)


class Articles(Protocol):
    def has_article(self, article_id: str) -> bool: ...
    def add(self, document: Document, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[str]] | None = None) -> bool:
        """Store one article with all that was read in it; False, and nothing changed, where its text is stored already.

        keys — figure id → the block keys under which `neighbours` finds it.
        """
        ...

    def replace_reading(self, reading: Reading, heading: Heading, keys: Mapping[str, Sequence[str]] | None = None) -> None:
        """Put a new reading of a stored article in place of the old one (rebuild)."""
        ...

    def article(self, article_id: str) -> Article | None: ...
    def article_view(self, article_id: str) -> ArticleView | None: ...
    def raw(self, article_id: str) -> bytes: ...
    def headings(self, query: Query, offset: int = 0, limit: int = 100) -> list[Heading]: ...
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
    def neighbours(self, keys: Sequence[str], limit: int = 2000) -> list[Entry]:
        """Figures stored under any of the block keys."""
        ...

    def save_pairs(self, pairs: Iterable[Pair]) -> None: ...
    def pairs_of(self, figures: Sequence[str]) -> list[Pair]: ...
    def entries(self, figures: Sequence[str]) -> list[Entry]: ...
    def save_claims(self, claims: Iterable[Claim], states: Mapping[str, str] | None = None) -> None:
        """Put claims in place of every stored claim that shares a figure with them. states — claim id → its state, "open" unless given."""
        ...

    def component(self, figures: Sequence[str]) -> list[str]:
        """Ids of all figures tied to these by linked pairs, these included."""
        ...

    def save_quote_variants(self, variants: Iterable[QuoteVariant]) -> None: ...
    def quote_variants(self, statements: Sequence[str] = (), offset: int = 0, limit: int = 100) -> list[QuoteVariant]: ...
    def similar_statements(self, statement: Statement, limit: int = 50) -> list[Statement]:
        """Candidates for a wording variant: statements of other articles that share its rarer words."""
        ...

    def clear_derived(self) -> None:
        """Forget everything that can be rebuilt from articles and decisions."""
        ...


class Speakers(Protocol):
    def speaker(self, speaker_id: str) -> Speaker | None: ...
    def speakers(self, name: str = "", offset: int = 0, limit: int = 100) -> list[Speaker]:
        """Speakers by name; with a name, the nearest first (surname, typo, transliteration, title)."""
        ...

    def candidates(self, names: Sequence[str]) -> list[Speaker]:
        """Stored speakers that share a folded name token with any of the names."""
        ...

    def save_speakers(self, speakers: Iterable[Speaker]) -> None: ...
    def save_proposals(self, proposals: Iterable[SpeakerProposal]) -> None: ...
    def proposals(self, offset: int = 0, limit: int = 100) -> list[ProposalView]: ...
    def speakers_meant(self, name: str, after: dt.date | None = None, before: dt.date | None = None) -> tuple[list[Speaker], list[Speaker]]:
        """Those that a name, or a role held in that period, stands for; and others that are close, the nearest first."""
        ...

    def conflicts_of(self, speaker_id: str) -> tuple[tuple[Pair, ...], tuple[str, ...]]:
        """Pairs of the speaker's own figures that cannot both hold, and the names of those whose figures conflict with theirs."""
        ...

    def statements_of(self, speaker_id: str, offset: int = 0, limit: int = 100) -> list[Hit]: ...


class Decisions(Protocol):
    def append(self, decision: Decision) -> Decision:
        """The decision with its number; appending the same key again changes nothing."""
        ...

    def withdraw(self, number: int, by: str, at: dt.datetime) -> None: ...
    def restore(self, number: int) -> None:
        """Take a withdrawal back (redo)."""
        ...

    def decision(self, number: int) -> Decision | None: ...
    def decisions(self, figures: Sequence[str] = (), offset: int = 0, limit: int = 100) -> list[Decision]:
        """Newest first; with figures, those that touch any of them."""
        ...

    def every_decision(self) -> Iterator[Decision]:
        """All, withdrawn ones too, oldest first."""
        ...


class Queues(Protocol):
    def queue(self, query: Query, offset: int = 0, limit: int = 100) -> list[QueueRow]:
        """Claims by what deserves attention: relation, spread, independent origins, newness."""
        ...

    def count_queue(self, query: Query) -> int: ...
    def claim_view(self, claim_id: str) -> ClaimView | None: ...
    def claim_of(self, figure_id: str) -> Claim | None: ...
    def facets(self, query: Query) -> dict[str, list[tuple[str, int]]]:
        """metric, place, outlet, speaker, relation, state → (value, count), most first, within the query."""
        ...

    def search(self, query: Query, offset: int = 0, limit: int = 50) -> list[Hit]: ...
    def count_search(self, query: Query) -> int: ...
    def words_like(self, word: str) -> str:
        """The word itself where a statement has it, else the nearest that one has; empty where none is near."""
        ...


class Store(Articles, Comparisons, Speakers, Decisions, Queues, Protocol):
    where: str

    def close(self) -> None: ...
    def transaction(self) -> AbstractContextManager[Any]:
        """What is written inside is kept whole or not at all; writers called inside join it."""
        ...

    def changed(self) -> int:
        """A number that grows when any process changes the database, cheap to ask: screens poll it."""
        ...

    def setting(self, key: str) -> str | None: ...
    def save_setting(self, key: str, value: str) -> None: ...
