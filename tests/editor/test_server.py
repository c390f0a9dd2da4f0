"""The language server, spoken to by a real client over its standard input and output."""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from converter.linter.rules._examples import draft

WRONG = draft(
    summary="一、2024年工作总结\n（一）供水。全年供水😀620万吨,水质达标。\n（三）节水。完成投资XX万元。"
)
SECONDS = 20


class Editor(LanguageClient):
    """A client that keeps the diagnostics it is sent."""

    def __init__(self) -> None:
        super().__init__("editor", "1")
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.watched: asyncio.Queue[types.RegistrationParams] = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.shown.put_nowait(params)

        @self.feature(types.CLIENT_REGISTER_CAPABILITY)
        def watch(params: types.RegistrationParams) -> None:
            self.watched.put_nowait(params)

    async def diagnostics(self) -> list[types.Diagnostic]:
        """Those of the next message."""
        return list((await asyncio.wait_for(self.shown.get(), SECONDS)).diagnostics)


@asynccontextmanager
async def editor(
    uri: str, text: str, encoding: str = "utf-16", *options: str
) -> AsyncIterator[Editor]:
    """A client that has started a server and opened a draft."""
    client = Editor()
    await client.start_io(sys.executable, "-m", "converter", "lsp", *(options or ["--no-config"]))
    try:
        kinds = [types.PositionEncodingKind(encoding)]
        await client.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(position_encodings=kinds),
                    workspace=types.WorkspaceClientCapabilities(
                        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                            dynamic_registration=True
                        )
                    ),
                )
            )
        )
        client.initialized(types.InitializedParams())
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "plaintext", 1, text))
        )
        yield client
    finally:
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()


