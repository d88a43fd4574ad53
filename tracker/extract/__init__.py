"""Article → statements, figures, findings. Rules are data plus small functions; bad text yields findings, never an exception."""

from __future__ import annotations

from tracker.model import Article, Reading


def extract(article: Article) -> Reading:
    """The article read: statements with their mention, figures with their scope, findings, names; no speaker resolved yet.

    Text without words yields a finding `no_text`.
    """
    return Reading(article)
