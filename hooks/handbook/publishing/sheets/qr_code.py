"""The QR code of an address as a picture."""

QUIET_ZONE = 2
"""The white modules around a code; the margin of the sheet is white, too."""


def qr_code(address: str) -> str:
    """A QR code as an SVG picture in a `data:` address; it stays readable if a tenth of it is damaged."""
    import segno  # comes with what printing needs

    return segno.make(address, error="m", micro=False).svg_data_uri(border=QUIET_ZONE, omitsize=True)
