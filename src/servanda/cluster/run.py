"""A corpus to a folder of facts, by any engine; a run that was stopped goes on where it stopped."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from servanda.cluster.corpus import Corpus
from servanda.cluster.crew import Crew
from servanda.cluster.dataset import Done, Folder
from servanda.cluster.work import Job, Outcome, Shard, shards

Found = Iterable[tuple[Shard, list[Outcome]]]
"""Shards with what came of their inputs, in any order."""


def keep(found: Found, folder: Folder) -> Iterator[Done]:
    """Keep each shard as it comes, and yield what was kept."""
    for shard, outcomes in found:
        yield folder.add(shard, outcomes)
    folder.finish()


def unfinished(corpus: Corpus, finished: frozenset[str]) -> Iterator[Shard]:
    """The shards of a corpus that no earlier run finished."""
    return (shard for shard in shards(corpus.inputs()) if shard.key not in finished)


def run_here(crew: Crew, corpus: Corpus, finished: frozenset[str]) -> Found:
    """What comes of the unfinished shards, by processes of this machine, in order."""
    waiting: deque[Shard] = deque()

    def jobs() -> Iterator[Job]:
        for shard in unfinished(corpus, finished):
            waiting.append(shard)
            yield Job(items=shard.items)

    for _, outcomes in crew.run(jobs()):
        yield waiting.popleft(), outcomes
