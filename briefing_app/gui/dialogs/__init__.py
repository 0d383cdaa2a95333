"""What opens above the window: each asks one thing or tells one thing, and never blocks it."""
