"""Whether words said are about cooperation: somebody else than the speaker has to be at the table."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis


def concerns_another(analysis: Analysis, actors: Actors, speaker: Actor, trigger: Token) -> bool:
    """True when the speaker's words concern another party: it is named in the sentence, or the speaker is a
    guest, or an engagement with another party has been told. What a government says to its own people is
    not cooperation."""
    parties = set(speaker.parties)
    if not parties:
        return False
    offset = trigger.idx
    if len(parties) > 1:
        return True
    if not actors.others(offset, parties):
        return False
    sentence = trigger.sent
    named = {m.code for m in analysis.parties_in(sentence.start_char, sentence.end_char)}
    named |= {p.party for _, p in analysis.names_in(sentence.start_char, sentence.end_char) if p.party}
    if named - parties:
        return True
    if analysis.home is not None and analysis.home not in parties:
        return True
    return actors.is_seated(offset)
