"""A cue that can only be a comment on the clause before it: "The road is shut, the mayor, Ann Lind, told reporters on Monday."

No weights are asked: the words around the cue leave no other reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracker.extract.openings import BEGINNING, SUBJECT, opened
from tracker.extract.passages import AUXILIARIES, BREAKS, DETERMINERS, FINITE, NOUN_FORMS, NOUNS, RELATIVES, SUBORDINATORS, Passage

COMMENTING: Final = ("say", "tell")
RECKONING: Final = frozenset(("calculate", "reckon", "estimate", "show"))
"""What else comments on a clause, of verbs that show: "find" may be what was found."""
OWN: Final = frozenset(("who", "which", "where", "when", "whose", "whom"))
THINKING: Final = frozenset(("think", "believe", "judge", "fear"))
"""Verbs that, besides those that report, stand with their subject in the middle of what was said."""
TAKING: Final = frozenset(("claim", "report", "announce", "confirm", "acknowledge", "admit", "declare", "allege", "concede"))
"""Verbs whose object may follow them at once: "the union claimed a crowd of 900" is not turned round."""
ADJUNCTS: Final = frozenset(("in", "on", "at", "by", "during", "after", "before", "day", "adverb", "-ly", "to", "from", "via", "through"))
CLAUSAL: Final = FINITE | {"that", "to", "if", "whether", "Q"}
"""Classes that show that more than whom, where and when stands between a cue and the next mark."""
TOLD: Final = NOUNS | DETERMINERS
"""Classes of the words that name who was told."""
CREDIT: Final = 12
INSERTED: Final = 24
"""Tokens of the longest credit between two commas; of the longest clause that parts a subject from its verb."""
CLAUSE: Final = 5
"""Tokens of the shortest clause."""
TRAILING: Final = ("Ving", "-ing", "NUM", "as", "while", "when", "despite", "although", "though", "because", "which")
COUNTED: Final = ("many", "much", "few", "of")
"""Behind "as" they open no clause: "As many as 40 are feared drowned, the mayor said", "As of Monday 40 had drowned, she said"."""
LATER: Final = frozenset(("after", "before", "while", "when", "as"))
"""What opens a clause after the day or place of what was said."""
OVER: Final = LATER | {".", ";"}
STARTING: Final = DETERMINERS | {"Cap", "title", "-s"}
"""How a subject begins that is followed by what it is with or from: "a person familiar with the matter"."""
NAMED: Final = frozenset(("Cap", "title", "article", "possessive", "Cap's"))


def comment(p: Passage, c: int) -> int:
    """Before which token the clause ends that the cue at token c comments on; 0 where the words allow another reading.

    A finite verb stands in the clause, a comma after it, then the subject of the cue; between the cue and the next mark nothing but whom,
    where and when. Or the cue follows the comma, and its subject follows it.
    """
    k, cue = p.classes, p.cues[c]
    if "be" in k[max(0, c - 1) : c]:
        return 0
    is_present = cue.form == "s" or (cue.form == "base" and c > 0 and k[c - 1] == "-s")
    if (
        not (cue.frame in COMMENTING or cue.lemma in RECKONING)
        or not (is_present or cue.form == "ed")
        or (k[0] in SUBORDINATORS and p.word(1) not in COUNTED)
    ):
        return 0
    later = LATER if k[c + 1] in ADJUNCTS else frozenset[str]()
    stop = next(
        (i for i in range(c + 1, p.last) if (k[i] in BREAKS and not _is_abbreviation(k, i)) or (k[i] in later and i > c + 1)), p.last
    )
    beside = k[c + 1 : _before_who(k, c + 1, stop)]
    if any(kind in CLAUSAL and not _describes(k, i) and not _is_addressed(k, i) for i, kind in enumerate(beside, c + 1)):
        return 0
    if c and k[c - 1] == "," and cue.frame == "say" and k[c + 1] in NAMED and stop > c + 2 and not _takes(p, c, stop):
        return c - 1 if _is_clause(p, c - 1) else 0
    if not (stop == p.last or k[stop] in OVER or (k[stop] == "," and _trails(k, stop + 1))):
        return 0
    if cue.frame != "tell" and beside and beside[0] not in ADJUNCTS:
        return 0
    described = _described(p, c)
    start = described or _subject(p, c)
    last = c
    if start == c and k[c - 1] == ",":
        last = _insertion(p, c - 1)
        start = _subject(p, last - 1) if last else c
    is_plain = described or not any(k[i] == "pronoun" and p.word(i) != "there" for i in range(start + 1, last))
    return start - 1 if 0 < start < c and k[start - 1] == "," and is_plain and _is_clause(p, start - 1) else 0


def _insertion(p: Passage, end: int) -> int:
    """Where what stands between two commas behind a subject begins, the second comma at token `end`: an apposition, or a relative clause
    on persons ("a guard, | who gave no name, said"); 0 where neither does.
    """
    k, start = p.classes, _subject(p, end)
    if start < end and k[start - 1] == ",":
        return start
    comma = next((i for i in range(end - 1, 0, -1) if k[i] in BREAKS), 0)
    return comma + 1 if k[comma] == "," and k[comma + 1] in ("who", "whose") and end < comma + INSERTED else 0


def goes_on(p: Passage, c: int) -> int:
    """At which token a further clause of the same speaker begins after a comment ("…, the mayor said, | and the road was shut"), else 0."""
    k = p.classes
    stop = next((i for i in range(c + 1, p.last) if k[i] in (",", ";")), p.last)
    if k[stop] == ";":
        rest = range(stop + 1, p.last)
        is_other = any(p.quoted[i] or (i in p.cues and p.cues[i].frame in COMMENTING and _is_verb(p, i)) for i in rest)
        return stop + 1 if any(k[i] in FINITE for i in rest) and not is_other else 0
    is_clause = not FINITE.isdisjoint(k[stop + 2 : p.last]) or (k[stop + 2] in BEGINNING and p.last > stop + CLAUSE)
    return stop + 1 if k[stop + 1] in ("and", "but") and is_clause else 0


def is_judged(p: Passage, c: int) -> bool:
    """The writer's own judgement of it is what follows the cue at token c and its first comma."""
    return _is_judgement(p.classes, next((i for i in range(c + 1, p.last) if p.classes[i] == ","), p.last) + 1)


