"""What the words behind a cue can only open: the "that" of what was said, the "whether" of what was asked, the clause behind whom it was
told, what somebody calls a thing. No weights are asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.extract.passages import BREAKS, DETERMINERS, FINITE, NOUNS, REACH, RELATIVES, ROLES, Passage
from tracker.text.wordlists import tagged

SUBJECT: Final = NOUNS | {"pronoun", "of", "for", "at", "in", "'s"}
SAYING: Final = frozenset(
    (
        "say",
        "add",
        "announce",
        "testify",
        "warn",
        "declare",
        "confirm",
        "insist",
        "argue",
        "explain",
        "acknowledge",
        "admit",
        "concede",
        "note",
    )
)
HOLDING: Final = SAYING | {
    "maintain",
    "claim",
    "contend",
    "assert",
    "allege",
    "find",
    "conclude",
    "estimate",
    "reckon",
    "calculate",
    "hold",
    "submit",
    "repeat",
    "report",
}
"""Verbs that before a "that" can only open what was said."""
BESIDE: Final = SUBJECT | {",", "adverb", "-ly"}
"""Classes of what stands before such a verb: its subject, or the comma that ends what is said of the subject."""
RECKONED: Final = frozenset(("reckon", "conclude", "calculate", "estimate"))
CALLING: Final = frozenset(("call", "describe", "label", "dub", "brand", "term", "denounce", "dismiss"))
CALLED: Final = 16
COUNTING: Final = ("say", "report", "confirm", "announce", "document", "concede", "admit", "acknowledge", "allege", "claim")
"""What is said of a number alone: "the ministry has reported 40 deaths"."""
BOUNDS: Final = frozenset(("at", "about", "around", "some", "nearly", "almost", "only", "just", "over", "more", "fewer", "up"))
NAMING: Final = frozenset(("Cap", "Cap's", "title", "w", "-s", "day"))
PLACING: Final = frozenset(("in", "at", "on", "of", "for", "from", "during", "by"))
BEGINNING: Final = frozenset(("article", "pronoun", "possessive", "NUM", "quantifier", "demonstrative"))
"""Classes of nouns, of what says where and when, of what begins another noun phrase."""
OPENING: Final = BEGINNING - {"NUM", "quantifier"}
MEDIA: Final = tagged("media.txt")["nouns"]
HAVING: Final = frozenset(("claim", "admit", "deny", "profess"))
WHOM: Final = DETERMINERS | {"pronoun", "Cap", "-s", "title"}
BETWEEN: Final = FINITE | BREAKS | RELATIVES | {"to", "-ing"}
ADJUNCTS: Final = ROLES["adjunct"]
"""Classes of words that begin an adjunct between a cue and the "that" of its content."""


def opened(p: Passage, c: int) -> int:
    """Where the "that" stands that can only open the content of the cue at token c: right after it, or after whom, where or when alone
    ("told reporters in the capital, Sella, that", "repeated to her that", "acknowledged under questioning that"); for a question the
    "whether", for a claim the "to have" ("claims in a note to have taken four towns"). 0 where none does.
    """
    k, at = p.classes, c + 1
    if k[at] == k[at + 2] == "," and k[at + 1] in ("adverb", "-ly"):
        at += 3  # "acknowledged, however, that"
    that = _opener(p, c, at)
    if not that:
        return 0
    between = k[at:that]
    is_whom = len(between) > 1 and between[0] == "to" and between[1] in WHOM
    plain = [kind for kind in between[is_whom:] if kind != "," or between.count(",") != 2]
    is_plain = BETWEEN.isdisjoint(plain) and not any(at <= cue < that and not _describes(k, cue) for cue in p.cues)
    is_adjunct = is_whom or not plain or plain[0] in ADJUNCTS or (plain[0] == "demonstrative" and plain[1:2] == ["day"])
    return that if is_plain and (is_adjunct or p.cues[c].frame in ("tell", "ask")) else 0


def _describes(kinds: Sequence[str], at: int) -> bool:
    """ "In a note read over the radio": the verb at `at` is of the noun before it."""
    return kinds[at - 1] in NOUNS and kinds[at + 1] in ADJUNCTS


def _opener(p: Passage, c: int, at: int) -> int:
    """Where the first word from token `at` on stands that opens what such a cue reports; 0 where none is near."""
    cue, k = p.cues[c], p.classes
    near = range(at, min(p.last, c + REACH))
    if cue.frame == "ask":
        return next((i for i in near if k[i] == "whether"), 0)
    is_claim = cue.lemma in HAVING
    return next((i for i in near if k[i] == "that" or (is_claim and k[i] == "to" and p.word(i + 1) == "have")), 0)


def addressed(p: Passage, c: int) -> int:
    """Where the clause begins that somebody was told, after whom, where and when: "told the Post | the strike was over"; 0 where the words
    allow another reading.
    """
    if p.cues[c].frame != "tell" or p.cues[c].form not in ("ed", "s"):
        return 0
    k, i = p.classes, past_nouns(p, c + 1)
    while i > c + 1 and k[i] in PLACING:
        i = past_nouns(p, i + 1)
    if i == c + 1 or k[i] not in BEGINNING:
        return 0
    stop = next((j for j in range(i, p.last) if k[j] in BREAKS), p.last)
    return i if not FINITE.isdisjoint(k[i + 1 : stop]) else 0


def past_nouns(p: Passage, at: int) -> int:
    """The token after a noun phrase that begins at `at`, with at most one determiner; `at` where none does."""
    k, i = p.classes, at
    if k[i] == "pronoun":
        return i + 1
    i += k[i] in DETERMINERS or k[i] in ("quantifier", "NUM", "demonstrative")
    begin = i
    while i < p.last and (k[i] in NAMING or (i > begin and _is_named_by_number(p, i))):
        i += 1
    return i if i > begin else at


def _is_named_by_number(p: Passage, i: int) -> bool:
    """ "Told Kanal 3 television she was ready", "told Radio 4 the": the number ends the name of whom was told, for it counts nothing."""
    k = p.classes
    return k[i] == "NUM" and k[i - 1] == "Cap" and p.word(i).isdigit() and (k[i + 1] in OPENING or p.word(i + 1) in MEDIA)


def calls(p: Passage, c: int) -> int:
    """Where the words begin in which somebody gives something a name in quotation marks: "the mayor called | the law “a shame”"; else 0."""
    k, cue = p.classes, p.cues[c]
    if cue.lemma not in CALLING or cue.form not in ("ed", "s") or not c or k[c - 1] not in BESIDE:
        return 0
    if _is_named_by(p, c):
        return c + 1 + (k[c + 1] == "as")
    mark = next((i for i in range(c + 1, min(p.last, c + CALLED)) if k[i] == "Q"), 0)
    between = k[c + 1 : mark]
    return c + 1 if between and FINITE.union(BREAKS).isdisjoint(between) and not any(c < i < mark for i in p.cues) else 0


def _is_named_by(p: Passage, c: int) -> bool:
    """ "In what the port | called a mishap": the subject stands right behind the "what"."""
    at = c
    while at > 0 and (p.classes[at - 1] in SUBJECT or p.classes[at - 1] == ","):
        at -= 1
    return at < c and p.word(at - 1).lower() == "what"


def is_opened(p: Passage, c: int) -> bool:
    """ "Said" or the like, and a "that" after it that can only open what was said: "the governor said on Monday that …"; or "as saying"."""
    cue = p.cues[c]
    if cue.form == "ing" and c > 0 and p.classes[c - 1] == "as":
        return cue.lemma in SAYING
    if c == 0:
        return False
    if cue.lemma in COUNTING and _is_number(p, c + 1) and p.classes[c - 1] not in BREAKS and "be" not in p.classes[max(0, c - 2) : c]:
        return cue.form in ("ed", "s", "base")
    if cue.lemma in RECKONED and cue.form in ("ed", "s") and p.classes[c - 1] in BESIDE and _is_clause(p, c + 1):
        return True
    is_present = cue.form == "base" and p.classes[c - 1] == "-s"
    is_verb = (is_present or cue.form in ("ed", "s")) and (cue.lemma in HOLDING or cue.frame in ("ask", "tell"))
    is_told = cue.frame == "tell" and cue.form == "ed" and "be" not in p.classes[max(0, c - 2) : c]
    return is_verb and (p.classes[c - 1] in BESIDE or _is_perfect(p.classes, c) or is_told) and opened(p, c) > 0


def _is_number(p: Passage, at: int) -> bool:
    """A number, its bound passed over: "at least 39", "some 40"."""
    return "NUM" in p.classes[at : at + 1] or (p.word(at).lower() in BOUNDS and "NUM" in p.classes[at + 1 : at + 3])


def _is_clause(p: Passage, start: int) -> bool:
    """A noun phrase and its finite verb follow: "reckoned | the mate had been dismissed"."""
    at = past_nouns(p, start)
    return at > start and p.classes[at] in ("be", "have", "modal")


def _is_perfect(kinds: Sequence[str], at: int) -> bool:
    """ "Had submitted", "has never said"."""
    return "have" in kinds[max(0, at - 2) : at] and "be" not in kinds[max(0, at - 2) : at]
