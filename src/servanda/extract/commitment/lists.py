"""Items under a line that says what they are: "The ministers agreed to: - train divers; - share charts"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from servanda.codebook.acts import act_words
from servanda.extract import grammar
from servanda.extract.actors import Actor
from servanda.extract.clauses import is_of_other_kind
from servanda.extract.commitment.found import Talk, Undertaking
from servanda.extract.found import is_joint
from servanda.extract.grammar.listed import BULLETS
from servanda.extract.grammar.subjects import FINITE_OR_MODAL

_LEAD = re.compile(r"^(?P<lead>[^\n]{3,300}):[ \t]*$", re.MULTILINE)
_BULLET = f"[{re.escape(''.join(sorted(BULLETS)))}]"
_ITEM = re.compile(rf"\s*(?:{_BULLET}|\(?[0-9a-z]{{1,2}}[.)]|\([ivx]+\))[^\S\n]+(?P<said>\S[^\n]*)")
_HEADING = re.compile(
    r"\b(?:outcomes?|deliverables|decisions?|commitments?|results|agree(?:d|ments?)|undertakings|next steps"
    r"|actions?)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"(?:under|through|with|as part of) (?:the|this|its) (?:new |updated |joint |signed )?(?:[\w-]+ ){0,3}"
    r"(?:agreement|treaty|pact|deal|plan|partnership|memorandum|roadmap|declaration|accord)$",
    re.IGNORECASE,
)
_MOST = 30
"""Items that are read under one line."""
_ACTS = frozenset({"agree", "pledge", "propose", "offer"})
_MODALS = frozenset({"will", "shall"})
_ENDS = " \t.;,"
_OF_OTHER_KINDS = frozenset({"sign", "meet", "visit", "conclude", "hold", "convene", "host"})


def items_under_a_lead(talk: Talk) -> Iterator[Undertaking]:
    """What the items under "agreed to:", "will:" or "Outcomes:" say is to be done."""
    for lead in _LEAD.finditer(talk.analysis.text):
        said = _lead(lead, talk)
        if said is None:
            continue
        for start, end in _items(talk.analysis.text, lead.end()):
            found = _item(start, end, said, talk)
            if found is None and _is_under_a_text(lead):
                found = _clause_of_a_text(start, end, said, talk)
            if found is not None:
                yield found


def _lead(lead: re.Match[str], talk: Talk) -> tuple[str, Actor] | None:
    """The act and the speaker of a line over items; None where it says no act."""
    words = talk.analysis.doc.char_span(lead.start("lead"), lead.end("lead"), alignment_mode="expand")
    if words is None:
        return None
    verb = next((t for t in reversed(words) if _says_an_act(t)), None)
    if verb is not None:
        speaker = talk.speaker_of(verb, grammar.doer_of(verb))
        if not speaker.parties and grammar.is_passive(verb):
            speaker = talk.everybody(verb.idx, "agreed, by all at the table")
        act = act_words().verb_act(verb.lemma_.lower()) or "pledge"
    elif _HEADING.search(lead["lead"]) or _is_under_a_text(lead):
        act, pair = "agree", talk.actors.pair(words[0].idx)
        speaker = Actor(pair if len(pair) > 1 else (), None, True, "of both, by the heading")
    else:
        return None
    if act not in _ACTS or not speaker.parties:
        return None
    return "agree" if is_joint(speaker) and act != "propose" else act, speaker


def _is_under_a_text(lead: re.Match[str]) -> bool:
    """As in "Under the new agreement:"."""
    return _UNDER.match(lead["lead"].strip()) is not None


def _says_an_act(token: Token) -> bool:
    """As in "*agreed* to", "*will*" at the end of the line."""
    if token.pos_ == "VERB" and act_words().verb_act(token.lemma_.lower()) in _ACTS:
        return not grammar.is_unreal(token)
    return token.lower_ in _MODALS and token.doc[token.i + 1].text == ":"


def _items(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Start and end of what each of the items from the offset on says; one of stops alone says nothing."""
    for _ in range(_MOST):
        item = _ITEM.match(text, start)
        if item is None:
            return
        said = item["said"].rstrip(_ENDS).removesuffix(" and").rstrip(_ENDS)
        if said:
            yield item.start("said"), item.start("said") + len(said)
        start = item.end()


def _item(start: int, end: int, said: tuple[str, Actor], talk: Talk) -> Undertaking | None:
    """What one item says, when it begins with what is to be done and tells no event."""
    words = talk.analysis.doc.char_span(start, end, alignment_mode="expand")
    if words is None or not _is_doing(words[0]) or any(t.tag_ in FINITE_OR_MODAL for t in words[1:4]):
        return None
    if words[0].lemma_.lower() in _OF_OTHER_KINDS or is_of_other_kind(words[0]):
        return None
    act, speaker = said
    return Undertaking(
        trigger=words[0],
        speaker=speaker,
        content=(words[0].i, words[-1].i),
        opens=words[0].i,
        rule=f"commitment/item:{words[0].lemma_.lower()}",
        act=act,
        why="an item under what is agreed or to be done",
    )


def _clause_of_a_text(start: int, end: int, said: tuple[str, Actor], talk: Talk) -> Undertaking | None:
    """As in "Under the agreement: - Kenyan *officers will be offered* more places"."""
    words = talk.analysis.doc.char_span(start, end, alignment_mode="expand")
    ahead = next((t.head for t in words if t.lower_ in _MODALS), None) if words is not None else None
    if words is None or ahead is None or is_of_other_kind(ahead) or grammar.is_unreal(ahead):
        return None
    act, speaker = said
    rule = f"commitment/item-will:{ahead.lemma_.lower()}"
    return Undertaking(
        ahead, speaker, (words[0].i, words[-1].i), words[0].i, rule, act, (), "what a text says"
    )


def _is_doing(first: Token) -> bool:
    """As in "*expand* training", "*Expanding* training", "*Expansion* of training"."""
    plain = (
        first.tag_ in {"VB", "VBG", "VBP"} or first.lemma_.lower() in act_words().raising | act_words().giving
    )
    return plain or first.lemma_.lower() in act_words().doings
