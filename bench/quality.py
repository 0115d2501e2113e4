"""Scores what Servanda finds in the coded sets that are at hand.

    python bench/quality.py

The sets of ../shared/gold where they lie beside this checkout, the coded samples of the package, and the
sets of bench/gold: `lk-a` to `lk-d` code further texts of ../shared/corpus/lk, the others texts of their own.
No rule was mended for `defence-held`, `held-6` and `lk-d`, so their figures tell what to expect of
unseen documents; `blind-held`, `lk-c` and `held-2` to `held-5` were such sets until they were opened
(their READMEs tell when, and what was found before). In `lk-d` there is nothing to be found: it counts what
is read into home affairs.
Writes bench/results/quality.json and quality.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from record import ROOT, environment, write_results
from servanda.evaluate.coded import load_coded
from servanda.evaluate.run import evaluate, texts_of
from servanda.extract.pipeline import Extractor
from servanda.settings import Settings
from servanda.sources.items import Skipped
from servanda.sources.metadata import load_metadata
from servanda.text.load import documents

SHARED = ROOT.parent / "shared"
GOLD = ROOT / "bench" / "gold"
SAMPLES = ROOT / "src" / "servanda" / "samples"


class CodedSet(NamedTuple):
    """A folder of coded documents and that of their texts, with metadata.jsonl where there is one."""

    name: str
    gold: Path
    texts: Path


def main() -> None:
    """Score each set, print and record."""
    sets = coded_sets()
    model = Settings().model
    extractor = Extractor(model)
    scores = {coded_set.name: score_set(coded_set, extractor) for coded_set in sets}
    left_out = [] if SHARED.is_dir() else ["the coded sets of ../shared/gold, which is not here"]
    report = environment(model) | {"extractor": extractor.version, "left_out": left_out, "scores": scores}
    write_results("quality", report, markdown(report, scores))


def coded_sets() -> list[CodedSet]:
    """The coded sets that are at hand."""
    shared = [CodedSet(n, SHARED / "gold" / n, SHARED / "corpus" / n) for n in ("lk", "defence", "seeds")]
    ours = [
        CodedSet("samples", SAMPLES / "gold", SAMPLES),
        CodedSet("styles", GOLD / "styles", GOLD / "styles" / "texts"),
        CodedSet("final", GOLD / "final", GOLD / "final" / "texts"),
        CodedSet("blind-dev", GOLD / "blind-dev", GOLD / "blind-dev" / "texts"),
        CodedSet("blind-held", GOLD / "blind-held", GOLD / "blind-held" / "texts"),
        CodedSet("lk-a", GOLD / "lk", SHARED / "corpus" / "lk"),
        CodedSet("lk-b", GOLD / "lk-b", SHARED / "corpus" / "lk"),
        CodedSet("lk-c", GOLD / "lk-c", SHARED / "corpus" / "lk"),
        CodedSet("lk-d", GOLD / "lk-d", SHARED / "corpus" / "lk"),
        CodedSet("defence-c", GOLD / "defence-c", GOLD / "defence-c" / "texts"),
        CodedSet("defence-held", GOLD / "defence-held", GOLD / "defence-held" / "texts"),
        CodedSet("held-2", GOLD / "held-2", GOLD / "held-2" / "texts"),
        CodedSet("held-3", GOLD / "held-3", GOLD / "held-3" / "texts"),
        CodedSet("held-4", GOLD / "held-4", GOLD / "held-4" / "texts"),
        CodedSet("held-5", GOLD / "held-5", GOLD / "held-5" / "texts"),
        CodedSet("held-6", GOLD / "held-6", GOLD / "held-6" / "texts"),
    ]
    return [s for s in (*shared, *ours) if any(s.gold.glob("*.json")) and s.texts.is_dir()]


def score_set(coded_set: CodedSet, extractor: Extractor) -> dict[str, Any]:
    """The scores of one set, in the form of the guidelines' own scorer."""
    coded = load_coded(coded_set.gold)
    files, missing = texts_of(coded, coded_set.texts)
    table = coded_set.texts / "metadata.jsonl"
    metadata = load_metadata(table) if table.exists() else None
    loaded = documents(files, metadata=metadata)
    texts = (found[1] for found in loaded if not isinstance(found, Skipped))
    return evaluate(coded, texts, extractor).to_dict() | {"without_text": missing}


def markdown(report: dict[str, object], scores: dict[str, dict[str, Any]]) -> str:
    """The report as a page with a table a set."""
    parts = ["# Quality\n"]
    parts += [f"- {name}: {value}" for name, value in report.items() if name not in ("scores", "left_out")]
    parts += [f"- left out: {what}" for what in report["left_out"]]  # type: ignore[attr-defined]
    for name, score in scores.items():
        parts += [f"\n## {name}: {score['documents']} documents\n"]
        parts += ["| kind | coded | read | found P / R / F1 | typed P / R / F1 | full P / R / F1 |"]
        parts += ["| --- | ---: | ---: | --- | --- | --- |"]
        for kind, rates in score.items():
            if isinstance(rates, dict) and "found" in rates:
                cells = [_cell(rates.get(measure)) for measure in ("found", "typed", "full")]
                counts = [str(rates["found"]["gold"]), str(rates["found"]["predicted"])]
                parts += ["| " + " | ".join([kind, *counts, *cells]) + " |"]
        parts += ["\nOf the found pairs, where the coded fact states it:\n", "| property | agree | of |"]
        parts += ["| --- | ---: | ---: |"]
        parts += [
            f"| {prop} | {share['agree']} | {share['of']} |" for prop, share in score["properties"].items()
        ]
    return "\n".join(parts) + "\n"


def _cell(rate: dict[str, float] | None) -> str:
    return "" if rate is None else f"{rate['p']:.3f} / {rate['r']:.3f} / {rate['f1']:.3f}"


if __name__ == "__main__":
    main()
