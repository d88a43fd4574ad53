"""Home: what is new, what awaits a person, and where they were. Every line leads to where the work is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker import cases, history, review
from tracker.model import Query, Span
from tracker.store.base import Store
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Card, Option, Pick, among
from tracker.tui.line import Line, Run, columns, line, paragraph
from tracker.tui.narrowing import AWAITING, EVERYTHING
from tracker.tui.rowlist import RowList
from tracker.tui.rows import about, day, moment
from tracker.tui.screen import DeskScreen

RECENT = 8
NOBODY = "unattributed_quotation"
SOME = 200  # counted no further: "200+" says enough


@dataclass(frozen=True, slots=True)
class Entry:
    """count — None for a line that is no count; place — where enter leads; codes — the findings that enter lists instead."""

    glyph: str
    role: str
    count: int | None
    words: str
    place: str
    codes: tuple[str, ...] = ()


def gather(store: Store, case: str | None = None) -> list[Entry]:
    """What awaits a person, in order of worth; what there is none of is left out, but for articles."""
    conflicts = store.count_queue(Query(states=AWAITING, relations=("conflict",), case=case))
    others = store.count_queue(replace(EVERYTHING, case=case)) - conflicts
    disputed = store.count_queue(Query(states=("disputed",), case=case))
    held = set(cases.speakers(store, Query(case=case))) if case else None
    proposals = sum(held is None or bool({view.a.id, view.b.id} & held) for view in review.proposals(store, 0, SOME))
    findings = Counter(finding.code for finding in store.findings(Query(case=case), 0, SOME))
    nobody = findings.pop(NOBODY, 0)
    amiss = tuple(findings)
    found = findings.total()
    articles = store.count_articles(Query(case=case))
    entries = [
        Entry("≠", "conflict", conflicts, f"conflict{'s' * (conflicts != 1)}: figures that cannot all be true", "conflicts"),
        Entry("!", "disputed", disputed, f"claim{'s' * (disputed != 1)} on which two reviewers disagree", "conflicts"),
        Entry("~", "compatible", others, f"other claim{'s' * (others != 1)} to look over", "conflicts"),
        Entry("☺", "speaker", proposals, f"pair{'s' * (proposals != 1)} of speakers to join or tell apart", "speakers"),
        Entry("?", "warn", nobody, f"quotation{'s' * (nobody != 1)} nobody could be credited with", "sources", (NOBODY,)),
        Entry(
            "⚠",
            "warn",
            findings.total(),
            f"finding{'s' * (found != 1)} in the texts: dates that do not fit, unpaired marks",
            "sources",
            amiss,
        ),
    ]
    if not articles:
        return [Entry("+", "key", None, "add the first articles: a file, a folder, a web address", "add")]
    return [entry for entry in entries if entry.count] + [Entry("▤", "dim", articles, f"article{'s' * (articles != 1)}", "sources")]


def listed(store: Store, codes: Collection[str], case: str | None) -> list[Option[tuple[str, Span | None]]]:
    """The findings of these kinds, each with its article, as something to choose."""
    found = [finding for finding in store.findings(Query(case=case), 0, SOME) if finding.code in codes]
    ids = tuple(dict.fromkeys(finding.article for finding in found))
    headings = {h.id: h for h in store.headings(Query(articles=ids), 0, len(ids))} if ids else {}
    where = {key: f"{h.outlet or h.title or 'no outlet'} · {day(h.day)}" for key, h in headings.items()}
    return [Option(where.get(finding.article, ""), (finding.article, finding.span), finding.message) for finding in found]


class HomeScreen(DeskScreen):
    place = "home"
    DEFAULT_CSS = """
    HomeScreen {
        #entries { height: auto; min-height: 7; max-height: 60%; margin: 1 2; }
        #recent { height: 1fr; margin: 0 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="home.open"),
        Binding("plus", "app.add", "Add articles", id="home.add"),
        Binding("z", "app.undo", "Undo", show=False, id="home.undo"),
        Binding("q", "app.quit", "Quit", id="home.quit"),
    ]

    def body(self) -> ComposeResult:
        yield RowList(entry_row, lambda entry: entry.words, empty="Reading …", id="entries")
        yield Card(id="recent")

    @property
    def hinted(self) -> Collection[str]:
        return ("list.open", "app.palette")

    @property
    def entries(self) -> RowList:
        return self.query_one("#entries", RowList)

    def on_mount(self) -> None:
        self.query_one("#recent", Card).can_focus = False
        self.entries.focus()

    async def fresh(self) -> None:
        entries = await self.desk.ask(gather, self.desk.case)
        entries = [newly(entry, self.desk) if entry.glyph == "▤" else entry for entry in entries]
        mine = await self.desk.of_case(cases.decisions)
        recent = await self.desk.ask(history.log, 0, RECENT) if mine is None else mine[:RECENT]
        self.entries.show_rows([*entries, *where_you_were(self.desk.session)])
        empty = entries[-1].place == "add"
        self.query_one("#recent", Card).show(
            lambda width: (
                paragraph(WELCOME, width, "", " ")
                if empty
                else [
                    *paragraph("The newest decisions" if recent else NONE_YET, width, "dim", " "),
                    *(recent_line(d, width) for d in recent),
                ]
            )
        )

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        entry: Entry = event.item
        if entry.codes:
            self.later("dialog", self.choose_finding, entry)
        else:
            self.app.call_later(self.app.run_action, "add" if entry.place == "add" else f"go('{entry.place}')")

    async def choose_finding(self, entry: Entry) -> None:
        """What is to be looked at in the texts; enter opens the article there."""
        options = await self.desk.ask_aside(listed, entry.codes, self.desk.case)
        taken = await self.app.push_screen_wait(Pick(f"{len(options)} {entry.words}", among(options), foot="enter opens the article there"))
        if taken:
            self.open_article(*taken[0])

    def action_open(self) -> None:
        self.entries.action_choose()