def _is_judgement(kinds: Sequence[str], at: int) -> bool:
    """ "In the worst attack since 1990", "in what would be the worst loss since May"."""
    return kinds[at : at + 1] == ["in"] and (kinds[at + 1] == "article" or kinds[at + 1] in RELATIVES)


def credit_within(p: Passage, c: int) -> int:
    """Before which token the clause ends that is credited in the middle of its sentence ("Nine drowned, | according to the port, and six
    were hurt"), else 0.
    """
    return c - 1 if c > 1 and p.classes[c - 1] == "," and _is_clause(p, c - 1) else 0


def inserted(p: Passage, c: int) -> tuple[int, int] | None:
    """Before which token what was said breaks off, and at which it goes on, where the cue and its subject stand alone between two commas:
    "The gate, | he found, | was open", "…, | so the sexton told me, | of soldiers".
    """
    k, cue = p.classes, p.cues[c]
    if cue.lemma == "according to":
        stop = next((i for i in range(c + 1, min(p.last, c + CREDIT)) if k[i] == ","), 0)
        return (c - 1, stop + 1) if stop and c > 1 and k[c - 1] == "," and k[stop + 1] in AUXILIARIES & FINITE else None
    stop = c + 1 + (k[c + 1] == "pronoun")
    is_one = cue.frame in COMMENTING or cue.frame == "show" or cue.lemma in THINKING
    while cue.frame == "tell" and k[stop] in TOLD:
        stop += 1
    if not is_one or cue.form not in ("ed", "s") or k[stop] != "," or k[stop + 1] == "Q" or c < 2 or k[c - 1] == "be":
        return None
    start = _subject(p, c)
    if start == c and k[c - 1] == "," and (last := _insertion(p, c - 1)):
        start = _subject(p, last - 1)
    end = start - 1 - (k[start - 1] in ("so", "as"))
    is_apart = start < c and end > 0 and k[end] == "," and stop + 1 < p.last
    return (end, stop + 1) if is_apart and any(k[i] in FINITE and i != c for i in range(p.last)) else None


