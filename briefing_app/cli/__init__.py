"""The command line: verbs over `workflow`, no logic of its own."""
