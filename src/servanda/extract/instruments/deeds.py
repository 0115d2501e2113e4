"""What is done to a text: told by a participle, a noun, a verb or a preposition beside its name."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.instruments import instrument_words
from servanda.extract import grammar
from servanda.extract.instruments.behind import told_behind
from servanda.extract.instruments.brought import brought_into_force
from servanda.extract.instruments.fates import (
    brought_home,
    extension_ahead,
    fate_of,
    followed_by,
    ratification_ahead,
    under_its_signatures,
)
from servanda.extract.instruments.found import TIMED, Deed, Name, before_clause_beside
from servanda.extract.instruments.hands import consented_to, signed_by_hand, withdrawn_from
from servanda.extract.instruments.lead_ins import lead_in
from servanda.extract.instruments.lists import is_another, listed
from servanda.extract.instruments.nearing import nearing
from servanda.extract.instruments.outcomes import came_of
from servanda.extract.instruments.predicates import predicate_of
from servanda.extract.instruments.stages import (
    drafted,
    entered_into,
    finished_off,
    needed,
    newly_signed,
    not_signed,
    on_its_way,
    signed_up_to,
    to_be_done,
    way_paved,
    worked_on,
    yet_to_be_signed,
)
from servanda.extract.instruments.standing import (
    applied_by_preposition,
    applied_by_verb,
    begins_to_bind,
    had_by_both,
    says,
    stands,
)
from servanda.extract.instruments.tails import tail_of
from servanda.extract.instruments.talks import by_talks, talked_of
from servanda.extract.instruments.upgrades import upgraded_to
from servanda.extract.instruments.verbs import action_by
from servanda.extract.instruments.ways import (
    bears_signatures,
    by_its_kind,
    changes_hands,
    into_law,
    there_is,
)
from servanda.model.facts import InstrumentAction

_ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "oprd", "appos", "dep", "npadvmod", "advcl"})
"""Relations in which a text hangs on the verb that tells what is done to it."""
_OF_DOING = frozenset({"of", "on", "for", "to", "towards", "toward", "over", "about"})
_CONSENT = frozenset({"agreement", "accord", "deal", "understanding", "consensus"})
"""What is reached on a text that is still to be signed."""
_BEGINNING = frozenset({"begin", "start", "open", "launch", "resume", "conclude", "complete", "finish"})
_STRIVING = frozenset({"push", "press", "call", "way", "ground", "hope", "aim", "work", "groundwork", "path"})
"""Words behind which "for the signing" is still to come."""
_LONGEST_CLAUSE = 60
"""A verb whose clause is longer has been parsed wrong: the evidence then ends with the name."""


def deed_of(name: Name, told: InstrumentAction | None) -> Deed | None:
    """What is done to the text; `told` is what was done to the text before. None when nothing is."""
    deed = told_behind(name) or done_to(name.head)
    if deed is None or (deed.action == "existing" and not deed.rule.startswith("in-force")):
        deed = predicate_of(name) or newly_signed(name) or _led_in(name) or tail_of(name) or deed
    elif deed.rule.startswith("noun:signing"):
        deed = _led_in(name) or deed  # "approved the signing of a treaty"
    if deed is None or deed.rule.startswith("applied"):
        deed = listed(name.head, told) or drafted(name) or deed
    deed = deed or drafted(name) or stands(name)
    return _signed_after_all(deed, name) if deed is not None and deed.action == "signed" else deed


def _led_in(name: Name) -> Deed | None:
    return lead_in(name, _first_of_list(name.head))


def _signed_after_all(deed: Deed, name: Name) -> Deed:
    """As in "*initialled* in 2023 and *signed* in 2024": it is signed from the second day on."""
    behind = name.head.doc[name.head.i : name.head.sent.end]
    if deed.rule.startswith("signed:initial") and any(
        t.lemma_ == "sign" and grammar.is_planned(t) for t in behind
    ):
        return Deed("planned", "planned:initial", deed.left, deed.right)
    signed = next((t for t in behind if t.lemma_ in {"sign", "conclude"} and t.dep_ == "conj"), None)
    others = [o for o in grammar.objects_of(signed) if o.lower_ not in {"it", "them"}] if signed else []
    if signed is None or not signed.head.lower_.startswith("initial") or others:
        return deed
    return Deed("signed", deed.rule, signed.i, grammar.trim_right(signed.doc, signed.i, signed.right_edge.i))


def done_to(head: Token) -> Deed | None:
    """What the words around a text do to it, without a clause on it."""
    if head.dep_ == "compound":
        return talked_of(head)
    top = _first_of_list(head)
    noun = _noun_of_doing(top)
    if noun is not None:
        return _by_noun(noun, top)
    if top.dep_ in _ARGUMENTS and grammar.is_verbal(top.head):
        if top.head.dep_ == "auxpass" and top.i > top.head.i:  # "Also signed *were* a pact and a protocol"
            return _by_verb(top, top.head.head, head)
        told = (
            to_be_done(top, head)
            or yet_to_be_signed(top, head)
            or not_signed(top, head)
            or bears_signatures(top, head)
            or changes_hands(top, head)
            or brought_into_force(top, head)
            or nearing(top, head)
            or entered_into(top, head)
        )
        return told or _by_verb(top, top.head, head)
    gapped = _gapped(top, head)
    if gapped is not None:
        return gapped
    verb = _swallowing_verb(top)
    if verb is not None:
        return _by_verb(top, verb, head)
    by_other_words = _by_other_words(top, head)
    if by_other_words is not None:
        return by_other_words
    if top.dep_ == "pobj" and top.head.lower_ in instrument_words().applying_prepositions:
        if top.head.head.lemma_.lower() in instrument_words().signing_nouns:
            return _by_noun(top.head.head, top)
        return applied_by_preposition(top, head)
    return None


def _by_other_words(top: Token, head: Token) -> Deed | None:
    """What is told behind a preposition, but for the nouns of doing and what is applied."""
    return (
        upgraded_to(top, head)
        or signed_by_hand(top, head)
        or withdrawn_from(top)
        or consented_to(top, head)
        or nearing(top, head)
        or signed_up_to(top, head)
        or finished_off(top, head)
        or entered_into(top, head)
        or worked_on(top, head)
        or way_paved(top, head)
        or needed(top, head)
        or begins_to_bind(top)
        or brought_home(top, head)
        or followed_by(top, head)
        or under_its_signatures(top, head)
        or came_of(top, head)
    )


# -- by the words above ---------------------------------------------------------------------------------


def _first_of_list(head: Token) -> Token:
    """The noun that stands for the whole list in which a text is told: "a *protocol* and an agreement"."""
    top = head
    while (top.dep_ == "conj" and (top.head.pos_ in {"NOUN", "PROPN"} or is_another(top.head))) or (
        top.dep_ == "appos" and is_another(top)
    ):
        top = top.head
    top = _parallel(top) if top != head and grammar.is_indefinite(head) else top
    return _counted_by(top)


def _counted_by(top: Token) -> Token:
    """As in "*a number* of agreements", "*the last* of the memoranda": what is done to the count is done to
    them."""
    counted = top.dep_ == "pobj" and top.head.lower_ == "of"
    count = top.head.head if counted else top
    several = top.tag_ == "NNS" or grammar.has_child(top, "nummod")
    of_several = counted and several and count.lower_ in instrument_words().feats | {"one"}
    return count if of_several or count.lemma_.lower() in instrument_words().quantities else top


def _parallel(top: Token) -> Token:
    """In "signed a letter of intent on the signing of X and an agreement", "an agreement" goes with "a
    letter", not with X, whatever the parser says."""
    for noun in top.ancestors:
        if grammar.is_verbal(noun):
            return _indefinite_text_under(noun) or top
        text = grammar.is_indefinite(noun) and noun.lemma_.lower() in instrument_words().heads
        if text and noun.dep_ in {"dobj", "nsubjpass", "npadvmod"}:
            return noun
    return top


