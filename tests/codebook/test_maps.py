"""The maps to other schemes are complete, use what they define, and define what they use."""

import itertools
import re
from typing import get_args

import pytest

from servanda.codebook.fields import fields
from servanda.codebook.kinds import groups
from servanda.codebook.maps import SchemeName, dcad, event_scheme, ftm, state_codes
from servanda.codebook.places import countries
from servanda.model import facts as model
from servanda.model.facts import KINDS

VALUES = {
    ("engagement", "type"): model.EngagementType,
    ("engagement", "status"): model.EngagementStatus,
    ("instrument", "type"): model.InstrumentType,
    ("instrument", "action"): model.InstrumentAction,
    ("instrument", "relation"): model.RelationType,
    ("commitment", "act"): model.Act,
    ("assessment", "polarity"): model.Polarity,
    ("milestone", "type"): model.MilestoneType,
    ("", "modality"): model.Modality,
}
DERIVED = {"setting": ("hosted", "third", "unknown"), "sides": ("one-way", "mutual")}
SCHEMES = [event_scheme(name) for name in get_args(SchemeName)]
each_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.name)


def values(kind, property):
    return DERIVED.get(property) or get_args(VALUES.get((kind, property)) or VALUES["", property])


def test_every_value_of_the_model_is_in_the_codebook():
    told = {(g.kind, g.property): {e.code for e in g.codes} for g in groups()}
    assert told.pop(("", "")) == {*KINDS, "person"}
    assert told == {key: set(get_args(literal)) for key, literal in VALUES.items()}


def test_every_code_has_a_definition_an_example_and_borderline_cases():
    for group in groups():
        for entry in group.codes:
            for text in (entry.definition, entry.example, *entry.borderline):
                assert text.endswith("."), (group.title, entry.code, text)
            assert entry.borderline, (group.title, entry.code)


@each_scheme
def test_every_fact_that_can_be_has_a_rule(scheme):
    properties = {
        "engagement": ("type", "status", "modality", "setting", "sides"),
        "instrument": ("type", "action", "modality", "sides"),
        "commitment": ("act", "modality", "sides"),
        "activity": ("modality", "sides"),
    }
    for kind in (*KINDS, "person"):
        names = properties.get(kind, ("modality",))
        for chosen in itertools.product(*(values(kind, name) for name in names)):
            rule = scheme.rule(kind, dict(zip(names, chosen, strict=True)))
            assert bool(rule.code) != bool(rule.left_out), rule.name


@each_scheme
def test_rules_name_kinds_values_and_fields_that_there_are(scheme):
    known = {field.code for field in fields()}
    for rule in scheme.rules:
        assert rule.kind in (*KINDS, "person")
        assert {*rule.fields, *rule.only_fields} <= known
        for property, wanted in rule.when.items():
            assert set(wanted) <= set(values(rule.kind, property)), (rule.name, property)


@each_scheme
def test_every_code_mode_and_context_is_defined_once_and_used(scheme):
    used = [code for rule in scheme.rules for code in rule.codes()]
    assert set(used) == {code.code for code in scheme.codes}
    assert {rule.mode for rule in scheme.rules if rule.mode} == {mode.code for mode in scheme.modes}
    contexts = {c for rule in scheme.rules for c in rule.contexts} | set(scheme.marks.values())
    if scheme.contexts:
        contexts |= {c for named in scheme.areas.values() for c in named}
    assert contexts == {context.code for context in scheme.contexts}
    for defined in (scheme.codes, scheme.modes, scheme.contexts):
        assert len({code.code for code in defined}) == len(defined)
    assert len({rule.name for rule in scheme.rules}) == len(scheme.rules)


@each_scheme
def test_every_rule_can_be_reached(scheme):
    """No rule stands behind one that takes all it could take."""
    for earlier, later in itertools.combinations(scheme.rules, 2):
        if earlier.kind == later.kind and not (earlier.fields or earlier.only_fields):
            shadowed = all(
                name in later.when and set(later.when[name]) <= set(wanted)
                for name, wanted in earlier.when.items()
            )
            assert not shadowed, (earlier.name, later.name)


