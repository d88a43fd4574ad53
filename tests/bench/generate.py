"""Invented articles already read, of any number, made without extraction: a database of a million statements in minutes.

The same seed gives the same readings. `database(statements)` keeps what it made in the temporary folder, by size.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.text import FIRST, SOUNDS
from tracker import compare
from tracker.model import (
    Article,
    Bound,
    Claim,
    Document,
    Entry,
    Figure,
    Kind,
    Pair,
    Reading,
    Relation,
    Role,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
    Words,
    content_hash,
)
from tracker.store import open_store
from tracker.store.base import Store

VERSION = 4
"""Raise it when what is generated, or the schema, changes: the kept database is then made anew."""
STATEMENTS = 12
"""Statements an article; half of them carry a figure."""
DATED = 3
"""One article in so many gives the day of its event."""
LAST = (
    "Ruiz",
    "Halas",
    "Okafor",
    "Weld",
    "Noor",
    "Broek",
    "Tarn",
    "Ilves",
    "Mensah",
    "Sato",
    "Pereira",
    "Kranz",
    "Haddad",
    "Lund",
    "Vega",
)
PLACES = (
    "Varna Bay",
    "Port Elm",
    "Kestrel",
    "Ostrow",
    "Maridia",
    "Halden",
    "Sorrel",
    "Tamsin",
    "Orlo",
    "Brisk",
    "Quell",
    "Dunmore",
)
CAUSES = ("quake", "flood", "strike", "blaze", "landslide", "storm", "collision", "outbreak", "raid", "explosion")
METRICS = ("killed", "injured", "missing", "displaced", "evacuated", "rescued")
THINGS = (
    "the bridge",
    "the northern road",
    "schools",
    "the harbour wall",
    "clean water",
    "power lines",
    "the old market",
    "field hospitals",
    "the dam",
    "rail traffic",
    "grain stores",
    "the airport",
    "fuel",
    "volunteers",
    "tents",
    "the river police",
)
VERBS = (
    "will reopen",
    "cannot be reached",
    "have been inspected",
    "need repair",
    "were closed",
    "are running out",
    "held firm",
    "must wait",
)
WHENS = (
    "before the weekend",
    "by nightfall",
    "within days",
    "for a third week",
    "despite the rain",
    "as aid arrives",
    "until further notice",
)


def readings(count: int, seed: int = 11) -> Iterator[Reading]:
    """Articles about as many events as a fifth of them, each told by some outlets in figures that differ now and then."""
    source = random.Random(seed)
    events = max(1, count // 5)
    for number in range(count):
        yield reading(source, number, source.randrange(events))


def reading(source: random.Random, number: int, event: int) -> Reading:
    place, cause = place_of(event), CAUSES[event % len(CAUSES)]
    day = dt.date(2015, 1, 1) + dt.timedelta(days=event * 7 % 3600 + source.randrange(4))
    pieces, spots, at = [], [], 0
    for turn in range(STATEMENTS):
        person = (event * 31 + turn * 7) % 60_000
        name = f"{FIRST[person % len(FIRST)]} {LAST[person // 16 % len(LAST)] if person < 240 else spelled(person)}"
        value = f"{(event * 37 % 900 + 20 + source.choice((0, 0, 0, 1, 40))):,}" if turn % 2 == 0 else ""
        metric = METRICS[turn // 2 % len(METRICS)]
        said = f"{source.choice(THINGS)} {source.choice(VERBS)} {source.choice(WHENS)}"
        content = f"{value} people were {metric} in {place} and {said}" if value else f"{said} and {source.choice(THINGS)} too"
        sentence = f"{name} said {content}."
        spots.append((at, name, content, value, metric))
        pieces.append(sentence)
        at += len(sentence) + 1
    article = Article(
        " ".join(pieces) + f"\n\nReport {number}.",
        title=f"{cause.capitalize()} in {place}",
        outlet=f"Courier {number % 60}",
        published=day,
        url=f"https://courier.example/{number}",
    )
    return read(article, spots, place, cause, day, day if number % DATED == 0 else None)


def place_of(event: int) -> str:
    """A few places are in the news again and again, most of them once."""
    if event % 100 < len(PLACES):
        return PLACES[event % 100]
    return spelled(event)


def spelled(number: int) -> str:
    """A name of its own for each number."""
    made = ""
    for _ in range(4):
        number, sound = divmod(number, len(SOUNDS))
        made += SOUNDS[sound]
    return made.capitalize()


def read(
    article: Article, spots: list[tuple[int, str, str, str, str]], place: str, cause: str, day: dt.date, event_day: dt.date | None
) -> Reading:
    statements, figures, speakers = [], [], {}
    for at, name, content, value, metric in spots:
        speaker = Speaker(content_hash("speaker", name), name, SpeakerKind.PERSON, (name,))
        speakers[speaker.id] = speaker
        start = at + len(name) + 6
        said = Words(at + len(name) + 1, at + len(name) + 5, "said")
        statement = Statement(
            article.id,
            Kind.INDIRECT,
            (Span(start, start + len(content)),),
            content,
            Words(at, at + len(name), name),
            said,
            found_by="generated",
            confidence=0.9,
            speaker=name,
            speaker_kind=SpeakerKind.PERSON,
            speaker_id=speaker.id,
            speakers=(name,),
        )
        statements.append(statement)
        if value:
            span = Span(start, start + len(value))
            number = int(value.replace(",", ""))
            scope = Scope("people", place=place, places=(place,), event=f"{cause} in {place}", event_words=(cause,), event_day=event_day)
            figures.append(
                Figure(
                    article.id,
                    span,
                    span,
                    value,
                    number,
                    number,
                    Bound.EXACT,
                    metric=metric,
                    counted="people",
                    scope=scope,
                    role=Role.TOTAL,
                    as_of=day,
                    statement=statement.id,
                    speaker=name,
                    speaker_id=speaker.id,
                    interval=(number, number),
                )
            )
    return Reading(article, tuple(statements), tuple(figures), (), (), tuple(speakers.values()))


def fill(store: Store, count: int, seed: int = 11, batch: int = 500) -> None:
    """Store articles with all that was read in them, a batch a transaction, and claims of the figures of one event and metric."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    made = readings(count, seed)
    done = 0
    while done < count:
        with store.transaction():
            for reading in (next(made) for _ in range(min(batch, count - done))):
                heading = compare.heading(reading)
                entries = [Entry(figure, heading) for figure in reading.figures]
                keys = {entry.figure.id: compare.block_keys(entry) for entry in entries}
                store.add(Document(reading.article), reading, heading, keys)
                for entry in entries:
                    groups.setdefault((entry.figure.scope.place or "", entry.figure.metric), []).append(entry)
                done += 1
    claim(store, groups)


