"""The text files of `admin/`; Decap CMS itself is fetched by `packages.py`."""

from html import escape
from pathlib import Path

from ...model.handbook import Handbook
from .config import decap_config
from .options import FormOptions

FOLDER = Path(__file__).parent
COPIED = ("editor.js", "editor.css", "words.json")


def form_files(handbook: Handbook, options: FormOptions, logo: str) -> tuple[tuple[str, str], ...]:
    """Every file of `admin/` that is not from a package, as (name, text)."""
    policy = escape(content_security_policy(options))
    page = (FOLDER / "editor.html").read_text("utf-8").replace("{policy}", policy)
    copied = ((name, (FOLDER / name).read_text("utf-8")) for name in COPIED)
    return ("index.html", page), ("config.yml", decap_config(handbook, options, logo)), *copied


def content_security_policy(options: FormOptions) -> str:
    """What a browser may load on the page: as little as possible, as the page holds a token of the repository."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self' 'unsafe-eval'",  # Decap generates code to validate its configuration
            "style-src 'self' 'unsafe-inline'",  # Decap adds its styles with JavaScript
            "img-src 'self' data: https://avatars.githubusercontent.com",
            f"connect-src 'self' {' '.join(options.connect_sources)}",
            "base-uri 'none'",
        )
    )
