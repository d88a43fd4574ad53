"""`python -m tracker.train.heldout [PARTS] > FILE`: what the program reads in articles it did not learn indirect speech from.

The annotated articles are parted (5 by default); each part is read with models learned from the others. A line an article:
{"id", "quotes": [{"start", "end", "spans", "type", "speaker", "speaker_start", "speaker_end", "confidence"}]}.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tracker.extract.attribution import models
from tracker.extract.speech import speech
from tracker.model import Article, Statement
from tracker.train.corpus import Annotated, fold, read
from tracker.train.speech import train


def held_out(articles: Sequence[Annotated], parts: int) -> Iterator[tuple[Annotated, tuple[Statement, ...]]]:
    """Every article with its indirect and mixed statements, as models see it that learned from the other parts only."""
    for part in range(parts):
        learned_from, held = fold(articles, part, parts)
        by = models(train(learned_from))
        for article in held:
            yield article, speech(Article(article.text, id=article.id), (), (), by)


def row(statement: Statement) -> dict[str, Any]:
    mention = statement.mention
    return {
        "start": statement.span.start,
        "end": statement.span.end,
        "spans": statement.spans,
        "type": statement.kind,
        "speaker": mention.text if mention else None,
        "speaker_start": mention.start if mention else None,
        "speaker_end": mention.end if mention else None,
        "confidence": statement.confidence,
    }


if __name__ == "__main__":
    annotated = read(Path(os.environ["TRACKER_CORPUS"]))
    for found, statements in held_out(annotated, int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        print(json.dumps({"id": found.id, "quotes": [row(statement) for statement in statements]}, ensure_ascii=False))
