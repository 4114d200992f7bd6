"""Makes the handbook's typeface from Source Sans 3: the letters of both languages, upright and italic, as woff2.

The licence reserves the name "Source" for the whole family, so what is cut out of it is called Handbook Sans.
Serbian forms of italic letters (OpenType `locl`) stay in it. Run by `make fonts`, which installs what this needs.
"""

from pathlib import Path

import fontpkg_source_sans_3
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE = Path(fontpkg_source_sans_3.__file__).parent
TARGET = Path(__file__).parent.parent / "overrides/assets/fonts"
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
    """Write `handbook-sans.woff2`, `handbook-sans-italic.woff2` and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for file, name in (
        ("SourceSans3[wght].ttf", "handbook-sans"),
        ("SourceSans3-Italic[wght].ttf", "handbook-sans-italic"),
    ):
        font = TTFont(SOURCE / "files" / file, recalcTimestamp=False)
        subset(font)
        rename(font)
        font = instantiateVariableFont(font, {"wght": WEIGHTS})
        font.flavor = "woff2"
        font.save(TARGET / f"{name}.woff2")
    (TARGET / "LICENSE.txt").write_text((SOURCE / "LICENSE").read_text("utf-8"), "utf-8")


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
