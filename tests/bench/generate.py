"""Invented articles already read, of any number, made without extraction: a database of a million statements in minutes.

The same seed gives the same readings. `database(statements)` keeps what it made in the temporary folder, by size.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.text import FIRST, SOUNDS
from tracker import compare
from tracker.compare.sides import Side
from tracker.model import (
    Article,
    Bound,
    Document,
    Entry,
    Figure,
    Kind,
    Reading,
    Ready,
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

VERSION = 10
"""Raise it when what is generated, or the schema, changes: the kept database is then made anew."""
STATEMENTS = 12
"""Statements an article; half of them carry a figure."""
DATED = 3
"""One article in so many gives the day of its event."""
WORDS = 80_000
"""From here on names are words of leads; below are those of persons and places."""
LEAD = 9
"""Rare words of a title and lead: so many are in the news read for development."""
PLAIN = (
    "There is more to be said of it by those who were there, and of what they saw before and after; they said so when they were asked. "
    "It is not known how long it will be."
)
"""Stands in every lead that is stored. What is added to them says something else: few words are in all news of ten years."""
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
    """Articles about as many events as a fifth of them, each told by some outlets in figures that differ now and then; in the order in
    which the events happened, as news comes.
    """
    for _, made in told(count, seed):
        yield made


def told(count: int, seed: int) -> Iterator[tuple[int, Reading]]:
    """Each reading with the number of its event."""
    source = random.Random(seed)
    events = max(1, count // 5)
    for number, event in enumerate(sorted((source.randrange(events) for _ in range(count)), key=first_day)):
        yield event, reading(source, number, event)


def first_day(event: int) -> dt.date:
    """Ten years of them; where it happens in one place again and again, every three weeks or so."""
    return dt.date(2015, 1, 1) + dt.timedelta(days=(event * 7 + event // 100 * 13) % 3600)


def reading(source: random.Random, number: int, event: int, plain: str = PLAIN) -> Reading:
    """plain — the end of its lead."""
    place, cause = place_of(event), CAUSES[event % len(CAUSES)]
    day = first_day(event) + dt.timedelta(days=source.randrange(4))
    lead = f"{cause.capitalize()} in {place}: {' '.join(spelled(WORDS + common(source)) for _ in range(LEAD))}. {plain}"
    pieces, spots, at = [lead], [], len(lead) + 1
    for turn in range(STATEMENTS):
        person = (event * 31 + turn * 7) % 60_000
        name = f"{FIRST[person % len(FIRST)]} {LAST[person // 16 % len(LAST)] if person < 240 else spelled(person)}"
        value = f"{(event * 37 % 887 + 20 + source.choice((0, 0, 0, 1, 40))):,}" if turn % 2 == 0 else ""
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
    return read(article, spots, place, cause, day, first_day(event) if number % DATED == 0 else None)


def common(source: random.Random) -> int:
    """A number up to 20,000, the low ones often: words of a language fall so, the first few hundred, which tell nothing, left out."""
    return int(40 * 500 ** source.random())


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
    """Store articles with all that was read in them, a batch a transaction, and what comparing them comes to: the articles of one place at
    once, for no figure here is of two.
    """
    sides_by_place: dict[str, list[Side]] = {}
    last: dict[str, dt.date] = {}
    made = told(count, seed)
    while batched := list(itertools.islice(made, batch)):
        with store.transaction():
            for event, reading in batched:
                heading = compare.heading(reading)
                sides = compare.sides(Entry(figure, heading) for figure in reading.figures)
                keys = {reading.article.id: compare.keys(sides)}
                store.add_new([(Document(reading.article), Ready(reading, heading, keys, outline=compare.outline(sides)))])
                sides_by_place.setdefault(place_of(event), []).extend(sides)
                last[place_of(event)] = first_day(event)
            today = first_day(batched[-1][0])
            past = [place for place, day in last.items() if place not in PLACES and (today - day).days > LONG_AGO]
            settle(store, [sides_by_place.pop(place) for place in past])
            for place in past:
                del last[place]
    with store.transaction():
        settle(store, sides_by_place.values())


LONG_AGO = 40
"""Days after which nothing more is told of an event whose place is in the news once."""


def settle(store: Store, groups: Iterable[list[Side]]) -> None:
    pairs, claims = [], []
    for sides in groups:
        found = compare.relate(sides, ())
        pairs += found
        claims += compare.claims(sides, found)
    store.save_pairs(pairs)
    store.save_claims(claims)


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
