"""Reads the files of a handbook besides pages and facts: `mkdocs.yml`, locks and waivers."""

import os
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from ..languages.messages import msg
from ..languages.patterns import WORD
from ..languages.registry import DEFAULT, KNOWN, language
from ..model import lock
from ..model.finding import Finding, Place
from ..model.handbook import Title
from ..model.lock import Lock
from ..model.waiver import WAIVERS_FILE, Waiver
from . import schema, yaml_lines
from .files import read_text, walk
from .locks import parse as parse_lock

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in `mkdocs.yml` that the core uses; `nav` has each string of the navigation with its line."""

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
    source = read_text(root, SETTINGS)
    fault = yaml_lines.syntax_fault(source.text)
    findings = [*source.findings, *([_invalid_settings(fault)] if fault else [])]
    nav = tuple(yaml_lines.strings_under(source.text, "nav"))
    address = yaml_lines.setting(source.text, "site_url", os.environ)
    languages = tuple(_languages(source.text)) or DEFAULT
    extra = {key.value: value for key, value in yaml_lines.top_nodes(source.text)}.get("extra")
    findings += _unknown_zone(extra)
    titles, origins = tuple(_titles(source.text, languages)), _scalar(extra, "origins") != "false"
    return Settings(nav, titles, address, languages, origins, _scalar(extra, "time_zone")), findings


def _unknown_zone(extra: yaml.Node | None) -> Iterator[Finding]:
    """Yield a finding for a time zone under `extra` that is not a name of the IANA time zone database."""
    node = _at(extra, "time_zone")
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
    top = {key.value: value for key, value in yaml_lines.top_nodes(text)}
    nodes = sorted(_language_nodes(top.get("plugins")), key=lambda node: _scalar(node, "default") != "true")
    yield from (code for node in nodes if (code := _scalar(node, "locale")) in KNOWN)


def _language_nodes(plugins: yaml.Node | None) -> Iterator[yaml.Node]:
    for plugin in plugins.value if isinstance(plugins, yaml.SequenceNode) else ():
        yield from getattr(_at(_at(plugin, "i18n"), "languages"), "value", ())


def _scalar(node: yaml.Node | None, key: str) -> str:
    return str(getattr(_at(node, key), "value", ""))


def _invalid_settings(fault: yaml_lines.Fault) -> Finding:
    return Finding(
        Place(SETTINGS, fault.line),
        "facts-syntax",
        msg("This file cannot be read: {why}.", why=fault.why),
        msg("Compare the line with its neighbours: indent, colon, quotes."),
    )


def _titles(text: str, languages: tuple[str, ...]) -> Iterator[Title]:
    """Yield the titles of the navigation; a title without a translation is empty in that language."""
    top = {key.value: value for key, value in yaml_lines.top_nodes(text)}
    translations = dict(_translations(top.get("plugins")))
    seen: set[str] = set()
    for title, line in _keys(top.get("nav")):
        id_ = "-".join(language(languages[0]).plain(word[0]) for word in WORD.finditer(title))
        if id_ not in seen:
            seen.add(id_)
            yield Title(id_, languages[0], title, line)
            for code in languages[1:]:
                yield Title(id_, code, *translations.get(code, {}).get(title, ("", line)))


def _keys(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    match node:
        case yaml.SequenceNode():
            for item in node.value:
                yield from _keys(item)
        case yaml.MappingNode():
            for key, value in node.value:
                yield str(key.value), key.start_mark.line + 1
                yield from _keys(value)


def _translations(plugins: yaml.Node | None) -> Iterator[tuple[str, Mapping[str, tuple[str, int]]]]:
    """Yield each language with its titles and their lines, by the title in the default language."""
    for node in _language_nodes(plugins):
        titles = getattr(_at(node, "nav_translations"), "value", ())
        yield (
            _scalar(node, "locale"),
            {str(key.value): (str(title.value), key.start_mark.line + 1) for key, title in titles},
        )


def _at(node: Any, key: str) -> Any:
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def read_locks(root: Path, parse: Callable[[str], Lock] = parse_lock) -> tuple[Mapping[str, Lock], list[Finding]]:
    """Return every lock by the name of its page, and findings about the files."""
    locks: dict[str, Lock] = {}
    findings: list[Finding] = []
    for path, finding in walk(root, lock.FOLDER) if (root / lock.FOLDER).exists() else ():
        if finding:
            findings.append(finding)
        elif path.endswith(".lock"):
            source = read_text(root, path)
            locks[path.removeprefix(f"{lock.FOLDER}/").removesuffix(".lock")] = parse(source.text)
            findings += source.findings
    return MappingProxyType(locks), findings


def read_waivers(root: Path) -> tuple[tuple[tuple[int, Waiver], ...], list[Finding]]:
    """Return every valid waiver with its line, and findings of the rule `waiver` for invalid entries."""
    if not os.path.lexists(root / WAIVERS_FILE):
        return (), []
    source = read_text(root, WAIVERS_FILE)
    data = yaml_lines.load(source.text)
    findings = [*source.findings, *(_invalid_waivers(fault.line, fault.why) for fault in data.faults)]
    waivers: list[tuple[int, Waiver]] = []
    if data.data is not None and not isinstance(data.data, list):
        findings.append(_invalid_waivers(1, msg("it is not a list")))
    for item in data.items() if isinstance(data.data, list) else ():
        waiver, entry_findings = schema.single(Waiver, item, WAIVERS_FILE)
        waivers += [(item.lines[()], waiver)] if waiver else []
        findings += (replace(finding, rule="waiver") for finding in entry_findings)
    return tuple(waivers), findings


def _invalid_waivers(line: int, why: Hashable) -> Finding:
    return Finding(
        Place(WAIVERS_FILE, line),
        "waiver",
        msg("This file cannot be read: {why}.", why=why),
        msg("Write each waiver as “- page: …” with its keys on the lines below."),
    )
