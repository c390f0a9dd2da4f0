"""The remedies of rules about form, by their codes."""

from __future__ import annotations

from converter.linter.form.deviations import FormCheck
from converter.linter.remedies import characters, pages, paragraphs
from converter.word.edit.formatting import OfSection

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from converter.bilingual import Lang
    from converter.findings import Finding
    from converter.linter.form.deviations import Deviation
    from converter.linter.form.form import Form
    from converter.linter.rule import Rule
    from converter.linter.subject import Subject
    from converter.word.edit.formatting import Wanted

    Remedy = Callable[[Form, Deviation], Iterator[Wanted]]

REMEDIES: Mapping[str, tuple[Remedy, ...]] = {
    "F101": (pages.paper,),
    "F102": (pages.margin("top"),),
    "F103": (pages.margin("left"),),
    "F104": (pages.margin("right"),),
    "F105": (pages.margin("bottom"),),
    "F110": (paragraphs.line_pitch,),
    "F111": (characters.spacing, pages.no_character_grid),
    "F112": (characters.colour,),
    "F113": (characters.no_background, paragraphs.no_background),
    "F115": (paragraphs.blank_line,),
    "F202": (characters.font, characters.size),
    "F211": (characters.font,),
    "F222": (characters.font, characters.size),
    "F232": (characters.font, characters.size),
    "F301": (characters.font,),
    "F302": (characters.size,),
    "F303": (paragraphs.centred,),
    "F310": (characters.font, characters.size),
    "F311": (paragraphs.centred,),
    "F312": (paragraphs.flush,),
    "F401": (characters.font,),
    "F402": (characters.size_of_text,),
    "F403": (paragraphs.first_line,),
    "F404": (paragraphs.sides,),
    "F405": (paragraphs.aligned,),
    "F406": (paragraphs.room,),
    "F410": (characters.font,),
    "F411": (characters.font,),
    "F412": (characters.font,),
    "F413": (characters.size,),
    "F414": (paragraphs.first_line,),
    "F415": (characters.bold,),
    "F416": (characters.plain,),
    "F417": (paragraphs.aligned,),
    "F418": (characters.western,),
    "F505": (characters.font,),
    "F506": (paragraphs.flush,),
    "F513": (paragraphs.first_line,),
    "F611": (characters.font, characters.size),
    "F721": (pages.turned_margins,),
    "F823": (characters.font, characters.size),
    "F902": (paragraphs.switched("widowControl", "0"),),
    "F903": (paragraphs.switched("snapToGrid", "0"),),
    "F904": (paragraphs.outlined,),
    "F905": (paragraphs.switched("keepNext", "1"),),
    "F906": (paragraphs.in_lengths,),
    "F907": (paragraphs.switched("autoSpaceDE", "0"), paragraphs.switched("autoSpaceDN", "0")),
    "F911": (characters.named,),
    "F912": (characters.hinted,),
    "F913": (characters.in_chinese,),
    "F914": (paragraphs.switched("kinsoku", "1"),),
    "F915": (pages.grid_of_lines,),
}

_WITH = {"F402": "F111"}
"""Rules that say nothing of what another tells, and would once that is put right: the size of the
text and its spacing make the characters of a line together."""


def remedies_of(
    findings: Iterable[Finding], rules: Iterable[Rule], subject: Subject, lang: Lang = "zh"
) -> list[Wanted]:
    """What puts the deviations right that findings (in this language) tell of; those that the
    rules find, but no finding tells of, are left alone."""
    form = subject.form
    told = {(finding.code, finding.message) for finding in findings}
    asked = {code for code, _ in told} & REMEDIES.keys()
    wanted: list[Wanted] = []
    if form is None:
        return wanted
    # Group F9 first: what a font is called in the theme matters less than which it should be.
    chosen = sorted(rules, key=lambda rule: rule.code, reverse=True)
    codes = {rule.code for rule in chosen}
    for rule in chosen:
        if rule.code not in asked or not isinstance(rule.check, FormCheck):
            continue
        other = _WITH.get(rule.code, "")
        remedies = REMEDIES[rule.code] + (REMEDIES[other] if other in codes else ())
        for hit, deviations in rule.check.told(subject):
            if (rule.code, hit.message.get(lang)) not in told:
                continue
            for deviation in deviations:
                is_boxed = deviation.item.place.box is not None
                for remedy in remedies:
                    found = remedy(form, deviation)
                    # What stands in a text box stands there in two forms, for old programs, too.
                    wanted += (
                        each for each in found if isinstance(each, OfSection) or not is_boxed
                    )
    return wanted
