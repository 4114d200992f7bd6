"""The picture that other sites show of a shared link: the title of its page in its own script, in its team's colour."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
EDGE, BAND, TOP = 90, 28, 176
"""The margin at both sides, the height of the band at the top, and where the title begins."""
COLOURS = {"sales": (0x9C, 0x3F, 0x14), "marketing": (0x0B, 0x66, 0x69), "": (0x2F, 0x3E, 0x56)}
"""The colours of the teams on paper, as the style sheets have them; that of all other pages."""
INK, PAPER = (0x16, 0x19, 0x1D), (0xFF, 0xFF, 0xFF)
FULL, MUTED = 255, 170
SHADES = 16
"""The shades from paper to a colour, which smooth the edges of letters."""
SIZES, MOST_LINES = (84, 72, 60, 48, 36, 24), 3
LINE = 1.14
"""The height of a line by the size of its letters."""


def share_picture(font: Path, title: str, description: str, site: str, team: str) -> bytes:
    """Return a PNG with the title and the description of a page and the name of the site, in the colour of a team.

    `font` is the file of the handbook's font. A title that is too long for three lines is set smaller; what does not
    fit below it is left out. The bytes are the same for the same texts.
    """
    ink, colour = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(2))
    band, text = ImageDraw.Draw(colour), ImageDraw.Draw(ink)
    band.rectangle((0, 0, WIDTH, BAND), fill=FULL)
    band.text((EDGE, 90), site, font=_font(font, 36, 600), fill=FULL)
    letters, lines = _fitting(font, title)
    below = _write(text, TOP, letters, lines, FULL)
    small = _font(font, 38, 400)
    _write(text, below + 34, small, _lines(small, description), MUTED)
    return _png(_joined(ink, colour), COLOURS.get(team, COLOURS[""]))


@cache
def _font(file: Path, size: int, weight: int) -> FreeTypeFont:
    # Pillow's other layout engine needs a library of the machine, by which pictures would differ.
    font = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _fitting(file: Path, title: str) -> tuple[FreeTypeFont, list[str]]:
    """Return the largest letters in which a title fits, and its lines."""
    for size in SIZES:
        font = _font(file, size, 680)
        lines = [*_lines(font, title)]
        if len(lines) <= MOST_LINES and all(font.getlength(line) <= WIDTH - 2 * EDGE for line in lines):
            break
    return font, lines


def _lines(font: FreeTypeFont, text: str) -> Iterator[str]:
    """Yield the lines of a text, divided between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > WIDTH - 2 * EDGE:
            yield line
            longer = word
        line = longer
    yield line


def _write(
    draw: ImageDraw.ImageDraw, top: float, font: FreeTypeFont, lines: Iterator[str] | list[str], fill: int
) -> float:
    """Write lines as far as there is room, and return where the next one would begin."""
    step = font.size * LINE
    for line in lines:
        if top + step <= HEIGHT - EDGE / 2:
            draw.text((EDGE, top), line, font=font, fill=fill)
        top += step
    return top


def _joined(ink: Image.Image, colour: Image.Image) -> Image.Image:
    """Return one picture of both: its first shades are those of the ink, the others those of the colour."""
    shade = [value * SHADES // 256 for value in range(256)]
    joined = ink.point(shade)
    joined.paste(colour.point([SHADES + value for value in shade]), mask=colour.point([0, *[255] * 255]))
    return joined


def _png(shades: Image.Image, colour: tuple[int, int, int]) -> bytes:
    picture = Image.frombytes("P", shades.size, shades.tobytes())
    picture.putpalette([part for goal in (INK, colour) for shade in _towards(goal) for part in shade])
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def _towards(goal: tuple[int, int, int]) -> Iterator[tuple[int, ...]]:
    """Yield the shades from paper to a colour."""
    for step in range(SHADES):
        yield tuple(round(paper + (end - paper) * step / (SHADES - 1)) for paper, end in zip(PAPER, goal, strict=True))
