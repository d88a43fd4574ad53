"""Verdicts on the claim in focus: what a key of the queue writes, and where it goes on to."""

from __future__ import annotations

from tracker import review
from tracker.model import Claim, ClaimView, Decision, FigureRow, QueueRow, Verdict
from tracker.store.base import Store
from tracker.tui.casing import Thing
from tracker.tui.citing import Citing
from tracker.tui.dialogs import Option, Pick, among
from tracker.tui.narrowing import EVERYTHING
from tracker.tui.paint import content
from tracker.tui.rowlist import RowList
from tracker.tui.verdicts import meant


class Judging(Citing):
    """A place with a queue of claims and the figures of the one in focus. Subclasses lay them out."""

    def __init__(self) -> None:
        super().__init__()
        self.query_shown = EVERYTHING
        self.view: ClaimView | None = None

    @property
    def queue(self) -> RowList:
        return self.query_one("#queue", RowList)

    @property
    def figures(self) -> RowList:
        return self.query_one("#figures", RowList)

    def name_queue(self) -> None:
        narrowed = " · filtered" if self.query_shown != EVERYTHING else ""
        self.queue.border_title = content(f" {self.queue.total:,} to judge{narrowed} ")

    @property
    def marked_figures(self) -> list[FigureRow]:
        return list(self.figures.marks.values())

    def action_verdict(self, name: str) -> None:
        self.later("verdict", self.judge, Verdict(name))

    async def judge(self, verdict: Verdict) -> None:
        """Write the verdict and go on to the next claim. Marked claims are all judged, each as a whole."""
        claims: list[QueueRow] = list(self.queue.marks.values())
        if claims and verdict is Verdict.PREFER:
            self.say("Prefer names one figure: clear the marks with esc, then choose it.", "warning")
            return
        targets = [(verdict, list(row.claim.figures)) for row in claims]
        if not targets:
            if not (self.view and self.figures.item):
                return
            targets = [meant(verdict, self.view.claim.figures, self.figures.item, self.marked_figures)]
        reason = self.desk.take_reason()
        for one, figures in targets:
            await self.desk.ask(review.judge, one, figures, self.desk.reviewer, reason)
        self.say(f"{verdict.value.replace('_', ' ').capitalize()}{f' on {len(targets)} claims' if len(targets) > 1 else ''}. z undoes.")
        await self.move_on(decided={row.claim.id for row in claims} or {self.view.claim.id if self.view else ""})

    async def move_on(self, decided: set[str]) -> None:
        """The next claim that was not judged just now, or the list's end."""
        self.status.note("reason", *self.reason_runs())
        after = (self.queue.at(index) for index in range(self.queue.cursor, self.queue.cursor + 200))
        keep = next((row.claim.id for row in after if row is not None and row.claim.id not in decided), None)
        index = self.queue.cursor
        self.queue.clear_marks()
        self.figures.clear_marks()
        await self.queue.reload(keep=keep, index=index)
        self.name_queue()

    def action_bounds(self) -> None:
        self.later("dialog", self.ask_bounds)

    async def ask_bounds(self) -> None:
        row: FigureRow | None = self.figures.item
        if not row:
            return
        f = row.figure
        stated = f.low if f.low is not None else f.high
        options = [
            Option(f"{word} = {value:,}", (verdict, str(value)), f"{row.figure.words} — {row.figure.speaker or row.heading.outlet or ''}")
            for word, verdict, value in (
                ("best", Verdict.SET_BEST, stated),
                ("low", Verdict.SET_LOW, f.low if f.low is not None else f.high),
                ("high", Verdict.SET_HIGH, f.high if f.high is not None else f.low),
            )
            if value is not None
        ]
        taken = await self.app.push_screen_wait(Pick("Low, best, high — or type: best 1300", among(options), free=True))
        if not taken:
            return
        chosen = taken[0] if isinstance(taken[0], tuple) else typed_bound(taken[0])
        if chosen is None:
            self.say("Type low, best or high and a number: best 1300", "warning")
            return
        assert self.view
        figures = [f.id, *(figure for figure in self.view.claim.figures if figure != f.id)]
        await self.desk.ask(review.judge, chosen[0], figures, self.desk.reviewer, self.desk.take_reason(), chosen[1])
        await self.fresh_claim()

    async def fresh_claim(self) -> None:
        """The same claim read again: the queue row and the figures."""
        self.status.note("reason", *self.reason_runs())
        self.queue.told = None
        await self.queue.reload()

    def action_rename(self) -> None:
        self.later("dialog", self.rename)

    async def rename(self) -> None:
        view = self.view
        name = await self.ask_line("The name of the claim", view.claim.name) if view else None
        if view and name and name.strip() and name.strip() != view.claim.name:
            reason = self.desk.take_reason()
            await self.desk.ask(review.on_claim, view.claim.id, Verdict.RENAME_CLAIM, self.desk.reviewer, reason, name.strip())
            self.say("Renamed. z undoes.")
            await self.fresh_claim()

    @property
    def things(self) -> list[Thing]:
        claims = [row.claim for row in self.queue.marks.values()] or ([self.view.claim] if self.view else [])
        return [Thing("claim", claim.id, claim.name) for claim in claims]

    def action_origin(self) -> None:
        self.later("verdict", self.part_origin)

    async def part_origin(self) -> None:
        """Figures that were taken for echoes of others have an origin of their own: they count as independent."""
        rows = self.marked_figures or ([self.figures.item] if self.figures.item else [])
        if not self.view or not rows or len(rows) == len(self.view.claim.figures):
            self.say("Mark the figures that come from elsewhere (space), leaving at least one, then O.", "warning")
            return
        ids, reason = [row.figure.id for row in rows], self.desk.take_reason()
        await self.desk.ask(review.judge, Verdict.SPLIT_ORIGIN, ids, self.desk.reviewer, reason)
        self.say(f"{len(ids)} of another origin. z undoes.")
        self.figures.clear_marks()
        await self.fresh_claim()

    def action_split(self) -> None:
        self.later("verdict", self.split)

    async def split(self) -> None:
        rows = self.marked_figures or ([self.figures.item] if self.figures.item else [])
        if not self.view or not rows or len(rows) == len(self.view.claim.figures):
            self.say("Mark the figures that are a question of their own (space), leaving at least one, then S.", "warning")
            return
        ids = [row.figure.id for row in rows]
        await self.desk.ask(review.judge, Verdict.SPLIT_CLAIM, ids, self.desk.reviewer, self.desk.take_reason(), "")
        self.say(f"{len(ids)} split off. z undoes.")
        self.figures.clear_marks()
        await self.fresh_claim()

    def action_join(self) -> None:
        self.later("verdict", self.join)

    async def join(self) -> None:
        claims: dict[str, QueueRow] = {row.claim.id: row for row in self.queue.marks.values()}
        if self.queue.item:
            claims.setdefault(self.queue.item.claim.id, self.queue.item)
        if len(claims) < 2:
            self.say("Mark the other claim in the queue (space), go to this one, then M.", "warning")
            return
        ids = [figure for row in claims.values() for figure in row.claim.figures]
        await self.desk.ask(review.judge, Verdict.JOIN_CLAIMS, ids, self.desk.reviewer, self.desk.take_reason(), "")
        self.say(f"{len(claims)} claims joined. z undoes.")
        self.queue.clear_marks()
        await self.fresh_claim()


def claim_about(store: Store, decision: Decision) -> Claim | None:
    """The claim that holds the first figure a decision is about; None where it is about something else."""
    figures = (store.target_of(anchor) for anchor in decision.anchors if anchor.what == "figure")
    return next((claim for figure in figures if figure and (claim := store.claim_of(figure))), None)


def typed_bound(text: str) -> tuple[Verdict, str] | None:
    """`best 1,300` → the verdict and the number; None for anything else."""
    word, _, rest = text.strip().partition(" ")
    verdict = {"low": Verdict.SET_LOW, "best": Verdict.SET_BEST, "high": Verdict.SET_HIGH}.get(word.rstrip("=:").lower())
    digits = rest.strip(" =").replace(",", "").replace(" ", "")
    return (verdict, digits) if verdict and digits.isascii() and digits.isdigit() else None
