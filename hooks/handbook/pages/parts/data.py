"""The data files that are published beside the site, as links."""

from ...crosslinks.paths import root_link
from ..context import PageContext

FILES = ("handbook.json", "handbook.schema.json", "raci.csv", "roles.csv")


def render(context: PageContext, _: str | None) -> str:
    """A list of the files with what each holds; they stand once, above the languages."""
    above = root_link(context.path, context.folders) + ("../" if context.handbook.folder(context.language) else "")
    lines = (f'- <a href="{above}data/{name}">{name}</a>: {context.label(name)}' for name in FILES)
    return "\n".join(lines)
