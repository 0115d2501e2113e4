"""Invitations: "invited the minister to visit", "at the invitation of X", "extended an invitation to X"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.codebook.grammar import grammar_words
from servanda.extract import grammar
from servanda.extract.actors import NOBODY, Actor
from servanda.extract.analysis import unique
from servanda.extract.commitment.found import Talk, Undertaking, content_of, is_denied, opens_at
from servanda.extract.commitment.owners import giver_to, is_handed
from servanda.extract.grammar.dependents import first_child, has_preposition

# -- "invited" ---------------------------------------------------------------------------------------


def verb_of_invitation(verb: Token, talk: Talk, speaker: Actor) -> Undertaking | None:
    """An invitation to come; to do something else, of nobody that we know, it is a request."""
    target = first_child(verb, "dobj", "nsubjpass", "dative")
    inner = first_child(verb, "xcomp", "ccomp", "advcl", after=verb.i)
    if target is None and inner is not None:
        target = first_child(inner, "nsubj")
    guest_before = _guest_before(verb, target)
    content = _content(verb, inner, target) if guest_before is None else grammar.clause_bounds(verb)
    if content is None:
        return None
    guest = talk.actors.resolve(guest_before or target)
    return Undertaking(
        trigger=verb,
        speaker=speaker,
        content=content,
        opens=opens_at(verb, grammar.doer_of(verb)),
        rule="commitment/verb:invite",
        act="invite" if guest.parties or guest_before or _is_to_come(verb, inner, guest) else "request",
        addressee=unique(p for p in guest.parties if p not in speaker.parties),
    )


def _guest_before(verb: Token, target: Token | None) -> Token | None:
    """As in "*the minister*, whom Japan *invited*", "*The minister* is in Tokyo, *invited* by Japan"."""
    if target is not None:
        return verb.head if target.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl" else None
    participle = verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBN" and grammar.agent_of(verb) is not None
    return (verb.head if verb.dep_ == "acl" else grammar.subject_of(verb.head)) if participle else None


def _content(verb: Token, inner: Token | None, target: Token | None) -> tuple[int, int] | None:
    """As in "invited *the minister to Tokyo*", "invited the minister to *visit Tokyo*"."""
    if inner is not None:
        return content_of(inner)
    if target is None:
        return None
    return target.left_edge.i, grammar.trim_right(verb.doc, verb.i, verb.right_edge.i)


def _is_to_come(verb: Token, inner: Token | None, guest: Actor) -> bool:
    """As in "to *visit*", "*to Tokyo*", or just "invited *the minister*"."""
    if inner is not None:
        return inner.lemma_.lower() in act_words().coming
    return guest.person is not None or has_preposition(verb, "to", "for")


def invited_by_the_other_side(verb: Token, talk: Talk) -> Undertaking | None:
    """As in "The minister *has been invited* to see the yards": by whom is not said, so by the
    other of the two at the table, where he is to come there; to a third place others may invite."""
    guest = talk.actors.resolve(grammar.subject_of(verb))
    hosts = talk.actors.others(verb.idx, guest.parties) if len(guest.parties) == 1 else ()
    if len(hosts) != 1 or grammar.is_planned(verb) or verb.dep_ in {"acl", "relcl", "amod"}:
        return None
    inner = first_child(verb, "xcomp", "ccomp", "advcl", after=verb.i)
    left, right = content_of(inner) if inner is not None else (verb.i + 1, grammar.clause_bounds(verb)[1])
    named = {m.code for m in talk.analysis.parties_in(*talk.analysis.offsets(left, right))}
    stays = inner.lemma_.lower() in act_words().coming_to_see if inner is not None else hosts[0] in named
    if not stays or named - {*hosts, *guest.parties}:
        return None
    host = Actor(hosts, None, False, "the side that is not invited")
    opens = opens_at(verb, grammar.subject_of(verb))
    rule = "commitment/passive:invite"
    return Undertaking(verb, host, (left, right), opens, rule, "invite", guest.parties)


# -- "invitation" ------------------------------------------------------------------------------------


def noun_of_invitation(noun: Token, verb: Token | None, talk: Talk) -> Undertaking | None:
    """The invitation that a noun names, voiced by `verb`."""
    host = _host(noun, talk)
    if host.parties and _follows_invitation(noun):
        return _at_the_invitation(noun, host, talk)
    if verb is None or is_denied(verb) or verb.lemma_.lower() in grammar_words().denying_verbs:
        return None
    return _extended(noun, verb, host, talk)


def _host(noun: Token, talk: Talk) -> Actor:
    """As in "the invitation *of Japan*", "*Japan's* invitation", "an invitation *extended by Japan*"."""
    owners = grammar.prep_objects(noun, "of", "from", "by") + [c for c in noun.children if c.dep_ == "poss"]
    given = (c for c in noun.children if c.dep_ == "acl" and c.lemma_ in act_words().inviting)
    owners += [agent for clause in given if (agent := grammar.agent_of(clause)) is not None]
    told = _named_behind(noun, talk) or next((h for h in map(talk.actors.resolve, owners) if h.parties), None)
    return told or NOBODY


def _named_behind(noun: Token, talk: Talk) -> Actor | None:
    """As in "the invitation *of Foreign Minister X*, General Y will": who is named right behind, whatever the
    parser joins to "of"."""
    link = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    if link.lower_ not in {"of", "from", "by"}:
        return None
    named = talk.analysis.names_in(link.idx, noun.sent.end_char)
    between = noun.doc.text[link.idx + len(link) : named[0][0].whole_start] if named else ","
    return Actor.of(named[0][1], "named behind it") if between.strip() in {"", "the", "his"} else None


def _follows_invitation(noun: Token) -> bool:
    """As in "*at the invitation* of", "*following* an *invitation* by", "in response to an *invitation*"."""
    link = noun.head
    if link.dep_ == "prep" and link.lower_ in {"at", "on", "upon", "following"}:
        return True
    return link.lower_ == "to" and link.head.lower_ == "response" and noun.dep_ == "pobj"


def _at_the_invitation(noun: Token, host: Actor, talk: Talk) -> Undertaking:
    """What is done at somebody's invitation is what was invited to."""
    clause = grammar.governing_verb(noun)
    start, end = grammar.clause_bounds(clause) if clause is not None else (noun.sent.start, noun.sent.end - 1)
    left = min(start, noun.head.i)
    right = grammar.trim_right(noun.doc, noun.i, max(end, noun.right_edge.i))
    guests = talk.actors.others(noun.idx, host.parties)
    return Undertaking(noun, host, (left, right), left, "commitment/at-the-invitation", "invite", guests)


