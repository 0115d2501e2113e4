"""Coded documents are checked when they are loaded, and the file at fault is named."""

import pytest

from servanda.errors import InputError
from servanda.evaluate.coded import load_coded


def test_coded_documents_come_in_the_order_of_their_files(tmp_path):
    (tmp_path / "b.json").write_text('{"doc_id": "b", "published": null, "facts": []}')
    (tmp_path / "a.json").write_text('{"doc_id": "a", "facts": [], "people": [{"name": "An"}]}')
    assert [c.doc_id for c in load_coded(tmp_path)] == ["a", "b"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "is not a coded document"),
        ('{"facts": []}', "doc_id"),
        ('{"doc_id": "a", "facts": [{"kind": "rumour"}]}', "fact 1 has no kind"),
        ('{"doc_id": "a", "facts": [{}]}', "fact 1 has no kind"),
        ('{"doc_id": "a", "facts": [], "people": [{"rank": "General"}]}', "person 1 has no name"),
    ],
)
def test_a_file_that_breaks_the_guidelines_is_named_with_its_problem(tmp_path, content, problem):
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(InputError, match=problem) as caught:
        load_coded(tmp_path)
    assert "a.json" in caught.value.subject


def test_a_folder_without_coded_documents_is_an_error(tmp_path):
    with pytest.raises(InputError, match="no coded documents"):
        load_coded(tmp_path)
