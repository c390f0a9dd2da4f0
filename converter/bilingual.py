"""Words for users, in Chinese first and in English for the rest."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Lang: TypeAlias = Literal["zh", "en"]


class Text(NamedTuple):
    """One message in both languages."""

    zh: str
    en: str

    def get(self, lang: Lang) -> str:
        """The message in ``lang``."""
        return self.en if lang == "en" else self.zh
