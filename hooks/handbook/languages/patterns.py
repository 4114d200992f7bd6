"""Patterns that hold in every language: words, addresses, telephone numbers."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word inside a text; an acronym keeps its ending after the hyphen (CRM-а)."""

MIXED = re.compile(r"(?<![^\W\d_])[^\W\d_]*(?:[A-Za-z][А-Яа-яЂ-џ]|[А-Яа-яЂ-џ][A-Za-z])[^\W\d_]*")
"""A word in which a Cyrillic letter and a Latin one are neighbours."""

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
"""An e-mail address inside a text."""

URL = re.compile(r"\b(?:https?://|www\.)[^\s<>]+")
"""A web address inside a text."""

PHONE = re.compile(r"(?<![\w+.,])(?:\+\d{1,3}|0\d{1,2})(?:[ \u00a0/()-]{0,2}\d{2,}){2,}")
"""A telephone number inside a text, with or without the country."""

CONTACTS = ((EMAIL, re.compile("@")), (PHONE, re.compile(r"\d")), (URL, re.compile(r"://|www\.")))
"""Each kind of contact with a pattern that any text with one of them contains: a quick test."""
