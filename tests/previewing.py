"""A preview as `mkdocs serve` sets it up, without its port: the tests change files and call its builder."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from conftest import ROOT

ADDRESS = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Running:
    """A preview that runs: the handbook's folder, the folder it shows, its builder."""

    root: Path
    site: Path
    builder: Any

    def save(self, path: str, text: str | None) -> None:
        """Save a file (None: remove it) and let the preview build."""
        file = self.root / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self.builder()

    def text(self, path: str) -> str:
        return (self.site / path).read_text("utf-8")

    def clean(self) -> dict[str, bytes]:
        """What a whole build of the same tree gives, file by file."""
        with tempfile.TemporaryDirectory() as folder:
            fresh = settings(self.root, Path(folder))
            build(fresh, serve_url=ADDRESS)
            return shown(Path(folder))

    @property
    def shows(self) -> dict[str, bytes]:
        return shown(self.site)


def shown(site: Path) -> dict[str, bytes]:
    """Every file of a built site by its path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def settings(root: Path, site: Path) -> MkDocsConfig:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = ADDRESS
    return config


@contextmanager
def preview(root: Path) -> Iterator[Running]:
    """Build a handbook and hand the server to its hooks, as `mkdocs serve` does."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        config = settings(root, site)

        def builder(config: MkDocsConfig) -> None:
            build(config, serve_url=ADDRESS)

        builder(config)
        server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(site))
        with server:
            for path in (config.docs_dir, config.config_file_path):
                server.watch(path)
            yield Running(root, site, config.plugins.on_serve(server, config=config, builder=builder).builder)


def copy_of(handbook: Path, to: Path) -> Path:
    """A copy of a handbook's words, facts and settings, built by the program where it stands."""
    for name in ("docs", "facts", "parity"):
        shutil.copytree(handbook / name, to / name)
    text = (handbook / "mkdocs.yml").read_text("utf-8")
    for key, path in (("- ", "hooks/"), ("custom_dir: ", "overrides")):
        text = text.replace(f"{key}{path}", f"{key}{ROOT.as_posix()}/{path}").replace(
            f"{key}../../{path}", f"{key}{ROOT.as_posix()}/{path}"
        )
    (to / "mkdocs.yml").write_text(text, "utf-8")
    return to
