"""Scores a run against a coded set: found, typed and full, by kind and by property.

found  a predicted and a coded fact of one kind share evidence (at least 30 % of the shorter)
typed  found, and type, act, action, status (those that are coded) are equal
full   typed, and parties (or speaker, holder) and date, period, number are equal where coded

Pairs are one to one, best first. A fact coded as optional may be read or left: it counts neither as
missed nor, when read, as spurious.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from servanda.evaluate import compare
from servanda.evaluate.coded import Coded
from servanda.evaluate.compare import PlainFact
from servanda.model.facts import KINDS

_ENOUGH_SHARED = 0.3
_COMPARED = (*compare.SETS, *compare.NAMES, *compare.WORDS, *compare.EXACT)
Pair = tuple[int, int]


class Rate(msgspec.Struct, frozen=True):
    """Precision, recall and their harmonic mean, with the counts behind them."""

    p: float
    r: float
    f1: float
    hits: int
    gold: int
    predicted: int

    @classmethod
    def of(cls, hits: int, gold: int, predicted: int) -> Rate:
        """The rates of `hits` among `gold` coded and `predicted` found facts; 0 where there are none."""
        p, r = (hits / predicted if predicted else 0.0), (hits / gold if gold else 0.0)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return cls(round(p, 3), round(r, 3), round(f1, 3), hits, gold, predicted)


class Share(msgspec.Struct, frozen=True):
    """Of the found pairs whose coded fact states a property: how many predicted the same."""

    agree: int
    of: int
    share: float


class Difference(msgspec.Struct, frozen=True, omit_defaults=True):
    """One fact that keeps a run from a full score. `missed`: coded only; `spurious`: predicted only;
    `differs`: found, but not full."""

    document: str
    problem: Literal["missed", "spurious", "differs"]
    coded: PlainFact | None = None
    predicted: PlainFact | None = None


class Scores(msgspec.Struct, frozen=True):
    """The scores of a run. `kinds` has "all" and each kind of fact with found, typed and full;
    `person` found and full; `properties` is keyed "kind.property"."""

    documents: int
    kinds: dict[str, dict[str, Rate]]
    person: dict[str, Rate]
    properties: dict[str, Share]
    differences: tuple[Difference, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Plain types, in the form of the guidelines' own scorer; differences left out."""
        form = {"documents": self.documents, **self.kinds, "person": self.person}
        plain: dict[str, object] = msgspec.to_builtins(form | {"properties": self.properties})
        return plain


def score(
    coded: Sequence[Coded],
    predicted: Mapping[str, Sequence[PlainFact]],
    texts: Mapping[str, str],
) -> Scores:
    """Compare the predicted facts and people of each coded document, keyed by `doc_id`, with its coding.

    `texts` is needed where coded evidence is a quotation: one that cannot be looked up is never found.
    Predictions for documents that nobody coded are left out of account.
    """
    tally = _Tally()
    for document in coded:
        lines = predicted.get(document.doc_id, ())
        tally.add_facts(document, [f for f in lines if f.get("kind") in KINDS], texts.get(document.doc_id))
        tally.add_people(document.people, [f for f in lines if f.get("kind") == "person"])
    return tally.scores(len(coded))


def match(
    coded: Sequence[PlainFact], predicted: Sequence[PlainFact], text: str | None
) -> list[tuple[int, int]]:
    """One-to-one pairs (index of the coded, index of the predicted fact) of one kind, most alike first."""
    there = [compare.evidence_of(fact, text) for fact in coded]
    here = [compare.evidence_of(fact, text) for fact in predicted]
    ranked: list[tuple[float, Pair]] = []
    for i, want in enumerate(coded):
        for j, have in enumerate(predicted):
            shared = compare.overlap(there[i], here[j]) if want["kind"] == have["kind"] else 0.0
            if shared >= _ENOUGH_SHARED:
                alike = 4 * compare.is_full(want, have) + 2 * compare.is_typed(want, have)
                ranked.append((alike + shared, (i, j)))
    ranked.sort(key=lambda entry: -entry[0])
    left, right, chosen = set[int](), set[int](), list[Pair]()
    for _, (i, j) in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


