"""A frozen value with some fields changed, as `dataclasses.replace` gives it, at half its price: a text makes hundreds of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")


@cache
def _slots(kind: type) -> tuple[Callable[[Any], tuple[Any, ...]], dict[str, Callable[[Any, Any], None]]]:
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}


def changed(value: Value, /, **new: object) -> Value:
    """The value with the fields named set anew; `__post_init__` is not run. For frozen, slotted dataclasses of two fields or more.

    Raises KeyError for a name that is no field.
    """
    kind: Any = type(value)
    get, put = _slots(kind)
    made: Value = object.__new__(kind)
    for set_field, kept in zip(put.values(), get(value), strict=True):
        set_field(made, kept)
    for name, given in new.items():
        put[name](made, given)
    return made
