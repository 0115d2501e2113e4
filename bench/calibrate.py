"""Estimates how often each rule is right, and how far such estimates hold on documents they do not know.

    python bench/calibrate.py            record the reliability table
    python bench/calibrate.py --write    also write src/servanda/codebook/data/confidence.yaml anew

A fact is right when a trained coder coded a fact of its kind and type on the same words. The rate of a
rule is drawn towards that of its family, and a family's towards its kind's, by as many facts as `WEIGHT`
(a beta-binomial estimate): one fact read right does not make a rule sure. The reliability table is
cross-validated: each fact is rated by estimates from the other folds of documents.

Rules were mended on most coded sets, so their rates there promise too much for other documents. How much too
much, the sets tell for which no rule was mended (`HELD_OUT`): facts are wrong there `optimism` times as often
as the rates say. The rates that are written hold that many times the error. The table of the held sets leaves
each of them out of its own factor.
Writes bench/results/reliability.json and reliability.md.
"""

from __future__ import annotations

import argparse
import itertools
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quality import CodedSet, coded_sets
from record import ROOT, environment, write_results
from servanda.codebook.confidence import families
from servanda.evaluate import compare
from servanda.evaluate.coded import load_coded
from servanda.evaluate.run import texts_of
from servanda.evaluate.score import match
from servanda.extract.pipeline import Extractor
from servanda.model.facts import KINDS
from servanda.settings import Settings
from servanda.sources.items import Skipped
from servanda.sources.metadata import load_metadata
from servanda.text.load import documents

WEIGHT = 4.0
FOLDS = 5
LEAST = 4
TARGET = ROOT / "src" / "servanda" / "codebook" / "data" / "confidence.yaml"
HELD_OUT = ("defence-held", "held-6", "lk-d")
Row = dict[str, float | int | str]
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


class Read(NamedTuple):
    """One fact that was read: by which rule, in which document, and whether coders have it too."""

    kind: str
    rule: str
    document: str
    right: bool


class Estimates(NamedTuple):
    """Rates by kind and by rule or family."""

    kinds: dict[str, float]
    rules: dict[str, float]

    def of(self, read: Read) -> float:
        """The rate for one fact, from its rule, its family or its kind."""
        return next((self.rules[n] for n in families(read.rule) if n in self.rules), self.kinds[read.kind])