@each_scheme
def test_modes_belong_to_the_category_that_the_rule_gives(scheme):
    of = {mode.code: mode.of for mode in scheme.modes}
    assert all(of[rule.mode] == rule.code for rule in scheme.rules if rule.mode)


@each_scheme
def test_every_field_has_its_place(scheme):
    assert set(scheme.areas) == {field.code for field in fields()}
    areas = {area for named in scheme.areas.values() for area in named}
    assert {area for rule in scheme.rules for area in rule.by_area} <= areas


@each_scheme
def test_no_act_of_conflict_becomes_cooperation(scheme):
    def left_out(kind, **features):
        return scheme.rule(kind, {"modality": "asserted", "sides": "mutual"} | features).left_out

    assert left_out("engagement", type="visit", status="cancelled", setting="hosted")
    assert left_out("engagement", type="meeting", status="postponed", setting="unknown")
    assert left_out("instrument", type="agreement", action="terminated")
    assert left_out("assessment", polarity="negative")


def test_cameo_takes_the_subcode_only_where_all_fields_come_to_it():
    cameo = event_scheme("cameo")
    rule = cameo.rule("commitment", {"act": "agree", "sides": "mutual", "modality": "planned"})
    assert cameo.category(rule, ()).code == "030"
    assert cameo.category(rule, ("training", "arms-trade")).code == "0312"
    assert cameo.category(rule, ("training", "peacekeeping")).code == "0312"
    assert cameo.category(rule, ("training", "finance")).code == "030"
    assert cameo.category(rule, ("training", "health")).code == "030"
    assert cameo.category(rule, ("health",)).code == "030"


def test_codes_of_cameo_stand_under_the_quad_category_of_their_root():
    for code in event_scheme("cameo").codes:
        material = int(code.code[:2]) in (6, 7)
        assert code.quad == ("material cooperation" if material else "verbal cooperation")


def test_every_state_has_its_codes_and_none_twice():
    codes = state_codes()
    assert set(codes) == {country.code for country in countries()}
    assert all(re.fullmatch("[A-Z]{3}", code.iso3) for code in codes.values())
    for name in ("iso3", "cow", "cow_abb"):
        known = [value for code in codes.values() if (value := getattr(code, name)) is not None]
        assert len(set(known)) == len(known), name
    assert all((code.cow is None) == (code.cow_abb is None) for code in codes.values())


@pytest.mark.parametrize(
    ("code", "iso3", "cow"),
    [("VN", "VNM", 816), ("DE", "DEU", 255), ("YE", "YEM", 679), ("RS", "SRB", 345), ("XK", "XKX", 347),
     ("KR", "KOR", 732), ("KP", "PRK", 731), ("CD", "COD", 490), ("CG", "COG", 484), ("AG", "ATG", 58),
     ("US", "USA", 2), ("FR", "FRA", 220), ("PS", "PSE", None), ("HK", "HKG", None)],
)  # fmt: skip
def test_states_that_are_easily_confused(code, iso3, cow):
    assert (state_codes()[code].iso3, state_codes()[code].cow) == (iso3, cow)


def test_dcad_tells_of_every_form_and_action_and_knows_its_fields():
    scheme = dcad()
    assert set(scheme.forms) == set(get_args(model.InstrumentType))
    assert set(scheme.actions) == set(get_args(model.InstrumentAction))
    named = [field for sector in scheme.categories for field in sector.fields]
    assert len(set(named)) == len(named)
    assert set(named) <= {field.code for field in fields() if field.group == "defence"}
    assert {type_.code for type_ in scheme.types} == {"general", "sector"}


def test_every_kind_has_a_schema_in_follow_the_money():
    scheme = ftm()
    assert set(scheme.kinds) == {*KINDS, "person"}
    defined = {schema.code for schema in scheme.schemata}
    for kind, schema in scheme.kinds.items():
        assert {schema.schema, *schema.types.values()} <= defined
        if schema.types:
            assert set(schema.types) <= set(values(kind, "type"))


def test_a_field_that_the_codebook_does_not_know_changes_no_code():
    scheme = event_scheme("plover")
    rule = next(rule for rule in scheme.rules if rule.code)
    assert scheme.category(rule, ("no such field",)) == scheme.category(rule, ())
    assert scheme.contexts_of(rule, ("no such field",)) == scheme.contexts_of(rule, ())
