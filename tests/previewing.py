"""A preview as `mkdocs serve` sets it up, without its port: the tests change files and call its builder."""

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

ADDRESS = "http://127.0.0.1:8000/"


@dataclass(frozen=True)
class Running:
    """A preview that runs: the handbook's folder, the folder it shows, its builder."""

    home: Path
    site: Path
    builder: Any

    def save(self, path: str, text: str | None) -> None:
        """Save a file (None: remove it) and let the preview build."""
        file = self.home / path
        if text is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        self.builder()

    def source(self, path: str) -> str:
        """A file of the handbook."""
        return (self.home / path).read_text("utf-8")

    def text(self, path: str) -> str:
        """A file that the preview shows."""
        return (self.site / path).read_text("utf-8")

    def whole(self) -> dict[str, bytes]:
        """What a whole build of the same handbook gives, file by file."""
        with tempfile.TemporaryDirectory() as folder:
            build(settings(self.home, Path(folder)), serve_url=ADDRESS)
            return contents(Path(folder))

    @property
    def shows(self) -> dict[str, bytes]:
        return contents(self.site)


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a built site by its path."""
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def settings(home: Path, site: Path) -> MkDocsConfig:
    config = load_config(str(home / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = ADDRESS
    return config


@contextmanager
def preview(home: Path) -> Iterator[Running]:
    """Build a handbook and hand the server to its hooks, as `mkdocs serve` does."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "site")
        config = settings(home, site)

        def builder(config: MkDocsConfig) -> None:
            build(config, serve_url=ADDRESS)

        builder(config)
        server = LiveReloadServer(builder=lambda: None, host="127.0.0.1", port=0, root=str(site))
        with server:
            for path in (config.docs_dir, config.config_file_path):
                server.watch(path)
            yield Running(home, site, config.plugins.on_serve(server, config=config, builder=builder).builder)