def _indefinite_text_under(verb: Token) -> Token | None:
    """As in "signed *a letter* of intent on the signing of X and an agreement"."""
    objects = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"} and grammar.is_indefinite(c))
    return next((c for c in objects if c.lemma_.lower() in instrument_words().heads), None)


def _noun_of_doing(top: Token) -> Token | None:
    """As in "the *signing* in May of the X", "*negotiations* on the X", "a *proposal* for the X"."""
    if top.dep_ != "pobj" or top.head.lower_ not in _OF_DOING:
        return None
    words = instrument_words()
    of = top.head
    while of.dep_ == "conj" and of.head.pos_ == "ADP":
        of = of.head  # "the exchange of a memorandum, |and of| a treaty"
    noun = of.head
    if noun.lemma_.lower() in words.planning_nouns | words.wordings | words.ideas:
        return noun
    signing = _signing_above(top)
    if signing is not None:
        return signing
    if noun.lower_ in _CONSENT and top.head.lower_ in {"on", "over"} and noun.dep_ in {"dobj", "nsubjpass"}:
        return noun
    doing = words.planning_nouns | words.extending_nouns | {"proposal"}
    return noun if noun.lemma_.lower() in doing else None


def _signing_above(top: Token) -> Token | None:
    """The noun of signing or ratifying, wherever the parser hung the "of"."""
    words = instrument_words()
    for noun in list(top.head.ancestors)[:4]:
        lemma = noun.lower_ if noun.tag_ == "VBG" else noun.lemma_.lower()
        if lemma == "exchange" and noun.text[0].isupper() and top.lower_ not in {"notes", "letters"}:
            return None  # "the Exchange of Information Agreement"
        if lemma == "exchange" and words.exchanged_things & {t.lemma_.lower() for t in (top, *top.conjuncts)}:
            return None  # "the exchange of information and documents"
        if lemma == "exchange" and _exchanges_no_text(noun):
            return None
        if _is_signing_ceremony(noun):
            return noun
        if lemma in words.signing_nouns or (lemma in words.ratifying_nouns and not grammar.is_verbal(noun)):
            return noun
        if grammar.is_verbal(noun):
            return _signing_before_aside(noun, top.head)
        if lemma in words.heads:
            return None
    return None


