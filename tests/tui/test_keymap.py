"""Keys by action id, and what a configuration may say."""

from __future__ import annotations

import pytest

from tests.tui.driving import desk
from tests.tui.sample import Sample
from tracker.errors import ConfigError
from tracker.tui.app import OWNERS
from tracker.tui.desk import Settings
from tracker.tui.keymap import bindings_of, checked

KNOWN = bindings_of(OWNERS)


def test_every_verdict_and_place_has_an_action_id() -> None:
    assert {"conflicts.prefer", "conflicts.distinct", "speakers.same", "app.quotes", "app.undo", "log.undo", "reader.new"} <= set(KNOWN)


@pytest.mark.parametrize(
    ("keymap", "words"),
    [
        ({"conflicts.prefre": "p"}, "the nearest valid one is conflicts.prefer"),
        ({"conflicts.prefer": "contrl+x"}, "is no key"),
        ({"conflicts.prefer": ""}, "is no key"),
    ],
)
def test_an_entry_that_cannot_be_used_names_file_key_and_remedy(keymap: dict[str, str], words: str) -> None:
    with pytest.raises(ConfigError, match=words) as error:
        checked(keymap, KNOWN, "/home/rosa/config.toml")
    assert str(error.value).startswith("/home/rosa/config.toml: keymap.conflicts.")


@pytest.mark.parametrize("key", ["p", "ctrl+x", "f5", "question_mark", "é", "shift+up", "+"])
def test_usable_keys_pass(key: str) -> None:
    assert checked({"conflicts.prefer": key}, KNOWN, "") == {"conflicts.prefer": key}


async def test_a_remapped_key_acts_and_is_the_one_the_footer_shows(sample: Sample) -> None:
    settings = Settings("rosa", {"app.log": "ctrl+l", "conflicts.undo": "ctrl+b"})
    async with desk(sample.store, settings=settings) as person:
        assert person.sees("^b Undo")
        await person.press("ctrl+l")
        assert person.sees("decisions, newest first")
