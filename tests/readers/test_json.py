"""JSON that cannot be read: one line that says why."""

import json

import pytest

import converter
from converter.errors import InputError

REPORT = json.dumps({"kind": "work-report", "lead": [], "sections": [], "removed": []})
WRONG = {
    '{"kind": "work-report", "x": ' + "1" * 5000 + "}": "数字太长",
    f'{REPORT}\n{{"x": {"1" * 5000}}}': "数字太长",
    '{"x": ' + "[" * 100_000: "嵌套过深",
    f'{REPORT}\n{{"x": {"[" * 100_000}': "嵌套过深",
    f'{REPORT}\n{{"x": NaN}}': "第 2 行不是 JSON",
    f"{REPORT}\n\n{{": "第 3 行不是 JSON",
}


@pytest.mark.parametrize("text", WRONG, ids=lambda text: WRONG[text])
def test_what_is_wrong_is_said(text: str) -> None:
    with pytest.raises(InputError, match=WRONG[text]):
        converter.parse(text)


def test_one_report_a_line() -> None:
    assert len(converter.parse(f"{REPORT}\n\n{REPORT}\n")) == 2
