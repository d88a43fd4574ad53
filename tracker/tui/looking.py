"""The claim in focus: its figures, their timeline, the words they were read from, and why they stand as they do."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from tracker import review
from tracker.model import ArticleView, ClaimView, FigureRow, Point, QueueRow, Relation
from tracker.store.base import Store
from tracker.tui.citing import Cited
from tracker.tui.dialogs import Card, Show
from tracker.tui.judging import Judging
from tracker.tui.line import Line, paragraph, some
from tracker.tui.pages import PAGE, Begin
from tracker.tui.paint import content
from tracker.tui.passage import lights_of_row
from tracker.tui.plot import Plot
from tracker.tui.reader import Reader
from tracker.tui.rows import claim_title, figure_row, origins_of, standing, worst_of
from tracker.tui.why import passage_of, two_rows, why
from tracker.tui.wording import side_by_side, summary

ARTICLES = 30  # kept as read while a person goes up and down the figures


class Looking(Judging):
    """A place that shows one claim of its queue. Of a claim with very many figures only those that are seen are read."""

    def __init__(self) -> None:
        super().__init__()
        self.articles: dict[str, ArticleView | None] = {}
        self.worst: dict[str, Relation] = {}
        self.origins: dict[str, int] = {}
        self.named: dict[str, int] = {}

    @property
    def source(self) -> Reader:
        return self.query_one("#source", Reader)

    @property
    def cited(self) -> Cited | None:
        row: FigureRow | None = self.figures.item
        return Cited(passage_of(row), row.said_by, row.heading, row.statement) if row else None

    async def stay(self) -> None:
        self.articles.clear()
        await self.fresh_claim()

    async def show_claim(self, row: QueueRow | None) -> None:
        looked = await self.desk.ask(look, row.claim.id, set(self.articles)) if row else None
        view, points, article = looked or (None, (), None)
        if view and article:
            self.know_article(view.rows[0].figure.article, article)
        if row:
            self.memory.update(claim=row.claim.id, index=self.queue.cursor)
        same = view and self.view and view.claim.id == self.view.claim.id
        if bool(view) is not bool(self.view):
            self.call_next(self.refresh_bindings)
        self.view = view
        if not same:
            self.figures.clear_marks()
        head = self.query_one("#head", Card)
        head.border_title = content(f" {view.claim.name} ") if view else None
        head.show(lambda width: self.head_lines(width))
        self.worst, self.origins, self.named = {}, origins_of(view.claim) if view else {}, {}
        self.know(view)
        if view and len(view.claim.figures) > PAGE:
            more = partial(self.more_figures, view.claim.id)
            self.figures.show_first(view.rows, len(view.claim.figures), more, keep=None if same else "")
        else:
            self.figures.show_rows(view.rows if view else (), keep=None if same else "")
        here: FigureRow | None = self.figures.item
        self.query_one(Plot).show(points, here.figure.id if here else "")
        if view and points is None:
            self.query_one(Plot).show(await self.desk.ask_aside(lambda store: store.points(view.claim.id)))

    async def more_figures(self, claim: str, begin: Begin, limit: int) -> Sequence[FigureRow]:
        page = await self.desk.ask(lambda store: store.claim_view(claim, begin.row, limit))
        self.know(page)
        return page.rows if page else ()

    def know(self, view: ClaimView | None) -> None:
        """How each figure that was read stands at worst to the others of its claim, and of which origin it is."""
        if view:
            self.worst.update(worst_of(view.pairs))
            for row in view.rows:
                self.named.setdefault(row.origin, len(self.named) + 1)

    def head_lines(self, width: int) -> Sequence[Line]:
        """Three lines: what the claim is, what people hold of it, why the program thinks so — two of these where nobody has judged it."""
        if not self.view:
            return ()
        decided = standing(self.view)
        reason = paragraph(self.view.claim.reason, width, "dim")
        return [claim_title(self.view), *([decided] if decided else ()), *some(reason, 1 if decided else 2)]

    def draw_figure(self, row: FigureRow, width: int, marked: bool) -> list[Line]:
        origin = self.origins.get(row.figure.id) or self.named.get(row.origin, 0)
        return figure_row(row, width, marked, self.worst.get(row.figure.id), origin)

    def show_figure(self, row: FigureRow | None) -> None:
        self.query_one(Plot).point_out(row.figure.id if row else "")
        if not row:
            self.source.border_title = None
            self.source.show("")
            return
        self.name_source(row)
        known = self.articles.get(row.figure.article)
        if known:
            self.show_article(row, known)
        else:
            self.later("article", self.read_article, row)

    async def read_article(self, row: FigureRow) -> None:
        article = await self.desk.ask(lambda store: store.article_view(row.figure.article))
        self.know_article(row.figure.article, article)
        here = self.figures.item
        if article and here and here.figure.id == row.figure.id:
            self.show_article(row, article)

    def know_article(self, article: str, view: ArticleView | None) -> None:
        if len(self.articles) > ARTICLES:
            self.articles.clear()
        self.articles[article] = view

    def show_article(self, row: FigureRow, view: ArticleView) -> None:
        self.source.show(view.article.text, lights_of_row(row), row.figure.span, view.statements, key=row.figure.id)

    def name_source(self, row: FigureRow) -> None:
        h = row.heading
        words = " · ".join(part for part in (h.outlet or "", str(h.day or ""), h.title or "") if part)
        self.source.border_title = content(f" {words} ")

    async def whole(self) -> ClaimView | None:
        """The claim in focus with all its figures, which the list reads a page at a time."""
        view = self.view
        if view is None or len(view.rows) == len(view.claim.figures):
            return view
        return await self.desk.ask(review.claim, view.claim.id)

    def action_why(self) -> None:
        self.later("dialog", self.show_why)

    async def show_why(self) -> None:
        if view := await self.whole():
            self.app.push_screen(Show("Why", lambda width: why(view, width)))

    def action_wording(self) -> None:
        self.later("dialog", self.show_wording)

    async def show_wording(self) -> None:
        here: FigureRow | None = self.figures.item
        rows = self.marked_figures[:2]
        if len(rows) < 2 and here and (view := await self.whole()):
            rows = two_rows(view, here)
        if len(rows) < 2:
            self.say("One figure only: nothing to lay beside it.", "warning")
            return
        a, b = (passage_of(row) for row in rows[:2])
        names = " │ ".join(row.heading.outlet or row.heading.title or "" for row in rows[:2])
        self.app.push_screen(Show(names, lambda width: [*paragraph(summary(a, b), width, "strong"), (), *side_by_side(a, b, width)]))


Looked = tuple[ClaimView | None, list[Point] | None, ArticleView | None]


def look(store: Store, claim_id: str, known: Collection[str] = ()) -> Looked:
    """The claim with its first figures; its timeline, that of a claim with very many left for later; and the article of its first figure,
    unless it is known: all that is seen first, in one question and one paint.
    """
    view = store.claim_view(claim_id, 0, PAGE)
    if not view or not view.rows:
        return view, [], None
    first = view.rows[0].figure.article
    points = None if len(view.claim.figures) > PAGE else store.points(claim_id)
    return view, points, None if first in known else store.article_view(first)
