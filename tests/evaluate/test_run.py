"""Running an extractor over the texts of a coded set."""

import pytest

from servanda.errors import InputError
from servanda.evaluate.coded import Coded
from servanda.evaluate.run import evaluate, texts_of
from servanda.extract.pipeline import Extractor
from servanda.text.load import documents

TEXT = "Portugal and Sweden signed an agreement on rescue at sea in Lisbon on 4 May 2021.\n"


def coded(*names, facts=()):
    return [Coded(doc_id=name, facts=list(facts)) for name in names]


def test_texts_are_found_by_name_whatever_their_format(tmp_path):
    for name in ("a.txt", "b.html", "c.txt.gz", "d.v2.txt", "a.json", "other.txt"):
        (tmp_path / name).write_text("x")
    files, missing = texts_of(coded("d.v2", "a", "b", "c", "e"), tmp_path)
    assert files == [str(tmp_path / name) for name in ("a.txt", "b.html", "c.txt.gz", "d.v2.txt")]
    assert missing == ["e"]


def test_a_folder_without_any_of_the_texts_is_an_error(tmp_path):
    (tmp_path / "other.txt").write_text("x")
    with pytest.raises(InputError, match="holds the text of no coded document"):
        texts_of(coded("a"), tmp_path)


def test_only_coded_documents_are_read_and_scored(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(TEXT)
    signed = {"kind": "instrument", "type": "agreement", "action": "signed", "evidence": [TEXT.strip()]}
    loaded = [found[1] for found in documents([str(tmp_path)])]
    scores = evaluate(coded("a", facts=[signed]), loaded, Extractor())
    assert (scores.documents, scores.kinds["instrument"]["typed"].hits) == (1, 1)
    assert scores.kinds["instrument"]["found"].predicted == 1
