"""How much is taken in at once. An input beyond these is refused in one sentence, so that memory stays bounded."""

from __future__ import annotations

FILE_BYTES = 32_000_000
"""Of one file that is one article; tables, feeds and line files are streamed and may be larger."""
LINE_BYTES = 16_000_000
"""Of one line of JSON Lines."""
TEXT_CHARACTERS = 1_000_000
"""Of one article: five times the longest live blog met."""