def aside(p: Passage, c: int) -> int:
    """Where what alone was said begins, where the cue and its subject stand between two commas in the writer's own clause: the quotation
    in "a bus which, | sailors say, | “flew”, fell", the rest of the clause in "a day on which, according to the port, | nine drowned";
    else 0.
    """
    k, is_credit = p.classes, p.cues[c].lemma == "according to"
    if not is_credit and k[c + 1] != "," and k[c + 1] not in AUXILIARIES:
        return 0
    if k[c + 1] in AUXILIARIES and k[c + 1] in FINITE and p.cues[c].form in ("ed", "s", "base"):
        start = _subject(p, c)
        return c + 1 if 1 < start < c and k[start - 1] in ("that", "which", "who") and k[start - 2] not in BREAKS - {","} else 0
    start = c if is_credit else _subject(p, c)
    stop = next((i for i in range(c + 1, min(p.last, c + CREDIT)) if k[i] == ","), 0) if is_credit else c + 1
    if start < 2 or k[start - 1] != "," or k[stop] != "," or not (is_credit or (start < c and p.cues[c].form in ("ed", "s", "base"))):
        return 0
    is_own = k[start - 2] in OWN or (k[stop + 1] == "Q" and k[start - 2] in ("-ing", "Ving"))
    is_said = k[stop + 1] == "Q" or not (FINITE.isdisjoint(k[: start - 2]) or FINITE.isdisjoint(k[stop + 1 : p.last]))
    return stop + 1 if is_own and is_said else 0


def speaks(p: Passage, c: int) -> bool:
    """The cue at token c says by itself who spoke: of the clause before it, or of what a "that" or a pronoun opens behind it."""
    cue = p.cues[c]
    is_said = cue.frame in COMMENTING and cue.form in ("ed", "s") and _is_verb(p, c)
    return comment(p, c) > 0 or (is_said and (p.classes[c + 1] in ("pronoun", "NUM") or opened(p, c) > 0))


def _is_clause(p: Passage, end: int) -> bool:
    """A finite verb stands before token `end`, outside quotation marks, and nobody is said to speak there."""
    outside = [i for i in range(end) if not p.quoted[i]]
    said = {i: p.cues[i].frame in COMMENTING for i in outside if i in p.cues and _is_verb(p, i) and p.classes[i - 1] != "to"}
    is_verb = any(p.classes[i] in FINITE and (i in said or i not in p.cues) and not is_attribute(p.classes, i) for i in outside)
    return is_verb and not any(said.values())


def _is_verb(p: Passage, at: int) -> bool:
    """The cue at token `at` is no passive and, in a form that a noun has too, has a subject beside it ("during protests")."""
    k = p.classes
    is_subject = at > 0 and (k[at - 1] in NOUNS or k[at - 1] in AUXILIARIES or k[at - 1] in ("pronoun", "who", "which", "that"))
    return "be" not in k[max(0, at - 2) : at] and (is_subject or p.cues[at].form not in NOUN_FORMS)


def is_attribute(kinds: Sequence[str], at: int) -> bool:
    """ "The abducted girls": a participle between a determiner or number and its noun."""
    return kinds[at] == "-ed" and at > 0 and (kinds[at - 1] in DETERMINERS or kinds[at - 1] == "NUM") and kinds[at + 1] in NOUNS


def _is_addressed(kinds: Sequence[str], at: int) -> bool:
    """ "Wrote in a letter | to tenants": "to" and whom, no verb."""
    return kinds[at] == "to" and kinds[at + 1] in TOLD


