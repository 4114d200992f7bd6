"""The private names of other programs that are used are listed in one place, and all of them exist."""

import ast
import inspect
from importlib import import_module

import pytest

from mkdocs_adapter.private_names import PRIVATE_NAMES, UNDOCUMENTED_ATTRIBUTES
from trees import ROOT


@pytest.mark.parametrize(("module", "name"), [(module, name) for module, name, _ in PRIVATE_NAMES])
def test_a_private_name_exists(module: str, name: str) -> None:
    assert hasattr(import_module(module), name)


@pytest.mark.parametrize(("path", "attribute"), [(path, attribute) for path, attribute, _ in UNDOCUMENTED_ATTRIBUTES])
def test_an_undocumented_attribute_exists(path: str, attribute: str) -> None:
    module, _, name = path.rpartition(".")
    cls = getattr(import_module(module), name)
    assert attribute in "".join(
        inspect.getsource(base)
        for base in cls.__mro__[:-1]
        if base.__module__.startswith(("mkdocs_static", "mkdocs.structure"))
    )


def test_every_private_name_that_is_imported_is_listed() -> None:
    used = {
        (node.module, name.name)
        for file in (ROOT / "hooks").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(("mkdocs", "material"))
        for name in node.names
        if name.name.startswith("_")
    }
    assert used == {(module, name) for module, name, _ in PRIVATE_NAMES}
