"""The SVG elements that the pictures are made of: boxes that are links, lines, labels, and the figure around them."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

WIDTH = 360
"""The width of every picture in SVG units: that of a phone, so that text keeps its size there."""
LINE_HEIGHT = 14
LETTER_WIDTHS = (("fijlrtIJјЈ .,:;'’()-", 5.0), ("mwMWжшщюљњЖЛФШЩЮЉЊ", 12.5), ("GHNOQUДИМНОПЦЏЂЋмфы", 9.3))
"""Widths of letters at the pictures' font size, as in the broadest of the usual fonts."""
DEFAULT_WIDTH = 7.6
PADDING = 8
"""The free space beside the text of a box, both sides together."""


def text_width(text: str) -> float:
    """The estimated width of a text on one line; no font is available when the site is built."""
    return sum(next((width for letters, width in LETTER_WIDTHS if letter in letters), DEFAULT_WIDTH) for letter in text)


def wrap(text: str, width: float) -> list[str]:
    """The lines of a text, broken between words so that they fit a width."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def box(
    x: float, y: float, width: float, height: float, text: str, href: str | None, css_class: str, note: str = ""
) -> Element:
    """A box with wrapped, centred text and a note below it; a link if `href` is given."""
    node = Element("a", {"href": href, "class": css_class}) if href else Element("g", {"class": css_class})
    SubElement(node, "rect", _numbers(x=x, y=y, width=width, height=height, rx=5))
    lines = wrap(text, width - PADDING) + [note] * bool(note)
    top = y + height / 2 - (len(lines) - 1) * LINE_HEIGHT / 2
    node.extend(label(x + width / 2, top + index * LINE_HEIGHT, text, "") for index, text in enumerate(lines))
    if note:
        node[-1].set("class", "note")
    return node


def box_height(text: str, width: float, note: str = "") -> float:
    """The height of a box with a text and a note."""
    return 14 + LINE_HEIGHT * (len(wrap(text, width - PADDING)) + bool(note))


def line(css_class: str, *points: tuple[float, float]) -> Element:
    """A line through points."""
    path = " L".join(f"{_number(x)} {_number(y)}" for x, y in points)
    return Element("path", {"class": css_class, "d": f"M{path}"})


def curve(css_class: str, start: tuple[float, float], end: tuple[float, float]) -> Element:
    """A curve between two points that starts and ends horizontally."""
    (x, y), (to_x, to_y) = (tuple(map(_number, point)) for point in (start, end))
    middle = _number((start[0] + end[0]) / 2)
    path = f"M{x} {y} C{middle} {y} {middle} {to_y} {to_x} {to_y}"
    return Element("path", {"class": css_class, "d": path})


def label(x: float, y: float, text: str, css_class: str) -> Element:
    """A line of text; its class decides whether `x` is its start, its middle or its end."""
    node = Element("text", _numbers(x=x, y=y) | ({"class": css_class} if css_class else {}))
    node.text = text
    return node


def row_area(y: float, height: float) -> Element:
    """The invisible area of a row, which makes the whole row clickable."""
    return Element("rect", {**_numbers(x=0, y=y, width=WIDTH, height=height), "class": "ground"})


def mark(shape: str, x: float, y: float, css_class: str, tooltip: str) -> Element:
    """A small square (`rect`) or dot (`circle`) around a point, with a tooltip."""
    size = _numbers(x=x - 5, y=y - 5, width=10, height=10) if shape == "rect" else _numbers(cx=x, cy=y, r=5)
    node = Element(shape, {**size, "class": css_class})
    SubElement(node, "title").text = tooltip
    return node


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureText:
    """The texts of a picture: its title and its description for screen readers, and a visible caption."""

    title: str
    description: str
    caption: str = ""


def figure(kind: str, text: PictureText, height: float, parts: Iterable[Element], style: str = "") -> Markup:
    """A picture as HTML; `kind` is its class and the prefix of its ids."""
    frame = Element("figure", {"class": f"handbook-picture {kind}", "data-search-exclude": ""})
    svg = SubElement(
        frame,
        "svg",
        {"viewBox": f"0 0 {WIDTH} {_number(height)}", "role": "group", "aria-labelledby": f"{kind}-title {kind}-story"},
    )
    SubElement(svg, "title", {"id": f"{kind}-title"}).text = text.title
    SubElement(svg, "desc", {"id": f"{kind}-story"}).text = text.description
    if style:
        SubElement(svg, "style").text = style
    svg.extend(parts)
    if text.caption:
        SubElement(frame, "figcaption").text = text.caption
    return Markup(tostring(frame, encoding="unicode", short_empty_elements=False))


def _numbers(**values: float) -> dict[str, str]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
