"""What a ledger gives to resolving: current facts, the links of the rules in use, rulings, copies."""

from msgspec.structs import replace

from servanda.ledger import resolving
from servanda.model.facts import Person


def test_a_mention_has_its_document_and_the_people_whom_that_names(ledger, read, twelve):
    read(twelve)
    with ledger.reading() as connection:
        mentions = resolving.current_mentions(connection)
    assert {m.id for m in mentions} == {fact.id for _, _, facts in twelve for fact in facts}
    document, _, facts = next(made for made in twelve if made[0].name == "fbc-forces")
    (source,) = {id(m.source): m.source for m in mentions if m.source.name == "fbc-forces"}.values()
    assert (source.id, source.published, source.publisher) == (document.id, "2023-06-15", "FBC News")
    assert list(source.people) == [fact for fact in facts if isinstance(fact, Person)]


def test_only_current_facts_are_mentions(ledger, read, twelve, story):
    read(twelve)
    read([story("rnz-forces", "2023-06-15", "RNZ").tell("We withdraw this report.").made()])
    with ledger.reading() as connection:
        now = {m.source.name for m in resolving.current_mentions(connection)}
        then = {m.source.name for m in resolving.current_mentions(connection, until=1)}
    assert then - now == {"rnz-forces"}


def test_links_of_facts_that_are_no_longer_current_are_passed_over(ledger, read, twelve, story):
    read(twelve)
    with ledger.reading() as connection:
        before = resolving.rule_links(connection)
    read([story("rnz-forces", "2023-06-15", "RNZ").tell("We withdraw this report.").made()])
    with ledger.reading() as connection:
        assert resolving.rule_links(connection) == before
    held = {id_ for entry in ledger.resolution().entries for link in entry.links for id_ in (link.a, link.b)}
    assert held < {id_ for link in before for id_ in (link.a, link.b)}


def test_one_text_in_several_documents_is_a_copy_however_short_it_is(ledger, read, story):
    short = [story(name, "2022").tell("The ministers met.").made() for name in ("a", "b", "c")]
    read([*short, story("d", "2022").tell("The ministers met again.").made()])
    assert ledger.resolution().copies == (tuple(sorted(document.id for document, _, _ in short)),)


def test_a_copy_that_was_corrected_is_none_any_more(ledger, read, twelve, story):
    read(twelve)
    assert len(ledger.resolution().copies) == 1
    read([story("wire-two", "2022-03-30", "Fiji Times").tell("A report of our own.").made()])
    assert ledger.resolution().copies == ()


def test_a_version_with_other_metadata_is_no_second_source(ledger, read, twelve):
    read(twelve)
    document, data, facts = twelve[1]
    titled = replace(document, title="A statement in Suva")
    read([(titled, data, [replace(fact, source=titled.id) for fact in facts])])
    (group,) = ledger.resolution().copies
    assert titled.id in group
    assert document.id not in group
    assert len(group) == 2


def test_an_empty_ledger_resolves_to_nothing(ledger):
    assert ledger.unlinked() == 0
    found = ledger.resolution()
    assert (found.entries, found.people, found.doubts, found.in_doubt, found.copies) == ((), (), (), (), ())
