"""The files of `admin/` that are written; the editor itself is fetched by `parts`."""

from html import escape
from pathlib import Path

from ...model.handbook import Handbook
from .config import settings
from .options import FormOptions

HERE = Path(__file__).parent
TAKEN = ("editor.js", "editor.css", "words.json")


def form_files(handbook: Handbook, options: FormOptions, logo: str) -> tuple[tuple[str, str], ...]:
    """Every file of `admin/` that is text of ours, as (name, text)."""
    page = (HERE / "editor.html").read_text("utf-8").replace("{policy}", escape(policy(options)))
    taken = ((name, (HERE / name).read_text("utf-8")) for name in TAKEN)
    return ("index.html", page), ("config.yml", settings(handbook, options, logo)), *taken


def policy(options: FormOptions) -> str:
    """What a browser may load there: the page holds a key to the repository, so nothing from anywhere else."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",  # Decap checks its settings with code it makes from their schema
            "style-src 'self' 'unsafe-inline'",  # Decap writes its styles itself
            "img-src 'self' data: https://avatars.githubusercontent.com",
            f"connect-src 'self' {' '.join(options.reaches)}",
        )
    )
