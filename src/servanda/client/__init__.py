"""The ledger in a notebook: what the other surfaces ask, as pandas data frames."""

from servanda.client.client import Client

__all__ = ["Client"]