def _exchanges_no_text(noun: Token) -> bool:
    """As in "*exchanged views* on the treaty"."""
    things = (t for c in noun.children if c.dep_ in {"dobj", "nsubjpass"} for t in (c, *c.conjuncts))
    return grammar.is_verbal(noun) and any(
        t.lemma_.lower() in instrument_words().exchanged_things for t in things
    )


def _signing_before_aside(verb: Token, of: Token) -> Token | None:
    """As in "announced the *signing*, in the presence of both ministers, *of* a pact": the parser hangs the
    "of" on the verb."""
    told = (c for c in verb.children if c.dep_ in {"dobj", "nsubj", "nsubjpass"} and c.i < of.i)
    signings = [c for c in told if c.lemma_.lower() in instrument_words().signing_nouns]
    if of.dep_ == "conj" and of.i > 0 and of.nbor(-1).lower_ == "and":
        return next(iter(signings), None)  # "witnessed the exchange of a pact, |and of| a memorandum"
    behind_comma = of.head == verb and of.i > 0 and of.nbor(-1).text == ","
    open_still = [c for c in signings if not grammar.prep_objects(c, "of")]
    return next(iter(open_still), None) if behind_comma else None


def _by_wording(noun: Token, verb: Token | None, left: int, right: int) -> Deed | None:
    """As in "finalised *the text* of an agreement": it is still to be signed; "signed the text of" it is."""
    if verb is None or grammar.is_unreal(verb):
        return None
    if _stands_on_work(noun, verb):
        return Deed("planned", f"text:{verb.lemma_}", left, right)
    if noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    action = "planned" if verb.lemma_ == "agree" else action_by(verb)
    if action not in {"signed", "planned"}:
        return None
    if verb.lemma_.lower() in {"publish", "release", "issue", "circulate"}:
        return Deed("existing", f"text:{verb.lemma_}", left, right)
    is_signed = action == "signed" and verb.lemma_.lower() in instrument_words().signed_partnership
    return Deed("signed" if is_signed else "planned", f"text:{verb.lemma_}", left, right)


