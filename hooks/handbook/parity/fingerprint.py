"""The digest of a section: changes when what it says changes, and only then.

Code, link targets, tags, markers and emphasis never reach it: they are not prose.
"""

from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

from ..languages.patterns import URL

PREFIX = "p1:"
"""The way digests are made; another way would get another prefix."""
LENGTH = 12


def fingerprint(texts: Iterable[str]) -> str:
    """`p1:` and 12 hex digits for the words of a section, given block by block.

    NFC, white space folded; letter case and punctuation count.
    """
    words = normalize("NFC", URL.sub("", "\n".join(texts))).split()
    return PREFIX + sha256(" ".join(words).encode("utf-8", "replace")).hexdigest()[:LENGTH]
