"""Prepares the site's pictures for printing: vector images with their own style and an alternative text."""

from base64 import b64encode
from copy import deepcopy
from importlib.resources import files

from lxml import etree
from lxml.html import HtmlElement, builder

NAMESPACE = "http://www.w3.org/2000/svg"


def replace_svg(figure: HtmlElement) -> None:
    """Replace the inline SVG of a figure by an image whose `alt` is the title and description of the SVG."""
    svg = next(figure.iter("svg"))
    texts = [svg.findtext(tag) or "" for tag in ("title", "desc")]
    image = builder.IMG(
        src=f"data:image/svg+xml;base64,{b64encode(_standalone(svg)).decode()}", alt=". ".join(filter(None, texts))
    )
    image.tail, svg.tail = svg.tail, None
    figure.replace(svg, image)


def _standalone(svg: HtmlElement) -> bytes:
    """An SVG file, without links, of an inline SVG whose names the HTML parser turned into lower case."""
    copy = deepcopy(svg)
    for element in copy.xpath(".//title | .//desc | .//style"):
        element.drop_tree()
    for element in copy.iter():
        for attribute in ("href", "aria-label", "aria-labelledby", "role", "id"):
            element.attrib.pop(attribute, None)
    view_box = copy.attrib.pop("viewbox")
    root = etree.Element(f"{{{NAMESPACE}}}svg", {"viewBox": view_box}, nsmap={None: NAMESPACE})
    _, _, root.attrib["width"], root.attrib["height"] = view_box.split()
    style = etree.SubElement(root, "style")
    style.text = files(__package__).joinpath("picture.css").read_text("utf-8")
    classes = svg.getparent().get("class", "").split()
    kind = next((css_class for css_class in classes if css_class != "handbook-picture"), "")
    group = etree.SubElement(root, "g", {"class": kind})
    group.extend(list(copy))
    for link in root.iter("a"):
        link.tag = "g"
    data: bytes = etree.tostring(root, encoding="utf-8")
    return data
