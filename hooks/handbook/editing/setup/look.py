"""The colours of the teams as `overrides/firm.css`, and the firm's logo."""

import re
from collections.abc import Iterator

from ...languages.messages import Message, msg
from ...parity.new_locks import Writes
from ...reading.files import read_text
from ...reading.markup.assets import asset_findings
from .answers import AnswersFile

STYLES = "overrides/firm.css"
LOGO = "overrides/assets/images/logo.svg"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
EXAMPLE = "#1d4f91"
WHITE = 255
LEAST_CONTRAST = 4.5
"""The contrast with white that text in a colour needs at least, by WCAG 2.2 (AA)."""
TOWARDS_WHITE = 0.55
"""How far a colour is moved towards white for the dark scheme."""


def look(file: AnswersFile) -> Writes:
    """Return the styles and the logo that the answers ask for."""
    writes: dict[str, str | None] = {}
    if colours := file.answers.colours:
        light = "".join(f"  --handbook-{team}: {colour.lower()};\n" for team, colour in colours.items())
        dark = "".join(f"    --handbook-{team}: {_lightened(colour)};\n" for team, colour in colours.items())
        writes[STYLES] = (
            f':root,\n[data-md-color-scheme="default"] {{\n{light}}}\n\n'
            f'@media screen {{\n  [data-md-color-scheme="slate"] {{\n{dark}  }}\n}}\n'
        )
    if file.answers.logo:
        writes[LOGO] = read_text(file.path.parent, file.answers.logo).text
    return writes


def look_faults(file: AnswersFile) -> Iterator[Message]:
    """Yield what is wrong with the colours and the logo."""
    for team, colour in file.answers.colours.items():
        place = str(file.place("colours", team))
        if not COLOUR.fullmatch(colour):
            yield msg(
                "{place}: “{colour}” is not a colour. Write it in quotes, such as “{example}”.",
                place=place,
                colour=colour,
                example=EXAMPLE,
            )
        elif (contrast := _contrast(colour)) < LEAST_CONTRAST:
            yield msg(
                "{place}: “{colour}” is too light for text on white: its contrast is {contrast}, at least {least} is "
                "needed. Choose a darker one.",
                place=place,
                colour=colour,
                contrast=f"{contrast:.1f}",
                least=str(LEAST_CONTRAST),
            )
    if logo := file.answers.logo:
        place = str(file.place("logo"))
        folder = file.path.parent
        if not (folder / logo).is_file() or not logo.endswith(".svg"):
            yield msg("{place}: There is no SVG file “{file}” beside the answers.", place=place, file=logo)
        else:
            yield from (finding.message for finding in asset_findings(folder, logo))


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


def _lightened(colour: str) -> str:
    mixed = (round(channel + (WHITE - channel) * TOWARDS_WHITE) for channel in _channels(colour))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def _contrast(colour: str) -> float:
    """Return the contrast of a colour with white, as WCAG 2.2 defines it."""
    parts = (channel / WHITE for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
