"""What the readers of words said share: candidates, and the scene in which they stand."""

from __future__ import annotations

from servanda.extract.actors import Actor, Actors
from servanda.extract.analysis import Analysis
from servanda.extract.found import Found, Scene, is_joint, same_side
from servanda.extract.parse import load_parser
from servanda.model.document import Document, Region

JAPAN, PERSON_OF_JAPAN = Actor(("JP",)), Actor(("JP",), "Taro Ishida")
BOTH, BOTH_AGAIN = Actor(("JP", "KE"), None, True), Actor(("KE", "JP"))


def scene(text: str, *regions: Region) -> Scene:
    document = Document(name="text", origin="text.txt", text=text, sha256="x", language="en", regions=regions)
    analysis = Analysis(document, load_parser()(text))
    return Scene(analysis, Actors(analysis))


def test_captions_and_titles_are_not_read() -> None:
    title, told, caption = "A title.", "Japan helped Kenya.", "Japan pledges help."
    text = f"{title}\n\n{told}\n\n{caption}\n"
    regions = (
        Region(0, len(title), "title"),
        Region(text.index(caption), len(text), "caption"),
    )
    words = [t.text for t in scene(text, *regions).words() if not t.is_space]
    assert words == ["Japan", "helped", "Kenya", "."]


def test_everybody_at_the_table_speaks_as_one() -> None:
    here = scene("Japan and Kenya met.")
    here.actors.seat(0, ["JP", "KE"])
    assert here.everybody(5, "why") == Actor(("JP", "KE"), None, True, "why")
    here.actors.seat(3, ["JP"])
    assert not here.everybody(5, "why").collective


def test_evidence_holds_speaker_trigger_and_content() -> None:
    doc = scene("Japan gladly pledged help to Kenya.").analysis.doc
    found = Found(trigger=doc[2], speaker=JAPAN, content=(3, 5), opens=0, rule="rule")
    assert (found.left, found.right, found.evidence) == (3, 5, (0, 5))
    behind = Found(trigger=doc[5], speaker=JAPAN, content=(1, 3), opens=2, rule="rule")
    assert behind.evidence == (1, 5)


def test_joint_speakers_are_two_parties_that_speak_as_one() -> None:
    assert is_joint(BOTH)
    assert not is_joint(JAPAN)
    assert not is_joint(BOTH_AGAIN)


def test_actors_of_the_same_parties_are_of_one_side() -> None:
    assert same_side(JAPAN, PERSON_OF_JAPAN)
    assert same_side(BOTH, BOTH_AGAIN)
    assert not same_side(JAPAN, BOTH)
