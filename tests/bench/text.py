"""Invented news text for measuring: about 600 words an article, quotations, indirect speech, figures and plain narration."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from tracker.model import Article

PLACES = ("Varna Bay", "Port Elm", "Kestrel Valley", "the Ostrow district", "northern Maridia", "Halden", "the river delta", "Sorrel Hills")
PEOPLE = ("Mayor Ana Ruiz", "Colonel Petr Halas", "Dr Lena Okafor", "Interior Minister Tomas Weld", "aid worker Samira Noor", "Jan Broek")
BODIES = ("the health ministry", "the Red Cross", "the interior ministry", "rescue services", "the regional government", "police")
CAUSES = ("an earthquake", "a flood", "an air strike", "a factory fire", "a ferry accident", "a landslide")
PLAIN = (
    "Roads into the area remained closed and trucks waited along the highway for a second night.",
    "Shops opened for a few hours in the morning before the wind rose again.",
    "Schools across the province have been used as shelters since the weekend, and classes are held in tents.",
    "The two governments have argued for years over who should maintain the dam and the canals below it.",
    "Power was restored to parts of the old town, though hospitals still ran on generators.",
)


def articles(count: int, seed: int = 7) -> Iterator[Article]:
    """The same articles for the same seed."""
    source = random.Random(seed)
    for number in range(count):
        place, cause = source.choice(PLACES), source.choice(CAUSES)
        day = dt.date(2021, 1, 1) + dt.timedelta(days=source.randrange(900))
        body = "\n\n".join(paragraph(source, place, cause) for _ in range(14))
        title = f"Toll from {cause.split(' ', 1)[1]} in {place} rises to {source.randrange(10, 900)}"
        yield Article(f"{title}\n\n{body}\n\nReport number {number}.", title=title, outlet=f"Courier {number % 40}", published=day)


def paragraph(source: random.Random, place: str, cause: str) -> str:
    person, body = source.choice(PEOPLE), source.choice(BODIES)
    few, many = source.randrange(2, 40), source.randrange(100, 9000)
    return " ".join(
        source.sample(
            [
                f"At least {many:,} people were killed and {few} wounded when {cause} struck {place} on Monday, {body} said.",
                f"“We have {few} teams in {place} and we need many more,” {person} told reporters. “Nobody slept last night.”",
                f"{person} said that the number of missing had risen to {few}, and that families would be told first.",
                f"According to {body}, around {many:,} residents have been evacuated since Sunday.",
                f"{body.capitalize()} denied that warnings had come too late, and called the criticism “unfair to the crews”.",
                *source.sample(PLAIN, 3),
            ],
            4,
        )
    )
