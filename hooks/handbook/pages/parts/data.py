"""`data`: links to the data files that are published with the site."""

from collections.abc import Iterator

from markupsafe import Markup

from ...crosslinks.paths import root_link
from ..context import PageContext
from ..elements import bullets, element

FILES = (
    "handbook.json",
    "handbook.schema.json",
    "raci.csv",
    "decisions.csv",
    "measures.csv",
    "meetings.csv",
    "roles.csv",
)


def render(context: PageContext, _: str | None) -> Iterator[Markup]:
    """A list of the files, each with a description; they are at the site's root, once for all languages."""
    root = root_link(context.path, context.folders) + ("../" if context.handbook.folder(context.language) else "")
    yield bullets(element("a", name, href=f"{root}data/{name}") + f": {context.label(name)}" for name in FILES)
