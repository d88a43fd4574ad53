"""Speakers: proposed joins to judge, every speaker with spellings and titles, and what each said in time order."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Collection, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from tracker import cases, review, search
from tracker.model import Decision, Hit, Profile, ProposalView, Speaker, Verdict
from tracker.tui.casing import MANY, Thing, speakers_of, those_called
from tracker.tui.dialogs import Card, Show
from tracker.tui.line import counted, found, paragraph
from tracker.tui.naming import Naming
from tracker.tui.pages import PAGE, Begin
from tracker.tui.paint import content
from tracker.tui.profiles import beside, profile_lines
from tracker.tui.rowlist import RowList
from tracker.tui.saidrows import proposal_row, said_row, speaker_row

SOME = 200  # proposals shown
NO_SPEAKERS = "No speaker here yet. Add articles with +, or clear the filter with escape."


class SpeakersScreen(Naming):
    place = "speakers"
    DEFAULT_CSS = """
    SpeakersScreen {
        #people { width: 40%; min-width: 30; }
        #proposals { height: auto; max-height: 35%; border-top: solid $foreground 30%; }
        #speakers { height: 1fr; border-top: solid $foreground 30%; }
        #filter { border: none; height: 1; padding: 0 1; background: $boost; display: none; }
        #who { border-left: solid $foreground 30%; }
        &.-narrow #people { width: 100%; height: 40%; }
        &.-narrow #who { border-left: none; }
        #card { height: auto; max-height: 60%; border-top: solid $foreground 30%; }
        #said { height: 1fr; border-top: solid $foreground 30%; }
        #proposals:focus, #speakers:focus, #said:focus, #card:focus { border-top: solid $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "verdict('same_speaker')", "Same", id="speakers.same"),
        Binding("n", "verdict('not_same_speaker')", "Not the same", id="speakers.not_same"),
        Binding("u", "verdict('unsure_speaker')", "Unsure", id="speakers.unsure"),
        Binding("slash", "filter", "Find", id="speakers.filter"),
        Binding("r", "rename", "Rename", id="speakers.rename"),
        Binding("M", "join", "Join with another", id="speakers.join"),
        Binding("S", "split", "Split a spelling off", id="speakers.split"),
        Binding("U", "unnamed", "Mark as unnamed", show=False, id="speakers.unnamed"),
        Binding("i", "why", "Why", show=False, id="speakers.why"),
        Binding("z", "app.undo", "Undo", id="speakers.undo"),
        Binding("escape", "clear", "Clear", show=False, id="speakers.clear"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.profile: Profile | None = None

    def body(self) -> ComposeResult:
        with Horizontal(classes="beside"):
            with Vertical(id="people"):
                yield RowList(proposal_row, lambda p: f"{p.proposal.a} {p.proposal.b}", id="proposals")
                yield RowList(speaker_row, lambda s: s.id, empty=NO_SPEAKERS, id="speakers")
                yield Input(placeholder="a name, also misspelt", id="filter")
            with Vertical(id="who"):
                yield Card(id="card")
                yield RowList(said_row, lambda hit: hit.statement.id, empty="Nothing said.", row_height=2, id="said")

    @property
    def proposals(self) -> RowList:
        return self.query_one("#proposals", RowList)

    @property
    def said(self) -> RowList:
        return self.query_one("#said", RowList)

    @property
    def card(self) -> Card:
        return self.query_one("#card", Card)

    @property
    def things(self) -> list[Thing]:
        chosen: list[Speaker] = list(self.speakers.marks.values()) or ([self.speakers.item] if self.speakers.item else [])
        return [Thing("speaker", speaker.id, speaker.name) for speaker in chosen]

    def on_mount(self) -> None:
        self.proposals.show_rows(())
        self.proposals.focus()

    async def fresh(self) -> None:
        await self.read_proposals()
        await self.read_speakers(keep=self.memory.get("speaker"))

    async def after_undo(self, decision: Decision | None) -> None:
        """A join that is open again is the next to judge."""
        await self.fresh()
        if self.proposals.total and decision:
            self.proposals.focus()

    async def read_proposals(self) -> None:
        mine = await self.desk.of_case(cases.speakers)
        found = await self.desk.ask(review.proposals, 0, SOME if mine is None else MANY)
        if mine is not None:
            found = [view for view in found if {view.a.id, view.b.id} & set(mine)][:SOME]
        self.proposals.show_rows(found)
        self.proposals.border_title = content(f" {len(found)}{'+' * (len(found) == SOME)} to join or tell apart ")
        if not found and self.proposals.has_focus:
            self.speakers.focus()
        self.proposals.display = bool(found)

    async def read_speakers(self, keep: str | None = None) -> None:
        name = self.query_one("#filter", Input).value.strip()
        mine = await self.desk.of_case(cases.speakers)
        if mine is None:
            self.speakers.read_from(
                lambda begin, limit: self.desk.ask(lambda store: store.speakers(name, begin.offset, limit, begin.past)),
                lambda: self.desk.ask(lambda store: store.count_speakers(name)),
            )
        else:
            called = await self.desk.ask(those_called, mine, name)
            self.speakers.read_from(
                lambda begin, limit: self.desk.ask(speakers_of, called[begin.row : begin.row + limit]),
                lambda: asyncio.sleep(0, len(called)),
            )
        await self.speakers.reload(keep=keep)
        judged = "" if self.proposals.total or not self.speakers.total else " · none to join"
        self.speakers.border_title = content(f" {counted(self.speakers.total, 'speaker')}{judged} ")

    # what is shown

    @property
    def hinted(self) -> Collection[str]:
        return () if self.proposals.has_focus else super().hinted

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Verdicts are on a proposed join; the others on a speaker of the list below."""
        if action == "verdict" and self.is_mounted and not self.proposals.has_focus:
            return False
        return super().check_action(action, parameters)

    def on_descendant_focus(self) -> None:
        if self.proposals.has_focus and self.proposals.item:
            self.show_proposal(self.proposals.item)
        elif self.speakers.has_focus and self.speakers.item:
            self.later("profile", self.show_speaker, self.speakers.item)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if event.list is self.proposals and (self.proposals.has_focus or not self.speakers.has_focus):
            if event.item:
                self.show_proposal(event.item)
        elif event.list is self.speakers and (self.speakers.has_focus or not self.proposals.item):
            if event.item:
                self.memory["speaker"] = event.item.id
            self.later("profile", self.show_speaker, event.item)

    def show_proposal(self, view: ProposalView) -> None:
        self.workers.cancel_group(self, "profile")
        self.profile = None
        self.card.border_title = content(" the same? ")
        self.card.show(lambda width: beside(view, width))
        self.said.display = False
        self.card.styles.max_height = "100%"

    async def show_speaker(self, speaker: Speaker | None) -> None:
        self.said.display = True
        self.card.styles.max_height = "60%"
        profile = self.profile = await self.desk.ask_aside(search.profile, speaker.id, PAGE) if speaker else None
        self.card.border_title = content(f" {speaker.name} " if speaker else "")
        self.card.show(lambda width: profile_lines(profile, width) if profile else ())
        if not speaker or not profile:
            self.said.show_rows(())
            self.said.border_title = None
            return

        def more(begin: Begin, limit: int) -> Awaitable[Sequence[Hit]]:
            return self.desk.ask_aside(lambda store: store.statements_of(speaker.id, begin.offset, limit, begin.past))

        self.said.show_first(profile.hits, profile.said, more, keep="")
        self.said.border_title = content(f" said, in time order: {found(profile.said)} ")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if event.list is self.said:
            hit: Hit = event.item
            self.open_article(hit.statement.article, hit.statement.span)
        elif event.list is self.speakers:
            self.said.focus()

    # judging

    def action_verdict(self, name: str) -> None:
        self.later("verdict", self.judge, Verdict(name))

    async def judge(self, verdict: Verdict) -> None:
        """The verdict on the proposal in focus, or on every marked one, and on to the next."""
        chosen: list[ProposalView] = list(self.proposals.marks.values()) or ([self.proposals.item] if self.proposals.item else [])
        if not chosen or not self.proposals.has_focus:
            self.say("Verdicts are on a proposed join: go to the upper list with tab. M joins any two speakers.", "warning")
            return
        reason = self.desk.take_reason()
        for view in chosen:
            await self.decide(verdict, [view.a, view.b], reason=reason)
        self.proposals.clear_marks()
        self.say(f"{verdict.value.replace('_', ' ').capitalize()}: {chosen[0].a.name} / {chosen[0].b.name}. z undoes.")
        await self.fresh()

    def on_row_list_marked(self, event: RowList.Marked) -> None:
        if event.list is self.proposals:
            self.marks_changed(event.list, "proposal")

    def action_why(self) -> None:
        view: ProposalView | None = self.proposals.item
        if view and self.proposals.has_focus:
            self.app.push_screen(Show("Why", lambda width: paragraph(view.proposal.match.reason, width)))

    # filtering

    def action_filter(self) -> None:
        box = self.query_one("#filter", Input)
        box.display = True
        box.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.later("speakers", self.read_speakers)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.speakers.focus()

    def action_clear(self) -> None:
        box = self.query_one("#filter", Input)
        box.value, box.display = "", False
        self.speakers.focus()
