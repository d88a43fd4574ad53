"""Whatever comes in: no crash, every span slices to its words. FUZZ sets how many inputs are tried."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import pipeline
from tracker.errors import InputError
from tracker.ingest import Given, dated, kinds
from tracker.ingest.options import Options
from tracker.ingest.reading import finished, read_stream
from tracker.model import Article, Document, Figure, Reading, Span, Statement

pytestmark = pytest.mark.fuzz
FUZZ = int(os.environ.get("FUZZ", "300"))
many = settings(max_examples=FUZZ, deadline=None, suppress_health_check=list(HealthCheck), derandomize="FUZZ" not in os.environ)

PIECES = [
    *(
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "«",
        "»",
        "„",
        "—",
        "–",
        "-",
        "(",
        ")",
        "[",
        "]",
        ",",
        ".",
        ":",
        ";",
        "?",
        "!",
        "…",
        "...",
        "\n",
        "\n\n",
        "\t",
    ),
    *(
        "\u00a0",
        "\u202f",
        "\u200b",
        "\u00ad",
        "\ufeff",
        "\u2028",
        "\r\n",
        "\x00",
        "\ud800",
        "\u202e",
        "é",
        "ß",
        "İ",
        "ﬁ",
        "日本",
        "٣",
        "½",
        "²",
        "😀",
        "e\u0301",
    ),
    *(
        " ",
        " ",
        " ",
        " ",
        " said ",
        " told ",
        " according to ",
        " she said",
        " that ",
        " it has risen to ",
        " killed ",
        " people ",
        " troops ",
    ),
    *("Mayor Ruiz", "the ministry", "Mr. Lind", "he", "officials", "Reuters", "Gen. Omar Tayeb", "the U.S. Army", "McAllister-O’Neil"),
    *(
        "1,200",
        "12",
        "3.5 million",
        "around 40",
        "at least",
        "2,5,0",
        "0",
        "-7",
        "1e9",
        "99999999999999999999999",
        "twenty-one",
        "dozens",
        "a few",
        "$5bn",
        "7%",
    ),
    *(
        "on Monday",
        "24 March 2021",
        "31/31/2021",
        "Wednesday, 12 October",
        "in 2014",
        "last week",
        "Updated: ",
        "By ",
        "Correction: ",
        "http://a.b/c",
    ),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)


def spans(reading: Reading) -> Iterator[tuple[Span, str | None]]:
    """Every span of a reading with the words it claims, where it claims some."""
    for statement in reading.statements:
        yield from ((span, None) for span in statement.spans)
        for words in (statement.mention, statement.cue, *statement.via):
            if words:
                yield words.span, words.text
    for figure in reading.figures:
        yield figure.span, figure.words
        yield figure.number, None
    yield from ((finding.span, None) for finding in reading.findings if finding.span)
    yield from ((name.span, name.text) for name in reading.names)


def check(text: str, reading: Reading) -> None:
    for span, words in spans(reading):
        assert 0 <= span.start <= span.end <= len(text)
        assert words is None or span.of(text) == words
    for item in (*reading.statements, *reading.figures):
        assert isinstance(item, (Statement, Figure)) and item.article == reading.article.id


@many
@given(texts)
def test_any_text_is_read(text: str) -> None:
    article = dated(Article(text))
    assert article.text == text
    check(text, pipeline.read(article))


@many
@given(st.lists(texts, min_size=2, max_size=3))
def test_any_set_of_texts_is_compared(found: list[str]) -> None:
    comparison = pipeline.compare([dated(Article(text, id=str(number))) for number, text in enumerate(found)])
    figures = {figure.id for reading in comparison.readings for figure in reading.figures}
    assert all(pair.a in figures and pair.b in figures for pair in comparison.pairs)


TAGS = [
    *(
        "<p>",
        "</p>",
        "<div class='related'>",
        "</div>",
        "<html>",
        "<body>",
        "<!doctype html>",
        "<table><tr><td>",
        "</table>",
        "<svg>",
        "<math>",
    ),
    *(
        "<figure><figcaption>",
        "</figcaption></figure>",
        "<script type='application/ld+json'>",
        "</script>",
        "<template>",
        "<!--",
        "]]>",
        "&nbsp;",
    ),
    *("<meta charset='x-none'>", "<meta property='article:published_time' content='99'>", '{"@type":"NewsArticle","author":[{}]}'),
    *(
        "<rss version='2.0'>",
        "<channel><item><title>",
        "</title></item></channel></rss>",
        "---\ntitle: x\n---\n",
        '{"text": "',
        '"}',
        "\n",
        '"',
    ),
    *("WARC/1.0\r\n", "%PDF-1.4\n", "PK\x03\x04word/", "text,outlet\n", "Subject: =?utf-8?b?!!!?=\n"),
    "Content-Type: multipart/mixed; boundary=x\n\n--x\n",
]
markup = st.lists(st.one_of(st.sampled_from(TAGS), texts), max_size=30).map(lambda pieces: "".join(pieces).encode("utf-8", "replace"))
NAMES = sorted({"a" + extension for extension in kinds.BY_EXTENSION})


@many
@given(st.one_of(markup, st.binary(max_size=400)), st.sampled_from(NAMES))
def test_any_bytes_under_any_name_are_read_or_refused_in_one_sentence(raw: bytes, name: str) -> None:
    refused: Options = Options(fetch=lambda url: InputError(url, "is not fetched here"))
    for found in read_stream(io.BytesIO(raw), name, name, refused):  # type: ignore[arg-type]
        if isinstance(found, Document):
            found = finished(found, Given())
        if isinstance(found, InputError):
            assert str(found).count("\n") == 0
        else:
            assert found.article.text.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "“we go” he said ",
        "12 ",
        "12 killed and ",
        "he said that ",
        "“",
        "(",
        "Omar Tayeb ",
        "24 March 2021 ",
        "a\n\n",
        "A",
        "1",
        "'",
    ],
)
def test_a_run_without_end_costs_in_proportion_and_never_raises(piece: str) -> None:
    text = piece * (15_000 // len(piece))
    check(text, pipeline.read(dated(Article(text))))
