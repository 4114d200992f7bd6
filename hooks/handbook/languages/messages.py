"""What the software says to people, as values: one sentence, which each language says in its own words.

It is written in English where it is said; `translations.py` holds it in the other languages.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from string import Formatter
from typing import Any, Protocol, runtime_checkable

from .registry import FORM
from .translations import TRANSLATIONS

SOURCE = "en"
"""The language that sentences are written in, and that stands in where a translation is missing."""


@runtime_checkable
class Localizable(Protocol):
    """What can be put in a language: a sentence, or a finding inside one."""

    def in_language(self, code: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with gaps, and the words that fill them by name; `str` of it is English.

    A gap may say how its words are put: `{count} {count:item|items}` chooses by number, as many forms as the
    language has; `{names: or }` joins several, by `, ` where nothing is said; `{names:, | or }` joins the last
    in another way.
    """

    template: str
    words: tuple[tuple[str, Hashable], ...] = ()

    def __str__(self) -> str:
        return self.in_language(SOURCE)

    def in_language(self, code: str) -> str:
        """The sentence in a language, with everything in it that can be said in that language too."""
        template = TRANSLATIONS.get(code, {}).get(self.template, self.template)
        return _MessageFormatter(code).vformat(template, (), dict(self.words))


def msg(template: str, /, **words: Hashable) -> Message:
    """A sentence from its English text and the words for its gaps."""
    return Message(template, tuple(words.items()))


def quoted(names: Iterable[str]) -> tuple[Message, ...]:
    """Names in the quotation marks of the language they are told in."""
    return tuple(msg("“{name}”", name=name) for name in names)


class _MessageFormatter(Formatter):
    """Fills gaps in a language."""

    def __init__(self, code: str) -> None:
        self.code = code

    def format_field(self, value: Any, format_spec: str) -> str:
        match value:
            case tuple():
                return _joined([self.format_field(one, "") for one in value], format_spec or ", ")
            case int() if format_spec:
                return format_spec.split("|")[FORM[self.code](value)]
            case Localizable():
                return value.in_language(self.code)
        return str(value)


def _joined(texts: list[str], by: str) -> str:
    between, _, last = by.partition("|")
    *before, end = texts or [""]
    return (last or between).join(filter(None, (between.join(before), end)))
