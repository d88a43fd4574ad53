"""Invented stories are read as a careful reader reads them, as far as reached: a share a kind that no change may fall below."""

from __future__ import annotations

from collections import Counter

import pytest

from tests import stories

REACHED = {"figures": 96, "nothing": 100, "statements": 97, "silent": 100, "kinds": 96, "conflict": 86, "linked": 96, "apart": 100}
LATER = {"figures": 92, "nothing": 100, "statements": 91, "silent": 100, "kinds": 93, "conflict": 68, "linked": 55, "apart": 89}
LONG = {"figures": 90, "nothing": 60, "statements": 92, "silent": 98, "kinds": 98, "conflict": 50, "linked": 48, "apart": 89}
LONGER = {"figures": 92, "nothing": 74, "statements": 96, "silent": 100, "kinds": 97, "conflict": 40, "linked": 58, "apart": 86}
NEWEST = {"figures": 89, "nothing": 81, "statements": 95, "silent": 92, "kinds": 98, "conflict": 47, "linked": 40, "apart": 85}
"""Per cent of the expectations met: in the stories that the rules were mended on, in those written afterwards, in the long ones, in eight
more of these, in twelve more. Raise it with what is reached.
"""


@pytest.fixture(scope="module")
def made() -> dict[str, list[stories.Check]]:
    return {
        "mended on": list(stories.checks(stories.STORIES)),
        "later": list(stories.checks(stories.LATER)),
        "long": list(stories.checks(stories.LONG)),
        "longer": list(stories.checks(stories.LONGER)),
        "newest": list(stories.checks(stories.NEWEST)),
    }


@pytest.mark.parametrize("kind", stories.CHECKS)
@pytest.mark.parametrize(
    ("group", "floors"), [("mended on", REACHED), ("later", LATER), ("long", LONG), ("longer", LONGER), ("newest", NEWEST)]
)
def test_stories_are_read_at_least_as_well_as_before(
    made: dict[str, list[stories.Check]], group: str, floors: dict[str, int], kind: str
) -> None:
    mine = [check for check in made[group] if check.kind == kind]
    missed = [f"{check.story}: {check.told}" for check in mine if not check.is_met]
    assert 100 * (len(mine) - len(missed)) / len(mine) >= floors[kind], "\n".join(missed)


def test_a_story_that_expects_what_is_not_there_is_told_so() -> None:
    text = "The mayor said 12 people were killed."
    article = {"title": "A fire", "outlet": "The Post", "date": None, "text": text}
    told = stories.read({"articles": {"a": article}})
    assert not stories.figure_read(told, "a", "12", "injured", "mayor")[0]
    assert not stories.nothing_read(told, "a", "12")[0]
    assert not stories.statement_read(told, "a", "the governor", "12 people")[0]
    assert Counter(check(told, ("a", "12"), ("a", "12"))[0] for kind, check in stories.CHECKS.items() if kind in ("conflict", "apart")) == {
        False: 1,
        True: 1,
    }
