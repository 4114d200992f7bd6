"""What a language is to the software: one record, from which everything else is derived."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .messages import Message
from .readings import Reading

SortKey = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A book in a language: the tag of its text (BCP 47), its file name, and how pages offer it.

    `respell` turns the text into the edition's script; `sort_key` takes words as the language has them.
    """

    tag: str
    name: str
    label: str
    sort_key: SortKey
    respell: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: its code (`html lang`, its folder and its catalogue), what it is called, and how it is written.

    `called` and `inside` name it in a sentence: “the Serbian text”, “written in Serbian”. `letters` is a character
    class of a pattern; with `own_letters_only`, words in Latin letters on its pages are findings. `numbers` are the
    numbers from 1 on in words, each with its forms; `readings` how values are written. `fold` maps letters to what
    people type instead, `plain` folds a whole word; `alphabet` orders letters that are not ASCII. `search` is what
    the search worker needs, `page_keys` the front matter that only its pages have, `units` are written in Latin.
    """

    code: str
    name: str
    called: Message
    inside: Message
    letters: str
    stem: Callable[[str], str]
    date: Callable[[date], str]
    sort_key: SortKey
    readings: tuple[Reading, ...]
    numbers: tuple[str, ...]
    search: Mapping[str, Any]
    editions: tuple[Edition, ...]
    plain: Callable[[str], str] = str.lower
    fold: Mapping[str, str] = field(default_factory=dict)
    alphabet: str = ""
    own_letters_only: bool = False
    page_keys: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
