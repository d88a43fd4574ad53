"""Proper names in a text, read from their form: capitals, initials, particles, titles, suffixes. Nothing is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import Final

from tracker.model import Name, Span
from tracker.text.countries import is_country
from tracker.text.headlines import without_headlines
from tracker.text.joining import department, follows_the, is_whole_body, joined, of_a_people
from tracker.text.known import Known
from tracker.text.phrases import PERSONS
from tracker.text.sexes import gender_of_titles, sex_of
from tracker.text.wordlists import pattern, words

TITLES: Final = words("titles.txt")
LOWER_TITLES: Final = (frozenset(t.lower() for t in TITLES) - words("bodies.txt")) | {
    "former",
    "then",
    "then-president",
    "military",
    "presidential",
}
NO_NAMES: Final = words("no_names.txt")
ORG_HEADS: Final = words("org_heads.txt")
PARTICLES: Final = words("particles.txt")
PORTFOLIOS: Final = words("portfolios.txt")
UPPER: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĶĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽİ"
PREFIX: Final = r"(?:(?:al|el|as|ash|at|ad|an|ar|az|ul)[-‑’'])"
WORD: Final = rf"{PREFIX}?[{UPPER}](?:\w|(?![’']s\b)[-‑’'](?=\w)|\.(?=[{UPPER}]\.)|(?<=\.[{UPPER}])\.|(?<=\b[{UPPER}])\.|&(?=[{UPPER}]))*"
ABBREVIATED: Final = rf"(?:{pattern(t for t in TITLES if 2 <= len(t) <= 4)})\."
TOKEN: Final = rf"(?:{ABBREVIATED}|{PREFIX}?{WORD})"
GAP: Final = r"[ \u00a0]"
SUFFIX: Final = rf"(?:,?{GAP}(?:[JS]r\.?|I{{2,3}}|IV)(?!\w))"
ALSO_WORDS: Final = frozenset(["e", "i", "y", "as", "at", "an", "ad", "ar", "ten", "mac", "ben"])
"""Particles that are English words or names too: they join no two names."""
RUN: Final = re.compile(rf"(?<![\w’']){TOKEN}(?:{GAP}(?:(?:{pattern(PARTICLES - ALSO_WORDS)}){GAP}){{0,2}}{TOKEN})*{SUFFIX}?")
INITIAL: Final = re.compile(rf"[{UPPER}]\.(?:[{UPPER}]\.)*\Z")
ACRONYM: Final = re.compile(rf"(?:[{UPPER}]{{2,7}}|(?:[{UPPER}]\.){{2,6}})\Z")
HONOURS: Final = frozenset(["QC", "KC", "SC", "MP", "MEP", "MSP", "MLA", "TD", "MBE", "OBE", "CBE", "MD", "PhD", "Esq", "VC", "DSO"])
"""Letters after a person's name, which are not of it."""
ALSO_SURNAMES: Final = words("body_surnames.txt")
"""Last words of bodies that are family names too."""
SUFFIXES: Final = frozenset(["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"])
CLERGY: Final = frozenset(("canon", "provost", "prior"))
"""Offices of the Church that are surnames and makers of things too."""
ALSO_NAMES: Final = frozenset(["April", "August", "First", "June", "May", "Will"])
OFFICE: Final = re.compile(rf"(?:\w+[ \u00a0])?(?:{pattern(TITLES)})[ \u00a0]of[ \u00a0](?:the[ \u00a0])?\Z")
ALSO_INNER: Final = frozenset("_’'-")
"""Signs before a letter that make it no beginning of a word."""
POSTING: Final = (" to ", " for ", " in ")
"""Before the country of a post: "envoy for Norway Ann Roe"."""
BEGINS: Final = re.compile(r"(?:^|\A|\n|[.!?…:]\s*|[“\"‘(]\s*)\Z")
OCCUPATION: Final = re.compile(
    r"\w+(?:men|man|woman|women|person|ists?|ors?|ers?|ians?|ants?|ents?|eurs?|chief|head|director|aide|official|general|eers?|dean|coach)\Z"
)
"""What somebody is called for what they do, by its ending."""
BLANKS: Final = " \u00a0"
LAST_LOWER: Final = re.compile(r"([a-z][\w-]*)[ \u00a0]\Z")


