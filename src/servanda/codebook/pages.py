"""The codebook as Markdown pages, written from the data that the program reads by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from servanda.codebook.fields import fields
from servanda.codebook.kinds import Entry, Group, groups
from servanda.codebook.maps import EventScheme, Rule, SchemeName, dcad, event_scheme, ftm, state_codes
from servanda.codebook.places import bodies, countries

HEAD = (
    "<!-- Written from src/servanda/codebook/data by bin/codebook.py. Change the data, then run:"
    " .venv/bin/python bin/codebook.py -->"
)
_NO_EVENT = "no event"
_SCHEMES: tuple[SchemeName, ...] = ("plover", "cameo")


def pages() -> dict[str, str]:
    """The content of each page by its file name."""
    made = {
        "README.md": _index(),
        "kinds.md": _kinds(),
        "fields.md": _fields(),
        "parties.md": _parties(),
        "dcad.md": _dcad(),
        "ftm.md": _ftm(),
    } | {f"{name}.md": _scheme(event_scheme(name)) for name in _SCHEMES}
    return {name: "\n".join([HEAD, "", *lines]).rstrip() + "\n" for name, lines in made.items()}


def _index() -> Iterator[str]:
    yield "# Codebook\n"
    yield "What each code means, with an example, its borderline cases and its place in other schemes. The"
    yield "codes follow the guidelines by which the quality of reading is measured. The pages are written by"
    yield "`bin/codebook.py` from `src/servanda/codebook/data`, which the program itself reads.\n"
    yield from _table(
        ("page", "what"),
        [
            ("[kinds.md](kinds.md)", "kinds of fact, their types, statuses, acts"),
            ("[fields.md](fields.md)", "fields of cooperation"),
            ("[parties.md](parties.md)", "states and international bodies, with their codes elsewhere"),
            ("[plover.md](plover.md)", "how facts become events of PLOVER"),
            ("[cameo.md](cameo.md)", "how facts become events of CAMEO"),
            ("[dcad.md](dcad.md)", "how instruments become agreements in the manner of DCAD"),
            ("[ftm.md](ftm.md)", "the place of facts in FollowTheMoney"),
        ],
    )


def _kinds() -> Iterator[str]:
    yield "# Kinds of fact and their codes\n"
    for group in groups():
        yield f"## {group.title}\n"
        for entry in group.codes:
            yield f"### {entry.code}\n"
            yield f"{entry.definition}\n"
            yield f"Example: *{entry.example}*\n"
            if entry.borderline:
                yield "\n".join(f"- {case}" for case in entry.borderline) + "\n"
            yield from _table(("scheme", "place"), _places(group, entry))


def _places(group: Group, entry: Entry) -> list[tuple[str, str]]:
    """Where a code stands in the four schemes: as its entry says, else as their rules have it."""
    if entry.places:
        return list(entry.places.items())
    code = entry.code
    kind = group.kind or code
    rows = [(event_scheme(name).title, _event_place(name, kind, group.property, code)) for name in _SCHEMES]
    if kind == "instrument":
        rows.append((dcad().title, _agreement_place(group.property, code)))
    else:
        rows.append((dcad().title, "none: agreements only"))
    schema = ftm().kinds[kind]
    rows.append((ftm().title, schema.types.get(code, schema.schema)))
    return rows


def _event_place(name: SchemeName, kind: str, property: str, code: str) -> str:
    """The codes that a value can come to, each with its other conditions, up to the first without any."""
    found: dict[str, None] = {}
    for rule in event_scheme(name).rules:
        if rule.kind != kind or (property in rule.when and code not in rule.when[property]):
            continue
        others = _conditions(rule, except_for=property)
        given = " ".join((", ".join(rule.codes()), rule.mode)).strip() or _NO_EVENT
        found[f"{given} ({others})" if others else given] = None
        if not others:
            break
    return "; ".join(found)


def _conditions(rule: Rule, except_for: str = "") -> str:
    told = [f"{name}: {' or '.join(values)}" for name, values in rule.when.items() if name != except_for]
    if rule.fields:
        told.append(f"one of the fields {', '.join(rule.fields)}")
    if rule.only_fields:
        told.append(f"no field but {', '.join(rule.only_fields)}")
    return "; ".join(told)


def _agreement_place(property: str, code: str) -> str:
    scheme = dcad()
    if property == "type":
        form = scheme.forms[code]
        return "an agreement, when on defence and between two states" if form is True else f"none: {form}"
    if property == "action":
        return scheme.actions[code] or "none"
    return "an agreement, by its type and action"


def _fields() -> Iterator[str]:
    yield "# Fields of cooperation\n"
    yield "A field is coded where the text names it. Its place in PLOVER is a context, in CAMEO an area that"
    yield "chooses the subcategory, in DCAD a category of agreements; in FollowTheMoney it is a keyword.\n"
    plover, cameo = (event_scheme(name).areas for name in _SCHEMES)
    sectors = {field: sector.code for sector in dcad().categories for field in sector.fields}
    for field in fields():
        yield f"## {field.code} ({field.group})\n"
        yield f"{field.definition}\n"
        yield f"Example: *{field.example}*\n"
        yield "\n".join(f"- {case}" for case in field.borderline) + "\n"
        yield from _table(
            ("PLOVER", "CAMEO", "DCAD", "FollowTheMoney"),
            [
                (
                    ", ".join(plover[field.code]) or "none",
                    ", ".join(cameo[field.code]) or "none",
                    sectors.get(field.code, "none"),
                    "keyword",
                )
            ],
        )


def _parties() -> Iterator[str]:
    codes = state_codes()
    yield "# Parties\n"
    yield f"{len(countries())} states and territories and {len(bodies())} international bodies. A party is"
    yield "the one on whose behalf somebody acts. PLOVER and CAMEO name states by ISO 3166-1 alpha-3, bodies"
    yield "by IGO; DCAD names states by their number in the system of the Correlates of War project (COW).\n"
    yield "## States and territories\n"
    yield from _table(
        ("code", "name", "alpha-3", "COW", "COW abbreviation"),
        [
            (c.code, c.name, codes[c.code].iso3, codes[c.code].cow or "", codes[c.code].cow_abb or "")
            for c in countries()
        ],
    )
    yield "## International bodies\n"
    yield from _table(("code", "name", "part of"), [(b.code, b.name, b.part_of or "") for b in bodies()])


def _scheme(scheme: EventScheme) -> Iterator[str]:
    yield f"# {scheme.title}\n"
    yield f"{scheme.about}\n"
    yield f"Export: `servanda export --format {scheme.name}`. {scheme.reciprocal}\n"
    supposed = "" if scheme.marks else " or only supposes"
    yield f"A fact with one party only makes no event, nor one that the text denies{supposed}."
    yield "What is left out is counted on standard error.\n"
    yield "## Codes\n"
    yield from _table(
        ("code", "name", "quad category", "needs a recipient", "definition"),
        [(c.code, c.name, c.quad, "yes" if c.recipient else "no", c.definition) for c in scheme.codes],
    )
    if scheme.modes:
        yield "## Modes\n"
        yield from _table(("mode", "of", "definition"), [(m.code, m.of, m.definition) for m in scheme.modes])
    if scheme.contexts:
        yield "## Contexts\n"
        yield from _table(("context", "definition"), [(c.code, c.definition) for c in scheme.contexts])
    yield "## From facts to codes\n"
    yield "The first rule that fits counts.\n"
    yield from _table(("rule", "kind", "when", "becomes", "because"), map(_rule_row, scheme.rules))
    yield "## Codes that no fact becomes\n"
    yield from _table(
        ("code", "definition"), [(f"{c.code} {c.name}".strip(), c.definition) for c in scheme.outside]
    )
    yield from _sources(scheme.sources)


def _rule_row(rule: Rule) -> tuple[str, ...]:
    by_area = [f"{code} where all fields are {area}" for area, code in rule.by_area.items()]
    becomes = "; ".join([" ".join((rule.code, rule.mode)).strip(), *by_area]) if rule.code else _NO_EVENT
    if rule.reverse:
        becomes += f"; {rule.reverse} as seen from the host"
    return rule.name, rule.kind, _conditions(rule), becomes, rule.because


def _dcad() -> Iterator[str]:
    scheme = dcad()
    yield f"# {scheme.title}\n"
    yield f"{scheme.about}\n"
    yield "Export: `servanda export --format dcad`: one row for each fact of an agreement on defence of two"
    yield "states that is signed or stands. An agreement that several documents tell has a row for each.\n"
    yield "The names of the categories follow the published description. The values of `category1` to"
    yield "`category3` in DCAD itself stand in its codebook; match the names before you join the two.\n"
    yield "## Types\n"
    yield from _table(("type", "definition"), [(t.code, t.definition) for t in scheme.types])
    yield "## Categories\n"
    yield from _table(
        ("category", "fields", "definition"),
        [(c.code, ", ".join(c.fields), c.definition) for c in scheme.categories],
    )
    yield "## Forms\n"
    yield from _table(
        ("type of instrument", "counts"),
        [(form, "yes" if counts is True else f"no: {counts}") for form, counts in scheme.forms.items()],
    )
    yield "## Status\n"
    yield from _table(
        ("action of the instrument", "status"),
        [(action, status or "no row") for action, status in scheme.actions.items()],
    )
    words = ", ".join(scheme.defence)
    yield f"An instrument without such a field is on defence when its title has one of: {words}.\n"
    yield from _sources(scheme.sources)


def _ftm() -> Iterator[str]:
    scheme = ftm()
    yield f"# {scheme.title}\n"
    yield f"{scheme.about}\n"
    yield from _table(("schema", "definition"), [(s.code, s.definition) for s in scheme.schemata])
    yield from _table(
        ("kind of fact", "schema", "types that differ"),
        [
            (kind, schema.schema, ", ".join(f"{type_}: {other}" for type_, other in schema.types.items()))
            for kind, schema in scheme.kinds.items()
        ],
    )
    yield "Parties are PublicBody (states) and Organization (bodies); each quotation is a Documentation.\n"
    yield from _sources(scheme.sources)


def _sources(sources: Iterable[str]) -> Iterator[str]:
    yield "## Sources\n"
    yield "\n".join(f"- {source}" for source in sources)


def _table(head: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(str(cell).replace('|', '/') for cell in row)} |"
    yield ""
