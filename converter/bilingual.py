"""Words for users, in Chinese first and in English for the rest."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, NamedTuple, TypeAlias

    Lang: TypeAlias = Literal["zh", "en"]

    class _Pair(NamedTuple):
        zh: str
        en: str

else:  # what a named tuple is, without the modules that make them: importing these takes long
    Lang = str

    class _Pair(tuple):
        __slots__ = ()
        zh = property(lambda self: self[0])
        en = property(lambda self: self[1])

        def __new__(cls, zh, en):
            return tuple.__new__(cls, (zh, en))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}(zh={self.zh!r}, en={self.en!r})"


class Text(_Pair):
    """One message in both languages."""

    __slots__ = ()

    def get(self, lang: Lang) -> str:
        """The message in ``lang``."""
        return self.en if lang == "en" else self.zh
