"""From a noun or pronoun to its actor: a name, "both sides", "his country", "the minister", "he"."""

from __future__ import annotations

import re

from spacy.tokens import Token

from servanda.codebook.actors import actor_words
from servanda.extract import grammar
from servanda.extract.actors.actor import NOBODY, Actor
from servanda.extract.actors.cast import Cast, holds, is_called
from servanda.extract.actors.table import Table
from servanda.extract.analysis import Analysis, unique
from servanda.extract.mentions import PartyMention, PersonInText
from servanda.extract.quotations import attribution, end_of_speaker, is_quoted, subject_beside

_PAIR = 2
_OF_OTHERS = frozenset({"partner", "ally", "colleague", "friend", "neighbour", "neighbor"})
"""Whom one has in other states: "our |partners| from Latvia"."""
_LOOK_BACK = 3
"""Sentences, the last one first, in which those are sought who are meant by "both"."""
_LONGEST_LIST = 240
"""Characters of the longest list of states."""
_JOINT = re.compile(r"(?:,|\s|and|the)+")
_OF_ONE_EACH = frozenset(
    {"countries", "states", "nations", "sides", "parties", "leaders", "presidents", "governments"}
)
"""Of the four ministers of a "2+2" two are of one state; of four countries none are."""
_FACING = frozenset({"meet", "receive", "welcome", "host", "greet", "hold"})
"""Verbs of which subject and object, or those behind "with" and "by", are of two sides."""
_COMING = frozenset({"arrive", "land", "travel", "fly"})
_GATHERINGS = frozenset({"Committee", "Meeting", "Conference", "Summit", "Dialogue"})
_TALKS = frozenset(
    {
        "meeting",
        "talks",
        "dialogue",
        "discussions",
        "consultations",
        "summit",
        "session",
        "conference",
        "forum",
    }
)
_JOINT_TEXTS = frozenset({"communiqué", "communique"})
_DECIDING = frozenset({"agree", "decide", "resolve"})
_PRAISING = frozenset({"commend", "thank", "praise", "laud", "applaud", "congratulate", "appreciate"})
_CABINETS = frozenset({"government", "administration"})
_OFFICES = frozenset({"ministry", "department"})
_GROUPS = frozenset({"pair", "duo", "trio", "quartet"})
_NUMBERS = {"three": 3, "four": 4, "five": 5, "trio": 3}
_BOTH = frozenset({"both", "two"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


class Actors(Table):
    """Resolves mentions of actors in one document, by its people and by who sits at the table."""

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis)
        self.words = actor_words()
        self._cast = Cast(analysis.people)
        self._memo: dict[int, Actor] = {}
        self._acted: list[tuple[int, Actor]] = []
        for sentence in analysis.sentences:
            for token in sentence:
                if _acts(token):
                    self._note_actor(token)

    def _note_actor(self, token: Token) -> None:
        actor = self.resolve(token)
        if actor.person is not None:
            self._cast.note_act(token.idx, actor.person)
        elif len(actor.parties) == 1 and token.pos_ != "PRON":
            self._acted.append((token.idx, actor))

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
            self._memo[token.i] = self._read(token)
        return self._memo[token.i]

    def _read(self, token: Token) -> Actor:
        if self._is_pronoun(token):
            return self._pronoun(token)
        person = self.analysis.person_of(token)
        if person is not None:
            return Actor.of(person, f"named: {person.name}")
        if self._is_collective(token):
            counted = _counted(token)
            frame = self.seated(token.idx, counted)
            frame = self._two_of(frame, token) if counted == _PAIR else frame
            return Actor(frame, None, True, f"'{grammar.phrase(token).text[:40]}': all at the table")
        return (
            self._of_both(token)
            or self._by_owner(token)
            or self._by_seat(token)
            or self._by_role(token)
            or self._by_initials(token)
            or self._by_party(token)
            or self._by_body(token)
            or self._by_delegation(token)
            or NOBODY
        )

    def _is_pronoun(self, token: Token) -> bool:
        """As in "they"; "the US" is none."""
        like_one = token.pos_ == "PRON" or token.lower_ in self.words.pronouns.all
        return like_one and self.analysis.party_of(token) is None

    # -- all at the table ----------------------------------------------------------------------------

    def _is_collective(self, token: Token) -> bool:
        """As in "both", "the two sides", "all four ministers", "the parties"."""
        if token.lower_ in {"both", "all"} and token.dep_ in _SUBJECTS:
            return True
        if self._is_the_gathering(token) or self._is_bare_group(token) or _is_joint_text(token):
            return True
        counted = token.tag_ == "CD" and token.lower_ in self.words.collective_openers
        if counted and token.dep_ in _SUBJECTS and any(c.lower_ == "the" for c in token.children):
            return not grammar.prep_objects(token, "of")
        if token.lower_ in _GROUPS and any(c.lower_ == "the" for c in token.children):
            return not self._parties_inside(token) and not grammar.prep_objects(token, "of")
        if token.lower_ not in self.words.collective or token.tag_ not in _PLURAL_TAGS:
            return False
        named = self._parties_inside(token)
        before = {t.lower_ for t in token.doc[max(token.left_edge.i, token.i - 5) : token.i]}
        if before & self.words.collective_openers:
            return len(named) != 1 or bool(before & _BOTH)
        heads = token.lower_ == "heads" and any(
            n.lower_ in {"state", "government", "delegation"} for n in grammar.prep_objects(token, "of")
        )
        heads = heads or token.lower_ in self.words.collective_with_the
        told = "the" in before and not named and heads
        return told and not self._origins(token)

    def _of_both(self, token: Token) -> Actor | None:
        """As in "planners on *both sides*", "the armed forces of *both countries*"."""
        if token.tag_ not in _PLURAL_TAGS or token.dep_ not in _SUBJECTS or self._parties_inside(token):
            return None
        whose = (n for n in grammar.prep_objects(token, "of", "on", "from") if not self._parties_inside(n))
        both = (n for n in whose if {t.lower_ for t in n.lefts} & _BOTH and self._is_collective(n))
        noun = next(both, None)
        return self.resolve(noun) if noun is not None else None

    def _two_of(self, frame: tuple[str, ...], token: Token) -> tuple[str, ...]:
        """The two of three or more at the table whom the text tells last: who met two counterparts in turn
        speaks with each alone. Where the sentences up to the last two before name one, the other is he of
        whom the document tells most. All at the table where three are named at once."""
        if len(frame) <= _PAIR:
            return frame
        starts = [s.start_char for s in self.analysis.sentences if s.start_char <= token.idx]
        told: set[str] = set()
        for start in starts[: -_LOOK_BACK - 1 : -1]:
            named = {m.code for m in self.analysis.parties_in(start, token.idx)}
            named |= {p.party for _, p in self.analysis.names_in(start, token.idx) if p.party}
            if len(named & set(frame)) > _PAIR:
                break
            told = named & set(frame)
        if len(told) == 1:
            told.update([code for code in self.ranked if code in frame and code not in told][:1])
        return tuple(code for code in frame if code in told) if len(told) == _PAIR else frame

    def _is_the_gathering(self, token: Token) -> bool:
        """As in "The Meeting agreed", "the talks decided": all who sit in it."""
        if token.dep_ == "nsubj" and token.lower_ in _TALKS and token.head.lemma_ in _DECIDING:
            return token.left_edge.lower_ == "the"
        said = token.dep_ == "nsubj" and token.text in _GATHERINGS and token.left_edge.lower_ == "the"
        return said and token.i == token.left_edge.i + 1 and token.right_edge == token

    def _is_bare_group(self, token: Token) -> bool:
        """As in "Ministers welcomed the progress", written without an article."""
        alone = token.left_edge == token and token.dep_ in _SUBJECTS and token.text[:1].isupper()
        known = token.lower_ in self.words.collective_bare and token.tag_ in _PLURAL_TAGS | {"NNP"}
        return alone and known and not grammar.prep_objects(token, "of", "from")

    # -- by what stands beside the noun ----------------------------------------------------------------

    def _parties_inside(self, token: Token) -> tuple[str, ...]:
        """The parties before a noun: "the *French* minister"."""
        span = self.analysis.offsets(token.left_edge.i, token.i)
        return unique(m.code for m in self.analysis.parties_in(*span))

    def _parties_behind(self, token: Token) -> tuple[str, ...]:
        """The party in "Minister of Defence of Viet Nam", "head of the Lisbon government": through any chain
        of "of" and "for"."""
        for noun in grammar.prep_objects(token, "of", "for"):
            own = self.analysis.party_of(noun)
            found = (own.code,) if own is not None else self._parties_behind(noun)
            if not found and noun.lemma_.lower() in self.words.bodies_of_state:
                found = self._parties_inside(noun)
            if found:
                return found
        return ()

    def _by_owner(self, token: Token) -> Actor | None:
        """As in "his country", "their side", "her counterpart", "his guest", "the host's army"."""
        owner = next((c for c in token.children if c.dep_ == "poss"), None)
        if owner is None:
            return None
        holder = self.resolve(owner)
        if self._is_across_the_table(token, holder):
            inside = unique(p for p in self._parties_inside(token) if p not in holder.parties)
            other = inside or self.others(token.idx, holder.parties)
            return self._one_of(other[0], token, "counterpart") if len(other) == 1 else NOBODY
        if not holder.parties:
            return None
        if token.lemma_.lower() in _OF_OTHERS and (named := self._origins(token)):
            return Actor(named, None, len(named) > 1, f"{token.text} of {', '.join(named)}")
        together = holder.collective and len(holder.parties) > 1
        return Actor(holder.parties, None, together, f"of {owner.text}: {holder.why}")

    def _is_across_the_table(self, token: Token, holder: Actor) -> bool:
        """As in "her counterpart", "his guest"; "his *German* colleague" too, not "his Cabinet colleague"."""
        lemma = token.lemma_.lower()
        if lemma in self.words.counterparts | self.words.guests | self.words.hosts:
            return True
        return lemma in self.words.colleagues and not set(self._parties_inside(token)) <= set(holder.parties)

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

    def _by_role(self, token: Token) -> Actor | None:
        """As in "the Ambassador", "the French minister": the person named last who has that role."""
        lemma = token.lemma_.lower()
        if token.tag_ in _PLURAL_TAGS or lemma not in self.words.roles:
            return None
        parties = self._parties_inside(token) or self._parties_behind(token)
        posts = self.words.posts_of(lemma, self._words_beside(token))
        people = self._cast.named_before(token.idx)
        if not parties and (lemma in self.words.heads or _is_prime(token)):
            people.sort(key=lambda p: p.party != self.analysis.home)
        if not parties:
            facing = self._facing(token)
            called = _title(token)
            people.sort(key=lambda p: (p.party in facing, not is_called(p, called), _is_higher(p, lemma)))
        for person in people:
            if _is_higher(person, lemma) and _has_portfolio(token) and not is_called(person, _title(token)):
                continue  # "the Foreign Minister" is no prime minister
            if (not parties or person.party in parties) and holds(person, posts):
                return Actor.of(person, f"the {lemma} last named: {person.name}")
        if len(parties) == 1:
            return Actor(parties, None, False, f"{lemma} of {parties[0]}")
        return None if parties else self._head_at_home(token, lemma)

    def _head_at_home(self, token: Token, lemma: str) -> Actor | None:
        """As in "The President thanked Japan", whom the press of his own state need not name."""
        home = self.analysis.home
        leads = lemma == "president" or (lemma == "minister" and _is_prime(token))
        plain = token.text[:1].isupper() and token.left_edge.lower_ == "the" and token.right_edge == token
        if home is None or not leads or not plain or grammar.possessor_of(token) is not None:
            return None
        return Actor((home,), None, False, f"the {lemma}, in his own country's press")

    def _by_initials(self, token: Token) -> Actor | None:
        """As in "the COAS", after "Chief of Army Staff (COAS) General X"."""
        if not token.text.isupper() or len(token.text) < _PAIR:
            return None
        told = f"({token.text})"
        named = self._cast.named_before(token.idx)
        holder = next(
            (p for p in named if p.post and (told in p.post or token.text in _initials(p.post))), None
        )
        return Actor.of(holder, f"{token.text}: {holder.name}") if holder is not None else None

    def _words_beside(self, token: Token) -> list[str]:
        """ "prime" of "the Prime Minister", "government" of "the head of government"."""
        return [t.lower_ for t in (*token.children, *grammar.prep_objects(token, "of"))]

    def _facing(self, token: Token) -> set[str]:
        """The sides of those named in the clause whom "the minister" meets: he is hardly of theirs. Nor is
        he of the state that he comes to: "the minister *arrived* in Oslo"."""
        verb = token.head
        if verb.lemma_.lower() in _COMING and token.dep_ == "nsubj":
            goals = (self.analysis.party_of(t) for t in grammar.prep_objects(verb, "in", "at", "to", "for"))
            return {goal.code for goal in goals if goal is not None}
        if token.dep_ not in {"nsubj", "dobj", "nsubjpass"} or verb.lemma_.lower() not in _FACING:
            return set()
        around = [c for c in verb.children if c.i != token.i and c.dep_ in {"nsubj", "dobj", "prep", "agent"}]
        nouns = [n for c in around for n in ((c,) if c.dep_ not in {"prep", "agent"} else c.children)]
        people = [p for n in nouns if (p := self.analysis.person_of(n)) is not None]
        return {person.party for person in people if person.party}

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
        parties = self._parties_inside(token) or self._origins(token)
        if parties:
            return Actor(parties, None, len(parties) > 1, f"{lemma} of {', '.join(parties)}")
        home = self.analysis.home
        if lemma == "government" and home is not None:
            return Actor((home,), None, False, "the government, in its own country's press")
        if lemma in _CABINETS and token.dep_ == "nsubj" and token.head.dep_ == "ccomp":
            return self._of_who_reports(token)
        return (self._by_portfolio(token) or self._at_home(token)) if lemma in _OFFICES else None

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

    def _origins(self, token: Token) -> tuple[str, ...]:
        """As in "experts *from Japan*", "the Ministry *of Defence of Viet Nam*"."""
        nouns = grammar.prep_objects(token, "of", "from")
        named = [m for m in map(self._party_near, nouns) if m is not None]
        return unique(m.code for m in (*named, *self._listed(named)))

    def _listed(self, named: list[PartyMention]) -> list[PartyMention]:
        """All of a list of which the parse joins only some: "of Norway, |Sweden| and Finland"."""
        if not named:
            return []
        start = min(m.start for m in named)
        behind = self.analysis.parties_in(start, min(start + _LONGEST_LIST, len(self.analysis.text)))
        listed = behind[:1]
        for mention in behind[1:]:
            if not _JOINT.fullmatch(self.analysis.text[listed[-1].end : mention.start]):
                break
            listed.append(mention)
        return listed if len(listed) > 1 else []

    def _party_near(self, noun: Token) -> PartyMention | None:
        """The party that a noun names, or the first one in what hangs on it."""
        named = (self.analysis.party_of(t) for t in (noun, *noun.subtree))
        return next((m for m in named if m is not None), None)

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
        return self._he_or_she(token)

    def _joined_with(self, token: Token) -> PersonInText | None:
        """ "General X and *his* entourage": X, who is named right before."""
        owned = token.head if token.dep_ == "poss" else None
        return self.analysis.person_of(owned.head) if owned is not None and owned.dep_ == "conj" else None

    def _doer_beside(self, token: Token) -> PersonInText | None:
        """X in "X called on *her*": whom somebody acts on is another than who acts."""
        above = token.head.head if token.dep_ == "pobj" else token.head
        if above.dep_ == "dobj":  # "held talks with |him|"
            above = above.head
        acted_on = token.dep_ in {"pobj", "dobj", "dative"} and not token.lower_.endswith("self")
        subject = grammar.subject_of(above) if acted_on and above.pos_ == "VERB" else None
        return self.analysis.person_of(subject) if subject is not None else None

    def _praised_beside(self, token: Token) -> set[str]:
        """BR in "*She* commended Brazil": nobody praises the own side."""
        if token.dep_ != "nsubj" or token.head.lemma_.lower() not in _PRAISING:
            return set()
        praised = (t for c in token.head.children if c.dep_ == "dobj" for t in (c, *c.lefts))
        return {m.code for t in praised if (m := self.analysis.party_of(t)) is not None}

    def _named_ahead(self, token: Token) -> PersonInText | None:
        """ "During *his* visit to Oslo, President X met": X, where the phrase opens the sentence."""
        if token.dep_ != "poss" or self.analysis.names_in(token.sent.start_char, token.idx):
            return None
        verb = grammar.governing_verb(token.head)
        subject = grammar.subject_of(verb) if verb is not None else None
        opens = subject is not None and token.head.i < subject.left_edge.i and subject.sent == token.sent
        return self.analysis.person_of(subject) if subject is not None and opens else None

    def _they(self, token: Token) -> Actor:
        """ "Norwegian officers arrived. *They* met the mayor": the people of one party of whom the sentence
        before tells, where nobody sits at a table."""
        number = self.analysis.sentence_number(token.idx)
        before = self.analysis.sentences[number - 1] if number else None
        if before is None or token.dep_ not in _SUBJECTS or "\n" in before.text:
            return NOBODY
        subject = grammar.subject_of(before.root)
        if subject is None or subject.tag_ not in _PLURAL_TAGS:
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
        speaker = self.resolve(subject_beside(verb)) if verb is not None else NOBODY
        if speaker.person is None or len(speaker.parties) != 1:
            return NOBODY
        return Actor(speaker.parties, speaker.person, False, f"{token.text}: {speaker.person}, who is quoted")

    def _named_in_clause_above(self, token: Token) -> PersonInText | None:
        """ "It follows the visit of |Mr X| to Oslo, when *he* met": the one of whom the clause above tells,
        where somebody or something else is its subject."""
        if token.head.dep_ not in {"relcl", "advcl"} or token.dep_ not in _SUBJECTS:
            return None
        start = token.sent.start_char
        before = {p.name: p for _, p in self.analysis.names_in(start, token.idx)}
        acts = any(start <= at < token.idx for at in self._cast.acts())
        return next(iter(before.values())) if len(before) == 1 and not acts else None

    def _he_or_she(self, token: Token) -> Actor:
        """The person of that gender who acted last, else who was named last."""
        gender = self.words.pronouns.gender_of(token.lower_)
        if gender is None:
            return NOBODY
        joined = self._joined_with(token)
        if joined is not None:
            return Actor.of(joined, f"{token.text}: {joined.name}, with whom it is joined")
        ahead = self._named_ahead(token)
        if ahead is not None and ahead.gender in {gender, None}:
            return Actor.of(ahead, f"{token.text}: {ahead.name}, who acts in the clause that it opens")
        doer = self._doer_beside(token)
        praised = self._praised_beside(token)
        here = self._named_in_clause_above(token)
        if here is not None and here != doer and here.gender in {gender, None}:
            return Actor.of(here, f"{token.text}: {here.name}, of whom the sentence tells")
        for person in self._cast.acted_before(token.idx):
            if person.gender in {gender, None} and person != doer and person.party not in praised:
                return Actor.of(person, f"{token.text}: {person.name}, who acted last")
        for person in self._cast.named_before(token.idx):
            if person.gender in {gender, None} and person != doer:
                return Actor.of(person, f"{token.text}: {person.name}, named last")
        return NOBODY


def _is_prime(token: Token) -> bool:
    """As in "the *Prime* Minister"."""
    return token.i > 0 and token.nbor(-1).lower_ == "prime"


def _initials(post: str) -> set[str]:
    """ "COAS" and "CAS" of "Chief of Army Staff"."""
    words = [w for w in re.findall(r"[A-Za-z]+", post) if w not in {"the", "and"}]
    return {"".join(w[0] for w in words).upper(), "".join(w[0] for w in words if w[0].isupper())}


def _title(token: Token) -> set[str]:
    """ "defence" and "minister" of "the Defence Minister"."""
    return {t.lower_ for t in (*token.lefts, token) if t.dep_ == "compound" or t.i == token.i}


def _is_higher(person: PersonInText, lemma: str) -> bool:
    """Whether a prime minister is called "the minister": only where there is no other."""
    return lemma == "minister" and "prime minister" in (person.post or "").lower()


def _has_portfolio(token: Token) -> bool:
    """As in "the Foreign Minister", "the Minister of Defence"."""
    before = token.doc[token.i - 1] if token.i > token.sent.start else token
    named = before.head == token and before.dep_ in {"compound", "amod"} and before.text[:1].isupper()
    return (named and before.lower_ != "prime") or bool(grammar.prep_objects(token, "of", "for"))


def _is_joint_text(token: Token) -> bool:
    """As in "The *joint statement* condemns": what all at the table say in writing."""
    if token.dep_ not in _SUBJECTS or token.left_edge.lower_ not in {"the", "their", "a"}:
        return False
    joint = any(c.lower_ == "joint" for c in token.children)
    return token.lower_ in _JOINT_TEXTS or (joint and token.lower_ in {"statement", "declaration", "release"})


def _counted(token: Token) -> int:
    """How many parties the words before a plural tell: 3 for "all three ministers", 2 where none does."""
    before = token.doc[max(token.left_edge.i, token.i - 5) : token.i + 1]
    number = max((_NUMBERS.get(t.lower_, _PAIR) for t in before), default=_PAIR)
    return number if token.lower_ in _OF_ONE_EACH or number % _PAIR else _PAIR


def _acts(token: Token) -> bool:
    """Whether the token is a subject, or the "by" of a passive verb."""
    return token.dep_ in _SUBJECTS or (token.dep_ == "pobj" and token.head.dep_ == "agent")


def _joined(actors: list[Actor]) -> Actor:
    """As in "the minister and the ambassador": their parties, and the person when there is but one."""
    parties = unique(code for a in actors for code in a.parties)
    people = {a.person for a in actors if a.person}
    person = people.pop() if len(people) == 1 and len(parties) == 1 else None
    return Actor(parties, person, len(parties) > 1, "joined: " + "; ".join(a.why for a in actors))
