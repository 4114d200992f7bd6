"""The names by which pages use the theme: rules of its style sheets for other names are not published.

`tests/test_weight.py` compares them with built pages: a name that is missing here is found there.
"""

FRAME = """
md-container md-content md-content__button md-content__inner md-copyright md-copyright__highlight md-footer
md-footer-meta md-footer-meta__inner md-grid md-header md-header__button md-header__inner md-header__source
md-header__title md-icon md-logo md-main md-main__inner md-overlay md-sidebar md-sidebar--primary
md-sidebar--secondary md-sidebar__inner md-sidebar__scrollwrap md-skip md-source md-source__icon
md-source__repository md-tabs md-tabs__item md-tabs__item--active md-tabs__link md-tabs__list md-toggle no-js
"""
CONTENTS = "md-ellipsis md-nav md-nav--secondary md-nav__icon md-nav__item md-nav__link md-nav__list md-nav__title"
SEARCH = """
md-search md-search-result md-search-result__article md-search-result__item md-search-result__link
md-search-result__list md-search-result__meta md-search__form md-search__icon md-search__inner md-search__input
md-search__options md-search__output md-search__overlay md-search__scrollwrap
"""
TEXT = "admonition admonition-title footnote footnote-backref footnote-ref headerlink md-typeset"

CLASSES = frozenset(" ".join((FRAME, CONTENTS, SEARCH, TEXT)).split())
"""The classes of the theme that templates, scripts and the Markdown of pages write."""

ATTRIBUTES = {
    "dir": ("ltr",),
    "data-md-color-accent": ("custom",),
    "data-md-color-primary": ("custom",),
    "data-md-color-scheme": ("default", "slate"),
}
"""Attributes that have no other values than these on a page."""
