"""The fingerprint of a section: a digest that changes if and only if the words of the section change.

Code, link targets, tags, markers and emphasis are not part of it: they are not prose.
"""

from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

from ..languages.patterns import URL

PREFIX = "p1:"
"""The version of the algorithm; a different algorithm gets a different prefix."""
LENGTH = 12


def fingerprint(texts: Iterable[str]) -> str:
    """Returns `p1:` and 12 hex digits for the words of a section, given block by block.

    NFC, white space collapsed; letter case and punctuation count.
    """
    words = normalize("NFC", URL.sub("", "\n".join(texts))).split()
    return PREFIX + sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:LENGTH]
