"""Generated blocks as lines of plain text in the notation of Markdown, so that a test reads like the page."""

from collections.abc import Iterable, Iterator

from lxml import html

from handbook.pages.elements import Block, Heading

AROUND = {"strong": ("**", "**"), "em": ("*", "*"), "code": ("`", "`"), "br": ("<br>", "")}


def plain(blocks: Iterable[Block]) -> list[str]:
    """The lines of blocks, without pictures."""
    return [line for block in blocks for line in _lines_of(block)]


def _lines_of(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * block.level} {block.text} {{ #{block.id} }}"
    else:
        for element in html.fragments_fromstring(block):
            yield from _lines(element, "")


def _lines(element: html.HtmlElement, indent: str) -> Iterator[str]:
    match element.tag:
        case "ul":
            for item in element:
                yield f"{indent}- {_inline(item)}"
                yield from (
                    line
                    for child in item.iter("ul")
                    if child.getparent() is item
                    for line in _lines(child, f"{indent}    ")
                )
        case "div" | "table" | "thead" | "tbody" | "dl":
            yield from (line for child in element for line in _lines(child, indent))
        case "tr":
            yield f"| {' | '.join(map(_cell, element))} |"
        case "dd":
            yield f":   {_inline(element)}"
        case "p" | "dt" | "caption":
            yield _inline(element)
        case "details" if not element.attrib:
            yield from (line for child in element for line in _lines(child, indent))
        case "summary":
            yield f"{_inline(element)} …"
        case "style" | "details" | "i":
            yield html.tostring(element, encoding="unicode", with_tail=False)


def _cell(element: html.HtmlElement) -> str:
    classes = " ".join(f".{name}" for name in element.get("class", "").split())
    label = f"{head}: " if (head := element.get("data-label")) else ""
    return label + _inline(element) + (f" {{ {classes} }}" if classes else "")


def _inline(element: html.HtmlElement) -> str:
    """The content of an element on one line, without the lists in it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "span" and "data-roles" in child.attrib:
            parts += [_inline(child), child.tail or ""]
        elif child.tag != "ul":
            parts += [_marked(child), child.tail or ""]
    return "".join(parts).strip("\n")


def _marked(element: html.HtmlElement) -> str:
    text = _inline(element)
    if element.tag == "a":
        return f"[{text}]({element.get('href')})"
    before, after = AROUND.get(element.tag) or (_opening(element), f"</{element.tag}>")
    return f"{before}{text}{after}"


def _opening(element: html.HtmlElement) -> str:
    attributes = "".join(f' {name}="{value}"' for name, value in element.items())
    return f"<{element.tag}{attributes}>"
