"""The words that values of a layout are chosen from."""

from __future__ import annotations

from typing import Literal, TypeAlias

Align: TypeAlias = Literal["both", "left", "center", "right", "distribute"]
Kind: TypeAlias = Literal["report", "official", "letter", "order", "minutes"]
