"""Values as plain JSON and back, read off their type hints, so that a field added to the model needs nothing here.

    plain(Span(3, 9))                 [3, 9]
    plain(Scope(place="Port Elm"))    {"place": "Port Elm"}

Fields that hold their default are left out. A Decimal and a day are text; an int stays an int.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import json
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T")
Code = Callable[[Any], Any]


compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
"""JSON without spaces, of plain values."""


def same(value: Any) -> Any:
    return value


def plain(value: Any) -> Any:
    """The value as dicts, lists and scalars. Raises TypeError for a type that no model field has."""
    kind: Any = type(value)
    return encoder(kind)(value)


def value_of(kind: type[T], data: Any) -> T:
    """The value that `plain` made this of; keys that the class does not have are left alone."""
    hint: Any = kind
    return typing.cast(T, decoder(hint)(data))


def text(value: Any) -> str:
    """`plain` as compact JSON."""
    return compact(plain(value))


def of_text(kind: type[T], data: str) -> T:
    return value_of(kind, json.loads(data))


def moment(data: str) -> dt.date:
    return dt.datetime.fromisoformat(data) if len(data) > 10 else dt.date.fromisoformat(data)


def number(data: Any) -> Any:
    return Decimal(data) if isinstance(data, str) else data


@functools.cache
def encoder(kind: Any) -> Code:
    if dataclasses.is_dataclass(kind):
        return record_encoder(kind)
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, dt.date):
        return lambda value: value.isoformat()
    if issubclass(kind, Decimal):
        return str
    if issubclass(kind, tuple | list):
        return lambda values: [v if type(v) in SCALARS else plain(v) for v in values]
    if kind in SCALARS:
        return same
    raise TypeError(f"no model field is a {kind.__name__}")


SCALARS = frozenset((str, int, float, bool, type(None)))


def record_encoder(kind: Any) -> Code:
    fields = [(f.name, default_of(f)) for f in dataclasses.fields(kind)]

    def encode(value: Any) -> dict[str, Any]:
        made = {}
        for name, default in fields:
            held = getattr(value, name)
            if held is not default and held != default:
                made[name] = held if type(held) in SCALARS else plain(held)
        return made

    return encode


MISSING = object()


def default_of(field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else MISSING


@functools.cache
def decoder(hint: Any) -> Code:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return union_decoder(tuple(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return tuple_decoder(args)
    if dataclasses.is_dataclass(hint):
        return record_decoder(hint)
    if isinstance(hint, type) and issubclass(hint, tuple):
        return lambda data: hint(*data)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    return moment if hint in (dt.date, dt.datetime) else same


def union_decoder(args: tuple[Any, ...]) -> Code:
    decode = number if Decimal in args else decoder(args[0])
    return same if decode is same else lambda data: None if data is None else decode(data)


def tuple_decoder(args: tuple[Any, ...]) -> Code:
    if len(args) == 2 and args[1] is Ellipsis:
        one = decoder(args[0])
        return tuple if one is same else lambda data: tuple(map(one, data))
    each = [decoder(arg) for arg in args]
    return lambda data: tuple(decode(item) for decode, item in zip(each, data, strict=True))


def record_decoder(kind: Any) -> Code:
    hints = typing.get_type_hints(kind)
    decoders = {f.name: decoder(hints[f.name]) for f in dataclasses.fields(kind) if f.init}

    def decode(data: dict[str, Any]) -> Any:
        made = {}
        for name, held in data.items():
            code = decoders.get(name)
            if code is same:
                made[name] = held
            elif code is not None:
                made[name] = code(held)
        return kind(**made)

    return decode
