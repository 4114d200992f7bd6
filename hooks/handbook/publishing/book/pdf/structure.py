"""Improves the structure tree of a printed book, which screen readers follow instead of the page.

WeasyPrint tags every piece of text. Here what belongs to the page and not to the text becomes an artifact, header
cells and lists say of which kind they are, terms of definition lists become labels, and a link is one link.
"""

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf

from .lists import ListKind

MARKED = re.compile(rb"/\w+\s+<<\s*/MCID\s+(\d+)\s*>>\s+BDC")
"""The beginning of a tagged piece of a page, as WeasyPrint writes it before compression."""
ARTIFACT = b"/Artifact <</Type /Pagination>> BDC"
NUMBERING = {"ol": Name.Decimal, "ul": Name.Disc, "dl": Name.Unordered}


def improve_structure(pdf: Pdf, lists: tuple[ListKind, ...]) -> None:
    """Correct the tags of an uncompressed book; `lists` are the kinds of its lists in the order of their creation."""
    elements = list(_below(pdf.Root.StructTreeRoot.K[0]))
    for element in elements:
        if Name.Table == element.S:
            _name_headers(element)
        if Name.LI == element.S:
            _name_body(element)
    found = sorted((element for element in elements if element.S == Name.L), key=lambda element: element.objgen)
    for element, kind in zip(found, lists, strict=True):
        element.A = Dictionary(O=Name.List, ListNumbering=NUMBERING[kind.tag])
        _label_terms(element, kind)
    _merge_links(pdf, elements)
    _mark_artifacts(pdf, {element.objgen for element in _below(pdf.Root.StructTreeRoot.K[0])})


def _below(element: Object) -> Iterator[Object]:
    """The structure elements below an element, in reading order."""
    for kid in element.K:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def _mark_artifacts(pdf: Pdf, reachable: set[tuple[int, int]]) -> None:
    """Turn the pieces that hang in no element of the tree into artifacts: running heads, page numbers, spaces."""
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for page in pdf.pages:
        key = int(page.StructParents)
        pieces = list(parents[key])
        loose = {number for number, element in enumerate(pieces) if element.objgen not in reachable}
        if loose:
            _rewrite(page.obj, loose)
            parents[key] = Array([None if n in loose else piece for n, piece in enumerate(pieces)])


def _rewrite(page: Object, loose: set[int]) -> None:
    stream = page.Contents[0] if isinstance(page.Contents, Array) else page.Contents
    content = stream.read_bytes()
    stream.write(MARKED.sub(lambda found: ARTIFACT if int(found[1]) in loose else found[0], content))


def _name_headers(table: Object) -> None:
    """Say of each header cell whether it names its column or its row."""
    for row in _below(table):
        cells = [cell for cell in row.K if isinstance(cell, Dictionary)] if row.S == Name.TR else []
        for cell in cells:
            if cell.S == Name.TH:
                cell.A.Scope = Name.Column if Name.THead == row.P.S else Name.Row


def _name_body(item: Object) -> None:
    """Tag the rest of an item that goes on in the next column, where it has no mark, as its body."""
    for kid in item.K:
        if isinstance(kid, Dictionary) and kid.get("/S") == Name.NonStruct:
            kid.S = Name.LBody


def _label_terms(element: Object, kind: ListKind) -> None:
    """Make each term of a definition list the label of the item that explains it."""
    items, label = [], None
    all_items = [kid for kid in element.K if kid.S == Name.LI] if kind.items else ()
    for item, tag in zip(all_items, kind.items, strict=True):
        if tag == "dt":
            label = item
        elif label is not None:
            _prepend_label(item, label)
            label = None
        items += [item] if tag == "dd" else []
    if items:
        element.K = Array(items)


def _prepend_label(item: Object, term: Object) -> None:
    (label,) = term.K
    label.S, label.P = Name.Lbl, item
    item.K = Array([label, *item.K])


def _merge_links(pdf: Pdf, elements: list[Object]) -> None:
    """Keep one annotation for each line of a link: the number behind a reference is not a link of its own."""
    links = (element for element in elements if Name.Link == element.S and Name.Link != element.P.S)
    superfluous = {one.objgen: one.StructParent for link in links for one in _superfluous(link)}
    for page in pdf.pages:
        if "/Annots" in page:
            page.Annots = Array([one for one in page.Annots if one.objgen not in superfluous])
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for key in superfluous.values():
        del parents[int(key)]


def _superfluous(link: Object) -> Iterator[Object]:
    """The annotations in a link that are joined to one before them on the same line; their references are removed."""
    kept: list[Object] = []
    for element in (link, *_below(link)):
        for reference in list(_annotations(element)):
            if same := next((one for one in kept if _on_one_line(one.Rect, reference.Obj.Rect)), None):
                same.Rect = _union(same.Rect, reference.Obj.Rect)
                element.K = Array([kid for kid in element.K if not _refers_to(kid, reference.Obj)])
                yield reference.Obj
            else:
                kept.append(reference.Obj)


def _annotations(element: Object) -> Iterator[Object]:
    """The references of an element to annotations."""
    return (kid for kid in element.K if isinstance(kid, Dictionary) and "/Obj" in kid)


def _refers_to(kid: Object, annotation: Object) -> bool:
    return isinstance(kid, Dictionary) and "/Obj" in kid and kid.Obj.objgen == annotation.objgen


def _on_one_line(one: Object, other: Object) -> bool:
    """Whether the middle of one rectangle is at the height of the other."""
    return float(min(one[1], one[3])) <= float(other[1] + other[3]) / 2 <= float(max(one[1], one[3]))


def _union(one: Object, other: Object) -> Array:
    low = [min(one[i], one[i + 2], other[i], other[i + 2]) for i in (0, 1)]
    high = [max(one[i], one[i + 2], other[i], other[i + 2]) for i in (0, 1)]
    return Array([*low, *high])
