"""What comparing needs of an article without its text: the words of its title and lead, its places and days, its origin, its sketch."""

from __future__ import annotations

import datetime as dt
import re

from tracker.compare import origins, words
from tracker.model import Heading, Reading, SpeakerKind

LEAD = 300
"""Characters of the text that are taken for its lead: the first sentence or two say what the article is about."""

WHERE = re.compile(r"\b(?:in|at|off|near|outside) ((?:[A-Z][\w’-]+)(?: [A-Z][\w’-]+)?)(?![\w’'])")
"""Where a title says it was, in a title's own way of writing: "Floods Displace Thousands in Oru"."""


def heading(reading: Reading) -> Heading:
    article = reading.article
    return Heading(
        article.id,
        article.title,
        article.outlet,
        article.authors,
        article.published,
        article.url,
        article.archive_url,
        event_words=event_words(reading),
        places=places(reading),
        days=days(reading),
        origin=origins.credited(article) or article.outlet,
        sketch=origins.sketch(article.text),
    )


def event_words(reading: Reading) -> tuple[str, ...]:
    """Stems of the title and of the lead that tell something, in order, once each; the outlet's own name is none, a town in it is one:
    "Floods in Tarn", writes the Tarn Argus. Nor is the name of a person who speaks further on.
    """
    text = words.no_event().sub(" ", f"{reading.article.title or ''}\n{lead(reading)}")
    if outlet := reading.article.outlet:
        text = re.sub(rf"\b{re.escape(outlet)}\b", " ", text, flags=re.IGNORECASE)
    told = people(reading)
    return tuple(dict.fromkeys(stem for stem in words.stems(text) if words.weight(stem) and stem not in told))


def people(reading: Reading) -> frozenset[str]:
    """Stems of the family names of the persons who speak."""
    names = (s.speaker.split()[-1] for s in reading.statements if s.speaker and s.speaker_kind is SpeakerKind.PERSON)
    return frozenset(stem for stem in words.folded(tuple(names)) if words.weight(stem) > 1)


def lead(reading: Reading) -> str:
    """The lead without the names of those who speak: who tells of an event does not name it."""
    text = reading.article.text[:LEAD]
    spoken = [part.span for s in reading.statements for part in (s.mention, *s.via) if part and part.start < LEAD]
    for span in spoken:
        text = text[: span.start] + " " * (min(span.end, len(text)) - span.start) + text[span.end :]
    return text


def places(reading: Reading) -> tuple[str, ...]:
    """Places named in the title or the lead, as printed, in order, once each."""
    title = reading.article.title or ""
    found = [reading.article.place] if reading.article.place else []
    found += [name.text for name in reading.names if name.kind == "place" and (name.span.start < LEAD or name.text in title)]
    found += [place for figure in reading.figures if figure.span.start < LEAD for place in figure.scope.places]
    found += [match[1] for match in WHERE.finditer(title) if all(words.weight(stem) > 1 for stem in words.stems(match[1]))]
    return tuple(dict.fromkeys(found))


def days(reading: Reading) -> tuple[dt.date, ...]:
    """Days of events that the figures of the lead give, ascending."""
    return tuple(sorted({f.scope.event_day for f in reading.figures if f.scope.event_day and f.span.start < LEAD}))