def names(text: str) -> tuple[Name, ...]:
    """Every proper name as printed, in text order; titles before it are told apart from it ("Brig. Gen." · "Pat Doe").

    A run of capitals is cut at the last title in it. Function words at the beginning of a sentence, days and months are no
    names. A title alone ("the Prime Minister") is none either.
    """
    found: list[Name] = []
    for match in _runs(text):
        here = _names_of(text, match)
        if found and not here and (whole := department(text, found[-1], match, PORTFOLIOS)):
            found[-1] = whole
        for name in (of_a_people(text, one) for one in here):
            while found and found[-1].span.start >= name.span.start:
                found.pop()
            if found and (whole := joined(text, found[-1], name)):
                found[-1] = whole
            else:
                found.append(name)
    return tuple(_with_kinds(without_headlines(text, _without_common_words(text, found))))


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of capitalised words, looked for only where a capital stands between two blanks."""
    start = done = 0
    words = text.split(" ")
    for printed, following in zip_longest(words, words[1:], fillvalue=""):
        end = start + len(printed)
        if (
            not printed.islower()
            and printed != printed.lower()
            and not (printed.isalpha() and printed in NO_NAMES and following.islower() and following not in PARTICLES)
        ):
            while (at := start if start > done else done) < end and (match := RUN.search(text, at)):
                done = match.end()
                yield match
        start = end + 1


def _without_common_words(text: str, found: Sequence[Name]) -> list[Name]:
    """A lone word that begins a sentence and stands elsewhere in lower case is no name ("Security forces … their security")."""
    alone = [
        n for n in found if not n.title and not n.kind and " " not in n.text and BEGINS.search(text, max(0, n.span.start - 4), n.span.start)
    ]
    common = {word for word in {n.text.lower() for n in alone} if _stands_in_lower_case(text, word)}
    dropped = {n.span for n in alone if n.text.lower() in common}
    return [n for n in found if n.span not in dropped] if dropped else list(found)


def _stands_in_lower_case(text: str, word: str) -> bool:
    """The word stands somewhere as a whole."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or before in ALSO_INNER) and not (after.isascii() and after.islower()):
            return word.isascii() and word.isalpha()
        at = text.find(word, at + 1)
    return False


COUNT: Final = re.compile(r"(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty-[a-z]+")
SMALL: Final = Known(lambda token: token.partition("’")[0].partition("'")[0] in NO_NAMES or COUNT.fullmatch(token) is not None)
"""Whether a token up to its apostrophe is no name."""


def _names_of(text: str, run: re.Match[str]) -> list[Name]:
    start, tokens = run.start(), run.group().replace("\u00a0", " ").split(" ")
    small = list(map(SMALL.__getitem__, tokens))
    if True not in small:
        return _name(text, start, tokens)
    found: list[Name] = []
    held: list[str] = []
    if True in small[1:]:
        the = tokens[0] == "The"
        if is_whole_body(tokens[the:], small[the:], the or follows_the(text, start)):
            span = Span(start + 4 * the, run.end())
            return [Name(span, span.of(text), kind="organisation")]
    for token, is_small in zip(tokens, small, strict=True):
        is_given = token == "Will" and run.end() > start + 5 and not (held or BEGINS.search(text, max(0, start - 4), start))
        if is_small and not (is_given or (held and token in ALSO_NAMES)):
            if held:
                found += _name(text, start, [*held])
            start += sum(len(t) + 1 for t in held) + len(token) + 1
            held = []
        else:
            held.append(token)
    return found + _name(text, start, held) if held else found


def _name(text: str, start: int, tokens: list[str]) -> list[Name]:
    """The name that the tokens hold, if any; start is where the first of them stands."""
    while tokens and tokens[-1] in PARTICLES:
        del tokens[-1]
    while len(tokens) > 2 and tokens[-1] in HONOURS:
        del tokens[-1]
    title = ""
    if tokens and tokens[0] in PORTFOLIOS and (office := OFFICE.search(text, max(0, start - 40), start)):
        size = next((i for i, t in enumerate(tokens) if t not in PORTFOLIOS), len(tokens))
        title = office.group() + " ".join(tokens[:size])
        start += sum(len(t) + 1 for t in tokens[:size])
        tokens = tokens[size:]
    if len(tokens) > 1 and tokens[-1] not in ORG_HEADS and _is_descriptor(text, start, tokens):
        title = title or ("" if is_country(tokens[0]) else tokens[0])
        start += len(tokens[0]) + 1
        tokens = tokens[1:]
    if len(tokens) > 2 and is_country(tokens[0]) and tokens[-1] not in ORG_HEADS and text[:start].endswith(POSTING):
        start += len(tokens[0]) + 1
        tokens = tokens[1:]
    if len(tokens) == 1 and len(tokens[0]) == 1:
        return []
    cut = _title_length(tuple(tokens)) if tokens else 0
    if cut == len(tokens):
        return []
    begin = start
    if cut:
        own = " ".join(tokens[:cut])
        begin, title = start + len(own) + 1, f"{title} {own}".strip()
    if (before := _last_lower(text, start)) in LOWER_TITLES:
        title = f"{before} {title}".strip()
    end = begin + len(" ".join(tokens[cut:]))
    return [Name(Span(begin, end), text[begin:end], title)]


