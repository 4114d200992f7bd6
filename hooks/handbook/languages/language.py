"""The record of a language, from which everything specific to that language is derived."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from .messages import Message
from .number_words import NumberWords
from .spelling import PLAIN, Spelling
from .value_patterns import ValuePattern
from .word_kinds import NONE, WordKinds

SortKey = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Edition:
    """A PDF book in a language: its BCP 47 tag, its file name, and the label of the link to it.

    `respell` converts the text to the script of the edition; `sort_key` takes words before conversion.
    """

    tag: str
    name: str
    label: str
    sort_key: SortKey
    respell: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherScript:
    """A second script of a language, and how a text is turned into it.

    `tag` and `own_tag` are the BCP 47 tags of the language in this script and in its own one, `name` and `own_name`
    how readers call the two. `letters` are the lower-case letters of the own script, each as it is written in this
    one, and `phrases` those that are not written letter by letter; `respell` turns a text with both.
    """

    tag: str
    own_tag: str
    name: str
    own_name: str
    letters: Mapping[str, str]
    phrases: Mapping[str, str]
    respell: Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language: its code (`html lang`, folder and catalogue), its names, and how it is written.

    `name` is its own name, `label` and `in_label` its names in messages: “Serbian”, “in Serbian”. `letters` is the
    content of a regex character class; with `own_letters_only`, words in Latin letters on its pages are findings.
    `spelling` is what shows that its words are spelt wrongly, or in the wrong script. `other_script` is the one in
    which the site can be shown, too.
    `numbers` are its words for numbers; `value_patterns` find dates, money, numbers in digits;
    a text without digits has one of `date_hints` in it, in small letters, if the last of the patterns can match it.
    `decimal` is the character before decimals.
    `fold` maps letters to the letters people type instead, `plain` folds a whole word; `alphabet` is the order of
    letters that are not ASCII. `search` is data for the search worker, `page_keys` the keys of front matter that
    only its pages have, `units` the units of measurement that are always in Latin letters. `abbreviations` are the
    words before a period that ends no sentence, `periods` the weekdays and frequencies, `signals` other words that
    carry the meaning of a sentence, and `answers` what may stand for them in a translation. `counted` are
    the nouns for the entries of tables of the facts: roles, terms. `audited` are words of further kinds, which only the
    audit compares and compiles.
    """

    code: str
    name: str
    label: Message
    in_label: Message
    letters: str
    stem: Callable[[str], str]
    date: Callable[[date], str]
    sort_key: SortKey
    value_patterns: tuple[ValuePattern, ...]
    decimal: str
    numbers: NumberWords
    search: Mapping[str, Any]
    editions: tuple[Edition, ...]
    date_hints: tuple[str, ...] = ()
    plain: Callable[[str], str] = str.lower
    fold: Mapping[str, str] = field(default_factory=dict)
    alphabet: str = ""
    own_letters_only: bool = False
    spelling: Spelling = PLAIN
    other_script: OtherScript | None = None
    page_keys: tuple[str, ...] = ()
    units: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    periods: WordKinds = NONE
    signals: WordKinds = NONE
    answers: WordKinds = NONE
    counted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audited: Mapping[str, str] = field(default_factory=dict)
