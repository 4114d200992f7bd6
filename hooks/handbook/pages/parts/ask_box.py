"""`ask-box`: a box for a question, which leads to the page of questions."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks.paths import published_link
from ..context import PageContext
from ..elements import element

QUESTIONS = "ask.md"
BOX = Markup('<input type="search" name="q" placeholder="{}">')


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A form that works without a script; the page of questions shows what fits. Nothing without that page."""
    if context.handbook.page(context.language, QUESTIONS):
        box = BOX.format(context.label("question-example"))
        label = element("label", context.label("type-question"), " ", box)
        button = element("button", context.label("find-answer"))
        address = published_link(context.path, QUESTIONS, context.folders)
        yield element("form", label, button, class_="handbook-ask-box handbook-screen", action=address, role="search")
