"""Gettext catalogues: the translations of messages and labels, one `.po` file per language."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


@cache
def catalogue(code: str) -> NullTranslations:
    """Return the translations into a language; a language without a catalogue gets English messages.

    `make` compiles a changed catalogue to `.mo`; compiling it here instead takes a tenth of the time of a check.
    """
    source = LOCALE / code / "LC_MESSAGES/handbook.po"
    compiled = source.with_suffix(".mo")
    if not source.exists():
        return NullTranslations()
    if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
        with compiled.open("rb") as file:
            return GNUTranslations(file)
    return GNUTranslations(_compiled(source))


def _compiled(source: Path) -> BytesIO:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return compiled
