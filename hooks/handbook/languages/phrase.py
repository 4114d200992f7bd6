"""A few words in every language of the handbook."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

STRICT: Mapping[str, Any] = {"extra": "forbid"}
"""For pydantic: a key that is not a field is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A few words readers see, side by side in both languages."""

    __pydantic_config__: ClassVar[Any] = STRICT
    sr: str = ""
    en: str = ""

    def __getitem__(self, language: str) -> str:
        return str(getattr(self, language))
