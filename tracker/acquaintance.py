"""Which stored speakers the names of new articles can stand for, asked of the store once for a few articles.

What one article brings, the next one meets: it comes to what asking and storing after each of them comes to.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from tracker import resolve
from tracker.model import Reading, Speaker, SpeakerKind, SpeakerProposal
from tracker.resolve.gathering import Called
from tracker.store.base import Store
from tracker.text import lookup


class Acquaintance:
    """The speakers known that the readings can name, and in `changed` what the readings met so far made of them."""

    def __init__(self, store: Store, readings: Iterable[Reading]) -> None:
        self.keys = {reading.article.id: keys_of(reading) for reading in readings}
        asked = {key for keys in self.keys.values() for key in keys}
        self.wanted = asked - store.crowded(asked)
        self.speakers: dict[str, Speaker] = {}
        self.met: dict[str, Called] = {}
        self.numbers: dict[str, int] = {}
        self.ids: dict[str, set[str]] = {key: set() for key in self.wanted}
        self.changed: dict[str, Speaker] = {}
        self.proposals: list[SpeakerProposal] = []
        self.count = count()
        for speaker in store.candidates(self.wanted):
            self.file(speaker)

    def file(self, speaker: Speaker) -> None:
        if old := self.speakers.get(speaker.id):
            for key in lookup.filed_for(old) & self.wanted:
                self.ids[key].discard(speaker.id)
        self.speakers[speaker.id] = speaker
        self.met[speaker.id] = resolve.met(speaker)
        self.numbers.setdefault(speaker.id, next(self.count))
        for key in lookup.filed_for(speaker) & self.wanted:
            self.ids[key].add(speaker.id)

    def candidates(self, reading: Reading) -> list[Called]:
        """In order of storing."""
        found = (self.ids.get(key, ()) for key in self.keys[reading.article.id])
        ids = {speaker for held in found if len(held) <= lookup.COMMON for speaker in held}
        return [self.met[speaker] for speaker in sorted(ids, key=self.numbers.__getitem__)]

    def introduce(self, reading: Reading) -> Reading:
        """The reading with the ids shared by one speaker; what it tells of speakers is kept."""
        (reading,), speakers, proposals = resolve.across([reading], self.candidates(reading))
        for speaker in speakers:
            if self.speakers.get(speaker.id) != speaker:
                self.changed[speaker.id] = speaker
                self.file(speaker)
        self.proposals += proposals
        return reading

    def save(self, store: Store) -> None:
        store.save_speakers(self.changed.values())
        store.save_proposals(self.proposals)


def keys_of(reading: Reading) -> set[str]:
    """Under which the speakers are looked for that the names of an article can stand for."""
    return {key for speaker in reading.speakers if speaker.kind is not SpeakerKind.UNNAMED for key in lookup.asked(speaker.name)}
