"""A dateline is told by its form: where the words begin is marked with |."""

from __future__ import annotations

import pytest

from tracker.text.datelines import paragraph_start, words_begin

DATELINES = [
    "PORT ELM, Norway (NWA) — |Nine boats sank.",
    "PORT ELM, Norway, May 8 — |Nine boats sank.",
    "SANTA ANA DE LA SIERRA, Texas, Feb. 3 (Gulf News Agency) - |Nine boats sank.",
    "TAMBYL, Saturday. — |Nine boats sank.",
    "Tambyl, 3 May (Agency) - |Nine boats sank.",
    "Tambyl, May 3 – |Nine boats sank.",
    "Port Elm (NWA) -- |Nine boats sank.",
]
WORDS = [
    "|Ann Lind — who built the boat — sank it.",
    "|The port (NWA) - a ruin - sank.",
    "|Nine boats - May 3 was the day - sank.",
    "|MAYOR LIND: Nine boats sank.",
    "|(NWA) — Nine boats sank.",
    "|",
]


@pytest.mark.parametrize("marked", DATELINES + WORDS)
def test_the_words_begin_behind_the_dateline(marked: str) -> None:
    text = marked.replace("|", "")
    assert words_begin(text, 0) == marked.index("|")


def test_only_the_paragraph_that_a_dateline_opens_begins_behind_it() -> None:
    text = "PORT ELM (NWA) - Nine boats sank.\nNine more sank."
    assert paragraph_start(text, text.index("more")) == text.index("Nine more")
    assert paragraph_start(text, text.index("sank")) == text.index("Nine")
