"""Read articles put into a store, some at a time: their speakers shared with what is stored, their figures and quotations compared with it,
standing decisions applied. What it comes to does not depend on how many come together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from tracker import compare as comparing
from tracker import versions
from tracker.acquaintance import Acquaintance
from tracker.errors import InputError
from tracker.identities import settle_speakers
from tracker.meeting import QUOTED, quoted_alike, related
from tracker.model import Document, Entry, Finding, Query, Reading, Ready, Statement, Verdict
from tracker.settle import settle_values
from tracker.store.base import Store

Brought = tuple[Document, Ready]
RULES = "rules"
"""The setting that names the rules by which what is stored is filed and compared."""


def ready(reading: Reading) -> Ready:
    """The reading with its heading, its outline, and the keys that it and its quotations are filed under."""
    heading = comparing.heading(reading)
    sides = comparing.sides(Entry(figure, heading) for figure in reading.figures)
    keys = {reading.article.id: comparing.keys(sides)}
    day = reading.article.day
    keys |= {s.id: found for s in reading.statements if (found := comparing.quote_keys(s, day))}
    return Ready(reading, heading, keys, comparing.outline(sides))


def keep(store: Store, brought: Sequence[Brought]) -> list[bool]:
    """Store articles and bring up to date what they touch; for each whether it is new, False where its text is stored already.

    Raises InputError, with none of them stored, where a person removed one of them.
    """
    ids = [document.article.id for document, _ in brought]
    ruled = store.ruled(ids)
    for document, _ in brought:
        if document.article.id in ruled:
            refuse_removed(store, document)
    with store.transaction():
        known = store.stored(ids)
        fresh = {document.article.id: (document, made) for document, made in reversed(brought) if document.article.id not in known}
        if fresh and store.setting(RULES) is None and not store.headings(Query(), limit=1):
            note_rules(store)
        for run in runs(store, [fresh[one] for one in dict.fromkeys(ids) if one in fresh]):
            fill(store, run, store.add_new)
            heed_speakers(store, run)
    return [fresh.pop(one, None) is not None for one in ids]


def note_rules(store: Store) -> None:
    """All that is stored is filed by the rules of this version."""
    store.save_setting(RULES, str(comparing.RULES))


def outdated(store: Store) -> Finding | None:
    """What to do where articles are filed by the rules of another version; None where all are filed by those of this one."""
    if store.setting(RULES) == str(comparing.RULES) or not store.headings(Query(), limit=1):
        return None
    return Finding(
        "outdated", "figures were compared by the rules of another version and may miss each other: tracker rebuild compares all anew"
    )


def refuse_removed(store: Store, document: Document) -> None:
    for ruling in store.rulings_in(document.article.id):
        if ruling.decision.verdict is Verdict.REMOVE_ARTICLE:
            decision = ruling.decision
            why = f"was removed by {decision.reviewer} on {decision.at:%Y-%m-%d}"
            raise InputError(document.source, why, f"to let it in again: tracker log undo {decision.number}")


def runs(store: Store, brought: Iterable[Brought]) -> Iterator[list[Brought]]:
    """Parts that can be stored at once: an article meets what decisions made of those before it, and the version before its own."""
    brought = list(brought)
    ruled = store.ruled([document.article.id for document, _ in brought])
    is_one_by_one = bool(store.speaker_decisions())
    run: list[Brought] = []
    addresses: set[str | None] = set()
    for document, made in brought:
        if run and (is_one_by_one or document.article.url in addresses or run[-1][0].article.id in ruled):
            yield run
            run, addresses = [], set()
        run.append((document, made))
        addresses |= {document.article.url} - {None}
    if run:
        yield run


def fill(store: Store, run: Sequence[Brought], put: Callable[[Sequence[Brought]], None]) -> None:
    """Put articles into the store, whose figures and quotations are compared with each other and with all that is stored."""
    run = list(zip((document for document, _ in run), introduced(store, [made for _, made in run]), strict=True))
    entries = comparing.sides(Entry(figure, made.heading) for _, made in run for figure in made.reading.figures)
    keys = {document.article.id: made.keys[document.article.id] for document, made in run}
    pairs = related(store, entries, keys)
    alike = quoted_alike(store, None, {one: keys for _, made in run for one, keys in made.quoted.items()})
    put(run)
    store.save_pairs(pairs)
    save_variants(store, [made for _, made in run], *alike)
    ids = [document.article.id for document, _ in run]
    ruled = store.ruled(ids)
    for article in ids:
        if article in ruled and store.reanchor(article):
            settle_values(store, article)


def save_variants(store: Store, run: Sequence[Ready], others: Sequence[Statement], met: Iterable[str]) -> None:
    """Compare the quotations of a run with each other and with those alike in the store. Most meet none, and are not looked at.

    met — those that met others.
    """
    near = {*met, *comparing.quotes_acquainted(made.quoted for made in run)}
    if not near:
        return
    quoted = [s for made in run for s in made.reading.statements if s.kind in QUOTED and s.id in near]
    days = {made.reading.article.id: made.reading.article.day for made in run} | store.days({other.article for other in others})
    store.save_quote_variants(comparing.quote_variants(quoted, others, days))


def introduced(store: Store, run: Iterable[Ready]) -> list[Ready]:
    """The readings with speakers shared with what is stored; the speakers are stored."""
    found = [versioned(store, made) for made in run]
    known = Acquaintance(store, [made.reading for made in found])
    found = [replace(made, reading=known.introduce(made.reading)) for made in found]
    known.save(store)
    return found


def versioned(store: Store, made: Ready) -> Ready:
    """With what changed since the version of it that is stored."""
    reading = made.reading
    former = store.version_before(reading.article) if reading.article.url else None
    return replace(made, reading=replace(reading, findings=(*reading.findings, versions.finding(former, reading)))) if former else made


def heed_speakers(store: Store, run: Iterable[Brought]) -> None:
    """Apply what was decided about speakers that the articles name."""
    run = list(run) if store.speaker_decisions() else []
    for document, made in run:
        if store.is_decided([name for speaker in made.reading.speakers for name in (speaker.name, *speaker.variants)]):
            settle_speakers(store)
            settle_values(store, document.article.id)