def _describes(kinds: Sequence[str], at: int) -> bool:
    """ "In a report released today": the participle at `at` is of the noun before it. "To the crowd": no verb follows the "to"."""
    if kinds[at] == "to":
        return kinds[at + 1] in DETERMINERS or kinds[at + 1] in ("Cap", "pronoun", "-s", "title")
    after = at + 1 + (kinds[at] == "past" and kinds[at + 1] == "w")  # "in a report made public here"
    return kinds[at] in ("-ed", "past") and kinds[at - 1] in ("w", "-s") and (kinds[after] in ADJUNCTS or kinds[after] in BREAKS)


def _before_who(kinds: Sequence[str], start: int, stop: int) -> int:
    """Where what stands before a relative clause on persons ends: "told the crowd | who had come with lanterns"."""
    return next((i for i in range(start + 1, stop) if kinds[i] == "who" and kinds[i - 1] in NOUNS), stop)


def _takes(p: Passage, c: int, stop: int) -> bool:
    """A number that is the object of the cue follows it: "claimed a crowd of 5,000"."""
    return p.cues[c].lemma in TAKING and p.classes[c + 1] == "article" and "NUM" in p.classes[c + 1 : stop]


def _described(p: Passage, c: int) -> int:
    """Where a subject begins that a relative clause or a participle parts from the cue at token c: "diplomats reached by telex | said",
    "a guard who had seen it | said"; 0 where none stands there.
    """
    k = p.classes
    start = next((i + 1 for i in range(c - 1, 0, -1) if k[i] in BREAKS), 0)
    at = start
    while at < c and (k[at] in NOUNS or k[at] in ("of", "for", "at", "in")):
        at += 1
    is_related = k[at] in ("who", "which", "that") and not AUXILIARIES.union(FINITE).isdisjoint(k[at + 1 : at + 3])
    is_reduced = k[at] == "-ed" and k[at + 1] in ADJUNCTS and FINITE.isdisjoint(k[at + 1 : c])
    is_with = k[at] in ("with", "from", "near") and k[start] in STARTING and CLAUSAL.isdisjoint(k[at:c])
    return start if start < at < c - 1 and k[start - 1] == "," and (is_related or is_reduced or is_with) else 0


def _subject(p: Passage, end: int) -> int:
    """Where the run of nouns, auxiliaries and abbreviations that ends before token `end` begins."""
    k, start = p.classes, end
    while start > 0 and (
        k[start - 1] in SUBJECT
        or k[start - 1] in AUXILIARIES
        or _is_abbreviation(k, start - 1)
        or _joins(k, start - 1)
        or _goes_with(k, start - 1)
    ):
        start -= 1
    return start


def _goes_with(kinds: Sequence[str], at: int) -> bool:
    """A participle that describes the noun before it: "a league | fighting for the valley said"."""
    return kinds[at] in ("-ing", "Ving") and at > 0 and kinds[at - 1] in NOUNS


def _joins(kinds: Sequence[str], at: int) -> bool:
    """The "and" inside a name, or between two who speak: "the Relief and Rescue Commission", "officials and traders"."""
    return at > 0 and kinds[at] == "and" and (kinds[at - 1] == kinds[at + 1] == "Cap" or {kinds[at - 1], kinds[at + 1]} <= {"-s", "title"})


def _is_abbreviation(kinds: Sequence[str], at: int) -> bool:
    return kinds[at] == "." and at > 0 and kinds[at - 1] in ("Cap", "title") and kinds[at + 1] not in ("", "article")


def _trails(kinds: Sequence[str], at: int) -> bool:
    """What follows is no more of the content: "adding …", "1,000 more than …", "three weeks after …"."""
    at += kinds[at] in ("adverb", "-ly") and kinds[at + 1] in TRAILING  # "even as the army denied it"
    return (
        kinds[at] in TRAILING
        or kinds[at] in ("and", "but")
        or _is_judgement(kinds, at)
        or not {"after", "before", "since"}.isdisjoint(kinds[at + 1 : at + 4])
    )
