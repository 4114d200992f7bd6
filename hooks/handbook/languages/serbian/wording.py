"""Serbian words that a translation must not lose: weekdays and frequencies, and abbreviations with a period."""

from ..word_kinds import WordKinds

ABBREVIATIONS = frozenset(("нпр", "тј", "тзв", "итд", "итсл", "сл", "др", "бр", "стр", "мин", "год", "инж", "проф"))
"""Words after which a period ends no sentence, without that period."""

PERIODS = WordKinds(
    {
        "monday": r"понедељ\w+",
        "tuesday": r"утор(?:ак|к\w+)",
        "wednesday": "сред(?:а|у|ом|е)",
        "thursday": "четврт(?:ак|к(?:а|у|ом|е))",
        "friday": "пет(?:ак|к(?:а|у|ом|е))",
        "saturday": "субот(?:а|у|ом|е)",
        "sunday": "недељом",
        "day": "(?:свако)?дневн(?:о|а|е|и|ог|ом|у|им|их)|сва(?:ког|ки|ко) (?:дана?|јутра|јутро)",
        "week": r"недељ(?:а|е|у|и|ама|н\w+)|седми[цч]\w+",
        "month": r"месец\w*|месечн\w+",
        "quarter": r"кварта\w+|тромесеч\w+",
        "year": r"(?<!\d\. )(?:до|прошло|полу)?годи(?:н|шњ)\w+",
    }
)
"""Weekdays, and what is repeated every day, week, month, quarter or year."""