def _stands_on_work(noun: Token, verb: Token) -> bool:
    """As in "will step up *work on the text* of a treaty", "are *working on* the wording of"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in {"on", "over"}:
        return False
    return noun.head.head.lower_ in {"work", "works", "agreement"} or verb.lemma_ in {"work", "agree"}


def _is_signing_ceremony(noun: Token) -> bool:
    """As in "the *signing ceremony* of the programme"."""
    return noun.lower_ == "ceremony" and grammar.has_child(noun, "compound", "amod", words={"signing"})


def _by_noun(noun: Token, top: Token) -> Deed | None:
    """What the noun of doing tells, with the verb in whose clause it stands."""
    words = instrument_words()
    verb = grammar.governing_verb(noun)
    if verb is not None and grammar.is_unreal(verb) and not _has_not_begun(noun, verb):
        return None
    lemma, rule = noun.lemma_.lower(), f"noun:{noun.lemma_.lower()}"
    left, right = noun.left_edge.i, top.right_edge.i
    from_verb = min(left, verb.i) if verb is not None else left
    if lemma in words.wordings:
        return _by_wording(noun, verb, from_verb, right)
    if lemma in words.ideas:
        return Deed("proposed", rule, from_verb, right) if _is_new_idea(verb, top) else None
    if lemma in _CONSENT:
        return Deed("planned", rule, from_verb, right)
    if lemma in words.planning_nouns:
        return by_talks(noun, verb, right)
    if noun.dep_ == "pobj" and noun.head.head.lemma_ == "term":
        return Deed("existing", rule, left, right)  # "under the terms of the exchange of notes"
    if lemma in words.extending_nouns:
        extended = verb is not None and (action_by(verb) == "signed" or _tells_ratification(verb))
        return Deed("extended", rule, from_verb, right) if extended else extension_ahead(noun, verb, right)
    if lemma in words.proposing or (verb is not None and verb.lemma_.lower() in words.proposing):
        return Deed("proposed", rule, from_verb, right)
    if lemma in words.ratifying_nouns:
        done = verb is not None and (_tells_ratification(verb) or (into_law(verb) and action_by(verb)))
        return Deed("ratified", rule, from_verb, right) if done else ratification_ahead(noun, top)
    return _by_signing(noun, verb, Deed("signed", rule, from_verb, right))


def _has_not_begun(noun: Token, verb: Token) -> bool:
    """As in "*talks* on a pact *have not begun*", "*could begin* in May": the pact is still to come."""
    argument = noun.head == verb and noun.dep_ in {"nsubj", "nsubjpass", "dobj"}
    begins = noun.lemma_.lower() in instrument_words().planning_nouns and verb.lemma_ in _BEGINNING
    denied = grammar.has_child(noun, "det", words={"no"}) or grammar.has_child(
        verb, "mark", words={"if", "unless", "whether"}
    )
    return argument and begins and not denied


def _is_new_idea(verb: Token | None, top: Token) -> bool:
    """As in "floated the *idea of an agreement*"."""
    return verb is not None and grammar.is_indefinite(top)


def _by_signing(noun: Token, verb: Token | None, deed: Deed) -> Deed:
    """What "the signing of" the text tells: done, ahead, put off; `deed` is the widest reading, from the
    verb on."""
    words, left = instrument_words(), noun.left_edge.i
    if verb is not None and _is_put_off(verb):
        return Deed("planned", f"{deed.rule}/put-off", deed.left, deed.right)
    if _is_intention(noun) or _is_striven_for(noun):
        return Deed("planned", deed.rule, left, deed.right)
    hurried = any(t.lower_ in words.hurrying for t in noun.lefts)
    if verb is not None and noun.head == verb and noun.dep_ in {"dobj", "nsubjpass"}:
        hurried = hurried or verb.lemma_.lower() in words.talking_of
    if hurried or (verb is not None and _awaits(verb) and not _has_effect(noun, verb)):
        return Deed("planned", deed.rule, deed.left, deed.right)
    told = verb is not None and noun.dep_ == "dobj" and action_by(verb) == "signed"
    return deed if told else Deed("signed", deed.rule, left, deed.right)


def _is_put_off(verb: Token) -> bool:
    """As in "the signing was *put off*", "was *held up*"; "the ceremony was *held*" is none."""
    held = verb.lemma_ != "hold" or grammar.has_child(verb, "prt", "advmod", words={"up", "back", "over"})
    return verb.lemma_.lower() in instrument_words().postponing and (
        held or any(t.lower_ == "hold" for t in grammar.prep_objects(verb, "on"))
    )


def _tells_ratification(verb: Token) -> bool:
    """As in "*welcomed* the ratification of"."""
    return verb.lemma_.lower() in instrument_words().ratifying_verbs and not grammar.is_planned(verb)


def _is_intention(noun: Token) -> bool:
    """As in "a letter of intent on the *signing* of"."""
    before = noun.doc[max(noun.sent.start, noun.left_edge.i - 4) : noun.left_edge.i]
    near = [*before, *(t for t in noun.ancestors if t.pos_ in {"NOUN", "PROPN"})]
    return any(t.lemma_.lower() in instrument_words().intent_nouns for t in near)


def _is_striven_for(noun: Token) -> bool:
    """As in "work *toward the signing* of", "pave the way *for the signing*", "aim *at its conclusion*"."""
    if noun.dep_ != "pobj":
        return False
    opens, above = noun.head.lower_, noun.head.head.lemma_.lower()
    return opens in {"toward", "towards"} or (opens in {"for", "at", "on"} and above in _STRIVING)


def _awaits(verb: Token) -> bool:
    """As in "the signing of the pact *is expected*", "*will witness* the signing of"."""
    words, lemma = instrument_words(), verb.lemma_.lower()
    fosters = lemma in words.fostering and verb.tag_ == "VB"  # "undertook to support the signing of"
    listed = verb.lemma_ == "be" and any(  # "is on the agenda"
        t.lemma_.lower() in {"agenda", "card", "cards", "programme", "program", "schedule", "table"}
        for t in grammar.prep_objects(verb, "on", "in")
    )
    return fosters or listed or grammar.is_planned(verb) or lemma in words.awaiting


def _has_effect(noun: Token, verb: Token) -> bool:
    """As in "*the signing* of the pact *will strengthen* ties": what is to come is the effect."""
    subject = noun.dep_ == "nsubj" and noun.head == verb
    return subject and verb.lemma_.lower() not in instrument_words().taking_place


def _swallowing_verb(top: Token) -> Token | None:
    """The verb whose argument the parser hung on a preposition: "On 27 July *agreements were signed*", "ended
    with immediate effect *the agreement*"."""
    if top.dep_ == "pobj" and top.head.lower_ in {"on", "in"} and top.head.head.i > top.i:
        verb = top.head.head
        bare = grammar.is_verbal(verb) and grammar.is_passive(verb) and not grammar.has_subject(verb)
        return verb if bare and any(t.like_num for t in top.lefts) else None
    prep = top.head.head if top.dep_ == "appos" and top.head.dep_ == "pobj" else None
    if prep is None or prep.lower_ != "with" or not grammar.is_verbal(prep.head):
        return None
    verb = prep.head
    return verb if action_by(verb) == "terminated" and not grammar.objects_of(verb) else None


