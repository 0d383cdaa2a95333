"""Every text a user reads goes through `tr()`: no bare literal reaches a call that shows text."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHOWING_CALLS = {
    "addAction",
    "addItem",
    "addItems",
    "addMenu",
    "addRow",
    "addTab",
    "addToolBar",
    "critical",
    "information",
    "print",
    "question",
    "setAccessibleDescription",
    "setAccessibleName",
    "setDetailedText",
    "setHeaderLabels",
    "setInformativeText",
    "setLabelText",
    "setPlaceholderText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setTabText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
    "QAction",
    "QCheckBox",
    "QCommandLinkButton",
    "QDockWidget",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
}
SHOWING_ARGUMENTS = {"description", "epilog", "help"}  # of argparse
STREAMS = {"stdout", "stderr", "out", "err"}
LETTER = re.compile(r"[^\W\d_]")


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the literal texts that an expression can become, without those handed to other calls."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.JoinedStr(values=parts):
            yield from (text for part in parts for text in _literals(part))
        case ast.BinOp(left=left, right=right):
            yield from (*_literals(left), *_literals(right))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_literals(body), *_literals(orelse))
        case ast.BoolOp(values=values) | ast.List(elts=values) | ast.Tuple(elts=values):
            yield from (text for value in values for text in _literals(value))
        case ast.Call(func=ast.Attribute(value=ast.Constant() | ast.JoinedStr() as template)):
            yield from _literals(template)


def _shows(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in SHOWING_CALLS
        case ast.Attribute(attr="write", value=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name in STREAMS
        case ast.Attribute(attr=name):
            return name in SHOWING_CALLS
    return False


def bare_literals(name: str, text: str) -> list[str]:
    """Return each place of a source text where a literal with letters is shown to a user."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        shown = [word.value for word in node.keywords if _shows(node) or word.arg in SHOWING_ARGUMENTS]
        shown += node.args if _shows(node) else []
        texts = [literal for value in shown for literal in _literals(value) if LETTER.search(literal)]
        found += [f"{name}:{node.lineno}: {literal!r}" for literal in texts]
    return found


def test_no_text_is_shown_past_tr(root: Path) -> None:
    sources = list((root / "briefing_app").rglob("*.py"))
    assert sources
    found = [
        line
        for path in sources
        for line in bare_literals(str(path.relative_to(root)), path.read_text(encoding="utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Ready")',
        'label.setText(f"Page {n}")',
        'label.setText("Page {n}".format(n=n))',
        'label.setText("Ready" if ok else title)',
        'label.setText("Page " + n)',
        'menu.addAction(icon, "Open")',
        'print("done", file=sys.stderr)',
        'sys.stderr.write("no such file\\n")',
        'QLabel("Source")',
        'parser.add_argument("file", help="what to read")',
        'tree.setHeaderLabels(["Name", "Role"])',
    ],
)
def test_the_check_sees_a_bare_literal(line: str) -> None:
    assert bare_literals("a.py", line)


@pytest.mark.parametrize(
    "line",
    [
        'label.setText(tr("Ready"))',
        'label.setText(f"{a}: {b:>10d} – {c}")',
        'label.setObjectName("status")',
        'print(json.dumps({"problems": []}))',
        'file.write("text")',
        'parser.add_argument("file", help=tr("what to read"))',
        "menu.addAction(action)",
    ],
)
def test_the_check_lets_pass(line: str) -> None:
    assert not bare_literals("a.py", line)
