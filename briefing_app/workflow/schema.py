"""The schema, for editors and other programs."""

from briefing_app.model.schema import schema_text

__all__ = ["schema_text"]
