"""The edge to the disk: briefings and articles in, briefings out. Nothing here raises for bad content."""
