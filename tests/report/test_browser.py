"""The page in a real browser, on the screen and on paper. Skipped, visibly, where Chromium is not installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from tests.report.sample import DOSSIER
from tracker.report import attribution

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--v=0"),
)
pytestmark = [pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"), pytest.mark.slow]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(attribution.html(DOSSIER), "utf-8")
    return path


def browse(page: Path, *more: str) -> subprocess.CompletedProcess[str]:
    profile = page.parent / "profile"
    command = [str(CHROMIUM), *FLAGS, f"--user-data-dir={profile}", *more, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)


def test_the_browser_applies_the_style_and_refuses_nothing(page: Path) -> None:
    done = browse(page, "--dump-dom")
    assert "CONSOLE" not in done.stderr
    assert '<mark class="figure">58</mark>' in done.stdout


def test_a_style_that_was_tampered_with_is_refused(page: Path) -> None:
    page.write_text(page.read_text("utf-8").replace("</style>", " body { display: none }</style>"), "utf-8")
    assert "Content Security Policy" in browse(page, "--dump-dom").stderr


def test_on_paper_every_figure_and_source_is_there(page: Path, tmp_path: Path) -> None:
    paper = tmp_path / "report.pdf"
    browse(page, f"--print-to-pdf={paper}")
    words = " ".join(" ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(paper.read_bytes())).pages).split())
    for part in ("At least 41", "about 60", "Mayor Ana Ruiz", "https://radio.example/ferry"):
        assert part in words
