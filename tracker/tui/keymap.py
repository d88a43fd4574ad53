"""Every key by the id of its action, and what a user's configuration may change of them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping

from textual.binding import Binding
from textual.dom import DOMNode

from tracker.errors import ConfigError


def bindings_of(owners: Iterable[type[DOMNode]]) -> dict[str, Binding]:
    """Action id → its binding, for every binding of these classes that has one."""
    found: dict[str, Binding] = {}
    for owner in owners:
        for binding in Binding.make_bindings(owner.__dict__.get("BINDINGS", ())):
            if binding.id:
                keys = found[binding.id].key + "," + binding.key if binding.id in found else binding.key
                found[binding.id] = Binding(keys, binding.action, binding.description, id=binding.id)
    return found


def checked(keymap: Mapping[str, str], known: Mapping[str, Binding], where: str) -> dict[str, str]:
    """The user's keymap, ready for Textual. Raises ConfigError at an unknown action or an unusable key."""
    for action, keys in keymap.items():
        if action not in known:
            raise ConfigError(where, f"keymap.{action}", "no such action", tuple(difflib.get_close_matches(action, known, 1, 0.3)))
        if not isinstance(keys, str) or not all(is_key(key.strip()) for key in keys.split(",")):
            raise ConfigError(where, f"keymap.{action}", f"{keys!r} is no key", (known[action].key,))
    return dict(keymap)


def is_key(key: str) -> bool:
    """One printable character, or a name such as `f5`, `ctrl+x`, `question_mark`."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    named = len(name) == 1 or (name.isidentifier() and (name in NAMED or (name.startswith("f") and name[1:].isdigit())))
    return bool(name) and name.isprintable() and named and all(m in ("ctrl", "shift", "alt", "super") for m in modifiers)


NAMED = frozenset(
    re.split(
        " ",
        "up down left right home end pageup pagedown insert delete backspace enter escape tab space question_mark slash backslash "
        "comma full_stop minus plus equals_sign semicolon colon apostrophe quotation_mark exclamation_mark at number_sign dollar_sign "
        "percent_sign ampersand asterisk left_parenthesis right_parenthesis left_square_bracket right_square_bracket underscore "
        "vertical_line tilde grave_accent less_than_sign greater_than_sign circumflex_accent",
    )
)
