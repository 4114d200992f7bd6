"""What may differ for a while: a finding that somebody has looked at and put off, until a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ..languages.phrase import STRICT

FILE = "parity/waivers.yml"
LONGEST = 180
"""Days a waiver may reach ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule put off on a page, or on one section of it (`""`: before the first), with a reason."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT
    page: str
    section: str | None = None
    rule: str
    reason: str
    until: date

    def covers(self, page: str, section: str, rule: str) -> bool:
        """Whether a finding of a rule on a section of a page is put off by this waiver."""
        return (page, rule) == (self.page, self.rule) and self.section in (None, section)
