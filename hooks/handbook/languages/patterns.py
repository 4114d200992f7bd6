"""Patterns for every language: words, addresses, telephone numbers."""

import re

WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
"""A word; the ending of an acronym after a hyphen belongs to it (CRM-а)."""

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
"""An e-mail address."""

URL = re.compile(r"\b(?:https?://|www\.)[^\s<>]+")
"""A web address."""

PHONE = re.compile(r"(?<![\w+.,])(?:\+\d{1,3}|0\d{1,2})(?:[ \u00a0/()-]{0,2}\d{2,}){2,}")
"""A telephone number, with or without the country code."""

CONTACTS = ((EMAIL, re.compile("@")), (PHONE, re.compile(r"\d")), (URL, re.compile(r"://|www\.")))
"""The pattern of each kind of contact, and a fast pattern that every text with such a contact matches."""
