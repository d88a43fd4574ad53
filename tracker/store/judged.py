"""The part of the protocols that keeps what people decided: the decisions, and what they stand for now. Others know it through `base`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from tracker.model import Anchor, Article, Case, Decision, Figure, Pair, Ruling, SpeakerKind, Statement


class Rulings(Protocol):
    """What decisions stand for now, and the state they make; what the program found is kept beside and comes back when they go."""

    def set_targets(self, decision: Decision) -> tuple[str | None, ...]:
        """Find what the anchors of a stored decision stand for now, and remember it."""
        ...

    def reanchor(self, article_id: str) -> bool:
        """The same for every anchor in an article; True where a standing decision is about it."""
        ...

    def target_of(self, anchor: Anchor) -> str | None:
        """The one thing an anchor stands for: the same span, else the only one that overlaps it; None where that is not one thing."""
        ...

    def rulings(self, figures: Sequence[str]) -> list[Ruling]:
        """Standing decisions about any of these ids or names, oldest first."""
        ...

    def rulings_in(self, article_id: str) -> list[Ruling]: ...
    def ruled(self, articles: Sequence[str]) -> set[str]:
        """Those of these articles, stored or not, that a decision is about or was."""
        ...

    def is_decided(self, names: Sequence[str]) -> bool:
        """A standing decision is about one of these speakers' names."""
        ...

    def orphans(self) -> list[Ruling]:
        """Standing decisions with an anchor that stands for nothing now; the removal of an article is none of them."""
        ...

    def speaker_decisions(self) -> list[Decision]:
        """Standing decisions on speakers, oldest first."""
        ...

    def newest(self, reviewer: str, is_withdrawn: bool = False) -> Decision | None:
        """The reviewer's newest decision that stands, or their newest withdrawal."""
        ...

    def found_pairs_of(self, figures: Sequence[str]) -> list[Pair]: ...
    def rule_pairs(self, figures: Sequence[str], pairs: Iterable[Pair]) -> None:
        """Pairs of the figures stand as found, but for these."""
        ...

    def reset_article(self, article_id: str) -> None:
        """Everything in an article as the program read it."""
        ...

    def drop(self, target: str) -> None:
        """Take a figure or statement out of lists, claims and the index."""
        ...

    def put_by_hand(self, value: Statement | Figure) -> None:
        """A statement or figure that a person made, in place of one of the same id that the program read."""
        ...

    def credit(self, statement_id: str, speaker_id: str | None) -> None:
        """Credit a statement and its figures to a speaker, or to nobody."""
        ...

    def articles_of(self, speakers: Sequence[str]) -> list[str]:
        """Ids of the articles that quote any of these speakers."""
        ...

    def statements_in(self, article_id: str) -> list[Statement]:
        """The statements of an article that count, in text order; none where it is not stored."""
        ...

    def figures_in(self, article_id: str) -> list[str]:
        """Ids of the figures of an article that count, in text order."""
        ...

    def change_article(self, article: Article, is_retracted: bool) -> None:
        """Other attributes for an article, the ones it was stored with kept; and whether it still counts."""
        ...

    def remove_article(self, article_id: str) -> None:
        """Forget the article, its bytes, all that was read in it, and speakers that nothing else is credited to."""
        ...

    def article_given(self, article_id: str) -> Article | None:
        """The article with the attributes it was stored with."""
        ...

    def speakers_called(self, name: str) -> list[str]:
        """Ids of the speakers that were found under exactly this name."""
        ...

    def speaker_named(self, name: str, kind: SpeakerKind | None = None) -> str:
        """The id of the speaker of that name, the most quoted of several; one is made where there is none, of that kind, or of the kind
        that the form of the name shows.
        """
        ...

    def set_speakers(self, joined: Mapping[str, str], names: Mapping[str, str], unnamed: set[str]) -> set[str]:
        """Put these in place of all joins and names given before; ids of speakers for which something changed."""
        ...

    def settle_proposals(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Proposals of these pairs are not shown again; all others are."""
        ...

    def part_speaker(self, speaker_id: str, name: str, own_id: str, article_id: str | None = None) -> None:
        """Credit what was found under one name of a speaker to a speaker of its own; in one article, or in all."""
        ...

    def figures_of(self, speakers: Sequence[str]) -> list[str]:
        """Ids of the figures credited to any of these speakers."""
        ...


class Decisions(Protocol):
    def append(self, decision: Decision) -> Decision:
        """The decision with its number; appending the same key again changes nothing."""
        ...

    def withdraw(self, number: int, by: str, at: dt.datetime) -> None: ...
    def restore(self, number: int) -> None:
        """Take a withdrawal back (redo)."""
        ...

    def decision(self, number: int) -> Decision | None: ...
    def decisions(self, figures: Sequence[str] = (), offset: int = 0, limit: int = 100, past: int = 0) -> list[Decision]:
        """Newest first; with figures, those that touch any of them."""
        ...

    def count_decisions(self) -> int: ...
    def every_decision(self) -> Iterator[Decision]:
        """All, withdrawn ones too, oldest first."""
        ...

    def cases(self) -> list[Case]:
        """Every case that standing decisions put something in, by name."""
        ...
