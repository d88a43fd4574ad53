"""Help for where one is: every key that works in the focused pane, then on the screen, then everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from textual.screen import Screen

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
    ("✎", "key", "made by hand (⇣ imported)"),
)

REMAP = "Every key can be changed in the configuration file, section [keymap], by the name of its action."


def keys_of(screen: Screen[object]) -> list[tuple[str, list[tuple[str, str]]]]:
    """(where, [(keys, what)]) for the focused pane, the screen and everywhere; keys of one action on one line."""
    groups: dict[str, dict[str, list[str]]] = {"In this pane": {}, "On this screen": {}, "Everywhere": {}}
    for active in screen.active_bindings.values():
        if active.binding.description and not active.binding.system:
            where = "On this screen" if active.node is screen else "Everywhere" if active.node is screen.app else "In this pane"
            shown = active.binding.key_display or screen.app.get_key_display(active.binding)
            keys = groups[where].setdefault(active.binding.description, [])
            if shown not in keys:
                keys.append(shown)
    return [(where, [("  ".join(keys), what) for what, keys in found.items()]) for where, found in groups.items() if found]


def help_lines(groups: Sequence[tuple[str, Sequence[tuple[str, str]]]], width: int) -> list[Line]:
    """The keys in two columns where there is room, then what the glyphs mean."""
    lines: list[Line] = []
    half = width // 2 if width >= 76 else width
    for where, keys in groups:
        lines.extend(((), line(Run(where, "title"))))
        cells = [columns([(line(Run(key, "key")), -14), (what, half - 16)]) for key, what in keys]
        rows = (len(cells) + 1) // 2 if half != width else len(cells)
        for at in range(rows):
            lines.append((*cells[at], *(cells[at + rows] if half != width and at + rows < len(cells) else ())))
    lines.extend(((), line(Run("Signs", "title"))))
    lines.extend(line("  ", Run(glyph, role), f"  {words}") for glyph, role, words in LEGEND)
    lines.extend(((), *paragraph(REMAP, width, "dim")))
    return lines[1:]
