"""From a predicate of commitment to the fact: its addressee, fields and due date."""

from __future__ import annotations

from typing import cast

import msgspec

from servanda.codebook.acts import act_words
from servanda.codebook.stances import stance_words
from servanda.extract.clauses import is_together
from servanda.extract.commitment.fields import fields_of
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.commitment.saying import date_of_saying, due_of, evidence_of, is_history
from servanda.extract.facts import Draft
from servanda.extract.gate import concerns_another, parties_named
from servanda.extract.grammar.dependents import forms, lemmas
from servanda.model.facts import Act, Commitment

_OF_POLICY = (
    "commitment/adjective:", "commitment/verb:commit", "commitment/verb:plan", "commitment/verb:intend",
    "commitment/noun:commitment", "commitment/noun:determination", "commitment/noun:dedication",
    "commitment/noun:resolve", "commitment/noun:effort", "commitment/noun:plan", "commitment/noun:intention",
)  # fmt: skip
"""Rules by which a government tells what it has set itself, as often of its own affairs as of common ones."""

_OF_PLANS = ("commitment/verb:plan", "commitment/verb:intend")


def is_of_cooperation(found: Undertaking, talk: Talk) -> bool:
    """Whether another party than the speaker is addressed, named or at the table, and it is no history."""
    if is_history(found, talk):
        return False
    if found.speaker.parties and set(found.addressee) - set(found.speaker.parties):
        return True
    return not _is_own_policy(found, talk) and concerns_another(talk, found)


def _is_own_policy(found: Undertaking, talk: Talk) -> bool:
    """What the publishing side tells the other of its own policy: its "commitment to good governance", with
    no other party, no common doing and nobody from abroad in it."""
    home = talk.analysis.home
    told = found.act == "pledge" and found.rule.startswith(_OF_POLICY)
    if home is None or found.speaker.parties != (home,) or not told:
        return False
    content = found.trigger.doc[found.left : found.right + 1]
    if parties_named(talk.analysis, content) - {home}:
        return False
    abroad = forms(content) | lemmas(content)
    if found.rule.startswith(_OF_PLANS) and abroad & act_words().orders:
        return False
    return not is_together(content.text) and not abroad & (
        act_words().from_abroad | stance_words().across_the_table
    )


def draft_of(found: Undertaking, talk: Talk) -> Draft[Commitment]:
    """The fact itself."""
    analysis = talk.analysis
    content = analysis.quote_tokens(*found.content)
    said = date_of_saying(found, talk)
    is_invitation = found.act == "invite"
    evidence = evidence_of(found, said, talk)
    fact = Commitment(
        document=analysis.document.name,
        source="",
        evidence=(evidence,),
        act=cast(Act, found.act),
        content=content.text,
        speaker=found.speaker.parties,
        by=found.speaker.person,
        addressee=_addressee(found, talk),
        fields=() if _is_to_come(found) else fields_of(content, evidence.start, analysis),
        due=None if is_invitation else due_of(content, said, talk),
        modality="planned",
        rule=found.rule,
        reasons={"speaker": found.speaker.why, "act": found.why or found.rule},
    )
    return Draft(fact, found.trigger.idx)


def _is_to_come(found: Undertaking) -> bool:
    """As in "invited the minister to *visit* Tokyo": that has no fields; "invited firms to invest" has."""
    words = lemmas(found.trigger.doc[found.left : found.right + 1])
    return found.act == "invite" and ("at-the-invitation" in found.rule or bool(words & act_words().coming))


def _addressee(found: Undertaking, talk: Talk) -> tuple[str, ...]:
    """Who is addressed in so many words, else the others at the table."""
    speaker = found.speaker.parties
    if found.addressee or len(speaker) != 1:
        return found.addressee
    return talk.actors.others(talk.analysis.doc[found.left].idx, speaker)


def with_one_invitation(drafts: list[Draft[Commitment]]) -> list[Draft[Commitment]]:
    """The drafts with "at the invitation of X" and the invitation itself, told elsewhere, as one."""
    out: list[Draft[Commitment]] = []
    for draft in drafts:
        same = next((i for i, other in enumerate(out) if _is_same_invitation(draft.fact, other.fact)), None)
        if same is None:
            out.append(draft)
        else:
            out[same] = _joined(out[same], draft.fact)
    return out


def _is_same_invitation(one: Commitment, other: Commitment) -> bool:
    if not one.act == other.act == "invite" or "at-the-invitation" not in one.rule + other.rule:
        return False
    return (one.speaker, one.addressee) == (other.speaker, other.addressee)


def _joined(draft: Draft[Commitment], again: Commitment) -> Draft[Commitment]:
    """The draft with the evidence of the same invitation told again, and the inviter's name from there."""
    fact = draft.fact
    evidence = (*fact.evidence, *again.evidence)
    return Draft(msgspec.structs.replace(fact, evidence=evidence, by=fact.by or again.by), draft.trigger)
