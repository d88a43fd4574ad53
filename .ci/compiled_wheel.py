"""Builds the wheel with its hot modules compiled (mypyc), where `make wheel` asks for it; a clone and `pip install .` stay pure Python.

Nothing is built within the working tree. Where the modules cannot be compiled, the wheel is pure Python and one sentence says why.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PARTS = ("text", "extract", "resolve")
"""What is read again for every word of an article."""
ALSO = ("compare/intervals.py",)
MYPY = ("--config-file=", "--ignore-missing-imports", "--follow-imports=silent")
LEVEL = "1"
"""Of optimising: what is compiled is mostly calls into Python's own C, which higher levels cannot better."""


class Compiled(BuildHookInterface[Any]):
    """Puts the compiled modules beside their sources into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard":
            return
        self.room = Path(tempfile.mkdtemp(prefix="tracker-compiled-"))
        try:
            built = compiled(Path(self.root), self.room)
        except Exception as error:  # of mypyc, setuptools or the C compiler, each with its own
            self.app.display_warning(f"the modules could not be compiled ({error}); the wheel is pure Python, which reads the same, slower")
            return
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["force_include"] |= {str(path): str(path.relative_to(self.room / "lib")) for path in built}

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(getattr(self, "room", ""), ignore_errors=True)


def hot(root: Path) -> list[str]:
    """The modules worth compiling, as paths from the root, in order."""
    tracker = root / "tracker"
    found = [path for part in PARTS for path in sorted((tracker / part).glob("*.py")) if path.name != "__init__.py"]
    return [path.relative_to(root).as_posix() for path in (*found, *(tracker / name for name in ALSO))]


def compiled(root: Path, room: Path) -> list[Path]:
    """Compile a copy of the package in the room; the libraries made, under room/lib as they are to stand in the wheel."""
    from mypyc.build import mypycify
    from setuptools import Distribution
    from setuptools.command.build_ext import build_ext

    class Together(build_ext):
        """One C file for each core at a time."""

        def build_extension(self, ext: Any) -> None:
            def made(source: str) -> str:
                given = {"include_dirs": ext.include_dirs, "extra_postargs": ext.extra_compile_args, "depends": ext.depends}
                return str(self.compiler.compile([source], output_dir=self.build_temp, **given)[0])

            with ThreadPoolExecutor(os.cpu_count()) as pool:
                ext.extra_objects = [*pool.map(made, ext.sources)]
            ext.sources = []
            super().build_extension(ext)

    shutil.copytree(root / "tracker", room / "tracker", ignore=shutil.ignore_patterns("__pycache__"))
    home, said = Path.cwd(), sys.stdout
    try:
        os.chdir(room)
        sys.stdout = sys.stderr
        modules = mypycify([*MYPY, *hot(room)], opt_level=LEVEL, debug_level="0", multi_file=True)
        command = Together(Distribution({"name": "tracker", "ext_modules": modules}))
        command.build_lib, command.build_temp = "lib", "temp"
        command.ensure_finalized()
        command.run()
    except SystemExit as error:  # how mypyc says that a module does not fit
        raise RuntimeError(f"mypyc ended with {error.code}") from error
    finally:
        os.chdir(home)
        sys.stdout = said
    return sorted((room / "lib").rglob("*.so")) + sorted((room / "lib").rglob("*.pyd"))
