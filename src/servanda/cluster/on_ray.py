"""The same extraction on Ray: shards stream from one source through as many actors as there is room for.

Each actor keeps one process of a crew, which loads the language model once. So a document that kills its
reader kills no actor, and what Ray does anew after a lost machine is a whole shard.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
_COLUMNS = ("shard", "outcomes")


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
        size = {"num_cpus": workers + 1, "object_store_memory": _STORE}
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
    from ray.data.context import DataContext
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    context = DataContext.get_current()
    context.enable_progress_bars = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context.target_max_block_size = 1  # a shard is a block: none waits for others to fill one
    context.memory_usage_poll_interval_s = None  # the process of a crew has a limit of its own
    here = ray.get_runtime_context().get_node_id()
    source = ray.data.read_datasource(
        _source(corpus, finished),
        override_num_blocks=1,
        # The files may be on this machine only.
        ray_remote_args={"scheduling_strategy": NodeAffinitySchedulingStrategy(here, soft=False)},
    )
    read = source.map_batches(
        _Reader,
        fn_constructor_args=(model, msgspec.json.encode(corpus.limits)),
        batch_size=1,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=workers),
        num_cpus=1,
    )
    for row in read.iter_rows():
        shard, outcomes = (row[name] for name in _COLUMNS)
        yield msgspec.msgpack.decode(shard, type=Shard), msgspec.msgpack.decode(outcomes, type=list[Outcome])


def _source(corpus: Corpus, finished: frozenset[str]) -> Any:
    """The corpus as Ray reads one: a single task that gives shard after shard."""
    import pyarrow as pa  # type: ignore[import-untyped]
    from ray.data.block import BlockMetadata
    from ray.data.datasource import Datasource, ReadTask

    def read() -> Iterable[Any]:
        for shard in unfinished(corpus, finished):
            yield pa.table({"shard": pa.array([msgspec.msgpack.encode(shard)], pa.large_binary())})

    class Source(Datasource):
        def get_read_tasks(self, parallelism: int, *more: Any, **named: Any) -> list[Any]:
            return [ReadTask(read, BlockMetadata(num_rows=None, size_bytes=None, exec_stats=None))]

        def estimate_inmemory_data_size(self) -> int | None:
            return None

    return Source()  # type: ignore[no-untyped-call]


class _Reader:
    """One actor: a process of a crew, and what it makes of each shard."""

    def __init__(self, model: str, bounds: bytes) -> None:
        self._crew = Crew(model, msgspec.json.decode(bounds, type=Limits))

    def __call__(self, batch: Any) -> Any:
        import pyarrow as pa

        (raw,) = batch["shard"].to_pylist()
        shard = msgspec.msgpack.decode(raw, type=Shard)
        outcomes = msgspec.msgpack.encode(self._crew.do(Job(items=shard.items)))
        columns = {
            name: pa.array([v], pa.large_binary()) for name, v in zip(_COLUMNS, (raw, outcomes), strict=True)
        }
        return pa.table(columns)
