"""The options of the form editor, read from the site's settings and validated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...languages.messages import msg
from ...model.errors import HandbookError

OFF, ON = (None, False, "", "off"), (True, "on")
"""MkDocs parses `on` and `off` in an environment variable as booleans."""
LOCAL_HOSTS = ("localhost", "127.0.0.1")


@dataclass(frozen=True, slots=True)
class FormOptions:
    """Valid options: users sign in at `login`, or the editor saves through `server` on the same machine."""

    branch: str
    repository: str = ""
    login: str = ""
    server: str = ""

    @property
    def backend(self) -> dict[str, str]:
        """The `backend` section of Decap's configuration."""
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
    def connect_sources(self) -> tuple[str, ...]:
        """The only addresses outside the site that the browser may send requests to."""
        return (self.server,) if self.server else ("https://api.github.com", "https://www.githubstatus.com")


def form_options(settings: Mapping[str, Any]) -> FormOptions | None:
    """The options from `extra: editor:` of the site's settings; None if the form editor is off.

    Raises `HandbookError` if it is on and an option is missing or invalid.
    """
    mode = settings.get("mode")
    values = {key: str(settings.get(key) or "") for key in ("branch", "repository", "login", "server")}
    if mode in OFF:
        return None
    if mode == "local":
        return FormOptions(values["branch"], server=_address("HANDBOOK_EDITOR_SERVER", values["server"]))
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
    return FormOptions(values["branch"], _repository(values["repository"]), _login(values["login"]))


def _repository(name: str) -> str:
    owner, _, rest = name.partition("/")
    if not owner or not rest or "/" in rest:
        setting = "HANDBOOK_EDITOR_REPO"
        problem = (
            msg("{setting} is “{value}”", setting=setting, value=name)
            if name
            else msg("{setting} is not set", setting=setting)
        )
        raise HandbookError(
            msg(
                "The form editor is on, but {problem}: write {form}, as {host} shows it.",
                problem=problem,
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
    if not host or not (parts.scheme == "https" or (parts.scheme == "http" and host in LOCAL_HOSTS)):
        raise HandbookError(
            msg(
                "{setting} is “{value}”: write an address that begins with {scheme}.",
                setting=name,
                value=text,
                scheme="https://",
            )
        )
    return text
