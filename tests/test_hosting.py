"""How each kind of host opens a file to edit and takes a report."""

from urllib.parse import parse_qs, urlsplit

import pytest

from handbook.model.forge import HOSTS, Report, repository

HUB = "https://github.com/team/book"


@pytest.mark.parametrize(
    ("url", "edit_uri", "there"),
    [
        (HUB, "edit/main/docs/", f"{HUB}/edit/main/facts/roles.yml#L5"),
        (f"{HUB}.git", "edit/release/2027/docs/", f"{HUB}/edit/release/2027/facts/roles.yml#L5"),
        ("https://gitlab.com/a/b/c/", "edit/main/docs/", "https://gitlab.com/a/b/c/-/edit/main/facts/roles.yml#L5"),
        ("https://codeberg.org/a/b", "edit/main/docs/", "https://codeberg.org/a/b/_edit/main/facts/roles.yml#L5"),
        ("https://bitbucket.org/a/b", "src/main/docs/", "https://bitbucket.org/a/b/src/main/facts/roles.yml?mode=edit"),
        (
            "https://git.firm.example/b",
            "-/edit/main/docs/",
            "https://git.firm.example/b/-/edit/main/facts/roles.yml#L5",
        ),
        ("https://git.firm.example/b", "edit/main/docs/", "https://git.firm.example/b/edit/main/facts/roles.yml#L5"),
    ],
)
def test_each_kind_of_host_opens_a_file_by_its_own_address(url: str, edit_uri: str, there: str) -> None:
    kept = repository(url, edit_uri)
    assert kept is not None
    assert kept.edit("facts/roles.yml", 5) == there
    assert kept.edit("facts/roles.yml") == there.partition("#")[0]


@pytest.mark.parametrize(("url", "edit_uri"), [("", "edit/main/docs/"), (HUB, ""), (HUB, "?query=root/path/docs/")])
def test_an_unknown_form_of_address_is_not_guessed(url: str, edit_uri: str) -> None:
    assert repository(url, edit_uri) is None


def test_a_host_without_forms_gets_title_and_text_or_no_link() -> None:
    report = Report("Наслов", "Страница & више (docs/sr/a.md)", "Страница", "Треба", "Пише")
    body = "**Страница**: Страница & више (docs/sr/a.md)\n\n**Треба**: \n\n**Пише**: "
    for url, path, title, text in (
        ("https://gitlab.com/a/b", "/a/b/-/issues/new", "issue[title]", "issue[description]"),
        ("https://codeberg.org/a/b", "/a/b/issues/new", "title", "body"),
    ):
        kept = repository(url, "edit/main/docs/")
        assert kept is not None
        address = urlsplit(kept.report(report))
        assert (address.path, parse_qs(address.query)) == (path, {title: ["Наслов"], text: [body]})
    kept = repository("https://bitbucket.org/a/b", "src/main/docs/")
    assert kept is not None
    assert kept.report(report) == ""


def test_every_kind_of_host_is_known_by_its_address_and_by_its_edit_path() -> None:
    assert len({host.edit for host in HOSTS}) == len(HOSTS)
    for host in HOSTS:
        for kept in (
            repository(f"https://{host.names[0]}.firm.example/b", "edit/main/docs/"),
            repository("https://firm.example/b", f"{host.edit}main/docs/"),
        ):
            assert kept is not None
            assert kept.host == host
