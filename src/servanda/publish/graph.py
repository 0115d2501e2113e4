"""Parties and people as a network in GEXF, for Gephi and its like."""

from __future__ import annotations

from typing import IO

from servanda.codebook.places import is_state, party_name
from servanda.publish.charts.items import items_of
from servanda.publish.charts.network import party_edges, people_edges
from servanda.publish.charts.values import Who
from servanda.publish.holdings import Holdings
from servanda.publish.plain import plain


def write_graph(held: Holdings, out: IO[bytes]) -> int:
    """Writes the network; how many edges it has. `out` stays open.

    Nodes are parties and people, with `kind` (state, body, person) and `party`. An edge says in how many
    entries two appear together (`weight`), and how many of these were held, signed or kept (`done`); one
    from a person to the party that they act for has the relation `acts for`.
    """
    import networkx as nx
    from lxml import etree

    graph = nx.Graph()
    items = items_of(held.entries, held.people)
    for code in sorted({code for item in items for code in item.parties}):
        _add_party(graph, code)
    for who in sorted({who for item in items for who in item.people}, key=_id):
        graph.add_node(_id(who), label=plain(who.name), kind="person", party=who.party or "")
        if who.party:
            _add_party(graph, who.party)
            graph.add_edge(_id(who), who.party, weight=1.0, done=0, relation="acts for")
    for edge in party_edges(items):
        graph.add_edge(edge.one, edge.other, weight=float(edge.entries), done=edge.done, relation="entries")
    for met in people_edges(items):
        graph.add_edge(_id(met.one), _id(met.other), weight=float(met.entries), done=met.done, relation="met")
    text = "\n".join(nx.generate_gexf(graph, version="1.2draft")).encode()
    root = etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True))
    for meta in root.iter("{*}meta"):
        meta.set(
            "lastmodifieddate", held.stamp.date().isoformat()
        )  # not today: the same ledger, the same file
    out.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return int(graph.number_of_edges())


def _add_party(graph: object, code: str) -> None:
    kind = "state" if is_state(code) else "body"
    graph.add_node(code, label=plain(party_name(code)), kind=kind, party=code)  # type: ignore[attr-defined]


def _id(who: Who) -> str:
    """Two people of one name who act for different parties are two."""
    return plain(f"person {who.party or ''} {who.name}")
