"""Activities: cooperation reported as done or going on.

Rests on the guidelines, section "activity" and borderline case 8. What one party does alone at home is
none: two parties must show, as giver and taker, together, or at the table.

reader     a document to its activities: the flow
giving     one side gives, trains or sends
schooling  idioms of teaching: "put 300 officers through courses"
schemes    what one side has from the other: let into its scheme, a gift of it
presence   forces of one side that are with the other
services   what one side has opened to people of the other, what runs between the two
outcomes   what came of it, told of the thing or the forces themselves
delivery   what was given is taken over, arrives, is completed
arrivals   what has come part by part, told of the things or people themselves
onward     what is handed over without a word on who gives it
sums       sums of help listed by date
backing    done with the help of the other side, or in collaboration with it
thanks     what is thanked for as done, and "the help that Chile gave"
help       help that is thanked for, money that is granted, projects that go on: told by a noun
trade      who buys and who supplies
together   both sides do it, or have got results
again      what is told a second time
scene      what these ask of the document, and what they find
"""

from __future__ import annotations

from servanda.extract.activities.reader import activities

__all__ = ["activities"]
