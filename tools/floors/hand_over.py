"""Write what the exporter hands to the typesetter: `hand_over.py FILE LAYOUT FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from briefing_app.assets import resource
from briefing_app.exporting.brief import page_data
from briefing_app.exporting.options import Options
from briefing_app.files.reading import read_briefing
from briefing_app.model.canonical import to_text

opened = read_briefing(Path(sys.argv[1]))
folder = Path(sys.argv[3])
folder.mkdir(exist_ok=True)
if opened.briefing is None:
    sys.exit("the sample has problems")
for path in resource("print").glob("*.typ"):
    (folder / path.name).write_bytes(path.read_bytes())
data = page_data(opened.briefing, Options("full" if sys.argv[2] == "full" else "one-page", "a4"))
(folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
(folder / "faces.json").write_text(json.dumps({"serif": [], "sans": []}), encoding="utf-8")
(folder / f"{opened.briefing.id}.briefing").write_text(to_text(opened.briefing), encoding="utf-8")
