"""How the networks of a pipeline compute, on one processor and with no training to come: what they say stays
the same."""

from __future__ import annotations

from typing import Any, NoReturn

from spacy.language import Language
from thinc.api import Model, chain, with_array

_READ, _ENDED = ["extract_features", "list2ragged"], "ragged2list"
"""What stands before and behind the layers of an embedding that see each word by itself."""
_ODD = 0x9E3779B97F4A7C15


def hasten(nlp: Language) -> None:
    """Let the networks of a pipeline compute faster."""
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        for layer in list(model.walk()) if hasattr(model, "walk") else ():
            _multiply_by_numpy(layer)
            _embed_each_kind_once(layer)


def _multiply_by_numpy(layer: Any) -> None:
    """The library of numpy has code for more processors than the one that thinc calls, and is up to three
    times as fast on one thread."""
    if getattr(layer.ops, "use_blis", False):
        layer.ops = type(layer.ops)(use_blis=False)


def _embed_each_kind_once(embedding: Any) -> None:
    """Of the words of a batch only a quarter differ in the features that are embedded."""
    *read, ended = [layer.name for layer in embedding.layers] or [""]
    if read[:2] == _READ and ended == _ENDED:
        alone: Any = chain(*embedding.layers[2:-1])
        embedding.layers[2:-1] = [with_array(Model("once_a_kind", _once_a_kind, layers=[alone]))]


def _once_a_kind(model: Any, features: Any, is_train: bool) -> Any:
    """What the layer gives for each row of features, worked out once for rows that are alike."""
    numbers, width = model.ops.xp, features.shape[1]
    spread = numbers.array([pow(_ODD, n, 1 << 64) for n in range(1, width + 1)], dtype="uint64")
    kinds = (features * spread).sum(axis=1)
    _, first, places = numbers.unique(kinds, return_index=True, return_inverse=True)
    return model.layers[0].predict(features[first])[places], _untrained


def _untrained(*_: object) -> NoReturn:
    raise NotImplementedError("the networks are not trained here")
