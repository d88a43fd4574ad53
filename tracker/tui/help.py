"""Help for where one is: every key that works in the focused pane, then on the screen, then everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.screen import Screen

from tracker.tui.dialogs import Card, Show
from tracker.tui.line import Line, Run, columns, line, paragraph

LEGEND = (
    ("≠", "conflict", "figures that cannot all be true"),
    ("→", "revision", "a later figure replaces an earlier one"),
    ("↗", "running_total", "one count that grows"),
    ("~", "compatible", "the intervals meet"),
    ("=", "corroborates", "the same figure from another origin"),
    ("»", "echo", "the same figure from the same origin"),
    ("?", "warn", "nobody credited, or unsure"),
    ("◇", "dim", "independent origins; in a row, which of them"),
    ("✓", "decided", "judged"),
    ("!", "disputed", "two reviewers disagree"),
    ("#", "key", "a statement that holds a figure"),
    ("☺", "dim", "a person; ▣ a body, ▤ a group; ×3 in three spellings"),
    ("✎", "key", "made by hand (⇣ imported)"),
    ("❝", "dim", "beside a text: a quotation; ┆ what somebody said, reworded; · a figure in the outlet's own voice"),
    ("~", "dim", "after a day: inferred, not stated"),
)

REMAP = "Every key can be changed in the configuration file, section [keymap], by the name of its action."


class Key(NamedTuple):
    """What stands on one line of the help, and the key that a click on it presses; says — what it means, where a word does not tell."""

    keys: str
    what: str
    press: str
    says: str = ""


class Keys(Show):
    """The help: a click on a line does what its key does. The answer is that key."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[Key]]]) -> None:
        super().__init__("Keys", lambda width: help_lines(groups, width), "a click does it · esc closes · j k scroll")

    def on_click(self, event: events.Click) -> None:
        run = self.query_one(Card).run_at(event)
        if run and run.action:
            self.dismiss(run.action)


def keys_of(screen: Screen[object]) -> list[tuple[str, list[Key]]]:
    """For the focused pane, the screen and everywhere; keys of one action on one line."""
    first: dict[str, str] = {}
    says: dict[str, str] = {}
    groups: dict[str, dict[str, list[str]]] = {"In this pane": {}, "On this screen": {}, "Everywhere": {}}
    for active in screen.active_bindings.values():
        if active.binding.description and active.binding.id:
            where = "On this screen" if active.node is screen else "Everywhere" if active.node is screen.app else "In this pane"
            shown = active.binding.key_display or screen.app.get_key_display(active.binding)
            first.setdefault(active.binding.description, active.binding.key)
            says.setdefault(active.binding.description, active.binding.tooltip)
            keys = groups[where].setdefault(active.binding.description, [])
            if shown not in keys:
                keys.append(shown)
    return [
        (where, [Key("  ".join(keys), what, first[what], says[what]) for what, keys in found.items()])
        for where, found in groups.items()
        if found
    ]


def help_lines(groups: Sequence[tuple[str, Sequence[Key]]], width: int) -> list[Line]:
    """The keys in two columns where there is room, then what the glyphs mean."""
    lines: list[Line] = []
    half = width // 2 if width >= 76 else width
    for where, keys in groups:
        lines.extend(((), line(Run(where, "title"))))
        lines.extend(
            columns([(line(Run(k.keys, "key", k.press)), -14), (line(Run(f"{k.what}: {k.says}", "", k.press)), width - 16)])
            for k in keys
            if k.says
        )
        cells = [
            columns([(line(Run(k.keys, "key", k.press)), -14), (line(Run(k.what, "", k.press)), half - 16)]) for k in keys if not k.says
        ]
        rows = (len(cells) + 1) // 2 if half != width else len(cells)
        for at in range(rows):
            lines.append((*cells[at], *(cells[at + rows] if half != width and at + rows < len(cells) else ())))
    lines.extend(((), line(Run("Signs", "title"))))
    lines.extend(line("  ", Run(glyph, role), f"  {words}") for glyph, role, words in LEGEND)
    lines.extend(((), *paragraph(REMAP, width, "dim")))
    return lines[1:]
