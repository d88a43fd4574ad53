"""Words a second of the compiled wheel beside those of pure Python: the last wheel that `make wheel` left in dist/, in its own process."""

from __future__ import annotations

from collections.abc import Iterator

from tests.compiled import ROOT, asked, unpacked, wheels


def rows() -> Iterator[tuple[str, str, str]]:
    for wheel in wheels()[:1]:
        with unpacked(wheel) as room:
            for compiled, pure in zip(asked("rates", room), asked("rates", ROOT), strict=True):
                name, value = compiled.split("\t")
                _, plain = pure.split("\t")
                yield name, value, f"pure Python {plain}"
        return
    yield "no compiled wheel in dist/ (make wheel)", "skipped", ""
