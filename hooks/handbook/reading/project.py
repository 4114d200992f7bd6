"""Reads what stands beside the words: the site's settings, the locks, the waivers."""

import os
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

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
from .files import read_text
from .locks import parse as parse_lock

SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the core needs of `mkdocs.yml`: the navigation, its titles, the site's address, the languages."""

    nav: tuple[tuple[str, int], ...] = ()
    titles: tuple[Title, ...] = ()
    site_url: str = ""
    languages: tuple[str, ...] = DEFAULT


def read_settings(root: Path) -> tuple[Settings, list[Finding]]:
    """Read MkDocs' settings; a folder without them is a handbook that is not published yet."""
    if not (root / SETTINGS).exists():
        return Settings(), []
    source = read_text(root, SETTINGS)
    fault = yaml_lines.unreadable(source.text)
    broken = [_settings_unreadable(fault)] if fault else []
    nav = tuple(yaml_lines.strings_under(source.text, "nav"))
    address = yaml_lines.setting(source.text, "site_url", os.environ)
    languages = tuple(_languages(source.text)) or DEFAULT
    return Settings(nav, tuple(_titles(source.text, languages)), address, languages), [*source.findings, *broken]


def _languages(text: str) -> Iterator[str]:
    """The languages that the settings name and the software knows, the default first."""
    top = {key.value: value for key, value in yaml_lines.top_nodes(text)}
    found = [(_scalar(one, "default") == "true", _scalar(one, "locale")) for one in _language_nodes(top.get("plugins"))]
    yield from (code for _, code in sorted(found, key=lambda one: not one[0]) if code in KNOWN)


def _language_nodes(plugins: yaml.Node | None) -> Iterator[yaml.Node]:
    for plugin in plugins.value if isinstance(plugins, yaml.SequenceNode) else ():
        yield from getattr(_at(_at(plugin, "i18n"), "languages"), "value", ())


def _scalar(node: yaml.Node, key: str) -> str:
    return str(getattr(_at(node, key), "value", ""))


def _settings_unreadable(fault: yaml_lines.Fault) -> Finding:
    return Finding(
        Place(SETTINGS, fault.line),
        "facts-syntax",
        msg("This file cannot be read: {why}.", why=fault.why),
        msg("Compare the line with its neighbours: indent, colon, quotes."),
    )


def _titles(text: str, languages: tuple[str, ...]) -> Iterator[Title]:
    """The titles of the navigation; a language that gives none for a title gets an empty one."""
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
    """Each language of the settings with its titles and their lines, by the default language's title."""
    for node in _language_nodes(plugins):
        titles = getattr(_at(node, "nav_translations"), "value", ())
        yield (
            _scalar(node, "locale"),
            {str(key.value): (str(word.value), key.start_mark.line + 1) for key, word in titles},
        )


def _at(node: Any, key: str) -> Any:
    entries = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def read_locks(root: Path) -> tuple[Mapping[str, Lock], list[Finding]]:
    """Every lock by the name of its page."""
    locks: dict[str, Lock] = {}
    findings: list[Finding] = []
    for file in sorted((root / lock.FOLDER).rglob("*.lock")):
        path = file.relative_to(root).as_posix()
        source = read_text(root, path)
        name = path.removeprefix(f"{lock.FOLDER}/").removesuffix(".lock")
        locks[name] = parse_lock(source.text)
        findings += source.findings
    return MappingProxyType(locks), findings


def read_waivers(root: Path) -> tuple[tuple[tuple[int, Waiver], ...], list[Finding]]:
    """Every waiver with its line; entries that do not fit are left out and told, as `waiver`."""
    if not (root / WAIVERS_FILE).exists():
        return (), []
    source = read_text(root, WAIVERS_FILE)
    data = yaml_lines.load(source.text)
    findings = [*source.findings, *(_unreadable(fault.line, fault.why) for fault in data.faults)]
    waivers: list[tuple[int, Waiver]] = []
    entries = data.data if isinstance(data.data, list) else []
    if data.data is not None and not isinstance(data.data, list):
        findings.append(_unreadable(1, msg("it is not a list")))
    for index, entry in enumerate(entries):
        part = data.under_item(index)
        waiver, told = schema.single(Waiver, replace(part, data=entry), WAIVERS_FILE)
        waivers += [(data.lines[str(index),], waiver)] if waiver else []
        findings += (replace(one, rule="waiver") for one in told)
    return tuple(waivers), findings


def _unreadable(line: int, why: Hashable) -> Finding:
    return Finding(
        Place(WAIVERS_FILE, line),
        "waiver",
        msg("This file cannot be read: {why}.", why=why),
        msg("Write each waiver as “- page: …” with its keys on the lines below."),
    )
