"""Reads `mkdocs.yml`: the navigation, the texts for readers, the address of the site, its languages."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from ...languages.messages import msg
from ...languages.registry import DEFAULT, KNOWN
from ...model.finding import Finding, Place
from ...model.section import Title
from .. import yaml_lines
from ..files import read_yaml
from .texts import at, language_nodes, scalar, setting_texts

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in `mkdocs.yml` that the core uses.

    `nav` has each string of the navigation with its line, `titles` the texts for readers.
    """

    nav: tuple[tuple[str, int], ...] = ()
    titles: tuple[Title, ...] = ()
    site_url: str = ""
    languages: tuple[str, ...] = DEFAULT
    origins: bool = True
    time_zone: str = ""


def read_settings(root: Path) -> tuple[Settings, list[Finding]]:
    """Read `mkdocs.yml`; without that file, return the default settings."""
    if not os.path.lexists(root / SETTINGS):
        return Settings(), []
    source = read_yaml(root, SETTINGS)
    fault = yaml_lines.syntax_fault(source.text)
    findings = [*source.findings, *([_invalid_settings(fault)] if fault else [])]
    nav = tuple(yaml_lines.strings_under(source.text, "nav"))
    address = yaml_lines.setting(source.text, "site_url", os.environ)
    languages = tuple(_languages(source.text)) or DEFAULT
    extra = {key.value: value for key, value in yaml_lines.top_nodes(source.text)}.get("extra")
    findings += _unknown_zone(extra)
    titles, origins = tuple(setting_texts(source.text, languages)), scalar(extra, "origins") != "false"
    return Settings(nav, titles, address, languages, origins, scalar(extra, "time_zone")), findings


def _unknown_zone(extra: yaml.Node | None) -> Iterator[Finding]:
    """Yield a finding for a time zone under `extra` that is not a name of the IANA time zone database."""
    node = at(extra, "time_zone")
    name = str(getattr(node, "value", ""))
    try:
        if name:
            ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        message = msg("There is no time zone “{name}”.", name=name)
        place = Place(SETTINGS, node.start_mark.line + 1)
        yield Finding(place, "facts-syntax", message, msg("Write it as Europe/Belgrade."))


def _languages(text: str) -> Iterator[str]:
    """Yield the known languages in the settings, the default language first."""
    nodes = sorted(language_nodes(text), key=lambda node: scalar(node, "default") != "true")
    yield from (code for node in nodes if (code := scalar(node, "locale")) in KNOWN)


def _invalid_settings(fault: yaml_lines.Fault) -> Finding:
    return Finding(
        Place(SETTINGS, fault.line),
        "facts-syntax",
        msg("This file cannot be read: {why}.", why=fault.why),
        msg("Compare the line with its neighbours: indent, colon, quotes."),
    )
