"""Whom a pronoun stands for: the candidate named before it that position, part in the sentence and gender favour.

The weights below are few and readable; the order they give was checked on annotated pronouns (docs/quotations.md).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from tracker.model import Span
from tracker.text.classes import NOUN, merged, singular, tokens
from tracker.text.clauses import CLOSED, word_class
from tracker.text.names import OCCUPATION
from tracker.text.sentences import sentences
from tracker.text.tables import load
from tracker.text.wordlists import pattern, words

LAST: Final = 1.2
SEX: Final = 0.6
OFTEN: Final = 0.1
"""What it counts to have spoken last, to be known by gender, and to be named often (a mention, up to eight)."""
MOST: Final = 2.0
"""More than any place weighs: a candidate that could not win with it is not weighed."""
REACH: Final = 6
"""Sentences looked back."""
GENDER: Final = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
SAYING: Final = frozenset(["he", "she", "they", "it"])
"""Who goes on speaking is a subject; "him" and "his" are whoever was spoken of."""
PLURAL: Final = frozenset(["they", "their", "them", "themselves"])
NEUTRAL: Final = frozenset(["it", "its", "itself"])
FIRST: Final = frozenset(["i", "me", "my", "we", "us", "our"])
POSSESSIVE: Final = re.compile(r"[’']s?\b")
OPENING: Final = re.compile(r"(?:The|An?|One|Another|[A-Z][\w-]*[’']s?)\s")
OPENED: Final = 80
"""How a sentence begins whose subject is described; characters in which that subject ends."""
BODIES: Final = words("bodies.txt")
BODY: Final = re.compile(r"(?:[Tt]he|[Aa]n?)(?: [a-z-]+){1,3}")
"""A body by its common noun, with what describes it."""
NOMINAL: Final = frozenset(("w", "-s", "Cap", "Cap's", "title", "-ing", "NUM", "-ly"))
WORD: Final = re.compile(r"([\w’'-]+)(\W*)")
OWNING: Final = re.compile(rf"\b([Tt]he (?:[a-z-]+ )?(?:{pattern(BODIES)}))[’']s\b")
"""A body that something belongs to: "by the union’s count"."""
PEOPLE: Final = (
    frozenset(load("grammar")["persons"].split())
    | words("crowds.txt")
    | words("bodies.txt")
    | {"people", "men", "women", "police", "candidate"}
)
DID: Final = pattern(word for word, kind in CLOSED.items() if kind in ("past", "verb"))
AGENT: Final = re.compile(
    r"(?:,[^.;:]{2,60},)?\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?"
    rf"(?:(?:said|has|had|was|is|did|{DID})\b|[a-z]{{2,}}(?:ed|es|ts|ys|ks|ns|ds|rs)\b)"
)
NOUNS: Final = re.compile(rf"(?<![lctin])(?:d?c(?![ct])|{NOUN}(?![clt]))")
TITLED: Final = re.compile(r"(?:\b[A-Z][\w.’'-]*\s+)+\Z")
"""Titles and the like between the opening of a sentence and a name: "Days later, Mr. "."""
PLURAL_NOUN: Final = re.compile(r"\b(?:people|men|women|children|police|\w+[^su\W]s)\Z")
AFTER_PREPOSITION: Final = re.compile(
    r"\b(?:of|for|with|to|by|from|against|about|at|on|in|than|like|over|between|and)\s+(?:\w+\.?\s+){0,2}\Z"
)


@dataclass(slots=True)
class Person:
    """Somebody or some body that a pronoun can stand for.

    key — its identity; number — "one", "many", "body", or "none" for what no pronoun means; places — where it is mentioned, in text order.
    """

    key: str
    gender: str = ""
    number: str = "one"
    places: list[Span] = field(default_factory=list)


class Ground:
    """The text that antecedents are looked for in. quoted — spans of what others said, where names are poor antecedents;
    said — of what they said without quotation marks.
    """

    def __init__(self, text: str, quoted: Sequence[Span], said: Sequence[Span] = ()) -> None:
        self.text, self.sentences = text, sentences(text)
        self.starts, self.quoted = [s.start for s in self.sentences], sorted(quoted)
        self.said = _merged(said)
        self._weights: dict[Span, float] = {}

    def sentence(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def openings(self, at: int) -> Iterator[Span]:
        """The beginnings of the sentence of the place and of the two before it, each only where an article or owner opens it."""
        here = self.sentence(at)
        for start, end in self.sentences[max(0, here - 2) : here + 1]:
            if OPENING.match(self.text, start):
                yield Span(start, min(end, at, start + OPENED))

    def since(self, at: int) -> int:
        """Where the second sentence before that of the place begins."""
        here = self.sentence(at)
        return self.sentences[max(0, here - 2)].start if here >= 0 else at

    def is_quoted(self, at: int) -> bool:
        return self._holds(self.quoted, at)

    def is_said(self, at: int) -> bool:
        """The place stands in what somebody said, in quotation marks or not."""
        return self._holds(self.said, at) or self.is_quoted(at)

    def _holds(self, spans: Sequence[Span], at: int) -> bool:
        i = bisect_right(spans, (at, len(self.text) + 1)) - 1
        return i >= 0 and spans[i].start <= at < spans[i].end

    def weight(self, place: Span) -> float:
        """How good an antecedent stands here, whoever it is: a subject is, an owner or an object of a preposition hardly."""
        if place not in self._weights:
            lead = self.text[max(0, place.start - 30) : place.start]
            self._weights[place] = (
                1.2 * self._is_subject(place)
                + 0.6 * bool(AGENT.match(self.text, place.end))
                - 1.0 * bool(POSSESSIVE.match(self.text, place.end))
                - 0.8 * bool(AFTER_PREPOSITION.search(lead))
                - 2.0 * self.is_quoted(place.start)
            )
        return self._weights[place]

    def opens(self, place: Span) -> bool:
        """It is the subject of its sentence, and does something there."""
        return self._is_subject(place) and bool(AGENT.match(self.text, place.end)) and not self.is_quoted(place.start)

    def heads(self, place: Span) -> bool:
        """It is the subject of its sentence, in nothing that somebody said."""
        return self._is_subject(place) and not self.is_said(place.start)

    def _is_subject(self, place: Span) -> bool:
        """It stands at the head of its sentence, at most behind a title or an opening phrase up to a comma."""
        at = self.sentence(place.start)
        lead = TITLED.sub("", self.text[self.sentences[at].start : place.start]) if at >= 0 else ""
        lead = lead[max(lead.rfind(";"), lead.rfind(":")) + 1 :]
        return lead.count(" ") < 3 or (lead.rstrip().endswith(",") and lead.count(" ") < 14 and lead.count(",") < 3)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The stretches that the spans cover together, in text order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def antecedent(pronoun: str, at: int, people: Sequence[Person], ground: Ground, last_speaker: str | None) -> str | None:
    """The key of the person or body that a pronoun at `at` stands for; None where there is no candidate.

    last_speaker — the key of whoever was credited with the statement before.
    """
    word, here = pronoun.lower(), ground.sentence(at)
    best: tuple[float, int, str] | None = None
    fitting = [person for person in people if _fits(word, person)]
    last = LAST * (word in SAYING and not _is_another_subject(fitting, at, ground, last_speaker))
    for person in fitting:
        known = (
            last * (person.key == last_speaker)
            + SEX * (person.gender != "" and word in GENDER)
            + OFTEN * min(len(person.places), 8)
            - _unlikely(word, person)
        )
        for place in reversed(person.places[: bisect_left(person.places, (at, at))]):
            apart = here - ground.sentence(place.start)
            if apart > REACH and person.key != last_speaker:
                break
            near = known - 0.8 * min(apart, REACH)
            if best is None or near + MOST >= best[0]:
                score = (near + ground.weight(place), place.start, person.key)
                best = max(best, score) if best else score
            if apart > REACH:
                break
    return best[2] if best else None


def _is_another_subject(people: Sequence[Person], at: int, ground: Ground, last_speaker: str | None) -> bool:
    """A sentence since whoever spoke last was mentioned has another of the people for its subject: the talk has turned to that one."""
    spoke = next((p.places[bisect_left(p.places, (at, at)) - 1] for p in people if p.key == last_speaker and p.places[0].start < at), None)
    if spoke is None:
        return False
    return any(
        spoke < place and place.start < at and ground.sentence(place.start) < ground.sentence(at) and ground.opens(place)
        for p in people
        if p.key != last_speaker
        for place in p.places[bisect_left(p.places, spoke) :]
    )


def _fits(word: str, person: Person) -> bool:
    if word in GENDER:
        return person.number == "one" and person.gender in ("", GENDER[word])
    if word in NEUTRAL:
        return person.number == "body"
    return word in PLURAL and person.number in ("many", "body")


def _unlikely(word: str, person: Person) -> float:
    """A body in the singular is seldom "they"."""
    return 1.0 if word in PLURAL and person.number == "body" else 0.0


def _phrases(text: str, start: int, end: int) -> list[Span]:
    found = merged(tokens(text, start, end))
    return [Span(found.starts[m.start()], found.ends[m.end() - 1]) for m in NOUNS.finditer(found.kinds)]


def plurals(text: str, start: int, end: int) -> list[Span]:
    """The plural noun phrases of text[start:end] that can say something: "the pilots", "Three villagers", "Democrats"."""
    return [span for span in _phrases(text, start, end) if PLURAL_NOUN.search(span.of(text)) and _are_people(span.of(text).split()[-1])]


def bodies(text: str, start: int, end: int) -> list[Span]:
    """The noun phrases of text[start:end] that mean one body: "the parliamentary commission", "the union"."""
    found = [span for span in _phrases(text, start, end) if BODY.fullmatch(span.of(text)) and span.of(text).split()[-1] in BODIES]
    return sorted([*found, *(Span(*owner.span(1)) for owner in OWNING.finditer(text, start, end))])


def described(text: str, opening: Span) -> Span:
    """The noun phrase that an opening begins with: "An Italian nursing sister", "The management"."""
    end = opening.start
    for word in WORD.finditer(text, *opening):
        kind = word_class(word[1])
        if end > opening.start and (kind not in NOMINAL):
            break
        end = word.end(1)
        if word[2] != " ":
            break
    return Span(opening.start, end)


def _are_people(plural: str) -> bool:
    """ "Democrats", "the pilots", "three committees": persons, bodies, and what a capital names; not "efforts"."""
    one = singular(plural.lower())
    return plural[:1].isupper() or one in PEOPLE or bool(OCCUPATION.match(plural))
