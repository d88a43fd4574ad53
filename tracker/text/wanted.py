"""What is typed into a search box, as a tree: words, "phrases", prefix*, AND, OR, NOT, parentheses.

A text that does not fit together (a lone quotation mark, `AND AND`) is read as its plain words, and a note says so; nothing raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

PIECE = re.compile(r'"([^"]*)"(\*?)|([()])|([^\s()"]+)|(")')
JOINERS = ("AND", "OR", "NOT")
DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand together; is_prefix — the last one may go on."""

    words: str
    is_prefix: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """how — AND, OR, or NOT (the first, but none of the rest)."""

    how: str
    parts: tuple[Tree, ...]


Tree = Term | Joined


class Unfit(Exception):
    """The pieces do not fit together; why is a half-sentence for the note."""


def wanted(text: str) -> tuple[Tree | None, str]:
    """The tree, None where there are no words; and a note, empty where the text was read as it stands."""
    pieces, stray = pieces_of(text)
    try:
        if stray:
            raise Unfit("a quotation mark stands alone")
        if pieces.count("(") > DEEPEST:
            raise Unfit("too many parentheses")
        return (whole(list(pieces)) if pieces else None), ""
    except Unfit as why:
        every = [word for word in re.findall(r"[\w'’-]+", text) if has_letters(word)]
        terms = tuple(Term(word) for word in [word for word in every if word not in JOINERS] or dict.fromkeys(every))
        tree = joined("AND", terms) if terms else None
        return tree, f"searched as plain words: {why}"


def pieces_of(text: str) -> tuple[list[Term | str], bool]:
    """Terms, joiners and parentheses in order; and whether a quotation mark is left over."""
    found: list[Term | str] = []
    stray = False
    for phrase, star, bracket, word, lone in PIECE.findall(text):
        stray = stray or bool(lone)
        if bracket or word in JOINERS:
            found.append(bracket or word)
        elif word.startswith("-") and has_letters(word):
            found += ["NOT", Term(word[1:].rstrip("*"), word.endswith("*"))]
        elif has_letters(phrase or word):
            found.append(Term((phrase or word).rstrip("*"), bool(star) or word.endswith("*")))
    return found, stray


def has_letters(word: str) -> bool:
    return any(c.isalnum() for c in word)


def whole(pieces: list[Term | str]) -> Tree:
    tree = either(pieces)
    if pieces:
        raise Unfit("a parenthesis is closed that was never opened")
    return tree


def either(pieces: list[Term | str]) -> Tree:
    parts = [both(pieces)]
    while pieces and pieces[0] == "OR":
        pieces.pop(0)
        parts.append(both(pieces))
    return joined("OR", tuple(parts))


def both(pieces: list[Term | str]) -> Tree:
    """Parts side by side, with AND or nothing between them, less what follows NOT."""
    parts, less = [single(pieces)], []
    while pieces and pieces[0] not in ("OR", ")"):
        if pieces[0] == "AND":
            pieces.pop(0)
        if pieces and pieces[0] == "NOT":
            pieces.pop(0)
            less.append(single(pieces))
        else:
            parts.append(single(pieces))
    kept = joined("AND", tuple(parts))
    return Joined("NOT", (kept, *less)) if less else kept


def single(pieces: list[Term | str]) -> Tree:
    if not pieces:
        raise Unfit("something is missing at its end")
    piece = pieces.pop(0)
    if isinstance(piece, Term):
        return piece
    if piece != "(":
        raise Unfit(f"{piece} has nothing before it" if piece != ")" else "a parenthesis is empty")
    inside = either(pieces)
    if not pieces:
        raise Unfit("a parenthesis is not closed")
    pieces.pop(0)
    return inside


def joined(how: str, parts: tuple[Tree, ...]) -> Tree:
    return parts[0] if len(parts) == 1 else Joined(how, parts)


def terms(tree: Tree | None) -> tuple[Term, ...]:
    """The terms that are looked for, those after NOT left out."""
    if tree is None or isinstance(tree, Term):
        return (tree,) if isinstance(tree, Term) else ()
    return tuple(term for part in (tree.parts[:1] if tree.how == "NOT" else tree.parts) for term in terms(part))
