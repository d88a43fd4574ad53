"""File, folder, URL, feed → Article. Bad text yields findings; an input that cannot be read yields its error, and the rest goes on."""

from __future__ import annotations

from tracker.ingest.corrections import corrections, without_notes
from tracker.ingest.given import Given
from tracker.ingest.infer import dated
from tracker.ingest.language import is_supported
from tracker.ingest.mastheads import unglued
from tracker.ingest.options import Options
from tracker.ingest.passed import PassedOver
from tracker.ingest.reading import documents

__all__ = ["Given", "Options", "PassedOver", "corrections", "dated", "documents", "is_supported", "unglued", "without_notes"]
