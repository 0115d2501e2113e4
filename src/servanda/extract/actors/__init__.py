"""Who acts: from a noun or pronoun of the parse to parties and, where one acts, a person.

actor      what a mention resolves to
table      who sits at the table, at whose and on which day, at a place of the document
cast       the people of the document as they are named and act
beside     the parties that stand beside a noun
collective nouns that stand for all at the table
roles      who is meant by an office without a name
he_or_she  for whom "he" and "she" stand
resolve    from a mention to its actor
"""

from __future__ import annotations

from servanda.extract.actors.actor import NOBODY, Actor
from servanda.extract.actors.resolve import Actors

__all__ = ["NOBODY", "Actor", "Actors"]
