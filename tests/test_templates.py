"""The theme's templates call no methods of Python values, so that another template engine can render them."""

from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from trees import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
ENVIRONMENT = Environment(extensions=["jinja2.ext.do"])


def method_calls(text: str) -> list[str]:
    """The methods that a template calls, such as `split` in `name.split("/")`."""
    calls = ENVIRONMENT.parse(text).find_all(nodes.Call)
    return [call.node.attr for call in calls if isinstance(call.node, nodes.Getattr)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_template_calls_no_method(template: Path) -> None:
    assert method_calls(template.read_text("utf-8")) == []


def test_a_method_call_would_be_found() -> None:
    assert method_calls("{{ page.url.rstrip('/') }}") == ["rstrip"]
