"""Pronouns that were credited with something, annotated in the development text as offsets of the pronoun and of whom it means."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from tracker.extract import extract
from tracker.model import Article, Words
from tracker.resolve.cast import Cast
from tracker.resolve.within import within

GOLD = Path(__file__).parent.parent / "gold" / "pronouns.json"


def resolved(text: str, start: int, end: int) -> str:
    """The name of whom the pronoun is taken for, with every form of it."""
    reading = within(extract(Article(text)))
    for statement in reading.statements:
        if statement.mention is not None and statement.mention.start == start:
            return " ".join(n for s in reading.speakers if s.id == statement.speaker_id for n in (s.name, *s.variants))
    before = [s.speaker_id for s in reading.statements if s.mention is not None and s.mention.start < start and s.speaker_id]
    cast = Cast(reading)
    keys = cast.keys(Words.at(text, start, end), before[-1] if before else None)
    return " ".join(n for key in keys[:1] for n in (cast.known[key].name, *cast.known[key].variants))


def test_four_of_five_pronouns_mean_whom_a_reader_takes_them_for(corpus: Path) -> None:
    with (corpus / "dev" / "quotes.jsonl").open(encoding="utf-8") as lines:
        texts = {sha256(row["id"].encode()).hexdigest()[:16]: row["text"] for row in map(json.loads, lines)}
    right, missed = 0, []
    gold = json.loads(GOLD.read_text("utf-8"))
    for row in gold:
        text = texts[row["article"]]
        wanted = text[slice(*row["antecedent"])].split()[-1].strip(".,’'s")
        found = resolved(text, row["start"], row["end"])
        right += wanted in found
        missed += [] if wanted in found else [f"{text[row['start'] : row['end']]} is {wanted}, not {found}"]
    print(*missed, sep="\n")
    assert right >= 0.85 * len(gold)