def run(session: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """One session, ended after a while whatever it waits for; in a thread of its own, since a
    browser's event loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, asyncio.wait_for(session(), 2 * SECONDS)).result()


@pytest.fixture
def uri(tmp_path: Path) -> str:
    return (tmp_path / "稿.txt").as_uri()


def units(text: str, encoding: str) -> int:
    return len(text.encode(f"{encoding}-le")) // (2 if encoding == "utf-16" else 4)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_diagnostics_stand_where_the_editor_counts(uri: str, encoding: str) -> None:
    async def session() -> None:
        async with editor(uri, WRONG, encoding) as client:
            shown = await client.diagnostics()
            by_code = {item.code: item for item in shown}
            assert {"H201", "R601", "T702"} <= set(by_code)
            lines = WRONG.split("\n")
            line = next(n for n, text in enumerate(lines) if "😀" in text)
            comma = by_code["T702"].range
            assert comma.start.line == line
            before = lines[line].split(",")[0]
            assert comma.start.character == units(before, encoding)
            assert by_code["H201"].severity == types.DiagnosticSeverity.Warning

    run(session)


def test_diagnostics_follow_each_change(uri: str) -> None:
    async def session() -> None:
        async with editor(uri, WRONG) as client:
            assert await client.diagnostics()
            whole = types.TextDocumentContentChangeWholeDocument(draft())
            client.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(version=2, uri=uri), [whole]
                )
            )
            assert await client.diagnostics() == []
            client.text_document_did_close(
                types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
            )
            assert await client.diagnostics() == []

    run(session)


def test_a_quick_fix_a_silencing_and_all_fixes(uri: str) -> None:
    async def session() -> None:
        async with editor(uri, WRONG) as client:
            shown = await client.diagnostics()
            number = next(item for item in shown if item.code == "H201")
            offered = await client.text_document_code_action_async(
                types.CodeActionParams(
                    types.TextDocumentIdentifier(uri),
                    number.range,
                    types.CodeActionContext([number]),
                )
            )
            actions = [item for item in offered or [] if isinstance(item, types.CodeAction)]
            titles = [action.title for action in actions]
            assert titles[:2] == ["修改：numbering-gap", "忽略这一行的 numbering-gap"]
            assert actions[-1].kind == "source.fixAll.gongwen"
            assert edited(WRONG, changes(actions[0], uri)).count("（二）节水") == 1
            silenced = edited(WRONG, changes(actions[1], uri))
            assert "<!-- gongwen: 忽略 numbering-gap -->" in silenced
            fixed = edited(WRONG, changes(actions[-1], uri))
            assert "吨，水质" in fixed and "（二）节水" in fixed

    run(session)


def test_formatting_makes_the_safe_fixes(uri: str) -> None:
    async def session() -> None:
        async with editor(uri, WRONG.replace("\n", "\r\n")) as client:
            await client.diagnostics()
            options = types.FormattingOptions(tab_size=4, insert_spaces=True)
            params = types.DocumentFormattingParams(types.TextDocumentIdentifier(uri), options)
            edits = await client.text_document_formatting_async(params)
            fixed = edited(WRONG.replace("\n", "\r\n"), list(edits or []))
            assert "吨，水质" in fixed and "（二）节水" in fixed
            assert "\n" not in fixed.replace("\r\n", "")

    run(session)


def test_outline_and_hover(uri: str) -> None:
    async def session() -> None:
        async with editor(uri, WRONG) as client:
            shown = await client.diagnostics()
            document = types.TextDocumentIdentifier(uri)
            symbols = await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(document)
            )
            parts = [item for item in symbols or [] if isinstance(item, types.DocumentSymbol)]
            assert [part.detail for part in parts] == ["总结", "存在问题", "计划"]
            assert [child.name for child in parts[0].children or []] == ["（一）供水", "（三）节水"]
            number = next(item for item in shown if item.code == "H201")
            hover = await client.text_document_hover_async(
                types.HoverParams(document, number.range.start)
            )
            assert hover and isinstance(hover.contents, types.MarkupContent)
            assert "H201 numbering-gap" in hover.contents.value
            start = types.Position(0, 0)
            assert (
                await client.text_document_hover_async(types.HoverParams(document, start)) is None
            )

    run(session)


def test_what_cannot_be_read_is_told_at_the_head(uri: str) -> None:
    async def session() -> None:
        async with editor(uri, "---\n密级: 特别机密\n---\n" + draft()) as client:
            (told,) = await client.diagnostics()
            assert "密级" in told.message
            assert told.range.start.line == 0

    run(session)


def test_a_changed_configuration_counts(uri: str, tmp_path: Path) -> None:
    config = tmp_path / "gongwen.toml"
    config.write_text('slect = ["H"]', "utf-8")

    async def session() -> None:
        async with editor(uri, WRONG, "utf-16", "--config", str(config)) as client:
            (told,) = await client.diagnostics()
            assert "slect" in told.message
            (watched,) = (await asyncio.wait_for(client.watched.get(), SECONDS)).registrations
            assert watched.method == types.WORKSPACE_DID_CHANGE_WATCHED_FILES
            config.write_text('select = ["H201"]', "utf-8")
            saved = types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri))
            client.text_document_did_save(saved)
            assert {item.code for item in await client.diagnostics()} == {"H201"}
            config.write_text('select = ["R601"]', "utf-8")
            event = types.FileEvent(config.as_uri(), types.FileChangeType.Changed)
            client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            assert {item.code for item in await client.diagnostics()} == {"R601"}

    run(session)


def changes(action: types.CodeAction, uri: str) -> list[types.TextEdit]:
    assert action.edit and action.edit.changes
    return [edit for edit in action.edit.changes[uri] if isinstance(edit, types.TextEdit)]


def edited(text: str, edits: list[types.TextEdit]) -> str:
    """The text after an editor has made the edits, counting in UTF-16."""
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + units(line + "\n", "utf-16"))
    data = text.encode("utf-16-le")
    for edit in sorted(edits, key=lambda e: (-e.range.start.line, -e.range.start.character)):
        first = starts[edit.range.start.line] + edit.range.start.character
        last = starts[edit.range.end.line] + edit.range.end.character
        data = data[: 2 * first] + edit.new_text.encode("utf-16-le") + data[2 * last :]
    return data.decode("utf-16-le")
