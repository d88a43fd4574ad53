"""Speakers, the forms of their names, and joins for a person to judge."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set
from difflib import get_close_matches

from tracker import coding
from tracker.model import Hit, Match, Pair, ProposalView, Query, Sameness, Speaker, SpeakerKind, SpeakerProposal, content_hash
from tracker.store import belonging, compared, nearest, rows
from tracker.store.articles import Articles
from tracker.store.paging import Order
from tracker.store.part import put_new, run
from tracker.text import lookup, names, offices

SURE = 0.8
"""How alike a name must be to be taken where no word of it is met exactly."""
CREDITED = """speaker.kind <> 'unnamed' AND speaker.joined IS NULL AND (speaker.statements > 0
    OR EXISTS (SELECT 1 FROM statement_words WHERE statement_words MATCH 'tags : "s' || speaker.n || '"')
    OR speaker.n IN (SELECT other.joined FROM speaker other WHERE other.joined IS NOT NULL AND other.statements > 0))"""
"""Speakers that are listed: those who are named, stand for themselves, and said something."""
PROPOSED = """FROM proposal JOIN speaker a ON a.id = proposal.a JOIN speaker b ON b.id = proposal.b
    WHERE NOT settled AND coalesce(a.joined, a.n) <> coalesce(b.joined, b.n)"""
MOST_ALIKE = Order("-proposal.score", "proposal.a", "proposal.b")
MOST_QUOTED = Order("-speaker.statements", "speaker.name", "speaker.n")
BEGUN = 4
"""Letters of a word by which descriptions are looked up: "defence" and "defense", "spokesman" and "spokeswoman" begin alike."""
MANY = 500
"""Unnamed speakers that one description stands for at the most."""
NEAR = 0.75
"""How alike a word of an office must be to one that is known, by difflib."""


class Speakers(Articles):
    def speaker(self, speaker_id: str) -> Speaker | None:
        found = self.rows("SELECT * FROM speaker WHERE id = :id", id=speaker_id)
        return rows.speaker_of(found[0]) if found else None

    def speakers(self, name: str = "", offset: int = 0, limit: int = 100, past: str = "") -> list[Speaker]:
        if name:
            near = self._nearest(name)
            begin = next((n for n, speaker in enumerate(near, 1) if speaker.id == past), 0)
            return near[begin + offset : begin + offset + limit]
        source = f"FROM speaker WHERE {CREDITED}"
        after, at = self.page_after(source, MOST_QUOTED, {}, "speaker.id", past)
        sql = f"SELECT speaker.* {source}{after} ORDER BY {MOST_QUOTED.sql} LIMIT :limit OFFSET :offset"
        return [rows.speaker_of(row) for row in self.rows(sql, limit=limit, offset=offset, **at)]

    def speakers_meant(self, name: str, after: dt.date | None = None, before: dt.date | None = None) -> tuple[list[Speaker], list[Speaker]]:
        """By all words of a form of the name, then by words of a person's own name, then by office or by what an unnamed one is called; a
        slip of the pen comes last.
        """
        near = self._nearest(name)
        words = set(rows.folded(name))
        named = [(speaker, [set(rows.folded(form)) for form in (speaker.name, *speaker.variants)]) for speaker in near]
        whole = [speaker for speaker, forms in named if words in forms]
        own = [speaker for speaker in near if speaker.kind is SpeakerKind.PERSON and words <= set(rows.folded(speaker.name))]
        part = [speaker for speaker, forms in named if any(words <= form for form in forms)]
        alike = [speaker for speaker in near[:1] if nearest.likeness(rows.folded(name), speaker) >= SURE]
        holders, other_holders = ([], []) if whole and not all(offices.head(s.name) for s in whole) else self._holders(name, after, before)
        is_office = bool(offices.head(" ".join(offices.said(name))))
        described = [] if not is_office and (whole or own or part or alike) else self._described(name)
        sure = [*whole, *holders, *described] or own or ([] if other_holders else part or alike)
        sure = list({speaker.id: speaker for speaker in sure}.values())
        taken = {speaker.id for speaker in sure}
        close = {speaker.id: speaker for speaker in (*other_holders, *near) if speaker.id not in taken}
        return sure, list(close.values())

    def _holders(self, name: str, after: dt.date | None, before: dt.date | None) -> tuple[list[Speaker], list[Speaker]]:
        """Those met in the period in the office that the words mean; and those met in it at other times, or without its country."""
        asked = self.office_words(name)
        found = self._in_office(asked)
        held = {speaker.id: offices.met(offices.of(speaker), asked) for speaker in found}
        inside = [speaker for speaker in found if (role := held[speaker.id]) and offices.touches(role, after, before)]
        rest = found if found else self._in_office(asked - offices.lands_in(name))
        return inside, [speaker for speaker in rest if speaker not in inside]

    def _in_office(self, asked: Set[str]) -> list[Speaker]:
        sql = """SELECT speaker.* FROM (SELECT speaker FROM name_token WHERE token IN :values GROUP BY 1 HAVING count(*) = :asked) held
            CROSS JOIN speaker ON speaker.n = held.speaker WHERE speaker.joined IS NULL
            ORDER BY speaker.statements DESC, speaker.n LIMIT 200"""
        found = self.rows_in(sql, [f"role {word}" for word in sorted(asked)], asked=len(asked)) if asked else []
        return [speaker for speaker in map(rows.speaker_of, found) if offices.met(offices.of(speaker), asked)]

    def _described(self, name: str) -> list[Speaker]:
        """Those whom no article names and who are called so: "palace spokesman" is "a palace spokeswoman" too."""
        asked = frozenset(offices.said(name))
        begun = [word[:BEGUN] for word in sorted(asked - offices.lands_in(name), key=len, reverse=True)]
        if not begun:
            return []
        like = " AND ".join(f"alias.name LIKE :word{n}" for n in range(len(begun)))
        sql = f"""SELECT speaker.* FROM speaker WHERE kind = 'unnamed' AND joined IS NULL AND n IN
            (SELECT alias.speaker FROM alias WHERE gram IS NULL AND {like}) ORDER BY n LIMIT {MANY}"""
        found = self.rows(sql, **{f"word{n}": f"%{word}%" for n, word in enumerate(begun)})
        return [speaker for speaker in map(rows.speaker_of, found) if offices.describes(asked, speaker.name)]

    def office_words(self, name: str) -> frozenset[str]:
        """Words that stand in no role are put right where a country or a word that does is near."""
        found: list[str] = []
        for word in offices.said(name):
            sql = "SELECT DISTINCT token FROM name_token WHERE token >= :low AND token < :high LIMIT 3000"
            filed = [row["token"][5:] for row in self.rows(sql, low=f"role {word[:1]}", high=f"role {word[:1]}\uffff")]
            near = (word,) if word in filed else offices.land_near(word) or get_close_matches(word, filed, 1, NEAR) or (word,)
            found += near
        return frozenset(found)

    def conflicts_of(self, speaker_id: str) -> tuple[tuple[Pair, ...], tuple[tuple[str, str], ...]]:
        sql = """WITH own AS (SELECT own.n FROM speaker one JOIN speaker own ON own.n = one.n OR own.joined = one.n WHERE one.id = :id),
            mine AS (SELECT figure.n, figure.id FROM own JOIN figure ON figure.speaker = own.n UNION SELECT figure.n, figure.id FROM own
            JOIN co_speaker ON co_speaker.speaker = own.n JOIN statement ON statement.n = co_speaker.statement
            JOIN figure ON figure.statement = statement.id)
            SELECT relation.relation, relation.reason, relation.points, relation.is_again, mine.id AS a_id, theirs.id AS b_id,
            coalesce(other.name, article.outlet, '') AS name, other.id AS other_id
            FROM mine JOIN relation ON relation.a = mine.n OR relation.b = mine.n
            JOIN figure theirs ON theirs.n = relation.a + relation.b - mine.n JOIN article ON article.n = theirs.article
            LEFT JOIN speaker told ON told.n = theirs.speaker LEFT JOIN speaker other ON other.n = coalesce(told.joined, told.n)
            WHERE relation.relation = 'conflict' ORDER BY relation.a, relation.b"""
        found = self.rows(sql, id=speaker_id)
        own = {frozenset((row["a_id"], row["b_id"])): compared.pair_of(row) for row in found if row["other_id"] == speaker_id}
        others = dict.fromkeys((row["name"], row["reason"]) for row in found if row["other_id"] != speaker_id and row["name"])
        return tuple(own.values()), tuple(others)

    def count_speakers(self, name: str = "") -> int:
        if name:
            return len(self._nearest(name))
        return int(self.scalar(f"SELECT count(*) FROM speaker WHERE {CREDITED}"))

    def speakers_called(self, name: str) -> list[str]:
        sql = (
            "SELECT DISTINCT speaker.n, speaker.id FROM alias JOIN speaker ON speaker.n = alias.speaker WHERE alias.name = :name ORDER BY 1"
        )
        return [row["id"] for row in self.rows(sql, name=name)]

    def speaker_named(self, name: str, kind: SpeakerKind | None = None) -> str:
        sql = """SELECT speaker.id FROM alias JOIN speaker ON speaker.n = alias.speaker
            WHERE alias.name = :name AND speaker.kind <> 'unnamed' ORDER BY speaker.statements DESC, speaker.n LIMIT 1"""
        if found := self.rows(sql, name=name):
            return str(found[0]["id"])
        shown = SpeakerKind.ORGANISATION if names.kind_of(name)[0] == "organisation" else SpeakerKind.PERSON
        speaker = Speaker(content_hash("speaker", name), name, kind or shown, (name,))
        self.save_speakers([speaker])
        return speaker.id

    def set_speakers(self, joined: Mapping[str, str], names: Mapping[str, str], unnamed: set[str]) -> set[str]:
        """Put these in place of all joins and names given before; ids of speakers for which something changed."""
        asked = {*joined, *joined.values(), *names, *unnamed}
        with self.database.transaction() as connection:
            old = self.rows("SELECT * FROM speaker WHERE overruled")
            rest = self.rows_in("SELECT * FROM speaker WHERE id IN :values", asked)
            row_by_id = {row["id"]: row for row in (*old, *rest)}
            changed = set()
            for speaker_id, row in row_by_id.items():
                found = coding.of_text(Speaker, row["value"])
                head = row_by_id.get(joined.get(speaker_id, ""))
                kind = SpeakerKind.UNNAMED if speaker_id in unnamed else found.kind
                made = (head["n"] if head else None, names.get(speaker_id, found.name), kind.value)
                if made != (row["joined"], row["name"], row["kind"]):
                    changed.add(speaker_id)
                sql = "UPDATE speaker SET joined = ?, name = ?, kind = ?, overruled = ? WHERE n = ?"
                run(connection, sql, (*made, speaker_id in asked, row["n"]))
        return changed

    def settle_proposals(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Proposals of these pairs are not shown again; all others are."""
        with self.database.transaction() as connection:
            run(connection, "UPDATE proposal SET settled = 0 WHERE settled")
            for a, b in pairs:
                run(connection, "UPDATE proposal SET settled = 1 WHERE a = ? AND b = ?", tuple(sorted((a, b))))

    def figures_of(self, speakers: Sequence[str]) -> list[str]:
        """Ids of the figures credited to any of these speakers as found or by hand, joins left out of account."""
        said = belonging.SAID.format("(SELECT n FROM speaker WHERE id IN :values)")
        sql = f"SELECT figure.id FROM figure WHERE NOT figure.dropped AND ({said}) ORDER BY figure.n"
        return [row["id"] for row in self.rows_in(sql, speakers)]

    def _nearest(self, name: str) -> list[Speaker]:
        """Those with the same words first, then those alike in letters, the most quoted first among equals."""
        return nearest.nearest_speakers(self.rows, name)

    def crowded(self, keys: Iterable[str]) -> set[str]:
        sql = "SELECT token FROM name_token WHERE token IN :values GROUP BY token HAVING count(*) > :common"
        return {row["token"][1:] for row in self.rows_in(sql, [f"~{key}" for key in sorted(keys)], common=lookup.COMMON)}

    def candidates(self, keys: Iterable[str]) -> list[Speaker]:
        sql = "SELECT DISTINCT speaker.* FROM name_token JOIN speaker ON speaker.n = name_token.speaker WHERE token IN :values"
        found = {row["n"]: row for row in self.rows_in(sql, [f"~{key}" for key in sorted(keys)])}
        return [rows.speaker_of(found[n]) for n in sorted(found)]

    def save_proposals(self, proposals: Iterable[SpeakerProposal]) -> None:
        with self.database.transaction() as connection:
            put_new(connection, "proposal", [proposal_row(proposal) for proposal in proposals])

    def proposals(self, offset: int = 0, limit: int = 100, past: str = "") -> list[ProposalView]:
        """Most alike first; only those of speakers that are stored, and not yet settled."""
        after, at = self.page_after(PROPOSED, MOST_ALIKE, {}, "proposal.a || ' ' || proposal.b", past)
        sql = f"SELECT proposal.* {PROPOSED}{after} ORDER BY {MOST_ALIKE.sql} LIMIT :limit OFFSET :offset"
        return [self._proposal_view(row) for row in self.rows(sql, limit=limit, offset=offset, **at)]

    def _proposal_view(self, row: rows.Row) -> ProposalView:
        match = Match(row["score"], Sameness(row["verdict"]), row["reason"])
        a, b = self.speaker(row["a"]), self.speaker(row["b"])
        assert a and b
        (outlets_a, example_a), (outlets_b, example_b) = self._heard_in(a.id), self._heard_in(b.id)
        return ProposalView(SpeakerProposal(a.id, b.id, match), a, b, outlets_a, outlets_b, example_a, example_b)

    def _heard_in(self, speaker_id: str) -> tuple[tuple[str, ...], str]:
        """Outlets that quote a speaker, and words of theirs."""
        sql = """SELECT statement.content, article.outlet FROM speaker JOIN speaker own ON own.n = speaker.n OR own.joined = speaker.n
            JOIN statement ON (statement.speaker = own.n OR statement.n IN (SELECT statement FROM co_speaker WHERE speaker = own.n))
            AND NOT statement.dropped JOIN article ON article.n = statement.article
            WHERE speaker.id = :id ORDER BY statement.n LIMIT 50"""
        found = self.rows(sql, id=speaker_id)
        return tuple(dict.fromkeys(row["outlet"] for row in found if row["outlet"])), found[0]["content"] if found else ""

    def statements_of(self, speaker_id: str, offset: int = 0, limit: int = 100, past: str = "") -> list[Hit]:
        return self.search(Query(speakers=(speaker_id,), sort="oldest"), offset, limit, past)

    def search(self, query: Query, offset: int = 0, limit: int = 50, past: str = "") -> list[Hit]:
        raise NotImplementedError


def proposal_row(proposal: SpeakerProposal) -> dict[str, object]:
    match = proposal.match
    a, b = sorted((proposal.a, proposal.b))
    return {"a": a, "b": b, "score": match.score, "verdict": match.verdict.value, "reason": match.reason, "settled": False}
