"""The private names of MkDocs, the theme and static-i18n that are used: what to check when one of them is updated."""

PRIVATE_NAMES = (
    ("mkdocs.commands.build", "_build_page", "preview/passes.py builds single pages as a whole build does"),
    ("mkdocs.commands.build", "_populate_page", "preview/passes.py reads single pages as a whole build does"),
)
"""Imported names: module, name, and what uses it."""

UNDOCUMENTED_ATTRIBUTES = (
    ("mkdocs.structure.pages.Page", "_title_from_render", "the title of a page from its first heading, as HTML"),
    ("mkdocs_static_i18n.plugin.I18n", "current_language", "which language is being built"),
    ("mkdocs_static_i18n.plugin.I18n", "default_language", "which language has no folder"),
    ("mkdocs_static_i18n.plugin.I18n", "building", "whether a language is left to build"),
    ("mkdocs_static_i18n.plugin.I18n", "search_entries", "the search documents of all languages"),
    ("mkdocs_static_i18n.plugin.I18n", "extra_alternate", "the language switch of pages without a counterpart"),
)
"""Attributes of classes: class, attribute, and what it says."""
