"""The fonts of sheets: one file for each weight, with the characters that are used, made once for all sheets.

WeasyPrint makes such a file of a font with variable weight for each PDF anew, which is a third of the time of a sheet.
"""

from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

UPRIGHT, ITALIC = "handbook-sans.woff2", "handbook-sans-italic.woff2"
FACES = ((UPRIGHT, "normal", 400), (UPRIGHT, "normal", 700), (ITALIC, "italic", 400))
"""The file, the style and the weight of each font."""


def font_faces(folder: Path, characters: str) -> Iterator[str]:
    """Yield a CSS rule for each font, which contains it, from the font files in `folder`."""
    for name, style, weight in FACES:
        data = b64encode(_font(folder / name, weight, characters)).decode()
        yield (
            f'@font-face {{ font-family: "Handbook Sans"; font-style: {style}; font-weight: {weight}; '
            f"src: url(data:font/ttf;base64,{data}) }}"
        )


def _font(file: Path, weight: int, characters: str) -> bytes:
    """A font of one weight with some characters only."""
    from fontTools.subset import Options, Subsetter  # comes with WeasyPrint
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font, subsetter, out = TTFont(file), Subsetter(Options()), BytesIO()
    subsetter.populate(text=characters)
    subsetter.subset(font)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    font.flavor = None
    font.save(out)
    return out.getvalue()
