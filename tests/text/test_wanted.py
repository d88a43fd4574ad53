"""What is typed into a search box: every text gives a tree, and a note where it was not read as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tracker.text.wanted import Joined, Term, Tree, terms, wanted


def shown(tree: Tree | None) -> str:
    if tree is None:
        return "-"
    if isinstance(tree, Term):
        return f"[{tree.words}]" + "*" * tree.is_prefix
    return f"({f' {tree.how} '.join(shown(part) for part in tree.parts)})"


CASES = [
    ("one word", "dam", "[dam]"),
    ("words side by side", "dam gates", "([dam] AND [gates])"),
    ("a phrase", '"dam gates" open', "([dam gates] AND [open])"),
    ("a prefix", "evacu*", "[evacu]*"),
    ("either", "dam OR levee", "([dam] OR [levee])"),
    ("and binds closer than or", "a1 b1 OR c1 AND d1", "(([a1] AND [b1]) OR ([c1] AND [d1]))"),
    ("without", "dam NOT river", "([dam] NOT [river])"),
    ("without, by a dash", "dam -river", "([dam] NOT [river])"),
    ("parentheses", "(dam OR levee) AND broke", "(([dam] OR [levee]) AND [broke])"),
    ("a name with a hyphen", "al-Masri", "[al-Masri]"),
    ("small and is a word", "bread and salt", "([bread] AND [and] AND [salt])"),
    ("marks alone are nothing", "… [ –", "-"),
    ("nothing", "  ", "-"),
]
UNFIT = [
    ("a lone quotation mark", '"dam gates', "([dam] AND [gates])"),
    ("joiners without words", "AND AND", "[AND]"),
    ("a joiner at the end", "dam AND", "[dam]"),
    ("not at the start", "NOT dam", "[dam]"),
    ("an open parenthesis", "(dam OR", "[dam]"),
    ("a closed one", "dam) gates", "([dam] AND [gates])"),
    ("an empty one", "dam ()", "[dam]"),
    ("a cliff of them", "(" * 100_000 + "dam", "[dam]"),
]


@pytest.mark.parametrize(("name", "text", "tree"), CASES, ids=[case[0] for case in CASES])
def test_what_fits_is_read_as_it_stands(name: str, text: str, tree: str) -> None:
    found, note = wanted(text)
    assert (shown(found), note) == (tree, "")


@pytest.mark.parametrize(("name", "text", "tree"), UNFIT, ids=[case[0] for case in UNFIT])
def test_what_does_not_fit_is_read_as_plain_words_with_a_note(name: str, text: str, tree: str) -> None:
    found, note = wanted(text)
    assert shown(found) == tree
    assert note.startswith("searched as plain words: ")


@given(some.text(alphabet='ab "()*-NOTANDR:\x00é', max_size=30))
def test_no_text_raises(text: str) -> None:
    tree, note = wanted(text)
    assert note or tree is None or terms(tree) is not None
    assert not isinstance(tree, Joined) or len(tree.parts) > 1
