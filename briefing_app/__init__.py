"""Briefings of defence and diplomatic meetings: read, checked, shown and printed."""

from briefing_app.plugins import keep_out

__version__ = "0.1.0"

keep_out()
