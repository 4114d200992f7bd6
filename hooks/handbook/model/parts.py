"""The generated parts, one record each; `pages/parts/<marker>.py` renders a part.

Allowed and required markers, edit links and the list of markers in messages are derived from these records.
"""

from dataclasses import dataclass

from .facts import PLACEHOLDER
from .page import Kind
from .recurrence import EVERY


@dataclass(frozen=True, slots=True)
class Part:
    """A generated part: its marker, the kinds of pages where it is allowed, and the files of `facts/` it shows.

    `required`: every page of these kinds must have it. `entry`: it shows the entry of its own page.
    `by_role`: readers can narrow it to a role, or see that role marked. `by_team`: the marker may have a team as its
    argument; `words`: or one of these words. `states`: it shows the states of sections; every other part depends on
    nothing but the facts, the files, and the titles and front matter of pages.
    """

    marker: str
    kinds: tuple[Kind, ...] = ("guide",)
    facts: tuple[str, ...] = ()
    required: bool = False
    entry: bool = False
    by_role: bool = False
    by_team: bool = False
    words: tuple[str, ...] = ()
    states: bool = False


PARTS: tuple[Part, ...] = (
    Part("card", ("role", "responsibility"), required=True, entry=True),
    Part("responsibilities", ("role",), ("responsibilities",), required=True),
    Part("works-with", ("role",), ("exchanges",), required=True),
    Part("who", ("responsibility",), required=True, entry=True),
    Part("raci", facts=("responsibilities",), by_team=True, by_role=True),
    Part("load", facts=("responsibilities",)),
    Part("org-chart", facts=("roles",)),
    Part("exchange-map", facts=("exchanges",)),
    Part("exchange-table", facts=("exchanges",), by_role=True),
    Part("decisions", ("role", "responsibility"), ("decisions",)),
    Part("decision-table", facts=("decisions",), by_role=True),
    Part("measures", ("role", "responsibility"), ("measures",)),
    Part("measure-table", facts=("measures",)),
    Part("meetings", ("role",), ("meetings",)),
    Part("joint-meetings", facts=("meetings",), words=EVERY, by_role=True),
    Part("agenda", facts=("meetings",), by_role=True),
    Part("roles", facts=("roles",), by_team=True),
    Part("ask-box"),
    Part("ask", facts=("questions",)),
    Part("my-role"),
    Part("a-z"),
    Part("filter"),
    Part("cadence", facts=("responsibilities", "exchanges"), by_role=True),
    Part("year", facts=("responsibilities", "exchanges")),
    Part("data"),
    Part("translation-status", states=True),
    Part(PLACEHOLDER, ("role", "responsibility", "guide")),
)


def find_part(marker: str) -> Part | None:
    """Return the part of a marker, None for an unknown marker."""
    return next((part for part in PARTS if part.marker == marker), None)
