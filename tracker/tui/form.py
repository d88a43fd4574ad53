"""A window with several lines to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input

from tracker.tui.desk import Blank
from tracker.tui.dialogs import Dialog, Tall
from tracker.tui.line import Line, Run, line, paragraph, typeable
from tracker.tui.paint import Painted


class Label(Painted):
    def __init__(self, words: Line) -> None:
        super().__init__()
        self.words = words

    def line(self, y: int) -> Line:
        return self.words


class Form(Dialog[Mapping[str, str]]):
    """The answer is name → what was typed, without spaces around it. Enter goes on to the next line, and takes them all at the last."""

    DEFAULT_CSS = """
    Form Horizontal { height: 1; }
    Form Label { width: 26; height: 1; overflow-y: hidden; }
    Form Input, Form Input:focus { width: 1fr; margin: 0; }
    Form Input:focus { background: $primary-muted; }
    Form Tall { margin: 1 0 0 0; }
    """
    buttons = (("OK", "take"), ("Leave", "leave"))

    def __init__(self, title: str, blanks: Sequence[Blank], about: str = "") -> None:
        super().__init__(title, "enter goes on · tab moves · esc leaves")
        self.blanks, self.about = blanks, about
        self.wrong = ""

    def inside(self) -> ComposeResult:
        for blank in self.blanks:
            with Horizontal():
                yield Label(line(Run(blank.label), Run(" *" if blank.is_needed else "", "key")))
                yield Input(typeable(blank.value), placeholder=blank.hint, select_on_focus=False, id=f"blank-{blank.name}")
        yield Tall(self.told)

    def told(self, width: int) -> list[Line]:
        return [*(paragraph(self.wrong, width, "bad") if self.wrong else ()), *paragraph(self.about, width, "dim")]

    def on_input_submitted(self, event: Input.Submitted) -> None:
        inputs = list(self.query(Input))
        at = inputs.index(event.input)
        if at + 1 < len(inputs):
            inputs[at + 1].focus()
        else:
            self.action_take()

    def action_take(self) -> None:
        answers = {blank.name: self.query_one(f"#blank-{blank.name}", Input).value.strip() for blank in self.blanks}
        missing = next((blank for blank in self.blanks if blank.is_needed and not answers[blank.name]), None)
        if missing is None:
            self.dismiss(answers)
            return
        self.wrong = f"{missing.label} is needed."
        self.query_one(Tall).remake()
        self.query_one(f"#blank-{missing.name}", Input).focus()
