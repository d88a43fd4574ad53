"""What can be done to the speaker in focus: another name, joined with another, a spelling told apart, no name at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker import review
from tracker.model import Speaker, SpeakerKind, Verdict
from tracker.tui.dialogs import Option, Pick, among
from tracker.tui.rowlist import RowList
from tracker.tui.screen import DeskScreen


class Naming(DeskScreen):
    """A place with a list of speakers."""

    needs_row = frozenset(("rename", "join", "split", "unnamed"))

    @property
    def main(self) -> RowList:
        return self.speakers

    @property
    def speakers(self) -> RowList:
        return self.query_one("#speakers", RowList)

    async def decide(self, verdict: Verdict, speakers: Sequence[Speaker], value: str = "", reason: str | None = None) -> None:
        names = [speaker.id or speaker.name for speaker in speakers]
        why = self.desk.take_reason() if reason is None else reason
        await self.desk.ask(review.speakers, verdict, names, self.desk.reviewer, why, value)
        self.status.note("reason", *self.reason_runs())

    def action_rename(self) -> None:
        self.later("dialog", self.rename)

    async def rename(self) -> None:
        speaker: Speaker | None = self.speakers.item
        name = await self.ask_line("The name to show", speaker.name, "Every spelling found in articles is kept.") if speaker else None
        if speaker and name and name.strip() and name.strip() != speaker.name:
            await self.decide(Verdict.RENAME_SPEAKER, [speaker], name.strip())
            await self.fresh()

    def action_join(self) -> None:
        self.later("dialog", self.join)

    async def join(self) -> None:
        speaker: Speaker | None = self.speakers.item
        if not speaker:
            return

        async def find(text: str) -> Sequence[Option[Any]]:
            found = await self.desk.ask(lambda store: store.speakers(text.strip(), 0, 30))
            return [Option(s.name, s, ", ".join(s.variants[:4])) for s in found if s.id != speaker.id]

        taken = await self.app.push_screen_wait(Pick(f"{speaker.name} is the same as …", find))
        if taken:
            await self.decide(Verdict.SAME_SPEAKER, [speaker, taken[0]])
            self.say(f"Joined: {speaker.name} and {taken[0].name}. z undoes.")
            await self.fresh()

    def action_split(self) -> None:
        self.later("dialog", self.split)

    async def split(self) -> None:
        """Tell one spelling from the speaker it was joined to."""
        speaker: Speaker | None = self.speakers.item
        others = [Option(v, v) for v in speaker.variants if v != speaker.name] if speaker else []
        if not speaker or not others:
            self.say("This speaker has one spelling only: nothing to split off.", "warning")
            return

        taken = await self.app.push_screen_wait(Pick(f"Not {speaker.name}:", among(others)))
        if taken:
            await self.decide(Verdict.NOT_SAME_SPEAKER, [speaker, Speaker("", taken[0], speaker.kind)])
            await self.fresh()

    def action_unnamed(self) -> None:
        self.later("verdict", self.mark_unnamed)

    async def mark_unnamed(self) -> None:
        speaker: Speaker | None = self.speakers.item
        if speaker and speaker.kind is not SpeakerKind.UNNAMED:
            await self.decide(Verdict.UNNAMED_SPEAKER, [speaker])
            self.say(f"{speaker.name} is nobody by name. z undoes.")
            await self.fresh()
