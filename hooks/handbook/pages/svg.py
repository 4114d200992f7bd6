"""The few shapes that the pictures need, as SVG: boxes that are links, lines, and a frame with its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH = 360
"""Width of every picture in its own units: a phone's, so that text there keeps its size."""
LINE = 14
LETTERS = (("fijlrtIJјЈ .,:;'’()-", 5.0), ("mwMWжшщюљњЖЛФШЩЮЉЊ", 12.5), ("GHNOQUДИМНОПЦЏЂЋмфы", 9.3))
"""Widths of letters at the pictures' font size, as in the broadest of the usual fonts."""
OTHER = 7.6
MARGIN = 8
"""What a box leaves free beside its text, both sides together."""


def long(text: str) -> float:
    """How much room a text needs on a line; there is no font to ask when the site is built."""
    return sum(next((width for some, width in LETTERS if letter in some), OTHER) for letter in text)


def wrapped(text: str, width: float) -> list[str]:
    """A text in lines that fit a width, broken between words only."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and long(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def box(
    x: float, y: float, width: float, height: float, text: str, href: str | None, look: str, note: str = ""
) -> Element:
    """A box with its text wrapped and centred, and a note below it; a link if it leads somewhere."""
    node = Element("a", {"href": href, "class": look}) if href else Element("g", {"class": look})
    SubElement(node, "rect", _numbers(x=x, y=y, width=width, height=height, rx=5))
    lines = wrapped(text, width - MARGIN) + [note] * bool(note)
    top = y + height / 2 - (len(lines) - 1) * LINE / 2
    node.extend(label(x + width / 2, top + number * LINE, words, "") for number, words in enumerate(lines))
    if note:
        node[-1].set("class", "note")
    return node


def tall(text: str, width: float, note: str = "") -> float:
    """The height a box needs for a text and a note."""
    return 14 + LINE * (len(wrapped(text, width - MARGIN)) + bool(note))


def line(look: str, *points: tuple[float, float]) -> Element:
    """A line through points."""
    way = " L".join(f"{_number(x)} {_number(y)}" for x, y in points)
    return Element("path", {"class": look, "d": f"M{way}"})


def curve(look: str, start: tuple[float, float], end: tuple[float, float]) -> Element:
    """A soft line from left to right."""
    (x, y), (to_x, to_y) = (tuple(map(_number, point)) for point in (start, end))
    middle = _number((start[0] + end[0]) / 2)
    way = f"M{x} {y} C{middle} {y} {middle} {to_y} {to_x} {to_y}"
    return Element("path", {"class": look, "d": way})


def label(x: float, y: float, text: str, look: str) -> Element:
    """A line of words; its look says whether `x` is their middle or where they begin."""
    words = Element("text", _numbers(x=x, y=y) | ({"class": look} if look else {}))
    words.text = text
    return words


def ground(y: float, height: float) -> Element:
    """The unseen area of a row, so that a finger need not hit its words."""
    return Element("rect", {**_numbers(x=0, y=y, width=WIDTH, height=height), "class": "ground"})


def mark(shape: str, x: float, y: float, look: str, words: str) -> Element:
    """A small square or dot around a point, with words that a pointer shows."""
    size = _numbers(x=x - 5, y=y - 5, width=10, height=10) if shape == "rect" else _numbers(cx=x, cy=y, r=5)
    node = Element(shape, {**size, "class": look})
    SubElement(node, "title").text = words
    return node


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a picture says without being seen: its title, the facts it shows, and a line below it."""

    title: str
    story: str
    caption: str = ""


def figure(kind: str, words: Words, height: float, parts: Iterable[Element], style: str = "") -> str:
    """A picture as one HTML block without blank lines."""
    frame = Element("figure", {"class": f"handbook-picture {kind}", "data-search-exclude": ""})
    svg = SubElement(
        frame,
        "svg",
        {"viewBox": f"0 0 {WIDTH} {_number(height)}", "role": "group", "aria-labelledby": f"{kind}-title {kind}-story"},
    )
    SubElement(svg, "title", {"id": f"{kind}-title"}).text = words.title
    SubElement(svg, "desc", {"id": f"{kind}-story"}).text = words.story
    if style:
        SubElement(svg, "style").text = style
    svg.extend(parts)
    if words.caption:
        SubElement(frame, "figcaption").text = words.caption
    return tostring(frame, encoding="unicode", short_empty_elements=False)


def _numbers(**values: float) -> dict[str, str]:
    return {name: _number(value) for name, value in values.items()}


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
