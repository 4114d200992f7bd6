"""Which rules of language go with which language of the handbook."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import english, serbian

STEMS: Mapping[str, Callable[[str], str]] = MappingProxyType({"sr": serbian.stem, "en": english.stem})
"""The function that gives a word's stem, for each language."""

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word inside a text; an acronym keeps its ending after the hyphen (CRM-а)."""
