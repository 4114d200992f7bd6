"""The firm's own settings at the top of `mkdocs.yml`: the values that hold where no environment variable is set."""

from collections.abc import Iterator, Mapping

import yaml

from ...model.handbook import Handbook
from ...parity.new_locks import Writes
from ...reading.files import exact_text
from ...reading.settings import SETTINGS
from ...reading.settings.texts import language_nodes, scalar
from .. import yaml_edit, yaml_nodes
from ..yaml_nodes import KeyPath
from .answers import Answers


def settings(book: Handbook, answers: Answers) -> Writes:
    """Return the settings with the values of the answers; what the answers leave out stays."""
    text = exact_text(book.root, SETTINGS)
    for key_path, value in _values(answers).items():
        text = yaml_edit.apply_edits(SETTINGS, text, _edits(text, key_path, value))
    return {SETTINGS: text}


def languages(book: Handbook, answers: Answers) -> Writes:
    """Return the settings without the languages that the firm does without, whose pages are removed."""
    gone = [code for code in book.languages if answers.languages and code not in answers.languages]
    if not gone:
        return {}
    text = exact_text(book.root, SETTINGS)
    left_out = [node for node in language_nodes(text) if scalar(node, "locale") in gone]
    edits = [yaml_edit.delete_item(SETTINGS, text, node) for node in left_out]
    folders = tuple(f"docs/{code}/" for code in gone)
    removed = dict.fromkeys(path for path in book.files if path.startswith(folders))
    return {**removed, SETTINGS: yaml_edit.apply_edits(SETTINGS, text, edits)}


def _values(answers: Answers) -> Mapping[tuple[str, ...], str]:
    """Return the new values by their key paths, as YAML."""
    noindex = None if answers.public is None else not answers.public
    texts = {("site_url",): answers.site, ("repo_url",): answers.repository, ("extra", "firm"): answers.firm}
    switches = {("extra", "noindex"): noindex, ("extra", "origins"): answers.origins}
    return {
        **{key_path: yaml_edit.quoted(text) for key_path, text in texts.items() if text is not None},
        **{key_path: str(switch).lower() for key_path, switch in switches.items() if switch is not None},
    }


def _edits(text: str, key_path: KeyPath, value: str) -> Iterator[yaml_edit.Edit]:
    """Yield the edit that sets a value; in `!ENV [NAME, value]` it is the last item."""
    node = yaml_nodes.value_at(yaml_nodes.parse(text), key_path)
    if isinstance(node, yaml.SequenceNode):
        node = node.value[-1]
    if node is None:
        yield yaml_edit.insert_key(text, key_path[:-1], str(key_path[-1]), value)
    elif node.value != yaml.safe_load(value) or node.tag != "tag:yaml.org,2002:str":
        yield yaml_edit.Edit(node.start_mark.index, node.end_mark.index, value)
