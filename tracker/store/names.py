"""Speakers as they are written: their rows, every form of their names, and the numbers that statements carry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from tracker import coding
from tracker.model import Reading, Speaker, SpeakerKind, Statement
from tracker.store import belonging, index, rows
from tracker.store.part import Part, next_number, put, put_new, run
from tracker.text import lookup, offices

RENAMED = f"""UPDATE OR REPLACE facet SET value = :new WHERE facet = 'speaker' AND value = :old
    AND claim IN (SELECT claim FROM figure WHERE {belonging.SAID.format("(:n)")})"""
"""Claims are counted under the name that a speaker has now."""


class Names(Part):
    def save_speakers(self, speakers: Iterable[Speaker]) -> None:
        """New ones are stored; known ones get what is new of their names and roles."""
        with self.database.transaction() as connection:
            self._save_speakers(connection, list({speaker.id: speaker for speaker in speakers}.values()))

    def _save_speakers(self, connection: Connection, speakers: Sequence[Speaker]) -> None:
        if not speakers:
            return
        sql = "SELECT id, n, name, overruled, value FROM speaker WHERE id IN :values"
        known = {row["id"]: row for row in self.rows_in(sql, [speaker.id for speaker in speakers])}
        made = {speaker.id: rows.speaker_row(speaker) for speaker in speakers}
        n = next_number(connection, "speaker")
        changed = []
        for speaker in speakers:
            row, old = made[speaker.id], known.get(speaker.id)
            if old is None:
                row["n"], n = n, n + 1
                row.update(statements=0, overruled=False)
                changed.append(speaker)
            elif old["value"] != row["value"]:
                row["n"] = old["n"]
                sql = """UPDATE speaker SET value = :value, name = CASE WHEN overruled THEN name ELSE :name END,
                    kind = CASE WHEN overruled THEN kind ELSE :kind END WHERE n = :n"""
                run(connection, sql, row)
                if old["name"] != speaker.name and not old["overruled"]:
                    run(connection, RENAMED, {"old": old["name"], "new": speaker.name, "n": old["n"]})
                if named(coding.of_text(Speaker, old["value"])) != named(speaker):
                    self._forget_names(connection, old["n"])
                    changed.append(speaker)
        put(connection, "speaker", [made[speaker.id] for speaker in changed if speaker.id not in known])
        self._put_names(connection, [(speaker, made[speaker.id]["n"]) for speaker in changed])

    def _forget_names(self, connection: Connection, n: int) -> None:
        index.forget_names(connection, n)
        run(connection, "DELETE FROM alias WHERE speaker = ?", (n,))
        run(connection, "DELETE FROM name_token WHERE speaker = ?", (n,))

    def _put_names(self, connection: Connection, speakers: Sequence[tuple[Speaker, int]]) -> None:
        """Unnamed speakers are never joined, so nothing looks for their names."""
        aliases, tokens, grams = [], set(), []
        gram = index.next_gram(connection)
        for speaker, n in speakers:
            is_named = speaker.kind is not SpeakerKind.UNNAMED
            tokens |= {(f"~{key}", n) for key in lookup.filed_for(speaker)}
            for ordinal, name in enumerate(dict.fromkeys((speaker.name, *speaker.variants))):
                aliases.append({"speaker": n, "ordinal": ordinal, "name": name, "gram": gram if is_named else None})
                if is_named:
                    tokens |= {(f"role {word}", n) for title, _, _ in offices.of(speaker) for word in offices.said(title)}
                    tokens |= {(token, n) for token in rows.folded(name) if len(token) > 1}
                    grams.append((gram, name, n))
                    gram += 1
        put(connection, "alias", aliases)
        put_new(connection, "name_token", [{"token": token, "speaker": n} for token, n in sorted(tokens)])
        index.add_names(connection, grams)

    def _speaker_numbers(self, connection: Connection, readings: Iterable[Reading]) -> dict[str, int]:
        """Numbers of every speaker credited; one never saved is stored by its name."""
        known: dict[str, Speaker] = {}
        asked: set[str] = set()
        for reading in readings:
            known.update((speaker.id, speaker) for speaker in reading.speakers if speaker.id not in known)
            for statement in reading.statements:
                if statement.speaker_id and statement.speaker_id not in known:
                    known[statement.speaker_id] = speaker_named(statement)
            asked.update(f.speaker_id for f in reading.figures if f.speaker_id)
        asked |= known.keys()
        found = self._numbers_of(asked)
        self._save_speakers(connection, [speaker for speaker in known.values() if speaker.id not in found])
        return found if len(found) == len(asked) else self._numbers_of(asked)

    def _numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        return {row["id"]: row["n"] for row in self.rows_in("SELECT id, n FROM speaker WHERE id IN :values", ids)}


def named(speaker: Speaker) -> tuple[object, ...]:
    """What a speaker is looked up by; the days of its roles are not."""
    return speaker.kind, speaker.name, speaker.variants, [title for title, _, _ in speaker.roles]


def speaker_named(statement: Statement) -> Speaker:
    name = statement.speaker or (statement.mention.text if statement.mention else "")
    return Speaker(statement.speaker_id or "", name, statement.speaker_kind or SpeakerKind.PERSON, (name,))
