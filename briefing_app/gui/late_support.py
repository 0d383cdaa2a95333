"""Leaves out what PySide has only for its own tools: the writers of stub files, until somebody asks for them.

At each start PySide compiles these two modules anew from the sources that it carries, which takes a tenth of
the time in which it opens a bare window. What words its errors is left alone: it is needed in the middle of a
call, when nothing can be loaded. Where a PySide loads the two in another way, they are loaded as it does.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Protocol, SupportsIndex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec

_IMPORTER = "EmbeddableZipImporter"
_LATE = ("shibokensupport.signature.lib.enum_sig", "shibokensupport.signature.lib.pyi_generator")


class _Importer(Protocol):
    """What finds and loads PySide's own modules."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None: ...

    def exec_module(self, module: ModuleType) -> None: ...


class _Late(ModuleType):
    """A module that is filled when something in it is asked for."""

    def __getattr__(self, name: str) -> object:
        # Whoever looks through all modules asks for these of each, and wants nothing of this one.
        if name.startswith("__"):
            raise AttributeError(name)
        spec = self.__spec__
        self.__class__ = ModuleType  # type: ignore[assignment]
        if spec is not None and isinstance(spec.loader, _LateLoader):
            spec.loader.fill(self)
        return getattr(self, name)


class _LateLoader:
    """Makes a module and leaves it empty at first."""

    def __init__(self, name: str, importer: _Importer) -> None:
        self._name, self._importer = name, importer

    def create_module(self, _spec: ModuleSpec) -> ModuleType:
        """Return an empty module."""
        return _Late(self._name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""

    def fill(self, module: ModuleType) -> None:
        """Run the module's source in it."""
        spec = module.__spec__
        if spec is not None:
            # PySide gave it another name meanwhile, by which its importer does not find the source.
            now, spec.name = spec.name, self._name
            self._importer.exec_module(module)
            spec.name = now


class _Finder:
    """Finds what PySide's own importer finds."""

    def __init__(self, importer: _Importer) -> None:
        self.importer = importer

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how a module is loaded: late, if it is one of those."""
        spec = self.importer.find_spec(name, path, target)
        if spec is not None and name in _LATE:
            spec.loader = _LateLoader(name, self.importer)  # type: ignore[assignment]
        return spec


class _Finders(list):  # type: ignore[type-arg]
    """The finders of all modules, until PySide has put its importer among them and taken it away again."""

    def insert(self, index: SupportsIndex, finder: object) -> None:
        """Put a finder in, PySide's own one in ours."""
        ours = type(finder).__name__ == _IMPORTER
        super().insert(index, _Finder(finder) if ours else finder)  # type: ignore[arg-type]

    def remove(self, finder: object) -> None:
        """Take a finder out; behind PySide's own one all is as it was before."""
        found = next((each for each in self if isinstance(each, _Finder) and each.importer is finder), finder)
        super().remove(found)
        if found is not finder and sys.meta_path is self:
            sys.meta_path = list(self)


def install() -> None:
    """Let the modules be loaded late; to be called before PySide is imported, else it does nothing."""
    if "shiboken6" not in sys.modules:
        sys.meta_path = _Finders(sys.meta_path)