def _is_a_text(head: Token) -> bool:
    """As in "reached *an* agreement on trade", "announced *two new* pacts"; not "reached agreement",
    "announced a programme", "reached an agreement *to meet*"."""
    new = grammar.is_indefinite(head) or grammar.has_child(head, "nummod", "amod", "compound", "poss")
    to_do = any(c.dep_ in {"acl", "relcl"} and c.tag_ == "VB" for c in head.children)
    return new and not to_do and head.lemma_.lower() not in instrument_words().schemes


def _is_statement(head: Token) -> bool:
    """As in "announced *the Declaration* on a partnership": by its name, of that day."""
    return head.text[:1].isupper() and head.lemma_.lower() in {
        "declaration",
        "statement",
        "communiqué",
        "vision",
    }


def _gapped(top: Token, head: Token) -> Deed | None:
    """As in "A pact was signed in 2017 and *an arrangement in 2016*", which the parser hangs on the verb."""
    verb = top.head
    if top.dep_ != "conj" or not grammar.is_verbal(verb) or not grammar.is_passive(verb):
        return None
    action = action_by(verb)
    dated = any(c.dep_ == "prep" and c.lower_ in {"in", "on"} for c in top.rights)
    if action is None or action not in TIMED or not dated or not grammar.is_indefinite(head):
        return None
    return Deed(action, f"{action}:{verb.lemma_}/gapped", head.left_edge.i, top.right_edge.i)


def _does_it_itself(top: Token, verb: Token) -> bool:
    """As in "The *declaration* ended the row": what the text does is not done to it."""
    active = top.dep_ == "nsubj" and not grammar.is_passive(verb)
    reaches = verb.lemma_ == "extend"  # "the treaty extends to attacks on ships"
    return active and (reaches or any(o.i > verb.i for o in grammar.direct_objects(verb)))


def _by_verb(top: Token, verb: Token, head: Token) -> Deed | None:
    """As in "signed an *agreement*", "the *agreement* was signed"; `head` may be a later item of a list."""
    action = None if _does_it_itself(top, verb) else action_by(verb)
    if action is None and grammar.is_passive(verb):  # "was agreed *and signed*"
        joined = (c for c in verb.children if c.dep_ == "conj" and not grammar.has_subject(c))
        verb = next((c for c in joined if action_by(c) == "signed"), verb)
        action = action_by(verb)
    if verb.lemma_.lower() in instrument_words().loosely and not (_is_a_text(head) or _is_statement(head)):
        return None
    if action is None:
        told = by_its_kind(top, head) or on_its_way(top, head) or there_is(top, head)
        told = told or fate_of(top, head) or came_of(top, head) or says(top, head)
        return told or had_by_both(top, head) or applied_by_verb(top)
    rule = f"{action}:{verb.lemma_}" + ("/passive" if grammar.is_passive(verb) else "")
    if top not in (head, _counted_by(head)):
        return Deed(action, rule, head.left_edge.i, head.right_edge.i)
    subject = grammar.subject_of(verb)
    beside = subject is not None and subject.sent == verb.sent
    left = min(verb.i, subject.left_edge.i) if subject is not None and beside else verb.i
    near = verb.right_edge.i - verb.i < _LONGEST_CLAUSE
    right = verb.right_edge.i if near else max(verb.i, head.right_edge.i)
    return Deed(action, rule, left, before_clause_beside(verb, head, right))
