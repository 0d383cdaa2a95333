"""The floor of an export: validation, then typst on finished data. `typst_only.py FILE FOLDER OUT`."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from briefing_app.model.briefing import Briefing

Briefing.model_validate_json(Path(sys.argv[1]).read_bytes())
specs = (find_spec(name) for name in ("font_source_serif_pro", "font_source_sans_pro"))
folders = [f"{place}/files" for spec in specs if spec for place in spec.submodule_search_locations or ()]
faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
files: Any = {path.name: path.read_bytes() for path in Path(sys.argv[2]).iterdir()}
pdf = typst.compile(files, font_paths=faces, format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=0)
Path(sys.argv[3]).write_bytes(pdf)
