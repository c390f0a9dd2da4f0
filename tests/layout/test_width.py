from __future__ import annotations

import pytest

from converter.layout.width import width


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("工作", 2),
        ("2023年", 3),
        ("２０", 2),
        ("“—…·", 4),
        ("A b", 1.5),
        ("（一）", 3),
        ("𠮷", 1),
        ("e\u0301\u200b", 0.5),
    ],
)
def test_width(text: str, expected: float) -> None:
    assert width(text) == expected
