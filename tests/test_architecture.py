"""The house keeps its shape: imports go down the layers, MkDocs stays outside the core."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import handbook

CORE = Path(handbook.__file__).parent
HOOKS = CORE.parent
LAYERS = [line.split() for line in (handbook.__doc__ or "").splitlines() if line.startswith("    ")]
ORDER = {module: level for level, modules in enumerate(LAYERS) for module in modules}
RULES = {module for module in ORDER if module.endswith("_rules")}


def imported(file: Path) -> Iterator[str]:
    """The absolute names a file imports; those of the core begin with `handbook.`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            inner = ["handbook", *file.relative_to(CORE).parent.parts] if node.level else []
            base = [*inner[: len(inner) - node.level + 1], *(node.module or "").split(".")]
            if node.module:
                yield ".".join(filter(None, base))
            else:
                yield from (".".join([*filter(None, base), name.name]) for name in node.names)


def room(name: str) -> str:
    """`handbook.views.cards` → `views`."""
    return name.split(".")[1]


def test_every_module_has_its_layer() -> None:
    rooms = {file.relative_to(CORE).parts[0].removesuffix(".py") for file in CORE.rglob("*.py")}
    assert rooms - {"__init__"} == set(ORDER)


def test_imports_go_down_the_layers() -> None:
    for file in CORE.rglob("*.py"):
        here = file.relative_to(CORE).parts[0].removesuffix(".py")
        for name in imported(file):
            if name.startswith("handbook.") and here != "__init__" and room(name) != here:
                assert ORDER[room(name)] > ORDER[here] or same_layer(here, room(name)), (file, name)


def same_layer(here: str, there: str) -> bool:
    """Neighbours may know each other where the layer is one of values; rules never do."""
    return ORDER[here] == ORDER[there] and not {here, there} & RULES


def test_the_core_never_imports_mkdocs() -> None:
    for file in CORE.rglob("*.py"):
        assert not [name for name in imported(file) if re.match(r"mkdocs|material|properdocs", name)]


def test_hooks_never_import_one_another() -> None:
    hooks = {file.stem for file in HOOKS.glob("*.py")}
    for file in HOOKS.glob("*.py"):
        names = [node for node in ast.walk(ast.parse(file.read_text("utf-8")))
                 if isinstance(node, ast.ImportFrom)]  # fmt: skip
        assert not {node.module for node in names} & hooks


def test_every_file_opens_with_its_reason() -> None:
    for file in [*HOOKS.rglob("*.py"), *Path(__file__).parent.glob("*.py")]:
        assert ast.get_docstring(ast.parse(file.read_text("utf-8"))), file


def test_every_check_shows_bad_and_good() -> None:
    from handbook.checks import FACTS_CHECKS, PAGE_CHECKS

    for rule in FACTS_CHECKS + PAGE_CHECKS:
        assert "Bad:" in (rule.__doc__ or ""), rule
        assert "Good:" in (rule.__doc__ or ""), rule
