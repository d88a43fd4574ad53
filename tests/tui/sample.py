"""An invented ferry accident in a real store: three claims, a disagreement on the dead, two speakers that may be one, hostile text.

Values are made by hand and not by the extractor, so that a screen's test fails for the screen's reasons only.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from tracker.model import (
    Article,
    Bound,
    Claim,
    Document,
    Figure,
    Finding,
    Heading,
    Kind,
    Match,
    Pair,
    Reading,
    Relation,
    Sameness,
    Scope,
    Span,
    Speaker,
    SpeakerKind,
    SpeakerProposal,
    Statement,
    Words,
)
from tracker.store import open_store
from tracker.store.base import Store

HOSTILE = "[sic] a [/] b [b c [@click=app.quit]x[/] \x1b[31mred\x07 \u202etxet\u202c \u200bz [bold]loud[/bold]"

POST = (
    "Ferry sinks off Port Almara\n\n"
    "At least 340 people drowned when the ferry went down on Monday, Mayor Ines Okafor told Delta Wire. "
    "“We [the city] lost three hundred and forty [sic] of our own,” she said. [/] The quay was closed.\n\n"
    "Forty passengers were hurt, the harbour office said."
)
GAZETTE = (
    "Fewer dead than feared\n\n"
    "Around 210 people drowned off Port Almara, and 65 were hurt.\n\n"
    "“Nobody should trust the first number,” said I. Okafor, the mayor. "
    "“It was never three hundred,” the harbourmaster said."
)
TIMES = (
    "Third day of searching\n\n"
    "The count of the hurt has risen to 90, according to 李明 of the Red Lantern clinic. "
    "علي حسن, a diver, said that the hull “lies on its side”.\n\n"
    "338 people drowned, a register shows."
)


@dataclass(frozen=True)
class Sample:
    store: Store
    figures: dict[str, Figure]
    articles: dict[str, Article]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def words_at(text: str, words: str) -> Words:
    return Words.at(text, *at(text, words))


def figure(article: Article, words: str, number: str, value: int, metric: str, day: dt.date, **more: object) -> Figure:
    span, inner = at(article.text, words), at(article.text, number)
    values: dict[str, object] = {
        "low": value,
        "high": value,
        "interval": (value, value),
        "as_of": day,
        "scope": Scope(place="Port Almara"),
        **more,
    }
    return Figure(article.id, span, inner, words, metric=metric, **values)  # type: ignore[arg-type]


def said(article: Article, content: str, speaker: Speaker, mention: str, cue: str, kind: Kind = Kind.DIRECT, via: str = "") -> Statement:
    text = article.text
    return Statement(
        article.id,
        kind,
        (at(text, content),),
        content,
        words_at(text, mention),
        words_at(text, cue),
        (words_at(text, via),) if via else (),
        found_by="quotation before its cue",
        confidence=0.9,
        speaker=speaker.name,
        speaker_kind=speaker.kind,
        speaker_id=speaker.id,
        speakers=(speaker.name,),
    )


OKAFOR = Speaker(
    "s-okafor", "Ines Okafor", SpeakerKind.PERSON, ("Ines Okafor", "Mayor Ines Okafor"), (("Mayor", dt.date(2031, 3, 4), None),)
)
INITIAL = Speaker("s-initial", "I. Okafor", SpeakerKind.PERSON, ("I. Okafor",))
OFFICE = Speaker("s-office", "harbour office", SpeakerKind.ORGANISATION, ("the harbour office",))
LI = Speaker("s-li", "李明", SpeakerKind.PERSON, ("李明",))
ALI = Speaker("s-ali", "علي حسن", SpeakerKind.PERSON, ("علي حسن",))


def build(where: Path | str) -> Sample:
    """A new database with the sample in it."""
    store = open_store(where)
    post = Article(
        POST, title="Ferry sinks off Port Almara", outlet="Harbour Post", published=dt.date(2031, 3, 4), url="https://post.example/1"
    )
    gazette = Article(GAZETTE, title="Fewer dead than feared", outlet="Almara Gazette", published=dt.date(2031, 3, 5))
    times = Article(TIMES, title="Third day of searching [live]", outlet="Coast Times", published=dt.date(2031, 3, 6))
    d4, d5, d6 = (dt.date(2031, 3, day) for day in (4, 5, 6))
    toll = said(
        post,
        "At least 340 people drowned when the ferry went down on Monday",
        OKAFOR,
        "Mayor Ines Okafor",
        "told",
        Kind.INDIRECT,
        "Delta Wire",
    )
    lost = said(post, "We [the city] lost three hundred and forty [sic] of our own,", OKAFOR, "she", "said")
    hurt = said(post, "Forty passengers were hurt", OFFICE, "the harbour office", "office said", Kind.INDIRECT)
    trust = said(gazette, "Nobody should trust the first number,", INITIAL, "I. Okafor", "said")
    risen = said(times, "The count of the hurt has risen to 90", LI, "李明", "according to", Kind.INDIRECT)
    hull = said(times, "lies on its side", ALI, "علي حسن", "said", Kind.MIXED)
    credit = {"speaker": OKAFOR.name, "speaker_id": OKAFOR.id}
    at_least = {"bound": Bound.AT_LEAST, "high": None, "interval": (340, 425), "via": ("Delta Wire",), "statement": toll.id}
    around = {"bound": Bound.APPROX, "interval": (200, 220), "as_of_guess": "published a day later"}
    figures = {
        "340": figure(post, "At least 340", "340", 340, "killed", d4, **at_least, **credit),
        "210": figure(gazette, "Around 210", "210", 210, "killed", d4, **around),
        "338": figure(times, "338", "338", 338, "killed", d6),
        "40": figure(post, "Forty", "Forty", 40, "injured", d4, speaker=OFFICE.name, speaker_id=OFFICE.id, statement=hurt.id),
        "65": figure(gazette, "65", "65", 65, "injured", d5),
        "90": figure(times, "90", "90", 90, "injured", d6, speaker=LI.name, speaker_id=LI.id, statement=risen.id),
    }
    finding = Finding("weekday_mismatch", "Monday was the 3rd, not the 4th", post.id, at(POST, "on Monday"))
    readings = (
        Reading(post, (toll, lost, hurt), (figures["340"], figures["40"]), (finding,), speakers=(OKAFOR, OFFICE)),
        Reading(gazette, (trust,), (figures["210"], figures["65"]), speakers=(INITIAL,)),
        Reading(times, (risen, hull), (figures["338"], figures["90"]), speakers=(LI, ALI)),
    )
    store.save_speakers((OKAFOR, INITIAL, OFFICE, LI, ALI))
    for reading in readings:
        a = reading.article
        store.add(Document(a), reading, Heading(a.id, a.title, a.outlet, published=a.published, url=a.url))
    store.save_proposals([SpeakerProposal(OKAFOR.id, INITIAL.id, Match(0.81, Sameness.MAYBE, "the surname is the same; I. may be Ines"))])
    save_claims(store, figures)
    return Sample(store, figures, {"post": post, "gazette": gazette, "times": times})


def save_claims(store: Store, figures: dict[str, Figure]) -> None:
    def pair(a: str, b: str, relation: Relation, reason: str) -> Pair:
        return Pair(figures[a].id, figures[b].id, relation, reason)

    apart = "340 and more against 200 to 220 for one day: they cannot both be true [sic]"
    store.save_pairs(
        [
            pair("340", "210", Relation.CONFLICT, apart),
            pair("210", "338", Relation.CONFLICT, "210 against 338: too far apart for a closed event"),
            pair("340", "338", Relation.COMPATIBLE, "within 4 %"),
            pair("40", "65", Relation.RUNNING_TOTAL, "the count of the hurt grows"),
            pair("65", "90", Relation.RUNNING_TOTAL, "the count of the hurt grows"),
        ]
    )
    dead = [figures[name].id for name in ("340", "210", "338")]
    hurt = [figures[name].id for name in ("40", "65", "90")]
    place, conflict, total = "Port Almara", Relation.CONFLICT, Relation.RUNNING_TOTAL
    event = "ferry accident [off Port Almara], 4 Mar 2031"
    store.save_claims(
        [
            Claim("c-dead", f"killed — {event}", "killed", "people", event, place, None, conflict, tuple(dead), 3, apart, 210, 340),
            Claim("c-hurt", f"injured — {event}", "injured", "passengers", event, place, None, total, tuple(hurt), 3, "grows", 40, 90),
        ]
    )
