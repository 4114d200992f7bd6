"""The structure of the code: packages import in one order, modules have no cycles, MkDocs stays outside the core."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import handbook

CORE = Path(handbook.__file__).parent
HOOKS = CORE.parent
PACKAGES = [line.split()[0] for line in (handbook.__doc__ or "").splitlines() if line.startswith("    ")]
"""The ten packages, from the one that may import all others down to the one that imports none."""


def module_name(file: Path) -> str:
    """The dotted name of a file of the core, such as `handbook.pages.context`."""
    parts = ("handbook", *file.relative_to(CORE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(file): file for file in CORE.rglob("*.py")}


def imported(file: Path) -> Iterator[str]:
    """The absolute names of everything that a file imports when it is loaded or run."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            inside = ("handbook", *file.relative_to(CORE).parent.parts) if node.level else ()
            base = [*inside[: len(inside) - node.level + 1], *filter(None, (node.module or "").split("."))]
            yield from (".".join([*base, name.name]) for name in node.names)


def modules_imported(file: Path) -> set[str]:
    """The modules of the core that a file imports."""
    found = {name if name in MODULES else name.rpartition(".")[0] for name in imported(file)}
    return found & MODULES.keys() - {module_name(file), "handbook"}


def package(module: str) -> str:
    """`handbook.pages.parts.raci` → `pages`."""
    return module.split(".")[1]


def test_the_core_consists_of_ten_packages() -> None:
    assert {path.stem for path in CORE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()} == {
        "__init__",
        "__main__",
        *PACKAGES,
    }
    assert len(PACKAGES) == 10


def test_packages_import_only_those_below_them() -> None:
    upwards = [
        (module, other)
        for module, file in MODULES.items()
        if module not in ("handbook", "handbook.__main__")
        for other in modules_imported(file)
        if PACKAGES.index(package(other)) < PACKAGES.index(package(module))
    ]
    assert upwards == []


def test_modules_do_not_import_in_a_cycle() -> None:
    TopologicalSorter({module: modules_imported(file) for module, file in MODULES.items()}).prepare()


def test_every_package_says_what_belongs_there_and_has_few_modules() -> None:
    for name in PACKAGES:
        folder = CORE / name
        sentences = re.findall(
            r"[.:](?=\s|$)", ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8"))) or ""
        )
        assert len(sentences) >= 2, name
        assert len([*folder.glob("*.py")]) - 1 <= 14, name


def test_the_core_never_imports_mkdocs() -> None:
    for file in MODULES.values():
        assert not [name for name in imported(file) if re.match(r"mkdocs|material|properdocs", name)]


def test_hooks_do_not_import_one_another() -> None:
    hooks = {file.stem for file in HOOKS.glob("*.py")}
    for file in HOOKS.glob("*.py"):
        nodes = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        assert not {node.module for node in nodes} & hooks


def test_every_file_opens_with_a_docstring() -> None:
    for file in [*HOOKS.rglob("*.py"), *Path(__file__).parent.rglob("*.py")]:
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), file


def test_every_rule_shows_a_bad_and_a_good_example() -> None:
    from handbook.checks.runner import FACTS_RULES, PAGE_RULES

    for rule in FACTS_RULES + PAGE_RULES:
        assert "Bad:" in (rule.__doc__ or ""), rule
        assert "Good:" in (rule.__doc__ or ""), rule
