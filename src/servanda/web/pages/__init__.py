"""The pages: a module each, which gathers what its template shows."""

from litestar.handlers import HTTPRouteHandler

from servanda.web.pages import (
    accounts,
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
    accounts.own,
    accounts.change_password,
    accounts.make_token,
    accounts.revoke_token,
    accounts.index,
    accounts.add,
    accounts.change,
    accounts.disable,
    accounts.enable,
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
