"""Invented news text for measuring: about 600 words an article, quotations, indirect speech, figures and plain narration."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from tracker.model import Article

SOUNDS = (
    "ba",
    "dor",
    "el",
    "fen",
    "gar",
    "hal",
    "is",
    "kes",
    "lun",
    "mar",
    "nor",
    "or",
    "pel",
    "quar",
    "ros",
    "sel",
    "tam",
    "ul",
    "ver",
    "wen",
)
FIRST = (
    "Ana",
    "Petr",
    "Lena",
    "Tomas",
    "Samira",
    "Jan",
    "Milo",
    "Irena",
    "Kofi",
    "Aiko",
    "Rosa",
    "Emil",
    "Nadia",
    "Oskar",
    "Yara",
    "Pavel",
)
TITLES = ("Mayor", "Colonel", "Dr", "Interior Minister", "aid worker", "fire chief", "Governor", "")
BODIES = ("the health ministry", "the Red Cross", "the interior ministry", "rescue services", "the regional government", "police")
CAUSES = ("an earthquake", "a flood", "an air strike", "a factory fire", "a ferry accident", "a landslide")
COMMON = (
    "we", "the", "must", "never", "many", "after", "their", "need", "every", "water",
    "people", "house", "night", "children", "road", "help", "could", "about", "work", "right",
    "long", "other", "place", "found", "still", "school", "family", "leave", "world", "number",
)  # fmt: skip
PLAIN = (
    "Roads into the area remained closed and trucks waited along the highway for a second night.",
    "Shops opened for a few hours in the morning before the wind rose again.",
    "Schools across the province have been used as shelters since the weekend, and classes are held in tents.",
    "The two governments have argued for years over who should maintain the dam and the canals below it.",
    "Power was restored to parts of the old town, though hospitals still ran on generators.",
)


def articles(count: int, seed: int = 7) -> Iterator[Article]:
    """The same articles for the same seed. Three articles an event on the average; no two events share a place."""
    source = random.Random(seed)
    events = [event(source) for _ in range(max(1, count // 3))]
    for number in range(count):
        place, cause, people, first = source.choice(events)
        body = "\n\n".join(paragraph(source, place, cause, people) for _ in range(13))
        title = f"Toll from {cause.split(' ', 1)[1]} in {place} rises to {source.randrange(10, 900)}"
        day = first + dt.timedelta(days=source.randrange(6))
        yield Article(f"{title}\n\n{body}\n\nReport number {number}.", title=title, outlet=f"Courier {number % 40}", published=day)


def event(source: random.Random) -> tuple[str, str, list[str], dt.date]:
    """Where, what, who speaks of it, and when it began."""
    people = [f"{source.choice(TITLES)} {source.choice(FIRST)} {name(source)}".strip() for _ in range(4)]
    return name(source), source.choice(CAUSES), people, dt.date(2021, 1, 1) + dt.timedelta(days=source.randrange(900))


def name(source: random.Random) -> str:
    return "".join(source.choices(SOUNDS, k=3)).capitalize()


def saying(source: random.Random) -> str:
    """Nine words, every other one from thousands: people say different things, and seldom the same twice."""
    return " ".join(f"{source.choice(COMMON)} {name(source).lower()}" for _ in range(4)) + " again"


def paragraph(source: random.Random, place: str, cause: str, people: list[str]) -> str:
    """One attributed sentence or figure among plain ones: news holds about a figure in a hundred words."""
    person, body = source.choice(people), source.choice(BODIES)
    few, many = source.randrange(2, 40), source.randrange(100, 9000)
    said = (
        f"At least {many:,} people were killed and {few} wounded when {cause} struck {place} on Monday, {body} said.",
        f"“We have teams in {place} and {saying(source)},” {person} told reporters. “{saying(source).capitalize()}.”",
        f"{person} said that the search would go on, and that families would be told first.",
        f"According to {body}, around {many:,} residents have been evacuated since Sunday.",
        f"{body.capitalize()} denied that warnings had come too late, and called the criticism “unfair to the crews”.",
        f"“In {place} {saying(source)},” said {person}, who grew up there.",
    )
    return " ".join([source.choice(said), *source.sample(PLAIN, 2)])
