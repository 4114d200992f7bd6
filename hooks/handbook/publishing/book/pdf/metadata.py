"""Says what a PDF is: its title, author, keywords, language and day, the standards it follows, and its colours."""

from datetime import date
from importlib.resources import files

from pikepdf import Array, Dictionary, Name, Pdf, String

DATES = ("/CreationDate", "/ModDate")
COLOURS = "sRGB2014.icc"
"""The colour profile that comes with WeasyPrint."""


def set_metadata(pdf: Pdf, day: date | None) -> None:
    """Say the same in the document information and in XMP, with the day of the text as the only date.

    XMP also says that the PDF follows PDF/UA-1 and PDF/A-2a.
    """
    for key in DATES:
        if day:
            pdf.docinfo[key] = String(f"D:{day:%Y%m%d}000000Z")
        elif key in pdf.docinfo:
            del pdf.docinfo[key]
    standards = files(__package__).joinpath("metadata.xml").read_bytes()
    pdf.Root.Metadata = pdf.make_stream(standards, Type=Name.Metadata, Subtype=Name.XML)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["dc:language"] = {str(pdf.Root.Lang)}


def set_colours(pdf: Pdf) -> None:
    """Say which colours the numbers in the PDF stand for, so that it looks the same wherever it is printed."""
    profile = pdf.make_stream(files("weasyprint.pdf").joinpath(COLOURS).read_bytes(), N=3)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"), DestOutputProfile=profile
    )
    pdf.Root.OutputIntents = Array([intent])
