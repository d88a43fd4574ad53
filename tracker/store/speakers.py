"""Speakers, the forms of their names, and joins for a person to judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Hit, Match, ProposalView, Query, Sameness, Speaker, SpeakerProposal
from tracker.store import index, rows, tables
from tracker.store.articles import Articles
from tracker.store.part import put_new


class Speakers(Articles):
    def speaker(self, speaker_id: str) -> Speaker | None:
        found = self.rows("SELECT * FROM speaker WHERE id = :id", id=speaker_id)
        return rows.speaker_of(found[0]) if found else None

    def speakers(self, name: str = "", offset: int = 0, limit: int = 100) -> list[Speaker]:
        if name:
            return self._nearest(name)[offset : offset + limit]
        sql = """SELECT * FROM speaker WHERE kind <> 'unnamed' ORDER BY statements DESC, name, n LIMIT :limit OFFSET :offset"""
        return [rows.speaker_of(row) for row in self.rows(sql, limit=limit, offset=offset)]

    def _nearest(self, name: str) -> list[Speaker]:
        """Those with the same words first, then those alike in letters, the most quoted first among equals."""
        return index.nearest_speakers(self.rows, name)

    def candidates(self, names: Sequence[str]) -> list[Speaker]:
        tokens = {token for name in names for token in rows.folded(name) if len(token) > 1}
        sql = "SELECT DISTINCT speaker.* FROM name_token JOIN speaker ON speaker.n = name_token.speaker WHERE token IN :values"
        found = {row["n"]: row for row in self.rows_in(sql, sorted(tokens))}
        return [rows.speaker_of(found[n]) for n in sorted(found)]

    def save_proposals(self, proposals: Iterable[SpeakerProposal]) -> None:
        with self.database.transaction() as connection:
            for p in proposals:
                a, b = sorted((p.a, p.b))
                made = {"a": a, "b": b, "score": p.match.score, "verdict": p.match.verdict.value, "reason": p.match.reason}
                put_new(connection, tables.ProposalRow, [{**made, "settled": False}])

    def proposals(self, offset: int = 0, limit: int = 100) -> list[ProposalView]:
        """Most alike first; only those of speakers that are stored, and not yet settled."""
        sql = """SELECT proposal.* FROM proposal JOIN speaker a ON a.id = proposal.a JOIN speaker b ON b.id = proposal.b
            WHERE NOT settled ORDER BY score DESC, proposal.a, proposal.b LIMIT :limit OFFSET :offset"""
        return [self._proposal_view(row) for row in self.rows(sql, limit=limit, offset=offset)]

    def _proposal_view(self, row: rows.Row) -> ProposalView:
        match = Match(row["score"], Sameness(row["verdict"]), row["reason"])
        a, b = self.speaker(row["a"]), self.speaker(row["b"])
        assert a and b
        (outlets_a, example_a), (outlets_b, example_b) = self._heard_in(a.id), self._heard_in(b.id)
        return ProposalView(SpeakerProposal(a.id, b.id, match), a, b, outlets_a, outlets_b, example_a, example_b)

    def _heard_in(self, speaker_id: str) -> tuple[tuple[str, ...], str]:
        """Outlets that quote a speaker, and words of theirs."""
        sql = """SELECT statement.content, article.outlet FROM speaker
            JOIN statement ON statement.speaker = speaker.n AND NOT statement.dropped JOIN article ON article.n = statement.article
            WHERE speaker.id = :id ORDER BY statement.n LIMIT 50"""
        found = self.rows(sql, id=speaker_id)
        return tuple(dict.fromkeys(row["outlet"] for row in found if row["outlet"])), found[0]["content"] if found else ""

    def statements_of(self, speaker_id: str, offset: int = 0, limit: int = 100) -> list[Hit]:
        return self.search(Query(speakers=(speaker_id,), sort="time"), offset, limit)

    def search(self, query: Query, offset: int = 0, limit: int = 50) -> list[Hit]:
        raise NotImplementedError
