"""What a firm asks of the form editor; where it could not work, the one line that says what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...languages.messages import msg
from ...model.errors import HandbookError

OFF, ON = (None, False, "", "off"), (True, "on")
"""MkDocs reads `on` and `off` in a variable as true and false."""
HERE = ("localhost", "127.0.0.1")


@dataclass(frozen=True, slots=True)
class FormOptions:
    """A form editor that can work: it signs in at `login`, or saves through `server` on the same machine."""

    branch: str
    repository: str = ""
    login: str = ""
    server: str = ""

    @property
    def backend(self) -> dict[str, str]:
        """Where Decap reads and saves, in the words of its own settings."""
        if self.server:
            return {"name": "proxy", "proxy_url": self.server, "branch": self.branch}
        address = urlsplit(self.login)
        return {
            "name": "github",
            "repo": self.repository,
            "branch": self.branch,
            "base_url": f"{address.scheme}://{address.netloc}",
            "auth_endpoint": address.path.strip("/") or "auth",
        }

    @property
    def reaches(self) -> tuple[str, ...]:
        """The only places outside the site that the browser may ask for data."""
        return (self.server,) if self.server else ("https://api.github.com", "https://www.githubstatus.com")


def form_options(settings: Mapping[str, Any]) -> FormOptions | None:
    """Read `extra: editor:` of the site's settings; None where the form editor is off.

    Raises `HandbookError` where it is on and could not work.
    """
    mode = settings.get("mode")
    words = {key: str(settings.get(key) or "") for key in ("branch", "repository", "login", "server")}
    if mode in OFF:
        return None
    if mode == "local":
        return FormOptions(words["branch"], server=_address("HANDBOOK_EDITOR_SERVER", words["server"]))
    if mode not in ON:
        raise HandbookError(
            msg(
                "{setting} is “{value}”: write {on}, or {local} for this machine only, or leave it empty.",
                setting="HANDBOOK_EDITOR",
                value=str(mode),
                on="on",
                local="local",
            )
        )
    return FormOptions(words["branch"], _repository(words["repository"]), _login(words["login"]))


def _repository(name: str) -> str:
    owner, _, rest = name.partition("/")
    if not owner or not rest or "/" in rest:
        setting = "HANDBOOK_EDITOR_REPO"
        amiss = (
            msg("{setting} is “{value}”", setting=setting, value=name)
            if name
            else msg("{setting} is not set", setting=setting)
        )
        raise HandbookError(
            msg(
                "The form editor is on, but {amiss}: write {form}, as {host} shows it.",
                amiss=amiss,
                form="owner/repository",
                host="GitHub",
            )
        )
    return name


def _login(address: str) -> str:
    if not address:
        raise HandbookError(
            msg(
                "The form editor is on, but nobody could sign in: set {setting} to the address of your login service "
                "({page} says what it must offer), or {local} for this machine only.",
                setting="HANDBOOK_EDITOR_LOGIN",
                page="about/adapting.md",
                local="HANDBOOK_EDITOR=local",
            )
        )
    return _address("HANDBOOK_EDITOR_LOGIN", address)


def _address(name: str, text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in HERE)):
        raise HandbookError(
            msg(
                "{setting} is “{value}”: write an address that begins with {scheme}.",
                setting=name,
                value=text,
                scheme="https://",
            )
        )
    return text
