"""Values with a text per language; the handbook being read decides which languages."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from .registry import DEFAULT, KNOWN

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

STRICT: Mapping[str, Any] = {"extra": "forbid"}
"""Configuration for pydantic: unknown keys are errors."""

LANGUAGES: ContextVar[tuple[str, ...]] = ContextVar("languages", default=DEFAULT)
"""The languages of the schemas built in this context."""


@contextmanager
def schema_for(languages: tuple[str, ...]) -> Iterator[None]:
    """Set the languages of schemas built inside a `with` block."""
    token = LANGUAGES.set(languages)
    try:
        yield
    finally:
        LANGUAGES.reset(token)


def accepted(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages in which facts may be written: those of the handbook; if it has only one, all known ones.

    So a firm that does without a language need not change the facts.
    """
    return codes if len(codes) > 1 else tuple(dict.fromkeys((*codes, *KNOWN)))


def schema_ref(shape: type) -> str:
    """Return the name of a class among the definitions of pydantic's schemas."""
    return f"{shape.__module__}.{shape.__qualname__}:{id(shape)}"


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A value per language, written as a mapping of language codes.

    What is written in another of the `accepted` languages is left out.
    """

    texts: Mapping[str, Any] = field(default_factory=dict)
    value_type: ClassVar[Any] = str

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        codes = LANGUAGES.get()
        value = core_schema.typed_dict_field(handler.generate_schema(cls.value_type), required=False)
        keys = core_schema.typed_dict_schema(dict.fromkeys(accepted(codes), value), extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(
            lambda texts: cls({code: text for code, text in texts.items() if code in codes}), keys, ref=schema_ref(cls)
        )


@dataclass(frozen=True, slots=True)
class Phrase(ByLanguage):
    """A short text for readers, in every language."""

    def __getitem__(self, code: str) -> str:
        return str(self.texts.get(code, ""))


@dataclass(frozen=True, slots=True)
class AlternativePhrases(ByLanguage):
    """Alternative wordings, in every language."""

    value_type: ClassVar[Any] = tuple[str, ...]

    def __getitem__(self, code: str) -> tuple[str, ...]:
        return tuple(self.texts.get(code, ()))
