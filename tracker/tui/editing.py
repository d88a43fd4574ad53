"""What is known of an article, put right by a person: which attribute, what it is, and the decision that comes of it."""

from __future__ import annotations

import datetime as dt

from textual.app import App

from tracker import review
from tracker.errors import QueryError
from tracker.model import Article, Decision
from tracker.tui.desk import Desk
from tracker.tui.dialogs import Ask, Option, Pick, among

ATTRIBUTES = ("title", "outlet", "published", "updated", "url", "archive_url")
DAYS = ("published", "updated")


async def edit(app: App[None], desk: Desk, article: Article) -> Decision | None:
    """Ask for an attribute and its value, and write; None where the person left or changed nothing. Raises QueryError for no day."""
    held = {name: str(getattr(article, name) or "") for name in ATTRIBUTES}
    options = [Option(name.replace("_", " "), name, value or "not known") for name, value in held.items()]
    taken = await app.push_screen_wait(Pick("What is to be put right?", among(options)))
    if not taken:
        return None
    name = taken[0]
    hint = "A day: 2024-03-05." if name in DAYS else "The text of the article is never changed; the log keeps what stood here."
    typed: str | None = await app.push_screen_wait(Ask(name.replace("_", " ").capitalize(), held[name], hint))
    value = (typed or "").strip()
    if not value or value == held[name]:
        return None
    change = {name: day_typed(value) if name in DAYS else value}
    return await desk.ask(review.edit_article, article.id, change, desk.reviewer, desk.take_reason())


def day_typed(text: str) -> dt.date:
    """Raises QueryError where the text is no day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise QueryError(text, "is no day; write it like 2024-03-05") from None
