"""Waivers: known findings that are accepted until a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from ..languages.phrase import STRICT

WAIVERS_FILE = "parity/waivers.yml"
MAX_DAYS = 180
"""The limit of days from today until a waiver ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A rule that is waived on a page, or on one section of it (`""`: before the first heading), with a reason.

    It covers the findings of the rule there, and those whose counterpart in another language is there.
    """

    __pydantic_config__: ClassVar[Mapping[str, Any]] = STRICT
    page: str
    section: str | None = None
    rule: str
    reason: str
    until: date
