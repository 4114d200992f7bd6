"""The few shapes that the pictures need, as SVG: boxes that are links, lines, and a frame with its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import wrap
from xml.etree.ElementTree import Element, SubElement, tostring

WIDTH = 360
"""Width of every picture in its own units: a phone's, so that text there keeps its size."""
LETTER = 7.1
"""Average width of a letter at the pictures' font size, Cyrillic or Latin."""
LINE = 14


def box(x: float, y: float, width: float, height: float, text: str, href: str | None, look: str) -> Element:
    """A box with its text wrapped and centred; a link if it leads somewhere."""
    node = Element("a", {"href": href, "class": look}) if href else Element("g", {"class": look})
    SubElement(node, "rect", _numbers(x=x, y=y, width=width, height=height, rx=5))
    lines = wrap(text, int((width - 10) / LETTER), break_long_words=False) or [""]
    top = y + height / 2 - (len(lines) - 1) * LINE / 2
    for number, line in enumerate(lines):
        words = SubElement(node, "text", _numbers(x=x + width / 2, y=top + number * LINE))
        words.text = line
    return node


def tall(text: str, width: float) -> float:
    """The height a box needs for a text."""
    return 14 + LINE * len(wrap(text, int((width - 10) / LETTER), break_long_words=False) or [""])


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


def label(x: float, y: float, text: str, look: str = "note") -> Element:
    """Words that stand by themselves, from `x` on."""
    words = Element("text", {**_numbers(x=x, y=y), "class": look})
    words.text = text
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a picture says without being seen: its title, the facts it shows, and a line below it."""

    title: str
    story: str
    caption: str = ""


def figure(kind: str, words: Words, height: float, parts: Iterable[Element], style: str = "") -> str:
    """A picture as one HTML block without blank lines."""
    frame = Element("figure", {"class": f"handbook-picture {kind}", "data-search-exclude": ""})
    svg = SubElement(frame, "svg", {"viewBox": f"0 0 {WIDTH} {_number(height)}", "role": "group",
                                    "aria-labelledby": f"{kind}-title {kind}-story"})  # fmt: skip
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
