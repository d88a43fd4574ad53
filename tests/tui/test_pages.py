"""What of a long list is at hand, and where the next page begins."""

from __future__ import annotations

from tracker.tui.pages import KEPT, PAGE, Begin, Pages


def rows(first: int, count: int) -> list[str]:
    return [f"row {n}" for n in range(first, first + count)]


def test_a_page_begins_after_the_last_row_of_the_one_before() -> None:
    pages = Pages.of(rows(0, PAGE), 1000)
    assert pages.begins(1, str) == Begin(PAGE, 0, f"row {PAGE - 1}")
    assert pages.begins(3, str) == Begin(3 * PAGE, 2 * PAGE, f"row {PAGE - 1}")


def test_where_nothing_before_it_is_at_hand_rows_are_counted_from_the_beginning() -> None:
    assert Pages(1000).begins(2, str) == Begin.at(2 * PAGE) == (2 * PAGE, 2 * PAGE, "")
    cut_short = Pages(1000, {0: rows(0, PAGE - 1)})
    assert cut_short.begins(1, str) == Begin.at(PAGE)


def test_pages_far_from_where_one_is_are_forgotten_and_a_shorter_list_is_believed() -> None:
    pages = Pages(100 * PAGE)
    for number in range(20):
        assert not pages.keep(number, rows(number * PAGE, PAGE), number)
    assert sorted(pages.held) == list(range(20 - KEPT, 20)) and pages.at(0) is None and pages.at(19 * PAGE) == f"row {19 * PAGE}"
    assert pages.keep(20, rows(20 * PAGE, 3), 20) and pages.total == 20 * PAGE + 3
