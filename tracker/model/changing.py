"""Frozen values made, and made anew with some fields changed, at half the price of `dataclasses`: a text makes thousands of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, fields, make_dataclass
from functools import cache, wraps
from operator import attrgetter
from typing import Any, TypeVar

Value = TypeVar("Value")
become = object.__setattr__


@cache
def twin(kind: type) -> Any:
    """A class of the same slots that is not frozen: its fields are set by plain assignments, at a fifth of the price."""
    given: list[Any] = [(f.name, f.type, field(default=f.default, default_factory=f.default_factory)) for f in fields(kind)]
    return make_dataclass(kind.__name__, given, slots=True)


def quick(kind: type[Value]) -> type[Value]:
    """The frozen, slotted dataclass, whose instances are filled while they are of its twin: worth it from ten fields on.
    `__post_init__` is not run.
    """
    made: Any = kind
    loose = twin(made)
    fill = loose.__init__

    @wraps(made.__init__)
    def init(self: Any, *args: Any, **given: Any) -> None:
        become(self, "__class__", loose)
        fill(self, *args, **given)
        self.__class__ = kind

    made.__init__ = init
    return kind


@cache
def _parts(kind: type) -> tuple[Any, Callable[..., None], Callable[[Any], tuple[Any, ...]], frozenset[str]]:
    names = [one.name for one in fields(kind)]
    return twin(kind), twin(kind).__init__, attrgetter(*names), frozenset(names)


def changed(value: Value, /, **new: object) -> Value:
    """The value with the fields named set anew; `__post_init__` is not run. For frozen, slotted dataclasses of two fields or more.

    Raises KeyError for a name that is no field.
    """
    kind: Any = type(value)
    loose, fill, get, names = _parts(kind)
    if not names.issuperset(new):
        raise KeyError(*(new.keys() - names))
    made: Any = object.__new__(loose)
    fill(made, *get(value))
    for name, given in new.items():
        setattr(made, name, given)
    made.__class__ = kind
    return made  # type: ignore[no-any-return]
