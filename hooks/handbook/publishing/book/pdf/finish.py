"""Finishes a PDF: accessible links, a smaller structure tree, reproducible bytes."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from .lists import ListKind
from .metadata import set_colours, set_metadata
from .structure import improve_structure

REDUNDANT = (Name.Span, Name.NonStruct)
"""Structure elements that WeasyPrint adds around every line and every emphasis; screen readers do not need them."""
PRINT_FLAG = 4
"""The flag of an annotation that is printed and not only shown on a screen."""


def finish_pdf(
    raw: bytes, lists: tuple[ListKind, ...], day: date | None, anchors: Mapping[str, str] | None = None
) -> bytes:
    """The PDF, compressed, with a description for every link and the day of its text as its only date.

    `lists` are the kinds of its lists, and `anchors` the texts that links within it lead to. The panel of bookmarks
    opens with it.
    """
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(BytesIO(raw)) as pdf:
        improve_structure(pdf, lists)
        _describe_links(pdf, anchors or {})
        _flatten(pdf.Root.StructTreeRoot.K[0])
        _update_parents(NumberTree(pdf.Root.StructTreeRoot.ParentTree))
        set_metadata(pdf, day)
        set_colours(pdf)
        if "/Outlines" in pdf.Root:
            pdf.Root.PageMode = Name.UseOutlines
        out = BytesIO()
        pdf.save(
            out, deterministic_id=True, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _describe_links(pdf: Pdf, anchors: Mapping[str, str]) -> None:
    """Set the description of each link: the text of its anchor, or the external address."""
    shared = _shared_strings(pdf)
    for page in pdf.pages:
        for link in page.get("/Annots", ()):
            link.F = PRINT_FLAG
            link.Rect = Array([round(edge, 1) for edge in link.Rect])  # in points, so a tenth is precise enough
            if "/Dest" in link:
                anchor = str(link.Dest)
                link.Dest, link.Contents = shared(anchor), shared(anchors.get(anchor) or anchor)
            else:
                link.Contents = String(str(link.A.URI))


def _shared_strings(pdf: Pdf) -> Callable[[str], Object]:
    """A function that returns the same PDF object for equal texts, so that each text is stored once."""
    objects: dict[str, Object] = {}

    def shared(text: str) -> Object:
        if text not in objects:
            objects[text] = pdf.make_indirect(String(text))
        return objects[text]

    return shared


def _flatten(element: Object) -> None:
    """Replace the redundant elements below an element by their content, and drop the optional `/Type` keys."""
    del element.Type
    kids = element.get("/K")
    if isinstance(kids, Array):
        element.K = Array([content for kid in kids for content in _flattened(kid, element)])


def _flattened(kid: Object, parent: Object) -> Iterator[Object]:
    if isinstance(kid, Dictionary) and "/S" in kid:
        _flatten(kid)
        yield from _moved(kid, parent) if _redundant(kid, parent) else (kid,)
    elif isinstance(kid, Dictionary):
        yield Dictionary(dict(kid.items()))  # a reference to a link does not need an object of its own
    else:
        yield kid


def _moved(element: Object, parent: Object) -> Iterator[Object]:
    """The content of a redundant element, for its parent."""
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            kid.P = parent
        yield kid


def _redundant(element: Object, parent: Object) -> bool:
    """Whether an element only wraps text on the page of its parent, or is a link in a link."""
    if "/Pg" not in parent or element.Pg.objgen != parent.Pg.objgen:
        return False
    if element.S in REDUNDANT:
        return all(isinstance(kid, int) for kid in element.K)
    return bool(element.S == parent.S == Name.Link)


def _update_parents(tree: NumberTree) -> None:
    """Replace the redundant elements in the parent tree, which maps marked content to its element."""
    for key, elements in list(tree.items()):
        if isinstance(elements, Array):
            tree[key] = Array([element and _kept_parent(element) for element in elements])
        else:
            tree[key] = _kept_parent(elements)


def _kept_parent(element: Object) -> Object:
    while _redundant(element, element.P):
        element = element.P
    return element
