"""Lines as values: what is cut, filled, folded, and made visible."""

from __future__ import annotations

import pytest

from tracker.tui.line import Run, cells, columns, cut, fit, folded, line, plain, shown, width, wrap

HOSTILE = "[sic] a [/] b [b c [@click=app.quit]x[/] \x1b[31mred\x07 \u202etxet\u202c \u200bz"


def test_nothing_that_a_terminal_obeys_is_left_and_every_offset_stays() -> None:
    seen = shown(HOSTILE + "\ud800\x9b\u2028")
    assert len(seen) == len(HOSTILE) + 3
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in seen)
    assert seen.startswith("[sic] a [/] b [b c [@click=app.quit]x[/] ␛[31mred␇ ⇐txet⇔ ·z")


def test_what_is_no_control_character_is_shown_as_it_is() -> None:
    for text in ("plain", "“curly” – né", "李明 علي حسن", "e\u0301", "👩\u200d🔬"):
        assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "columns_", "expected"),
    [
        ("short", 8, "short   "),
        ("a long name", 6, "a lon…"),
        ("李明王", 5, "李明…"),
        ("李明王", 4, "李… "),
        ("e\u0301e\u0301e\u0301e\u0301", 3, "e\u0301e\u0301…"),
        ("any", 0, ""),
    ],
)
def test_a_text_fits_its_columns_exactly(text: str, columns_: int, expected: str) -> None:
    assert fit(text, columns_) == expected
    assert cells(fit(text, columns_)) == columns_


def test_numbers_stand_at_the_right() -> None:
    assert fit("12", 4, right=True) == "  12"
    assert plain(columns([("as stated", 6), ("12", -4), ("gone", 0)])) == "as st…   12"


def test_cutting_a_line_keeps_roles_and_says_that_something_is_missing() -> None:
    runs = cut(line(Run("killed", "strong"), " — a harbour"), 9)
    assert plain(runs) == "killed —…"
    assert runs[0].role == "strong"
    assert width(runs) == 9


@pytest.mark.parametrize("text", ["", "one", "a b  c\n\nd", "x" * 100, "word " * 40, "李明 " * 30, "\n", "ends here \n"])
@pytest.mark.parametrize("columns_", [2, 7, 40])
def test_folding_loses_no_word_and_keeps_to_the_width(text: str, columns_: int) -> None:
    lines = wrap(text, columns_)
    assert all(cells(text[a:b]) <= columns_ for a, b in lines)
    kept = "".join(text[a:b] for a, b in lines)
    assert kept.replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert [a for a, _ in lines] == sorted(a for a, _ in lines)


def test_a_line_of_a_hundred_thousand_characters_is_folded_whole() -> None:
    text = "[x] " * 25_000
    lines = wrap(text, 78)
    assert "".join(text[a:b] for a, b in lines).replace(" ", "") == text.replace(" ", "")


def test_finding_folds_case_and_diacritics_letter_by_letter() -> None:
    assert folded("Größe ÉTÉ İ") == "große ete i"
    assert len(folded("ﬁ ß İstanbul")) == len("ﬁ ß İstanbul")
