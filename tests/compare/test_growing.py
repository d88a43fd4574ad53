"""A claim that grows says what it would if it had been made of all its figures at once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

import pytest

from tests.compare.making import DAY, entry
from tracker import compare
from tracker.compare import crowds, growing, origins
from tracker.model import Claim, Entry, Pair

TEXTS = tuple(" ".join(f"{stem}{number}" for number in range(90)) for stem in ("dam", "mud", "levee", "silt"))
"""Long enough to be told for reprints."""


def told(number: int, source: random.Random) -> Entry:
    """One of many counts of the dead of one flood; what few of them say, the claim reads off these few."""
    day = DAY + dt.timedelta(days=source.randrange(60))

    def seldom(*said: str) -> str | None:
        return source.choice(said) if source.random() < 0.08 else None

    return entry(
        str(source.choice((20, 21, 36, 40, 55))),
        title=f"Flood in Halden, report {number}",
        outlet=f"Courier {number % 40}",
        article=f"article {number}",
        day=day,
        text=source.choice((*TEXTS, *8 * (f"The water rose, said reporter {number}.",))),
        place=seldom("Halden", "Halden Valley"),
        places=("Halden",),
        event=seldom("flood", "the flood in Halden"),
        event_words=("flood",),
        event_day=DAY if seldom("dated") else None,
        open=source.random() < 0.9,
        population=seldom("people", "residents"),
        counted=source.choice(("people", "residents")),
        speaker=seldom("the mayor", "a nurse", "the prefect"),
        period=seldom("in May", "since Monday"),
    )


def first(claims: Sequence[Claim]) -> Claim:
    return max(claims, key=lambda claim: len(claim.figures))


def grow(old: Sequence[Claim], entry_by_id: dict[str, Entry], new: Sequence[Entry], pairs: Sequence[Pair]) -> Claim:
    """As a store does it, which gives no more of the first claim than is asked."""
    longest, *others = ([entry_by_id[figure] for figure in made.figures] for made in old)
    late = [*new, *(one for members in others for one in members)]
    sketches = {one.heading.id: one.heading.sketch for one in entry_by_id.values()}
    copies = compare.Copies(lambda _: sketches).among([one.heading.id for one in late], [one.heading.id for one in longest])
    near, copied = set(map(origins.credit_of, compare.voices(late))), {text for pair in copies for text in pair}
    every = [*longest, *(one for members in others for one in members)]
    voices = dict(zip((one.figure.id for one in every), compare.voices(every), strict=True))
    for one in longest:
        voice = voices[one.figure.id]
        if voice.article not in copied and origins.credit_of(voice) not in near:
            del voices[one.figure.id]
    own = {one.figure.id for one in new}
    members = own.union(*(made.figures for made in old))
    tied = [pair for pair in pairs if not own.isdisjoint((pair.a, pair.b)) and members.issuperset((pair.a, pair.b))]
    told = [entry_by_id[one] for made in old for one in made.witnesses]
    return compare.grow(old, told, new, tied, voices, copies, lambda ids: {figure: entry_by_id[figure] for figure in ids})


@pytest.mark.parametrize("step", (4, 1))
def test_a_claim_that_grows_is_the_claim_of_all_its_figures_in_any_order(step: int) -> None:
    for seed in range(6 if step > 1 else 2):
        source = random.Random(seed)
        entries = [told(number, source) for number in range(60)]
        entry_by_id = {one.figure.id: one for one in entries}
        pairs = [pair for pair in compare.relate(entries, ()) if pair.relation.is_linked]
        whole = first(compare.claims(entries, pairs))
        assert len(whole.figures) > 30
        members = source.sample([entry_by_id[figure] for figure in whole.figures], len(whole.figures))
        made = first(compare.claims(members[:25], pairs))
        late = [one for one in members if one.figure.id not in made.figures]
        for at in range(0, len(late), step):
            made = grow([made], entry_by_id, late[at : at + step], pairs)
        assert made == compare.claims(members, pairs)[0] == whole
        assert len(made.witnesses) < 25
        assert 1 < made.origins < len(made.figures)


@pytest.mark.parametrize("share", (3, 20))
def test_claims_that_become_one_with_new_figures_are_the_claim_of_all_of_these_at_once(share: int) -> None:
    """share — of the members how many are left for the shorter claims."""
    for seed in range(6):
        source = random.Random(seed)
        entries = [told(number, source) for number in range(90)]
        entry_by_id = {one.figure.id: one for one in entries}
        pairs = [pair for pair in compare.relate(entries, ()) if pair.relation.is_linked]
        whole = first(compare.claims(entries, pairs))
        members = source.sample([entry_by_id[figure] for figure in whole.figures], len(whole.figures))
        few = len(members) // share
        groups = members[2 : 2 + few], members[2 + few : 4 + few], members[4 + few :]
        old = sorted((first(compare.claims(group, pairs)) for group in groups), key=lambda made: -len(made.figures))
        late = [one for one in members if not any(one.figure.id in made.figures for made in old)]
        assert len(late) < 8 and [made.relation for made in old if len(made.figures) > 1]
        made = grow(old, entry_by_id, late, pairs)
        assert (made.figures, made.origins, made.origin_groups) == (whole.figures, whole.origins, whole.origin_groups)
        assert (made.name, made.low, made.high, made.id, made.witnesses) == (whole.name, whole.low, whole.high, whole.id, whole.witnesses)


def test_of_few_figures_all_are_witnesses() -> None:
    source = random.Random(1)
    sides = compare.sides(told(number, source) for number in range(3))
    assert growing.witnesses(sides) == tuple(side.id for side in sides)


def test_a_claim_of_hundreds_that_grows_by_one_holds_each_figure_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of so long a claim no more is looked at than what finds the place of the new one."""
    monkeypatch.setattr(crowds, "SAYINGS", 4)
    source = random.Random(3)
    entries = [told(number, source) for number in range(260)]
    entry_by_id = {one.figure.id: one for one in entries}
    pairs = [pair for pair in compare.relate(entries, ()) if pair.relation.is_linked]
    whole = first(compare.claims(entries, pairs))
    members = [entry_by_id[figure] for figure in whole.figures]
    late = members[len(members) // 2]
    made = first(compare.claims([one for one in members if one is not late], pairs))
    assert len(made.figures) == len(whole.figures) - 1 > 10 * len(made.witnesses)
    assert grow([made], entry_by_id, [late], pairs) == whole
