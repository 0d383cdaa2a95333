"""All that a window needs besides Qt, to be loaded before it: PySide6 makes every later import slower."""

import briefing_app.model  # noqa: F401 - first, for it decides how pydantic is loaded
from briefing_app.gui import late_support, preferences
from briefing_app.model import date_words, markup, outline, timeline, tracker
from briefing_app.workflow import opening

__all__ = ["date_words", "markup", "opening", "outline", "preferences", "timeline", "tracker"]

late_support.install()
