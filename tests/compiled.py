"""Does the compiled wheel read as pure Python does? How much faster it does is told by `python -m tests.bench compiled`.

`python -m tests.compiled [WHEEL]` unpacks a wheel that `make wheel` built (the last one in dist/), reads the same articles with it and
with the working tree, each in a process of its own, and compares what they print, to the byte. Exit code 1 where anything differs, or
where the wheel holds nothing compiled.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import text
from tests.bench.extraction import count, dense, rate, real
from tracker import coding, pipeline
from tracker.extract import extract
from tracker.extract.figures import figures
from tracker.model import Article, Kind
from tracker.text import tokens

ROOT = Path(__file__).parent.parent
TEXTS = ("seeds/articles/*.txt", "tests/gold/stories/**/*.toml")
ARTICLES = 60


@contextmanager
def unpacked(wheel: Path) -> Iterator[Path]:
    """A folder that holds what the wheel does."""
    with TemporaryDirectory(prefix="tracker-wheel-") as room, zipfile.ZipFile(wheel) as packed:
        packed.extractall(room)
        yield Path(room)


def wheels() -> list[Path]:
    """The compiled wheels in dist/ for this Python, the last built first."""
    fitting = ROOT.glob(f"dist/*-cp{sys.version_info.major}{sys.version_info.minor}-*.whl")
    return sorted(fitting, key=lambda path: path.stat().st_mtime, reverse=True)


def asked(what: str, room: Path) -> list[str]:
    """The lines that this module prints where the program lies in the room."""
    where = {**os.environ, "PYTHONPATH": os.pathsep.join((str(room), str(ROOT)))}
    done = subprocess.run(
        [sys.executable, "-m", "tests.compiled", what], cwd=room, env=where, stdout=subprocess.PIPE, text=True, check=True
    )
    return done.stdout.splitlines()


def articles() -> Iterator[Article]:
    """The sample corpus, the stories, and invented articles."""
    for path in (path for pattern in TEXTS for path in sorted(ROOT.glob(pattern))):
        written = path.read_text("utf-8")
        if path.suffix == ".txt":
            yield Article(written)
            continue
        for one in tomllib.loads(written)["articles"].values():
            yield Article(one["text"], title=one.get("title"), outlet=one.get("outlet"), published=one.get("date"))
    yield from text.articles(ARTICLES)


def readings() -> Iterator[str]:
    yield "compiled" if not str(tokens.__file__).endswith(".py") else "pure Python"
    for article in articles():
        yield coding.text(pipeline.read(article))


def rates() -> Iterator[str]:
    """What is measured and how many words a second it comes to, parted by a tab."""
    read = list(text.articles(ARTICLES))
    said = [tuple(s for s in extract(article).statements if s.kind is not Kind.NARRATION) for article in read]
    yield f"articles read, all of extraction\t{rate(count(read), lambda: [pipeline.read(article) for article in read])}"
    yield f"figures alone\t{rate(count(read), lambda: [figures(article, told) for article, told in zip(read, said, strict=True)])}"
    yield f"figures where every sentence holds three\t{rate(*dense())}"
    yield from (f"{name}\t{value}" for name, value, _ in real())


def main(wheel: Path) -> int:
    with unpacked(wheel) as room:
        (how, *compiled), (_, *pure) = asked("readings", room), asked("readings", ROOT)
    other = sum(a != b for a, b in zip_longest(compiled, pure))
    print(f"{wheel.name}: {how}; {len(pure)} articles read, {other} of them otherwise than by the working tree")
    return int(other > 0 or how != "compiled" or not pure)


if __name__ == "__main__":
    given = sys.argv[1:] or [str(path) for path in wheels()[:1]]
    if given in (["readings"], ["rates"]):
        print("\n".join(readings() if given == ["readings"] else rates()))
    elif given:
        raise SystemExit(main(Path(given[0])))
    else:
        raise SystemExit("dist/ holds no compiled wheel for this Python: make wheel")
