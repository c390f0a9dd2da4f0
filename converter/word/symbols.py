"""Characters of symbol fonts, which have places of their own, as Unicode characters.

Word keeps such a character by its place in the font (ISO/IEC 29500-1, 17.3.3.30), often moved to
the private use area (U+F000 and up). Where Unicode has the character only in a block that few fonts
cover, the usual one of the same shape stands for it.
"""

from __future__ import annotations

_FIRST = 0x21
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_PRIVATE = range(0xF000, 0xF100)
_SYMBOL = (
    "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴"
    "]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
    + _UNKNOWN
    * (0xA0 - 0x7F)
    + "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔"
    "⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪" + _UNKNOWN + "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_WINGDINGS = (
    "🖉✂✁👓🕭🕮🕯☎✆✉🖃📪📫📬📭📁📂📄🗏🗐🗄⌛🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟"
    "🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□□"
    "❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷�⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡"
    "🙣🙞🙜🙝🙟·•▪○🞆🞈◉◎🔿▪◻🟀✦★✶✴✹✵⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙"
    "🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←→↑↓↖↗↙↘🡸➔"
    "🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✓☒☑"
)
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_OTHERS = {
    "wingdings 2": {
        0x50: "✓",
        0x51: "☒",
        0x52: "☑",
        0x53: "☒",
        0x54: "☒",
        0x4F: "✗",
        0xA3: "□",
        0x2A: "□",
        **{0x6A + at: "①②③④⑤⑥⑦⑧⑨⑩"[at] for at in range(10)},
        **{0x75 + at: "❶❷❸❹❺❻❼❽❾❿"[at] for at in range(10)},
    },
    "webdings": {0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"},
}


def symbol(font: str, code: int) -> str:
    """The character at a place of a font, given with or without the move to the private area; the
    character of that code itself where the font is none of the known ones."""
    place = code - _PRIVATE.start if code in _PRIVATE else code
    name = font.strip().lower()
    known = _FONTS.get(name)
    if place == 0x20 and (known or name in _OTHERS):
        return " "
    if known and 0 <= place - _FIRST < len(known) and known[place - _FIRST] != _UNKNOWN:
        return known[place - _FIRST]
    found = _OTHERS.get(name, {}).get(place)
    if found:
        return found
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFD else ""


def unmoved(text: str, *fonts: str) -> str:
    """A text with the private-use characters that Word writes for text in a symbol font replaced by
    what they show; ``fonts`` are the text's own."""
    if not any(ord(character) in _PRIVATE for character in text):
        return text
    font = next((name for name in fonts if name.lower() in (_FONTS.keys() | _OTHERS.keys())), "")
    return "".join(
        symbol(font, ord(character)) if ord(character) in _PRIVATE else character
        for character in text
    )
