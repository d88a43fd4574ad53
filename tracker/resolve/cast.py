"""Everybody who can be credited in one article, and which of them a mention stands for.

Accepts only a sole candidate; a described person that fits nobody named stays unnamed, called as the article calls them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import Final

from tracker.model import Kind, Name, Reading, Span, SpeakerKind, Words, content_hash
from tracker.resolve.antecedents import FIRST, GENDER, PLURAL, REACH, Ground, Person, antecedent, bodies, plurals
from tracker.resolve.antecedents import described as described_at
from tracker.resolve.clusters import Cluster, clusters
from tracker.resolve.kinds import CROWDS, is_body, is_dateline, is_group, is_modifier, is_unsure, is_where
from tracker.resolve.known import (
    GENERIC,
    SPOKES,
    Known,
    countries_in,
    described,
    folded,
    gender_in,
    goes_on,
    holds_office,
    is_met_since,
    is_of_owner,
    is_plain_person,
    may_be,
    may_be_a_person,
)
from tracker.resolve.mentions import BODIES, Form, called, described_name, forms
from tracker.resolve.mentions import form as form_of
from tracker.resolve.named import HOLDERS, name_before, name_beside, name_next
from tracker.resolve.roles import roles
from tracker.text.countries import is_country

HEADS_OF_STATE: Final = {"president", "minister", "premier", "chancellor", "king", "emir", "sultan", "ayatollah"}
KIN: Final = re.compile(r"\b(?:whose|his|her|their)\s+(?:late\s+)?\w+")
"""Whose husband somebody is says nothing of the one who has him."""
AGED: Final = re.compile(r"\b(\d{1,3})-year-old\b")
CLOSE: Final = 2
"""Sentences in which a person must be the only one spoken of to be meant by what a plain noun says."""
NEAR: Final = 6
"""Sentences after which "the source" is no longer sure to be the unnamed one who spoke last."""
OWNER: Final = re.compile(r"([Ii]ts|[Tt]heir)\s")
BARE: Final = re.compile(r"(?:The|the|this|that|This|That)\s+(?:[\w-]+\s+)?[\w-]+\Z")


class Cast:
    """Everybody who can be credited in one article, by identity; grows as descriptions of new people are met."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self.article, self.text, self.names = article, article.text, reading.names
        self.starts = [n.span.start for n in reading.names]
        self.sources = {s.mention.start for s in reading.statements if s.mention}
        quoted = [span for s in reading.statements if s.kind is Kind.DIRECT for span in s.spans]
        said = [span for s in reading.statements if s.kind is not Kind.NARRATION for span in s.spans]
        self.ground = Ground(article.text, quoted, said)
        self.known: dict[str, Known] = {}
        self.key_of_name: dict[Name, str] = {}
        self.mentioned: list[tuple[Span, str]] = []
        self.relays = {relay.start for s in reading.statements for relay in s.via}
        for cluster in clusters(article.text, reading.names):
            self._add_cluster(cluster)
        self.mentioned.sort()

    def _add_cluster(self, cluster: Cluster) -> None:
        number, unsure = "one" if cluster.kind is SpeakerKind.PERSON else "body", is_unsure(cluster)
        is_place = unsure and not self._is_source(cluster) and is_where(self.text, cluster)
        is_aside = is_place or is_modifier(self.text, cluster) or is_dateline(self.text, cluster, every=not unsure)
        number = "none" if is_aside else number
        is_relay = bool(self.relays) and any(name.span.start in self.relays for name in cluster.names)
        if unsure and (is_relay or is_body(self.text, cluster)):
            cluster.kind, number = SpeakerKind.ORGANISATION, "body"
        number = "none" if is_relay and number == "body" and not self._is_source(cluster) else number
        key = self._key(cluster.name, cluster.kind)
        if is_group(self.text, cluster):
            cluster.kind, number = SpeakerKind.GROUP, "many"
        known = self.known.setdefault(key, Known(cluster.name, cluster.kind, Person(key, cluster.gender, number)))
        for name in cluster.names:
            self.key_of_name[name] = key
            known.person.places.append(name.span)
            self.mentioned.append((name.span, key))
            known.met(f"{name.title} {name.text}".strip() if name.title and name.title[:1].isupper() else name.text)
            if cluster.kind is SpeakerKind.PERSON:
                known.titles += [role for role in roles(self.text, name, self.names) if role not in known.titles]
            known.roles += f" {described(self.text, name, self.sources)}".lower()
        known.person.gender = known.person.gender or gender_in(KIN.sub("", known.roles))

    def _is_source(self, cluster: Cluster) -> bool:
        return any(name.span.start in self.sources for name in cluster.names)

    def _key(self, name: str, kind: SpeakerKind) -> str:
        return content_hash("speaker", self.article.id, "unnamed" if kind is SpeakerKind.UNNAMED else "named", name)

    def names_in(self, words: Words) -> list[Name]:
        near = self.names[max(0, bisect_left(self.starts, words.start) - 1) : bisect_left(self.starts, words.end)]
        return [name for name in near if name.span.end > words.start]

    def keys(self, mention: Words, last: str | None) -> list[str]:
        """Who a mention stands for, in the order printed; empty where nobody can be told."""
        found = [self._one(part, last) for part in forms(self.text, mention, self.names_in(mention))]
        return list(dict.fromkeys(key for key in found if key))

    def _one(self, form: Form, last: str | None) -> str | None:
        if form.kind == "pronoun":
            return self._pronoun(form, last)
        if form.kind == "name" and form.name is not None:
            return self._named(form)
        if before := self._named_before(form) or self._owner(form, last):
            return before
        return self._body(form, last) if form.kind in ("body", "document") else self._described(form, last)

    def _pronoun(self, form: Form, last: str | None) -> str | None:
        if form.head in FIRST:
            return self._add(self.article.authors[0], SpeakerKind.PERSON, form) if form.head == "i" and self.article.authors else None
        if form.head in PLURAL:
            self._meet_plurals(form.words.start)
        else:
            self._meet_subjects(form.words.start, is_body=form.head not in GENDER)
        key = antecedent(form.head, form.words.start, self._spoken_of(form.words.start, last), self.ground, last)
        if key is None and form.head == "it" and (met := bodies(self.text, self.ground.since(form.words.start), form.words.start)):
            words = Words.at(self.text, *met[-1])
            return self._add(described_name(words.text), SpeakerKind.ORGANISATION, Form("body", words))
        if key:
            self._seen(key, form.words)
            self.known[key].person.gender = self.known[key].person.gender or GENDER.get(form.head, "")
        return key

    def _spoken_of(self, at: int, last: str | None) -> list[Person]:
        """Those mentioned within reach of a pronoun, or since whoever spoke last was mentioned."""
        floor = self.ground.starts[max(0, self.ground.sentence(at) - REACH)] if self.ground.starts else 0
        spoken = self.known[last].person.places if last in self.known else []
        if before := spoken[: bisect_left(spoken, (at, at))]:
            floor = min(floor, before[-1].start)
        near = self.mentioned[bisect_left(self.mentioned, ((floor, 0), "")) : bisect_left(self.mentioned, ((at, at), ""))]
        return [self.known[key].person for key in dict.fromkeys(key for _, key in near)]

    def _meet_plurals(self, at: int) -> None:
        """Groups that "they" can stand for, in the sentence itself and the two before it."""
        for span in plurals(self.text, self.ground.since(at), at):
            words = Words.at(self.text, *span)
            if not any(n.kind == "person" for n in self.names_in(words)):
                self._add(words.text, SpeakerKind.GROUP, Form("person", words, is_plural=True))

    def _meet_subjects(self, at: int, *, is_body: bool) -> None:
        """Who or what opens one of the sentences before by a common noun: "an Italian nurse", "the management"."""
        for span in [described_at(self.text, part) for part in self.ground.openings(at)]:
            words = Words.at(self.text, *span)
            one = form_of(self.text, words, ())
            is_other = one.is_plural or span.start in self.sources or any(not is_country(name.text) for name in self.names_in(words))
            if is_other or not self.ground.heads(span):
                continue
            if is_body and one.kind == "body":
                self._body(one, None)
            elif not is_body and may_be_a_person(one.head) and self._may_be_meant(one):
                self._described(one, None)

    def _may_be_meant(self, form: Form) -> bool:
        """Somebody met, or somebody new: "a nurse", "the county engineer"; "the engineer" alone is somebody by another name."""
        held = self._in_role(form)
        return not form.is_definite or len(held) == 1 or (form.words.text.count(" ") > 1 and not held)

    def _seen(self, key: str, words: Words) -> None:
        """Somebody is spoken of here too: a pronoun, a description."""
        places = self.known[key].person.places
        if words.span not in places:
            insort(places, words.span)
            insort(self.mentioned, (words.span, key))

    def _named(self, form: Form) -> str:
        assert form.name is not None
        key = self.key_of_name[form.name]
        known = self.known[key]
        if form.words.text[:4].lower() == "the " and not form.name.title and known.kind is SpeakerKind.PERSON and " " not in known.name:
            known.kind, known.person.number = SpeakerKind.ORGANISATION, "body"
        return key

    def _body(self, form: Form, last: str | None) -> str:
        kind = SpeakerKind.GROUP if form.is_plural else SpeakerKind.ORGANISATION
        if form.is_definite and BARE.match(form.words.text):
            options = [k for k in self._before(form) if k.kind is kind and form.head in f"{k.name} {k.head}".lower().split()]
            if len(options) == 1 and not goes_on(options[0], form, self.known.get(last or "")):
                return options[0].person.key
            if len(options) < 2 and form.head in GENERIC and (body := self._body_spoken_of(form, last)):
                self._seen(body, form.words)
                return body
        return self._add(described_name(form.words.text), kind, form)

    def _body_spoken_of(self, form: Form, last: str | None) -> str | None:
        """The body that "the company" takes up; none of another sort ("the company" is no union), and no country."""
        bodies = [k.person for k in self.known.values() if k.person.number == "body" and not is_country(k.name) and may_be(k, form)]
        return antecedent("it", form.words.start, bodies, self.ground, last)

    def _described(self, form: Form, last: str | None) -> str:
        if beside := self._named_beside(form):
            return beside
        if form.is_definite and not form.is_plural:
            options = self._in_role(form) or self._of_age(form)
            if len(options) == 1:
                self._seen(options[0].person.key, form.words)
                return options[0].person.key
            if not options and last and (self._is_unnamed_one(last, form) or self._is_the_one_spoken_of(last, form)):
                return last
        if not form.is_plural and (introduced := self._introduced_next(form)):
            return introduced
        kind = SpeakerKind.GROUP if form.is_plural and form.head in CROWDS else SpeakerKind.UNNAMED
        return self._add(called(self.text, form), kind, form)

    def _owner(self, form: Form, last: str | None) -> str | None:
        """The body whose document it is: "its statement"; a person’s report is spoken of as "it" afterwards."""
        owner = OWNER.match(form.words.text) if form.kind == "document" else None
        if owner is None:
            return None
        words = Words.at(self.text, form.words.start, form.words.start + owner.end(1))
        return self._pronoun(Form("pronoun", words, head=words.text.lower()), last)

    def _named_before(self, form: Form) -> str | None:
        name = name_before(self.text, self.names_in, form)
        if name is None:
            return None
        lead = self.text[self.ground.sentences[self.ground.sentence(name.span.start)].start : name.span.start].strip()
        return self.key_of_name[name] if lead == name.title else None

    def _named_beside(self, form: Form) -> str | None:
        name = name_beside(self.text, self.names_in, form)
        known = self.known[self.key_of_name[name]] if name else None
        is_body = known is not None and known.kind is SpeakerKind.ORGANISATION and (form.head in BODIES or form.head in HOLDERS)
        return known.person.key if known and (known.kind is SpeakerKind.PERSON or is_body) else None

    def _introduced_next(self, form: Form) -> str | None:
        name = None if holds_office(form.head) else name_next(self.text, self.names_in, form)
        known = self.known[self.key_of_name[name]] if name else None
        is_same = known is not None and known.kind is SpeakerKind.PERSON and gender_in(form.head) in ("", known.person.gender)
        return known.person.key if known and is_same else None

    def _is_unnamed_one(self, key: str, form: Form) -> bool:
        """Whoever spoke last is an unnamed person not far above: "the source", "the lawmaker" can only be that one."""
        known, here = self.known[key], self.ground.sentence(form.words.start)
        if known.kind is not SpeakerKind.UNNAMED or known.person.number != "one" or not form.words.text.lower().startswith("the "):
            return False
        near = any(0 <= here - self.ground.sentence(place.start) <= NEAR for place in known.person.places)
        return near and BARE.match(form.words.text) is not None and not is_met_since(self.text, known, form)

    def _is_the_one_spoken_of(self, key: str, form: Form) -> bool:
        """ "The plumber" right after the only person of the sentences before has spoken; no office, which somebody else may hold."""
        known, here = self.known[key], self.ground.sentence(form.words.start)
        if known.kind is not SpeakerKind.PERSON or not is_plain_person(form):
            return False
        recent = {
            k.person.key
            for k in self._before(form)
            if k.person.number == "one" and any(0 <= here - self.ground.sentence(p.start) <= CLOSE for p in k.person.places)
        }
        return recent == {key}

    def _of_age(self, form: Form) -> list[Known]:
        """Those whose age the article gives beside their name, where the mention is of somebody of that age ("the 34-year-old")."""
        age = AGED.search(form.words.text)
        if age is None:
            return []
        beside = re.compile(rf",\s+(?:aged\s+)?{age.group(1)}\b")
        return [k for k in self._before(form) if any(beside.match(self.text, p.end) for p in k.person.places)]

    def _in_role(self, form: Form) -> list[Known]:
        """Those met before whom the head noun can mean: by title, apposition or earlier description. The nearest unnamed one wins."""
        met = self._before(form)
        unnamed = [k for k in met if k.kind is SpeakerKind.UNNAMED and k.head == form.head and k.person.number == "one"]
        if unnamed and BARE.match(form.words.text):
            return unnamed[-1:]
        wanted, lands = {SPOKES.sub("spokes", form.head)}, countries_in(form.words.text)
        if form.head == "leader" and lands:
            wanted = HEADS_OF_STATE
        fitting = [k for k in met if k.kind is SpeakerKind.PERSON and wanted & set(SPOKES.sub("spokes", k.roles).split())]
        fitting = [k for k in fitting if is_of_owner(k, form.words.text)]
        return [k for k in fitting if not lands or lands & countries_in(k.roles)] if lands else fitting

    def _before(self, form: Form) -> list[Known]:
        return [k for k in self.known.values() if k.person.places and min(k.person.places).start < form.words.start]

    def _same_body(self, name: str) -> str | None:
        """A body met under the same words, countries and their adjectives taken as one: Norway’s government, the Norwegian government."""
        wanted = folded(name)
        return next((k.person.key for k in self.known.values() if k.person.number == "body" and folded(k.name) == wanted), None)

    def _add(self, name: str, kind: SpeakerKind, form: Form) -> str:
        key = (self._same_body(name) if kind is SpeakerKind.ORGANISATION else None) or self._key(name, kind)
        number = "many" if form.is_plural else "one" if kind in (SpeakerKind.UNNAMED, SpeakerKind.PERSON) else "body"
        if kind is SpeakerKind.UNNAMED and number == "one" and not may_be_a_person(form.head):
            number = "none"
        known = self.known.setdefault(key, Known(name, kind, Person(key, gender_in(form.head), number), head=form.head))
        self._seen(key, form.words)
        known.met(form.words.text)
        return key