def _last_lower(text: str, start: int) -> str:
    """The word in small letters that ends one blank before `start`, empty where none does."""
    if start < 2 or text[start - 1] not in BLANKS or not text[start - 2].islower():
        return ""
    word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    if word.islower() and word.isalpha():
        return word
    found = LAST_LOWER.search(text, max(0, start - 24), start)
    return found[1] if found else ""


def _is_descriptor(text: str, start: int, tokens: Sequence[str]) -> bool:
    """The word before a given name only describes who bears it: "Norway Ann Roe", and at the beginning of a sentence "Goalkeeper Ann
    Roe", "Husband Tom".
    """
    word, following = tokens[:2]
    if not sex_of(following) or sex_of(word) or word in TITLES or not word.isalpha():
        return False
    begins = bool(BEGINS.search(text, max(0, start - 4), start))
    if len(tokens) == 2:
        return begins and word.lower() in gender_of_titles()
    plain = word.lower()
    return (
        is_country(word) or plain in CLERGY or (begins and bool(OCCUPATION.match(plain) or plain in gender_of_titles() or plain in PERSONS))
    )


@lru_cache(maxsize=65536)
def _title_length(tokens: tuple[str, ...]) -> int:
    """How many of the tokens at the beginning are titles and what belongs to them; all of them where no name follows.

    >>> _title_length(("US", "Defense", "Secretary", "Ann", "Doe"))
    3
    """
    size = len(tokens) - (tokens[-1] in SUFFIXES)
    if tokens[-1] in ORG_HEADS and not (size > 1 and sex_of(tokens[0]) and tokens[-1] in ALSO_SURNAMES):
        return 0
    last = max((i for i in range(size) if tokens[i].rstrip(".") in TITLES), default=-1)
    if last == size - 1:
        is_person = size > 1 and (sex_of(tokens[0]) or INITIAL.match(tokens[-2]))
        return _inner_title(tokens, last) if is_person else len(tokens)
    if last > 0 and sex_of(tokens[0]):
        return 0
    return last + 1


def _inner_title(tokens: Sequence[str], last: int) -> int:
    """ "Ann King" bears a title as surname."""
    return max((i + 1 for i in range(last) if tokens[i].rstrip(".") in TITLES), default=0)


def _with_kinds(found: Iterable[Name]) -> list[Name]:
    """Kinds and genders by form; a lone surname takes those of the one fuller name in the text."""
    known = [_kinded(name) for name in found]
    fuller: dict[str, set[tuple[str, str]]] = {}
    for name in known:
        if name.kind == "person" and " " in name.text:
            parts = [p for p in name.text.split() if p not in SUFFIXES]
            if len(parts) > 1:
                fuller.setdefault(parts[-1].rstrip(","), set()).add((name.kind, name.gender))
    return [_taking(name, fuller[name.text]) if name.text in fuller else name for name in known]


def _taking(name: Name, options: set[tuple[str, str]]) -> Name:
    """A lone surname is a person's where any fuller person bears it, and has a gender where all who bear it share one."""
    if not options or name.gender or name.kind == "organisation":
        return name
    sexes = {gender for _, gender in options}
    return Name(name.span, name.text, name.title, "person", sexes.pop() if len(sexes) == 1 else "")


def _kinded(name: Name) -> Name:
    kind, gender = kind_of(name.text, name.title)
    return Name(name.span, name.text, name.title, name.kind or kind, gender) if kind or gender else name


@lru_cache(maxsize=65536)
def kind_of(printed: str, title: str = "") -> tuple[str, str]:
    """ "person", "organisation" or "", and "m", "f" or "", as far as the form of a name and its title tell."""
    parts = printed.split()
    sex = next((g for t in reversed(title.split()) if (g := gender_of_titles().get(t.rstrip(".")))), "")
    given = sex_of(parts[0])
    if title:
        return "person", sex or (given if len(parts) > 1 else "")
    is_body = parts[-1] in ORG_HEADS and not (given and parts[-1] in ALSO_SURNAMES) and printed[:-1].lower() not in PERSONS
    if is_body or (len(parts) == 1 and ACRONYM.match(printed)):
        return "organisation", ""
    is_person = given or parts[-1] in SUFFIXES or any(INITIAL.match(p) for p in parts[:-1])
    return ("person", given) if is_person and len(parts) > 1 else ("", "")
