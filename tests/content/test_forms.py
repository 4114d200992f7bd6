"""Every page has one form, and what the forms save is the page with that one change."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page

from forms import LOGO, described, forms_shown, parted, saved, saved_unchanged
from handbook.model.handbook import Handbook
from handbook.publishing.forms.files import form_files
from handbook.publishing.forms.options import FormOptions


@pytest.fixture(scope="module")
def texts(content_root: Path) -> list[str]:
    return [page.read_bytes().decode() for page in sorted((content_root / "docs").rglob("*.md"))]


@pytest.fixture(scope="module")
def workbench(browser: Browser, tmp_path_factory: pytest.TempPathFactory, content: Handbook) -> Iterator[Page]:
    """A page on which the forms have started with the settings of this handbook."""
    with forms_shown(browser, tmp_path_factory.mktemp("forms"), content) as page:
        yield page


def test_every_page_is_in_one_collection(content_root: Path, content: Handbook) -> None:
    settings = yaml.safe_load(
        dict(form_files(content, FormOptions("main", server="http://127.0.0.1:9/api/v1"), LOGO))["config.yml"]
    )
    named = [page["file"] for collection in settings["collections"] for page in collection["files"]]
    pages = (content_root / "docs").rglob("*.md")
    assert sorted(named) == sorted(page.relative_to(content_root).as_posix() for page in pages)


@pytest.mark.long
def test_opening_and_saving_leaves_every_page_as_it_was(workbench: Page, texts: list[str]) -> None:
    assert saved_unchanged(workbench, texts) == texts


@pytest.mark.long
def test_changing_the_text_leaves_every_front_matter_as_it_was(workbench: Page, texts: list[str]) -> None:
    assert saved(workbench, texts, body="друго\n") == [f"{parted(text)[0]}друго\n" for text in texts]


@pytest.mark.long
def test_changing_the_description_changes_no_other_line(workbench: Page, texts: list[str]) -> None:
    new = "Сасвим други опис, дужи од осамдесет знакова: и са двотачком, да се види да ред остаје један ред."
    assert saved(workbench, texts, description=new) == [described(text, new) for text in texts]
