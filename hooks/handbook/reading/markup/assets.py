"""Finds programs and requests to other sites in the files beside the pages: SVG images and HTML documents."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from ...languages.messages import msg
from ...model.finding import Finding, Place
from ..files import read_bytes
from ..limits import FILE_BYTES, TooLargeError
from .tags import SHOWN

if TYPE_CHECKING:  # importing lxml is slow, and few handbooks need it here
    from lxml.etree import _Element as Element
    from lxml.etree import _ElementTree as ElementTree

PROGRAMS = frozenset((".htm", ".html", ".js", ".mht", ".mhtml", ".mjs", ".shtml", ".svgz", ".swf", ".xht", ".xhtml"))
PROGRAMS |= {".xml", ".xsl", ".xslt"}
"""Types of files that browsers run, or show as pages that may run programs."""
SVG = "http://www.w3.org/2000/svg"
ACTIVE = frozenset(
    ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML", "http://www.w3.org/2001/xml-events")
)
"""The other kinds of elements that browsers act on; those of drawing programs are ignored."""
ELEMENTS = frozenset(
    (
        *("a", "defs", "desc", "g", "metadata", "style", "svg", "switch", "symbol", "title", "use", "view"),
        *("circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "text", "textPath", "tspan"),
        *("clipPath", "filter", "linearGradient", "marker", "mask", "pattern", "radialGradient", "stop"),
    )
)
"""The elements of SVG that an image may contain, besides the primitives of filters (`fe…`): none runs a program."""
LOADED = re.compile(
    r"(?i)@import|\\|(?:url|src|image|image-set)\(\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif|webp)[;,])"
)
"""In a style or a presentation attribute: something that is loaded from a file, or could be hidden by an escape."""
INSIDE = re.compile(r"#.*|data:image/(?:png|jpeg|gif|webp)[;,].*", re.DOTALL)
"""The address of something inside the same image."""


def asset_findings(root: Path, path: str) -> Iterator[Finding]:
    """Yield a finding for each thing in a file beside the pages that could run a program or load another file."""
    match PurePath(path).suffix.lower():
        case ".svg":
            yield from _svg(root, path)
        case suffix if suffix in PROGRAMS:
            message = msg("Browsers can run programs in files of the type “{name}”.", name=suffix)
            yield Finding(
                Place(path, 1), "markup", message, msg("Write a page instead, or put a PDF or an image here.")
            )


def _svg(root: Path, path: str) -> Iterator[Finding]:
    from lxml import etree

    advice = msg("Remove it, or save the image in another format, such as PNG.")
    try:
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        tree = etree.fromstring(read_bytes(root, path, FILE_BYTES), parser).getroottree()
    except etree.XMLSyntaxError as error:
        message = msg("This file cannot be read: {why}.", why=error.msg or "")
        yield Finding(Place(path, error.lineno or 1), "markup", message, advice)
        return
    except TooLargeError as error:
        yield error.finding(path)
        return
    for line, what in _forbidden(tree):
        message = msg("The image contains “{name}”, which could run a program or load another file.", name=what)
        yield Finding(Place(path, line), "markup", message, advice)


def _forbidden(tree: "ElementTree") -> Iterator[tuple[int, str]]:
    """Yield everything in an image that must not be in it, with its line."""
    if (tree.docinfo.encoding or "UTF-8").upper() not in ("UTF-8", "ASCII", "US-ASCII"):
        yield 1, f'encoding="{tree.docinfo.encoding}"'
    if tree.docinfo.internalDTD is not None and any(tree.docinfo.internalDTD.iterentities()):
        yield 1, "<!ENTITY>"
    for node in (*tree.getroot().itersiblings(preceding=True), *tree.iter()):
        yield from ((node.sourceline or 1, what) for what in _node(node))


def _node(node: "Element") -> Iterator[str]:
    """Yield what must not be in an image, of one element, reference or instruction."""
    from lxml import etree

    if not isinstance(node.tag, str):
        if node.tag is etree.Entity or str(node).startswith("<?xml-stylesheet"):
            yield str(node)
        return
    name = etree.QName(node)
    if name.namespace in ACTIVE or (name.namespace in (None, SVG) and not _known(name.localname)):
        yield f"<{name.localname}>"
    elif name.namespace in (None, SVG):
        if name.localname == "style" and LOADED.search("".join(node.itertext())):
            yield "<style>"
        for key, value in ((etree.QName(key).localname, value) for key, value in node.attrib.items()):
            if not _harmless(name.localname, key, value):
                yield f'{key}="{value[:SHOWN]}"'


def _known(element: str) -> bool:
    return element in ELEMENTS or element.startswith("fe")


def _harmless(element: str, attribute: str, value: str) -> bool:
    """Return whether an attribute of an image runs nothing and loads nothing."""
    if attribute == "href":
        return INSIDE.fullmatch(value) is not None or (element == "a" and value.startswith(("https://", "http://")))
    return not attribute.lower().startswith("on") and attribute != "base" and not LOADED.search(value)
