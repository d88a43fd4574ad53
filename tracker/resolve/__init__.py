"""Mention → speaker, within an article and across articles. The only place that scores names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tracker.model import Reading, Speaker, SpeakerProposal, changed
from tracker.resolve.gathering import NAMED, Called, called_in, of_speaker
from tracker.resolve.joining import Joiner
from tracker.resolve.matching import match
from tracker.resolve.within import within

__all__ = ["across", "match", "met", "within"]


def across(
    readings: Sequence[Reading], known: Iterable[Speaker | Called] = (), apart: Iterable[tuple[str, str]] = ()
) -> tuple[tuple[Reading, ...], tuple[Speaker, ...], tuple[SpeakerProposal, ...]]:
    """The readings with ids shared by one speaker, every speaker, and joins for a person to judge.

    known — speakers met before (or what `met` made of them), which new mentions may join; one that none joins comes back as it was.
    apart — pairs of names a person told apart, never joined or proposed again.
    A mention joins only where exactly one candidate remains. Unnamed speakers and groups keep the ids of their
    article. Persons and bodies that an article only mentions are among the speakers too,
    after those known before.
    """
    joiner = Joiner(apart)
    called = [called_in(reading) for reading in readings]
    before = [one if isinstance(one, Called) else met(one) for one in known if one.kind in NAMED]
    joiner.join([*before, *(one for found in called for one in found)])
    ids = {(one.article, local): group.id for group in joiner.groups for one in group.members if not one.stored for local in one.ids}
    kept = [speaker for reading in readings for speaker in reading.speakers if speaker.kind not in NAMED]
    return tuple(renamed(reading, ids) for reading in readings), (*joiner.speakers(), *kept), joiner.proposed()


def met(speaker: Speaker) -> Called:
    """A speaker made ready to be met again, for whoever compares it with many articles."""
    return of_speaker(speaker)


def renamed(reading: Reading, ids: Mapping[tuple[str, str], str]) -> Reading:
    """The reading with the ids shared across articles in place of its own, less the names that are credited with nothing and that no form
    tells to be a person's or a body's.
    """

    article = reading.article.id

    def shared(local: str | None) -> str | None:
        return ids.get((article, local), local) if local else None

    return changed(
        reading,
        statements=tuple(
            changed(s, speaker_id=shared(s.speaker_id), co_speakers=tuple(ids.get((article, one), one) for one in s.co_speakers))
            for s in reading.statements
        ),
        figures=tuple(changed(f, speaker_id=shared(f.speaker_id)) for f in reading.figures),
        speakers=tuple(changed(s, id=shared(s.id) or s.id) for s in reading.speakers if s.kind not in NAMED or (article, s.id) in ids),
    )
