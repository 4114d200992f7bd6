"""The texts for readers in `mkdocs.yml`: titles of the navigation, and the words of the site, in every language."""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ...languages.patterns import WORD
from ...languages.registry import language
from ...model.section import NAVIGATION, SITE, Title
from .. import yaml_lines

SITE_KEYS = ("site_name", "site_description", "copyright")
"""The settings that are texts for readers; each language may have its own."""
TEXT_TAG = "tag:yaml.org,2002:str"

Texts = Mapping[str, tuple[str, int]]
"""Texts with their lines, by their ids."""


def setting_texts(text: str, languages: tuple[str, ...]) -> Iterator[Title]:
    """Yield every text for readers in the settings; one without a translation is empty in that language."""
    yield from _titles(text, languages)
    yield from _site_texts(text, languages)


def language_nodes(text: str) -> list[yaml.Node]:
    """Return the settings of each language."""
    plugins = _top(text).get("plugins")
    items = plugins.value if isinstance(plugins, yaml.SequenceNode) else ()
    return [node for plugin in items for node in getattr(at(plugin, "i18n", "languages"), "value", ())]


def at(node: Any, *key_path: str) -> Any:
    """Return the value at a key path of a node; None if it is not there."""
    for key in key_path:
        entries = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in entries if name.value == key), None)
    return node


def scalar(node: yaml.Node | None, key: str) -> str:
    """Return the text of a key of a mapping; empty if there is none."""
    return str(getattr(at(node, key), "value", ""))


def _titles(text: str, languages: tuple[str, ...]) -> Iterator[Title]:
    """Yield the titles of the navigation."""
    translations = {scalar(node, "locale"): _translations(node) for node in language_nodes(text)}
    seen: set[str] = set()
    for title, line in _keys(_top(text).get("nav")):
        id_ = "-".join(language(languages[0]).plain(word[0]) for word in WORD.finditer(title))
        if id_ not in seen:
            seen.add(id_)
            yield Title(NAVIGATION, id_, languages[0], title, line)
            for code in languages[1:]:
                yield Title(NAVIGATION, id_, code, *translations.get(code, {}).get(title, ("", line)))


def _keys(node: yaml.Node | None) -> Iterator[tuple[str, int]]:
    match node:
        case yaml.SequenceNode():
            for item in node.value:
                yield from _keys(item)
        case yaml.MappingNode():
            for key, value in node.value:
                yield str(key.value), key.start_mark.line + 1
                yield from _keys(value)


def _translations(node: yaml.Node) -> Texts:
    """Return the titles of a language by the title in the default language."""
    titles = getattr(at(node, "nav_translations"), "value", ())
    return {str(key.value): (str(title.value), key.start_mark.line + 1) for key, title in titles}


def _site_texts(text: str, languages: tuple[str, ...]) -> Iterator[Title]:
    """Yield the name and the description of the site, its licence, and the labels of its palettes."""
    by_language = {scalar(node, "locale"): _words(node) for node in language_nodes(text)}
    first = _words(_settings(text)) | by_language.get(languages[0], {})
    for id_, (words, line) in first.items():
        yield Title(SITE, id_, languages[0], words, line)
        for code in languages[1:]:
            yield Title(SITE, id_, code, *by_language.get(code, {}).get(id_, ("", line)))


def _words(node: yaml.Node | None) -> dict[str, tuple[str, int]]:
    """Return the texts in settings of the site or of a language; what comes from the environment is none of them."""
    nodes = {key: at(node, key) for key in SITE_KEYS}
    palettes = getattr(at(node, "theme", "palette"), "value", ())
    for number, palette in enumerate(palettes, start=1):
        nodes[f"palette.{number}"] = at(palette, "toggle", "name")
    return {
        id_: (str(found.value), found.start_mark.line + 1)
        for id_, found in nodes.items()
        if isinstance(found, yaml.ScalarNode) and found.tag == TEXT_TAG and found.value
    }


def _top(text: str) -> dict[Any, Any]:
    return {key.value: value for key, value in yaml_lines.top_nodes(text)}


def _settings(text: str) -> yaml.Node:
    return yaml.MappingNode("tag:yaml.org,2002:map", [*yaml_lines.top_nodes(text)])
