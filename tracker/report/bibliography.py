"""The sources as CSL-JSON, RIS and BibTeX, for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from tracker.model import Heading
from tracker.report.source import Source

BIBTEX_SIGNS = str.maketrans(
    {"\\": r"\textbackslash{}", **{c: "\\" + c for c in "&%$#_{}"}, "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
)


def one_line(words: str | None) -> str:
    return " ".join((words or "").split())


def csl(source: Source) -> Iterator[str]:
    """A JSON array of CSL items of type article-newspaper."""
    yield "["
    for number, heading in enumerate(source.headings()):
        yield (",\n" if number else "\n") + json.dumps(csl_item(heading), ensure_ascii=False)
    yield "\n]\n"


def csl_item(h: Heading) -> dict[str, object]:
    item: dict[str, object] = {"id": h.id, "type": "article-newspaper", "title": one_line(h.title) or "untitled"}
    if h.outlet:
        item["container-title"] = one_line(h.outlet)
    if h.authors:
        item["author"] = [{"literal": one_line(name)} for name in h.authors]
    if h.day:
        item["issued"] = {"date-parts": [[h.day.year, h.day.month, h.day.day]]}
    if h.url:
        item["URL"] = h.url
    if h.archive_url:
        item["archive_location"] = h.archive_url
    if h.retrieved_at:
        item["accessed"] = {"date-parts": [[h.retrieved_at.year, h.retrieved_at.month, h.retrieved_at.day]]}
    return item


def ris(source: Source) -> Iterator[str]:
    """One NEWS record an article, lines ended as the format asks."""
    for h in source.headings():
        fields = [("TY", "NEWS"), ("ID", h.id), ("TI", h.title or "untitled"), *(("AU", name) for name in h.authors), ("T2", h.outlet)]
        fields += [
            ("DA", f"{h.day:%Y/%m/%d/}" if h.day else None),
            ("PY", str(h.day.year) if h.day else None),
            ("UR", h.url),
            ("L2", h.archive_url),
            ("Y2", f"{h.retrieved_at:%Y/%m/%d/}" if h.retrieved_at else None),
        ]
        yield "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in fields if value) + "ER  - \r\n\r\n"


def bibtex(source: Source) -> Iterator[str]:
    """One @article an article, keyed by outlet, year and the head of its id."""
    for h in source.headings():
        fields = {
            "title": h.title or "untitled",
            "author": " and ".join("{" + one_line(name).translate(BIBTEX_SIGNS) + "}" for name in h.authors),
            "journal": h.outlet,
            "year": str(h.day.year) if h.day else None,
            "date": h.day.isoformat() if h.day else None,
            "url": h.url,
            "urldate": f"{h.retrieved_at:%Y-%m-%d}" if h.retrieved_at else None,
            "note": f"Archived at {h.archive_url}" if h.archive_url else None,
        }
        body = "".join(f"  {name} = {{{value_of(name, value)}}},\n" for name, value in fields.items() if value)
        yield f"@article{{{key(h)},\n{body}}}\n\n"


def value_of(name: str, value: str) -> str:
    return one_line(value) if name in ("author", "url") else one_line(value).translate(BIBTEX_SIGNS)


def key(h: Heading) -> str:
    return re.sub(r"[^A-Za-z0-9]", "", f"{h.outlet or 'unknown'}{h.day.year if h.day else ''}") + f"-{h.id[:8]}"
