"""Statements by speaker, words, outlet, date. One query language for the screen and the command line.

speaker:okafor "flood relief" after:2023-10 has:figure
"""

from __future__ import annotations

import calendar
import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace
from typing import Any

from tracker.model import Hits, Kind, Profile, Query, Relation, Speaker, SpeakerKind
from tracker.store.base import Store
from tracker.text import offices
from tracker.text.wanted import Term, terms, wanted

OPERATORS = ("speaker", "outlet", "before", "after", "kind", "via", "has", "metric", "place", "relation", "state", "case", "near")
PIECE = re.compile(r'(?P<name>[A-Za-z]+):(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))|(?P<rest>"[^"]*"\*?|\S+)')
DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
RANKED = 1000
"""Matches up to which a store ranks them all."""
CALLED = 5
"""Descriptions of unnamed speakers that a note repeats."""
PROFILE = 5000
"""Statements of one speaker that a profile holds, unless it is asked for fewer."""


def parse(text: str) -> tuple[Query, str]:
    """`speaker:okafor "relief" after:2023-10 has:figure` → the query, and a note where something was read as plain words. Never raises.

    An operator given twice means either; `after` and `before` include the day, month or year they name.
    """
    query, words, notes = Query(), [], []
    for piece in PIECE.finditer(text):
        name, value = (piece["name"] or "").lower(), piece["phrase"] or piece["word"] or ""
        if not name and piece["rest"][-1] == ":" and piece["rest"][:-1].lower() in SETTERS:
            notes.append(f"{piece['rest']} was left out: nothing stands behind it")
        elif not name:
            words.append(piece["rest"])
        elif name not in SETTERS or (changed := SETTERS[name](query, value)) is None:
            words.append(f'"{value}"' if piece["phrase"] else value)
            notes.append(unread(name, value))
        else:
            query = changed
    kept = " ".join(words)
    tree, note = wanted(kept)
    if note:
        kept = " ".join(f'"{term.words}"' for term in terms(tree))
    if words and not terms(tree):
        notes.append(f"{' '.join(words)} holds no word to search for")
    return replace(query, words=kept), "; ".join(part for part in (*notes, note) if part)


SAID = (Kind.DIRECT.value, Kind.INDIRECT.value, Kind.MIXED.value)


def said(query: Query) -> Query:
    """The query for what somebody said; what an outlet tells in its own voice is among it only where it is asked for by kind."""
    return query if query.kinds else replace(query, kinds=SAID)


def unread(name: str, value: str) -> str:
    """Why an operator was read as a word, and what it may have meant."""
    if name in SETTERS:
        known = CHOICES.get(name)
        return f"{name}:{value} was read as a word: " + (f"it can be {', '.join(known)}" if known else "it takes a day like 2023-10-07")
    near = difflib.get_close_matches(name, OPERATORS, 1)
    return f"{name}: was read as a word" + (f"; did you mean {near[0]}:" if near else "")


def several(field: str) -> Callable[[Query, str], Query]:
    def setter(query: Query, value: str) -> Query:
        held: tuple[str, ...] = getattr(query, field)
        return with_field(query, field, (*held, value))

    return setter


def chosen(name: str, field: str) -> Callable[[Query, str], Query | None]:
    """A setter for one of a few words; a beginning of one will do."""

    def setter(query: Query, value: str) -> Query | None:
        found = [choice for choice in CHOICES[name] if choice.startswith(value.lower().replace("-", "_"))]
        return several(field)(query, found[0]) if value and found else None

    return setter


def with_field(query: Query, field: str, value: Any) -> Query:
    held = {f.name: getattr(query, f.name) for f in fields(query)}
    return Query(**{**held, field: value})


def day_setter(field: str, is_last: bool) -> Callable[[Query, str], Query | None]:
    def setter(query: Query, value: str) -> Query | None:
        day = day_of(value, is_last)
        return with_field(query, field, day) if day else None

    return setter


def day_of(text: str, is_last: bool = False) -> dt.date | None:
    """The day, or the first (last) day of the month or year; None where it is none."""
    found = DAY.match(text.strip())
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or (12 if is_last else 1)), int(found[3] or 0)
    try:
        return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if is_last else 1))
    except ValueError:
        return None


def has(query: Query, value: str) -> Query | None:
    return replace(query, has_figure=True) if value.lower() in CHOICES["has"] else None


