"""What a user can do, without a window: the one door for window, command line and tests."""
