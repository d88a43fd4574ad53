"""Article → statements, figures, findings. Rules are data plus small functions; bad text yields findings, never an exception."""

from __future__ import annotations

from tracker.extract import dating
from tracker.extract.appositions import with_whole_names
from tracker.extract.circumstances import with_circumstances
from tracker.extract.dialogue import dialogue
from tracker.extract.estimates import estimates
from tracker.extract.figures import figures, narration
from tracker.extract.letters import with_letters
from tracker.extract.merging import merged, outside, with_turns
from tracker.extract.nested import nested
from tracker.extract.owned import owned
from tracker.extract.quotations import quotations
from tracker.extract.quoting import with_quoted
from tracker.extract.speech import speech
from tracker.model import Article, Finding, Reading
from tracker.text.furniture import furniture
from tracker.text.names import names


def extract(article: Article) -> Reading:
    """The article read: statements with their mention, figures with their scope, findings, names; no speaker resolved yet.

    Text without words yields a finding `no_text`.
    """
    if not any(char.isalnum() for char in article.text):
        return Reading(article, findings=(Finding("no_text", "The text holds no words.", article.id),))
    found = names(article.text)
    quoted, findings = quotations(article, found)
    said = with_quoted(article.text, merged(article.text, quoted, speech(article, quoted, found)))
    said = with_turns(said, dialogue(article, found))
    said = with_whole_names(article.text, owned(article, estimates(article, said)), found)
    said = outside(furniture(article.text), with_letters(article, said))
    statements = (*with_circumstances(article, said, found), *nested(article, said))
    counted = figures(article, statements)
    told = sorted([*statements, *narration(article, counted)], key=lambda s: s.span)
    return Reading(article, tuple(told), counted, (*findings, *dating.findings(article)), found)
