from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.model.briefing import Briefing
from briefing_app.model.canonical import to_data, to_text, written


def test_canonical_data_is_what_was_read(data: dict[str, Any]) -> None:
    assert to_data(Briefing.model_validate(data)) == data


def test_text_is_json_dumps_with_one_line_feed(data: dict[str, Any]) -> None:
    text = to_text(Briefing.model_validate(data))
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_an_items_own_keys_stand_between_its_id_and_what_all_items_have(data: dict[str, Any]) -> None:
    data["agreements"][0] = {
        "key": True,
        "review": {"state": "accepted"},
        "kind": "agreed",
        "evidence": data["agreements"][0]["evidence"],
        "statement": "Open an office",
        "origin": "person",
        "id": "a1",
    }
    written = to_data(Briefing.model_validate(data))["agreements"][0]
    assert list(written) == ["id", "statement", "kind", "evidence", "review", "origin", "key"]


def test_false_and_empty_lists_are_not_written(data: dict[str, Any]) -> None:
    data["agreements"][1]["key"] = False
    data["background"] = []
    written = to_data(Briefing.model_validate(data))
    assert "key" not in written["agreements"][1]
    assert "background" not in written


def test_key_order_of_the_file_does_not_matter(data: dict[str, Any]) -> None:
    turned = dict(reversed(data.items()))
    assert to_text(Briefing.model_validate(turned)) == to_text(Briefing.model_validate(data))


JSON = st.recursive(
    st.booleans() | st.integers() | st.text() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=30,
)


@given(JSON)
def test_the_writer_writes_what_json_writes(value: Any) -> None:
    assert written(value) == json.dumps(value, indent=2, ensure_ascii=False)
