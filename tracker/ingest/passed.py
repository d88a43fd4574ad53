"""What is passed over without being a failure."""

from __future__ import annotations

from tracker.errors import InputError


class PassedOver(InputError):
    """An input that is of no kind the tracker reads, or was read before: counted, not a failure."""
