"""A read that is killed leaves the ledger whole, and running it again finishes the work."""

import subprocess
import sys
from pathlib import Path

from sqlalchemy import func, select

from servanda.ledger import Ledger, fulltext
from servanda.ledger.tables import (
    blobs,
    documents,
    fact_spans,
    facts,
    finishes,
    readings,
    sightings,
    versions,
)

PROGRAM = Path(__file__).with_name("slow_reader.py")
DOCUMENTS, FACTS = 40, 5


def start(path, first=0, last=DOCUMENTS):
    command = [sys.executable, str(PROGRAM), path, str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def finish(process):
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.split()


def said(path):
    """All that the ledger says, less when and in which run it was read, and full-text answers."""
    with Ledger.open(path) as ledger, ledger.reading() as connection:
        assert ledger.check() == []
        content = connection.execute(select(facts.c.id, facts.c.content).order_by(facts.c.id)).all()
        spans = connection.execute(
            select(facts.c.id, fact_spans.c.position, fact_spans.c.text)
            .join(facts, facts.c.number == fact_spans.c.fact)
            .order_by(facts.c.id, fact_spans.c.position)
        ).all()
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar()
            for table in (documents, versions, sightings, readings, blobs)
        ]
        found = connection.execute(fulltext.facts_with(connection, "hosts")).all()
        return content, spans, counts, len(found)


def test_a_read_that_is_killed_again_and_again_ends_as_one_that_was_not(place):
    whole, broken = place("whole"), place("broken", empty=False)
    finish(start(whole))

    for lines in (0, 1, 7, 3, 12):  # how many documents the run may add before it is killed
        process = start(broken)
        for _ in range(lines):
            process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()

    with Ledger.open(broken, create=True) as ledger, ledger.reading() as connection:
        assert ledger.check() == []
        assert connection.execute(select(finishes)).all() == []
    resumed = finish(start(broken))

    assert 0 < len(resumed) <= DOCUMENTS - (1 + 7 + 3 + 12)
    assert said(broken) == said(whole)
    assert said(broken)[2] == [DOCUMENTS] * 5
    assert finish(start(broken)) == []
    assert said(broken) == said(whole)


def test_a_kill_between_statements_leaves_no_part_of_a_document(place):
    """The process dies by its own hand, within the transaction: after each statement in turn."""
    path = place()
    Ledger.open(path, create=True).close()
    program = """
import os, signal, sys
from sqlalchemy import event
sys.path.insert(0, sys.argv[3])
from slow_reader import numbered
from servanda.ledger import Ledger
ledger = Ledger.open(sys.argv[1])
run = ledger.begin_read("rules 1")
left = int(sys.argv[2])
with ledger.reading() as connection:
    engine = connection.engine
def count(*_):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(engine, "after_cursor_execute", count)
run.add(*numbered(0))
print("added")
"""
    survived = []
    for statement in (3, 6, 9, 12, 15, 18, 21, 100):
        command = [sys.executable, "-c", program, path, str(statement), str(PROGRAM.parent)]
        done = subprocess.run(command, capture_output=True, text=True)
        with Ledger.open(path) as ledger, ledger.reading() as connection:
            assert ledger.check() == []
            kept = connection.execute(select(func.count()).select_from(facts)).scalar()
        survived.append("added" in done.stdout)
        assert kept == (FACTS if survived[-1] else 0), done.stderr
        if survived[-1]:
            break
    assert survived[-1]
    assert survived.count(False) >= 4


def test_two_processes_can_make_and_fill_one_ledger_at_once(place):
    path = place(empty=False)
    processes = [start(path, 0, 30), start(path, 10, DOCUMENTS), start(path, 0, DOCUMENTS)]
    for process in processes:
        finish(process)
    alone = place("alone")
    finish(start(alone))
    assert said(path)[0] == said(alone)[0]
    assert said(path)[2] == [DOCUMENTS] * 5
