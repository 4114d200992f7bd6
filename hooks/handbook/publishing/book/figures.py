"""Draws the site's pictures for paper: the same lines as vectors, with their own style and words for who cannot see."""

from base64 import b64encode
from copy import deepcopy
from importlib.resources import files

from lxml import etree
from lxml.html import HtmlElement, builder

NAMESPACE = "http://www.w3.org/2000/svg"


def add_figures(figure: HtmlElement) -> None:
    """Put in place of a figure's inline SVG an image of it; what the SVG told is the image's description."""
    svg = next(figure.iter("svg"))
    told = [svg.findtext(tag) or "" for tag in ("title", "desc")]
    image = builder.IMG(
        src=f"data:image/svg+xml;base64,{b64encode(_drawn(svg)).decode()}", alt=". ".join(filter(None, told))
    )
    image.tail, svg.tail = svg.tail, None
    figure.replace(svg, image)


def _drawn(svg: HtmlElement) -> bytes:
    """A picture by itself: the HTML parser wrote its names small, and its links lead nowhere from inside an image."""
    copy = deepcopy(svg)
    for element in copy.xpath(".//title | .//desc | .//style"):
        element.drop_tree()
    for element in copy.iter():
        for attribute in ("href", "aria-label", "aria-labelledby", "role", "id"):
            element.attrib.pop(attribute, None)
    view = copy.attrib.pop("viewbox")
    root = etree.Element(f"{{{NAMESPACE}}}svg", {"viewBox": view}, nsmap={None: NAMESPACE})
    _, _, root.attrib["width"], root.attrib["height"] = view.split()
    style = etree.SubElement(root, "style")
    style.text = files(__package__).joinpath("picture.css").read_text("utf-8")
    kind = next((one for one in svg.getparent().get("class", "").split() if one != "handbook-picture"), "")
    group = etree.SubElement(root, "g", {"class": kind})
    group.extend(list(copy))
    for link in root.iter("a"):
        link.tag = "g"
    drawn: bytes = etree.tostring(root, encoding="utf-8")
    return drawn
