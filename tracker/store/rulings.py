"""What decisions stand for now, and the columns they overrule. What the program found stays beside, so that undoing needs no memory."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker import coding
from tracker.model import Anchor, Article, Decision, Figure, Pair, Ruling, Speaker, SpeakerKind, Statement
from tracker.store import compared, index, rows
from tracker.store.articles import CO_SPEAKING, FIGURE, STATEMENT
from tracker.store.comparisons import PAIR
from tracker.store.decisions import Decisions
from tracker.store.part import next_number, put, run, select
from tracker.store.speakers import Speakers

SPANNED = ("figure", "statement")
CREDITING = (*SPANNED, "co_speaker")
KINDS: tuple[tuple[str, str, Callable[[rows.Row], Any], Callable[[Any], dict[str, Any]]], ...] = (
    ("figure", FIGURE, rows.figure_of, rows.figure_row),
    ("statement", STATEMENT, rows.statement_of, rows.statement_row),
)
"""Table, query, row to value, value to row."""


MADE = "by_hand AND found_value IS NULL"
"""Made by a person, where the program read nothing."""


class Rulings(Speakers, Decisions):
    def set_targets(self, decision: Decision) -> tuple[str | None, ...]:
        """Find what the anchors of a stored decision stand for, and remember it."""
        with self.database.transaction() as connection:
            run(connection, "DELETE FROM target WHERE decision = ?", (decision.number,))
            targets = tuple(self.target_of(anchor) for anchor in decision.anchors)
            held = zip(decision.anchors, targets, strict=True)
            made = [
                {"decision": decision.number, "ordinal": at, "what": anchor.what, "article": anchor.article, "target": target}
                for at, (anchor, target) in enumerate(held)
            ]
            put(connection, "target", made)
        return targets

    def reanchor(self, article_id: str) -> bool:
        """Find again what anchors in an article stand for; True where a standing decision is about it."""
        sql = "SELECT DISTINCT decision.* FROM target JOIN decision ON decision.number = target.decision WHERE target.article = :id"
        found = [rows.decision_of(row) for row in self.rows(f"{sql} ORDER BY number", id=article_id)]
        for decision in found:
            self.set_targets(decision)
        return any(decision.stands for decision in found)

    def target_of(self, anchor: Anchor) -> str | None:
        """The one thing an anchor stands for: the same span, else the only one that overlaps it, else the only one of the same words."""
        if anchor.what == "article":
            return anchor.article if self.rows("SELECT n FROM article WHERE id = :id", id=anchor.article) else None
        if anchor.what not in SPANNED:
            return anchor.words
        name = anchor.what
        words = "json_extract(value, '$.words')" if name == "figure" else "content"
        sql = f"""SELECT {name}.id, {name}.start, {name}.end, {words} AS words FROM {name} JOIN article ON article.n = {name}.article
            WHERE article.id = :id AND {name}.start < :end AND {name}.end > :start ORDER BY {name}.n"""
        return nearest(anchor, self.rows(sql, id=anchor.article, start=anchor.start, end=max(anchor.end, anchor.start + 1)))

    def rulings(self, figures: Sequence[str]) -> list[Ruling]:
        """Standing decisions about any of these ids, with what their anchors stand for, oldest first."""
        found = self.rows_in("SELECT DISTINCT decision FROM target WHERE target IN :values", figures)
        return self._rulings([row["decision"] for row in found])

    def rulings_in(self, article_id: str) -> list[Ruling]:
        """Standing decisions with an anchor in the article, oldest first."""
        found = self.rows("SELECT DISTINCT decision FROM target WHERE article = :id", id=article_id)
        return self._rulings([row["decision"] for row in found])

    def ruled(self, articles: Sequence[str]) -> set[str]:
        """Those of these articles, stored or not, that a decision is about or was."""
        return {row["article"] for row in self.rows_in("SELECT DISTINCT article FROM target WHERE article IN :values", articles)}

    def speaker_decisions(self) -> list[Decision]:
        """Standing decisions on speakers, oldest first."""
        sql = """SELECT * FROM decision WHERE withdrawn_at IS NULL AND number IN (SELECT decision FROM target WHERE what = 'speaker')
            ORDER BY number"""
        return [rows.decision_of(row) for row in self.rows(sql)]

    def is_decided(self, names: Sequence[str]) -> bool:
        sql = "SELECT 1 FROM target WHERE what = 'speaker' AND target IN :values LIMIT 1"
        return bool(self.rows_in(sql, names))

    def orphans(self) -> list[Ruling]:
        """Standing decisions with an anchor that stands for nothing now."""
        sql = """SELECT DISTINCT decision FROM target JOIN decision ON number = decision WHERE target IS NULL AND withdrawn_at IS NULL
            AND verdict <> 'remove_article'"""
        return self._rulings([row["decision"] for row in self.rows(sql)])

    def _rulings(self, numbers: Sequence[int]) -> list[Ruling]:
        decisions = self.rows_in("SELECT * FROM decision WHERE number IN :values AND withdrawn_at IS NULL", numbers)
        targets: dict[int, list[str | None]] = {}
        for row in self.rows_in("SELECT * FROM target WHERE decision IN :values ORDER BY decision, ordinal", numbers):
            targets.setdefault(row["decision"], []).append(row["target"])
        found = sorted((rows.decision_of(row) for row in decisions), key=lambda decision: decision.number)
        return [Ruling(decision, tuple(targets.get(decision.number, ()))) for decision in found]

    def newest(self, reviewer: str, is_withdrawn: bool = False) -> Decision | None:
        """The reviewer's newest decision that stands, or their newest withdrawal."""
        if is_withdrawn:
            sql = "SELECT * FROM decision WHERE withdrawn_by = :reviewer ORDER BY withdrawn_at DESC, number LIMIT 1"
        else:
            sql = "SELECT * FROM decision WHERE reviewer = :reviewer AND withdrawn_at IS NULL ORDER BY number DESC LIMIT 1"
        found = self.rows(sql, reviewer=reviewer)
        return rows.decision_of(found[0]) if found else None

    def found_pairs_of(self, figures: Sequence[str]) -> list[Pair]:
        """Pairs of these figures as the program found them, decisions left out of account."""
        numbers = [row["n"] for row in self.rows_in("SELECT n FROM figure WHERE id IN :values", figures)]
        sql = f"{PAIR} WHERE (relation.a IN :values OR relation.b IN :values) AND relation.found IS NOT NULL"
        found = {(row["a_id"], row["b_id"]): row for row in self.rows_in(sql, numbers)}
        return [
            compared.pair_of({**found[key], "relation": found[key]["found"], "reason": found[key]["found_reason"]}) for key in sorted(found)
        ]

    def rule_pairs(self, figures: Sequence[str], pairs: Iterable[Pair]) -> None:
        """Put these in place of how any pair of the figures stands; one that the program never found is kept as a person's."""
        with self.database.transaction() as connection:
            for figure in figures:
                sql = """{} relation {} WHERE (a = :n OR b = :n) AND found IS {}NULL"""
                n = select(connection, "SELECT n FROM figure WHERE id = :id", id=figure)
                binds = {"n": n[0]["n"] if n else 0}
                run(connection, sql.format("DELETE FROM", "", ""), binds)
                run(connection, sql.format("UPDATE", "SET relation = found, reason = found_reason", "NOT "), binds)
            for pair in pairs:
                self._rule_pair(connection, pair)

    def _rule_pair(self, connection: Connection, pair: Pair) -> None:
        found = {row["id"]: row["n"] for row in select(connection, "SELECT id, n FROM figure WHERE id IN :ids", ids=[pair.a, pair.b])}
        if len(found) < 2:
            return
        binds = {"a": found[pair.a], "b": found[pair.b], "relation": pair.relation.value, "reason": pair.reason}
        sql = "UPDATE relation SET relation = :relation, reason = :reason WHERE a = :a AND b = :b OR a = :b AND b = :a"
        if not run(connection, sql, binds).rowcount:
            put(connection, "relation", [{**binds, "is_again": False}])

    def reset_article(self, article_id: str) -> None:
        """Everything in an article as the program read it."""
        with self.database.transaction() as connection:
            n = self._number(connection, article_id)
            index.forget_statements(connection, n)
            for row in select(connection, f"SELECT DISTINCT claim FROM figure WHERE article = :n AND claim IS NOT NULL AND {MADE}", n=n):
                run(connection, "UPDATE figure SET claim = NULL WHERE claim = ?", (row["claim"],))
                run(connection, "DELETE FROM claim WHERE n = ?", (row["claim"],))
            for name, select_from, value_of, row_of in KINDS:
                run(connection, f"DELETE FROM {name} WHERE article = ? AND {MADE}", (n,))
                sql = f"UPDATE {name} SET value = found_value WHERE article = ? AND found_value IS NOT NULL"
                run(connection, sql, (n,))
                for row in select(connection, f"{select_from} WHERE {name}.article = :n AND {name}.found_value IS NOT NULL", n=n):
                    self._update(connection, name, row["n"], {**row_of(value_of(row)), "found_value": None})
                run(connection, f"UPDATE {name} SET dropped = 0, speaker = found WHERE article = ?", (n,))
            run(connection, "UPDATE co_speaker SET speaker = found WHERE statement IN (SELECT n FROM statement WHERE article = ?)", (n,))
            index.add_article_statements(connection, n)
            for row in select(connection, "SELECT id FROM statement WHERE article = :n", n=n):
                self._reindex(connection, row["id"])

    def drop(self, target: str) -> None:
        """Take a figure or statement out of everything but the article's own record, until `reset_article`."""
        with self.database.transaction() as connection:
            for name in SPANNED:
                run(connection, f"UPDATE {name} SET dropped = 1 WHERE id = ?", (target,))
            self._reindex(connection, target)
            for row in select(connection, "SELECT statement FROM figure WHERE id = :id AND statement IS NOT NULL", id=target):
                self._reindex(connection, row["statement"])

    def put_by_hand(self, value: Statement | Figure) -> None:
        """A statement or figure that a person made, in place of one of the same id that the program read."""
        value = dataclasses.replace(value, by_hand=True)
        name, made = ("figure", rows.figure_row(value)) if isinstance(value, Figure) else ("statement", rows.statement_row(value))
        with self.database.transaction() as connection:
            article = self._number(connection, value.article)
            speaker = self._credited(connection, value)
            made.update(article=article, speaker=speaker)
            known = select(connection, f"SELECT n, value, found_value FROM {name} WHERE id = :id", id=value.id)
            if known:
                self._forget_indexed(connection, value.id)
                kept = known[0]["found_value"] or known[0]["value"]
                self._update(connection, name, known[0]["n"], {**made, "found_value": kept, "dropped": False})
            else:
                made.update(n=next_number(connection, name), found=speaker, dropped=False)
                made |= {"figures": 0, "tags": ""} if name == "statement" else {}
                put(connection, name, [made])
            if isinstance(value, Statement):
                self._credit_alone(connection, value.id)
                self._index_statement(connection, value.id)
            elif value.statement:
                self._reindex(connection, value.statement)

    def _update(self, connection: Connection, name: str, n: int, made: Mapping[str, Any]) -> None:
        columns = ", ".join(f'"{column}" = :{column}' for column in made)
        run(connection, f"UPDATE {name} SET {columns} WHERE n = :n", {**made, "n": n})

    def _credited(self, connection: Connection, value: Statement | Figure) -> int | None:
        """The number of the speaker that a person named: a known one of that name, else a new one."""
        if not value.speaker:
            return None
        speaker = self.speaker_named(value.speaker, value.speaker_kind if isinstance(value, Statement) else None)
        return self._numbers_of({speaker})[speaker]

    def _index_statement(self, connection: Connection, statement_id: str) -> None:
        """Tags of a statement made or credited anew, and its place in the index."""
        row = select(connection, f"{STATEMENT} WHERE statement.id = :id", id=statement_id)[0]
        statement = rows.statement_of(row)
        figures = select(connection, f"{FIGURE} WHERE figure.statement = :id AND NOT figure.dropped", id=statement_id)
        sql = "SELECT article.day, outlet.n FROM article LEFT JOIN outlet ON outlet.name = article.outlet WHERE article.n = :n"
        article = select(connection, sql, n=row["article"])[0]
        day = rows.iso(statement.said_on) or article["day"]
        held = [rows.figure_of(figure) for figure in figures]
        others = select(connection, "SELECT speaker FROM co_speaker WHERE statement = :n AND speaker IS NOT NULL", n=row["n"])
        speakers = [speaker for speaker in (row["speaker"], *(other["speaker"] for other in others)) if speaker]
        tags = index.DROPPED if row["dropped"] else index.tags(statement, held, speakers, article["n"], row["article"], day)
        sql = "UPDATE statement SET tags = ?, day = ?, figures = ? WHERE n = ?"
        run(connection, sql, (tags, day, len(figures), row["n"]))
        index.add_statements(connection, [{"n": row["n"], "content": row["content"], "tags": tags}])

    def _reindex(self, connection: Connection, statement_id: str) -> None:
        """Tags and figures of a statement that is in the index, counted again."""
        if self._forget_indexed(connection, statement_id):
            self._index_statement(connection, statement_id)

    def _forget_indexed(self, connection: Connection, statement_id: str) -> bool:
        """Take a statement out of the index; False where there is none of that id."""
        for row in select(connection, "SELECT n, content, tags FROM statement WHERE id = :id", id=statement_id):
            index.forget_statement(connection, row)
            return True
        return False

    def credit(self, statement_id: str, speaker_id: str | None) -> None:
        """Credit a statement and its figures to a speaker, or to nobody."""
        with self.database.transaction() as connection:
            numbers = self._numbers_of({speaker_id} if speaker_id else set())
            speaker = numbers.get(speaker_id or "")
            is_indexed = self._forget_indexed(connection, statement_id)
            run(connection, "UPDATE statement SET speaker = ? WHERE id = ?", (speaker, statement_id))
            run(connection, "UPDATE figure SET speaker = ? WHERE statement = ?", (speaker, statement_id))
            self._credit_alone(connection, statement_id)
            if is_indexed:
                self._index_statement(connection, statement_id)

    def _credit_alone(self, connection: Connection, statement_id: str) -> None:
        """Nobody beside the speaker of a statement, until `reset_article`."""
        run(connection, "UPDATE co_speaker SET speaker = NULL WHERE statement = (SELECT n FROM statement WHERE id = ?)", (statement_id,))

    def part_speaker(self, speaker_id: str, name: str, own_id: str, article_id: str | None = None) -> None:
        """Credit what was found under one name of a speaker to a speaker of its own; in one article, or in all."""
        where, binds = ("AND article.id = :article", {"article": article_id}) if article_id else ("", {})
        sql = f"""{STATEMENT} JOIN speaker f ON f.n = statement.found WHERE f.id = :id AND statement.speaker = statement.found {where}"""
        found = [row for row in self.rows(sql, id=speaker_id, **binds) if json.loads(row["value"]).get("speaker") == name]
        if found:
            self.save_speakers([Speaker(own_id, name, SpeakerKind.PERSON, (name,))])
        for row in found:
            self.credit(row["id"], own_id)
        sql = f"""SELECT statement.id, co_speaker.statement, ordinal, value FROM {CO_SPEAKING} JOIN article ON article.n = statement.article
            JOIN speaker f ON f.n = co_speaker.found WHERE f.id = :id AND co_speaker.speaker = co_speaker.found {where}"""
        beside = [row for row in self.rows(sql, id=speaker_id, **binds) if name in json.loads(row["value"])["speakers"][1:]]
        for row in beside:
            self._credit_beside(row, Speaker(own_id, name, SpeakerKind.PERSON, (name,)))

    def _credit_beside(self, row: rows.Row, speaker: Speaker) -> None:
        """Another in place of one who is credited beside the speaker of a statement."""
        with self.database.transaction() as connection:
            self.save_speakers([speaker])
            self._forget_indexed(connection, row["id"])
            sql = "UPDATE co_speaker SET speaker = :speaker WHERE statement = :statement AND ordinal = :ordinal"
            run(connection, sql, {**row, "speaker": self._numbers_of([speaker.id])[speaker.id]})
            self._index_statement(connection, row["id"])

    def articles_of(self, speakers: Sequence[str]) -> list[str]:
        """Ids of the articles that quote any of these speakers, joins left out of account."""
        sql = """SELECT DISTINCT article.n, article.id FROM speaker JOIN statement ON statement.found = speaker.n
            OR statement.n IN (SELECT statement FROM co_speaker WHERE found = speaker.n)
            JOIN article ON article.n = statement.article WHERE speaker.id IN :values"""
        return [row["id"] for row in sorted(self.rows_in(sql, speakers), key=lambda row: int(row["n"]))]

    def figures_in(self, article_id: str) -> list[str]:
        """Ids of the figures of an article that count, in text order."""
        sql = """SELECT figure.id FROM figure JOIN article ON article.n = figure.article WHERE article.id = :id AND NOT figure.dropped
            ORDER BY figure.start, figure.n"""
        return [row["id"] for row in self.rows(sql, id=article_id)]

    def change_article(self, article: Article, is_retracted: bool) -> None:
        """Other attributes for an article, the ones it was stored with kept; and whether it still counts."""
        with self.database.transaction() as connection:
            n = self._number(connection, article.id)
            row = select(connection, "SELECT * FROM article WHERE n = :n", n=n)[0]
            given = row["given"] or coding.text(dataclasses.replace(rows.article_of(row), text=""))
            self.edit_article(article)
            run(connection, "UPDATE article SET given = ?, retracted = ? WHERE n = ?", (given, is_retracted, n))

    def remove_article(self, article_id: str) -> None:
        """The article, its bytes and all that was read in it; speakers that nothing else is credited to."""
        with self.database.transaction() as connection:
            n = self._number(connection, article_id)
            sql = "SELECT found, speaker FROM {} WHERE article = :n"
            credited = {
                number
                for name in SPANNED
                for row in select(connection, sql.format(name), n=n)
                for number in (row["found"], row["speaker"])
                if number is not None
            }
            credited |= {row["found"] for row in select(connection, f"SELECT co_speaker.found FROM {CO_SPEAKING} WHERE article = :n", n=n)}
            self._uncredit(connection, n)
            index.forget_statements(connection, n)
            index.forget_article(connection, n)
            run(connection, "DELETE FROM article WHERE n = ?", (n,))
            for speaker in sorted(credited):
                self._forget_speaker(connection, speaker)

    def _forget_speaker(self, connection: Connection, n: int) -> None:
        """Unless something is credited to it still."""
        if any(select(connection, f"SELECT 1 FROM {name} WHERE found = :n OR speaker = :n LIMIT 1", n=n) for name in CREDITING):
            return
        run(connection, "UPDATE speaker SET joined = NULL WHERE joined = ?", (n,))
        run(connection, "DELETE FROM proposal WHERE (SELECT id FROM speaker WHERE n = ?) IN (a, b)", (n,))
        index.forget_names(connection, n)
        run(connection, "DELETE FROM speaker WHERE n = ?", (n,))

    def article_given(self, article_id: str) -> Article | None:
        """The article with the attributes it was stored with."""
        found = self.rows("SELECT * FROM article WHERE id = :id", id=article_id)
        if not found:
            return None
        article = rows.article_of(found[0])
        if found[0]["given"] is None:
            return article
        return dataclasses.replace(coding.value_of(Article, {"text": "", **json.loads(found[0]["given"])}), text=article.text)


def nearest(anchor: Anchor, found: Sequence[Mapping[str, Any]]) -> str | None:
    exact = [row for row in found if (row["start"], row["end"]) == (anchor.start, anchor.end)]
    for few in (exact, found, [row for row in found if row["words"] == anchor.words]):
        if len({row["id"] for row in few}) == 1:
            return str(few[0]["id"])
    return None