def main() -> None:
    """Read the coded sets, estimate, cross-validate, record."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("--write", action="store_true", help="write the estimates into the package")
    write = cli.parse_args().write
    model = Settings().model
    extractor = Extractor(model)
    sets = [s for s in coded_sets() if s.name not in HELD_OUT]
    reads = [read for coded_set in sets for read in reads_of(coded_set, extractor)]
    unseen = {s.name: list(reads_of(s, extractor)) for s in coded_sets() if s.name in HELD_OUT}
    known = estimate(reads)
    factor = optimism(known, [read for held in unseen.values() for read in held])
    rows, held_out = reliability(reads), banded(held_apart(known, unseen))
    report = environment(model) | {"sets": [s.name for s in sets], "facts": len(reads), "optimism": factor}
    write_results("reliability", report | {"bins": rows, "held_out": held_out}, page(report, rows, held_out))
    if write:
        TARGET.write_text(as_yaml(tempered(known, factor), len(reads), factor), encoding="utf-8")


def reads_of(coded_set: CodedSet, extractor: Extractor) -> Iterable[Read]:
    """Every fact that is read in a coded set; facts that coders hold optional are left out."""
    coded = {document.doc_id: document for document in load_coded(coded_set.gold)}
    files, _ = texts_of(list(coded.values()), coded_set.texts)
    table = coded_set.texts / "metadata.jsonl"
    metadata = load_metadata(table) if table.exists() else None
    loaded = documents(files, metadata=metadata)
    texts = (found[1] for found in loaded if not isinstance(found, Skipped))
    for document, facts in extractor.extract_many(d for d in texts if d.name in coded):
        wanted = coded[document.name].facts
        plain = [fact.to_dict() for fact in facts if fact.kind in KINDS]
        pairs = {j: i for i, j in match(wanted, plain, document.text)}
        for j, fact in enumerate(plain):
            found = wanted[pairs[j]] if j in pairs else None
            if found is None or not found.get("optional"):
                right = found is not None and compare.is_typed(found, fact)
                yield Read(str(fact["kind"]), str(fact["rule"]), document.name, right)


def estimate(reads: Sequence[Read]) -> Estimates:
    """Rates from facts: of the kinds plainly, of families and rules drawn towards what stands above them."""
    kinds = {kind: rate([r.right for r in reads if r.kind == kind], 0.8) for kind in KINDS}
    groups: dict[str, list[bool]] = defaultdict(list)
    kind_of: dict[str, str] = {}
    for read in reads:
        for name in families(read.rule):
            groups[name].append(read.right)
            kind_of[name] = read.kind
    rules: dict[str, float] = {}
    for name in sorted(groups, key=len):
        above = next((rules[n] for n in families(name)[1:] if n in rules), kinds[kind_of[name]])
        if len(groups[name]) >= LEAST:
            rules[name] = rate(groups[name], above)
    return Estimates(kinds, rules)


def rate(right: Sequence[bool], prior: float) -> float:
    """The share of right facts, drawn towards `prior` by `WEIGHT` facts."""
    return round((sum(right) + WEIGHT * prior) / (len(right) + WEIGHT), 3)


def optimism(known: Estimates, unseen: Sequence[Read]) -> float:
    """How many times as often as the estimates say facts are wrong in documents for which no rule was mended;
    1 where there are none. So few are wrong there that their number is uncertain by its root (Poisson): the
    upper end is taken, since a rating that promises too much does more harm than one that is too low.
    """
    expected = sum(1 - known.of(read) for read in unseen)
    wrong = sum(not read.right for read in unseen)
    return round((wrong + math.sqrt(wrong)) / expected, 2) if expected else 1.0


def tempered(known: Estimates, factor: float) -> Estimates:
    """The estimates with `factor` times their error, at most certainly wrong."""

    def temper(rates: dict[str, float]) -> dict[str, float]:
        return {name: round(max(0.0, 1 - factor * (1 - rate)), 3) for name, rate in rates.items()}

    return Estimates(temper(known.kinds), temper(known.rules))


def held_apart(known: Estimates, unseen: Mapping[str, Sequence[Read]]) -> list[tuple[float, bool]]:
    """The facts of each held set, rated with the optimism that the other held sets tell."""
    rated: list[tuple[float, bool]] = []
    for name, reads in unseen.items():
        others = [read for other, held in unseen.items() if other != name for read in held]
        honest = tempered(known, optimism(known, others))
        rated += [(honest.of(read), read.right) for read in reads]
    return rated


def reliability(reads: Sequence[Read]) -> list[Row]:
    """For each band of confidence: how many facts, their mean estimate, and how many were right."""
    names = sorted({read.document for read in reads})
    fold = {name: i % FOLDS for i, name in enumerate(names)}
    rated: list[tuple[float, bool]] = []
    for k in range(FOLDS):
        known = estimate([r for r in reads if fold[r.document] != k])
        rated += [(known.of(r), r.right) for r in reads if fold[r.document] == k]
    return banded(rated)


def banded(rated: Sequence[tuple[float, bool]]) -> list[Row]:
    """A row for each band of confidence that has facts."""
    rows: list[Row] = []
    for low, high in itertools.pairwise(BINS):
        band = [(p, right) for p, right in rated if low <= p < high]
        if band:
            mean, share = (sum(x) / len(band) for x in zip(*band, strict=True))
            label = f"{low:.1f} to {min(high, 1.0):.1f}"
            rows.append({"band": label, "facts": len(band), "mean": round(mean, 3), "right": round(share, 3)})
    return rows


def page(report: dict[str, object], rows: Sequence[Row], held_out: Sequence[Row]) -> str:
    """The reliability tables as a page."""
    head = [f"- {name}: {value}" for name, value in report.items()]
    note = f"Cross-validated over {FOLDS} folds of documents; right: coded with the same kind and type."
    parts = ["# Reliability of confidence\n", *head, "", note, "", *table(rows)]
    if held_out:
        parts += [
            "",
            f"On {', '.join(HELD_OUT)}, for which no rule was mended; each with the optimism of the others:",
            "",
        ]
        parts += table(held_out)
    return "\n".join([*parts, ""])


def table(rows: Sequence[Row]) -> list[str]:
    """The rows as a table."""
    head = ["| confidence | facts | mean confidence | right |", "| --- | ---: | ---: | ---: |"]
    return head + [f"| {r['band']} | {r['facts']} | {r['mean']} | {r['right']} |" for r in rows]


def as_yaml(estimates: Estimates, count: int, factor: float) -> str:
    """The data file of the package."""
    lines = [
        f"# Made by `python bench/calibrate.py --write` from {count} facts read in coded documents.",
        "# The share of facts of a kind, a rule or a family of rules that trained coders code with the same",
        f"# type, drawn to the share of what stands above it, its error times {factor} (see there).",
        "kinds:",
        *(f"  {kind}: {value}" for kind, value in estimates.kinds.items()),
        "rules:",
        *(f'  "{name}": {value}' for name, value in sorted(estimates.rules.items())),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
