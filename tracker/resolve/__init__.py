"""Mention → speaker, within an article and across articles. The only place that scores names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Reading, Speaker, SpeakerProposal
from tracker.resolve.matching import match
from tracker.resolve.within import within

__all__ = ["across", "match", "within"]


def across(
    readings: Sequence[Reading], known: Iterable[Speaker] = (), apart: Iterable[tuple[str, str]] = ()
) -> tuple[tuple[Reading, ...], tuple[Speaker, ...], tuple[SpeakerProposal, ...]]:
    """The readings with ids shared by one speaker, every speaker, and joins for a person to judge.

    known — speakers met before, which new mentions may join; apart — pairs of names a person told apart, never joined or proposed again.
    A mention joins only where exactly one candidate remains. Unnamed speakers are never joined.
    """
    return tuple(readings), (), ()
