"""The data files that are published beside the site, as links."""

from ...crosslinks.paths import top
from ...languages.registry import CODES
from ..context import Stand

FILES = ("handbook.json", "handbook.schema.json", "raci.csv", "roles.csv")


def data(stand: Stand, _: str | None) -> str:
    """A list of the files with what each holds; they stand once, above the languages."""
    above = top(stand.path, stand.folders) + ("" if stand.language == CODES[0] else "../")
    lines = (f'- <a href="{above}data/{name}">{name}</a>: {stand.label(name)}' for name in FILES)
    return "\n".join(lines)