def claim(store: Store, groups: dict[tuple[str, str], list[Entry]], batch: int = 2000) -> None:
    every = list(groups.items())
    for at in range(0, len(every), batch):
        with store.transaction():
            pairs, claims = [], []
            for (place, metric), entries in every[at : at + batch]:
                figures = [entry.figure for entry in entries]
                made = [pair(a, b) for a, b in itertools.pairwise(figures)]
                pairs += made
                claims.append(claim_of(place, metric, figures, made))
            store.save_pairs(pairs)
            store.save_claims(claims)


def pair(a: Figure, b: Figure) -> Pair:
    relation = Relation.CORROBORATES if a.low == b.low else Relation.CONFLICT
    return Pair(a.id, b.id, relation, f"{a.words} and {b.words} of one day")


def claim_of(place: str, metric: str, figures: list[Figure], pairs: list[Pair]) -> Claim:
    relations = {pair.relation for pair in pairs}
    relation = Relation.CONFLICT if Relation.CONFLICT in relations else next(iter(relations), None)
    values = [figure.low for figure in figures if figure.low is not None]
    return Claim(
        figures[0].id,
        f"{metric} — {place}",
        metric,
        "people",
        None,
        place,
        None,
        relation,
        tuple(figure.id for figure in figures),
        len({figure.speaker for figure in figures}),
        "generated",
        min(values),
        max(values),
    )


def database(statements: int) -> Path:
    """A database of that many statements, made once a machine and kept."""
    path = Path(tempfile.gettempdir()) / f"tracker-bench-{VERSION}-{statements}.db"
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        store = open_store(making)
        fill(store, statements // STATEMENTS + 1)
        store.close()
        making.rename(path)
    return path
