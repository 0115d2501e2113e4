"""Activities: cooperation reported as done or going on.

Rests on the guidelines, section "activity" and borderline case 8. What one party does alone at home is
none: two parties must show, as giver and taker, together, or at the table.

reader     a document to its activities: the flow
giving     one side gives, trains or sends
outcomes   what came of it, told of the thing or the forces themselves
delivery   what was given is taken over, arrives, is completed
backing    done with the help of the other side, or in collaboration with it
thanks     what is thanked for as done, and "the help that Chile gave"
help       help that is thanked for, money that is granted, projects that go on: told by a noun
trade      who buys and who supplies
together   both sides do it, or have got results
scene      what these ask of the document, and what they find
"""

from __future__ import annotations

from servanda.extract.activities.reader import activities

__all__ = ["activities"]