WELCOME = (
    "Nothing has been read yet.\n\n"
    "Press + and give a file, a folder or a web address. The articles are read, every statement and figure is taken out, and what "
    "contradicts comes to you under 2, Conflicts.\n\n"
    "? shows the keys of wherever you are; ctrl+p finds everything by name."
)
NONE_YET = "No decision yet. Open the conflicts with enter: one key gives a verdict, z undoes it."


def newly(entry: Entry, desk: Desk) -> Entry:
    """The articles, with how many came since the last session; how many there are now is kept for the next one."""
    before, count = desk.articles_before, entry.count or 0
    desk.session["articles"] = count if desk.case is None else before
    new = count - before if isinstance(before, int) and desk.case is None else 0
    return replace(entry, words=f"{entry.words}, {new:,} of them new since you were here last") if new > 0 else entry


def where_you_were(session: dict[str, object]) -> list[Entry]:
    place = session.get("left")
    return [Entry("↩", "key", None, f"back to where you were: {str(place).capitalize()}", str(place))] if place and place != "home" else []


def entry_row(entry: Entry, width: int, marked: bool) -> list[Line]:
    if entry.count is None:
        return [line(Run(f"{entry.glyph} ", entry.role), entry.words)]
    count = "" if entry.count is None else f"{entry.count:,}" + "+" * (entry.count == SOME and entry.role in ("speaker", "warn"))
    return [columns([(line(Run(entry.glyph, entry.role)), 2), (line(Run(count, "strong")), -7), (entry.words, max(1, width - 12))])]


def recent_line(decision: object, width: int) -> Line:
    from tracker.model import Decision

    assert isinstance(decision, Decision)
    role = "" if decision.stands else "removed"
    return columns(
        [
            (f"  {moment(decision.at)}", 18),
            (decision.reviewer, 12),
            (line(Run(decision.act, role or "strong")), 18),
            (line(Run(about(decision), role)), max(1, width - 52)),
        ]
    )
