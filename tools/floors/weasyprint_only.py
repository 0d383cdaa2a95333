"""The same briefing through WeasyPrint, plainly set: `weasyprint_only.py FILE OUT`."""

from __future__ import annotations

import sys
from html import escape
from importlib import import_module
from pathlib import Path

from briefing_app.model.briefing import Briefing

briefing = Briefing.model_validate_json(Path(sys.argv[1]).read_bytes())
rows = "".join(
    f"<tr><td>{escape(each.kind)}</td><td>{escape(each.statement)}</td>"
    f"<td>¶{each.evidence[0].paragraph if each.evidence else ''}</td></tr>"
    for each in briefing.agreements
)
lists = "".join(
    f"<h2>{escape(name)}</h2><ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
    for name, texts in (
        ("Participants", [each.name for each in briefing.participants]),
        ("Meetings", [each.title for each in briefing.meetings]),
        ("Gaps", [each.text for each in briefing.gaps]),
    )
)
page = (
    "<html lang=en><style>@page{size:A4;margin:20mm}td{padding:2pt 6pt}</style>"
    f"<title>{escape(briefing.title)}</title><h1>{escape(briefing.title)}</h1>"
    f"<p>{escape(briefing.bottom_line.text)}</p>{lists}<h2>Agreements</h2><table>{rows}</table></html>"
)
import_module("weasyprint").HTML(string=page).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
