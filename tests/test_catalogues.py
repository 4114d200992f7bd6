"""The gettext catalogues: every message has its Serbian, nothing in them is fuzzy or unused, forms follow numbers."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from handbook.languages.catalogues import LOCALE, catalogue
from handbook.languages.messages import msg, plural
from trees import ROOT

KEYWORDS = {"msg": (1,), "plural": (1, 2), "pmsg": ((1, "c"), 2)}


@pytest.fixture(scope="module")
def serbian() -> Catalog:
    with (LOCALE / "sr/LC_MESSAGES/handbook.po").open("rb") as file:
        return read_po(file, locale="sr")


def used() -> set[tuple[str | None, str]]:
    """The context and the English text of every message in the code."""
    found = extract_from_dir(str(ROOT / "hooks/handbook"), [("**.py", "python")], keywords=KEYWORDS)
    return {(context, text if isinstance(text, str) else text[0]) for _, _, text, _, context in found}


def test_every_message_of_the_code_is_translated_and_no_translation_is_unused(serbian: Catalog) -> None:
    entries = {(entry.context, entry.id if isinstance(entry.id, str) else entry.id[0]) for entry in serbian if entry.id}
    assert entries == used(), "run: make messages"
    assert not serbian.obsolete


def test_no_translation_is_empty_or_fuzzy(serbian: Catalog) -> None:
    for entry in serbian:
        texts = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        assert all(texts), entry.id
        assert not entry.fuzzy, entry.id


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 грешка"), (2, "2 грешке"), (5, "5 грешака"), (11, "11 грешака"), (21, "21 грешка"), (22, "22 грешке")],
)
def test_the_form_follows_the_number(number: int, text: str) -> None:
    assert plural("{number} error", "{number} errors", number=number).in_language("sr") == text


def test_several_values_are_joined_as_the_language_does() -> None:
    known = msg("Use one of: {known:or}.", known=("a", "b", "c"))
    assert known.in_language("en") == "Use one of: a, b or c."
    assert known.in_language("sr") == "Упишите једно од овога: a, b или c."


def test_a_language_without_a_catalogue_falls_back_to_english() -> None:
    assert catalogue("xx").gettext("The handbook is in order.") == "The handbook is in order."


def test_a_compiled_catalogue_is_used_while_it_is_newer_than_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handbook.languages import catalogues

    source = tmp_path / "sr/LC_MESSAGES/handbook.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "in step"\nmsgstr "први"\n', "utf-8")
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    source.with_suffix(".mo").write_bytes(catalogues._compiled(source).getvalue())
    for text in ("други", "други"):
        source.write_text(f'msgid "in step"\nmsgstr "{text}"\n', "utf-8")
        import os

        os.utime(source, (2e9, 2e9))
        catalogue.cache_clear()
        assert catalogue("sr").gettext("in step") == text
    os.utime(source, (1, 1))
    catalogue.cache_clear()
    assert catalogue("sr").gettext("in step") == "први"
    catalogue.cache_clear()


def test_make_messages_changes_nothing_where_the_catalogue_is_complete(tmp_path: Path) -> None:
    for name in ("Makefile", "babel.cfg"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "requirements").symlink_to(ROOT / "requirements")
    shutil.copytree(ROOT / "hooks/handbook", tmp_path / "hooks/handbook")
    command = ["make", "messages", f"BIN={Path(sys.executable).parent}", "--assume-old=.venv/run"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    file = LOCALE.relative_to(ROOT) / "sr/LC_MESSAGES/handbook.po"
    assert (tmp_path / file).read_bytes() == (ROOT / file).read_bytes(), "run: make messages"
