"""Values with an entry per language; which languages there are is decided by the handbook that is read."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from .registry import DEFAULT

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

STRICT: Mapping[str, Any] = {"extra": "forbid"}
"""For pydantic: a key that is not a field is refused."""

LANGUAGES: ContextVar[tuple[str, ...]] = ContextVar("languages", default=DEFAULT)
"""The languages that a schema is made for, while it is made."""


@contextmanager
def schema_for(languages: tuple[str, ...]) -> Iterator[None]:
    """Make schemas for these languages inside a `with` block."""
    token = LANGUAGES.set(languages)
    try:
        yield
    finally:
        LANGUAGES.reset(token)


def schema_ref(shape: type) -> str:
    """The name under which pydantic lists a class among the definitions of a JSON schema."""
    return f"{shape.__module__}.{shape.__qualname__}:{id(shape)}"


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """A value per language, written as a mapping of language codes."""

    texts: Mapping[str, Any] = field(default_factory=dict)
    value_type: ClassVar[Any] = str

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        value = core_schema.typed_dict_field(handler.generate_schema(cls.value_type), required=False)
        keys = core_schema.typed_dict_schema(dict.fromkeys(LANGUAGES.get(), value), extra_behavior="forbid")
        return core_schema.no_info_after_validator_function(cls, keys, ref=schema_ref(cls))


@dataclass(frozen=True, slots=True)
class Phrase(ByLanguage):
    """A few words that readers see, in every language."""

    def __getitem__(self, code: str) -> str:
        return str(self.texts.get(code, ""))


@dataclass(frozen=True, slots=True)
class AlternativePhrases(ByLanguage):
    """Other ways to say something, per language."""

    value_type: ClassVar[Any] = tuple[str, ...]

    def __getitem__(self, code: str) -> tuple[str, ...]:
        return tuple(self.texts.get(code, ()))