CHOICES: dict[str, tuple[str, ...]] = {
    "kind": tuple(kind.value for kind in Kind),
    "relation": (*(relation.value for relation in Relation), "single"),
    "state": ("open", "decided", "disputed", "pending"),
    "has": ("figure", "figures"),
}
SETTERS: dict[str, Callable[[Query, str], Query | None]] = {
    "speaker": several("speakers"),
    "outlet": several("outlets"),
    "via": several("via"),
    "metric": several("metrics"),
    "place": several("places"),
    "kind": chosen("kind", "kinds"),
    "relation": chosen("relation", "relations"),
    "state": chosen("state", "states"),
    "has": has,
    "after": day_setter("after", False),
    "before": day_setter("before", True),
    "near": lambda query, value: replace(query, near=value),
    "case": lambda query, value: replace(query, case=value),
}


def quotes(store: Store, query: Query, offset: int = 0, limit: int = 50, spelling: bool = True, past: str = "") -> Hits:
    """Statements that match, speakers taken fuzzily; `Hits` says which were taken and which others were close.

    Words that nobody said, and that are the name or the role of somebody, are answered with what that speaker said. Where nothing
    matches and `spelling` is wanted, the note says which words may have been meant. past — the id of the statement to go on after; raises
    QueryError where it is not among them.
    """
    hits = answer(store, query, offset, limit, spelling, past)
    if not hits.total and (named := as_name(query)) and (said := answer(store, named, offset, limit, spelling, past)).total:
        return replace(
            said, note="; ".join(note for note in ("nobody said these words: read as a speaker", said.note) if note), asked=named
        )
    return hits


def as_name(query: Query) -> Query | None:
    """The query with its words taken for a speaker; None where they cannot be a name: no words, operators, a speaker already."""
    tree = wanted(query.words)[0]
    words = terms(tree)
    if not words or query.speakers or any(term.is_prefix for term in words) or not (isinstance(tree, Term) or (tree and tree.how == "AND")):
        return None
    return replace(query, words="", speakers=(" ".join(term.words for term in words),))


def answer(store: Store, query: Query, offset: int, limit: int, spelling: bool, past: str = "") -> Hits:
    notes = [wanted(query.words)[1]]
    asked, (query, taken, close) = query.speakers, meant(store, query)
    if query.case is not None and query.case not in (known := [case.name for case in store.cases()]):
        notes.append(f"there is no case {query.case}" + (f"; there is {', '.join(known[:3])}" if known else ""))
    notes += speakers_said(store, asked, taken, close)
    notes += [unknown("outlet", name, known) for name in query.outlets if name not in (known := [o.name for o in store.outlets()])]
    if query.after and query.before and query.after > query.before:
        notes.append(f"no day is after {query.after} and before {query.before}")
    total = store.count_search(query)
    rows = tuple(store.search(query, offset, limit, past)) if total else ()
    if total > RANKED and not query.sort:
        notes.append(f"more than {RANKED:,} match: the latest stored come first")
    if spelling and not total and (nearer := did_you_mean(store, query.words)):
        notes.append(f"did you mean {nearer}?")
    if not total and query.metrics:
        notes += [unknown("metric", name, known) for name in query.metrics if name.replace("_", "") not in (known := store.metrics())]
    note = "; ".join(note for note in notes if note)
    return Hits(rows, total, note, tuple(s.name for s in taken), tuple(dict.fromkeys(s.name for s in close)))


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """That nothing stored is called so, and what is nearest."""
    near = difflib.get_close_matches(name, known, 3, 0.5)
    return f"there is no {what} {name}" + (f"; did you mean {', '.join(near)}?" if near else "")


def meant(store: Store, query: Query) -> tuple[Query, list[Speaker], list[Speaker]]:
    """The query with its speakers and outlets as they are stored, the speakers taken, and those close. Names of nobody select nothing."""
    taken, close = speakers_meant(store, query)
    speakers = tuple(speaker.id for speaker in taken) or ("",) if query.speakers else ()
    outlets = tuple(name for asked in query.outlets for name in outlets_meant(store, asked))
    return replace(query, speakers=speakers, outlets=outlets, case=case_meant(store, query.case)), taken, close


def case_meant(store: Store, asked: str | None) -> str | None:
    """The case as it is spelled in the store; what was asked for where there is none such."""
    return next((case.name for case in store.cases() if asked and case.name.casefold() == asked.casefold()), asked)


