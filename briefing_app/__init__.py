"""Briefings of defence and diplomatic meetings: read, checked, shown and printed."""

import os

__version__ = "0.1.0"

# pydantic would look for plugins in all that is installed and run them: that code, and the wait, stay out.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
