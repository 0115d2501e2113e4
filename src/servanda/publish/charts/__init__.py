"""Charts as SVG, each with the rows from which it was drawn. They know no ledger, only plain values."""
