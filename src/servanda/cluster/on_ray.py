"""The same extraction on Ray: shards go to as many actors as there is room for.

Each actor keeps one process of a crew, which loads the language model once. So a document that kills its
reader kills no actor, and what Ray does anew after a lost machine is a whole shard.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

import msgspec

from servanda.cluster.corpus import Corpus
from servanda.cluster.crew import Crew
from servanda.cluster.run import Found, unfinished
from servanda.cluster.work import Job, Outcome, Shard
from servanda.errors import UsageError
from servanda.sources.limits import Limits

_STORE = 512 << 20
"""Bytes of shards on their way, where Ray runs on this machine alone."""
_AHEAD = 2
"""Shards in hand for each actor, so that none waits for the next."""


@contextmanager
def connected(address: str | None, workers: int) -> Iterator[None]:
    """A connection to the cluster at `address`, or to one of this machine's own. UsageError when Ray is not
    installed or there is no cluster."""
    try:
        import ray
    except ImportError:
        mend = "install it: pip install 'servanda[ray]'"
        raise UsageError("--engine ray", "needs Ray, which is not installed", mend) from None
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": logging.ERROR}
    if not address:
        size = {"num_cpus": workers, "object_store_memory": _STORE}
        options |= {"include_dashboard": False, **size}
    try:
        ray.init(address=address or "local", **options)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise UsageError(f"--address {address}", f"leads to no Ray cluster ({error})", "check it") from None
    try:
        yield
    finally:
        ray.shutdown()


def run_on_ray(corpus: Corpus, model: str, workers: int, finished: frozenset[str]) -> Found:
    """What comes of the unfinished shards, in any order; few are in memory at a time."""
    import ray

    # What a machine that is lost had in hand is read anew.
    reader: Any = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=-1)(_Reader)
    actors = [reader.remote(model, msgspec.json.encode(corpus.limits)) for _ in range(workers)]
    try:
        yield from _spread(actors, unfinished(corpus, finished))
    finally:
        for actor in actors:
            ray.kill(actor)


def _spread(actors: list[Any], shards: Iterator[Shard]) -> Found:
    """What the actors make of the shards. Each has a few in hand, from when the cluster has room for it."""
    import ray

    going: dict[Any, tuple[Any, Shard | None]] = {actor.started.remote(): (actor, None) for actor in actors}
    more = True
    while more or any(shard for _, shard in going.values()):
        (done,), _ = ray.wait(list(going), num_returns=1)
        actor, shard = going.pop(done)
        wanted = _AHEAD if shard is None else 1
        following = list(islice(shards, wanted))
        more = len(following) == wanted
        for one in following:
            going[actor.read.remote(msgspec.msgpack.encode(one))] = (actor, one)
        if shard is not None:
            yield shard, msgspec.msgpack.decode(ray.get(done), type=list[Outcome])


class _Reader:
    """One actor: a process of a crew, and what it makes of each shard."""

    def __init__(self, model: str, bounds: bytes) -> None:
        self._crew = Crew(model, msgspec.json.decode(bounds, type=Limits))

    def started(self) -> None:
        """Comes back once the model is loaded."""

    def read(self, shard: bytes) -> bytes:
        """What became of the inputs of a shard."""
        items = msgspec.msgpack.decode(shard, type=Shard).items
        return msgspec.msgpack.encode(self._crew.do(Job(items=items)))
