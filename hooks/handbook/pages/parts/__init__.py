"""The generated parts: one module per marker, with a function `render`; the markers are listed in `model/parts.py`."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from ...model.parts import PARTS
from ..context import PageContext
from ..elements import Block

Render = Callable[[PageContext, str | None], Iterator[Block]]
"""From a page and the argument of a marker to the blocks of the part; none if there is nothing to show."""


@cache
def renderer(marker: str) -> Render | None:
    """The function that renders the part of a marker; None if there is no such part."""
    if not any(part.marker == marker for part in PARTS):
        return None
    render: Render = import_module(f".{marker.replace('-', '_')}", __name__).render
    return render
