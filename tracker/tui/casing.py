"""Cases on the desk: what every screen is limited to, and putting things into one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker import cases
from tracker.model import Case, Decision, Speaker
from tracker.store.base import Store
from tracker.tui.dialogs import Option, Pick, among
from tracker.tui.host import Host
from tracker.tui.line import counted

MANY = 2000  # names and proposals looked through for those of a case


class Thing(NamedTuple):
    """What can be put into a case. what — "article", "claim" or "speaker"; label — what a person sees of it."""

    what: str
    id: str
    label: str


def counts(case: Case) -> str:
    """
    >>> counts(Case("elm", 2, 1, 0))
    '2 articles, 1 claim'
    """
    held = (("article", case.articles), ("claim", case.claims), ("speaker", case.speakers))
    return ", ".join(counted(count, what) for what, count in held if count)


async def choose(app: Host) -> str | None:
    """The name of a case to keep to, "" for everything; None where the person left or there is none."""
    known = await app.desk.ask(lambda store: store.cases())
    if not known:
        app.say("There is no case yet: P puts what is in focus into one.", "warning")
        return None
    options = [Option("everything", ""), *(Option(case.name, case.name, counts(case)) for case in known)]
    taken = await app.push_screen_wait(Pick("Keep to one case", among(options)))
    return taken[0] if taken else None


async def put(app: Host, things: Sequence[Thing]) -> list[Decision]:
    """Ask for the case and put the things there; what was decided, empty where the person left."""
    if not things:
        app.say("There is nothing in focus that a case could hold.", "warning")
        return []
    known = await app.desk.ask(lambda store: store.cases())
    options = [Option(case.name, case.name, counts(case)) for case in known]
    label = things[0].label if len(things) == 1 else f"{len(things)} {things[0].what}s"
    taken = await app.push_screen_wait(Pick(f"Put into a case: {label[:60]}", among(options), free=True))
    return await app.desk.ask(put_all, taken[0], things, app.desk.reviewer, app.desk.take_reason()) if taken else []


def put_all(store: Store, name: str, things: Sequence[Thing], reviewer: str, reason: str) -> list[Decision]:
    """One decision for all articles, and one for each claim and speaker."""
    articles = [thing.id for thing in things if thing.what == "article"]
    made = [cases.put(store, name, articles, reviewer, reason)] if articles else []
    one = {"claim": cases.put_claim, "speaker": cases.put_speaker}
    return made + [one[thing.what](store, name, thing.id, reviewer, reason) for thing in things if thing.what in one]


def those_called(store: Store, ids: Sequence[str], name: str) -> list[str]:
    """Those of the speakers, by id, whom a name may stand for; all where it is empty. In their order."""
    called = {speaker.id for speaker in store.speakers(name, 0, MANY)} if name else set(ids)
    return [speaker for speaker in ids if speaker in called]


def speakers_of(store: Store, ids: Sequence[str]) -> list[Speaker]:
    """The speakers of these ids, without those that are gone."""
    return [speaker for each in ids if (speaker := store.speaker(each))]
