"""A run gives its values anew each time and holds none."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.model import Run


def test_values_come_anew_each_time_and_are_counted_once() -> None:
    asked = []

    def made() -> Iterator[int]:
        asked.append(len(asked))
        yield from (3, 1, 2)

    run = Run(made)
    assert asked == []
    assert [list(run), list(run)] == [[3, 1, 2], [3, 1, 2]]
    assert (len(run), len(run), len(asked)) == (3, 3, 3)
    assert 2 in run
    assert 5 not in run


def test_a_run_equals_any_collection_of_its_values_and_an_empty_one_is_false() -> None:
    assert Run(lambda: iter((1, 2))) == (1, 2) == Run(lambda: iter([1, 2]))
    assert Run(lambda: iter(())) == ()
    assert not Run(lambda: iter(()))
    assert Run(lambda: iter((0,)))
    assert Run(lambda: iter((1,))) != (2,)