def speakers_meant(store: Store, query: Query) -> tuple[list[Speaker], list[Speaker]]:
    """Those taken for the names asked for (ids are taken as they are), and those close to them, nearest first."""
    taken: dict[str, Speaker] = {}
    close: dict[str, Speaker] = {}
    for asked in query.speakers:
        if known := store.speaker(asked):
            taken[known.id] = known
            continue
        sure, others = store.speakers_meant(asked, query.after, query.before)
        taken.update({speaker.id: speaker for speaker in sure})
        close.update({speaker.id: speaker for speaker in others})
    return list(taken.values()), [speaker for speaker in close.values() if speaker.id not in taken]


def speakers_said(store: Store, asked: Sequence[str], taken: Sequence[Speaker], close: Sequence[Speaker]) -> list[str]:
    """What there is to say of names and offices that were asked for, a line each begins with what was asked; that nobody bears any."""
    lines = [line for words in asked for line in offices_said(store, words, taken, close)]
    return lines if taken or not asked else [*lines, f"nobody is called {' or '.join(asked)}"]


def offices_said(store: Store, asked: str, taken: Sequence[Speaker], close: Sequence[Speaker]) -> Iterator[str]:
    """Who was taken for an office that was asked for, and in which days they were met in it, else who was, at other times; and who, not
    named, was taken because they are called so.
    """
    words = store.office_words(asked)
    met = [f"{asked}: {speaker.name}, {met_as(role)}" for speaker in taken if (role := offices.met(speaker.roles, words))]
    others = [f"{asked}, at other times: {s.name}, {met_as(role)}" for s in close if (role := offices.met(s.roles, words))]
    yield from met or others
    called = [s.name for s in taken if not offices.met(s.roles, words) and is_called(s, words) and s.name.casefold() != asked.casefold()]
    if called:
        names = list(dict.fromkeys(called))
        shown = f"{', '.join(names[:CALLED])}{' …' if len(names) > CALLED else ''}"
        yield f"{asked}: {'not named, but called so' if met else 'nobody by name; called so'}: {shown}"


def is_called(speaker: Speaker, words: frozenset[str]) -> bool:
    """Nobody is named: an office or a description stands for a name, and the words mean it."""
    is_nameless = speaker.kind is SpeakerKind.UNNAMED or bool(offices.head(speaker.name) and offices.head(" ".join(words)))
    return is_nameless and bool(words) and offices.describes(words, speaker.name)


def met_as(role: offices.Met) -> str:
    """ "Norwegian Prime Minister, met 2 Mar 2021 – 4 May 2021"."""
    title, first, last = role
    days = list(dict.fromkeys(f"{day.day} {day:%b %Y}" for day in (first, last) if day))
    return f"{title}, met {' – '.join(days)}" if days else title


def outlets_meant(store: Store, asked: str) -> list[str]:
    """Names of the outlets that an abbreviation, a domain or a part of the name stands for; the name itself where none is."""
    wanted_name = asked.casefold()
    outlets = store.outlets()
    exact = [o.name for o in outlets if wanted_name in (o.name.casefold(), *(v.casefold() for v in o.variants))]
    return exact or [o.name for o in outlets if wanted_name in o.name.casefold()] or [asked]


def did_you_mean(store: Store, words: str) -> str:
    """The words with those that stand nowhere replaced by the nearest that do; empty where there is nothing nearer."""
    nearest = words
    for term in terms(wanted(words)[0]):
        near = store.words_like(term.words)
        if near and near != term.words.casefold():
            nearest = re.sub(rf"(?<!\w){re.escape(term.words)}(?!\w)", near, nearest)
    return nearest if nearest != words else ""


def profile(store: Store, speaker_id: str, limit: int = PROFILE) -> Profile | None:
    """The first `limit` things one speaker said, in time order, and what follows from all. None where there is no such speaker."""
    speaker = store.speaker(speaker_id)
    if speaker is None:
        return None
    hits = tuple(store.statements_of(speaker_id, 0, limit))
    said = len(hits) if len(hits) < limit else store.count_search(Query(speakers=(speaker_id,)))
    own, others = store.conflicts_of(speaker_id)
    names = tuple(dict.fromkeys(name for name, _ in others))
    return Profile(speaker, hits, own, names, tuple(store.months_of(speaker_id)), others, said)
