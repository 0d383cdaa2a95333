"""From an article to a draft: pure functions. No Qt, no files, no clock, no network."""
