"""What comparing made, to rows and back: claims, pairs, quotations in two wordings."""

from __future__ import annotations

import json
from typing import Any

from tracker.model import Claim, Pair, QuoteVariant, Relation, VariantKind
from tracker.store.rows import Row, exact, listed, number


def claim_row(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "name": claim.name,
        "metric": claim.metric,
        "population": claim.population,
        "event": claim.event,
        "place": claim.place,
        "period": claim.period,
        "relation": claim.relation.value if claim.relation else None,
        "figures": listed(claim.figures),
        "origins": claim.origins,
        "reason": claim.reason,
        "low": exact(claim.low),
        "high": exact(claim.high),
        "best": exact(claim.best),
        "origin_groups": listed(claim.origin_groups),
        "witnesses": listed(claim.witnesses),
        "holding": claim.holding,
        "grounds": listed((*claim.pair, claim.points)) if claim.pair else "[]",
    }


def claim_of(row: Row) -> Claim:
    return Claim(
        row["id"],
        row["name"],
        row["metric"],
        row["population"],
        row["event"],
        row["place"],
        row["period"],
        Relation(row["relation"]) if row["relation"] else None,
        tuple(json.loads(row["figures"])),
        row["origins"],
        row["reason"],
        number(row["low"]),
        number(row["high"]),
        number(row["best"]),
        tuple(json.loads(row["origin_groups"])),
        tuple(json.loads(row["witnesses"])),
        row["holding"],
        *grounds(row["grounds"]),
    )


def grounds(held: str) -> tuple[tuple[str, ...], float | None]:
    """The two figures whose relation a claim's reason tells, and the points of that pair."""
    found = json.loads(held)
    return tuple(found[:2]), found[2] if found else None


def pair_of(row: Row) -> Pair:
    """Needs ids of the figures as a_id and b_id."""
    return Pair(row["a_id"], row["b_id"], Relation(row["relation"]), row["reason"], row["points"], bool(row["is_again"]))


def variant_of(row: Row) -> QuoteVariant:
    return QuoteVariant(VariantKind(row["kind"]), tuple(json.loads(row["statements"])), row["similarity"], row["reason"])
