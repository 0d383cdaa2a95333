"""Briefings of defence and diplomatic meetings: read, checked, shown and printed."""

__version__ = "0.1.0"
