"""The generated parts, each a function from a reader's stand to Markdown, under its marker's name."""

from collections.abc import Callable

from ...model.facts import PLACEHOLDER
from ..context import PageContext
from ..notices import todo
from .cards import card
from .data import data
from .load import load
from .overviews import a_z, ask, cadence, org_chart
from .parts import responsibilities, who
from .pictures import exchange_map
from .raci import raci
from .together import exchange_table, works_with
from .translation_status import translation_status
from .year import year

View = Callable[[PageContext, str | None], str]

VIEWS: tuple[tuple[str, View], ...] = (
    ("card", card),
    ("responsibilities", responsibilities),
    ("works-with", works_with),
    ("who", who),
    ("raci", raci),
    ("load", load),
    ("org-chart", org_chart),
    ("exchange-map", exchange_map),
    ("exchange-table", exchange_table),
    ("ask", ask),
    ("a-z", a_z),
    ("cadence", cadence),
    ("year", year),
    ("data", data),
    ("translation-status", translation_status),
    (PLACEHOLDER, todo),
)
