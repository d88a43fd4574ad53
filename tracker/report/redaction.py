"""What a report leaves out on purpose, and says that it does: reviewers' names and notes, and whole sources.

A withheld outlet has no title, author, link or name in the report; its name is blacked out wherever it would be printed, in quotations
too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any

from tracker.model import ClaimView, Credit, Decision, Dossier, Heading, Hit, Kind, Run

BLACK = "█████"
WITHHELD = "source withheld"
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out: reviewers — names; notes — reasons of decisions; outlets — sources whose name, title and links are withheld."""

    reviewers: bool = False
    notes: bool = False
    outlets: tuple[str, ...] = ()

    @property
    def said(self) -> str:
        """One sentence that tells the reader what was left out; empty where nothing was."""
        left = ["reviewers' names"] * self.reviewers + ["reviewers' notes"] * self.notes
        left += [f"{len(self.outlets)} source{'s' * (len(self.outlets) > 1)}"] if self.outlets else []
        return f"Left out of this report on purpose: {', '.join(left)}." if left else ""


def redacted(dossier: Dossier, redaction: Redaction) -> Dossier:
    """The dossier without what the redaction leaves out; the numbers of citations do not change."""
    if not redaction.said:
        return dossier
    hide = partial(hidden, redaction=redaction)
    return replace(
        dossier,
        claims=Run(lambda: (hidden_claim(view, redaction) for view in dossier.claims)),
        headings=Run(lambda: map(hide, dossier.headings)),
        statements=Run(lambda: hidden_hits(dossier.statements, redaction)),
        credits=None if dossier.credits is None else Run(lambda: (hidden_credit(c, redaction) for c in dossier.credits or ())),
        variants=Run(lambda: ((variant, tuple(hidden_hits(hits, redaction))) for variant, hits in dossier.variants)),
    )


def hidden(heading: Heading, redaction: Redaction) -> Heading:
    if heading.outlet not in redaction.outlets:
        return heading
    return Heading(heading.id, "title withheld", WITHHELD, (), heading.published)


def hidden_credit(credit: Credit, redaction: Redaction) -> Credit:
    is_own = credit.kind is Kind.NARRATION and credit.name in redaction.outlets
    return replace(credit, name=WITHHELD) if is_own else credit


def hidden_hits(hits: Iterable[Hit], redaction: Redaction) -> Iterator[Hit]:
    return (replace(hit, heading=hidden(hit.heading, redaction)) for hit in hits)


def hidden_claim(view: ClaimView, redaction: Redaction) -> ClaimView:
    rows = tuple(replace(row, heading=hidden(row.heading, redaction)) for row in view.rows)
    return replace(view, rows=rows, decisions=tuple(hidden_decision(decision, redaction) for decision in view.decisions))


def hidden_decision(decision: Decision, redaction: Redaction) -> Decision:
    reviewer = "a reviewer" if redaction.reviewers else decision.reviewer
    return replace(decision, reviewer=reviewer, reason="" if redaction.notes else decision.reason)


def printable(outlets: tuple[str, ...]) -> Callable[[Any], Any]:
    """A function that takes the outlets' names out of anything that is about to be printed, and what no page may hold: control characters
    and lone surrogates become U+FFFD. Markup is masked in its escaped form.
    """
    names = sorted({form for name in outlets if name for form in (name, escape(name))}, key=len, reverse=True)
    withheld = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE) if names else None

    def mask(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        found = UNPRINTABLE.sub("\ufffd", value) if UNPRINTABLE.search(value) else value
        found = withheld.sub(BLACK, found) if withheld else found
        return value if found == value else type(value)(found) if hasattr(value, "__html__") else str(found)

    return mask
