"""The pages: a module each, which gathers what its template shows."""

from litestar.handlers import HTTPRouteHandler

from servanda.web.pages import (
    conflicts,
    documents,
    due,
    entries,
    fields,
    home,
    imports,
    login,
    people,
    relationships,
    search,
)

HANDLERS: tuple[HTTPRouteHandler, ...] = (
    home.home,
    login.form,
    login.login,
    login.logout,
    relationships.index,
    relationships.relationship,
    entries.index,
    entries.entry,
    documents.index,
    documents.document,
    people.index,
    people.person,
    fields.index,
    conflicts.index,
    due.index,
    search.search,
    imports.form,
    imports.start,
    imports.job_page,
)
"""All routes of the pages."""
