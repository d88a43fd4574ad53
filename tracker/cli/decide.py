"""`tracker decide`: a verdict on the figures of a claim, as a key on the review desk gives it."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated

import typer

from tracker.cli import identities, listing, log
from tracker.cli.filters import AsJson
from tracker.errors import QueryError
from tracker.model import ClaimView, Decision, Verdict

VERDICTS = {
    verdict.value.replace("_", "-"): verdict
    for verdict in (
        Verdict.PREFER,
        Verdict.RANGE,
        Verdict.REVISION,
        Verdict.RUNNING_TOTAL,
        Verdict.DISTINCT,
        Verdict.ECHO,
        Verdict.UNSURE,
        Verdict.EXTRACTION_ERROR,
        Verdict.SET_LOW,
        Verdict.SET_BEST,
        Verdict.SET_HIGH,
        Verdict.RENAME_CLAIM,
        Verdict.SPLIT_CLAIM,
        Verdict.JOIN_CLAIMS,
        Verdict.SPLIT_ORIGIN,
    )
}
"""As typed → the verdict: "running-total", "set-best"."""
NAMED_ONLY = (Verdict.SPLIT_CLAIM, Verdict.SPLIT_ORIGIN, Verdict.EXTRACTION_ERROR)
"""On the figures named and no others; the rest are on the whole claim, the named figures first."""
VALUED = (Verdict.SET_LOW, Verdict.SET_BEST, Verdict.SET_HIGH, Verdict.RENAME_CLAIM)

Reason = Annotated[str, typer.Option("--reason", "-r", help="Why; it is kept with the decision.")]


def register(app: typer.Typer) -> None:
    app.command()(decide)


def decide(
    context: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's identity, or its first digits.")],
    verdict: Annotated[str, typer.Argument(help=", ".join(VERDICTS))],
    figures: Annotated[
        list[str] | None, typer.Argument(help='Figures by identity or as stated ("around 1,200"); for join, claims.')
    ] = None,
    reason: Reason = "",
    value: Annotated[str, typer.Option(help="The number or the name to set.")] = "",
    leave_out: Annotated[list[str] | None, typer.Option(help="A figure the verdict is not on; may be repeated.")] = None,
    as_json: AsJson = False,
) -> None:
    """Judge a claim. What stands comes first: decide CLAIM prefer "around 1,200"; decide CLAIM set-best --value 1200."""
    from tracker import review

    chosen = verdict_named(verdict)
    if chosen in VALUED and not value:
        raise QueryError(verdict, "sets something: give it with --value")
    with context.obj.store() as store:
        view = identities.claim(store, claim)
        if chosen is Verdict.JOIN_CLAIMS:
            others = [identities.claim(store, words) for words in figures or []]
            about = [figure for each in (view, *others) for figure in each.claim.figures]
        else:
            about = figures_meant(view, chosen, figures or [], leave_out or [])
        told(review.judge(store, chosen, about, context.obj.reviewer, reason, value), as_json)


def verdict_named(words: str) -> Verdict:
    """Raises QueryError, with the nearest, where there is no such verdict."""
    found = VERDICTS.get(words.lower().replace("_", "-"))
    if found is None:
        raise QueryError(words, "is no verdict", tuple(get_close_matches(words, VERDICTS, 1, 0.3)) or tuple(VERDICTS))
    return found


def figures_meant(view: ClaimView, verdict: Verdict, named: list[str], left_out: list[str]) -> list[str]:
    """Ids of the figures a verdict is on, the named ones first. Raises QueryError where one names none, or several."""
    first, without = [figure_meant(view, words) for words in named], {figure_meant(view, words) for words in left_out}
    if verdict in NAMED_ONLY and not first:
        raise QueryError(view.claim.id[:12], f"name the figures that {verdict.value.replace('_', ' ')} is about", known(view))
    rest = [] if verdict in NAMED_ONLY else [figure for figure in view.claim.figures if figure not in first]
    return [figure for figure in (*first, *rest) if figure not in without]


def figure_meant(view: ClaimView, words: str) -> str:
    """A figure of the claim by its identity, the first digits of it, or its own words."""
    wanted = words.casefold()
    by_id = {row.figure.id for row in view.rows if row.figure.id.startswith(words)} if len(words) >= identities.LEAST else set()
    by_words = {row.figure.id for row in view.rows if row.figure.words.casefold() == wanted}
    loosely = {row.figure.id for row in view.rows if wanted in row.figure.words.casefold()}
    found: Iterable[str] = next((each for each in (by_id, by_words, loosely) if len(each) == 1), ())
    for figure in found:
        return figure
    raise QueryError(words, "names several figures; give an identity" if by_words or loosely else "is no figure of this claim", known(view))


def known(view: ClaimView) -> tuple[str, ...]:
    return tuple(f"{listing.cell(row.figure.words)} ({row.figure.id[:12]})" for row in view.rows[:6])


def told(decision: Decision, as_json: bool = False) -> None:
    """Say what was decided, and by whom."""
    if as_json:
        listing.show_json([decision])
    else:
        print(f"{log.summary(decision)}, by {listing.cell(decision.reviewer)}")
