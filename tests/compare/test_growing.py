"""A claim that grows says what it would if it had been made of all its figures at once."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from tests.compare.making import DAY, entry
from tracker import compare
from tracker.compare import growing, origins
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


def grow(old: Claim, entry_by_id: dict[str, Entry], new: Sequence[Entry], pairs: Sequence[Pair]) -> Claim:
    members = [entry_by_id[figure] for figure in old.figures]
    copies = compare.copies(new, {one.heading.id: one.heading.sketch for one in members})
    near, copied = set(map(origins.credit_of, compare.voices(new))), {text for pair in copies for text in pair}
    told = dict(zip(old.figures, compare.voices(members), strict=True))
    voices = {figure: one for figure, one in told.items() if one.article in copied or origins.credit_of(one) in near}
    own = {one.figure.id for one in new}
    tied = [pair for pair in pairs if not own.isdisjoint((pair.a, pair.b)) and own.union(old.figures).issuperset((pair.a, pair.b))]
    return compare.grow(old, [entry_by_id[one] for one in old.witnesses], new, tied, voices, copies, entry_by_id.__getitem__)


def test_a_claim_that_grows_is_the_claim_of_all_its_figures_in_any_order() -> None:
    for seed in range(6):
        source = random.Random(seed)
        entries = [told(number, source) for number in range(60)]
        entry_by_id = {one.figure.id: one for one in entries}
        pairs = [pair for pair in compare.relate(entries, ()) if pair.relation.is_linked]
        whole = first(compare.claims(entries, pairs))
        assert len(whole.figures) > 30
        members = source.sample([entry_by_id[figure] for figure in whole.figures], len(whole.figures))
        made = first(compare.claims(members[:25], pairs))
        late = [one for one in members if one.figure.id not in made.figures]
        for at in range(0, len(late), 4):
            made = grow(made, entry_by_id, late[at : at + 4], pairs)
        assert made == compare.claims(members, pairs)[0] == whole
        assert len(made.witnesses) < 25
        assert 1 < made.origins < len(made.figures)


def test_of_few_figures_all_are_witnesses() -> None:
    source = random.Random(1)
    sides = compare.sides(told(number, source) for number in range(3))
    assert growing.witnesses(sides) == tuple(side.id for side in sides)
