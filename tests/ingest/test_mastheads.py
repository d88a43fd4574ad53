"""What a page prints above its article is set apart from its first sentence; the length and every word stay."""

from __future__ import annotations

import pytest

from tracker.ingest import unglued

LEAD = "Nine people were drowned when a ferry sank off the island on Friday a rescue group said."
TITLE = "Ferry sinks off Port Sella with all hands"
GLUED = [
    (f"Friday 12 March 2019|{LEAD}", ""),
    (f"Published March 12 2019|{LEAD}", ""),
    (f"12.03.2019(updated 1133 13.03.2019) Get short URL 0 85|{LEAD}", ""),
    (f"{TITLE}|Reuters|Friday 12 Mar 2019|{LEAD}", TITLE),
    (f"12-03-2019|{TITLE}|{LEAD}", TITLE),
    (f"{TITLE}|AFP|{LEAD}", TITLE),
    (f"Friday 12 March 2019|{TITLE}.|{LEAD}", TITLE),
    (f"{TITLE}|{LEAD}", f"{TITLE} - The Sella Herald"),
    (f"{LEAD} Norwegian Ships Leave the Sound|BERGEN (Reuters)|{LEAD[:30]}", ""),
    (f"12 March 2019|A ferry off the island on Sunday. (Reuters Photo)|{LEAD}", ""),
]


@pytest.mark.parametrize(("marked", "title"), GLUED)
def test_a_border_is_set_where_the_masthead_ends(marked: str, title: str) -> None:
    assert unglued(marked.replace("|", " "), title) == marked.replace("|", "\n")


PLAIN = [
    ("Friday 12 March 2019 was a day that nobody on the island forgot.", ""),
    ("On Friday 12 March 2019 The Sella Herald printed its last page.", ""),
    ("Ferry sinks off Port Sella with all hands and a dog.", TITLE),
    ("Snow fell in Norway.", "Snow"),
    ("NEW YORK (AP) — Nine people were drowned when a ferry sank.", ""),
    ("The group known as the Sella Rescue Society (SRS) said it was sorry.", ""),
    (f"{TITLE}\n\n{LEAD}", TITLE),
    ("", ""),
    ("2019", "2019"),
    (" " * 400, " " * 40),
]


@pytest.mark.parametrize(("text", "title"), PLAIN)
def test_prose_stays_as_it_is(text: str, title: str) -> None:
    assert unglued(text, title) == text


def test_a_lead_that_comes_twice_is_parted() -> None:
    lead = LEAD.removesuffix(".")
    assert unglued(f"{lead} {lead}. The sea was calm.") == f"{lead}\n{lead}. The sea was calm."


def test_a_sentence_whose_full_stop_was_lost_with_the_commas_begins_anew() -> None:
    told = (
        "The island has one harbour and no doctor and its people live by what they catch. Old nets hang on every wall. Few of the young "
        "stay for long and those who do learn to mend engines. The school closed when its last teacher left. Once a week a boat brings "
        "flour and letters and takes away what was caught. "
    )
    text = f"{told}Nine people were drowned when a ferry sank off the island the coast guard said The ferry was built in 1970."
    assert unglued(text) == text.replace("said The", "said\nThe")
    spoken = f"{told}The mayor said The ferry was old."
    assert unglued(spoken) == spoken
