"""The parts of the window: each shows a part of a frozen briefing and emits what the user picked."""
