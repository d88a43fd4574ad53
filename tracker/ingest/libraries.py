"""Libraries that are extras: loaded when first needed, and named with their remedy where they are not installed."""

from __future__ import annotations

import importlib
from typing import Any

from tracker.errors import InputError


def load(module: str, extra: str, where: str) -> Any:
    """The module. Raises InputError, naming the extra to install, where it is not there."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        remedy = f"install it with: pip install 'claims-tracker[{extra}]'"
        raise InputError(where, f"reading this kind needs the library {module.partition('.')[0]}", remedy) from error