def _extended(noun: Token, verb: Token, host: Actor, talk: Talk) -> Undertaking | None:
    """As in "extended an invitation to the minister to visit", "accepted the invitation of Japan"."""
    nobody_invites = not host.parties and _giving_clause(noun) is None
    if verb.lemma_ in act_words().accepting and nobody_invites and not _is_accepted_to_come(noun, verb):
        return None
    giver = host if host.parties or not is_handed(noun, verb) else giver_to(verb, talk)
    giver = giver if giver.parties else _giver(noun, verb, host, talk)
    guest = _guest(noun, verb, giver, talk)
    if not giver.parties and guest.parties:
        left_over = talk.actors.others(noun.idx, guest.parties)
        giver = Actor(left_over, None, False, "the side that is not invited")
    giver = _of_the_country(giver, noun, talk)
    if guest.parties == giver.parties:
        guest = Actor(talk.actors.others(noun.idx, giver.parties), None, False, "the side that is invited")
    if len(giver.parties) != 1:
        return None
    right = grammar.trim_right(noun.doc, noun.i, max(noun.right_edge.i, verb.right_edge.i))
    content = (noun.left_edge.i, right)
    opens = opens_at(verb, grammar.subject_of(verb))
    return Undertaking(noun, giver, content, opens, "commitment/invitation", "invite", guest.parties)


def _of_the_country(giver: Actor, noun: Token, talk: Talk) -> Actor:
    """One who invites *to visit Peru* is of Peru, where it is one of the two at the table."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"} and c.lemma_ == "visit")
    named = (talk.analysis.party_of(t) for c in clauses for t in grammar.direct_objects(c))
    country = next((m.code for m in named if m is not None), None)
    if country is None or giver.parties == (country,) or country not in talk.actors.pair(noun.idx):
        return giver
    return Actor((country,), giver.person, False, f"who invites to visit {country}")


def _is_accepted_to_come(noun: Token, verb: Token) -> bool:
    """As in "accepted an invitation *to visit Paris*": from the other side at the table."""
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"})
    return verb.lemma_ == "accept" and any(c.lemma_.lower() in act_words().coming for c in clauses)


def _giver(noun: Token, verb: Token, host: Actor, talk: Talk) -> Actor:
    """Who invites: "*Japan* extended an invitation", "the invitation *that Japan sent*", "*Japan's*"."""
    clause = _giving_clause(noun)
    if clause is None and verb.lemma_ in act_words().accepting:
        thanks = _thanks_for(verb)
        return host if host.parties or thanks is None else talk.actors.resolve(grammar.subject_of(thanks))
    named = grammar.doer_of(verb) if clause is None else grammar.subject_of(clause)
    giver = talk.actors.resolve(named)
    return giver if giver.parties and not giver.collective else host


def _thanks_for(verb: Token) -> Token | None:
    """As in "*thanked* the president for *accepting* the invitation": he who is thanked accepts
    it, and he who thanks invites."""
    under_for = verb.dep_ == "pcomp" and verb.head.lower_ == "for"
    thanks = verb.head.head if under_for else None
    return thanks if thanks is not None and thanks.lemma_ == "thank" else None


def _giving_clause(noun: Token) -> Token | None:
    """As in "the invitation *that Japan sent*"."""
    clauses = (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.lemma_ in act_words().inviting)
    return next((c for c in clauses if first_child(c, "nsubj") is not None), None)


def _guest(noun: Token, verb: Token, giver: Actor, talk: Talk) -> Actor:
    """Who is invited: "an invitation *to the minister*", "an invitation for *him* to visit"."""
    named = [t for word in (noun, verb) for t in grammar.prep_objects(word, "to", "for")]
    clauses = (c for c in noun.children if c.dep_ in {"acl", "relcl"})
    named += [t for clause in clauses for t in clause.children if t.dep_ == "nsubj"]
    if verb.lemma_ in act_words().accepting:
        thanks = _thanks_for(verb)
        by = grammar.subject_of(verb) if thanks is None else first_child(thanks, "dobj")
        named += [by] if by is not None else []
    guests = (talk.actors.resolve(t) for t in named)
    return next((g for g in guests if g.parties and g.parties != giver.parties), NOBODY)
