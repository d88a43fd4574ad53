"""What was read in a text whose lines are cut at a width, given back in the words as the text has them."""

from __future__ import annotations

from tracker.model import Article, Figure, Reading, Statement, Words, changed


def verbatim(reading: Reading, article: Article) -> Reading:
    """The reading of a text of the same length, as one of `article`: every span holds, and every word is sliced anew."""
    text = article.text

    def words(there: Words) -> Words:
        return Words.at(text, there.start, there.end)

    def statement(s: Statement) -> Statement:
        return changed(
            s,
            content=" ".join(span.of(text) for span in s.spans),
            mention=s.mention and words(s.mention),
            cue=s.cue and words(s.cue),
            via=tuple(words(relay) for relay in s.via),
        )

    def figure(f: Figure) -> Figure:
        return changed(f, words=f.span.of(text))

    return changed(
        reading,
        article=article,
        statements=tuple(statement(s) for s in reading.statements),
        figures=tuple(figure(f) for f in reading.figures),
    )
