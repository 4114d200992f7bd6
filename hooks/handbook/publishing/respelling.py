"""The script that shows the pages of a language in its other script, from the letters in the language package."""

import json
from collections.abc import Iterator
from importlib.resources import files

from ..languages.registry import language
from ..model.handbook import Handbook


def respelling_file(code: str) -> str:
    """Return the path of the script below the site's root; empty for a language with one script."""
    script = language(code).other_script
    return f"assets/javascripts/{script.tag.lower()}.js" if script else ""


def respelling_scripts(handbook: Handbook, first: str = "") -> Iterator[tuple[str, str]]:
    """Yield the script of each language that has another script, as (path below the site's root, text).

    `first` is the tag of the other script, such as `sr-Latn`, if readers who have chosen none see the pages in it.
    """
    for code in handbook.languages:
        if path := respelling_file(code):
            yield path, respelling_script(code, first)


def respelling_script(code: str, first: str = "") -> str:
    """Return the script of a language as JavaScript, without its comments; `first` as above.

    Raises `ValueError` for a language with one script.
    """
    script = language(code).other_script
    if script is None:
        raise ValueError(f"“{code}” has no other script")
    source = files(__package__).joinpath("respelling.js").read_text("utf-8")
    lines = (line.strip() for line in source.splitlines())
    program = "\n".join(line for line in lines if line and not line.startswith("//"))
    own = {
        "code": code,
        "tag": script.tag,
        "first": script.tag == first,
        "letters": dict(script.letters),
        "phrases": dict(script.phrases),
    }
    data = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
    return program.replace("(DATA)", f"({data})")
