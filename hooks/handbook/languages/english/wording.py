"""English words that a translation must not lose: weekdays and frequencies, and abbreviations with a period."""

from ..word_kinds import WordKinds

ABBREVIATIONS = frozenset(("e.g", "i.e", "etc", "vs", "approx", "mr", "mrs", "ms", "dr", "no", "fig"))
"""Words after which a period ends no sentence, without that period."""

PERIODS = WordKinds(
    {
        "monday": "mondays?",
        "tuesday": "tuesdays?",
        "wednesday": "wednesdays?",
        "thursday": "thursdays?",
        "friday": "fridays?",
        "saturday": "saturdays?",
        "sunday": "sundays?",
        "day": "daily|(?:every|each) (?:day|morning)|day to day",
        "week": "week(?:s|ly)?|fortnight(?:ly)?",
        "month": "month(?:s|ly)?",
        "quarter": "quarter(?:s|ly)?",
        "year": "(?:half-)?year(?:s|ly)?|annual(?:ly)?",
    }
)
"""Weekdays, and what is repeated every day, week, month, quarter or year."""
