"""Reads the list of published pages and the waivers."""

import os
from collections.abc import Hashable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from ..languages.messages import msg
from ..model import lock
from ..model.finding import Finding, Place
from ..model.lock import WAIVERS_FILE, Waiver
from . import schema, yaml_lines
from .files import read_text, read_yaml


def read_published(root: Path) -> tuple[Mapping[str, int] | None, list[Finding]]:
    """Return the line of each path in the list of published pages, None without that file, and findings about it."""
    if not os.path.lexists(root / lock.PUBLISHED):
        return None, []
    source = read_text(root, lock.PUBLISHED)
    lines = enumerate(source.text.splitlines(), start=1)
    paths = {line.strip(): number for number, line in lines if line.strip()}
    return MappingProxyType(paths), list(source.findings)


def read_waivers(root: Path) -> tuple[tuple[tuple[int, Waiver], ...], list[Finding]]:
    """Return every valid waiver with its line, and findings of the rule `waiver` for invalid entries."""
    if not os.path.lexists(root / WAIVERS_FILE):
        return (), []
    source = read_yaml(root, WAIVERS_FILE)
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
