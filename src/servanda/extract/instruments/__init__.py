"""Instruments: the texts that parties sign, adopt, apply, amend or prepare.

Rests on the guidelines, section "instrument" and borderline cases 6 and 13.

reader     a document to its instruments: the flow
names      what a text is called
kinds      of what type it is
deeds      what is done to a text, by the words around its name
behind     what the clause right behind a name tells
tails      what hangs behind a name and is no plain clause of signing
outcomes   a text as what came of a visit or talks
fates      what becomes of a text once it is agreed
upgrades   a text that takes the place of another of lower rank
talks      a text by which the talks on it are called
topics     what a text is on, told behind its verb
stages     how far a text is that is not signed yet
ways       ways of telling that go with one kind of text
standing   a text that is applied, is in force or is called by its full title
verbs      what a verb does to it: done, planned, proposed, or nothing
partnerships  partnerships that are texts
lists      lists of texts: "MoUs on A and B", "four MoUs were signed: ..."
enumerated texts named one by one behind their count
times      when it was done, and the years that it covers
relations  how a text stands to another: amends, implements, renews, intends, rests on it
again      a text told again by its short form or "it", and further deeds of one clause
making     from the words to the fact: parties, one fact for each text
"""

from __future__ import annotations

from servanda.extract.instruments.reader import instruments

__all__ = ["instruments"]
