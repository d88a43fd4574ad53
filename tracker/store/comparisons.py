"""Pairs, claims and quote variants; the figures a new one may be compared with."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from tracker.model import Claim, Entry, Heading, Pair, QuoteVariant, Relation, Statement, Voice
from tracker.store import compared, index, rows
from tracker.store.articles import FIGURE, STATEMENT
from tracker.store.attention import attention
from tracker.store.base import Choose, Pick
from tracker.store.loading import outline_rows
from tracker.store.part import Part, chunks, next_number, put, put_new, put_tuples, run, run_many, select

PAIR = """SELECT relation.*, a.id AS a_id, b.id AS b_id FROM relation
    JOIN figure a ON a.n = relation.a JOIN figure b ON b.n = relation.b"""
LINKED = ", ".join(f"'{relation.value}'" for relation in Relation if relation.is_linked)
COUNTS = "NOT figure.dropped AND NOT article.retracted"
WITHIN = "key BETWEEN json_extract(asked.value, '$[0]') AND json_extract(asked.value, '$[1]')"
FILED = f"SELECT block.article, block.key FROM json_each(:ranges) asked CROSS JOIN block ON block.{WITHIN}"
FILED_QUOTES = f"SELECT quoted.statement, quoted.key FROM json_each(:ranges) asked CROSS JOIN quoted ON quoted.{WITHIN}"
DERIVED = (
    "quoted", "variant_member", "variant", "facet", "relation", "proposal", "block", "outline", "figure", "claim", "mention",
    "co_speaker", "statement", "finding", "name_token", "alias", "speaker",
)  # fmt: skip


class Comparisons(Part):
    def filed(self, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        with self.database.read() as connection:
            return list(run(connection, FILED, {"ranges": json.dumps(ranges)}))

    def published(self, articles: Iterable[int]) -> dict[int, dt.date | None]:
        found = self.rows_in("SELECT n, day FROM article INDEXED BY ix_article_published WHERE n IN :values", articles)
        return {row["n"]: dt.date.fromisoformat(row["day"]) if row["day"] else None for row in found}

    def neighbours(self, articles: Sequence[int], pick: Pick) -> dict[int, list[Entry]]:
        told = {row["article"]: row["value"] for row in self.rows_in("SELECT * FROM outline WHERE article IN :values", articles)}
        found = self.rows_in(f"{FIGURE} WHERE figure.id IN :values AND {COUNTS}", pick(told.items()))
        found += self.rows_in(f"{FIGURE} WHERE figure.article IN :values AND {COUNTS}", (n for n in articles if n not in told))
        return self._entries_by_article(found)

    def file(self, article_id: str, keys: Sequence[int], outline: str, quoted: Mapping[str, Sequence[int]]) -> None:
        with self.database.transaction() as connection:
            n = select(connection, "SELECT n FROM article WHERE id = :id", id=article_id)[0]["n"]
            run(connection, "DELETE FROM block WHERE article = ?", (n,))
            put_tuples(connection, "block", ("key", "article"), [(key, n) for key in keys])
            run(connection, "DELETE FROM outline WHERE article = ?", (n,))
            put(connection, "outline", outline_rows(n, outline))
            number_by_id = {row["id"]: row["n"] for row in select(connection, "SELECT id, n FROM statement WHERE article = :n", n=n)}
            run(connection, "DELETE FROM quoted WHERE statement IN (SELECT n FROM statement WHERE article = ?)", (n,))
            put_tuples(connection, "quoted", ("key", "statement"), [(key, number_by_id[one]) for one in quoted for key in quoted[one]])

    def entries(self, figures: Sequence[str]) -> list[Entry]:
        """In the order asked for."""
        held = self._entries_by_article(self.rows_in(f"{FIGURE} WHERE figure.id IN :values AND {COUNTS}", figures))
        entry_by_id = {entry.figure.id: entry for entries in held.values() for entry in entries}
        return [entry_by_id[figure] for figure in figures if figure in entry_by_id]

    def _entries_by_article(self, found: Sequence[rows.Row]) -> dict[int, list[Entry]]:
        """In order of storing."""
        headings = self._headings([row["article"] for row in found])
        held: dict[int, list[Entry]] = {}
        for row in sorted(found, key=lambda row: (int(row["article"]), int(row["n"]))):
            held.setdefault(row["article"], []).append(Entry(rows.figure_of(row), headings[row["article"]]))
        return held

    def _headings(self, articles: Iterable[int]) -> dict[int, Heading]:
        found = self.rows_in(f"SELECT article.n, {rows.HEADING} FROM article WHERE n IN :values", articles)
        return {row["n"]: rows.heading_of(row) for row in found}

    def save_pairs(self, pairs: Iterable[Pair]) -> None:
        every = list(pairs)
        with self.database.transaction() as connection:
            numbers = self._figure_numbers(connection, [figure for pair in every for figure in (pair.a, pair.b)])
            known = (pair for pair in every if pair.a in numbers and pair.b in numbers and pair.a != pair.b)
            made = {(numbers[pair.a], numbers[pair.b]): pair for pair in known}
            put_tuples(connection, "relation", RELATION, [relation_row(a, b, pair) for (a, b), pair in made.items()])

    def _figure_numbers(self, connection: Connection, figures: Iterable[str]) -> dict[str, int]:
        found = {}
        for chunk in chunks(figures):
            found.update({row["id"]: row["n"] for row in select(connection, "SELECT id, n FROM figure WHERE id IN :ids", ids=chunk)})
        return found

    def pairs_of(self, figures: Sequence[str], is_linked: bool = False) -> list[Pair]:
        sql = f"{PAIR} WHERE (relation.a IN :values OR relation.b IN :values)"
        if is_linked:
            sql += f" AND relation.relation IN ({LINKED})"
        numbers = [row["n"] for row in self.rows_in("SELECT n FROM figure WHERE id IN :values", figures)]
        found = {(row["a_id"], row["b_id"]): row for row in self.rows_in(sql, numbers)}
        return [compared.pair_of(found[key]) for key in sorted(found)]

    def unclaimed(self, limit: int = 1000) -> list[str]:
        sql = """SELECT figure.id FROM figure JOIN article ON article.n = figure.article
            WHERE figure.claim IS NULL AND NOT figure.dropped AND NOT article.retracted ORDER BY figure.n LIMIT :limit"""
        return [row["id"] for row in self.rows(sql, limit=limit)]

    def replace_pairs(self, figures: Sequence[str], pairs: Iterable[Pair]) -> None:
        with self.database.transaction() as connection:
            numbers = self._figure_numbers(connection, figures)
            binds = [(n, n) for n in numbers.values()]
            if binds:
                run_many(connection, "DELETE FROM relation WHERE a = ? OR b = ?", binds)
            self.save_pairs(pairs)

    def claimed_with(self, figures: Sequence[str]) -> list[str]:
        claims = self.rows_in("SELECT DISTINCT claim FROM figure WHERE id IN :values AND claim IS NOT NULL", figures)
        members = self.rows_in("SELECT id FROM figure WHERE claim IN :values", [row["claim"] for row in claims])
        return list(dict.fromkeys([*figures, *(row["id"] for row in members)]))

    def claims_of(self, figures: Sequence[str]) -> list[Claim]:
        found = self.rows_in("SELECT DISTINCT claim FROM figure WHERE id IN :values AND claim IS NOT NULL", figures)
        return [compared.claim_of(row) for row in self.rows_in("SELECT * FROM claim WHERE n IN :values", [row["claim"] for row in found])]

    def texts(self, figures: Sequence[str]) -> dict[str, int]:
        counted = f"SELECT figure.article, count(*) AS figures FROM figure WHERE {OF_CLAIMS} GROUP BY 1"
        sql = f"SELECT article.id, held.figures FROM ({counted}) held JOIN article ON article.n = held.article"
        return {row["id"]: row["figures"] for row in self.rows(sql, figures=list(figures))}

    def orders(self, figures: Sequence[str]) -> dict[str, Entry]:
        return {row["id"]: rows.order_of(row) for row in self.rows_in(ORDER, figures)}

    def sketches(self, articles: Iterable[str]) -> dict[str, tuple[int, ...]]:
        found = self.rows_in("SELECT id, json_extract(sketch, '$.sketch') AS held FROM article WHERE id IN :values", articles)
        return {row["id"]: tuple(json.loads(row["held"] or "[]")) for row in found}

    def voices(self, figures: Sequence[str], like: Iterable[Voice] | None = None, articles: Iterable[str] = ()) -> dict[str, Voice]:
        sql, binds = VOICE, dict[str, list[str]]()
        if like is not None:
            speakers, sources = {one.speaker for one in like if one.speaker}, {one.source for one in like if not one.speaker}
            binds = {"speakers": sorted(speakers), "sources": sorted(sources), "articles": list(articles)}
            sql = f"SELECT * FROM ({VOICE}) WHERE speaker IN :speakers OR article IN :articles OR speaker IS NULL AND source IN :sources"
        found = self.rows(sql, figures=list(figures), **binds)
        return {row["id"]: Voice(row["speaker"], row["source"], row["article"]) for row in found}

    def widen_claim(self, claim: Claim, new: Sequence[str], old: Sequence[str]) -> None:
        sql = "SELECT claim.* FROM figure JOIN claim ON claim.n = figure.claim WHERE figure.id = :figure"
        with self.database.transaction() as connection:
            kept, *others = (select(connection, sql, figure=figure)[0] for figure in old)
            numbers = list(self._figure_numbers(connection, new).values())
            for row in (kept, *others):
                if row["relation"] is None:
                    numbers += (held["n"] for held in select(connection, "SELECT n FROM figure WHERE claim = :claim", claim=row["n"]))
            owned = [(kept["n"], number) for number in numbers]
            run_many(connection, "UPDATE figure SET claim = ? WHERE n = ?", owned)
            for sql in JOINED:
                run_many(connection, sql, [{"kept": kept["n"], "other": row["n"]} for row in others])
            members = [row for chunk in chunks(numbers) for row in select(connection, MEMBER, figures=chunk)]
            newest = max((day for day in (newest_of(members), *(row["newest"] for row in (kept, *others))) if day), default=None)
            outlets = sorted({*outlets_of(members), *(name for row in (kept, *others) for name in json.loads(row["outlets"]))})
            made = claim_row(kept["n"], claim, kept["state"], newest, outlets)
            run(connection, f"UPDATE claim SET {', '.join(f'{name} = :{name}' for name in made)} WHERE n = :n", made)
            put_new(connection, "facet", facet_rows(kept["n"], claim, members))

    def save_claims(self, claims: Iterable[Claim], states: Mapping[str, str] | None = None, instead_of: Sequence[str] = ()) -> None:
        every = list(claims)
        with self.database.transaction() as connection:
            numbers = self._figure_numbers(connection, [*instead_of, *(figure for claim in every for figure in claim.figures)])
            self._forget_claims(connection, list(numbers.values()))
            self._put_claims(connection, every, numbers, states or {})

    def _forget_claims(self, connection: Connection, figures: Sequence[int]) -> None:
        old: set[int] = set()
        for chunk in chunks(figures):
            sql = "SELECT DISTINCT claim FROM figure WHERE n IN :figures AND claim IS NOT NULL"
            old.update(row["claim"] for row in select(connection, sql, figures=chunk))
        if old:
            run_many(connection, "UPDATE figure SET claim = NULL WHERE claim = ?", [(claim,) for claim in old])
            run_many(connection, "DELETE FROM claim WHERE n = ?", [(claim,) for claim in old])

    def _put_claims(self, connection: Connection, claims: Sequence[Claim], numbers: Mapping[str, int], states: Mapping[str, str]) -> None:
        figures = [[numbers[f] for f in claim.figures if f in numbers] for claim in claims]
        member_by_figure: dict[int, rows.Row] = {}
        for chunk in chunks(figure for members in figures for figure in members):
            member_by_figure.update({row["n"]: row for row in select(connection, MEMBER, figures=chunk)})
        made, facets = [], []
        for n, (claim, held) in enumerate(zip(claims, figures, strict=True), next_number(connection, "claim")):
            members = [member_by_figure[figure] for figure in held if figure in member_by_figure]
            made.append(claim_row(n, claim, states.get(claim.id, "open"), newest_of(members), outlets_of(members)))
            facets += facet_rows(n, claim, members)
        put(connection, "claim", made)
        if owned := [(row["n"], figure) for row, held in zip(made, figures, strict=True) for figure in held]:
            run_many(connection, "UPDATE figure SET claim = ? WHERE n = ?", owned)
        put(connection, "facet", facets)

    def save_quote_variants(self, variants: Iterable[QuoteVariant]) -> None:
        with self.database.transaction() as connection:
            for variant in variants:
                members = rows.listed(variant.statements)
                if select(connection, "SELECT n FROM variant WHERE statements = :members", members=members):
                    continue
                n = next_number(connection, "variant")
                made = {
                    "n": n,
                    "kind": variant.kind.value,
                    "statements": members,
                    "similarity": variant.similarity,
                    "reason": variant.reason,
                }
                put(connection, "variant", [made])
                put_new(connection, "variant_member", [{"statement": s, "variant": n} for s in variant.statements])

    def replace_quote_variants(self, article_id: str, variants: Iterable[QuoteVariant]) -> None:
        with self.database.transaction() as connection:
            sql = """DELETE FROM variant WHERE n IN (SELECT variant FROM variant_member
                JOIN statement ON statement.id = variant_member.statement JOIN article ON article.n = statement.article
                WHERE article.id = ?)"""
            run(connection, sql, (article_id,))
            self.save_quote_variants(variants)

    def quote_variants(self, statements: Sequence[str] = (), offset: int = 0, limit: int = 100) -> list[QuoteVariant]:
        """Least alike first; with statements, those that any of them is in."""
        where, binds = "", {}
        if statements:
            where = "WHERE n IN (SELECT variant FROM variant_member WHERE statement IN :statements)"
            binds = {"statements": list(statements)}
        sql = f"SELECT * FROM variant {where} ORDER BY kind = 'echo', similarity, statements LIMIT :limit OFFSET :offset"
        return [compared.variant_of(row) for row in self.rows(sql, limit=limit, offset=offset, **binds)]

    def quoted_alike(self, article_id: str | None, ranges: Sequence[tuple[int, int]], choose: Choose) -> list[Statement]:
        with self.database.read() as connection:
            chosen = choose(run(connection, FILED_QUOTES, {"ranges": json.dumps(ranges)}))
        sql = f"{STATEMENT} WHERE statement.n IN :values AND article.id IS NOT :article AND NOT statement.dropped"
        found = self.rows_in(sql, chosen, article=article_id)
        return [rows.statement_of(row) for row in sorted(found, key=lambda row: int(row["n"]))]

    def days(self, articles: Iterable[str]) -> dict[str, dt.date | None]:
        found = self.rows_in("SELECT id, day FROM article WHERE id IN :values", articles)
        return {row["id"]: rows.moment(row["day"]) for row in found}

    def clear_derived(self) -> None:
        with self.database.transaction() as connection:
            index.clear_statements(connection)
            run(connection, "UPDATE target SET target = NULL WHERE what IN ('figure', 'statement')")
            index.forget_names(connection)
            for name in DERIVED:
                if name != "mention":
                    run(connection, f"DELETE FROM {name}")


MEMBER = """SELECT figure.n, figure.as_of, article.day, article.outlet, article.id AS article, coalesce(speaker.name, '') AS speaker,
    (SELECT json_group_array(co.name) FROM statement JOIN co_speaker ON co_speaker.statement = statement.n
    JOIN speaker same ON same.n = co_speaker.speaker JOIN speaker co ON co.n = coalesce(same.joined, same.n)
    WHERE statement.id = figure.statement) AS others
    FROM figure JOIN article ON article.n = figure.article
    LEFT JOIN speaker own ON own.n = figure.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)
    WHERE figure.n IN :figures"""


OF_CLAIMS = "figure.claim IN (SELECT claim FROM figure WHERE id IN :figures)"
VOICE = f"""SELECT figure.id, article.id AS article, coalesce(speaker.id,
    CASE WHEN json_extract(figure.value, '$.speaker_id') IS NULL THEN nullif(json_extract(figure.value, '$.speaker'), '') END) AS speaker,
    coalesce(nullif(json_extract(article.sketch, '$.origin'), ''), nullif(article.outlet, ''), article.id) AS source
    FROM figure JOIN article ON article.n = figure.article
    LEFT JOIN speaker own ON own.n = figure.speaker LEFT JOIN speaker ON speaker.n = coalesce(own.joined, own.n)
    WHERE {OF_CLAIMS} AND {COUNTS}"""
ORDER = """SELECT figure.id, figure.as_of, json_extract(figure.value, '$.number[0]', '$.update') AS told, article.published,
    article.id AS article FROM figure JOIN article ON article.n = figure.article WHERE figure.id IN :values"""
JOINED = (
    "UPDATE figure SET claim = :kept WHERE claim = :other",
    "INSERT OR IGNORE INTO facet (facet, value, claim) SELECT facet, value, :kept FROM facet WHERE claim = :other",
    "DELETE FROM claim WHERE n = :other",
)


def newest_of(members: Sequence[rows.Row]) -> str | None:
    return max((day for m in members if (day := m["as_of"] or m["day"])), default=None)


def outlets_of(members: Sequence[rows.Row]) -> list[str]:
    return sorted({m["outlet"] for m in members if m["outlet"]})


def facet_rows(n: int, claim: Claim, members: Sequence[rows.Row]) -> list[dict[str, object]]:
    """A claim of one figure is not counted."""
    if not claim.relation:
        return []
    named = {(name, m[name]) for m in members for name in ("outlet", "speaker", "article") if m[name]}
    named |= {("speaker", name) for m in members if m["others"] != rows.ALONE for name in json.loads(m["others"])}
    return [{"facet": name, "value": value, "claim": n} for name, value in sorted(named)]


def claim_row(n: int, claim: Claim, state: str, newest: str | None, outlets: Sequence[str]) -> dict[str, object]:
    row = compared.claim_row(claim)
    row.update(n=n, state=state, newest=newest, outlets=rows.listed(outlets), attention=attention(claim, state, newest))
    return row


RELATION = ("a", "b", "found", "found_reason", "relation", "reason", "points", "is_again")


def relation_row(a: int, b: int, pair: Pair) -> tuple[object, ...]:
    name = pair.relation.value
    return a, b, name, pair.reason, name, pair.reason, pair.points, pair.is_again
