"""The ground: a briefing as frozen values. No Qt, no files, no clock, no network."""

from briefing_app.plugins import keep_out, leave_annotations

keep_out()
leave_annotations()
