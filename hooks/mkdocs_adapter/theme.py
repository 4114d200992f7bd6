"""The style sheets of the theme, whose names change with its version."""

from collections.abc import Iterator
from pathlib import Path

from mkdocs.theme import Theme

STYLES = ("main.*.min.css", "palette.*.min.css")


def theme_styles(theme: Theme) -> Iterator[str]:
    """Yield the texts of the style sheets that the theme's own templates would load, in their order."""
    for pattern in STYLES:
        (file,) = (file for folder in theme.dirs for file in Path(folder, "assets/stylesheets").glob(pattern))
        yield file.read_text("utf-8")
