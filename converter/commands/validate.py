"""Drafts and JSON documents against the JSON Schema."""

from __future__ import annotations

from converter.commands.configured import Configured
from converter.commands.progress import counted, say
from converter.errors import ConverterError
from converter.inputs import LARGEST, fetch, parse, read_metadata, suffix_of
from converter.model.codec import to_json
from converter.output import write_stdout
from converter.profiles import load
from converter.readers import LARGEST_UNPACKED, is_json
from converter.readers.json import values
from converter.record import record, replace
from converter.schema.validate import violations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from converter.bilingual import Lang
    from converter.configuration import Configuration
    from converter.metadata.statement import Statement
    from converter.profiles import Profile
    from converter.profiles.choice import Choice
    from converter.schema.validate import Violation


@record(kw_only=True)
class Options:
    """What a call of ``validate`` asks for; the names are those of its options."""

    inputs: tuple[str, ...]
    format_name: str = "text"
    meta: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    profile: str | None = None
    encoding: str | None = None
    max_size: int = LARGEST
    max_unpacked: int = LARGEST_UNPACKED
    config: str | None = None
    isolated: bool = False
    lang: Lang = "zh"


def run(options: Options) -> int:
    """Holds the inputs against their schema and returns the exit code. Raises ConverterError."""
    configured = Configured(
        options.config, options.isolated, profile=options.profile, encoding=options.encoding
    )
    stated = read_metadata(options.meta, options.settings)
    results: list[dict[str, Any]] = []
    failed = False
    for name in counted(configured.inputs(options.inputs), "正在校验第"):
        configuration = configured.of(name)
        reading = configured.reading(name)
        try:
            data = fetch(name, options.max_size)
            documents = _documents(name, data, *reading, stated, options.max_unpacked)
            results += _checked(name, documents, configuration, options.lang)
        except ConverterError as error:
            failed = True
            told = error if error.where else replace(error, where=name)
            say(f"gongwen: {told.line(options.lang)}")
    text = _as_json(results) if options.format_name == "json" else _as_text(results, options.lang)
    write_stdout(text.encode("utf-8", "surrogatepass"))
    if failed:
        return 2
    return int(any(result["violations"] for result in results))


def _checked(
    name: str, documents: list[Any], configuration: Configuration, lang: Lang
) -> list[dict[str, Any]]:
    """The result for each document of an input."""
    results = []
    for index, value in enumerate(documents, 1):
        held = configuration.profile_of(_profile(value))
        found = violations(value, held, lang)
        number = index if len(documents) > 1 else 0
        results.append(_result(name, number, value, load(held), found))
    return results


def _documents(
    name: str,
    data: bytes,
    choice: Choice,
    encoding: str | None,
    stated: Statement,
    unpacked: int,
) -> list[Any]:
    """The JSON documents to check: a JSON file's own, or those a draft is parsed into."""
    if is_json(suffix_of(name), data):
        return [_with(value, stated) for value in values(data, name)]
    read = parse(name, data, choice, encoding, stated, unpacked)
    return [to_json(document) for document in read.documents]


def _with(value: Any, stated: Statement) -> Any:
    """A JSON document with what is stated among its elements; one of another shape as it is."""
    own = value.get("elements", {}) if isinstance(value, dict) else None
    if not stated or not isinstance(own, dict):
        return value
    from converter.metadata.statement import over

    changes = over({}, stated)
    kept = {name: item for name, item in own.items() if name not in changes}
    new = {n: list(v) if isinstance(v, tuple) else v for n, v in changes.items() if v}
    return {**value, "elements": {**kept, **new}}


def _profile(value: Any) -> str:
    """The profile that a JSON document says it was read with."""
    name = value.get("profile") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""


def _title(value: Any) -> str | None:
    """The title of a JSON document: that of its text, or else that of its metadata."""
    document = value if isinstance(value, dict) else {}
    for key, place in (("title", "text"), ("elements", "title")):
        node = document.get(key)
        text = node.get(place) if isinstance(node, dict) else None
        if text and isinstance(text, str):
            return text
    return None


def _result(
    name: str, index: int, value: Any, profile: Profile, found: list[Violation]
) -> dict[str, Any]:
    return {
        "path": name,
        "report": index or None,
        "title": _title(value),
        "profile": profile.id,
        "profile_name": profile.name,
        "valid": not found,
        "violations": [{"line": v.line, "field": v.path, "message": v.message} for v in found],
    }


def _as_json(results: list[dict[str, Any]]) -> str:
    import json

    value = {"valid": all(result["valid"] for result in results), "results": results}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _label(result: dict[str, Any], lang: Lang) -> str:
    """A report's title, and the kind of report that it was held to."""
    name = result["profile_name"]
    if lang == "zh":
        return f"{result['title'] or '（无标题）'}（按“{name['zh']}”校验）"
    return f"{result['title'] or '(untitled)'} (as {name.get('en', name['zh'])})"


def _as_text(results: list[dict[str, Any]], lang: Lang) -> str:
    lines = []
    for result in results:
        label = _label(result, lang)
        if result["valid"]:
            valid = "合格" if lang == "zh" else "valid"
            lines.append(f"{result['path']}: {valid}  {label}")
        for item in result["violations"]:
            lines.append(
                f"{result['path']}:{item['line']}: {item['message']}  {label} {item['field']}"
            )
    return "".join(line + "\n" for line in lines)
