"""Print the speed table: every module of this folder that has `rows()`, or those named.

Machines are noisy: compare figures of one run with each other, not with those of another day.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import sys

import tests.bench


def main(names: list[str]) -> int:
    known = sorted(module.name for module in pkgutil.iter_modules(tests.bench.__path__) if not module.name.startswith("_"))
    if unknown := sorted(set(names) - set(known)):
        print(f"no such bench: {', '.join(unknown)}; known: {', '.join(known)}", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores\n")
    print(f"{'measure':<72} {'measured':>22}   target")
    for name in names or known:
        module = importlib.import_module(f"tests.bench.{name}")
        for measure, value, target in module.rows() if hasattr(module, "rows") else ():
            print(f"{name + ': ' + measure:<72} {value:>22}   {target}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
