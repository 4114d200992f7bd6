"""Makes the handbook's typeface from Source Sans 3: the letters of both languages, upright and italic, as woff2.

The site has one file for all weights; books and sheets have one for each, as each print would make them anew.
The licence reserves the name "Source" for the whole family, so what is cut out of it is called Handbook Sans.
Serbian forms of italic letters (OpenType `locl`) stay in it. Run by `make fonts`, which installs what this needs.
"""

from pathlib import Path

import fontpkg_source_sans_3
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = Path(fontpkg_source_sans_3.__file__).parent
ROOT = Path(__file__).parent.parent
SITE, PRINT = ROOT / "overrides/assets/fonts", ROOT / "hooks/handbook/publishing/book/fonts"
FAMILY = "Handbook Sans"
WEIGHTS = (400, 700)
"""From running text to headings; what is lighter or heavier is left out."""

LETTERS = (
    *range(0x20, 0x7F), *range(0xA0, 0x100),  # Latin
    *map(ord, "čćđšžČĆĐŠŽ"), *range(0x400, 0x460),  # Serbian in both scripts
    *range(0x2009, 0x200B), *range(0x2010, 0x2016), *map(ord, "‘’‚“”„†•…‰‹›€№™−≈≠≤≥←↑→↓↔\u202f"),
)  # fmt: skip
FEATURES = ("ccmp", "locl", "mark", "mkmk", "kern", "case", "lnum", "tnum", "pnum", "liga")


def main() -> None:
    """Write `handbook-sans.woff2` and `handbook-sans-italic.woff2`, those of each weight, and the licence."""
    for file, name in (
        ("SourceSans3[wght].ttf", "handbook-sans"),
        ("SourceSans3-Italic[wght].ttf", "handbook-sans-italic"),
    ):
        font = TTFont(SOURCE / "files" / file, recalcTimestamp=False)
        subset(font)
        rename(font)
        save(instantiateVariableFont(font, {"wght": WEIGHTS}), SITE / f"{name}.woff2")
        for weight in WEIGHTS:
            save(instantiateVariableFont(font, {"wght": weight}), PRINT / f"{name}-{weight}.woff2")
    for folder in (SITE, PRINT):
        (folder / "LICENSE.txt").write_text((SOURCE / "LICENSE").read_text("utf-8"), "utf-8")


def save(font: TTFont, file: Path) -> None:
    """Write a font, compressed."""
    font.flavor = "woff2"
    file.parent.mkdir(parents=True, exist_ok=True)
    font.save(file)


def subset(font: TTFont) -> None:
    """Leave only the letters and the features that the handbook needs."""
    options = Options(layout_features=list(FEATURES), name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14, 25], notdef_outline=True)
    cut = Subsetter(options)
    cut.populate(unicodes=LETTERS)
    cut.subset(font)


def rename(font: TTFont) -> None:
    """Call the family by its own name in every record that holds the reserved one."""
    italic = " Italic" if font["post"].italicAngle else ""
    names = {1: FAMILY, 2: italic.strip() or "Regular", 3: f"{FAMILY}{italic}", 4: f"{FAMILY}{italic}",
             6: f"HandbookSans-{italic.strip() or 'Regular'}", 25: "HandbookSans"}  # fmt: skip
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(
                names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )


if __name__ == "__main__":
    main()
