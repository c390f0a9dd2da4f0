"""``gongwen profiles``: the kinds of report, and what one of them asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from converter.bilingual import Text
from converter.cli.help import Command
from converter.cli.lang import lang_option
from converter.output import write_stdout
from converter.profiles import Profile, RoleSpec, load, names

if TYPE_CHECKING:
    from converter.bilingual import Lang

_TITLES = Text("题目如：", "titles such as: ")
_EXTENDS = Text("底本：{base}", "extends {base}")
_SIGNER = Text("落款：个人", "signed by a person")
_PARTS = Text("部分（依先后）：", "parts, in order:")
_OTHER = Text("不属于这些部分的标题：", "headings of none of these parts:")
_TOPICS = Text("全文要讲到：", "topics to be told:")
_RULES = Text("规则：", "rules:")
_NEEDS = {
    "required": Text("必须有", "required"),
    "recommended": Text("最好有", "recommended"),
    "optional": Text("可有可无", "optional"),
}
_PROMISED = Text("题目写明就必须有", "required where the title says so")
_TOLD_IN = Text("可以写在“{parts}”里", "may be told in “{parts}”")
_OFF = Text("不查", "off")


@click.command("profiles", cls=Command)
@click.argument("name", metavar="[名称|文件]", required=False)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help="格式，默认 text。",
)
@lang_option
def command(name: str | None, format_name: str, lang: Lang) -> int:
    """列出内置的报告类型；写了名称或文件，就列出这一类要有的部分、认的词。

    \b
    例：
      gongwen profiles
      gongwen profiles openness
      gongwen profiles 本单位.toml --format json
    """
    shown = [load(name)] if name is not None else [load(each) for each in names()]
    if format_name == "json":
        text = json.dumps([_as_json(profile) for profile in shown], ensure_ascii=False, indent=1)
        text += "\n"
    else:
        lines = _page(shown[0], lang) if name is not None else _list(shown, lang)
        text = "".join(line + "\n" for line in lines)
    write_stdout(text.encode("utf-8"))
    return 0


def _list(profiles: list[Profile], lang: Lang) -> Iterator[str]:
    """A line each: its name, what it is called, a title that calls for it."""
    for profile in profiles:
        example = f"  {_TITLES.get(lang)}{profile.examples[0]}" if profile.examples else ""
        yield f"{profile.id:<18} {_named(profile.name, lang)}{example}"


def _page(profile: Profile, lang: Lang) -> Iterator[str]:
    """Everything that a profile asks for."""
    yield f"{profile.id}  {_named(profile.name, lang)}"
    yield _named(profile.description, lang)
    if profile.extends:
        yield _EXTENDS.get(lang).format(base=profile.extends)
    if profile.examples:
        yield f"{_TITLES.get(lang)}{_joined(profile.examples, lang)}"
    if profile.signer == "person":
        yield _SIGNER.get(lang)
    yield ""
    yield _PARTS.get(lang)
    others = [role for role in profile.roles if role not in profile.ordered and not role.asked]
    for role in (role for role in profile.roles_in_order if role not in others):
        yield from _part(role, profile, lang)
    if others:
        yield ""
        yield _OTHER.get(lang)
        for role in others:
            yield f"  {role.id} {_named(role.name, lang)}  {_joined(role.terms, lang)}"
    yield from _topics(profile, lang)
    yield from _rules(profile, lang)


def _part(role: RoleSpec, profile: Profile, lang: Lang) -> Iterator[str]:
    facts = [_NEEDS[_need(role)].get(lang)]
    if not role.required and (role.promised or role.follows):
        facts.append(_PROMISED.get(lang))
    if role.told_in:
        parts = [other for other in profile.roles if other.id in role.told_in]
        listed = _joined([_named(part.name, lang) for part in parts], lang)
        facts.append(_TOLD_IN.get(lang).format(parts=listed))
    divider = "；" if lang == "zh" else "; "
    yield f"  {role.id} {_named(role.name, lang)}  {divider.join(facts)}"
    yield f"    {_joined(role.terms, lang)}"


def _topics(profile: Profile, lang: Lang) -> Iterator[str]:
    if profile.topics:
        yield ""
        yield _TOPICS.get(lang)
    for topic in profile.topics:
        yield f"  {topic.id} {_named(topic.name, lang)}"
        yield f"    {_joined((*topic.terms, *topic.aliases), lang)}"


def _rules(profile: Profile, lang: Lang) -> Iterator[str]:
    if profile.marks:
        yield ""
        yield _RULES.get(lang)
    for mark in profile.marks:
        yield f"  {mark.rule}  {mark.severity or _OFF.get(lang)}"


def _need(role: RoleSpec) -> str:
    if role.required:
        return "required"
    return "recommended" if role.recommended else "optional"


def _named(name: dict[str, str], lang: Lang) -> str:
    return name.get(lang, name["zh"])


def _joined(words: tuple[str, ...] | list[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(words)


def _as_json(profile: Profile) -> dict[str, Any]:
    return {
        "id": profile.id,
        "name": profile.name,
        "description": profile.description,
        "extends": profile.extends,
        "examples": list(profile.examples),
        "signer": profile.signer,
        "parts": [
            {
                "id": role.id,
                "name": role.name,
                "need": _need(role),
                "terms": list(role.terms),
                "told_in": list(role.told_in),
            }
            for role in profile.roles_in_order
        ],
        "topics": [
            {"id": t.id, "name": t.name, "terms": list(t.terms), "aliases": list(t.aliases)}
            for t in profile.topics
        ],
        "severity": {mark.rule: str(mark.severity or "off") for mark in profile.marks},
    }
