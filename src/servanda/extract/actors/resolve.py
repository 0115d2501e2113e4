"""From a noun or pronoun to its actor: a name, "both sides", "his country", "the minister", "he"."""

from __future__ import annotations

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.codebook.places import is_state
from servanda.extract import grammar
from servanda.extract.actors.actor import NOBODY, Actor
from servanda.extract.actors.beside import origins, parties_inside
from servanda.extract.actors.cast import Cast, is_called
from servanda.extract.actors.collective import BOTH, PAIR, PLURAL, SUBJECTS, counted, is_collective
from servanda.extract.actors.he_or_she import he_or_she
from servanda.extract.actors.roles import by_initials, by_role
from servanda.extract.actors.styles import by_style
from servanda.extract.actors.table import Table
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PartyMention
from servanda.extract.quotations import (
    attribution,
    end_of_speaker,
    goes_on_from,
    heads_line,
    is_quoted,
    named_behind,
    subject_beside,
)

_LOOK_BACK = 3
"""Sentences, the last one first, in which those are sought who are meant by "both"."""


class Actors(Table):
    """Resolves mentions of actors in one document, by its people and by who sits at the table."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis)
        self.words = actor_words()
        self._cast = Cast(analysis.people)
        self._memo: dict[int, Actor] = {}
        self._acted: list[tuple[int, Actor]] = []
        self._offices: set[int] = set()
        for sentence in analysis.sentences:
            for token in sentence:
                if _acts(token):
                    self._note_actor(token)

    def _note_actor(self, token: Token) -> None:
        actor = self.resolve(token)
        if actor.person is not None:
            self._cast.note_act(token.idx, actor.person)
            gender = self.words.pronouns.gender_of(token.lower_)
            if gender is not None:
                self._cast.note_pronoun(token.idx, gender, actor.person)
        elif len(actor.parties) == 1 and token.pos_ != "PRON":
            self._acted.append((token.idx, actor))
            if token.lemma_.lower() in self.words.roles:
                self._offices.add(token.idx)

    def acted_last(self, offset: int) -> Actor:
        """The person who acted last before the character offset, in the same paragraph."""
        person = next(iter(self._cast.acted_before(offset)), None)
        return Actor.of(person, f"{person.name}, who spoke last") if person is not None else NOBODY

    def acted_last_of(self, party: str, offset: int) -> Actor:
        """The party, with the one of its people who acted last before the character offset."""
        people = (p for p in self._cast.acted_before(offset) if p.party == party)
        person = next(people, None) or next(
            (p for p in self._cast.named_before(offset) if p.party == party), None
        )
        return Actor((party,), person.name if person else None, False, f"of {party}, the other side")

    def party_acting_before(self, offset: int) -> str | None:
        """The one party that acted last before the character offset, not by a person."""
        before = (actor for start, actor in reversed(self._acted) if start < offset)
        return next((actor.parties[0] for actor in before), None)

    def forget(self) -> None:
        """Resolve anew from here on: tables have been set."""
        self._memo.clear()

    def resolve(self, token: Token | None) -> Actor:
        """The actor that a noun or pronoun stands for, with those joined to it by "and"."""
        if token is None:
            return NOBODY
        parts = [self._resolve_one(t) for t in grammar.with_conjuncts(token)]
        known = [p for p in parts if p.parties]
        return _joined(known) if len(known) > 1 else known[0] if known else parts[0]

    def _resolve_one(self, token: Token) -> Actor:
        if token.i not in self._memo:
            self._memo[token.i] = NOBODY  # what leads back to itself, as in a garbled text, is nobody
            self._memo[token.i] = self._read(token)
        return self._memo[token.i]

    def _read(self, token: Token) -> Actor:
        if self._is_pronoun(token):
            return self._pronoun(token)
        person = self.analysis.person_of(token)
        if person is not None:
            return Actor.of(person, f"named: {person.name}")
        if is_collective(self.analysis, token):
            if len(named := self._named_with(token)) > 1:
                return Actor(named, None, True, f"'{grammar.phrase(token).text[:40]}': all that are named")
            number = counted(token)
            frame = self.seated(token.idx, number)
            frame = self._two_of(frame, token) if number == PAIR else frame
            return Actor(frame, None, True, f"'{grammar.phrase(token).text[:40]}': all at the table")
        return (
            self._of_both(token)
            or by_style(self.analysis, self._cast, token)
            or self._by_owner(token)
            or self._by_seat(token)
            or by_role(self.analysis, self._cast, token)
            or by_initials(self._cast, token)
            or self._by_party(token)
            or self._by_body(token)
            or self._by_delegation(token)
            or NOBODY
        )

    def _named_with(self, token: Token) -> tuple[str, ...]:
        """The states of "the three ministers |of Peru, Chile and Brazil|", whoever sat at the table."""
        whose = grammar.prep_objects(token, "of", "from")
        named = (self.analysis.party_of(noun) for noun in whose)
        return unique(m.code for m in named if m is not None and is_state(m.code))

    def _is_pronoun(self, token: Token) -> bool:
        """As in "they"; "the US" is none."""
        like_one = token.pos_ == "PRON" or token.lower_ in self.words.pronouns.all
        return like_one and self.analysis.party_of(token) is None

    # -- all at the table ----------------------------------------------------------------------------

    def _of_both(self, token: Token) -> Actor | None:
        """As in "planners on *both sides*", "the armed forces of *both countries*"."""
        if token.tag_ not in PLURAL or token.dep_ not in SUBJECTS or parties_inside(self.analysis, token):
            return None
        nouns = grammar.prep_objects(token, "of", "on", "from")
        whose = (n for n in nouns if not parties_inside(self.analysis, n))
        both = (n for n in whose if {t.lower_ for t in n.lefts} & BOTH and is_collective(self.analysis, n))
        noun = next(both, None)
        return self.resolve(noun) if noun is not None else None

    def _two_of(self, frame: tuple[str, ...], token: Token) -> tuple[str, ...]:
        """The two of three or more at the table whom the text tells last: who met two counterparts in turn
        speaks with each alone; in a document of two, those two. Where the sentences up to the last two before
        name one, the other is he of whom the document tells most. All at the table where three are named at
        once."""
        if len(frame) <= PAIR:
            return frame
        if self.is_of_two and set(self.main) <= set(frame):
            return tuple(code for code in frame if code in self.main)
        starts = [s.start_char for s in self.analysis.sentences if s.start_char <= token.idx]
        told: set[str] = set()
        for start in starts[: -_LOOK_BACK - 1 : -1]:
            named = {m.code for m in self.analysis.parties_in(start, token.idx)}
            named |= {p.party for _, p in self.analysis.names_in(start, token.idx) if p.party}
            if len(named & set(frame)) > PAIR:
                break
            told = named & set(frame)
        if len(told) == 1:
            told.update([code for code in self.ranked if code in frame and code not in told][:1])
        return tuple(code for code in frame if code in told) if len(told) == PAIR else frame

    # -- by what stands beside the noun ----------------------------------------------------------------

    def _by_owner(self, token: Token) -> Actor | None:
        """As in "his country", "their side", "her counterpart", "his guest", "the host's army"."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None:
            return None
        holder = self.resolve(owner)
        if self._is_across_the_table(token, holder):
            inside = unique(p for p in parties_inside(self.analysis, token) if p not in holder.parties)
            if len(inside) > 1:
                return Actor(inside, None, True, "counterparts of several states")
            other = inside or self.others(token.idx, holder.parties)
            if len(other) != 1:
                return NOBODY
            return self._named_beside(token, other[0]) or self._one_of(other[0], token, "counterpart")
        if not holder.parties:
            return None
        if token.lemma_.lower() in self.words.others_abroad and (named := origins(self.analysis, token)):
            return Actor(named, None, len(named) > 1, f"{token.text} of {', '.join(named)}")
        together = holder.collective and len(holder.parties) > 1
        return Actor(holder.parties, None, together, f"of {owner.text}: {holder.why}")

    def _named_beside(self, token: Token, party: str) -> Actor | None:
        """As in "his counterpart, *Secretary Perfecto Yasay*", whoever else of that side was named before."""
        end = token.right_edge.idx + len(token.right_edge)
        named = (p for m, p in self.analysis.names_in(token.idx, end) if m.start > token.idx)
        person = next((p for p in named if p.party == party), None)
        return Actor.of(person, f"named: {person.name}") if person is not None else None

    def _is_across_the_table(self, token: Token, holder: Actor) -> bool:
        """As in "her counterpart", "his guest"; "his *German* colleague" too, not "his Cabinet colleague"."""
        lemma = token.lemma_.lower()
        if lemma in self.words.counterparts | self.words.guests | self.words.hosts:
            return True
        named = set(parties_inside(self.analysis, token))
        alone = token.tag_ not in PLURAL and len(list(token.children)) == 1 and token.dep_ in {"dobj", "pobj"}
        met = alone and token.head.lemma_.lower() in self.words.facing
        return lemma in self.words.colleagues and (met or not named <= set(holder.parties))

    def _by_seat(self, token: Token) -> Actor | None:
        """As in "the host", "the guests"."""
        host = self.host_at(token.idx)
        if {token.lemma_.lower(), token.lower_} & self.words.hosts:
            return self._one_of(host, token, "host") if host else NOBODY
        if token.lemma_.lower() in self.words.guests:
            away = [p for p in self.frame(token.idx) if p != host]
            return self._one_of(away[0], token, "guest") if len(away) == 1 else NOBODY
        return None

    def _by_delegation(self, token: Token) -> Actor | None:
        """As in "the delegation expressed": that of the side that came, where the table has but two."""
        plain = all(c.dep_ in {"det", "amod", "case"} for c in token.children)
        if token.lower_ not in self.words.delegations or not plain:
            return None
        if not any(c.lower_ in {"the", "visiting"} for c in token.children):
            return None
        away = [p for p in self.table(token.idx) if p != self.host_at(token.idx)]
        return Actor((away[0],), None, False, "the delegation of the guest") if len(away) == 1 else None

    def _one_of(self, party: str, token: Token, seat: str) -> Actor:
        """The party, with its person when just one of its people has been named before."""
        people = {p.name for p in self._cast.named_before(token.idx) if p.party == party}
        return Actor((party,), people.pop() if len(people) == 1 else None, False, f"the {seat}")

    # -- by the name of a party -------------------------------------------------------------------------

    def _by_party(self, token: Token) -> Actor | None:
        """As in "Japan", "ASEAN"."""
        own = self.analysis.party_of(token) or self._told_before(token)
        return (
            Actor((own.code,), None, False, f"'{self.analysis.text[own.start : own.end]}'") if own else None
        )

    def _told_before(self, token: Token) -> PartyMention | None:
        """As in "the Foundation", "the Bank": the last word of a body's name that was told in full before."""
        alone = (
            token.text[:1].isupper() and token.left_edge.i == token.i - 1 and token.left_edge.lower_ == "the"
        )
        if not alone:
            return None
        text = self.analysis.text
        told = (m for m in self.analysis.parties if m.end < token.idx and m.form in {"body", "institution"})
        return next((m for m in told if text[m.start : m.end].endswith(f" {token.text}")), None)

    def _by_body(self, token: Token) -> Actor | None:
        """As in "the French side", "the Government of Japan", "Viet Nam's ministry", "the ambassadors
        of Norway and Chile"."""
        lemma = token.lemma_.lower()
        several = token.lower_.endswith("s") and token.lower_[:-1] in self.words.roles
        acts = self.words.acts_for_a_state(lemma) or self.words.acts_for_a_state(token.lower_)
        if not (acts or several):
            return None
        parties = parties_inside(self.analysis, token) or origins(self.analysis, token)
        if parties:
            return Actor(parties, None, len(parties) > 1, f"{lemma} of {', '.join(parties)}")
        home = self.analysis.home
        if lemma == "government" and home is not None:
            return Actor((home,), None, False, "the government, in its own country's press")
        if lemma in self.words.cabinets and token.dep_ == "nsubj" and token.head.dep_ == "ccomp":
            return self._of_who_reports(token)
        return (self._by_portfolio(token) or self._at_home(token)) if lemma in self.words.offices else None

    def _of_who_reports(self, token: Token) -> Actor | None:
        """As in "He stressed that *the Administration* intends to help": that of the speaker's state."""
        said = grammar.subject_of(token.head.head)
        speaker = self.resolve(said) if said is not None and said.i < token.i else NOBODY
        if len(speaker.parties) != 1:
            return None
        return Actor(speaker.parties, None, False, f"{token.lower_} of {speaker.why}")

    def _at_home(self, token: Token) -> Actor | None:
        """As in "The Ministry of Health received", in the press of its own state."""
        home, named = self.analysis.home, token.text[:1].isupper() and token.left_edge.lower_ == "the"
        if home is None or not named or not grammar.prep_objects(token, "of"):
            return None
        return Actor((home,), None, False, f"the {token.lower_}, in its own country's press")

    def _by_portfolio(self, token: Token) -> Actor | None:
        """As in "the Department of National Defense", of which one side's Secretary is among the people."""
        of = (t for noun in grammar.prep_objects(token, "of") for t in (*noun.lefts, noun))
        portfolio = {t.lower_ for t in (*token.lefts, *of) if t.dep_ != "det"}
        parties = unique(p.party for p in self.analysis.people if portfolio and is_called(p, portfolio))
        if len(parties) != 1:
            return None
        return Actor(parties, None, False, f"{token.lower_} of a minister of {parties[0]}")

    # -- pronouns ------------------------------------------------------------------------------------

    def _pronoun(self, token: Token) -> Actor:
        if token.lower_ in self.words.pronouns.plural:
            frame = self._two_of(self.table(token.idx), token)
            return Actor(frame, None, True, "they: all at the table") if frame else self._they(token)
        antecedent = grammar.relative_antecedent(token)
        if antecedent is not token:
            return self.resolve(antecedent)
        if token.lower_ in self.words.pronouns.singular:
            return self._it(token)
        if token.lower_ in self.words.pronouns.first:
            return self._we(token)
        actor = he_or_she(self.analysis, self._cast, token)
        return self._nameless(token) if actor == NOBODY else actor

    def _nameless(self, token: Token) -> Actor:
        """ "The Ambassador of Poland arrived. *He* thanked Georgia": who acted last and is told by an office
        alone, in this sentence or the one before."""
        if self.words.pronouns.gender_of(token.lower_) is None:
            return NOBODY
        number = self.analysis.sentence_number(token.idx)
        for offset, actor in reversed(self._acted):
            if offset not in self._offices:
                continue
            if offset < token.idx and number - self.analysis.sentence_number(offset) <= 1:
                return Actor(actor.parties, None, False, f"{token.text}: {actor.why}, who acted last")
        return NOBODY

    def _they(self, token: Token) -> Actor:
        """ "Norwegian officers arrived. *They* met the mayor": the people of one party of whom the sentence
        before tells, where nobody sits at a table."""
        before = self.analysis.sentence_before(token.idx)
        if before is None or token.dep_ not in SUBJECTS or "\n" in before.text:
            return NOBODY
        subject = grammar.subject_of(before.root)
        if subject is None or subject.tag_ not in PLURAL:
            return NOBODY
        actor = self.resolve(subject)
        if actor.collective or len(actor.parties) != 1:
            return NOBODY
        return Actor(actor.parties, None, False, f"{token.text}: {actor.why}, of whom is told before")

    def _it(self, token: Token) -> Actor:
        """The party that acted last, when that was in this sentence or the one before ("Japan said it")."""
        if token.dep_ == "expl":
            return NOBODY
        number = self.analysis.sentence_number(token.idx)
        for offset, actor in reversed(self._acted):
            if offset < token.idx and number - self.analysis.sentence_number(offset) <= 1:
                return Actor(actor.parties, None, False, f"{token.text}: {actor.why}, which acted last")
        return NOBODY

    def _we(self, token: Token) -> Actor:
        """The publisher's side, in a statement in the first person; all in whose names a joint one speaks; in
        a quotation, that of who is quoted."""
        home = self.analysis.home
        if is_quoted(token) or end_of_speaker(token) is not None:
            return self.quoted(token)
        if len(self.signatories) > 1:
            return Actor(self.signatories, None, True, f"{token.text}: those in whose names the text speaks")
        if home is None:
            return NOBODY
        return Actor((home,), None, False, f"{token.text}: the side that publishes")

    def quoted(self, token: Token) -> Actor:
        """Who says the quotation that holds the token, where its paragraph tells it of one person, or who is
        named before a colon at the head of its line."""
        colon = end_of_speaker(token)
        if colon is not None:
            line = self.analysis.text.rfind("\n", 0, colon) + 1
            said = [p for _, p in self.analysis.names_in(line, colon)]
            return Actor.of(said[0], f"{said[0].name}:") if len(said) == 1 else NOBODY
        verb = attribution(token)
        if verb is None:
            before = goes_on_from(token)
            return self._named_by_quotation(token) or (self.quoted(before) if before is not None else NOBODY)
        speaker = self.resolve(subject_beside(verb))
        if len(speaker.parties) != 1:
            return NOBODY
        who = speaker.person or speaker.why
        return Actor(speaker.parties, speaker.person, False, f"{token.text}: {who}, who is quoted")

    def _named_by_quotation(self, token: Token) -> Actor | None:
        """“These ties are strong.” – |Mr Lund|: who is named behind a dash at the end of the line, or before
        the quotation at its head or above it."""
        stretch = named_behind(self.analysis.text, token.idx) or heads_line(token)
        said = [p for _, p in self.analysis.names_in(*stretch)] if stretch is not None else []
        return Actor.of(said[0], f"{said[0].name}, beside the quotation") if len(said) == 1 else None


def _acts(token: Token) -> bool:
    """Whether the token is a subject, or the "by" of a passive verb."""
    return token.dep_ in SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _joined(actors: list[Actor]) -> Actor:
    """As in "the minister and the ambassador": their parties, and the person when there is but one."""
    parties = unique(code for a in actors for code in a.parties)
    people = {a.person for a in actors if a.person}
    person = people.pop() if len(people) == 1 and len(parties) == 1 else None
    return Actor(parties, person, len(parties) > 1, "joined: " + "; ".join(a.why for a in actors))
