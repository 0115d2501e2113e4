"""Documents from anywhere into the ledger, for every surface."""
