"""What a screen may ask of the app it runs in. The app joins the screens; none of them knows it."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import App

from tracker.model import Span
from tracker.tui.desk import Desk


class Host(App[None]):
    desk: Desk

    @abstractmethod
    def open_article(self, article: str, at: Span | None) -> None:
        """Open an article at a place in it, over the screen that is shown."""

    @abstractmethod
    def say(self, text: str, severity: str = "information") -> None:
        """One sentence for the person: "information", "warning" or "error"."""
