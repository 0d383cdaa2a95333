"""The parts that panels are made of: each is told what to show, and emits what the user did."""
