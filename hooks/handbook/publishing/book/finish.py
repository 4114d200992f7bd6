"""Finishes a printed book: links that can be heard, a slimmer tree of tags, bytes that come out the same again."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from . import PrintableBook

SILENT = (Name.Span, Name.NonStruct)
"""Elements that the printer puts around every line and every emphasis, and that tell a listener nothing."""
PRINTED = 4
"""The flag of an annotation that is on paper as it is on a screen."""


def finish_pdf(raw: bytes, printable_book: PrintableBook) -> bytes:
    """The PDF, packed, with every link described in words and with the day of its text as its only date."""
    pikepdf.settings.set_flate_compression_level(9)
    with pikepdf.open(BytesIO(raw)) as pdf:
        _describe(pdf, printable_book)
        _slim(pdf.Root.StructTreeRoot.K[0])
        _hold(NumberTree(pdf.Root.StructTreeRoot.ParentTree))
        _date(pdf, printable_book)
        out = BytesIO()
        pdf.save(
            out, deterministic_id=True, recompress_flate=True, object_stream_mode=pikepdf.ObjectStreamMode.generate
        )
    return out.getvalue()


def _describe(pdf: Pdf, printable_book: PrintableBook) -> None:
    """Say of each link what it leads to: the title of the place, or the address outside."""
    once = _shared(pdf)
    for page in pdf.pages:
        for link in page.get("/Annots", ()):
            link.F = PRINTED
            link.Rect = Array([round(edge, 1) for edge in link.Rect])  # in points: finer than any finger
            if "/Dest" in link:
                there = str(link.Dest)
                link.Dest, link.Contents = once(there), once(printable_book.anchors.get(there) or there)
            else:
                link.Contents = String(str(link.A.URI))


def _shared(pdf: Pdf) -> Callable[[str], Object]:
    """Gives for equal texts one object, so that a thousand links to one page do not say its title a thousand times."""
    known: dict[str, Object] = {}

    def once(text: str) -> Object:
        if text not in known:
            known[text] = pdf.make_indirect(String(text))
        return known[text]

    return once


def _slim(element: Object) -> None:
    """Let every element below hold the text of its silent ones itself; its place says already what type it is."""
    del element.Type
    kids = element.get("/K")
    if isinstance(kids, Array):
        element.K = Array([piece for kid in kids for piece in _pieces(kid, element)])


def _pieces(kid: Object, parent: Object) -> Iterator[Object]:
    if isinstance(kid, Dictionary) and "/S" in kid:
        _slim(kid)
        yield from kid.K if _silent(kid, parent) else (kid,)
    elif isinstance(kid, Dictionary):
        yield Dictionary(dict(kid.items()))  # a reference to a link needs no object of its own
    else:
        yield kid


def _silent(element: Object, parent: Object) -> bool:
    """Whether an element is there for text on its parent's page alone."""
    return (
        element.S in SILENT
        and "/Pg" in parent
        and element.Pg.objgen == parent.Pg.objgen
        and all(isinstance(kid, int) for kid in element.K)
    )


def _hold(tree: NumberTree) -> None:
    """Name for every piece of text the element that holds it now."""
    for key, holders in list(tree.items()):
        if isinstance(holders, Array):
            tree[key] = Array([_holder(holder) for holder in holders])


def _holder(element: Object) -> Object:
    while _silent(element, element.P):
        element = element.P
    return element


def _date(pdf: Pdf, printable_book: PrintableBook) -> None:
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            del pdf.docinfo[key]
    if day := printable_book.imprint.day:
        pdf.docinfo["/CreationDate"] = String(f"D:{day:%Y%m%d}000000Z")
