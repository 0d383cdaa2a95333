"""Long proofs in the real window use what its tests use."""

from tests.gui.conftest import kidd, opened, session, settings, vksd

__all__ = ["kidd", "opened", "session", "settings", "vksd"]
