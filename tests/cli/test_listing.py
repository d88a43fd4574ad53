"""A table fits the terminal it is shown on, whatever its cells hold."""

from __future__ import annotations

import re

import pytest

from tracker.cli import listing
from tracker.cli.listing import Column

COLUMNS = (
    Column("number", lambda row: row[0], right=True),
    Column("outlet", lambda row: row[1]),
    Column("said", lambda row: row[2], wraps=True),
    Column("via", lambda row: row[3]),
    Column("published", lambda row: row[4]),
)
SAID = "the boats were all in before the storm broke and nobody was missing at the quay by nightfall"
ROWS = [
    (1, "Harbour Post", SAID, "", "2031-05-06"),
    (1200, "Cape Courier and Evening Chronicle of the North", "[b]none[/b]", "", "2031-05-07"),
]


def shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int, rows: list[tuple[object, ...]]) -> list[str]:
    monkeypatch.setenv("COLUMNS", str(columns))
    listing.show_table(rows, COLUMNS, None, "")
    return [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in capsys.readouterr().out.splitlines()]


def test_a_wide_terminal_shows_a_table_without_the_columns_that_are_empty(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = shown(capsys, monkeypatch, 180, ROWS)
    assert lines[0].split() == ["number", "outlet", "said", "published"]
    assert SAID in lines[1]
    assert "[b]none[/b]" in lines[2]
    assert len(lines) == 3


def test_a_narrow_one_puts_what_does_not_fit_on_lines_of_its_own(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = shown(capsys, monkeypatch, 80, ROWS)
    assert all(len(line) <= 80 for line in lines)
    assert [line.rstrip() for line in lines[:3]] == [
        "number  outlet                                           published",
        "    said",
        "     1  Harbour Post                                     2031-05-06",
    ]
    assert SAID in " ".join(" ".join(lines).split())


@pytest.mark.parametrize("columns", [20, 40, 60])
def test_no_cell_is_lost_however_narrow(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    found = "".join("".join(shown(capsys, monkeypatch, columns, ROWS)).split())
    cells = [listing.cell(cell).replace(" ", "") for row in ROWS for cell in row]
    assert [cell for cell in cells if cell not in found] == []


def test_what_has_no_rows_says_so(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(capsys, monkeypatch, 80, []) == ["Nothing found."]
