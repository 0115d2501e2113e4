"""Which fields of cooperation a text names, and where."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from servanda.codebook.fields import fields
from servanda.extract.mentions import FieldMention
from servanda.extract.phrases import Match, PhraseFinder, longest


class _Label(NamedTuple):
    """`names` is False for a phrase in which a term does not name the field."""

    code: str
    names: bool


def find_fields(text: str) -> list[FieldMention]:
    """The words of `text` that name a field, in order; of phrases that share a word the longest counts."""
    matches = list(_finder().find(text))
    denials = [m for m in matches if not m.label.names]
    terms = [m for m in matches if m.label.names and not _is_denied(m, denials)]
    mentions = {FieldMention(m.start, m.end, m.label.code) for m in longest(terms)}
    return sorted(mentions)


def field_codes(text: str) -> tuple[str, ...]:
    """The codes of the fields that `text` names, each once, in the order of their first mention."""
    return tuple(dict.fromkeys(mention.code for mention in find_fields(text)))


def _is_denied(match: Match[_Label], denials: list[Match[_Label]]) -> bool:
    return any(d.label.code == match.label.code and match.words <= d.words for d in denials)


@cache
def _finder() -> PhraseFinder[_Label]:
    return PhraseFinder(
        (phrase, _Label(field.code, names))
        for field in fields()
        for phrases, names in ((field.terms, True), (field.unless, False))
        for phrase in phrases
    )
