"""Ids are hashes of a JSON array: whatever stands in the parts, two rows of them never run into one."""

from __future__ import annotations

import hashlib
import json

import pytest

from tracker.model import Kind, Span, content_hash


@pytest.mark.parametrize(
    "parts",
    [
        ("statement", "ab12", Kind.MIXED, (Span(3, 9), Span(12, 40))),
        ("speaker", "ab12", "named", 'Ann "Anna" Lind\\\n\u0007é…'),
        ("lone surrogate", "\ud83d"),
        ("others", None, True, 1.5, [("a", 1), {"b": (2,)}], ()),
        (),
    ],
)
def test_an_id_is_the_hash_of_what_json_writes(parts: tuple[object, ...]) -> None:
    written = json.dumps(parts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert content_hash(*parts) == hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def test_parts_that_read_alike_when_joined_have_two_ids() -> None:
    assert content_hash("a", "b,c") != content_hash("a,b", "c")
    assert content_hash((1, 2), 3) != content_hash(1, (2, 3))
