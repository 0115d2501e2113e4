"""Engagements: who met whom, where and when. Rests on the guidelines, section "engagement"."""

from servanda.extract.engagement.reader import engagements

__all__ = ["engagements"]
