"""Out of the program: the clipboard (over ssh too), the browser, the editor. Each says what it did, and none fails loudly."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from textual.app import App, SuspendNotSupported

CLIPBOARDS = (("wl-copy",), ("xclip", "-selection", "clipboard"), ("xsel", "-ib"), ("pbcopy",), ("clip.exe",))
LARGEST_OSC52 = 74_000  # bytes a terminal takes in one escape sequence


def copy(app: App[None], text: str) -> str:
    """Put the text on the clipboard: by OSC 52, which works over ssh, and by the platform's tool where there is one.

    What is too long for the terminal, and for which there is no tool, goes to a file, whose name the answer gives.
    """
    app.copy_to_clipboard(text)
    if copied_by_tool(text) or len(text.encode("utf-8", "replace")) < LARGEST_OSC52:
        return ""
    return f" (to {to_file(text, '.txt')})"


def copied_by_tool(text: str) -> bool:
    """A tool of this desktop took it. Over ssh there is no desktop to ask."""
    if os.environ.get("SSH_TTY") or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or shutil.which("pbcopy")):
        return False
    tool = next((tool for tool in CLIPBOARDS if shutil.which(tool[0])), None)
    if not tool:
        return False
    try:
        words = text.encode("utf-8", "replace")
        subprocess.run(tool, input=words, timeout=2, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def to_file(text: str, suffix: str) -> Path:
    handle, name = tempfile.mkstemp(prefix="tracker-", suffix=suffix)
    with os.fdopen(handle, "w", encoding="utf-8", errors="replace", newline="") as file:
        file.write(text)
    return Path(name)


def open_address(app: App[None], url: str | None) -> str:
    """Open the address in the browser. Only web addresses are opened; where no browser answers, the address is copied."""
    if not url:
        return "This article has no address."
    if urlsplit(url).scheme not in ("http", "https"):
        return f"Not a web address, not opened: {url}"
    try:
        opened = webbrowser.open(url) if has_display() else False
    except webbrowser.Error:
        opened = False
    if opened:
        return f"Opened {url}"
    copy(app, url)
    return f"No browser here: {url} is on the clipboard."


def has_display() -> bool:
    return bool(os.environ.get("BROWSER") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or shutil.which("open"))


def edit(app: App[None], text: str) -> str:
    """Show a copy of the text in $VISUAL or $EDITOR. The article itself is never altered."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        return "Neither $VISUAL nor $EDITOR names an editor."
    path = to_file(text, ".txt")
    try:
        with app.suspend():
            subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError, SuspendNotSupported) as error:
        return f"{command}: {error}"
    finally:
        path.unlink(missing_ok=True)
    return "A copy was opened; the article is as it was."
