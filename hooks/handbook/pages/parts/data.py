"""`data`: links to the data files that are published with the site."""

from ...crosslinks.paths import root_link
from ..context import PageContext

FILES = ("handbook.json", "handbook.schema.json", "raci.csv", "roles.csv")


def render(context: PageContext, _: str | None) -> str:
    """A list of the files, each with a description; they are at the site's root, once for all languages."""
    root = root_link(context.path, context.folders) + ("../" if context.handbook.folder(context.language) else "")
    lines = (f'- <a href="{root}data/{name}">{name}</a>: {context.label(name)}' for name in FILES)
    return "\n".join(lines)