class _Tally:
    """Counts over documents; `scores` turns them into rates."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)
        self._agreed: Counter[str] = Counter()
        self._stated: Counter[str] = Counter()
        self._differences: list[Difference] = []

    def add_facts(self, document: Coded, predicted: Sequence[PlainFact], text: str | None) -> None:
        coded = document.facts
        pairs = match(coded, predicted, text)
        may = {i for i, fact in enumerate(coded) if fact.get("optional")}
        read_may = {j for i, j in pairs if i in may}
        counted = [(i, j) for i, j in pairs if i not in may]
        self._count("gold", (fact for i, fact in enumerate(coded) if i not in may))
        self._count("predicted", (fact for j, fact in enumerate(predicted) if j not in read_may))
        self._count("found", (coded[i] for i, _ in counted))
        self._count("typed", (coded[i] for i, j in counted if compare.is_typed(coded[i], predicted[j])))
        self._count("full", (coded[i] for i, j in counted if compare.is_full(coded[i], predicted[j])))
        for i, j in counted:
            self._compare(coded[i], predicted[j])
        self._note_differences(document, predicted, counted, may, read_may)

    def add_people(self, coded: Sequence[PlainFact], predicted: Sequence[PlainFact]) -> None:
        counts = self._counts["person"]
        counts["gold"] += len(coded)
        counts["predicted"] += len(predicted)
        left = list(predicted)
        for want in coded:
            have = next((h for h in left if compare.same_name(want["name"], h.get("name", ""))), None)
            if have is None:
                continue
            left.remove(have)
            counts["found"] += 1
            counts["full"] += all(_same_of_person(p, want, have) for p in ("party", "post"))
            for prop in ("rank", "post", "party"):
                if want.get(prop):
                    self._agreed[f"person.{prop}"] += _same_of_person(prop, want, have)
                    self._stated[f"person.{prop}"] += 1

    def scores(self, documents: int) -> Scores:
        everything: Counter[str] = Counter()
        for kind in KINDS:
            everything.update(self._counts[kind])
        by_kind = {"all": everything} | {kind: self._counts[kind] for kind in KINDS}
        return Scores(
            documents=documents,
            kinds={kind: _rates(counts, ("found", "typed", "full")) for kind, counts in by_kind.items()},
            person=_rates(self._counts["person"], ("found", "full")),
            properties={
                name: Share(self._agreed[name], of, round(self._agreed[name] / of, 3))
                for name, of in sorted(self._stated.items())
            },
            differences=tuple(self._differences),
        )

    def _count(self, what: str, facts: Iterable[PlainFact]) -> None:
        for fact in facts:
            self._counts[fact["kind"]][what] += 1

    def _compare(self, coded: PlainFact, predicted: PlainFact) -> None:
        for prop in (*compare.TYPED[coded["kind"]], *_COMPARED):
            if compare.is_stated(coded.get(prop)):
                name = f"{coded['kind']}.{prop}"
                self._agreed[name] += compare.agree(prop, coded[prop], predicted.get(prop))
                self._stated[name] += 1

    def _note_differences(
        self,
        document: Coded,
        predicted: Sequence[PlainFact],
        pairs: list[Pair],
        may: set[int],
        read: set[int],
    ) -> None:
        coded, name = document.facts, document.doc_id
        found = may | {i for i, _ in pairs}
        meant = read | {j for _, j in pairs}
        self._differences += [Difference(name, "missed", f) for i, f in enumerate(coded) if i not in found]
        self._differences += [
            Difference(name, "spurious", None, f) for j, f in enumerate(predicted) if j not in meant
        ]
        self._differences += [
            Difference(name, "differs", coded[i], predicted[j])
            for i, j in pairs
            if not compare.is_full(coded[i], predicted[j])
        ]


def _rates(counts: Counter[str], measures: tuple[str, ...]) -> dict[str, Rate]:
    return {m: Rate.of(counts[m], counts["gold"], counts["predicted"]) for m in measures}


def _same_of_person(prop: str, coded: PlainFact, predicted: PlainFact) -> bool:
    """A person's rank or post by its words, the party exactly; agrees where nothing is coded."""
    if not coded.get(prop):
        return True
    if prop == "party":
        return str(coded[prop]) == str(predicted.get(prop))
    return compare.share_words(coded[prop], predicted.get(prop))
