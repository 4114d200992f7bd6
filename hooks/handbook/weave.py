"""Puts the generated parts where the author marked their place, as Markdown, before rendering."""

from .model import Handbook, Marker
from .outline import outline
from .stand import Stand
from .views import VIEWS


def weave(text: str, handbook: Handbook, language: str, path: str) -> str:
    """The Markdown of a page (front matter removed) with each marker's line replaced by its part.

    A marker that no view knows stays as it is: an invisible comment, and a finding of the check.
    """
    if "handbook/" not in text:
        return text
    stand, lines = Stand(handbook, language, path), text.split("\n")
    for mark in outline(text).markers:
        if mark.alone:
            lines[mark.line - 1] = _part(stand, mark, lines[mark.line - 1])
    return "\n".join(lines)


def _part(stand: Stand, mark: Marker, line: str) -> str:
    view = dict(VIEWS).get(mark.name)
    return f"\n{view(stand, mark.argument)}\n" if view else line
