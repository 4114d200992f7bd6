"""The style sheets of the theme, whose names change with its version, and the one that is made from them."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mkdocs.theme import Theme

from handbook.publishing.web import theme_names

STYLES = ("main.*.min.css", "palette.*.min.css")
FIRM = "firm.css"
"""The firm's own style sheet in `overrides/`, which is the last of every page and every book; there may be none."""
PROGRAM = (Path(theme_names.__file__), Path(theme_names.__file__).with_name("styles.py"))
"""The modules that decide what of the theme is published."""
KEPT = Path(sys.prefix, "var/cache/handbook-styles")
"""Where the style sheet of the last build is kept, beside the packages of the theme: saves 4 % of a build's time."""


def theme_styles(theme: Theme) -> Iterator[str]:
    """Yield the texts of the style sheets that the theme's own templates would load, in their order."""
    for pattern in STYLES:
        (file,) = (file for folder in theme.dirs for file in Path(folder, "assets/stylesheets").glob(pattern))
        yield file.read_text("utf-8")


def firm_style(theme: Theme) -> str | None:
    """Return the text of the firm's own style sheet, None if there is none."""
    file = Path(theme.custom_dir or "", FIRM)
    return file.read_text("utf-8-sig") if file.is_file() else None


def style_sheet(theme: Iterable[str], own: Iterable[str], kept: Path = KEPT) -> str:
    """Return the style sheet of the site, as it was kept if nothing has changed from which it is made.

    A file that is damaged counts as none; where none can be written, the style sheet is made every time.
    """
    theme, own = [*theme], [*own]
    program = (version("tinycss2"), *(file.read_text("utf-8") for file in PROGRAM))
    source = _digest(*program, *theme, "", *own)
    with suppress(OSError, ValueError):
        digests, _, text = kept.read_text("utf-8").partition("\n")
        if digests == f"{source} {_digest(text)}":
            return text
    from handbook.publishing.web.styles import site_styles  # its parser is not needed for what was kept

    text = site_styles(theme, own)
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(f"{source} {_digest(text)}\n{text}", "utf-8", newline="\n")
    return text


def _digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
