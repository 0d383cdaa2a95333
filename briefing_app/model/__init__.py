"""The ground: a briefing as frozen values. No Qt, no files, no clock, no network."""
